package io.coaching.benchmark;

import static io.coaching.benchmark.Panels.Q3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coaching.base.Estimate;
import io.coaching.base.Everyone;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.RoleId;
import io.coaching.base.Subject;
import io.coaching.base.TeamId;
import io.coaching.base.Withheld;
import io.coaching.data.Panel;
import io.coaching.data.PanelSource;
import io.coaching.data.Sample;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.StandardKpis;
import io.coaching.people.Access;
import io.coaching.people.AccessPolicy;
import io.coaching.people.Assignment;
import io.coaching.people.Exclusion;
import io.coaching.people.Peers;
import io.coaching.people.Person;
import io.coaching.people.Roster;
import io.coaching.people.RosterRecords;
import io.coaching.people.Team;
import io.coaching.people.Viewer;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A benchmark of a company")
class BenchmarkQuestionTest {
    private static final TeamId NORTH = TeamId.of("north");
    private static final TeamId SOUTH = TeamId.of("south");
    private static final TeamId WEST = TeamId.of("west");
    private static final PersonId ANA = PersonId.of("north-0");
    private static final PersonId BOSS = PersonId.of("boss-north");

    /** North has six sellers, south five, west three; each has a boss of another role. The last of north has no deal. */
    private static final class Company implements PanelSource {
        private final Map<PersonId, TeamId> teams = new TreeMap<>();
        private final Map<PersonId, Sample> samples = new TreeMap<>();
        private final Roster roster;

        Company() {
            this(6, 5, 3);
        }

        Company(int north, int south, int west) {
            var records = RosterRecords.builder();
            add(records, NORTH, north);
            add(records, SOUTH, south);
            add(records, WEST, west);
            roster = Roster.of(records.build()).orThrow();
        }

        private void add(RosterRecords.Builder records, TeamId team, int people) {
            LocalDate since = LocalDate.of(2025, 1, 1);
            PersonId boss = PersonId.of("boss-" + team);
            if (people == 0) {
                return;
            }
            records.addTeams(Team.of(team));
            records.addPersons(Person.of(boss, since));
            records.addAssignments(Assignment.builder()
                    .person(boss)
                    .since(since)
                    .role(RoleId.of("boss"))
                    .build());
            for (int i = 0; i < people; i++) {
                PersonId id = PersonId.of(team + "-" + i);
                records.addPersons(Person.of(id, since.plusMonths(i)));
                records.addAssignments(Assignment.builder()
                        .person(id)
                        .since(since.plusMonths(i))
                        .team(team)
                        .manager(boss)
                        .role(RoleId.of("seller"))
                        .build());
                teams.put(id, team);
                samples.put(
                        id,
                        team.equals(NORTH) && i == 5
                                ? new Sample.None(Reason.NOTHING_DECIDED)
                                : new Sample.Proportion(i == 0 && team.equals(NORTH) ? 5 : 60 + i, 200));
            }
        }

        @Override
        public Roster roster() {
            return roster;
        }

        @Override
        public BusinessCalendar calendar() {
            return BusinessCalendar.standard(ZoneOffset.UTC);
        }

        @Override
        public LocalDate asOf() {
            return Q3.lastDay();
        }

        @Override
        public Access access() {
            return Access.of(roster, AccessPolicy.standard());
        }

        @Override
        public Provenance provenance() {
            return Provenance.of(asOf(), "made up");
        }

        @Override
        public Panel panel(Kpi kpi, Collection<? extends Subject> subjects, List<Span> spans) {
            Panel.Builder panel = Panel.builder(kpi).period(spans.get(0));
            for (Subject subject : subjects) {
                if (subject instanceof PersonId person) {
                    panel.add(subject, samples.getOrDefault(person, new Sample.None(Reason.NO_DATA)));
                } else {
                    long successes = 0;
                    long trials = 0;
                    int persons = 0;
                    for (Map.Entry<PersonId, Sample> entry : samples.entrySet()) {
                        boolean in = subject instanceof Everyone || subject.equals(teams.get(entry.getKey()));
                        if (in && entry.getValue() instanceof Sample.Proportion p) {
                            successes += p.successes();
                            trials += p.trials();
                            persons++;
                        }
                    }
                    panel.add(subject, 0, persons, new Sample.Proportion(successes, trials));
                }
            }
            return panel.build();
        }
    }

    private final Company company = new Company();
    private final BenchmarkQuestion question =
            BenchmarkQuestion.of(company, List.of(StandardKpis.WIN_RATE)).during(Q3);

    @Test
    void comparesLikeWithLikeAndSaysWhoWasLeftOut() {
        PeerComparison comparison = question.of(ANA).only();

        assertThat(comparison.peers().orThrow()).isEqualTo(12);
        assertThat(comparison.leftOut()).containsEntry(Exclusion.OTHER_ROLE, 3).containsEntry(Exclusion.NO_EVIDENCE, 1);
        assertThat(comparison.verdict().standing()).isEqualTo(Standing.BEHIND);
        assertThat(comparison.provenance().fingerprint()).isEqualTo("made up");
    }

    @Test
    @DisplayName("decides alike for one person, for a team and for everyone")
    void decidesAlike() {
        for (Peers peers : List.of(Peers.sameRole(), Peers.sameRole().tenureWithin(Period.ofMonths(3)))) {
            Scan all = question.against(peers).everyone();
            Scan north = question.against(peers).of(NORTH);
            for (PersonId person : north.persons()) {
                PeerComparison one = question.against(peers).of(person).only();
                ScanCell cell = all.cell(person, one.kpi().id());
                assertThat(cell).isEqualTo(north.cell(person, one.kpi().id()));
                assertThat(cell.verdict()).isEqualTo(one.verdict());
                assertThat(cell.probabilityBehind().isPresent())
                        .isEqualTo(one.probabilityBehind().isKnown());
                cell.probabilityBehind()
                        .ifPresent(p ->
                                assertThat(p).isEqualTo(one.probabilityBehind().orThrow()));
            }
        }
        assertThat(question.of(NORTH).whoNeedsALook()).containsExactly(ANA);
    }

    @Test
    void asksForTheSpan() {
        assertThatThrownBy(() -> BenchmarkQuestion.of(company, List.of(StandardKpis.WIN_RATE))
                        .of(ANA))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(".during(");
    }

    @Nested
    @DisplayName("as a rep sees it")
    class AsARep {
        private final BenchmarkQuestion hers = question.as(Viewer.rep(ANA));

        @Test
        void showsHerOwnPlaceAmongEnoughPeers() {
            PeerComparison comparison = hers.of(ANA).only();

            assertThat(comparison.value().isKnown()).isTrue();
            assertThat(comparison.peerMedian().isKnown()).isTrue();
            assertThat(comparison.leftOut()).isEmpty();
        }

        @Test
        void showsNothingOfAnother() {
            PeerComparison other = hers.of(PersonId.of("north-1")).only();

            assertThat(other.value()).isEqualTo(Estimate.withheld(Reason.NOT_PERMITTED));
            assertThat(other.verdict()).isEqualTo(Verdict.none(Reason.NOT_PERMITTED));
            assertThat(other.rows().rows().get(0)).doesNotContainKeys("value", "n", "peer_median", "percentile_rank");
        }

        @Test
        void namesNobodyElse() {
            String said = hers.everyone().rows().table()
                    + hers.stackRank().rows().table()
                    + hers.stackRank().entries()
                    + hers.betterThan(ANA).explain()
                    + hers.exemplars().table();

            for (PersonId person : company.roster().ids()) {
                if (!person.equals(ANA)) {
                    assertThat(said).doesNotContain(person.value());
                }
            }
            assertThat(hers.betterThan(ANA).found().orThrow()).isEqualTo(12);
        }

        @Test
        void withholdsPeersOfASmallGroup() {
            BenchmarkQuestion west =
                    question.against(Peers.sameRole().sameTeam()).as(Viewer.rep(PersonId.of("west-0")));
            PeerComparison comparison = west.of(PersonId.of("west-0")).only();

            assertThat(comparison.value().isKnown()).isTrue();
            assertThat(comparison.peerMedian()).isEqualTo(Estimate.withheld(Reason.GROUP_TOO_SMALL));
            assertThat(comparison.gapToMedian()).isEqualTo(Estimate.withheld(Reason.GROUP_TOO_SMALL));
            assertThat(west.everyone().cells())
                    .singleElement()
                    .matches(cell ->
                            cell.peerMedian().isEmpty() && cell.percentileRank().isEmpty())
                    .matches(cell -> cell.verdict().equals(Verdict.none(Reason.GROUP_TOO_SMALL)));
        }
    }

    @Nested
    @DisplayName("where few people are hidden")
    class OfFewHidden {
        private BenchmarkQuestion of(Company few) {
            return BenchmarkQuestion.of(few, List.of(StandardKpis.WIN_RATE)).during(Q3);
        }

        @Test
        @DisplayName("tells a rep nothing of four peers: median, quartiles and z are four equations for them")
        void fourPeers() {
            BenchmarkQuestion hers = of(new Company(5, 0, 0)).as(Viewer.rep(ANA));
            PeerComparison comparison = hers.of(ANA).only();

            assertThat(comparison.value().isKnown()).isTrue();
            assertThat(comparison.rows().rows().get(0))
                    .doesNotContainKeys("peers", "peer_median", "robust_z", "lower_quartile", "shrunken")
                    .doesNotContainKeys("percentile_rank", "probability_behind");
            assertThat(comparison.verdict()).isEqualTo(Verdict.none(Reason.GROUP_TOO_SMALL));
            assertThat(hers.everyone().cells())
                    .singleElement()
                    .matches(cell ->
                            cell.peerMedian().isEmpty() && cell.verdict().equals(Verdict.none(Reason.GROUP_TOO_SMALL)));
        }

        @Test
        @DisplayName("tells a manager who sees three of five nothing that the other two follow from")
        void twoHidden() {
            BenchmarkQuestion his = of(new Company(3, 2, 0)).as(Viewer.manager(BOSS));
            PeerComparison comparison = his.of(ANA).only();

            assertThat(comparison.peerMedian()).isEqualTo(Estimate.withheld(Reason.GROUP_TOO_SMALL));
            assertThat(comparison.upperQuartile()).isEqualTo(Estimate.withheld(Reason.GROUP_TOO_SMALL));
            assertThat(his.of(NORTH).cells())
                    .hasSize(3)
                    .allMatch(cell -> cell.peerMedian().isEmpty());
            assertThat(his.stackRank().entries())
                    .hasSize(4)
                    .allMatch(row -> row.rank().isEmpty() && row.shrunken().isEmpty());
            assertThat(his.betterThan(ANA).found()).isEqualTo(Estimate.withheld(Reason.GROUP_TOO_SMALL));
            assertThat(his.exemplars().compared()).isEqualTo(Estimate.withheld(Reason.GROUP_TOO_SMALL));
        }

        @Test
        @DisplayName("tells the verdict and a rounded median of seven")
        void sevenHidden() {
            Company company = new Company(2, 7, 0);
            BenchmarkQuestion hers = of(company).as(Viewer.rep(ANA));
            PeerComparison full = of(company).of(ANA).only();
            PeerComparison coarse = hers.of(ANA).only();

            assertThat(full.peerMedian().orThrow()).isEqualTo(0.3125);
            assertThat(coarse.peerMedian().orThrow()).isEqualTo(0.312);
            assertThat(coarse.verdict()).isEqualTo(full.verdict());
            assertThat(coarse.peers().orThrow()).isEqualTo(8);
            assertThat(coarse.rows().rows().get(0))
                    .doesNotContainKeys("robust_z", "lower_quartile", "upper_quartile", "percentile_rank")
                    .doesNotContainKeys("shrunken", "shrunken_low", "material_gap", "gap_to_top_quartile");
            assertThat(coarse.explain()).contains("median of about 31.2").doesNotContain("middle half");
            assertThat(hers.everyone().cell(ANA, coarse.kpi().id()))
                    .matches(cell -> cell.peerMedian().getAsDouble() == 0.312)
                    .matches(cell ->
                            cell.shrunken().isEmpty() && cell.materialGap().isEmpty())
                    .matches(cell -> cell.verdict().equals(full.verdict()));
        }

        @Test
        void refusesTeamsThatTheRosterDoesNotKnow() {
            TeamId unknown = TeamId.of("zzz");
            assertThatThrownBy(() -> question.of(unknown)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> question.teamAgainst(NORTH, unknown)).hasMessageContaining("zzz");
        }

        @Test
        void saysHowManyAreNotShown() {
            BenchmarkQuestion hers = question.as(Viewer.rep(ANA));

            assertThat(hers.of(SOUTH).explain())
                    .contains("Nobody was compared", "More people, whom the viewer may not see: 5")
                    .doesNotContain("Nobody needs a look");
            assertThat(hers.stackRank())
                    .hasToString("win-rate: 1 shown of 13 ranked, "
                            + hers.stackRank().toString().split("ranked, ", 2)[1]);
            assertThat(hers.betterThan(ANA)).hasToString("12 of 12 better than north-0 on win-rate, none shown");
        }

        @Test
        void refusesAnUnknownPerson() {
            assertThatThrownBy(() -> question.betterThan(PersonId.of("zoe")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("zoe");
        }

        @Test
        @DisplayName("does not tell a total that someone off the roster follows from by subtraction")
        void someoneOffTheRoster() {
            Company company = new Company(6, 6, 0);
            assertThat(of(company).as(Viewer.rep(ANA)).teams().total().isKnown())
                    .isTrue();
            company.samples.put(PersonId.of("stranger"), new Sample.Proportion(7, 9));

            TeamTable hers = of(company).as(Viewer.rep(ANA)).teams();

            assertThat(hers.value(NORTH).orElseThrow().isKnown()).isTrue();
            assertThat(hers.value(SOUTH).orElseThrow().isKnown()).isTrue();
            assertThat(hers.total()).isEqualTo(Estimate.withheld(Reason.PROTECTS_ANOTHER));
            assertThat(of(company).teams().total().isKnown()).isTrue();
        }
    }

    @Nested
    @DisplayName("by team")
    class ByTeam {
        @Test
        void poolsSumsAndNotRates() {
            TeamTable table = question.teams();

            assertThat(table.value(WEST).orElseThrow().orThrow()).isEqualTo((60 + 61 + 62) / 600.0);
            assertThat(table.total().isKnown()).isTrue();
        }

        @Test
        @DisplayName("withholds a second team with the one that is too small, for the total would give it away")
        void suppressesTheComplement() {
            TeamTable table = question.as(Viewer.rep(ANA)).teams();

            assertThat(table.value(WEST)).contains(Estimate.withheld(Reason.GROUP_TOO_SMALL));
            assertThat(table.teams().stream().filter(row -> row.value() instanceof Withheld))
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(table.total().isKnown()).isTrue();
            TeamComparison comparison = question.as(Viewer.rep(ANA)).teamAgainst(NORTH, WEST);
            assertThat(comparison.secondValue()).isEqualTo(Estimate.withheld(Reason.GROUP_TOO_SMALL));
            assertThat(comparison.difference()).isInstanceOf(Withheld.class);
            assertThat(comparison.verdict().standing()).isEqualTo(Standing.NO_VERDICT);
        }

        @Test
        void showsManagersWhatTheyCouldAddUpThemselves() {
            assertThat(question.as(Viewer.manager(BOSS)).of(NORTH).persons()).hasSize(6);
            assertThat(question.as(Viewer.manager(BOSS))
                            .teams()
                            .value(NORTH)
                            .orElseThrow()
                            .isKnown())
                    .isTrue();
        }
    }
}
