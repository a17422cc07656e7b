package io.coaching.stats;

import io.coaching.internal.check.Checks;
import java.util.Optional;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.SignificanceResult;

/** Several proportions at once: are they all the same? */
public final class ProportionTests {
    private ProportionTests() {}

    /**
     * Pearson's chi-square test that k proportions are equal, without continuity correction; R's {@code prop.test} for k of
     * three or more.
     *
     * <p>Example: smokers in four hospitals, 83 of 86, 90 of 93, 129 of 136, 70 of 82: 12.6004, df 3, p 0.005585.
     *
     * @param successes the successes of each group
     * @param trials the trials of each group, at least 1 each
     * @return the test; empty if there are fewer than two groups, or no success or no failure at all
     */
    public static Optional<TestResult> chiSquare(long[] successes, long[] trials) {
        Arguments.counts(successes, trials);
        int k = trials.length;
        long[][] table = new long[2][k];
        long sum = 0;
        long rest = 0;
        for (int i = 0; i < k; i++) {
            Checks.atLeast(trials[i], 1, "trials[" + i + "]");
            table[0][i] = successes[i];
            table[1][i] = trials[i] - successes[i];
            sum += table[0][i];
            rest += table[1][i];
        }
        if (k < 2 || sum == 0 || rest == 0) {
            return Optional.empty();
        }
        SignificanceResult test = ChiSquareTest.withDefaults().test(table);
        return Optional.of(new TestResult(test.getStatistic(), k - 1.0, test.getPValue()));
    }
}
