package io.coaching.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Examples of the NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3.2. */
class ControlChartReferenceTest {
    private static final double[] MONITORED = {
        52, 47, 53, 49.3, 50.1, 47, 51, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1
    };

    @Test
    @DisplayName("individuals-nist-6.3.2.2: centre 50.81, mean moving range 1.8778, limits 45.8159 and 55.8041")
    void individuals() {
        IndividualsChart chart = IndividualsChart.of(49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1)
                .orElseThrow();

        assertThat(chart.center()).isCloseTo(50.81, within(1e-12));
        assertThat(chart.meanMovingRange()).isCloseTo(1.87777777777778, within(1e-12));
        assertThat(chart.sigma()).isCloseTo(1.66469661150512, within(1e-12));
        assertThat(chart.upper()).isCloseTo(55.8040898345154, within(1e-9));
        assertThat(chart.lower()).isCloseTo(45.8159101654846, within(1e-9));
        assertThat(chart.movingRangeUpper()).isCloseTo(6.1347, within(6e-5));
        assertThat(chart.outside()).isEmpty();
    }

    @Test
    @DisplayName("a spike lies outside of the limits, equal values do not, and one value has no chart")
    void individualsAtTheEdges() {
        assertThat(IndividualsChart.of(5, 5.1, 4.9, 5, 5.1, 4.9, 5, 9, 5, 5.1, 4.9, 5, 5.1, 5)
                        .orElseThrow()
                        .outside())
                .containsExactly(7);
        assertThat(IndividualsChart.of(0.1, 0.1, 0.1, 0.1).orElseThrow().outside())
                .isEmpty();
        assertThat(IndividualsChart.of(5)).isEmpty();
    }

    @Test
    @DisplayName("ewma-nist-6.3.2.4: asymptotic limits 47.4115 and 52.5884, the 20 means, no point outside")
    void ewma() {
        EwmaChart chart = EwmaChart.of(MONITORED, 50, 2.0539, 0.3, 3, EwmaChart.Limits.ASYMPTOTIC);

        double[] published = {
            50.6, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33, 50.11, 49.36, 49.52, 50.05, 49.38,
            49.92, 50.73, 51.23, 51.94, 51.99
        };
        assertThat(chart.points().stream().mapToDouble(x -> x).toArray()).containsExactly(published, within(0.0051));
        assertThat(chart.upper()).allSatisfy(u -> assertThat(u).isCloseTo(52.5884, within(0.0051)));
        assertThat(chart.lower()).allSatisfy(l -> assertThat(l).isCloseTo(47.4115, within(0.0051)));
        assertThat(chart.outside()).isEmpty();
    }

    @Test
    @DisplayName("exact EWMA limits begin at width x sigma x lambda, grow, and end at the asymptotic ones")
    void exactLimits() {
        EwmaChart exact = EwmaChart.of(MONITORED, 50, 2, 0.3, 3, EwmaChart.Limits.EXACT);

        assertThat(exact.upper().get(0) - 50).isCloseTo(3 * 2 * 0.3, within(1e-12));
        // variance of 0.3 x2 + 0.7 * 0.3 x1
        assertThat(exact.upper().get(1) - 50).isCloseTo(6 * Math.sqrt(0.09 + 0.49 * 0.09), within(1e-12));
        assertThat(exact.upper().get(19) - 50).isCloseTo(6 * Math.sqrt(0.3 / 1.7), within(1e-5));
    }

    @Test
    @DisplayName("a small lasting shift leaves the EWMA limits though no single value is out of the ordinary")
    void smallShift() {
        double[] shifted = Arrays.copyOf(MONITORED, 24);
        Arrays.fill(shifted, 16, 24, 53.5);

        assertThat(EwmaChart.of(shifted, 50, 2.0539, 0.3, 3, EwmaChart.Limits.EXACT)
                        .outside())
                .isNotEmpty()
                .allSatisfy(i -> assertThat(i).isGreaterThan(15));
        assertThat(IndividualsChart.of(shifted).orElseThrow().outside()).isEmpty();
    }

    @Test
    @DisplayName("cusum-nist-6.3.2.3: both sums, and the first signal at point 13 (from 0)")
    void cusum() {
        CusumChart chart = CusumChart.of(
                new double[] {
                    324.925, 324.675, 324.725, 324.35, 325.35, 325.225, 324.125, 324.525, 325.225, 324.6, 324.625,
                    325.15, 328.325, 327.25, 327.825, 328.5, 326.675, 327.775, 326.875, 328.35
                },
                325,
                0.3175,
                4.1959);

        assertThat(values(chart.high()))
                .containsExactly(
                        new double[] {
                            0, 0, 0, 0, 0.03, 0, 0, 0, 0, 0, 0, 0, 3.01, 4.94, 7.45, 10.63, 11.99, 14.44, 16, 19.04
                        },
                        within(0.0051));
        assertThat(values(chart.low()))
                .containsExactly(
                        new double[] {0, 0.01, 0, 0.33, 0, 0, 0.56, 0.72, 0.17, 0.25, 0.31, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                        within(0.0051));
        assertThat(chart.signals()).startsWith(13).hasSize(7);
    }

    private static double[] values(List<Double> list) {
        return list.stream().mapToDouble(x -> x).toArray();
    }
}
