package io.coaching.scorecard;

import io.coaching.internal.check.Checks;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a score is rounded for a report. The unrounded score stands beside it, and comparisons are made with that.
 *
 * <p>Example: 3.25 to halves is 3.5 by {@link #halfUp} and 3.0 by {@link #halfEven}, since 3.0 is 6 halves, an even number.
 *
 * @param step to multiples of what, above 0
 * @param halfToEven whether a value in the middle goes to the even multiple; else it goes away from zero
 */
public record Rounding(BigDecimal step, boolean halfToEven) {
    /**
     * Checks the step.
     *
     * @param step to multiples of what
     * @param halfToEven whether a value in the middle goes to the even multiple
     */
    public Rounding {
        Checks.that(step.signum() > 0, "step must be above 0: " + step);
        step = step.stripTrailingZeros();
    }

    /**
     * Rounds a value in the middle away from zero, as people learn at school.
     *
     * @param step to multiples of what
     * @return the rule
     */
    public static Rounding halfUp(double step) {
        return new Rounding(BigDecimal.valueOf(step), false);
    }

    /**
     * Rounds a value in the middle to the even multiple, so that rounding moves no average.
     *
     * @param step to multiples of what
     * @return the rule
     */
    public static Rounding halfEven(double step) {
        return new Rounding(BigDecimal.valueOf(step), true);
    }

    /** Rounds the exact fraction {@code above / below}. */
    BigDecimal round(BigDecimal above, BigDecimal below) {
        RoundingMode mode = halfToEven ? RoundingMode.HALF_EVEN : RoundingMode.HALF_UP;
        return above.divide(below.multiply(step), 0, mode).multiply(step);
    }

    /** The rule in words. */
    @Override
    public String toString() {
        return "to multiples of " + step.toPlainString() + ", half " + (halfToEven ? "even" : "up");
    }
}
