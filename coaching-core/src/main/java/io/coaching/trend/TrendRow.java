package io.coaching.trend;

import io.coaching.base.Estimate;
import io.coaching.base.PersonId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One person in a {@link TrendTable}: the figures that the verdict stands on; ask for a {@link Trend} to see the series.
 *
 * @param person who
 * @param n how many periods count
 * @param verdict what was decided, of this person alone
 * @param p how often a quiet series would be decided on like this one
 * @param q the p value adjusted for the number of people (Benjamini and Hochberg)
 * @param slope the change from period to period
 * @param level the newest level
 * @param onset since when it is on that level, if it ever changed
 * @param before the level before, if it ever changed
 */
public record TrendRow(
        PersonId person,
        int n,
        TrendVerdict verdict,
        OptionalDouble p,
        OptionalDouble q,
        Estimate slope,
        Estimate level,
        Optional<LocalDate> onset,
        Optional<Estimate> before) {
    static TrendRow of(Trend trend, OptionalDouble q) {
        return new TrendRow(
                (PersonId) trend.subject(),
                trend.n(),
                trend.verdict(),
                trend.p(),
                q,
                trend.slope(),
                trend.levels().isEmpty()
                        ? trend.slope()
                        : trend.levels().get(trend.levels().size() - 1).value(),
                trend.since(),
                trend.change().map(LevelChange::before));
    }
}
