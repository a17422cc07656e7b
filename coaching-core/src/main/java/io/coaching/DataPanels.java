package io.coaching;

import io.coaching.base.Provenance;
import io.coaching.base.Subject;
import io.coaching.base.TemplateId;
import io.coaching.data.CoachingData;
import io.coaching.data.Panel;
import io.coaching.goal.Targets;
import io.coaching.kpi.Kpi;
import io.coaching.people.Access;
import io.coaching.people.AccessPolicy;
import io.coaching.people.Roster;
import io.coaching.rating.RatingSource;
import io.coaching.scorecard.Scorecard;
import io.coaching.target.TargetSource;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Gives engines the figures and people of a set of data. */
record DataPanels(CoachingData data, AccessPolicy policy) implements TargetSource, RatingSource {
    @Override
    public Roster roster() {
        return data.roster();
    }

    @Override
    public BusinessCalendar calendar() {
        return data.calendar();
    }

    @Override
    public LocalDate asOf() {
        return data.asOf();
    }

    @Override
    public Access access() {
        return Access.of(data.roster(), policy);
    }

    @Override
    public Provenance provenance() {
        return data.provenance();
    }

    @Override
    public Panel panel(Kpi kpi, Collection<? extends Subject> subjects, List<Span> spans) {
        return data.panel(kpi, subjects, spans);
    }

    @Override
    public Targets targets() {
        return data.targets();
    }

    @Override
    public List<Scorecard> scorecards(TemplateId template) {
        return data.scorecards(template);
    }
}
