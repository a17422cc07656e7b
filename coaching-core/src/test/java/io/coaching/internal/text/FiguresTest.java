package io.coaching.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "-0.0 | 0",
                "0.63150052 | 0.6315",
                "999.94 | 999.9",
                "2360.909 | 2,361",
                "-1234567 | -1,234,567",
                "1e-9 | 1E-9",
                "0.00012345 | 0.0001234",
                "100 | 100"
            })
    void generalFiguresHaveFourDigitsOrAllBeforeThePoint(double value, String text) {
        assertThat(Figures.general(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5 | 0 | 0",
                "1.5 | 0 | 2",
                "2.675 | 2 | 2.68",
                "-0.004 | 2 | 0.00",
                "1234.5 | 1 | 1,234.5",
                "-1000 | 0 | -1,000",
                "999999.96 | 1 | 1,000,000.0"
            })
    void fixedFiguresRoundHalvesToEvenAndKnowNoMinusZero(double value, int decimals, String text) {
        assertThat(Figures.fixed(value, decimals)).isEqualTo(text);
    }

    @Test
    void sharesAreWrittenInPercent() {
        assertThat(Figures.percent(0.6315005, 1)).isEqualTo("63.2%");
        assertThat(Figures.percent(0.29, 0)).isEqualTo("29%");
    }

    @Test
    void aDifferenceShowsItsSignUnlessItIsNought() {
        assertThat(Figures.signed(3.21, 1)).isEqualTo("+3.2");
        assertThat(Figures.signed(-3.21, 1)).isEqualTo("-3.2");
        assertThat(Figures.signed(0.01, 1)).isEqualTo("0.0");
        assertThat(Figures.signed(-0.01, 1)).isEqualTo("0.0");
    }

    @Test
    void countsAreGroupedUpToTheLargest() {
        assertThat(Figures.count(12)).isEqualTo("12");
        assertThat(Figures.count(Long.MIN_VALUE)).isEqualTo("-9,223,372,036,854,775,808");
    }

    @Test
    void plainFiguresKeepAllTheirDigits() {
        assertThat(Figures.plain(97.50)).isEqualTo("97.5");
        assertThat(Figures.plain(1e20)).isEqualTo("100000000000000000000");
    }
}
