package io.coaching;

import static io.coaching.scorecard.StandardTemplates.DISCOVERY;
import static io.coaching.scorecard.StandardTemplates.OBJECTION_HANDLING;
import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.ScorecardId;
import io.coaching.benchmark.PeerComparison;
import io.coaching.benchmark.Standing;
import io.coaching.data.CoachingData;
import io.coaching.data.ScorecardKpis;
import io.coaching.kpi.Kpi;
import io.coaching.people.Peers;
import io.coaching.people.Person;
import io.coaching.people.Roster;
import io.coaching.people.RosterRecords;
import io.coaching.scorecard.ItemRating;
import io.coaching.scorecard.Relation;
import io.coaching.scorecard.Rubric;
import io.coaching.scorecard.Scorecard;
import io.coaching.scorecard.ScorecardTemplate;
import io.coaching.scorecard.StandardTemplates;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import io.coaching.trend.Movement;
import io.coaching.trend.Trend;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Twelve people are rated by three colleagues each month; ana is poor and gets better, leo is excellent. */
@DisplayName("On skills")
class SkillsTest {
    private static final ScorecardTemplate V1 = StandardTemplates.enterpriseSales();
    private static final ScorecardTemplate V2 = edited();
    private static final LocalDate AS_OF = LocalDate.of(2026, 12, 31);
    private static final Span YEAR = Span.year(2026);
    private static final Kpi SKILL = ScorecardKpis.of(V1).competency(DISCOVERY);
    private static final PersonId ANA = PersonId.of("ana");
    private static final List<String> PEOPLE =
            List.of("ana", "ben", "cleo", "dan", "eve", "finn", "gil", "hal", "ida", "jo", "kim", "leo");

    private static ScorecardTemplate edited() {
        ScorecardTemplate next = V1.nextVersion();
        List<Rubric> rubrics = new ArrayList<>(next.rubrics());
        rubrics.set(0, Rubric.of(DISCOVERY, "Pitches.", "Lists.", "Finds.", "Follows.", "Transforms."));
        return ScorecardTemplate.builder().from(next).rubrics(rubrics).build().live();
    }

    /** The rubric is edited on a day; cards from then on are on the next version. */
    private static Coaching coaching(LocalDate editedOn) {
        LocalDate hired = LocalDate.of(2024, 1, 1);
        RosterRecords.Builder records = RosterRecords.builder();
        PEOPLE.forEach(id -> records.addPersons(Person.of(PersonId.of(id), hired)));
        List<Scorecard> cards = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            for (int ratee = 0; ratee < PEOPLE.size(); ratee++) {
                for (int k = 1; k <= 3; k++) {
                    LocalDate day = LocalDate.of(2026, month, 3 + k);
                    ScorecardTemplate on = day.isBefore(editedOn) ? V1 : V2;
                    Scorecard.Builder card = Scorecard.builder(on)
                            .id(ScorecardId.of(month + "-" + ratee + "-" + k))
                            .rater(PersonId.of(PEOPLE.get((ratee + k) % PEOPLE.size())))
                            .ratee(PersonId.of(PEOPLE.get(ratee)))
                            .relation(Relation.PEER)
                            .day(day);
                    double points = ratee == 0 ? 1 + month / 6 : ratee == 11 ? 5 : 3 + (month + ratee + k) % 2;
                    on.items().forEach(item -> card.addRatings(ItemRating.of(item.id(), points)));
                    cards.add(card.build());
                }
            }
        }
        return Coaching.of(CoachingData.builder()
                .asOf(AS_OF)
                .calendar(BusinessCalendar.standard(ZoneOffset.UTC))
                .roster(Roster.of(records.build()).orThrow())
                .templates(V1, V2)
                .scorecards(cards)
                .build());
    }

    private static final Coaching STEADY = coaching(LocalDate.MAX);
    private static final Coaching EDITED = coaching(LocalDate.of(2026, 7, 1));

    @Test
    @DisplayName("people are compared with their peers, and those who excel are found")
    void benchmark() {
        PeerComparison ana = STEADY.benchmark(SKILL)
                .during(YEAR)
                .against(Peers.everyone())
                .of(ANA)
                .only();
        assertThat(ana.verdict().standing()).isEqualTo(Standing.BEHIND);
        assertThat(STEADY.benchmark(SKILL)
                        .during(YEAR)
                        .against(Peers.everyone())
                        .exemplars()
                        .better())
                .extracting(better -> better.person().value())
                .containsExactly("leo");
    }

    @Test
    @DisplayName("a trend is seen")
    void trend() {
        Trend trend = STEADY.trend(SKILL).monthly().over(YEAR).of(ANA);
        assertThat(trend.verdict().movement()).isEqualTo(Movement.IMPROVING);
        assertThat(trend.remarks()).isEmpty();
    }

    @Test
    @DisplayName("rulers are not mixed: benchmark and trend refuse, and say which rulers met and when")
    void editedRubric() {
        String which = "enterprise-sales v1 (2026-01-04 to 2026-06-06), enterprise-sales v2 (2026-07-04 to 2026-12-06)";
        PeerComparison comparison = EDITED.benchmark(SKILL)
                .during(YEAR)
                .against(Peers.everyone())
                .of(ANA)
                .only();
        assertThat(comparison.value().whyNot()).contains(Reason.DIFFERENT_RULERS);
        assertThat(comparison.verdict().reason()).contains(Reason.DIFFERENT_RULERS);
        assertThat(comparison.explain()).contains(which);

        Trend trend = EDITED.trend(SKILL).monthly().over(YEAR).of(ANA);
        assertThat(trend.verdict().reason()).contains(Reason.DIFFERENT_RULERS);
        assertThat(trend.explain()).contains(which);

        assertThat(EDITED.benchmark(ScorecardKpis.of(V1).competency(OBJECTION_HANDLING))
                        .during(YEAR)
                        .against(Peers.everyone())
                        .of(ANA)
                        .only()
                        .verdict()
                        .standing())
                .as("its rubric was not edited")
                .isEqualTo(Standing.BEHIND);
        assertThat(EDITED.benchmark(SKILL)
                        .during(Span.of(LocalDate.of(2026, 7, 1), LocalDate.of(2027, 1, 1)))
                        .against(Peers.everyone())
                        .of(ANA)
                        .only()
                        .verdict()
                        .standing())
                .as("within one ruler")
                .isEqualTo(Standing.BEHIND);
    }
}
