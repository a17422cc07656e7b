package io.coaching.trend;

import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.Subject;
import io.coaching.internal.check.Checks;
import io.coaching.stats.LevelShift;
import io.coaching.stats.SegmentCost;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Is it better since a day, such as the last time it was talked about? {@link TrendQuestion#since} asks; the last word says of whom.
 *
 * <p>Compares the mean level of the whole periods that end before the day with that of those that begin on it or later. The interval
 * is Student's with the noise around the two levels, at least that of theory for counts and shares, raised for autocorrelation
 * ({@link LevelShift#noise}).
 */
public final class ProgressQuestion {
    private static final int FEWEST_EACH = 2;
    private static final int FEWEST = 5;

    private final TrendQuestion question;
    private final LocalDate day;

    ProgressQuestion(TrendQuestion question, LocalDate day) {
        this.question = question;
        this.day = day;
    }

    /**
     * Of one person.
     *
     * @param person who
     * @return the progress
     * @throws IllegalArgumentException if the person is not among the people, or the day not in the span
     * @throws IllegalStateException if no span was said
     */
    public Progress of(PersonId person) {
        return together(person);
    }

    /**
     * Of people together.
     *
     * @param subject the team, region, person or everyone
     * @return the progress
     * @throws IllegalArgumentException if the roster does not know the subject, or the day is not in the span
     * @throws IllegalStateException if no span was said
     */
    public Progress together(Subject subject) {
        question.known(subject);
        Checks.that(
                question.span().contains(day),
                "day must be in the span " + question.span() + ": " + day,
                "the span must begin some periods before it");
        Progress.Builder progress = Progress.builder()
                .subject(subject)
                .kpi(question.kpi())
                .since(day)
                .provenance(question.source().provenance());
        Optional<Reason> hidden = question.whyHidden(subject);
        if (hidden.isPresent()) {
            return none(progress, Estimate.withheld(hidden.get()), hidden.get());
        }
        TrendSeries series =
                question.series(question.reader().cutAt(day), subject).withoutSeasons();
        progress.points(series.points()).currency(series.currency()).remarks(series.remarks());
        int before = 0;
        while (before < series.n() && series.point(before).period().start().isBefore(day)) {
            before++;
        }
        Optional<Reason> why = series.whyNot()
                .or(() -> series.n() < FEWEST ? Optional.of(Reason.TOO_FEW_OBSERVATIONS) : Optional.empty());
        if (why.isEmpty() && Math.min(before, series.n() - before) < FEWEST_EACH) {
            why = Optional.of(Reason.TOO_FEW_OBSERVATIONS);
        }
        if (why.isEmpty() && !series.varies()) {
            why = Optional.of(Reason.NO_VARIATION);
        }
        return why.isPresent()
                ? none(progress, Estimate.undefined(why.get()), why.get())
                : compared(progress, series, before);
    }

    private static Progress none(Progress.Builder progress, Estimate none, Reason why) {
        return progress.before(none)
                .after(none)
                .difference(none)
                .verdict(TrendVerdict.none(why))
                .build();
    }

    private Progress compared(Progress.Builder progress, TrendSeries series, int before) {
        int n = series.n();
        SegmentCost cost = series.levels();
        double noise = LevelShift.noise(cost, List.of(before), series.fitted());
        var level = question.analysis().level();
        double t = TDistribution.of(Math.max(1, n - 2 - series.fitted()))
                .inverseSurvivalProbability((1 - level.fraction()) / 2);
        double one = cost.variance(0, before, noise);
        double two = cost.variance(before, n, noise);
        double difference = cost.level(before, n) - cost.level(0, before);
        double half = t * Math.sqrt(one + two);
        Interval interval =
                Interval.confidence(difference - half, difference + half, level, "difference of levels, Student");
        return progress.before(level(cost.level(0, before), t * Math.sqrt(one), before))
                .after(level(cost.level(before, n), t * Math.sqrt(two), n - before))
                .difference(Known.builder()
                        .value(difference)
                        .interval(interval)
                        .n(n, "periods")
                        .method("after - before")
                        .build())
                .verdict(TrendVerdict.of(movement(interval, cost.level(0, n))))
                .build();
    }

    private Estimate level(double value, double half, int n) {
        return Known.builder()
                .value(value)
                .interval(Interval.confidence(
                        value - half, value + half, question.analysis().level(), "mean level, Student"))
                .n(n, "periods")
                .method("mean level")
                .build();
    }

    private Movement movement(Interval interval, double level) {
        if (interval.low() > 0 || interval.high() < 0) {
            boolean better = question.kpi().direction().better(interval.low() > 0 ? 1 : -1) > 0;
            return better ? Movement.IMPROVING : Movement.DECLINING;
        }
        double most = Math.max(-interval.low(), interval.high());
        return most <= TrendAnalysis.material(question.kpi(), level) ? Movement.STEADY : Movement.CANNOT_TELL;
    }

    @Override
    public String toString() {
        return "progress since " + day + ", " + question;
    }
}
