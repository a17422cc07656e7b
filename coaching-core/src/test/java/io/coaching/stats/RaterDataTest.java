package io.coaching.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Public sets of ratings, with figures computed elsewhere (pandas and SciPy, and again in R): read from the folder that the
 * property {@code coaching.data} names; skipped where it is absent.
 */
class RaterDataTest {
    private static final Path DATA = Path.of(System.getProperty("coaching.data", "../../shared/data"));

    @BeforeAll
    static void look() {
        assumeTrue(Files.isDirectory(DATA.resolve("raters")), "there is no folder " + DATA + " with data");
    }

    private static List<String[]> read(String file) {
        try {
            return Files.readAllLines(DATA.resolve(file)).stream()
                    .skip(1)
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A row for each subject, a column for each rater. */
    private static Ratings square(String file) {
        return SomeRatings.bySubject(read("raters/" + file).stream()
                .map(row ->
                        java.util.Arrays.stream(row).mapToInt(Integer::parseInt).toArray())
                .toArray(int[][]::new));
    }

    /** The numbers of answers/raters.json, in the order ICC1, ICC2, ICC3, ICC1k, ICC2k, ICC3k, interval alpha. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "irr_anxiety.csv, 0.17502238137869278, 0.19799825935596171, 0.21604938271604943, 0.3889257294429706,"
                + " 0.42549875311720703, 0.45258620689655177, 0.17009860788863085",
        "irr_video.csv, 0.1126903553299493, 0.1569131832797428, 0.19598393574297196, 0.33687405159332334,"
                + " 0.4267599475295147, 0.49367728882144674, 0.10887690044139275"
    })
    void answers(
            String file,
            double icc1,
            double icc2,
            double icc3,
            double icc1k,
            double icc2k,
            double icc3k,
            double alpha) {
        Ratings ratings = square(file);
        Map<IntraclassForm, Double> expected = new LinkedHashMap<>();
        expected.put(IntraclassForm.ONE_WAY_SINGLE, icc1);
        expected.put(IntraclassForm.AGREEMENT_SINGLE, icc2);
        expected.put(IntraclassForm.CONSISTENCY_SINGLE, icc3);
        expected.put(IntraclassForm.ONE_WAY_AVERAGE, icc1k);
        expected.put(IntraclassForm.AGREEMENT_AVERAGE, icc2k);
        expected.put(IntraclassForm.CONSISTENCY_AVERAGE, icc3k);
        expected.forEach((form, value) -> assertThat(
                        IntraclassCorrelation.of(ratings, form).value())
                .as(form.notation())
                .hasValueCloseTo(value, within(1e-12)));
        assertThat(KrippendorffAlpha.of(ratings, MeasurementLevel.INTERVAL).value())
                .hasValueCloseTo(alpha, within(1e-12));
    }

    @Test
    @DisplayName("the table of Shrout and Fleiss by interval alpha")
    void shroutFleiss() {
        Ratings ratings = SomeRatings.bySubject(
                new int[] {9, 2, 5, 8},
                new int[] {6, 1, 3, 2},
                new int[] {8, 4, 6, 8},
                new int[] {7, 1, 2, 6},
                new int[] {10, 5, 6, 9},
                new int[] {6, 2, 4, 7});
        assertThat(KrippendorffAlpha.of(ratings, MeasurementLevel.INTERVAL).value())
                .hasValueCloseTo(0.14730785039046423, within(1e-12));
    }

    @Test
    @DisplayName("USJudgeRatings as 12 items")
    void judges() {
        double[][] scores = read("raters/R_USJudgeRatings.csv").stream()
                .map(row -> IntStream.range(row.length - 12, row.length)
                        .mapToDouble(k -> Double.parseDouble(row[k]))
                        .toArray())
                .toArray(double[][]::new);
        assertThat(CronbachAlpha.of(scores).coefficient().value()).hasValueCloseTo(0.9728827782516644, within(1e-12));
    }

    /** The manual of R's irr: kendall(anxiety, TRUE) prints Wt 0.54, Chisq(19) 30.8, p 0.0429; more digits by SciPy. */
    @Test
    @DisplayName("irr's anxiety: Kendall's W with ties")
    void anxiety() {
        KendallW w = KendallW.of(square("irr_anxiety.csv"));
        TestResult test = w.test().orElseThrow();
        assertThat(w.coefficient().value()).hasValueCloseTo(0.5396568759543698, within(1e-12));
        assertThat(test.statistic()).isCloseTo(30.76044192939911, within(1e-9));
        assertThat(test.degreesOfFreedom()).isEqualTo(19);
        assertThat(test.pValue()).isCloseTo(0.042883473126947666, within(1e-9));
    }

    /** Fleiss 1971 by way of the raw ratings; and the counts of the reference case are the same. */
    @Test
    @DisplayName("irr's diagnoses: Fleiss' kappa")
    void diagnoses() {
        assertThat(FleissKappa.of(labels("irr_diagnoses.csv")).coefficient().value())
                .hasValueCloseTo(0.430244520060141, within(1e-12));
    }

    /** The manual of R's irr: kappa2(vision) prints 0.595 unweighted over 7,477 persons. */
    @Test
    @DisplayName("irr's vision: Cohen's kappa of two eyes")
    void vision() {
        Coefficient kappa = CohenKappa.of(labels("irr_vision.csv"), AgreementWeights.IDENTITY);
        assertThat(kappa.units()).isEqualTo(7477);
        assertThat(kappa.value()).hasValueCloseTo(0.595, within(5e-4));
    }

    private static Ratings labels(String file) {
        List<String[]> rows = read("raters/" + file);
        var numbers = new TreeMap<String, Integer>();
        rows.forEach(row -> List.of(row).forEach(label -> numbers.put(label, 0)));
        int next = 0;
        for (Map.Entry<String, Integer> entry : numbers.entrySet()) {
            entry.setValue(next++);
        }
        return SomeRatings.bySubject(rows.stream()
                .map(row -> List.of(row).stream().mapToInt(numbers::get).toArray())
                .toArray(int[][]::new));
    }

    /** Students, raters and items of sirt's ratings2, each numbered in the order of their names. */
    private static Ratings students(List<String> raters, boolean byItem) {
        List<String[]> rows = read("raters/sirt_data.ratings2.csv");
        List<String> students =
                rows.stream().map(row -> row[0]).distinct().sorted().toList();
        rows.stream().map(row -> row[1]).distinct().sorted().forEach(raters::add);
        var subject = new ArrayList<Integer>();
        var rater = new ArrayList<Integer>();
        var item = new ArrayList<Integer>();
        var value = new ArrayList<Integer>();
        for (String[] row : rows) {
            int sum = 0;
            for (int k = 0; k < 5; k++) {
                sum += Integer.parseInt(row[2 + k]);
                if (byItem) {
                    subject.add(students.indexOf(row[0]));
                    rater.add(raters.indexOf(row[1]));
                    item.add(k);
                    value.add(Integer.parseInt(row[2 + k]));
                }
            }
            if (!byItem) {
                subject.add(students.indexOf(row[0]));
                rater.add(raters.indexOf(row[1]));
                item.add(0);
                value.add(2 * sum); // a mean of five, with one decimal
            }
        }
        Ratings ratings = Ratings.of(ints(subject), ints(rater), ints(item), ints(value));
        return byItem ? ratings : ratings.withDecimals(1);
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(v -> v).toArray();
    }

    @Test
    @DisplayName("sirt's ratings2: severity against the others, rater by rater, by items and by their means")
    void severity() {
        var raters = new ArrayList<String>();
        RaterEffects byItem = RaterEffects.leaveOneOut(students(raters, true));
        RaterEffects byMean = RaterEffects.leaveOneOut(students(new ArrayList<>(), false));
        List<String[]> answers = read("answers/sirt_ratings2_severity.csv");
        assertThat(answers).hasSize(raters.size());
        for (String[] answer : answers) {
            int r = raters.indexOf(answer[0]);
            double expected = Double.parseDouble(answer[2]);
            assertThat(byMean.ratings(r)).isEqualTo(Integer.parseInt(answer[1]));
            assertThat(byMean.effect(r)).as(answer[0]).hasValueCloseTo(expected, within(1e-12));
            assertThat(byItem.ratings(r)).isEqualTo(5 * Integer.parseInt(answer[1]));
            assertThat(byItem.effect(r)).as(answer[0]).hasValueCloseTo(expected, within(1e-12));
        }
    }

    /** NumPy: least squares and pseudo-inverse on the full matrix; Henderson's method III. */
    @Test
    @DisplayName("sirt's ratings2: the additive model says nearly the same, with its errors")
    void additive() {
        Ratings ratings = students(new ArrayList<>(), false);
        RaterEffects fixed = RaterEffects.fixed(ratings);
        double[] effects = {
            -0.270499, -0.135691, -0.146236, 0.243676, 0.057135, -0.090515, 0.047612, -0.433493, 0.097765, 0.245437,
            -0.060941, 0.004516, 0.306278, -0.258122, 0.120121, 0.272956
        };
        double[] se = {
            0.058202, 0.059775, 0.060239, 0.057142, 0.058686, 0.05978, 0.058161, 0.056174, 0.057658, 0.057145, 0.057642,
            0.056656, 0.058155, 0.057141, 0.05816, 0.07261
        };
        for (int r = 0; r < effects.length; r++) {
            assertThat(fixed.effect(r)).hasValueCloseTo(effects[r], within(1e-6));
            assertThat(fixed.standardError(r)).hasValueCloseTo(se[r], within(1e-6));
        }
        VarianceComponents components = VarianceComponents.crossed(ratings);
        assertThat(components.unit()).hasValueCloseTo(0.4589662309049662, within(1e-9));
        assertThat(components.rater()).hasValueCloseTo(0.04302436119971178, within(1e-9));
        assertThat(components.residual()).hasValueCloseTo(0.10679562354475812, within(1e-9));
    }

    /**
     * lme4's InstEval. R: lmer(y ~ 1 + (1|s) + (1|d)) by REML has standard deviations near 0.326 (students), 0.523 (lecturers)
     * and 1.177 (residual).
     */
    @Test
    @DisplayName("InstEval: 73,421 ratings of 1,128 lecturers by 2,972 students, in seconds")
    void instEval() {
        List<String[]> rows = read("raters/lme4_InstEval.csv");
        int[] student = new int[rows.size()];
        int[] lecturer = new int[rows.size()];
        int[] value = new int[rows.size()];
        for (int i = 0; i < value.length; i++) {
            String[] row = rows.get(i);
            student[i] = Integer.parseInt(row[0]);
            lecturer[i] = Integer.parseInt(row[1]);
            value[i] = Integer.parseInt(row[6]);
        }
        Ratings ratings = Ratings.of(lecturer, student, value);
        long before = System.nanoTime();
        RaterEffects fixed = RaterEffects.fixed(ratings);
        RaterEffects shrunken = RaterEffects.shrunken(ratings);
        double seconds = (System.nanoTime() - before) / 1e9;
        assertThat(ratings.size()).isEqualTo(73_421);
        assertThat(fixed.connections().isConnected()).isTrue();
        assertThat(fixed.connections().raters(0)).isEqualTo(2_972);
        VarianceComponents components = VarianceComponents.crossed(ratings);
        assertThat(Math.sqrt(components.rater().orElseThrow())).isCloseTo(0.326, within(0.02));
        assertThat(Math.sqrt(components.unit().orElseThrow())).isCloseTo(0.523, within(0.05));
        assertThat(Math.sqrt(components.residual().orElseThrow())).isCloseTo(1.177, within(0.005));
        double sum = 0;
        double within = 0;
        for (int r = 0; r < ratings.raters(); r++) {
            if (fixed.ratings(r) > 0) {
                sum += fixed.effect(r).orElseThrow();
                within += Math.abs(shrunken.effect(r).orElseThrow())
                                <= Math.abs(fixed.effect(r).orElseThrow()) + 0.05
                        ? 1
                        : 0;
            }
        }
        assertThat(sum).isCloseTo(0, within(1e-6));
        assertThat(within / 2_972).isGreaterThan(0.98);
        assertThat(seconds).isLessThan(60);
    }
}
