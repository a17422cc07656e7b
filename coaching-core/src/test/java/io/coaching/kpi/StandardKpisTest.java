package io.coaching.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.KpiId;
import io.coaching.base.MeasureId;
import io.coaching.base.Money;
import io.coaching.base.PersonId;
import io.coaching.data.CoachingData;
import io.coaching.data.Observation;
import io.coaching.people.Person;
import io.coaching.people.RoleArchetype;
import io.coaching.people.Roster;
import io.coaching.people.RosterRecords;
import io.coaching.pipeline.Opportunity;
import io.coaching.pipeline.OpportunityMeasures;
import io.coaching.pipeline.OpportunityType;
import io.coaching.pipeline.PlainOpportunity;
import io.coaching.process.StandardStages;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The standard catalogue")
class StandardKpisTest {
    private static final PersonId ANA = PersonId.of("ana");
    private static final Span Q2 = Span.quarter(2026, 2);

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    private static PlainOpportunity deal(String id, LocalDate created, long euros, OpportunityType type) {
        return Opportunity.plain(id)
                .owner(ANA)
                .created(created)
                .amount(Money.of(euros, "EUR"))
                .type(type);
    }

    /** Three wins after 40, 70 and 30 days, a loss after 20, two left open, one of them from the quarter before. */
    private static final List<Opportunity> DEALS = List.of(
            deal("d1", day(4, 1), 1000, OpportunityType.NEW_BUSINESS)
                    .won(day(5, 11))
                    .build(),
            deal("d2", day(4, 1), 3000, OpportunityType.RENEWAL).won(day(6, 10)).build(),
            deal("d3", day(4, 1), 500, OpportunityType.EXPANSION).won(day(5, 1)).build(),
            deal("d4", day(4, 2), 400, OpportunityType.RENEWAL).lost(day(4, 22)).build(),
            deal("d5", day(5, 4), 700, OpportunityType.NEW_BUSINESS).build(),
            deal("d6", day(3, 2), 800, OpportunityType.NEW_BUSINESS).build());

    private static final Roster LEAVES_ON_25_JUNE = Roster.of(RosterRecords.builder()
                    .addPersons(Person.builder()
                            .id(ANA)
                            .hired(day(1, 5))
                            .lastDay(day(6, 25))
                            .build())
                    .build())
            .orThrow();

    private static List<Observation> activities() {
        Map<String, List<Integer>> values = new TreeMap<>();
        values.put("calls", List.of(60, 40));
        values.put("cold-calls", List.of(25, 5));
        values.put("connects", List.of(15, 5));
        values.put("emails", List.of(200));
        values.put("social-touches", List.of(12));
        values.put("content-published", List.of(1));
        values.put("content-downloads", List.of(90, 10));
        values.put("content-leads", List.of(3));
        values.put("meetings-booked", List.of(6));
        values.put("meetings-scheduled", List.of(5));
        values.put("meetings-held", List.of(3, 1));
        values.put("demos-set", List.of(10));
        values.put("demos-held", List.of(8));
        values.put("proposals", List.of(2));
        values.put("process-steps-done", List.of(9));
        values.put("process-steps-missed", List.of(1));
        values.put("contacts-engaged", List.of(1, 4));
        values.put("satisfaction", List.of(4, 5));
        values.put("engagement", List.of(3, 4));
        List<Observation> all = new ArrayList<>();
        values.forEach((measure, each) -> {
            for (int i = 0; i < each.size(); i++) {
                all.add(Observation.of(ANA, MeasureId.of(measure), day(4, 7 + i), each.get(i)));
            }
        });
        return all;
    }

    private static CoachingData data() {
        return CoachingData.builder()
                .asOf(day(6, 30))
                .calendar(BusinessCalendar.standard(ZoneId.of("Europe/Paris")))
                .roster(LEAVES_ON_25_JUNE)
                .opportunities(DEALS)
                .observations(activities())
                .build();
    }

    @Test
    @DisplayName("gives each figure by its formula")
    void figures() {
        Map<String, Double> expected = new TreeMap<>(Map.of(
                "calls", 100.0, "cold-calls", 30.0, "emails", 200.0, "social-touches", 12.0, "content-published", 1.0));
        expected.putAll(Map.of(
                "content-downloads", 100.0, "content-leads", 3.0, "meetings-booked", 6.0, "meetings-scheduled", 5.0));
        expected.putAll(Map.of("meetings-held", 4.0, "demos-set", 10.0, "demos-held", 8.0, "proposals", 2.0));
        expected.put("connect-rate", 20 / 100.0);
        expected.put("demos-per-call", 10 / 100.0);
        expected.put("starts-per-meeting", 5 / 4.0);
        expected.put("process-compliance", 9 / 10.0);
        expected.putAll(Map.of("opportunity-starts", 5.0, "deals-won", 3.0, "deals-lost", 1.0, "win-rate", 3 / 4.0));
        expected.put("dollars-in-starts", 1000.0 + 3000 + 500 + 400 + 700);
        expected.put("pipeline-generated", 1000.0 + 3000 + 500 + 400 + 700);
        expected.putAll(Map.of("bookings", 4500.0, "average-deal-size", 1500.0, "median-deal-size", 1000.0));
        expected.putAll(Map.of("new-business-won", 1000.0, "renewals-won", 3000.0, "renewal-rate", 1 / 2.0));
        expected.putAll(Map.of("sales-cycle", 140 / 3.0, "median-sales-cycle", 40.0));
        expected.putAll(Map.of("time-to-loss", 20.0, "median-time-to-loss", 20.0));
        expected.putAll(Map.of("open-opportunities", 2.0, "open-pipeline", 1500.0));
        expected.put("sales-velocity", 2 * 0.75 * 1500 / (140 / 3.0));
        expected.put("closed-sales-velocity", 4500 / (140 / 3.0));
        expected.put("contacts-per-deal", 2.5);
        expected.put("satisfaction", 4.5);
        expected.put("engagement", 3.5);
        expected.put("turnover", 1 / (86 / 30.0));

        CoachingData data = data();
        assertThat(StandardKpis.all().stream().map(kpi -> kpi.id().value()))
                .containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach((kpi, value) ->
                assertThat(data.value(KpiId.of(kpi), ANA, Q2).orThrow()).as(kpi).isCloseTo(value, within(1e-9)));
    }

    @Test
    @DisplayName(
            "gives the published sales velocity: 18 opportunities of 42,000 at 24 % in 78 days (sales-velocity-18x42k)")
    void publishedVelocity() {
        List<Opportunity> deals = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            PlainOpportunity deal = deal("closed-" + i, day(4, 1), 42_000, OpportunityType.NEW_BUSINESS);
            deals.add((i < 6 ? deal.won(day(6, 18)) : deal.lost(day(5, 1))).build());
        }
        for (int i = 0; i < 18; i++) {
            deals.add(deal("open-" + i, day(5, 4), 42_000, OpportunityType.NEW_BUSINESS)
                    .build());
        }
        CoachingData data = CoachingData.builder()
                .asOf(day(6, 30))
                .calendar(BusinessCalendar.standard(ZoneId.of("Europe/Paris")))
                .opportunities(deals)
                .build();
        assertThat(data.value(StandardKpis.SALES_VELOCITY, ANA, Q2).orThrow()).isCloseTo(2326.1538, within(1e-4));
    }

    @Test
    @DisplayName("counts meetings of next week on their days, though these are still to come")
    void forwardLooking() {
        Span nextWeek = Span.of(day(7, 6), day(7, 13));
        CoachingData data = CoachingData.builder()
                .asOf(day(7, 3))
                .calendar(BusinessCalendar.standard(ZoneId.of("Europe/Paris")))
                .observations(List.of(
                        Observation.of(ANA, MeasureId.of("meetings-scheduled"), day(7, 3), 1),
                        Observation.of(ANA, MeasureId.of("meetings-scheduled"), day(7, 7), 2),
                        Observation.of(ANA, MeasureId.of("meetings-scheduled"), day(7, 9), 1)))
                .build();
        assertThat(data.value(StandardKpis.MEETINGS_SCHEDULED, ANA, nextWeek).orThrow())
                .isEqualTo(3);
    }

    @Test
    @DisplayName("names every measure that an opportunity gives rise to")
    void measuresOfOpportunities() {
        assertThat(StandardMeasures.all().stream().map(Measure::id)).containsAll(OpportunityMeasures.ids());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("has the KPIs of each archetype of a role, but for the attainment of quotas")
    void archetypes(RoleArchetype archetype) {
        assertThat(StandardKpis.all().stream().map(Kpi::id))
                .containsAll(archetype.kpis().stream()
                        .filter(kpi -> !kpi.equals(KpiId.of("quota-attainment")))
                        .toList());
    }

    @Test
    @DisplayName("says which KPIs lead and which lag, and which are better low")
    void directions() {
        assertThat(StandardKpis.CALLS.timing()).isEqualTo(Timing.LEADING);
        assertThat(StandardKpis.CONNECT_RATE.timing()).isEqualTo(Timing.LEADING);
        assertThat(StandardKpis.OPEN_PIPELINE.timing()).isEqualTo(Timing.LEADING);
        assertThat(StandardKpis.WIN_RATE.timing()).isEqualTo(Timing.LAGGING);
        assertThat(StandardKpis.BOOKINGS.timing()).isEqualTo(Timing.LAGGING);
        assertThat(StandardKpis.all().stream()
                        .filter(kpi -> kpi.direction() == io.coaching.base.Direction.LOWER_IS_BETTER)
                        .map(kpi -> kpi.id().value()))
                .containsExactlyInAnyOrder(
                        "deals-lost",
                        "sales-cycle",
                        "median-sales-cycle",
                        "time-to-loss",
                        "median-time-to-loss",
                        "turnover");
    }

    @Test
    @DisplayName("speaks of the stages of the standard process")
    void stages() {
        assertThat(StandardKpis.all().stream().flatMap(kpi -> kpi.stages().stream()))
                .isSubsetOf(
                        StandardStages.PROSPECTING,
                        StandardStages.QUALIFICATION,
                        StandardStages.DISCOVERY,
                        StandardStages.DEMO,
                        StandardStages.PROPOSAL,
                        StandardStages.NEGOTIATION);
    }

    @Test
    @DisplayName("lists every constant")
    void lists() {
        assertThat(constants(StandardKpis.class, Kpi.class)).isEqualTo(StandardKpis.all());
        assertThat(constants(StandardMeasures.class, Measure.class))
                .containsExactlyInAnyOrderElementsOf(StandardMeasures.all());
    }

    private static <T> List<T> constants(Class<?> of, Class<T> type) {
        return Arrays.stream(of.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == type)
                .map(field -> type.cast(get(field)))
                .toList();
    }

    private static Object get(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
