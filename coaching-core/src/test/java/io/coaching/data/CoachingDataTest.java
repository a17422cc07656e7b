package io.coaching.data;

import static io.coaching.base.Everyone.EVERYONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Estimate;
import io.coaching.base.ExchangeRates;
import io.coaching.base.Known;
import io.coaching.base.MessageCode;
import io.coaching.base.Money;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.RegionId;
import io.coaching.base.SourceId;
import io.coaching.base.Subject;
import io.coaching.base.TeamId;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.StandardKpis;
import io.coaching.kpi.StandardMeasures;
import io.coaching.people.Assignment;
import io.coaching.people.Leave;
import io.coaching.people.Person;
import io.coaching.people.Region;
import io.coaching.people.Roster;
import io.coaching.people.RosterRecords;
import io.coaching.people.Team;
import io.coaching.pipeline.Opportunity;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CoachingDataTest {
    private static final PersonId ANA = PersonId.of("ana");
    private static final PersonId BO = PersonId.of("bo");
    private static final PersonId CY = PersonId.of("cy");
    private static final TeamId NORTH = TeamId.of("north");
    private static final TeamId SOUTH = TeamId.of("south");
    private static final RegionId EUROPE = RegionId.of("europe");
    private static final Span Q2 = Span.quarter(2026, 2);
    private static final BusinessCalendar PARIS = BusinessCalendar.standard(ZoneId.of("Europe/Paris"));

    /** Ana moves from north to south on 18 May; Bo is in south all the time; Cy has nothing to show. */
    private static final Roster ROSTER = Roster.of(RosterRecords.builder()
                    .addPersons(Person.of(ANA), Person.of(BO), Person.of(CY))
                    .addRegions(Region.of(EUROPE))
                    .addTeams(
                            Team.builder().id(NORTH).region(EUROPE).build(),
                            Team.builder().id(SOUTH).region(EUROPE).build())
                    .addAssignments(
                            Assignment.of(ANA, day(1, 1), NORTH),
                            Assignment.of(ANA, day(5, 18), SOUTH),
                            Assignment.of(BO, day(1, 1), SOUTH),
                            Assignment.of(CY, day(1, 1), NORTH))
                    .addLeaves(Leave.of(BO, Span.of(day(6, 1), day(6, 15))))
                    .build())
            .orThrow();

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    private static Opportunity won(String id, PersonId owner, LocalDate created, LocalDate closed, String euros) {
        return Opportunity.plain(id)
                .owner(owner)
                .created(created)
                .won(closed, Money.of(euros, "EUR"))
                .build();
    }

    private static Opportunity lost(String id, PersonId owner, LocalDate created, LocalDate closed) {
        return Opportunity.plain(id)
                .owner(owner)
                .created(created)
                .amount(Money.of(500, "EUR"))
                .lost(closed)
                .build();
    }

    private static final List<Opportunity> DEALS = List.of(
            won("d1", ANA, day(4, 1), day(5, 4), "1000"),
            won("d2", ANA, day(4, 2), day(6, 1), "3000.50"),
            lost("d3", ANA, day(4, 3), day(6, 2)),
            won("d4", BO, day(4, 7), day(4, 9), "10"));

    private static CoachingData.Builder someData() {
        return CoachingData.builder().asOf(day(6, 30)).calendar(PARIS).roster(ROSTER);
    }

    private static CoachingData data() {
        return someData().opportunities(DEALS).build();
    }

    private static double value(CoachingData data, Kpi kpi, Subject subject) {
        return data.value(kpi, subject, Q2).orThrow();
    }

    @Test
    @DisplayName("who changes team in mid-quarter counts for each team on its days, and once in the company")
    void transfer() {
        CoachingData data = data();

        assertThat(value(data, StandardKpis.DEALS_WON, NORTH)).isEqualTo(1);
        assertThat(value(data, StandardKpis.DEALS_WON, SOUTH)).isEqualTo(2);
        assertThat(value(data, StandardKpis.DEALS_WON, EUROPE)).isEqualTo(3);
        assertThat(value(data, StandardKpis.DEALS_WON, EVERYONE)).isEqualTo(3);
        assertThat(value(data, StandardKpis.BOOKINGS, NORTH)).isEqualTo(1000);
        assertThat(value(data, StandardKpis.BOOKINGS, SOUTH)).isEqualTo(3010.50);
        assertThat(data.panel(StandardKpis.DEALS_WON, List.of(EVERYONE, NORTH, SOUTH), List.of(Q2)))
                .satisfies(panel -> {
                    assertThat(panel.persons(panel.indexOf(EVERYONE), 0)).isEqualTo(3);
                    assertThat(panel.persons(panel.indexOf(NORTH), 0)).isEqualTo(2);
                    assertThat(panel.persons(panel.indexOf(SOUTH), 0)).isEqualTo(2);
                });
    }

    @Test
    @DisplayName("seen by current teams, the history of who moved goes with them")
    void currentTeam() {
        CoachingData data = data().attributed(TeamAttribution.CURRENT_TEAM);

        // all that is left in the north is Cy, who was never seen
        assertThat(data.value(StandardKpis.BOOKINGS, NORTH, Q2)).isEqualTo(Estimate.undefined(Reason.NO_DATA));
        assertThat(value(data, StandardKpis.BOOKINGS, SOUTH)).isEqualTo(4010.50);
        assertThat(value(data, StandardKpis.BOOKINGS, EVERYONE)).isEqualTo(4010.50);
    }

    @Test
    @DisplayName(
            "a rate is a ratio of sums with its Wilson interval; without a decision it is undefined, with the reason")
    void winRate() {
        CoachingData data = data();

        Known rate = (Known) data.value(StandardKpis.WIN_RATE, ANA, Q2);
        assertThat(rate.value()).isEqualTo(2 / 3.0);
        assertThat(rate.n()).isEqualTo(3);
        // R: prop.test(2, 3, correct = FALSE)$conf.int
        assertThat(rate.interval().orElseThrow().low()).isCloseTo(0.2076595, within(1e-6));
        assertThat(rate.interval().orElseThrow().high()).isCloseTo(0.9385081, within(1e-6));
        assertThat(rate.method()).isEqualTo("won / (won + lost)");
        assertThat(data.value(StandardKpis.WIN_RATE, CY, Q2)).isEqualTo(Estimate.undefined(Reason.NOTHING_DECIDED));
        assertThat(data.value(StandardKpis.CALLS, ANA, Q2)).isEqualTo(Estimate.undefined(Reason.NO_DATA));
        assertThat(data.value(StandardKpis.SALES_VELOCITY, CY, Q2))
                .isEqualTo(Estimate.undefined(Reason.PART_UNDEFINED));
    }

    @Test
    @DisplayName("no sale is a zero for who sells, and unknown for who was never seen to do anything")
    void zeroOrUnknown() {
        CoachingData data = data();

        assertThat(data.value(StandardKpis.BOOKINGS, BO, Span.month(2026, 6)).orThrow())
                .isZero();
        assertThat(data.value(StandardKpis.BOOKINGS, CY, Q2)).isEqualTo(Estimate.undefined(Reason.NO_DATA));
    }

    @Test
    @DisplayName("a total knows on how many working days it was reached: leave does not count, days to come neither")
    void exposure() {
        CoachingData data = data();
        CoachingData earlier = CoachingData.builder()
                .asOf(day(4, 30))
                .calendar(PARIS)
                .roster(ROSTER)
                .opportunities(DEALS)
                .build();

        assertThat(exposure(data, ANA)).isEqualTo(65);
        assertThat(exposure(data, BO)).isEqualTo(55);
        assertThat(exposure(earlier, ANA)).isEqualTo(22);
    }

    private static double exposure(CoachingData data, PersonId person) {
        Panel panel = data.panel(StandardKpis.BOOKINGS, List.of(person), List.of(Q2));
        return ((Sample.Total) panel.sample(0, 0)).exposure();
    }

    @Test
    @DisplayName("a level at the end of a span counts what is open then, wherever its owner sits then")
    void stock() {
        CoachingData data = data();
        Span april = Span.month(2026, 4);

        assertThat(data.value(StandardKpis.OPEN_OPPORTUNITIES, ANA, april).orThrow())
                .isEqualTo(3);
        assertThat(data.value(StandardKpis.OPEN_OPPORTUNITIES, NORTH, april).orThrow())
                .isEqualTo(3);
        assertThat(data.value(StandardKpis.OPEN_OPPORTUNITIES, SOUTH, april).orThrow())
                .isZero();
        assertThat(data.value(StandardKpis.OPEN_OPPORTUNITIES, SOUTH, Span.month(2026, 5))
                        .orThrow())
                .isEqualTo(2);
        assertThat(data.value(StandardKpis.OPEN_OPPORTUNITIES, EVERYONE, Q2).orThrow())
                .isZero();
    }

    @Test
    @DisplayName("a derived figure is the product of its parts: n x win rate x deal size / cycle")
    void velocity() {
        CoachingData data = data();
        Span untilMay = Span.of(day(4, 1), day(6, 1));

        double byHand = data.value(StandardKpis.OPEN_OPPORTUNITIES, EVERYONE, untilMay)
                        .orThrow()
                * data.value(StandardKpis.WIN_RATE, EVERYONE, untilMay).orThrow()
                * data.value(StandardKpis.AVERAGE_DEAL_SIZE, EVERYONE, untilMay).orThrow()
                / data.value(StandardKpis.SALES_CYCLE, EVERYONE, untilMay).orThrow();

        assertThat(data.value(StandardKpis.SALES_VELOCITY, EVERYONE, untilMay).orThrow())
                .isCloseTo(byHand, within(1e-9));
        assertThat(byHand).isCloseTo(2 * 1.0 * 505 / 17.5, within(1e-9));
    }

    @Test
    @DisplayName("amounts in two currencies are not added; with dated rates they are, each at the rate of its day")
    void currencies() {
        Opportunity dollars = Opportunity.plain("d5")
                .owner(ANA)
                .created(day(4, 1))
                .won(day(6, 3), Money.of(100, "USD"))
                .build();
        CoachingData data =
                someData().opportunities(DEALS).opportunities(List.of(dollars)).build();
        ExchangeRates rates = ExchangeRates.builder()
                .into("EUR")
                .rate("USD", day(1, 1), "0.90")
                .rate("USD", day(6, 1), "0.80")
                .build();

        assertThat(data.value(StandardKpis.BOOKINGS, ANA, Q2)).isEqualTo(Estimate.undefined(Reason.MIXED_CURRENCIES));
        assertThat(data.value(StandardKpis.BOOKINGS, BO, Q2).orThrow()).isEqualTo(10);
        assertThat(data.value(StandardKpis.DEALS_WON, ANA, Q2).orThrow()).isEqualTo(3);
        CoachingData euros = data.in(rates);
        assertThat(euros.value(StandardKpis.BOOKINGS, ANA, Q2).orThrow()).isEqualTo(4080.50);
        assertThat(euros.value(StandardKpis.DEALS_WON, ANA, Q2).orThrow()).isEqualTo(3);
        assertThat(data.in(rates.constant(day(1, 1)))
                        .value(StandardKpis.BOOKINGS, ANA, Q2)
                        .orThrow())
                .isEqualTo(4090.50);
        assertThat(data.quality().finding(MessageCode.QUALITY_CURRENCIES)).isPresent();
        assertThat(euros.panel(StandardKpis.BOOKINGS, List.of(ANA), List.of(Q2)).currency())
                .contains(Currency.getInstance("EUR"));
    }

    @Test
    @DisplayName("observations that cannot be used are counted with their reason, the others count")
    void observations() {
        List<Observation> observations = List.of(
                Observation.of(ANA, StandardMeasures.CALLS.id(), day(4, 1), 40),
                Observation.of(ANA, StandardMeasures.CALLS.id(), day(4, 2), 2),
                Observation.of(ANA, io.coaching.base.MeasureId.of("cals"), day(4, 2), 2),
                Observation.builder()
                        .person(ANA)
                        .measure(StandardMeasures.CALLS.id())
                        .day(day(4, 3))
                        .value(new BigDecimal("1.5"))
                        .build(),
                Observation.builder()
                        .person(ANA)
                        .measure(StandardMeasures.CALLS.id())
                        .day(day(4, 3))
                        .value(BigDecimal.ONE)
                        .currency(Currency.getInstance("EUR"))
                        .build(),
                Observation.of(ANA, StandardMeasures.CALLS.id(), LocalDate.of(1066, 10, 14), 1));
        CoachingData data = someData().observations(observations).build();

        assertThat(data.value(StandardKpis.CALLS, ANA, Q2).orThrow()).isEqualTo(42);
        assertThat(data.quality()
                        .finding(MessageCode.QUALITY_OBSERVATIONS_REFUSED)
                        .orElseThrow()
                        .count())
                .isEqualTo(3);
        assertThat(data.quality()
                        .finding(MessageCode.QUALITY_IMPOSSIBLE_DAYS)
                        .orElseThrow()
                        .count())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("observations in bulk give the same data as one by one")
    void bulk() {
        ObservationTable.Builder table = ObservationTable.builder();
        int calls = table.measure(StandardMeasures.CALLS);
        int source = table.source(Observation.UNNAMED);
        List<Observation> one = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            PersonId person = i % 3 == 0 ? BO : ANA;
            LocalDate day = day(4, 1).plusDays(i);
            table.add(table.person(person), calls, day.toEpochDay(), i, source);
            one.add(Observation.of(person, StandardMeasures.CALLS.id(), day, i));
        }

        CoachingData inBulk = someData().observations(table.build()).build();
        CoachingData oneByOne = someData().observations(one).build();

        assertThat(inBulk.facts()).isEqualTo(oneByOne.facts());
        assertThat(inBulk.provenance()).isEqualTo(oneByOne.provenance());
        assertThat(inBulk.without(ANA).provenance())
                .isEqualTo(oneByOne.without(ANA).provenance());
        assertThat(inBulk.without(Observation.UNNAMED).facts().rows()).isZero();
    }

    @Test
    @DisplayName("a correction replaces the facts of its record: the same bits as if it had been so from the start")
    void correction() {
        Opportunity smaller = won("d2", ANA, day(4, 2), day(6, 1), "2000");
        Opportunity added = won("d9", CY, day(4, 2), day(6, 1), "7");
        CoachingData fromScratch = someData()
                .opportunities(List.of(smaller, added, DEALS.get(3), DEALS.get(2), DEALS.get(0)))
                .build();

        CoachingData corrected = data().corrected(smaller).corrected(added);

        assertThat(corrected.facts()).isEqualTo(fromScratch.facts());
        assertThat(corrected.provenance()).isEqualTo(fromScratch.provenance());
        assertThat(data().corrected(added).corrected(smaller).provenance()).isEqualTo(fromScratch.provenance());
        assertThat(corrected
                        .without(SourceId.of("opportunity:d9"), SourceId.of("opportunity:d2"))
                        .corrected(DEALS.get(1))
                        .provenance())
                .isEqualTo(data().provenance());
        assertThat(value(corrected, StandardKpis.BOOKINGS, ANA)).isEqualTo(3000);
    }

    @Test
    @DisplayName("what lies after the as-of day counts neither above nor below; a span ahead is asked for its plans")
    void nothingAheadOfTime() {
        CoachingData data = CoachingData.builder()
                .asOf(day(5, 31))
                .calendar(PARIS)
                .roster(ROSTER)
                .opportunities(DEALS)
                .observations(List.of(
                        Observation.of(ANA, StandardMeasures.MEETINGS_SCHEDULED.id(), day(6, 3), 1),
                        Observation.of(ANA, StandardMeasures.MEETINGS_SCHEDULED.id(), day(6, 4), 1)))
                .build();

        assertThat(value(data, StandardKpis.DEALS_WON, ANA)).isEqualTo(1);
        assertThat(value(data, StandardKpis.OPEN_OPPORTUNITIES, ANA)).isEqualTo(2);
        assertThat(data.value(StandardKpis.MEETINGS_SCHEDULED, ANA, Span.of(day(6, 1), day(6, 8)))
                        .orThrow())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("a level in another currency comes to nothing when all is closed, however rates moved")
    void levelsAtOneRate() {
        ExchangeRates rates = ExchangeRates.builder()
                .into("EUR")
                .rate("USD", day(1, 1), "1.00")
                .rate("USD", day(5, 1), "2.00")
                .build();
        CoachingData data = someData()
                .opportunities(List.of(Opportunity.plain("d8")
                        .owner(ANA)
                        .created(day(4, 1))
                        .amount(Money.of(100, "USD"))
                        .lost(day(6, 3))
                        .build()))
                .build()
                .in(rates);

        assertThat(data.value(StandardKpis.OPEN_PIPELINE, ANA, Q2).orThrow()).isZero();
        assertThat(data.value(StandardKpis.OPEN_PIPELINE, ANA, Span.month(2026, 4))
                        .orThrow())
                .isEqualTo(200);
        assertThat(data.value(StandardKpis.OPEN_PIPELINE, PersonId.of("nobody"), Q2))
                .isEqualTo(Estimate.undefined(Reason.NO_DATA));
    }

    @Test
    @DisplayName("who lost all deals booked nothing: that is a zero, with an interval that stays above it")
    void zeroBookings() {
        CoachingData none = someData().opportunities(List.of(DEALS.get(2))).build();
        Known some = (Known) data().value(StandardKpis.BOOKINGS, ANA, Q2);

        assertThat(none.value(StandardKpis.BOOKINGS, ANA, Q2).orThrow()).isZero();
        assertThat(some.interval().orElseThrow().low()).isPositive();
        assertThat(some.interval().orElseThrow().high()).isGreaterThan(some.value());
    }

    @Test
    @DisplayName("the observations of a source are replaced as a whole")
    void correctedObservations() {
        SourceId dialler = SourceId.of("dialler");
        Observation calls = Observation.builder()
                .from(Observation.of(ANA, StandardMeasures.CALLS.id(), day(4, 1), 40))
                .source(dialler)
                .build();
        Observation fewer = Observation.builder()
                .from(Observation.of(ANA, StandardMeasures.CALLS.id(), day(4, 1), 4))
                .source(dialler)
                .build();
        CoachingData data = someData().observations(List.of(calls)).build();

        CoachingData corrected = data.corrected(dialler, fewer);

        assertThat(value(corrected, StandardKpis.CALLS, ANA)).isEqualTo(4);
        assertThat(corrected.provenance())
                .isEqualTo(someData().observations(List.of(fewer)).build().provenance());
        assertThatThrownBy(() -> data.corrected(SourceId.of("other"), fewer)).hasMessageContaining("other");
    }

    @Test
    @DisplayName("who is erased leaves no trace: not on the roster, not in facts, opportunities or the report")
    void erasure() {
        CoachingData without = data().without(ANA);

        assertThat(without.persons()).containsExactly(BO, CY);
        assertThat(without.opportunities()).hasSize(1);
        assertThat(without.roster().records().toString()).doesNotContain("ana");
        assertThat(without.quality().explain()).doesNotContain("ana");
        assertThat(without.value(StandardKpis.DEALS_WON, EVERYONE, Q2).orThrow())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("of records with one id one is kept, the same whatever came first, and the report says so")
    void conflictingRecords() {
        Opportunity later = won("d1", ANA, day(4, 1), day(5, 20), "2000");

        for (List<Opportunity> order :
                List.of(List.of(DEALS.get(0), later, later), List.of(later, later, DEALS.get(0)))) {
            CoachingData data = someData().opportunities(order).build();

            assertThat(value(data, StandardKpis.BOOKINGS, ANA)).isEqualTo(2000);
            assertThat(data.quality().finding(MessageCode.QUALITY_CONFLICTING_RECORDS))
                    .isPresent();
            assertThat(data.opportunity(later.id())).isEqualTo(Optional.of(later));
        }
    }

    @Test
    @DisplayName("the report names idle and unknown persons, missing accounts, unlisted products and stale data")
    void quality() {
        CoachingData data = CoachingData.builder()
                .asOf(day(8, 31))
                .calendar(PARIS)
                .roster(ROSTER)
                .products(List.of("GTX Pro"))
                .opportunities(DEALS)
                .opportunities(List.of(Opportunity.plain("d7")
                        .owner(PersonId.of("zoe"))
                        .product("GTXPro")
                        .account("Acme")
                        .created(day(4, 1))
                        .build()))
                .build();
        DataQuality quality = data.quality();

        assertThat(quality.finding(MessageCode.QUALITY_IDLE_PERSONS)
                        .orElseThrow()
                        .examples())
                .containsExactly("cy");
        assertThat(quality.finding(MessageCode.QUALITY_UNKNOWN_PERSONS)
                        .orElseThrow()
                        .examples())
                .containsExactly("zoe");
        assertThat(quality.finding(MessageCode.QUALITY_NO_ACCOUNT).orElseThrow().count())
                .isEqualTo(4);
        assertThat(quality.finding(MessageCode.QUALITY_UNKNOWN_PRODUCTS)
                        .orElseThrow()
                        .examples())
                .containsExactly("\"GTXPro\" (1), maybe \"GTX Pro\"");
        assertThat(quality.finding(MessageCode.QUALITY_STALE).orElseThrow().message())
                .hasToString("the newest fact is of 2026-06-02, 90 days before 2026-08-31");
        assertThat(quality.explain()).contains("1 persons on the roster have no fact at all: cy");
        assertThat(quality.table()).contains("warning");
        assertThat(quality.toString()).hasSizeLessThanOrEqualTo(80);
    }

    @Test
    @DisplayName("what the library cannot know must be said, with advice")
    void mistakes() {
        assertThatThrownBy(() -> CoachingData.builder().calendar(PARIS).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("asOf must be given")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> CoachingData.builder().asOf(day(1, 1)).build())
                .hasMessageContaining("calendar must be given");
        assertThatThrownBy(() -> data().value(io.coaching.base.KpiId.of("win-rat"), ANA, Q2))
                .hasMessageContaining("win-rat")
                .hasMessageContaining("win-rate");
    }
}
