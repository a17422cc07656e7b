package io.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.ReviewCycleId;
import io.coaching.base.TemplateId;
import io.coaching.rating.Agreement;
import io.coaching.rating.CoefficientKind;
import io.coaching.rating.Severities;
import io.coaching.sample.SampleCompany;
import io.coaching.scorecard.CycleStatus;
import io.coaching.scorecard.Relation;
import io.coaching.scorecard.ReviewCycle;
import io.coaching.scorecard.ReviewRequest;
import io.coaching.scorecard.ReviewStatus;
import io.coaching.scorecard.Scorecard;
import io.coaching.scorecard.ScorecardQuestion;
import io.coaching.scorecard.ScorecardTemplate;
import io.coaching.scorecard.StandardTemplates;
import io.coaching.time.Span;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Agreement, severity and adjusted scores through the front door. */
@DisplayName("Scores with the severity of raters taken out")
class CalibratedScoresTest {
    private static final Span QUARTER = Span.quarter(2026, 3);
    private static final ScorecardTemplate TEMPLATE = StandardTemplates.enterpriseSales();
    private static final Coaching COACHING =
            Coaching.of(SampleCompany.of(5).reps(30).clean().withScorecards().data());

    @Test
    @DisplayName("come from the same call as raw ones, and differ by what their raters' severity says")
    void calibrated() {
        Severities severities = COACHING.severity(TEMPLATE).during(QUARTER);
        ScorecardQuestion question = COACHING.scorecards(TEMPLATE).during(QUARTER);
        int changed = 0;
        for (PersonId person : severities.scores().stream()
                .map(score -> score.ratee())
                .limit(20)
                .toList()) {
            List<Scorecard> cards = COACHING.data().scorecards(TEMPLATE.id()).stream()
                    .filter(card -> card.ratee().equals(person)
                            && QUARTER.contains(card.day())
                            && card.relation().isOther())
                    .toList();
            double expected = cards.stream()
                    .mapToDouble(card -> severities.adjustmentOf(card.rater()))
                    .average()
                    .orElseThrow();
            double raw = question.of(person).overall().score().orThrow();
            double adjusted = question.calibrated().of(person).overall().score().orThrow();
            assertThat(raw - adjusted).as(person.value()).isCloseTo(expected, within(1e-6));
            changed += Math.abs(expected) > 0.05 ? 1 : 0;
        }
        assertThat(changed).isGreaterThan(5);
    }

    @Test
    @DisplayName("of days without cards have a reason, as raw ones have")
    void noCards() {
        assertThat(COACHING.scorecards(TEMPLATE)
                        .during(Span.year(2001))
                        .calibrated()
                        .ofEveryone()
                        .overall()
                        .score()
                        .whyNot())
                .contains(Reason.NO_DATA);
    }

    @Test
    @DisplayName("and reviews of a cycle come from the same door, with the cards of its days")
    void reviews() {
        Scorecard card = COACHING.data().scorecards(TEMPLATE.id()).stream()
                .filter(one -> QUARTER.contains(one.day()) && one.relation() == Relation.PEER)
                .findFirst()
                .orElseThrow();
        ReviewCycle cycle = ReviewCycle.builder()
                .id(ReviewCycleId.of("q3"))
                .template(TEMPLATE.id())
                .span(QUARTER)
                .addRequests(new ReviewRequest(card.rater(), card.ratee(), Relation.PEER, QUARTER.lastDay()))
                .build();
        CycleStatus status = COACHING.reviews(cycle).status(Instant.parse("2026-10-05T00:00:00Z"));
        assertThat(status.reviews())
                .singleElement()
                .satisfies(review -> assertThat(review.status()).isEqualTo(ReviewStatus.DONE));
        assertThat(status.giving().eligible()).isEqualTo(1);
        assertThat(COACHING.reviews(cycle).summary(card.ratee()).ratee()).isEqualTo(card.ratee());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COACHING.reviews(ReviewCycle.builder()
                        .from(cycle)
                        .template(TemplateId.of("no-such"))
                        .build()))
                .withMessageContaining("templates must hold that of the cycle: no-such");
    }

    @Test
    void agreementIsAskedAtTheSameDoor() {
        Agreement agreement = COACHING.agreement(TEMPLATE).during(QUARTER);
        assertThat(agreement.raters()).isGreaterThan(20);
        assertThat(agreement.criteria()).hasSize(TEMPLATE.items().size());
        assertThat(agreement.of(CoefficientKind.ICC_CONSISTENCY_SINGLE).orThrow())
                .isGreaterThan(
                        agreement.of(CoefficientKind.ICC_AGREEMENT_SINGLE).orThrow());
        assertThat(agreement.ratersNeeded().orThrow())
                .isGreaterThan(agreement.ratersNeededAdjusted().orThrow());
        assertThat(agreement.provenance()).isEqualTo(COACHING.data().provenance());
    }
}
