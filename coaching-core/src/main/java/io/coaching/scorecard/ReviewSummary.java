package io.coaching.scorecard;

import io.coaching.base.Catalogue;
import io.coaching.base.CompetencyId;
import io.coaching.base.Estimate;
import io.coaching.base.ItemId;
import io.coaching.base.Known;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.Result;
import io.coaching.base.ReviewCycleId;
import io.coaching.base.Rows;
import io.coaching.base.ScorecardId;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What the reviews of one person in one cycle say together: by relation and competency, with the gap between how the person
 * and others see it. Raters whose relation is anonymous are told as a group, without names and in an order that tells nothing;
 * where too few of them answered, their scores and words are withheld, and so is the mean of all others, from which theirs
 * would follow.
 */
@Value.Immutable
public abstract sealed class ReviewSummary implements Result permits ImmutableReviewSummary {
    ReviewSummary() {}

    /**
     * Starts a summary.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Which cycle.
     *
     * @return the cycle
     */
    public abstract ReviewCycleId cycle();

    /**
     * About whom.
     *
     * @return the person
     */
    public abstract PersonId ratee();

    /**
     * The scores.
     *
     * @return by competency in the order of the template, the overall score last; of each the relations in their order, and
     *     all others together last
     */
    public abstract List<RelationScore> scores();

    /**
     * How others see the person less how they see themselves, by competency: positive where others see more. Present where
     * both are known.
     *
     * @return the gaps in points, with the interval of the others' mean
     */
    public abstract Map<CompetencyId, Estimate> selfOtherGaps();

    /**
     * What raters wrote.
     *
     * @return the comments, by item of the template, then by text
     */
    public abstract List<ReviewComment> comments();

    /**
     * The relations of which too few answered to be told about.
     *
     * @return the relations
     */
    public abstract Set<Relation> withheld();

    /**
     * The items whose gate a card did not pass, with how many cards did not; only of what is told.
     *
     * @return the number of cards, by item
     */
    public abstract Map<ItemId, Integer> failedGates();

    /**
     * The cards that are not counted, since no template of their version is known.
     *
     * @return the cards, sorted
     */
    public abstract List<ScorecardId> leftOut();

    @Override
    public abstract Provenance provenance();

    /**
     * The mean of all others, peers and managers, on a competency.
     *
     * @param competency the competency
     * @return the mean; undefined where nobody rated it
     */
    public Estimate others(CompetencyId competency) {
        return score(Optional.empty(), Optional.of(competency));
    }

    /**
     * What a relation says of a competency.
     *
     * @param relation the relation
     * @param competency the competency
     * @return the mean; undefined where nobody rated it
     */
    public Estimate by(Relation relation, CompetencyId competency) {
        return score(Optional.of(relation), Optional.of(competency));
    }

    /**
     * The mean of all others over the whole template.
     *
     * @return the mean; undefined where there is no card
     */
    public Estimate overall() {
        return score(Optional.empty(), Optional.empty());
    }

    private Estimate score(Optional<Relation> relation, Optional<CompetencyId> competency) {
        return scores().stream()
                .filter(score ->
                        score.relation().equals(relation) && score.competency().equals(competency))
                .map(RelationScore::score)
                .findFirst()
                .orElse(Estimate.undefined(Reason.NO_DATA));
    }

    @Override
    public String table() {
        TextTable table = TextTable.of("competency", "raters", ">score", ">low", ">high", ">n");
        for (RelationScore row : scores()) {
            String name = row.competency().map(CompetencyId::value).orElse("overall");
            String who = row.relation().map(Relation::name).orElse("others together");
            if (row.score() instanceof Known known) {
                table.row(
                        name,
                        who,
                        Figures.fixed(known.value(), 2),
                        known.interval().map(i -> Figures.fixed(i.low(), 2)).orElse(""),
                        known.interval().map(i -> Figures.fixed(i.high(), 2)).orElse(""),
                        Figures.count(known.n()));
            } else if (row.score().whyNot().filter(Reason.NO_DATA::equals).isEmpty()) {
                table.row(name, who, row.score().toString(), "", "", "");
            }
        }
        return table.toString();
    }

    @Override
    public String explain(Catalogue catalogue) {
        var messages = new ArrayList<Message>();
        messages.add(Message.of(MessageCode.SUMMARY_READ));
        withheld()
                .forEach(relation ->
                        messages.add(Message.of(MessageCode.SUMMARY_WITHHELD).with("relation", relation.name())));
        selfOtherGaps()
                .forEach((competency, gap) -> messages.add(Message.of(MessageCode.SUMMARY_GAP)
                        .with("competency", competency.value())
                        .with("gap", Figures.signed(gap.orThrow(), 2))));
        failedGates()
                .forEach((item, count) -> messages.add(Message.of(MessageCode.SUMMARY_GATE)
                        .with("item", item.value())
                        .with("count", (long) count)));
        if (!leftOut().isEmpty()) {
            messages.add(Message.of(MessageCode.SUMMARY_LEFT_OUT)
                    .with("count", leftOut().size()));
        }
        return table() + catalogue.lines(messages);
    }

    @Override
    public Rows rows() {
        var rows = new ArrayList<Map<String, Object>>();
        for (RelationScore score : scores()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("cycle", cycle().value());
            row.put("ratee", ratee().value());
            score.competency().ifPresent(competency -> row.put("competency", competency.value()));
            row.put("relation", score.relation().map(Relation::name).orElse("OTHERS"));
            if (score.score() instanceof Known known) {
                row.put("score", known.value());
                known.interval().ifPresent(i -> {
                    row.put("low", i.low());
                    row.put("high", i.high());
                });
                row.put("n", known.n());
            }
            score.score().whyNot().ifPresent(reason -> row.put("reason", reason.name()));
            rows.add(row);
        }
        return Rows.of(
                List.of("cycle", "ratee", "competency", "relation", "score", "low", "high", "n", "reason"), rows);
    }

    @Override
    public String toString() {
        return OneLine.of(ratee() + " in " + cycle() + ": "
                + (overall() instanceof Known known
                        ? Figures.fixed(known.value(), 2) + " points by " + Figures.count(known.n()) + " others"
                        : overall().toString()));
    }

    /** Builds a {@link ReviewSummary}. */
    public static final class Builder extends ImmutableReviewSummary.Builder {
        Builder() {}
    }
}
