package io.coaching.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Known;
import io.coaching.base.MessageCode;
import io.coaching.base.Percent;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.scorecard.Relation;
import io.coaching.stats.AgreementWeights;
import io.coaching.stats.RaterEffects;
import io.coaching.stats.Ratings;
import io.coaching.stats.VarianceComponents;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How far raters agree, and which coefficient to believe. */
class AgreementTest {
    private static final Provenance MADE = Provenance.of(LocalDate.of(2026, 9, 30), "x");

    private static Agreement of(Ratings ratings) {
        return AgreementQuestion.ofRatings(ratings, List.of("criterion"), MADE);
    }

    /** A row for each rater, a character for each subject. */
    private static Ratings byRater(String... rows) {
        int[][] cells = IntStream.range(0, rows.length)
                .boxed()
                .flatMap(r -> IntStream.range(0, rows[r].length())
                        .filter(s -> rows[r].charAt(s) != '.')
                        .mapToObj(s -> new int[] {s, r, rows[r].charAt(s) - '0'}))
                .toArray(int[][]::new);
        return Ratings.of(
                Arrays.stream(cells).mapToInt(c -> c[0]).toArray(),
                Arrays.stream(cells).mapToInt(c -> c[1]).toArray(),
                Arrays.stream(cells).mapToInt(c -> c[2]).toArray());
    }

    @Test
    @DisplayName(
            "GV6: one dissent among many: alpha 0 stands beside percent agreement and AC2, and a sentence says why")
    void prevalence() {
        Agreement agreement = of(byRater("4444444444", "4444444444", "4444444444", "4444444444", "4444444443")
                .onScale(1, 2, 3, 4, 5));
        assertThat(agreement.of(CoefficientKind.KRIPPENDORFF_ALPHA).orThrow()).isCloseTo(0, within(1e-12));
        assertThat(agreement.of(CoefficientKind.PERCENT_AGREEMENT).orThrow()).isCloseTo(0.96, within(1e-12));
        assertThat(agreement.of(CoefficientKind.AC2).orThrow()).isGreaterThan(0.95);
        assertThat(agreement.prevalenceMisleads()).isTrue();
        assertThat(agreement.trusted()).isEqualTo(CoefficientKind.AC2);
        assertThat(agreement.verdict()).isEqualTo(AgreementVerdict.RELIABLE);
        assertThat(agreement.explain())
                .contains("98.0% of all ratings are 4.")
                .contains("alpha is 0.00, although two raters gave the same rating in 96.0% of pairs")
                .contains("Gwet's AC2 does not take the prevalence for chance");
        assertThat(agreement).hasToString("Gwet's AC2 1.00 [0.99, 1.00], reliable, 5 raters");
    }

    @Test
    @DisplayName("GV7: constant ratings have a reason, not 0, 1 or NaN")
    void constant() {
        Agreement agreement = of(byRater("333", "333").onScale(1, 2, 3, 4, 5));
        assertThat(agreement.of(CoefficientKind.KRIPPENDORFF_ALPHA).whyNot()).contains(Reason.NO_VARIATION);
        assertThat(agreement.of(CoefficientKind.AC2).whyNot()).contains(Reason.NO_VARIATION);
        assertThat(agreement.of(CoefficientKind.ICC_AGREEMENT_SINGLE).whyNot()).contains(Reason.NO_VARIATION);
        assertThat(agreement.of(CoefficientKind.PERCENT_AGREEMENT).orThrow()).isEqualTo(1);
        assertThat(agreement.verdict()).isEqualTo(AgreementVerdict.NONE);
        assertThat(agreement.ratersNeeded().whyNot()).contains(Reason.NO_VARIATION);
        assertThat(agreement).hasToString("equal in 100% of pairs, without a verdict, 2 raters");
        assertThat(agreement.explain())
                .contains("no coefficient that is corrected for chance: all observations are alike");
    }

    @Test
    @DisplayName(
            "where each rater always gives the same, nothing is left to chance, and no limits are made of rounding")
    void eachTheirOwn() {
        // tenths on purpose: their means do not come out even
        Ratings ratings = Ratings.of(
                        new int[] {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4},
                        new int[] {0, 1, 2, 1, 2, 3, 2, 3, 4, 3, 4, 0, 4, 0, 1},
                        new int[] {11, 40, 23, 40, 23, 37, 23, 37, 50, 37, 50, 11, 50, 11, 40})
                .withDecimals(1);
        Agreement agreement = of(ratings);
        assertThat(agreement.of(CoefficientKind.ICC_CONSISTENCY_SINGLE).whyNot())
                .contains(Reason.NO_VARIATION);
        assertThat(agreement.of(CoefficientKind.ICC_AGREEMENT_SINGLE).orThrow()).isZero();
        assertThat(agreement.explain()).contains("reliability of a score is not known: all observations are alike");
        VarianceComponents components = VarianceComponents.crossed(ratings);
        assertThat(components.residual()).hasValue(0);
        assertThat(components.unit()).hasValue(0);
        assertThat(RaterEffects.shrunken(ratings).effect(0)).hasValueCloseTo(1.1 - 16.1 / 5, within(1e-12));
    }

    @Test
    @DisplayName("what cannot be told is said in one line that reads")
    void oneRater() {
        assertThat(of(byRater("1234"))).hasToString("agreement undefined: there is only one rater, 1 raters");
    }

    @Test
    @DisplayName("krippendorff-2011-4x12, with everything beside it")
    void sideBySide() {
        Agreement agreement = of(byRater("123321412...", "1233224125..", ".33323422513", "12332441251."));
        assertThat(agreement.of(CoefficientKind.KRIPPENDORFF_ALPHA).orThrow()).isCloseTo(0.8153875, within(1e-6));
        assertThat(agreement.of(CoefficientKind.AC1).orThrow()).isCloseTo(0.7754441, within(1e-6));
        assertThat(agreement.of(CoefficientKind.AC2).orThrow()).isCloseTo(0.8989398, within(1e-6));
        assertThat(agreement.of(CoefficientKind.FLEISS_KAPPA).orThrow()).isCloseTo(0.7611693, within(1e-6));
        assertThat(agreement.trusted()).isEqualTo(CoefficientKind.KRIPPENDORFF_ALPHA);
        assertThat(agreement.verdict()).isEqualTo(AgreementVerdict.UNSURE);
        // components 1.2457, 0.0170, 0.2071: one rater .8475 already
        assertThat(agreement.of(CoefficientKind.ICC_AGREEMENT_SINGLE).orThrow())
                .isCloseTo(1.2456692601 / (1.2456692601 + 0.0170362384 + 0.2071016927), within(1e-8));
        assertThat(agreement.ratersNeeded().orThrow()).isEqualTo(1);
        assertThat(agreement.table().lines().count()).isEqualTo(2 + 6 + 4);
        assertThat(agreement.rows().rows()).hasSizeGreaterThan(10);
        assertThat(agreement.provenance()).isEqualTo(MADE);
    }

    @Test
    void levelWeightsAndTargetMatter() {
        Ratings ratings = byRater("123321412...", "1233224125..", ".33323422513", "12332441251.");
        Agreement standard = of(ratings);
        Agreement other = AgreementQuestion.ofRatings(
                ratings,
                List.of("c"),
                new AgreementRule(Percent.of(80), AgreementWeights.QUADRATIC, Percent.of(95)),
                MADE);
        assertThat(other.of(CoefficientKind.AC2).orThrow()).isCloseTo(0.9140007, within(1e-6));
        assertThat(width(other)).isLessThan(width(standard));
        assertThat(other.ratersNeeded().orThrow()).isEqualTo(4); // 0.95 / 0.05 * 0.2241 / 1.2457 = 3.42
        assertThatThrownBy(() -> new AgreementRule(Percent.of(95), AgreementWeights.LINEAR, Percent.of(100)))
                .hasMessageContaining("target");
        assertThatThrownBy(() -> AgreementQuestion.ofRatings(ratings, List.of(), MADE))
                .hasMessageContaining("criteria must name every item");
    }

    private static double width(Agreement agreement) {
        var interval = ((Known) agreement.of(CoefficientKind.AC1)).interval().orElseThrow();
        return interval.high() - interval.low();
    }

    @Test
    @DisplayName("an anchor that nobody can tell from the next stands out, and no other does")
    void anchors() {
        // two criteria by two raters over 120 subjects; on "closing" levels 3 and 4 are drawn by lot
        int n = 120;
        int[] subject = new int[4 * n];
        int[] rater = new int[4 * n];
        int[] item = new int[4 * n];
        int[] value = new int[4 * n];
        int row = 0;
        for (int s = 0; s < n; s++) {
            for (int i = 0; i < 2; i++) {
                for (int r = 0; r < 2; r++) {
                    int truth = 1 + (s * 7 + i) % 5;
                    boolean slip = (s * 13 + 5 * r + 3 * i) % 17 == 0;
                    boolean lot = i == 1 && (truth == 3 || truth == 4);
                    subject[row] = s;
                    rater[row] = r;
                    item[row] = i;
                    value[row++] = lot ? 3 + ((s / (r + 1) + s / 7) % 2) : slip ? Math.max(1, truth - 1) : truth;
                }
            }
        }
        Agreement agreement = AgreementQuestion.ofRatings(
                Ratings.of(subject, rater, item, value), List.of("opening", "closing"), MADE);
        assertThat(agreement.criteria()).hasSize(2);
        assertThat(agreement.unclearAnchors()).singleElement().satisfies(anchor -> {
            assertThat(anchor.criterion()).isEqualTo("closing");
            assertThat(anchor.lower()).isEqualTo("3");
            assertThat(anchor.upper()).isEqualTo("4");
            assertThat(anchor.agreement().orThrow()).isLessThan(0.3);
        });
        assertThat(agreement.explain()).contains("On closing raters part between 3 and 4 in ");
        assertThat(agreement.messages().toString()).doesNotContain(MessageCode.AGREEMENT_ANCHOR_LEAST.name());
    }

    @Test
    void scorecardsOfOneOccasionAreRatingsOfOneSubject() {
        var cards = new SomeCards();
        // ana's call is rated by two; of ben's two cards by one rater the later counts
        cards.add("r1", "ana", "call-1", 10, 3, 4);
        cards.add("r2", "ana", "call-1", 11, 3, 5);
        cards.add("r1", "ben", "call-2", 12, 2, 2);
        cards.add("r1", "ben", "call-2", 14, 4, 4);
        cards.add("r3", "ben", "call-2", 13, 4, 4);
        cards.add("r2", "cleo", "call-3", 13, 1, 1);
        cards.add("r2", "ana", "call-1", 93, 1, 1); // another quarter
        cards.addSelf("ana", "call-1", 12, 5, 5);
        Agreement agreement = AgreementQuestion.of(cards, SomeCards.TEMPLATE).during(Span.quarter(2026, 3));
        assertThat(agreement.subjects()).isEqualTo(3);
        assertThat(agreement.shared()).isEqualTo(2);
        assertThat(agreement.raters()).isEqualTo(3);
        assertThat(agreement.scorecards()).isEqualTo(5);
        assertThat(agreement.leftOut()).containsExactly(java.util.Map.entry(MessageCode.RATING_REPEATED, 1));
        assertThat(agreement.of(CoefficientKind.PERCENT_AGREEMENT).orThrow()).isEqualTo(0.75);
        assertThat(agreement.explain())
                .contains("Scorecards left out: 1, followed by a later one of the same rater on the same subject.");
        assertThat(AgreementQuestion.of(cards, SomeCards.TEMPLATE)
                        .by(Relation.PEER, Relation.SELF)
                        .during(Span.quarter(2026, 3))
                        .raters())
                .isEqualTo(4);
    }

    @Test
    void nothingIsAnAnswerToo() {
        Agreement agreement =
                AgreementQuestion.of(new SomeCards(), SomeCards.TEMPLATE).during(Span.quarter(2026, 3));
        assertThat(agreement.verdict()).isEqualTo(AgreementVerdict.NONE);
        assertThat(agreement.of(CoefficientKind.PERCENT_AGREEMENT).whyNot()).contains(Reason.NO_DATA);
        assertThat(agreement.explain()).contains("nothing was observed");
        assertThat(agreement.toString()).hasSizeLessThanOrEqualTo(80);
    }
}
