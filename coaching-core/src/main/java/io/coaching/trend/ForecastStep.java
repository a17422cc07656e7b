package io.coaching.trend;

import io.coaching.base.Interval;
import io.coaching.base.Percent;
import io.coaching.time.Span;
import java.util.List;
import java.util.Optional;

/**
 * What is expected of one period.
 *
 * @param period its name, or {@code "+1"} where periods have none
 * @param span its days, where they are known
 * @param value the expected value; a mean, so that of a count it need not be whole
 * @param limits the prediction intervals at the stated levels, the narrowest first
 * @param distribution what is believed of the value
 */
public record ForecastStep(
        String period, Optional<Span> span, double value, List<Interval> limits, ForecastDistribution distribution) {
    /**
     * Keeps a copy.
     *
     * @param period its name
     * @param span its days
     * @param value the expected value
     * @param limits the prediction intervals
     * @param distribution what is believed of the value
     */
    public ForecastStep {
        limits = List.copyOf(limits);
    }

    /**
     * A prediction interval at any level.
     *
     * @param level how sure, above 0 % and below 100 %
     * @return the interval
     */
    public Interval interval(Percent level) {
        return distribution.interval(level);
    }

    /**
     * The probability that it stays below a value.
     *
     * @param target any finite value
     * @return P(value &lt; target)
     */
    public double probabilityBelow(double target) {
        return distribution.probabilityBelow(target);
    }
}
