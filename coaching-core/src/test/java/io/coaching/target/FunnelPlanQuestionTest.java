package io.coaching.target;

import static io.coaching.base.Everyone.EVERYONE;
import static io.coaching.kpi.StandardKpis.AVERAGE_DEAL_SIZE;
import static io.coaching.kpi.StandardKpis.BOOKINGS;
import static io.coaching.kpi.StandardKpis.DEALS_WON;
import static io.coaching.kpi.StandardKpis.DEMOS_PER_CALL;
import static io.coaching.kpi.StandardKpis.MEETINGS_HELD;
import static io.coaching.kpi.StandardKpis.OPPORTUNITY_STARTS;
import static io.coaching.kpi.StandardKpis.WIN_RATE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.Money;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.RoleId;
import io.coaching.base.Subject;
import io.coaching.data.Panel;
import io.coaching.data.Sample;
import io.coaching.goal.Target;
import io.coaching.goal.Targets;
import io.coaching.kpi.Kpi;
import io.coaching.people.Access;
import io.coaching.people.AccessPolicy;
import io.coaching.people.Assignment;
import io.coaching.people.Leave;
import io.coaching.people.Peers;
import io.coaching.people.Person;
import io.coaching.people.Roster;
import io.coaching.people.RosterRecords;
import io.coaching.people.Viewer;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A plan by the conversions of the past")
class FunnelPlanQuestionTest {
    private static final Span YEAR = Span.year(2025);
    private static final Span Q1 = Span.quarter(2026, 1);
    private static final PersonId ANA = PersonId.of("ana");
    private static final PersonId NEW = PersonId.of("new");
    private static final PersonId ODD = PersonId.of("odd");

    /** Ten account executives: ana won 3 of 4, new has nothing, odd has more starts than meetings, seven won 30 of 100. */
    private static final Store STORE = store();

    private static FunnelPlanQuestion winning() {
        return FunnelPlanQuestion.from(STORE, OPPORTUNITY_STARTS).to(DEALS_WON).over(YEAR);
    }

    @Test
    @DisplayName("draws a thin history towards the peers, and says so")
    void blend() {
        BackSolve answer = winning().of(ANA).backSolve(Money.of(100_000, "EUR"));
        StageNeed starts = answer.stages().get(0);

        assertThat(starts.basis()).contains(ConversionBasis.BLEND);
        assertThat(starts.conversion().orElseThrow().orThrow())
                .isLessThan(0.45) // 0.75 on 4 decisions, among peers who are all at 0.30
                .isGreaterThan(0.30);
        assertThat(answer.dealSizeBasis()).isEqualTo(ConversionBasis.BLEND);
        assertThat(answer.dealSize().orThrow()).isBetween(10_000.0, 15_000.0); // 20,000 on 3 deals, peers 10,000
        assertThat(answer.explain()).contains("drawn towards like-for-like peers");
        assertThat(answer.provenance()).isEqualTo(STORE.provenance());
    }

    @Test
    @DisplayName("takes the own history alone where asked to")
    void own() {
        BackSolve answer = winning().ownHistoryOnly().of(ANA).backSolve(100_000);

        assertThat(answer.stages().get(0).basis()).contains(ConversionBasis.OWN);
        assertThat(answer.stages().get(0).conversion().orElseThrow().orThrow()).isEqualTo(0.75);
        assertThat(answer.dealSize().orThrow()).isEqualTo(20_000);
        assertThat(answer.exactNeeds()).containsExactly(5 / 0.75, 5);
    }

    @Test
    @DisplayName("gives who has no history what is believed of a peer")
    void peers() {
        BackSolve answer = winning().of(NEW).backSolve(100_000);

        assertThat(answer.stages().get(0).basis()).contains(ConversionBasis.PEERS);
        assertThat(answer.stages().get(0).conversion().orElseThrow().orThrow()).isCloseTo(0.3, within(0.05));
        assertThat(answer.dealSizeBasis()).isEqualTo(ConversionBasis.PEERS);
        assertThat(answer.explain()).contains("without a history of one's own, as of peers");
        assertThat(winning()
                        .ownHistoryOnly()
                        .of(NEW)
                        .backSolve(100_000)
                        .stages()
                        .get(0)
                        .exact())
                .isEqualTo(Estimate.undefined(Reason.ZERO_DENOMINATOR));
    }

    @Test
    @DisplayName("is less sure than one of the same figures that stand on more")
    void thinIsUnsure() {
        FunnelPlan thin = winning().ownHistoryOnly().of(ANA);
        FunnelPlan sure =
                FunnelPlan.from("opportunities").to("wins", 3_000, 4_000).averageDealSize(20_000);

        assertThat(thin.chance(12, 100_000).orThrow())
                .isLessThan(sure.chance(12, 100_000).orThrow() - 0.05);
    }

    @Test
    @DisplayName("counts starts of meetings over the same days, and refuses more starts than meetings")
    void counts() {
        FunnelPlanQuestion meetings = FunnelPlanQuestion.from(STORE, MEETINGS_HELD)
                .to(OPPORTUNITY_STARTS)
                .to(DEALS_WON)
                .over(YEAR);
        BackSolve everyone = meetings.of(EVERYONE).backSolve(30_000);
        BackSolve odd = meetings.of(ODD).backSolve(30_000);

        assertThat(everyone.stage("meetings held").basis()).contains(ConversionBasis.OWN);
        assertThat(((Known) everyone.stage("meetings held").conversion().orElseThrow()).method())
                .isEqualTo("800 / 1600, Jeffreys prior");
        assertThat(odd.stage("meetings held").exact()).isEqualTo(Estimate.undefined(Reason.MORE_SUCCESSES_THAN_TRIALS));
        assertThat(odd.stage("opportunity starts").exact().isKnown()).isTrue();
        assertThat(odd.plainChance()).isEqualTo(Estimate.undefined(Reason.MORE_SUCCESSES_THAN_TRIALS));
    }

    @Test
    @DisplayName("spreads the need over the days on which the person is there")
    void leave() {
        FunnelPlan plan = winning().of(ANA);

        // the first quarter of 2026 has 64 working days, of which ana is away for 10
        assertThat(plan.during(Q1).backSolve(100_000).workingDays()).hasValue(54);
        assertThat(winning().of(EVERYONE).during(Q1).backSolve(100_000).workingDays())
                .hasValue(64);
    }

    @Test
    @DisplayName("towards a period knows the agreed quota and targets, prorated by the days the person is there")
    void agreed() {
        FunnelPlan plan = winning().ownHistoryOnly().towards(Q1).of(ANA);
        BackSolve needs = plan.backSolve();
        Sufficiency answer = plan.sufficiency();

        // ana is there on 54 of 64 days: 84,375 of 100,000, and 11 starts for 10.125 of 12
        assertThat(needs.quota().orThrow()).isEqualTo(84_375);
        assertThat(needs.workingDays()).hasValue(54);
        assertThat(needs.exactNeeds()).containsExactly(84_375 / 20_000.0 / 0.75, 84_375 / 20_000.0);
        assertThat(answer.stages().get(0).target()).hasValue(11);
        assertThat(answer.stages().get(0).missing()).hasValue(0);
        assertThat(answer.weakest().orElseThrow().expected().orElseThrow().orThrow())
                .isEqualTo(165_000);
        assertThat(answer.verdict()).isEqualTo(SufficiencyVerdict.SUFFICIENT);
    }

    @Test
    @DisplayName("towards a period without an agreement has a reason, not an answer")
    void notAgreed() {
        FunnelPlan nothing = winning().towards(Q1).of(PersonId.of("p0"));
        FunnelPlan noTargets = winning().towards(Q1).of(NEW);
        FunnelPlan otherCurrency = winning().towards(Q1).of(ODD);

        assertThat(nothing.backSolve().stages())
                .allSatisfy(need -> assertThat(need.exact()).isEqualTo(Estimate.undefined(Reason.NO_TARGET)));
        assertThat(nothing.backSolve().plainChance()).isEqualTo(Estimate.undefined(Reason.NO_TARGET));
        assertThat(nothing.sufficiency().verdict()).isEqualTo(SufficiencyVerdict.UNKNOWN);
        assertThat(noTargets.backSolve().plainChance().isKnown()).isTrue();
        assertThat(noTargets.sufficiency().verdict()).isEqualTo(SufficiencyVerdict.UNKNOWN);
        assertThat(noTargets.sufficiency().explain()).contains("no target is set");
        assertThat(otherCurrency.sufficiency().verdict()).isEqualTo(SufficiencyVerdict.UNKNOWN);
        assertThat(otherCurrency.backSolve().quota()).isEqualTo(Estimate.undefined(Reason.MIXED_CURRENCIES));
        assertThat(winning().towards(Q1).as(Viewer.rep(NEW)).of(ANA).backSolve().quota())
                .isEqualTo(Estimate.withheld(Reason.NOT_PERMITTED));
        assertThatIllegalStateException()
                .isThrownBy(() -> winning().of(ANA).backSolve())
                .withMessageContaining("a quota must be said");
    }

    @Test
    @DisplayName("of somebody else is withheld from a rep, and a manager of few peers is not told of them")
    void viewers() {
        BackSolve hidden = winning().as(Viewer.rep(NEW)).of(ANA).backSolve(100_000);
        BackSolve self = winning().as(Viewer.rep(ANA)).of(ANA).backSolve(100_000);
        BackSolve few = winning()
                .against(Peers.sameRole().named(NEW, ODD, PersonId.of("p0")))
                .as(Viewer.rep(ANA))
                .of(ANA)
                .backSolve(100_000);

        assertThat(hidden.stages())
                .allSatisfy(need -> assertThat(need.exact()).isEqualTo(Estimate.withheld(Reason.NOT_PERMITTED)));
        assertThat(hidden.plainChance()).isEqualTo(Estimate.withheld(Reason.NOT_PERMITTED));
        assertThat(hidden.explain()).contains("withheld").doesNotContain("0.75");
        assertThat(self.stages().get(0).basis()).contains(ConversionBasis.BLEND);
        assertThat(few.stages().get(0).basis()).contains(ConversionBasis.OWN);
    }

    @Test
    @DisplayName("needs counts, proportions and a history")
    void mistakes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunnelPlanQuestion.from(STORE, BOOKINGS))
                .withMessageContaining("stage must be a total of a count");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> winning().to(MEETINGS_HELD, DEMOS_PER_CALL))
                .withMessageContaining("conversion must be a proportion");
        assertThatIllegalStateException()
                .isThrownBy(() -> FunnelPlanQuestion.from(STORE, MEETINGS_HELD).of(ANA))
                .withMessageContaining("a history must be said first");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> winning().of(EVERYONE).withChance(Percent.of(80)).backSolve(Money.of(1, "USD")))
                .withMessageContaining("quota must be in EUR");
    }

    // ---- a store of one's own

    private static Store store() {
        var people = new ArrayList<PersonId>(List.of(ANA, NEW, ODD));
        for (int i = 0; i < 7; i++) {
            people.add(PersonId.of("p" + i));
        }
        var rates = new LinkedHashMap<Subject, Sample>();
        var sizes = new LinkedHashMap<Subject, Sample>();
        var meetings = new LinkedHashMap<Subject, Sample>();
        var starts = new LinkedHashMap<Subject, Sample>();
        for (PersonId person : people) {
            rates.put(person, new Sample.Proportion(30, 100));
            sizes.put(person, size(30, 10_000 + 200 * people.indexOf(person)));
            meetings.put(person, count(200));
            starts.put(person, count(100));
        }
        rates.put(ANA, new Sample.Proportion(3, 4));
        sizes.put(ANA, size(3, 20_000));
        rates.put(NEW, new Sample.None(Reason.NOTHING_DECIDED));
        sizes.put(NEW, new Sample.None(Reason.ZERO_DENOMINATOR));
        starts.put(ODD, count(201));
        rates.put(EVERYONE, new Sample.Proportion(243, 804));
        sizes.put(EVERYONE, size(243, 10_000));
        meetings.put(EVERYONE, count(1600));
        starts.put(EVERYONE, count(800));
        RosterRecords.Builder records = RosterRecords.builder();
        for (PersonId person : people) {
            records.addPersons(
                    Person.builder().id(person).hired(LocalDate.of(2020, 1, 1)).build());
            records.addAssignments(Assignment.builder()
                    .person(person)
                    .since(LocalDate.of(2020, 1, 1))
                    .role(RoleId.of("account-executive"))
                    .build());
        }
        records.addLeaves(Leave.of(ANA, Span.of(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 16))));
        return new Store(
                Roster.of(records.build()).value(),
                Map.of(
                        WIN_RATE.id().value(), rates,
                        AVERAGE_DEAL_SIZE.id().value(), sizes,
                        MEETINGS_HELD.id().value(), meetings,
                        OPPORTUNITY_STARTS.id().value(), starts));
    }

    private static Sample size(long deals, double mean) {
        return new Sample.Ratio(deals, deals * mean, deals, OptionalDouble.of(25e6 / deals));
    }

    private static Sample count(int events) {
        return new Sample.Total(events, events, events, 200, true);
    }

    private record Store(Roster roster, Map<String, Map<Subject, Sample>> figures) implements TargetSource {
        @Override
        public Targets targets() {
            return Targets.of(List.of(
                    Target.quota(ANA, Q1, Money.of(100_000, "EUR")),
                    Target.of(ANA, OPPORTUNITY_STARTS.id(), Q1, 12),
                    Target.quota(ODD, Q1, Money.of(100_000, "USD")),
                    Target.of(ODD, OPPORTUNITY_STARTS.id(), Q1, 12),
                    Target.quota(NEW, Q1, Money.of(100_000, "EUR"))));
        }

        @Override
        public BusinessCalendar calendar() {
            return BusinessCalendar.standard(ZoneOffset.UTC);
        }

        @Override
        public LocalDate asOf() {
            return YEAR.lastDay();
        }

        @Override
        public Access access() {
            return Access.of(roster, AccessPolicy.standard());
        }

        @Override
        public Provenance provenance() {
            return Provenance.of(asOf(), "store");
        }

        @Override
        public Panel panel(Kpi kpi, Collection<? extends Subject> subjects, List<Span> spans) {
            Panel.Builder panel = Panel.builder(kpi).period(spans.toArray(new Span[0]));
            if (kpi.equals(AVERAGE_DEAL_SIZE)) {
                panel.currency(Currency.getInstance("EUR"));
            }
            for (Subject subject : subjects) {
                panel.add(
                        subject,
                        requireNonNull(
                                requireNonNull(figures.get(kpi.id().value())).get(subject)));
            }
            return panel.build();
        }
    }
}
