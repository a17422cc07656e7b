package io.coaching.data;

import static io.coaching.scorecard.StandardTemplates.DISCOVERY;
import static io.coaching.scorecard.StandardTemplates.OBJECTION_HANDLING;
import static io.coaching.scorecard.StandardTemplates.QUESTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coaching.base.Everyone;
import io.coaching.base.ItemId;
import io.coaching.base.Known;
import io.coaching.base.MessageCode;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.ScorecardId;
import io.coaching.base.Undefined;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.KpiCatalogue;
import io.coaching.kpi.Measure;
import io.coaching.kpi.StandardKpis;
import io.coaching.scorecard.Competency;
import io.coaching.scorecard.ItemRating;
import io.coaching.scorecard.Relation;
import io.coaching.scorecard.Rubric;
import io.coaching.scorecard.Scorecard;
import io.coaching.scorecard.ScorecardTemplate;
import io.coaching.scorecard.StandardTemplates;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Scores as facts")
class ScorecardFactsTest {
    private static final ScorecardTemplate V1 = StandardTemplates.enterpriseSales();
    /** The rubric of discovery was edited; nothing else. */
    private static final ScorecardTemplate V2 = edited();

    private static final PersonId ANA = PersonId.of("ana");
    private static final PersonId BEN = PersonId.of("ben");
    private static final PersonId CLEO = PersonId.of("cleo");
    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 30);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 6);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 7);
    private static final Span Q3 = Span.quarter(2026, 3);
    private static final Kpi SKILL = ScorecardKpis.of(V1).competency(DISCOVERY);

    private static ScorecardTemplate edited() {
        ScorecardTemplate next = V1.nextVersion();
        List<Rubric> rubrics = new ArrayList<>(next.rubrics());
        rubrics.set(0, Rubric.of(DISCOVERY, "Pitches.", "Lists.", "Finds.", "Follows.", "Transforms."));
        return ScorecardTemplate.builder().from(next).rubrics(rubrics).build().live();
    }

    private static Scorecard card(
            String id, ScorecardTemplate on, PersonId rater, PersonId ratee, LocalDate day, double points) {
        Scorecard.Builder card = Scorecard.builder(on);
        card.id(ScorecardId.of(id))
                .rater(rater)
                .ratee(ratee)
                .relation(rater.equals(ratee) ? Relation.SELF : Relation.PEER)
                .day(day);
        on.items().forEach(item -> card.addRatings(ItemRating.of(item.id(), points)));
        return card.build();
    }

    private static CoachingData data(Scorecard... cards) {
        return data(List.of(cards));
    }

    private static CoachingData data(List<Scorecard> cards) {
        return CoachingData.builder()
                .asOf(AS_OF)
                .calendar(BusinessCalendar.standard(ZoneOffset.UTC))
                .templates(V1, V2)
                .scorecards(cards)
                .build();
    }

    @Test
    @DisplayName("are the mean of cards, with its interval and its ruler")
    void mean() {
        CoachingData data = data(
                card("a", V1, BEN, ANA, JULY, 3),
                card("b", V1, CLEO, ANA, SEPTEMBER, 4),
                card("c", V1, BEN, CLEO, JULY, 2));
        assertThat(data.value(SKILL, ANA, Q3)).isInstanceOfSatisfying(Known.class, known -> {
            assertThat(known.value()).isEqualTo(3.5);
            assertThat(known.n()).isEqualTo(2);
            assertThat(known.ruler()).contains(V1.ruler(DISCOVERY));
            assertThat(known.interval()).isPresent();
        });
        assertThat(data.value(SKILL, Everyone.EVERYONE, Q3).orThrow()).isEqualTo(3);
        assertThat(data.value(SKILL.id(), ANA, Span.month(2026, 7)).orThrow()).isEqualTo(3);
        assertThat(data.value(ScorecardKpis.of(V1).overall(), ANA, Q3).orThrow())
                .isEqualTo(3.5);
        assertThat(data.value(ScorecardKpis.of(V1).item(QUESTIONS), ANA, Q3).orThrow())
                .isEqualTo(3.5);
        assertThat(data.value(SKILL, ANA, Span.quarter(2026, 2)).whyNot()).contains(Reason.NO_DATA);
    }

    @Test
    @DisplayName("keep what peers and managers say apart from what the person says")
    void relations() {
        CoachingData data = data(card("a", V1, BEN, ANA, JULY, 3), card("s", V1, ANA, ANA, JULY, 5));
        ScorecardKpis kpis = ScorecardKpis.of(V1);
        assertThat(data.value(SKILL, ANA, Q3).orThrow()).isEqualTo(3);
        assertThat(data.value(kpis.by(Relation.SELF).competency(DISCOVERY), ANA, Q3)
                        .orThrow())
                .isEqualTo(5);
        assertThat(data.value(kpis.by(Relation.PEER).competency(DISCOVERY), ANA, Q3)
                        .orThrow())
                .isEqualTo(3);
        assertThat(data.value(kpis.by(Relation.MANAGER).competency(DISCOVERY), ANA, Q3)
                        .whyNot())
                .contains(Reason.NO_DATA);
    }

    @Test
    @DisplayName("refuse to be compared across rulers, and say which met and when; other competencies go on")
    void rulers() {
        CoachingData data = data(
                card("a", V1, BEN, ANA, JULY, 3),
                card("b", V2, CLEO, ANA, SEPTEMBER, 4),
                card("c", V2, BEN, CLEO, SEPTEMBER, 2));
        Span july = Span.month(2026, 7);
        Span september = Span.month(2026, 9);
        Panel mixed = data.panel(SKILL, List.of(ANA, CLEO), List.of(july, september));
        assertThat(mixed.estimate(0, 0)).isEqualTo(new Undefined(Reason.DIFFERENT_RULERS));
        assertThat(mixed.estimate(0, 1)).isEqualTo(new Undefined(Reason.DIFFERENT_RULERS));
        assertThat(mixed.estimate(1, 0)).as("no card at all").isEqualTo(new Undefined(Reason.NO_DATA));
        assertThat(mixed.ruler()).isEmpty();
        assertThat(mixed.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo(MessageCode.RULERS_DIFFER);
            assertThat(remark)
                    .hasToString("Discovery was measured with 2 rulers, which do not compare:"
                            + " enterprise-sales v1 (2026-07-06 to 2026-07-06),"
                            + " enterprise-sales v2 (2026-09-07 to 2026-09-07). Ask for a span with one of them.");
        });
        assertThat(data.value(SKILL, ANA, Q3).whyNot()).contains(Reason.DIFFERENT_RULERS);

        Panel one = data.panel(SKILL, List.of(ANA, CLEO), List.of(september));
        assertThat(one.estimate(0, 0).orThrow()).isEqualTo(4);
        assertThat(one.ruler()).contains(V2.ruler(DISCOVERY));
        assertThat(one.remarks()).isEmpty();

        Kpi untouched = ScorecardKpis.of(V1).competency(OBJECTION_HANDLING);
        assertThat(data.value(untouched, ANA, Q3).orThrow()).isEqualTo(3.5);
        assertThat(data.value(ScorecardKpis.of(V1).overall(), ANA, Q3).whyNot()).contains(Reason.DIFFERENT_RULERS);
    }

    @Test
    @DisplayName("go on across versions that differ in nothing that counts")
    void sameRuler() {
        ScorecardTemplate renamed = ScorecardTemplate.builder()
                .from(V1.nextVersion())
                .title("Enterprise sales, EMEA")
                .build()
                .live();
        CoachingData data = CoachingData.builder()
                .asOf(AS_OF)
                .calendar(BusinessCalendar.standard(ZoneOffset.UTC))
                .templates(V1, renamed)
                .scorecards(List.of(card("a", V1, BEN, ANA, JULY, 3), card("b", renamed, CLEO, ANA, SEPTEMBER, 4)))
                .build();
        assertThat(data.value(SKILL, ANA, Q3).orThrow()).isEqualTo(3.5);
        assertThat(data.value(ScorecardKpis.of(renamed).overall(), ANA, Q3).orThrow())
                .isEqualTo(3.5);
    }

    @Test
    @DisplayName("leave out cards that cannot be used, and tell of every fault")
    void faults() {
        Scorecard unknown = Scorecard.builder()
                .from(card("u", V1, BEN, ANA, JULY, 1))
                .version(9)
                .build();
        Scorecard ahead = card("f", V1, BEN, ANA, AS_OF.plusDays(1), 1);
        Scorecard partly = Scorecard.builder()
                .from(card("p", V1, CLEO, ANA, JULY, 4))
                .addRatings(ItemRating.of(ItemId.of("humour"), 1))
                .build();
        CoachingData data = data(unknown, ahead, partly);
        assertThat(data.value(SKILL, ANA, Q3).orThrow()).isEqualTo(4);
        assertThat(data.scorecards()).hasSize(3);
        assertThat(data.scorecards(V1.id())).containsExactly(partly);
        assertThat(data.quality().findings())
                .extracting(Finding::code)
                .contains(
                        MessageCode.CARD_UNKNOWN_TEMPLATE,
                        MessageCode.CARD_AHEAD,
                        MessageCode.CARD_UNKNOWN_ITEM,
                        MessageCode.CARD_NO_ACTIONS);
    }

    @Test
    @DisplayName("keep one card for each id, the latest, in whatever order they come")
    void conflict() {
        Scorecard early = card("a", V1, BEN, ANA, JULY, 3);
        Scorecard late = card("a", V1, BEN, ANA, SEPTEMBER, 4);
        for (CoachingData data : List.of(data(early, late, early), data(late, early))) {
            assertThat(data.scorecards()).containsExactly(late);
            assertThat(data.quality().findings()).extracting(Finding::code).contains(MessageCode.CARD_CONFLICTING);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoachingData.builder()
                        .asOf(AS_OF)
                        .calendar(BusinessCalendar.standard(ZoneOffset.UTC))
                        .templates(
                                V1,
                                ScorecardTemplate.builder().from(V2).version(1).build())
                        .build())
                .withMessageContaining("enterprise-sales v1 (LIVE), given twice and not the same");
    }

    @Test
    @DisplayName("are the same to the bit in any order, after a correction, and after somebody is forgotten")
    void corrections() {
        List<Scorecard> cards = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            PersonId rater = List.of(ANA, BEN, CLEO).get(i % 3);
            PersonId ratee = List.of(BEN, CLEO, ANA).get(i % 3);
            cards.add(card("c" + i, i < 6 ? V1 : V2, rater, ratee, JULY.plusDays(i), 1 + i % 5));
        }
        CoachingData data = data(cards);
        Collections.reverse(cards);
        assertThat(data(cards).facts().toBytes()).isEqualTo(data.facts().toBytes());
        assertThat(data(cards).provenance()).isEqualTo(data.provenance());

        Scorecard changed = card("c4", V1, BEN, CLEO, JULY.plusDays(9), 5);
        cards.set(12 - 1 - 4, changed);
        assertThat(data.corrected(changed).facts().toBytes())
                .isEqualTo(data(cards).facts().toBytes());
        assertThat(data.corrected(changed).provenance()).isEqualTo(data(cards).provenance());

        CoachingData without = data.without(CLEO);
        assertThat(without.scorecards()).noneMatch(card -> card.toString().contains("cleo"));
        assertThat(without.facts().rows()).isLessThan(data.facts().rows());
        assertThat(data.without(changed.source()).scorecards()).hasSize(11);
    }

    @Test
    @DisplayName("make nobody a seller: who was only rated has no zero calls")
    void notASeller() {
        CoachingData data = data(card("a", V1, BEN, ANA, JULY, 3));
        assertThat(data.value(StandardKpis.DEALS_WON, ANA, Q3).whyNot()).contains(Reason.NO_DATA);
    }

    @Test
    @DisplayName("name their competency as people do")
    void named() {
        assertThat(SKILL.name()).isEqualTo("Discovery");
        assertThat(SKILL.id()).hasToString("score:enterprise-sales:discovery");
        assertThat(V1.competency(DISCOVERY).map(Competency::name)).contains(SKILL.name());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardKpis.of(V1).item(ItemId.of("humour")))
                .withMessageContaining("item must be one of [questions, impact,");
    }

    @Test
    @DisplayName("build again from what the data hand out: catalogue, templates and cards give the same data")
    void handedBack() {
        CoachingData data = data(card("a", V1, BEN, ANA, JULY, 3), card("b", V2, CLEO, ANA, SEPTEMBER, 4));
        CoachingData again = CoachingData.builder()
                .asOf(data.asOf())
                .calendar(data.calendar())
                .catalogue(data.catalogue())
                .templates(data.templates())
                .scorecards(data.scorecards())
                .build();
        assertThat(again.catalogue()).isEqualTo(data.catalogue());
        assertThat(again.provenance()).isEqualTo(data.provenance());
        assertThat(again.value(SKILL, ANA, Span.month(2026, 7))).isEqualTo(data.value(SKILL, ANA, Span.month(2026, 7)));
    }

    @Test
    @DisplayName("are never taken for a measure of somebody else that has their id")
    void clash() {
        Measure other = Measure.count("score:" + V1.id(), "Goals in a football match");
        CoachingData.Builder builder = CoachingData.builder()
                .asOf(AS_OF)
                .calendar(BusinessCalendar.standard(ZoneOffset.UTC))
                .catalogue(KpiCatalogue.standard().plus(other))
                .templates(V1);
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("measures must have ids of their own: score:" + V1.id());
    }
}
