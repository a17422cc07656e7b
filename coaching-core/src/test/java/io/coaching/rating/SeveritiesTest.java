package io.coaching.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Known;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.internal.random.DeterministicRandom;
import io.coaching.people.Viewer;
import io.coaching.stats.Ratings;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is severe, who is not accused, and what scores are without it. */
class SeveritiesTest {
    private static final Span QUARTER = Span.quarter(2026, 3);

    /** Eight raters on forty calls, three each; r0 gives a point less, r7 a point more, r3 rated one call. */
    private static SomeCards cards() {
        var cards = new SomeCards();
        DeterministicRandom random = DeterministicRandom.of(11);
        for (int call = 0; call < 40; call++) {
            int[] raters = {0, 1, 2, 4, 5, 6, 7};
            random.shuffle(raters);
            int skill = 2 + random.nextInt(3);
            for (int k = 0; k < 3; k++) {
                int more = raters[k] == 0 ? -1 : raters[k] == 7 ? 1 : 0;
                int noise = random.nextInt(4) == 0 ? 1 - 2 * random.nextInt(2) : 0;
                cards.add(
                        "r" + raters[k],
                        "p" + call % 10,
                        "call-" + call,
                        1 + call,
                        Math.max(1, Math.min(5, skill + more + noise)),
                        Math.max(1, Math.min(5, skill + more)));
            }
        }
        cards.add("r3", "p0", "call-0", 2, 1, 1);
        return cards;
    }

    private static Severities severities() {
        return SeverityQuestion.of(cards(), SomeCards.TEMPLATE).during(QUARTER);
    }

    @Test
    void whoIsNamed() {
        Severities severities = severities();
        assertThat(severities.flagged())
                .extracting(each -> each.rater().value())
                .containsExactlyInAnyOrder("r0", "r7");
        assertThat(severities.of(PersonId.of("r0")).orElseThrow().leniency()).isEqualTo(Leniency.SEVERE);
        assertThat(severities.of(PersonId.of("r7")).orElseThrow().leniency()).isEqualTo(Leniency.LENIENT);
        assertThat(severities.explain())
                .contains("8 raters gave 121 scorecards")
                .containsPattern(
                        "r0 is severe by \\d\\.\\d\\d points \\(\\d\\.\\d\\d to \\d\\.\\d\\d at 95%, \\d+ scorecards\\)")
                .contains("no more than 5% are expected to be named by chance");
        assertThat(severities.toString()).startsWith("2 of 8 raters severe or lenient");
    }

    @Test
    @DisplayName("one card far below the others is no evidence, so its rater is not accused")
    void tooLittleEvidence() {
        RaterSeverity one = severities().of(PersonId.of("r3")).orElseThrow();
        assertThat(one.scorecards()).isEqualTo(1);
        assertThat(one.leniency()).isEqualTo(Leniency.TOO_FEW);
        assertThat(Math.abs(one.shrunken().orThrow()))
                .isLessThan(Math.abs(one.effect().orThrow()));
    }

    @Test
    void adjustedScoresStandBesideRawOnes() {
        Severities severities = severities();
        double severe = severities.adjustmentOf(PersonId.of("r0"));
        assertThat(severe).isBetween(-1.2, -0.6);
        assertThat(severities.adjustmentOf(PersonId.of("nobody"))).isZero();
        AdjustedScore score = severities.scoreOf(PersonId.of("p1")).orElseThrow();
        assertThat(((Known) score.raw()).n()).isEqualTo(12);
        assertThat(score.adjusted().orThrow()).isNotEqualTo(score.raw().orThrow());
        assertThat(severities.ruler()).contains(SomeCards.TEMPLATE.ruler());
    }

    @Test
    void whatIsAgreedMatters() {
        SeverityQuestion question = SeverityQuestion.of(cards(), SomeCards.TEMPLATE);
        assertThat(question.beyond(2).during(QUARTER).flagged()).isEmpty();
        assertThat(question.during(QUARTER).rule().immaterial()).isEqualTo(0.1);
        Known wide = (Known)
                question.at(Percent.of(99)).during(QUARTER).raters().get(0).effect();
        Known narrow = (Known)
                question.at(Percent.of(80)).during(QUARTER).raters().get(0).effect();
        assertThat(wide.interval().orElseThrow().low())
                .isLessThan(narrow.interval().orElseThrow().low());
        assertThatThrownBy(() -> question.atRate(Percent.of(0))).hasMessageContaining("rate");
    }

    @Test
    void groupsThatNothingLinksAreSaidAndRatersAloneAreNotCompared() {
        var cards = new SomeCards();
        for (int call = 0; call < 4; call++) {
            cards.add("a1", "p" + call, "call-" + call, 1, 3, 2 + call % 2);
            cards.add("a2", "p" + call, "call-" + call, 1, 4, 3);
            cards.add("b1", "q" + call, "call-" + call, 1, 2 + call % 2, 5);
            cards.add("b2", "q" + call, "call-" + call, 1, 3, 5);
        }
        cards.add("c", "z", "call-9", 1, 1, 1);
        Severities severities = SeverityQuestion.of(cards, SomeCards.TEMPLATE).during(QUARTER);
        assertThat(severities.groups()).isEqualTo(3);
        RaterSeverity alone = severities.of(PersonId.of("c")).orElseThrow();
        assertThat(alone.effect().whyNot()).contains(Reason.NOT_CONNECTED);
        assertThat(alone.leniency()).isEqualTo(Leniency.UNKNOWN);
        assertThat(severities.adjustmentOf(PersonId.of("c"))).isZero();
        assertThat(severities.explain())
                .contains("The raters fall into 3 groups")
                .contains("Nothing is said of 1 raters: the raters have no common link.");
    }

    @Test
    void aViewerSeesOnlyWhomTheyMay() {
        Severities severities = SeverityQuestion.of(cards(), SomeCards.TEMPLATE)
                .as(Viewer.rep(PersonId.of("r0")))
                .during(QUARTER);
        assertThat(severities.raters()).extracting(each -> each.rater().value()).containsExactly("r0");
        assertThat(severities.scores()).isEmpty();
        assertThat(severities.hidden()).isEqualTo(7);
        assertThat(severities.explain()).contains("7 more raters are not shown").doesNotContain("r7");
    }

    @Test
    void plainRatingsAreTakenToo() {
        Ratings ratings = Ratings.of(
                IntStream.range(0, 40).map(k -> k / 2).toArray(),
                IntStream.range(0, 40).map(k -> (k + k / 8) % 4).toArray(),
                IntStream.range(0, 40).map(k -> 3 + (k * k) % 3).toArray());
        List<PersonId> raters = List.of(PersonId.of("a"), PersonId.of("b"), PersonId.of("c"), PersonId.of("d"));
        Severities severities = SeverityQuestion.ofRatings(
                ratings, raters, SeverityRule.standard(0), Provenance.of(LocalDate.of(2026, 1, 1), "x"));
        assertThat(severities.raters()).extracting(RaterSeverity::rater).isEqualTo(raters);
        assertThat(severities.raters().stream()
                        .mapToDouble(each -> each.effect().orThrow())
                        .sum())
                .isCloseTo(0, within(1e-9));
        assertThat(severities.scores()).isEmpty();
        assertThat(severities.table().lines().count()).isEqualTo(6);
        assertThat(severities.rows().rows()).hasSize(4);
    }
}
