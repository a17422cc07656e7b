package io.coaching.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** What charts with limits have in common. */
final class ControlLimits {
    private ControlLimits() {}

    /** Points beyond their limits; a point on a limit is inside, and so is one that differs from it by rounding only. */
    static List<Integer> outside(double[] values, IntToDoubleFunction lower, IntToDoubleFunction upper) {
        var outside = new ArrayList<Integer>();
        for (int i = 0; i < values.length; i++) {
            double slack = 1e-12 * Math.abs(values[i]);
            if (values[i] < lower.applyAsDouble(i) - slack || values[i] > upper.applyAsDouble(i) + slack) {
                outside.add(i);
            }
        }
        return outside;
    }
}
