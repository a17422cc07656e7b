package io.coaching.scorecard;

import io.coaching.base.CompetencyId;
import io.coaching.base.Estimate;
import io.coaching.internal.text.OneLine;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One score of somebody, or of a group.
 *
 * @param competency of which competency; empty for the overall score
 * @param relation by raters of which relation; empty for all that were asked for, together
 * @param score the mean of cards in points, with its interval, its ruler and the number of cards, raters and persons; or
 *     the reason why there is none
 * @param standardError the standard error of the mean; empty where the scatter of raters is not known
 * @param rounded the score as it is reported; empty where no rule was asked for, and where there is no score
 */
public record ScoreLine(
        Optional<CompetencyId> competency,
        Optional<Relation> relation,
        Estimate score,
        OptionalDouble standardError,
        Optional<BigDecimal> rounded) {
    /**
     * What it is a score of, for a table.
     *
     * @return the competency, or "overall"
     */
    public String what() {
        return competency.map(CompetencyId::value).orElse("overall");
    }

    /** By whom, for a table: the relation, or "all". */
    String by() {
        return relation.map(r -> r.name().toLowerCase(Locale.ROOT)).orElse("all");
    }

    /**
     * What it is a score of, by whom, and the score.
     *
     * @return one line such as {@code discovery by all: 3.539 [3.337, 3.741] n=15}
     */
    @Override
    public String toString() {
        return OneLine.of(what() + " by " + by() + ": " + score
                + rounded.map(value -> ", rounded " + value.toPlainString()).orElse(""));
    }
}
