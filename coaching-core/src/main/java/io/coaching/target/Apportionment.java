package io.coaching.target;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Shares out whole units by weights so that nothing is lost (Hamilton's method): each part gets the whole units of its exact share,
 * and the units left over go to the largest remainders, among equal ones to the earlier part. All of it is exact.
 */
final class Apportionment {
    private Apportionment() {}

    /**
     * Shares out units.
     *
     * @param units how many there are, 0 or more
     * @param weights of the parts, each 0 or more; where all are 0 the last part gets everything
     * @return the units of each part; they sum to {@code units}
     */
    static long[] of(long units, double[] weights) {
        BigDecimal whole = BigDecimal.ZERO;
        for (double weight : weights) {
            whole = whole.add(new BigDecimal(weight));
        }
        long[] shares = new long[weights.length];
        if (whole.signum() == 0) {
            shares[shares.length - 1] = units;
            return shares;
        }
        BigDecimal all = BigDecimal.valueOf(units);
        var remainders = new ArrayList<Remainder>();
        long left = units;
        for (int i = 0; i < weights.length; i++) {
            BigDecimal[] exact = all.multiply(new BigDecimal(weights[i])).divideAndRemainder(whole);
            shares[i] = exact[0].toBigInteger().longValueExact();
            left -= shares[i];
            remainders.add(new Remainder(i, exact[1]));
        }
        List<Remainder> largest = remainders.stream()
                .sorted(Comparator.comparing(Remainder::rest).reversed().thenComparing(Remainder::part))
                .limit(left)
                .toList();
        largest.forEach(remainder -> shares[remainder.part()]++);
        return shares;
    }

    private record Remainder(int part, BigDecimal rest) {}

    /** How many steps there are in a value; what is left is less than one. */
    static BigInteger steps(BigDecimal value, BigDecimal step) {
        return value.divideToIntegralValue(step).toBigInteger();
    }
}
