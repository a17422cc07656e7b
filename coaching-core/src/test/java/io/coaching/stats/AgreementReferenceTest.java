package io.coaching.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.Percent;
import io.coaching.base.Reason;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Coefficients of agreement against published figures. */
class AgreementReferenceTest {
    private static final long[][] READERS = {{20, 5}, {10, 15}};
    /** Agresti 1990, Categorical Data Analysis, table 2.10 (Hout et al. 1987). */
    private static final long[][] COUPLES = {{7, 7, 2, 3}, {2, 8, 3, 7}, {1, 5, 4, 9}, {2, 8, 9, 14}};

    private static final int[][] SHROUT_FLEISS = {
        {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
    };

    static Stream<Arguments> kappas() {
        return Stream.of(
                Arguments.of("kappa-altman-2x2-readers", READERS, AgreementWeights.IDENTITY, 0.4, 0.1269960629311),
                Arguments.of("kappa-altman-2x2-readers", READERS, AgreementWeights.LINEAR, 0.4, 0.1269960629311),
                Arguments.of("kappa-altman-2x2-readers", READERS, AgreementWeights.QUADRATIC, 0.4, 0.1269960629311),
                Arguments.of(
                        "kappa-sexualfun", COUPLES, AgreementWeights.IDENTITY, 0.12933025404157, 0.0685985324807086),
                Arguments.of(
                        "kappa-sexualfun", COUPLES, AgreementWeights.LINEAR, 0.237380627557981, 0.0783163347783729),
                Arguments.of(
                        "kappa-sexualfun", COUPLES, AgreementWeights.QUADRATIC, 0.332045586246861, 0.0972975219586046));
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("kappas")
    void kappaOfTwo(String id, long[][] table, AgreementWeights weights, double kappa, double se) {
        Coefficient found = CohenKappa.ofTable(table, weights);
        assertThat(found.value()).as(id).hasValueCloseTo(kappa, within(1e-9));
        assertThat(found.standardError()).hasValueCloseTo(se, within(1e-9));
        Limits limits = found.limits(0.95).orElseThrow();
        assertThat(limits.high() - limits.low()).isCloseTo(2 * 1.959963984540054 * se, within(1e-9));
    }

    @Test
    @DisplayName("kappa-altman-2x2-readers: what went in, and the same from ratings one by one")
    void kappaFromRatings() {
        int[][] cells = new int[100][];
        int row = 0;
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 2; b++) {
                for (int i = 0; i < READERS[a][b]; i++) {
                    cells[row] = new int[] {row / 2, 0, a};
                    cells[row + 1] = new int[] {row / 2, 1, b};
                    row += 2;
                }
            }
        }
        Coefficient found = CohenKappa.of(SomeRatings.ofCells(cells), AgreementWeights.IDENTITY);
        assertThat(found.observed()).hasValueCloseTo(0.7, within(1e-12));
        assertThat(found.expected()).hasValueCloseTo(0.5, within(1e-12));
        assertThat(found.value()).hasValueCloseTo(0.4, within(1e-12));
        assertThat(found.units()).isEqualTo(50);
    }

    /** Fleiss 1971, Psychological Bulletin 76:378, table 1. */
    @Test
    @DisplayName("fleiss-kappa-1971")
    void fleiss() {
        FleissKappa kappa = FleissKappa.of(SomeRatings.byCounts(
                "00060", "03003", "01401", "00006", "03030", "20400", "00402", "20310", "20040", "00006", "10050",
                "11040", "03300", "10050", "02031", "00501", "30012", "51000", "02040", "10203", "00006", "01050",
                "02013", "20040", "10041", "05010", "40002", "02040", "10500", "00006"));
        assertThat(kappa.coefficient().value()).hasValueCloseTo(0.430244520060141, within(1e-9));
        assertThat(kappa.coefficient().observed()).hasValueCloseTo(0.555555555555556, within(1e-9));
        assertThat(kappa.coefficient().expected()).hasValueCloseTo(0.219938271604938, within(1e-9));
        assertThat(kappa.nullStandardError()).hasValueCloseTo(0.0243739320994112, within(1e-9));
        double z = kappa.coefficient().value().orElseThrow()
                / kappa.nullStandardError().orElseThrow();
        assertThat(z).isCloseTo(17.6518305829914, within(1e-9));
        double[] byLevel = {0.244755244755245, 0.244755244755245, 0.52, 0.471127272727273, 0.566117806823969};
        for (int k = 0; k < byLevel.length; k++) {
            assertThat(kappa.ofLevel(k).value()).hasValueCloseTo(byLevel[k], within(1e-9));
        }
    }

    @ParameterizedTest(name = "krippendorff-2011-4x12, {0}")
    @CsvSource({
        "NOMINAL, 0.743421052631579",
        "ORDINAL, 0.815387503754881",
        "INTERVAL, 0.849107142857143",
        "RATIO, 0.797402774711612"
    })
    void krippendorff(MeasurementLevel level, double expected) {
        Coefficient alpha = KrippendorffAlpha.of(SomeRatings.KRIPPENDORFF, level);
        assertThat(alpha.value()).hasValueCloseTo(expected, within(1e-9));
        assertThat(alpha.ratings()).isEqualTo(40);
        assertThat(alpha.units()).isEqualTo(11);
    }

    /** The delete-one jackknife of a plain Python computation: 0.1463, 0.1480, 0.1408, 0.1433. */
    @ParameterizedTest(name = "krippendorff-2011-4x12, how sure, {0}")
    @CsvSource({"NOMINAL, 0.1463", "ORDINAL, 0.1480", "INTERVAL, 0.1408", "RATIO, 0.1433"})
    void limitsOfAlphaByTwoWays(MeasurementLevel level, double jackknife) {
        Coefficient linearised = KrippendorffAlpha.of(SomeRatings.KRIPPENDORFF, level);
        Coefficient drawn = KrippendorffAlpha.bootstrap(SomeRatings.KRIPPENDORFF, level, 2000, 1);
        assertThat(linearised.standardError()).hasValueCloseTo(jackknife, within(0.025));
        assertThat(drawn.standardError()).hasValueCloseTo(jackknife, within(0.015));
        assertThat(drawn.value()).isEqualTo(linearised.value());
        assertThat(drawn.limits(0.95).orElseThrow().contains(drawn.value().orElseThrow()))
                .isTrue();
        assertThat(drawn.limits(0.9))
                .isEqualTo(KrippendorffAlpha.bootstrap(SomeRatings.KRIPPENDORFF, level, 2000, 1)
                        .limits(0.9))
                .isNotEqualTo(KrippendorffAlpha.bootstrap(SomeRatings.KRIPPENDORFF, level, 2000, 2)
                        .limits(0.9));
    }

    /**
     * Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed., on the same 4 x 12 table (cac.raw4raters of his package irrCAC): AC1
     * 0.77544 with standard error 0.14295, Fleiss' kappa 0.76117 with 0.15302, percent agreement 0.8182. Weighted ones: the
     * formulas of the book in NumPy.
     */
    @ParameterizedTest(name = "Gwet 2014, {0}")
    @CsvSource({
        "IDENTITY, 0.775444068126995, 0.1429499506407653",
        "LINEAR, 0.8587391364326115, 0.11732902188136357",
        "QUADRATIC, 0.9140007235516047, 0.10396224464505993",
        "ORDINAL, 0.8989397699075113, 0.1069035238154355"
    })
    void gwet(AgreementWeights weights, double value, double se) {
        Coefficient ac = GwetCoefficient.ac2(SomeRatings.KRIPPENDORFF, weights);
        assertThat(ac.value()).hasValueCloseTo(value, within(1e-12));
        assertThat(ac.standardError()).hasValueCloseTo(se, within(1e-12));
    }

    @Test
    @DisplayName("Gwet 2014: what stands beside AC1 on the same table")
    void gwetBeside() {
        Coefficient fleiss = FleissKappa.of(SomeRatings.KRIPPENDORFF).coefficient();
        assertThat(fleiss.value()).hasValueCloseTo(0.76117, within(5e-6));
        assertThat(fleiss.standardError()).hasValueCloseTo(0.15302, within(5e-6));
        assertThat(PercentAgreement.of(SomeRatings.KRIPPENDORFF).value()).hasValueCloseTo(9 / 11.0, within(1e-12));
        Limits limits =
                GwetCoefficient.ac1(SomeRatings.KRIPPENDORFF).limits(0.95).orElseThrow();
        assertThat(limits.low()).isCloseTo(0.461, within(5e-4));
        assertThat(limits.high()).isEqualTo(1);
    }

    /**
     * Gwet 2014: 100 pregnancies by two abstractors (cont3x3abstractors of irrCAC): AC1 0.8493305, Cohen 0.7964094, Scott 0.7962397,
     * Krippendorff 0.7972585, 0.89 observed.
     */
    @Test
    void gwetAbstractors() {
        int[][] table = {{13, 0, 0}, {0, 20, 7}, {0, 4, 56}};
        int[][] rows = IntStream.range(0, 9)
                .boxed()
                .flatMap(i -> IntStream.range(0, table[i / 3][i % 3]).mapToObj(n -> new int[] {i / 3, i % 3}))
                .toArray(int[][]::new);
        Ratings ratings = SomeRatings.bySubject(rows);
        assertThat(GwetCoefficient.ac1(ratings).value()).hasValueCloseTo(0.8493305, within(5e-8));
        assertThat(CohenKappa.of(ratings, AgreementWeights.IDENTITY).value()).hasValueCloseTo(0.7964094, within(5e-8));
        assertThat(CohenKappa.of(ratings, AgreementWeights.IDENTITY).standardError())
                .hasValueCloseTo(0.05891072, within(5e-4)); // irrCAC divides by n - 1 where the paper has n
        assertThat(FleissKappa.of(ratings).coefficient().value()).hasValueCloseTo(0.7962397, within(5e-8));
        assertThat(KrippendorffAlpha.of(ratings, MeasurementLevel.NOMINAL).value())
                .hasValueCloseTo(0.7972585, within(5e-8));
        assertThat(PercentAgreement.of(ratings).value()).hasValueCloseTo(0.89, within(1e-12));
    }

    /** With ties, by hand; the published case is in {@code RaterDataTest}. */
    @Test
    void kendall() {
        Ratings ratings = SomeRatings.bySubject(
                new int[] {1, 2, 3}, new int[] {2, 1, 4}, new int[] {3, 3, 2}, new int[] {4, 5, 1}, new int[] {4, 4, 5
                });
        KendallW w = KendallW.of(ratings);
        // ranks 1 2 3 4.5 4.5 | 2 1 3 5 4 | 3 4 2 1 5: sums 6 7 8 10.5 13.5, S = 36.5, T = 6, 12 S / (9 * 120 - 18)
        assertThat(w.coefficient().value()).hasValueCloseTo(12 * 36.5 / 1062, within(1e-12));
        assertThat(w.test().orElseThrow().statistic()).isCloseTo(12 * 12 * 36.5 / 1062, within(1e-12));
        assertThat(w.test().orElseThrow().degreesOfFreedom()).isEqualTo(4);
    }

    /** Siegel 1956, Nonparametric Statistics, chapter 9: three executives rank six applicants, s = 25.5, W = .16. */
    @Test
    void kendallOfThreeExecutives() {
        KendallW w = KendallW.of(SomeRatings.byRater("163254", "156423", "632541"));
        assertThat(w.coefficient().value()).hasValueCloseTo(0.16, within(0.005));
        assertThat(w.coefficient().value()).hasValueCloseTo(12 * 25.5 / (9 * (216 - 6)), within(1e-12));
    }

    @Test
    void kendallLooksAtRanksAlone() {
        Ratings alike = SomeRatings.byRater("1235", "2346", "5789");
        assertThat(KendallW.of(alike).coefficient().value()).hasValue(1);
        Ratings opposed = SomeRatings.byRater("1234", "4321");
        assertThat(KendallW.of(opposed).coefficient().value()).hasValue(0);
    }

    @ParameterizedTest(name = "icc-shrout-fleiss-1979, {0}")
    @CsvSource({
        "ONE_WAY_SINGLE, 0.165741768405475, -0.132932324874751, 0.722560062328121",
        "AGREEMENT_SINGLE, 0.289763779527559, 0.018786513374712, 0.761084369648953",
        "CONSISTENCY_SINGLE, 0.714840714840715, 0.342464765033925, 0.945858259955359",
        "ONE_WAY_AVERAGE, 0.442797133679269, -0.884442, 0.912415",
        "AGREEMENT_AVERAGE, 0.620050547598989, 0.071130, 0.927237",
        "CONSISTENCY_AVERAGE, 0.909315542377069, 0.675674, 0.985892"
    })
    void icc(IntraclassForm form, double value, double low, double high) {
        Coefficient icc = IntraclassCorrelation.of(SomeRatings.bySubject(SHROUT_FLEISS), form);
        // those of an average: Spearman and Brown's of the limits of one, k = 4
        double tolerance = form.isAverage() ? 1e-5 : 1e-7;
        assertThat(icc.value()).hasValueCloseTo(value, within(1e-7));
        assertThat(icc.limits(0.95).orElseThrow().low()).isCloseTo(low, within(tolerance));
        assertThat(icc.limits(0.95).orElseThrow().high()).isCloseTo(high, within(tolerance));
    }

    @Test
    @DisplayName("icc-shrout-fleiss-1979: F")
    void iccTest() {
        Ratings ratings = SomeRatings.bySubject(SHROUT_FLEISS);
        TestResult one =
                IntraclassCorrelation.test(VarianceComponents.oneWay(ratings)).orElseThrow();
        TestResult three =
                IntraclassCorrelation.test(VarianceComponents.crossed(ratings)).orElseThrow();
        assertThat(one.statistic()).isCloseTo(1.79467849223947, within(1e-7));
        assertThat(one.pValue()).isCloseTo(0.16476880834464, within(1e-7));
        assertThat(three.statistic()).isCloseTo(11.0272479564033, within(1e-7));
        assertThat(three.pValue()).isCloseTo(0.000134566516484338, within(1e-10));
    }

    /** Chatterjee and Price 1977; limits by scipy.stats.f: 0.73938, 0.91577. */
    @Test
    @DisplayName("cronbach-attitude")
    void cronbach() {
        CronbachAlpha alpha = CronbachAlpha.of(ATTITUDE);
        assertThat(alpha.coefficient().value()).hasValueCloseTo(0.84314276956476, within(1e-9));
        assertThat(alpha.standardized()).hasValueCloseTo(0.839083803029511, within(1e-9));
        assertThat(alpha.meanCorrelation()).hasValueCloseTo(0.426906642649717, within(1e-9));
        double[] without = {
            0.809760206308921,
            0.79691745727414,
            0.827847765938659,
            0.803030975022574,
            0.795386574198205,
            0.863872311446437,
            0.840464868265457
        };
        double[] rest = {
            0.671262057223664,
            0.742109710222238,
            0.560711111480256,
            0.714445498133676,
            0.7862755938344,
            0.265034339196676,
            0.460810549468496
        };
        for (int j = 0; j < 7; j++) {
            assertThat(alpha.without(j)).hasValueCloseTo(without[j], within(1e-9));
            assertThat(alpha.restCorrelation(j)).hasValueCloseTo(rest[j], within(1e-9));
        }
        Limits limits = alpha.coefficient().limits(0.95).orElseThrow();
        assertThat(limits.low()).isCloseTo(0.7393756856431069, within(1e-9));
        assertThat(limits.high()).isCloseTo(0.9157730721599816, within(1e-9));
    }

    /** Davies and Goldsmith 1972, table 6.3. */
    @Test
    @DisplayName("variance-components-dyestuff")
    void dyestuff() {
        VarianceComponents components = VarianceComponents.oneWay(SomeRatings.bySubject(
                new int[] {1545, 1440, 1440, 1520, 1580},
                new int[] {1540, 1555, 1490, 1560, 1495},
                new int[] {1595, 1550, 1605, 1510, 1560},
                new int[] {1445, 1440, 1595, 1465, 1545},
                new int[] {1595, 1630, 1515, 1635, 1625},
                new int[] {1520, 1455, 1450, 1480, 1445}));
        assertThat(components.unit()).hasValueCloseTo(1764.05, within(1e-9));
        assertThat(components.residual()).hasValueCloseTo(2451.25, within(1e-9));
        assertThat(components.mean()).hasValueCloseTo(1527.5, within(1e-9));
        assertThat(components.rater()).isEmpty();
        assertThat(IntraclassCorrelation.of(components, IntraclassForm.ONE_WAY_SINGLE)
                        .value())
                .hasValueCloseTo(0.418487414893365, within(1e-9));
    }

    /** Henderson's method III in NumPy, from the definition of R(a | b) and its expectation. */
    @Test
    void componentsOfAnIncompleteDesign() {
        VarianceComponents components = VarianceComponents.crossed(SomeRatings.KRIPPENDORFF);
        assertThat(components.unit()).hasValueCloseTo(1.2456692601197688, within(1e-9));
        assertThat(components.rater()).hasValueCloseTo(0.017036238383298697, within(1e-9));
        assertThat(components.residual()).hasValueCloseTo(0.20710169265118406, within(1e-9));
    }

    @Test
    void howManyRaters() {
        DecisionStudy study = new DecisionStudy(0.5, 0.2, 0.3);
        assertThat(study.dependability(1)).isEqualTo(0.5);
        assertThat(study.dependability(2)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(study.generalizability(1)).isEqualTo(0.625);
        assertThat(study.ratersFor(0.8)).hasValue(4);
        assertThat(study.dependability(4)).isEqualTo(0.8);
        assertThat(study.ratersForAdjusted(0.8)).hasValue(3);
        assertThat(study.standardError(4)).isCloseTo(Math.sqrt(0.125), within(1e-12));
        assertThat(new DecisionStudy(0, 0.2, 0.3).ratersFor(0.8)).isEmpty();
        assertThat(new DecisionStudy(1, 0, 0).ratersFor(0.99)).hasValue(1);
    }

    // ---- what has no answer

    static Stream<Arguments> undefined() {
        return Stream.of(
                Arguments.of(SomeRatings.byRater("333", "333"), Reason.NO_VARIATION),
                Arguments.of(SomeRatings.byRater("333", "333").onScale(1, 2, 3), Reason.NO_VARIATION),
                Arguments.of(SomeRatings.byRater("123"), Reason.ONE_RATER),
                Arguments.of(SomeRatings.byRater("12..", "..34"), Reason.NO_OVERLAP),
                Arguments.of(SomeRatings.byRater("..", ".."), Reason.NO_DATA));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("undefined")
    void thereIsAReasonAndNeverANumber(Ratings ratings, Reason reason) {
        Stream<Coefficient> all = Stream.of(
                        Stream.of(MeasurementLevel.values()).map(level -> KrippendorffAlpha.of(ratings, level)),
                        Stream.of(AgreementWeights.values()).map(weights -> GwetCoefficient.ac2(ratings, weights)),
                        Stream.of(AgreementWeights.values())
                                .filter(weights -> reason != Reason.NO_DATA)
                                .map(weights -> CohenKappa.of(ratings, weights)),
                        Stream.of(IntraclassForm.AGREEMENT_SINGLE, IntraclassForm.CONSISTENCY_AVERAGE)
                                .map(form -> IntraclassCorrelation.of(ratings, form)),
                        Stream.of(
                                FleissKappa.of(ratings).coefficient(),
                                KendallW.of(ratings).coefficient()))
                .flatMap(found -> found);
        assertThat(all).allSatisfy(found -> {
            assertThat(found.whyNot()).as(found.method()).contains(reason);
            assertThat(found.value()).isEmpty();
            assertThat(found.limits(0.95)).isEmpty();
            assertThat(found.estimate(Percent.of(95))).isEqualTo(Estimate.undefined(reason));
        });
    }

    @Test
    @DisplayName("items of one subject belong together: the same ratings said twice are no more evidence")
    void itemsOfOneSubjectAreNoNewSubjects() {
        int[][] cells = {
            {0, 0, 1}, {0, 1, 2}, {1, 0, 3}, {1, 1, 3}, {2, 0, 1}, {2, 1, 1}, {3, 0, 2}, {3, 1, 3}, {4, 0, 2}, {4, 1, 2}
        };
        int n = cells.length;
        Ratings once = SomeRatings.ofCells(cells);
        Ratings twice = Ratings.of(
                IntStream.range(0, 2 * n).map(i -> cells[i % n][0]).toArray(),
                IntStream.range(0, 2 * n).map(i -> cells[i % n][1]).toArray(),
                IntStream.range(0, 2 * n).map(i -> i / n).toArray(),
                IntStream.range(0, 2 * n).map(i -> cells[i % n][2]).toArray());
        assertThat(twice.units()).isEqualTo(2 * once.units());
        for (AgreementWeights weights : AgreementWeights.values()) {
            Coefficient two = GwetCoefficient.ac2(twice, weights);
            Coefficient one = GwetCoefficient.ac2(once, weights);
            assertThat(two.value()).hasValueCloseTo(one.value().orElseThrow(), within(1e-12));
            assertThat(two.standardError()).hasValueCloseTo(one.standardError().orElseThrow(), within(1e-12));
        }
        assertThat(KrippendorffAlpha.of(twice, MeasurementLevel.ORDINAL)
                        .standardError()
                        .orElseThrow())
                .isCloseTo(
                        KrippendorffAlpha.of(once, MeasurementLevel.ORDINAL)
                                .standardError()
                                .orElseThrow(),
                        within(0.03)); // alpha itself takes 2n for n: the small-sample part differs
    }

    @Test
    void whoAllSayTheSameAgreeFully() {
        assertThat(PercentAgreement.of(SomeRatings.byRater("333", "333")).value())
                .hasValue(1);
    }

    /** pln-fing-udelar/fast-krippendorff, issue 11; Krippendorff confirmed that 0 is meant. */
    @Test
    @DisplayName("GV6: one dissent among five coders: alpha 0.0, with percent agreement and AC2 near 1")
    void oneDissent() {
        Ratings ratings = SomeRatings.byRater("1111111111", "1111111111", "1111111111", "1111111111", "1111111112")
                .onScale(1, 2);
        for (MeasurementLevel level : List.of(MeasurementLevel.NOMINAL, MeasurementLevel.ORDINAL)) {
            assertThat(KrippendorffAlpha.of(ratings, level).value()).hasValueCloseTo(0.0, within(1e-12));
        }
        assertThat(PercentAgreement.of(ratings).value()).hasValueCloseTo(0.96, within(1e-12));
        assertThat(GwetCoefficient.ac2(ratings, AgreementWeights.ORDINAL)
                        .value()
                        .orElseThrow())
                .isGreaterThan(0.95);
        assertThat(FleissKappa.of(ratings).coefficient().value().orElseThrow()).isNegative();
    }

    @Test
    void anEstimateSaysWhatItStandsOn() {
        Estimate estimate = GwetCoefficient.ac1(SomeRatings.KRIPPENDORFF).estimate(Percent.of(90));
        assertThat(estimate).isInstanceOfSatisfying(Known.class, known -> {
            assertThat(known.n()).isEqualTo(11);
            assertThat(known.sizes()).hasToString("[11 units, 41 ratings, 4 raters]");
            assertThat(known.interval().orElseThrow().level()).isEqualTo(Percent.of(90));
            assertThat(known.method()).isEqualTo("Gwet's AC1");
        });
    }

    @Test
    void mistakesOfTheCallerAreNamed() {
        assertThatThrownBy(() -> Ratings.of(new int[] {0}, new int[] {-1}, new int[] {3}))
                .hasMessageContaining("raters[0]")
                .hasMessageContaining("Maybe leave a missing rating out");
        assertThatThrownBy(() -> SomeRatings.KRIPPENDORFF.onScale(1, 2, 3)).hasMessageContaining("scale");
        Ratings twice = SomeRatings.ofCells(new int[] {0, 0, 1}, new int[] {0, 0, 2}, new int[] {0, 1, 2});
        assertThatThrownBy(() -> KrippendorffAlpha.of(twice, MeasurementLevel.NOMINAL))
                .hasMessageContaining("rater 0 rated subject 0 more than once");
        assertThatThrownBy(() -> CohenKappa.of(SomeRatings.KRIPPENDORFF, AgreementWeights.IDENTITY))
                .hasMessageContaining("there are 4");
    }

    @Test
    void itemsMakeUnitsAndDecimalsMakeScores() {
        Ratings ratings = Ratings.of(new int[] {0, 0, 0, 1}, new int[] {0, 1, 0, 1}, new int[] {0, 0, 1, 1}, new int[] {
                    35, 40, 20, 25
                })
                .withDecimals(1);
        assertThat(ratings.units()).isEqualTo(3);
        assertThat(ratings.scale()).containsExactly(2, 2.5, 3.5, 4);
        assertThat(ratings.ofItem(0).size()).isEqualTo(2);
        assertThat(ratings.ofItem(1).scale()).containsExactly(2, 2.5, 3.5, 4);
        assertThat(VarianceComponents.oneWay(ratings.ofItem(0)).mean()).hasValueCloseTo(3.75, within(1e-12));
    }

    private static final double[][] ATTITUDE = {
        {43, 51, 30, 39, 61, 92, 45}, {63, 64, 51, 54, 63, 73, 47}, {71, 70, 68, 69, 76, 86, 48},
        {61, 63, 45, 47, 54, 84, 35}, {81, 78, 56, 66, 71, 83, 47}, {43, 55, 49, 44, 54, 49, 34},
        {58, 67, 42, 56, 66, 68, 35}, {71, 75, 50, 55, 70, 66, 41}, {72, 82, 72, 67, 71, 83, 31},
        {67, 61, 45, 47, 62, 80, 41}, {64, 53, 53, 58, 58, 67, 34}, {67, 60, 47, 39, 59, 74, 41},
        {69, 62, 57, 42, 55, 63, 25}, {68, 83, 83, 45, 59, 77, 35}, {77, 77, 54, 72, 79, 77, 46},
        {81, 90, 50, 72, 60, 54, 36}, {74, 85, 64, 69, 79, 79, 63}, {65, 60, 65, 75, 55, 80, 60},
        {65, 70, 46, 57, 75, 85, 46}, {50, 58, 68, 54, 64, 78, 52}, {50, 40, 33, 34, 43, 64, 33},
        {64, 61, 52, 62, 66, 80, 41}, {53, 66, 52, 50, 63, 80, 37}, {40, 37, 42, 58, 50, 57, 49},
        {63, 54, 42, 48, 66, 75, 33}, {66, 77, 66, 63, 88, 76, 72}, {78, 75, 58, 74, 80, 78, 49},
        {48, 57, 44, 45, 51, 83, 38}, {85, 85, 71, 71, 77, 74, 55}, {82, 82, 39, 59, 64, 78, 39}
    };
}
