package io.coaching;

import io.coaching.base.Provenance;
import io.coaching.base.TemplateId;
import io.coaching.data.CoachingData;
import io.coaching.people.Access;
import io.coaching.people.AccessPolicy;
import io.coaching.people.Roster;
import io.coaching.rating.SeverityQuestion;
import io.coaching.scorecard.RaterAdjustment;
import io.coaching.scorecard.Scorecard;
import io.coaching.scorecard.ScorecardSource;
import io.coaching.scorecard.ScorecardTemplate;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Gives questions about scorecards the cards and people of a set of data. */
record DataScorecards(CoachingData data, AccessPolicy policy) implements ScorecardSource {
    @Override
    public Roster roster() {
        return data.roster();
    }

    @Override
    public Access access() {
        return Access.of(data.roster(), policy);
    }

    @Override
    public LocalDate asOf() {
        return data.asOf();
    }

    @Override
    public Provenance provenance() {
        return data.provenance();
    }

    @Override
    public List<ScorecardTemplate> templates(TemplateId id) {
        return data.templates().stream()
                .filter(template -> template.id().equals(id))
                .toList();
    }

    @Override
    public List<Scorecard> cards(TemplateId id) {
        return data.scorecards(id);
    }

    /** By the severities on the latest version that was used in the span; without cards nobody is adjusted. */
    @Override
    public Optional<RaterAdjustment> adjustment(TemplateId id, Span span) {
        OptionalInt version = cards(id).stream()
                .filter(card -> span.contains(card.day()))
                .mapToInt(Scorecard::version)
                .max();
        if (version.isEmpty()) {
            return Optional.of(rater -> Optional.empty());
        }
        return templates(id).stream()
                .filter(template -> template.version() == version.getAsInt())
                .findFirst()
                .map(template -> SeverityQuestion.of(new DataPanels(data, policy), template)
                        .during(span)
                        .toAdjustment());
    }
}
