package io.coaching.scorecard;

import static io.coaching.scorecard.Cards.CLOSING;
import static io.coaching.scorecard.Cards.COMMITS;
import static io.coaching.scorecard.Cards.LISTENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.coaching.Coaching;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.ScorecardId;
import io.coaching.base.TeamId;
import io.coaching.base.TemplateId;
import io.coaching.data.CoachingData;
import io.coaching.people.Assignment;
import io.coaching.people.Person;
import io.coaching.people.Roster;
import io.coaching.people.RosterRecords;
import io.coaching.people.Team;
import io.coaching.people.Viewer;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The question what scorecards say")
class ScorecardQuestionTest {
    private static final ScorecardTemplate TEMPLATE = Cards.template();
    private static final PersonId ANA = PersonId.of("ana");
    private static final Span Q3 = Span.quarter(2026, 3);
    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 30);

    private final List<Scorecard> cards = new ArrayList<>();
    private Roster roster = Roster.empty();

    private void card(String rater, String ratee, double points) {
        card(rater, ratee, points, rater.equals(ratee) ? Relation.SELF : Relation.PEER, Cards.DAY);
    }

    private void card(String rater, String ratee, double points, Relation relation, LocalDate day) {
        cards.add(Cards.card("c" + cards.size(), TEMPLATE)
                .rater(PersonId.of(rater))
                .ratee(PersonId.of(ratee))
                .relation(relation)
                .day(day)
                .addRatings(ItemRating.of(COMMITS, points))
                .build());
    }

    private void panel(String ratee, double... points) {
        for (int i = 0; i < points.length; i++) {
            card("r" + i, ratee, points[i]);
        }
    }

    private ScorecardQuestion question() {
        return Coaching.of(CoachingData.builder()
                        .asOf(AS_OF)
                        .calendar(BusinessCalendar.standard(ZoneOffset.UTC))
                        .roster(roster)
                        .templates(TEMPLATE)
                        .scorecards(cards)
                        .build())
                .scorecards(TEMPLATE)
                .during(Q3);
    }

    private static Known known(ScoreLine line) {
        assertThat(line.score()).isInstanceOf(Known.class);
        return (Known) line.score();
    }

    private static void interval(ScoreLine line, double low, double high, String method) {
        Interval interval = known(line).interval().orElseThrow();
        assertThat(interval.low()).isCloseTo(low, within(1e-9));
        assertThat(interval.high()).isCloseTo(high, within(1e-9));
        assertThat(interval.method()).isEqualTo(method);
    }

    @Test
    @DisplayName("is answered by the mean of cards, with the error of raters' scatter (scipy: t.interval, df 5)")
    void between() {
        panel("ana", 2, 3, 3.5, 4, 4.5, 1);
        ScoreLine closing = question().of(ANA).competency(CLOSING);
        assertThat(known(closing).value()).isEqualTo(3.0);
        assertThat(known(closing).n()).isEqualTo(6);
        assertThat(known(closing).ruler()).contains(TEMPLATE.ruler(CLOSING));
        assertThat(closing.standardError().orElseThrow()).isCloseTo(0.5322906474223771, within(1e-12));
        interval(closing, 1.6317033304569435, 4.3682966695430565, "between raters");
    }

    @Test
    @DisplayName("takes the cards of one rater as one voice where it says how sure the mean is")
    void clustered() {
        card("a", "ana", 2);
        card("a", "ana", 3);
        card("b", "ana", 3.5);
        card("b", "ana", 4);
        card("c", "ana", 4.5);
        card("d", "ana", 1);
        ScoreLine closing = question().of(ANA).competency(CLOSING);
        assertThat(known(closing).value()).isEqualTo(3.0);
        assertThat(closing.standardError().orElseThrow()).isCloseTo(0.5931710140017395, within(1e-12));
        interval(closing, 1.1122650980887734, 4.887734901911227, "between raters");
        assertThat(known(closing).sizes()).hasToString("[6 cards, 4 raters]");
    }

    @Test
    @DisplayName("drops the highest and the lowest on demand (scipy: trim_mean, mstats.trimmed_stde)")
    void trimmed() {
        panel("ana", 5, 1, 3, 4.5, 4, 2);
        ScoreLine closing = question().trimmed().of(ANA).competency(CLOSING);
        assertThat(known(closing).value()).isEqualTo(3.375);
        assertThat(closing.standardError().orElseThrow()).isCloseTo(0.7158910531638177, within(1e-12));
        interval(closing, 1.0967151628731462, 5.653284837126854, "winsorised, Tukey and McLaughlin");
        assertThat(known(closing).n()).isEqualTo(4);
        cards.subList(2, 6).clear();
        assertThat(question().trimmed().of(ANA).competency(CLOSING).score().whyNot())
                .contains(Reason.TOO_FEW_OBSERVATIONS);
    }

    @Test
    @DisplayName("rounds by a named rule, exactly, and keeps the exact score beside")
    void rounded() {
        panel("ana", 3, 3.5);
        ScorecardQuestion question = question();
        assertThat(question.rounded(Rounding.halfUp(0.5))
                        .of(ANA)
                        .competency(CLOSING)
                        .rounded())
                .contains(new BigDecimal("3.5"));
        assertThat(question.rounded(Rounding.halfEven(0.5))
                        .of(ANA)
                        .competency(CLOSING)
                        .rounded()
                        .orElseThrow())
                .isEqualByComparingTo("3");
        assertThat(question.rounded(Rounding.halfEven(0.5))
                        .of(ANA)
                        .competency(CLOSING)
                        .score()
                        .orThrow())
                .isEqualTo(3.25);
        assertThat(question.of(ANA).competency(CLOSING).rounded()).isEmpty();
        assertThat(question.rounded(Rounding.halfUp(1)).of(ANA).explain())
                .contains("Scores are rounded to multiples of 1, half up; the exact ones stand beside them.");
    }

    @Test
    @DisplayName("takes the error of a single card from what raters differ by in general, if that is known")
    void pooled() {
        card("a", "ana", 4);
        assertThat(known(question().of(ANA).competency(CLOSING)).interval()).isEmpty();
        assertThat(question().of(ANA).competency(CLOSING).standardError()).isEmpty();
        panel("ben", 2, 4); // squares 2, one degree
        panel("cleo", 3, 3, 4.5); // squares 1.5, two degrees
        panel("dan", 1, 2); // squares 0.5, one degree
        assertThat(question().of(ANA).competency(CLOSING).standardError())
                .as("four degrees of freedom are too few")
                .isEmpty();
        panel("eve", 5, 5); // squares 0, one degree
        ScoreLine closing = question().of(ANA).competency(CLOSING);
        assertThat(closing.standardError().orElseThrow()).isCloseTo(Math.sqrt(4.0 / 5), within(1e-12));
        assertThat(known(closing).interval().orElseThrow().method()).isEqualTo("pooled between raters");
        ScoreLine eve = question().of(PersonId.of("eve")).competency(CLOSING);
        assertThat(eve.standardError().orElseThrow())
                .as("two of one mind are not certain")
                .isCloseTo(Math.sqrt(4.0 / 5 / 2), within(1e-12));
    }

    @Test
    @DisplayName("hears peers and managers, tells relations apart, and never mixes in what people say of themselves")
    void relations() {
        card("ben", "ana", 2);
        card("boss", "ana", 3, Relation.MANAGER, Cards.DAY);
        card("ana", "ana", 5);
        PersonScores scores = question().of(ANA);
        assertThat(scores.competency(CLOSING).score().orThrow()).isEqualTo(2.5);
        assertThat(scores.competency(CLOSING, Relation.SELF)
                        .orElseThrow()
                        .score()
                        .orThrow())
                .isEqualTo(5);
        assertThat(scores.competency(CLOSING, Relation.MANAGER)
                        .orElseThrow()
                        .score()
                        .orThrow())
                .isEqualTo(3);
        assertThat(scores.competency(CLOSING, Relation.AUTOMATED)).isEmpty();
        assertThat(question()
                        .by(Relation.SELF)
                        .of(ANA)
                        .competency(CLOSING)
                        .score()
                        .orThrow())
                .isEqualTo(5);
        assertThat(scores.competency(LISTENING).score().whyNot()).contains(Reason.NO_DATA);
        assertThat(scores.history()).hasSize(3);
        assertThat(question().by(Relation.AUTOMATED).of(ANA).overall().score().whyNot())
                .contains(Reason.NO_DATA);
    }

    @Test
    @DisplayName("adjusts for severity, adds how sure the adjustment is, and leaves raters alone who are not known")
    void calibrated() {
        panel("ana", 2, 3, 4);
        RaterAdjustment severe = rater -> rater.equals(PersonId.of("r0"))
                ? Optional.of(new RaterAdjustment.Leniency(-1.5, 0.6))
                : Optional.empty();
        ScoreLine raw = question().of(ANA).competency(CLOSING);
        ScoreLine adjusted = question().calibrated(severe).of(ANA).competency(CLOSING);
        assertThat(adjusted.score().orThrow()).isCloseTo(10.5 / 3, within(1e-12));
        double scatter = Math.sqrt(0.5 / 2 / 3); // of 3.5, 3, 4
        assertThat(adjusted.standardError().orElseThrow())
                .isCloseTo(Math.sqrt(scatter * scatter + 0.2 * 0.2), within(1e-12));
        assertThat(known(adjusted).method()).isEqualTo("mean of cards, adjusted for severity");
        assertThat(question()
                        .calibrated(rater -> Optional.empty())
                        .of(ANA)
                        .competency(CLOSING)
                        .score()
                        .orThrow())
                .isEqualTo(raw.score().orThrow());
    }

    @Test
    @DisplayName("has no score across rulers, and says which met and when")
    void rulers() {
        ScorecardTemplate next = ScorecardTemplate.builder()
                .from(TEMPLATE.nextVersion())
                .rubrics(List.of(
                        TEMPLATE.rubrics().get(0),
                        Rubric.of(CLOSING, "Never.", "Rarely.", "At times.", "Often.", "Always.")))
                .build()
                .live();
        card("a", "ana", 3);
        Scorecard later = Scorecard.builder()
                .from(Cards.card("later", next).build())
                .day(LocalDate.of(2026, 9, 7))
                .addRatings(ItemRating.of(COMMITS, 5), ItemRating.of(Cards.ASKS, 4))
                .build();
        cards.add(later);
        ScorecardQuestion question = Coaching.of(CoachingData.builder()
                        .asOf(AS_OF)
                        .calendar(BusinessCalendar.standard(ZoneOffset.UTC))
                        .templates(TEMPLATE, next)
                        .scorecards(cards)
                        .build())
                .scorecards(TEMPLATE);
        PersonScores mixed = question.during(Q3).of(ANA);
        assertThat(mixed.competency(CLOSING).score().whyNot()).contains(Reason.DIFFERENT_RULERS);
        assertThat(mixed.competency(LISTENING).score().orThrow()).isEqualTo(4);
        assertThat(mixed.explain())
                .contains("closing was measured with 2 rulers, which do not compare:"
                        + " basics v1 (2026-08-03 to 2026-08-03), basics v2 (2026-09-07 to 2026-09-07).");
        assertThat(mixed.history())
                .extracting(ScoreHistoryEntry::ruler)
                .containsExactly(TEMPLATE.ruler(), next.ruler());
        assertThat(question.during(Span.month(2026, 9))
                        .of(ANA)
                        .competency(CLOSING)
                        .score()
                        .orThrow())
                .isEqualTo(5);
    }

    // ---- groups

    /** Ana moves from north to south; ben stays in north, cleo in south. */
    private static Roster moved(LocalDate day) {
        LocalDate hired = LocalDate.of(2025, 1, 1);
        RosterRecords.Builder records = RosterRecords.builder();
        for (String id : List.of("ana", "ben", "cleo")) {
            PersonId person = PersonId.of(id);
            records.addPersons(Person.of(person, hired))
                    .addAssignments(Assignment.builder()
                            .person(person)
                            .since(hired)
                            .team(TeamId.of(id.equals("cleo") ? "south" : "north"))
                            .build());
        }
        return Roster.of(records.addTeams(Team.of(TeamId.of("north")), Team.of(TeamId.of("south")))
                        .addAssignments(Assignment.builder()
                                .person(ANA)
                                .since(day)
                                .team(TeamId.of("south"))
                                .build())
                        .build())
                .orThrow();
    }

    @Test
    @DisplayName(
            "is answered for a team by the cards on those who were in it that day, with the scatter between persons")
    void team() {
        LocalDate august = LocalDate.of(2026, 8, 15);
        roster = moved(august);
        card("x", "ana", 2, Relation.PEER, august.minusDays(1));
        card("y", "ana", 5, Relation.PEER, august);
        card("x", "cleo", 3, Relation.PEER, august.plusDays(1));
        card("x", "ben", 4, Relation.PEER, august);
        GroupScores south = question().of(TeamId.of("south"));
        assertThat(south.competency(CLOSING).score().orThrow()).isEqualTo(4);
        assertThat(known(south.competency(CLOSING)).sizes()).hasToString("[2 cards, 2 raters, 2 persons]");
        assertThat(south.competency(CLOSING).standardError().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(question().of(TeamId.of("north")).competency(CLOSING).score().orThrow())
                .isEqualTo(3);
        assertThat(question().ofEveryone().competency(CLOSING).score().orThrow())
                .isEqualTo(3.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> question().of(TeamId.of("west")))
                .withMessageContaining("team or region must be one of the roster: west");
    }

    @Test
    @DisplayName("is withheld from who may not see the person, or more than a small group")
    void viewers() {
        LocalDate august = LocalDate.of(2026, 8, 1);
        roster = moved(august);
        card("x", "ana", 2);
        card("x", "ben", 2);
        PersonScores hidden = question().as(Viewer.rep(PersonId.of("ben"))).of(ANA);
        assertThat(hidden.competency(CLOSING).score().whyNot()).contains(Reason.NOT_PERMITTED);
        assertThat(hidden.history()).isEmpty();
        assertThat(hidden.byRelation()).isEmpty();
        assertThat(question()
                        .as(Viewer.rep(ANA))
                        .of(ANA)
                        .competency(CLOSING)
                        .score()
                        .orThrow())
                .isEqualTo(2);
        assertThat(question()
                        .as(Viewer.rep(ANA))
                        .of(TeamId.of("north"))
                        .overall()
                        .score()
                        .whyNot())
                .contains(Reason.GROUP_TOO_SMALL);
    }

    @Test
    @DisplayName(
            "keeps what a review cycle promised its raters: no card of theirs, no score of few, nothing to subtract")
    void anonymous() {
        panel("ana", 2, 4);
        card("boss", "ana", 3, Relation.MANAGER, Cards.DAY);
        card("ana", "ana", 5);
        PersonScores two = question().anonymous(Anonymity.PEERS).of(ANA);
        assertThat(two.competency(CLOSING, Relation.PEER).orElseThrow().score().whyNot())
                .contains(Reason.GROUP_TOO_SMALL);
        assertThat(two.competency(CLOSING).score().whyNot()).contains(Reason.PROTECTS_ANOTHER);
        assertThat(two.competency(CLOSING, Relation.MANAGER)
                        .orElseThrow()
                        .score()
                        .orThrow())
                .isEqualTo(3);
        assertThat(two.history())
                .extracting(ScoreHistoryEntry::relation)
                .containsExactlyInAnyOrder(Relation.MANAGER, Relation.SELF);
        assertThat(two.completeness().cards()).isEqualTo(1);
        assertThat(question()
                        .by(Relation.PEER)
                        .anonymous(Anonymity.PEERS)
                        .of(ANA)
                        .overall()
                        .score()
                        .whyNot())
                .contains(Reason.GROUP_TOO_SMALL);
        card("third", "ana", 3.5);
        PersonScores three = question().anonymous(Anonymity.PEERS).of(ANA);
        assertThat(three.competency(CLOSING).score().orThrow()).isEqualTo(12.5 / 4);
        assertThat(three.history()).hasSize(2);
        assertThat(question().of(ANA).history()).hasSize(5);
    }

    // ---- texts

    @Test
    @DisplayName("tells the answer first, counts how well cards were filled in, and names no rater")
    void texts() {
        panel("ana", 2, 3, 4);
        cards.add(Cards.card("full", TEMPLATE)
                .rater(PersonId.of("r9"))
                .addRatings(ItemRating.of(Cards.ASKS, 4).withComment("Waited for the answer."))
                .addRatings(ItemRating.of(Cards.WAITS, 3), ItemRating.of(COMMITS, 1))
                .addActions(Cards.action())
                .sessionFeedback("A good call.")
                .build());
        PersonScores scores = question().of(ANA);
        assertThat(scores).hasToString("ana: 3.00 of 5 on basics, 4 cards, 4 raters");
        assertThat(scores.completeness()).isEqualTo(new Completeness(4, 1, 1, 1));
        assertThat(scores.table())
                .contains("by    competency  score  error   low  high  cards  raters")
                .contains("all   closing      2.50");
        assertThat(scores.explain())
                .contains(
                        "closing: 2.50 points, mean of cards; 4 cards by 4 raters, standard error 0.65 (0.45 to 4.55 at 95%,"
                                + " between raters).")
                .contains(
                        "1 of 4 cards answer every required item, 1 say what comes next with owner and date, 1 failed a gate.")
                .doesNotContain("r9");
        assertThat(scores.rows().rows()).hasSize(6);
        assertThat(scores.competency(CLOSING).toString())
                .isEqualTo("closing by all: 2.5 [0.4457, 4.554] n=4")
                .hasSizeLessThanOrEqualTo(80);
        ScoreHistoryEntry full = scores.history().get(3);
        assertThat(full.card()).isEqualTo(ScorecardId.of("full"));
        assertThat(full.feedback())
                .singleElement()
                .satisfies(r -> assertThat(r.comment()).contains("Waited for the answer."));
        assertThat(full.sessionFeedback()).contains("A good call.");
    }

    @Test
    @DisplayName("is answered alike in whatever order cards come")
    void order() {
        panel("ana", 2, 3, 4, 4.5, 1, 3.5);
        panel("ben", 1, 5, 2);
        RaterAdjustment some =
                rater -> Optional.of(new RaterAdjustment.Leniency(rater.value().hashCode() % 7 / 10.0, 0.1));
        PersonScores one = question().calibrated(some).of(ANA);
        Collections.reverse(cards);
        assertThat(question().calibrated(some).of(ANA)).isEqualTo(one);
    }

    @Test
    @DisplayName("asks for what is missing")
    void mistakes() {
        ScorecardQuestion question = Coaching.of(CoachingData.builder()
                        .asOf(AS_OF)
                        .calendar(BusinessCalendar.standard(ZoneOffset.UTC))
                        .templates(TEMPLATE)
                        .build())
                .scorecards(TEMPLATE);
        assertThatIllegalStateException()
                .isThrownBy(() -> question.of(ANA))
                .withMessageContaining("the span is not said");
        assertThat(question.during(Q3).calibrated().of(ANA).overall().score().whyNot())
                .as("nobody rated, so nobody is to be adjusted")
                .contains(Reason.NO_DATA);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Coaching.of(CoachingData.builder()
                                .asOf(AS_OF)
                                .calendar(BusinessCalendar.standard(ZoneOffset.UTC))
                                .build())
                        .scorecards(TemplateId.of("basics")))
                .withMessageContaining("template must be one of the data: basics");
    }
}
