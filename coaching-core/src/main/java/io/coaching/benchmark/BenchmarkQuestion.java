package io.coaching.benchmark;

import io.coaching.base.Estimate;
import io.coaching.base.Everyone;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.RegionId;
import io.coaching.base.Subject;
import io.coaching.base.TeamId;
import io.coaching.data.Panel;
import io.coaching.data.PanelSource;
import io.coaching.data.Sample;
import io.coaching.internal.check.Checks;
import io.coaching.kpi.Kpi;
import io.coaching.people.AccessPolicy;
import io.coaching.people.Membership;
import io.coaching.people.PeerIndex;
import io.coaching.people.Peers;
import io.coaching.people.Roster;
import io.coaching.people.Scope;
import io.coaching.people.SharedPeers;
import io.coaching.people.Viewer;
import io.coaching.stats.PercentileRank;
import io.coaching.stats.TiePolicy;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How does she compare with like-for-like peers, and how sure is that? The question, refined word by word; the last word says
 * of whom and gives the answer.
 *
 * <pre>{@code
 * coaching.benchmark(WIN_RATE).during(q3).against(Peers.sameRole()).of(ana);
 * // win-rate of ana: 31.0% YELLOW, peers' median 33.2%, P(behind) 71%, n=42
 * }</pre>
 *
 * <p>The span must be said. Unless said otherwise: peers have the same role and are as ramped; colours follow the evidence at
 * 95 %; percentile ranks are mid-ranks; ties in a stack rank are 1224; the answer is not filtered for a viewer.
 *
 * <p>With {@link #as(Viewer)} an answer holds only what that viewer may see on the last known day: figures of others by
 * identifier only where the policy allows it, figures of peers only where enough of them are hidden from the viewer to hide each
 * other (fewer than twice the least group: a rounded median and the verdict only; fewer than the least group: nothing), and
 * never so that a withheld figure follows from the others in the same answer.
 *
 * <p>Immutable; each word returns a new question. A single person takes one pass over the roster and the panel of their peers;
 * everyone takes one for all.
 */
public final class BenchmarkQuestion {
    private final PanelSource source;
    private final List<Kpi> kpis;
    private final Optional<Span> span;
    private final Peers peers;
    private final Benchmark engine;
    private final RankOrder order;
    private final Optional<Viewer> viewer;

    private BenchmarkQuestion(
            PanelSource source,
            List<Kpi> kpis,
            Optional<Span> span,
            Peers peers,
            Benchmark engine,
            RankOrder order,
            Optional<Viewer> viewer) {
        this.source = source;
        this.kpis = kpis;
        this.span = span;
        this.peers = peers;
        this.engine = engine;
        this.order = order;
        this.viewer = viewer;
    }

    /**
     * Starts a question.
     *
     * @param source where figures and people come from
     * @param kpis on which KPIs, at least one, none twice
     * @return the question
     */
    public static BenchmarkQuestion of(PanelSource source, List<Kpi> kpis) {
        Checks.that(!kpis.isEmpty(), "kpis must not be empty");
        Checks.that(
                kpis.stream().map(Kpi::id).distinct().count() == kpis.size(),
                "kpis must not be given twice: " + kpis.stream().map(Kpi::id).toList());
        return new BenchmarkQuestion(
                source,
                List.copyOf(kpis),
                Optional.empty(),
                Peers.sameRole(),
                Benchmark.withDefaults().with(source.provenance()),
                RankOrder.VALUE,
                Optional.empty());
    }

    /**
     * Over which days.
     *
     * @param days the span, of one day or more
     * @return a new question
     */
    public BenchmarkQuestion during(Span days) {
        Checks.that(!days.isEmpty(), "span must have a day: " + days);
        return new BenchmarkQuestion(source, kpis, Optional.of(days), peers, engine, order, viewer);
    }

    /**
     * Against whom.
     *
     * @param rule who counts as a peer
     * @return a new question
     */
    public BenchmarkQuestion against(Peers rule) {
        return new BenchmarkQuestion(source, kpis, span, rule, engine, order, viewer);
    }

    /**
     * With another rule for colours.
     *
     * @param bands the rule
     * @return a new question
     */
    public BenchmarkQuestion with(Bands bands) {
        return new BenchmarkQuestion(source, kpis, span, peers, engine.with(bands), order, viewer);
    }

    /**
     * With another convention for percentile ranks.
     *
     * @param convention how those who are level count
     * @return a new question
     */
    public BenchmarkQuestion with(PercentileRank convention) {
        return new BenchmarkQuestion(source, kpis, span, peers, engine.with(convention), order, viewer);
    }

    /**
     * With another policy for ties in a stack rank.
     *
     * @param ties what those get who are level
     * @return a new question
     */
    public BenchmarkQuestion with(TiePolicy ties) {
        return new BenchmarkQuestion(source, kpis, span, peers, engine.with(ties), order, viewer);
    }

    /**
     * With a stack rank by something else than the bare value.
     *
     * @param by what it goes by
     * @return a new question
     */
    public BenchmarkQuestion with(RankOrder by) {
        return new BenchmarkQuestion(source, kpis, span, peers, engine, by, viewer);
    }

    /**
     * As someone may see it.
     *
     * @param who who is looking, and as what
     * @return a new question
     */
    public BenchmarkQuestion as(Viewer who) {
        return new BenchmarkQuestion(source, kpis, span, peers, engine, order, Optional.of(who));
    }

    // ---- one person

    /**
     * One person against their peers.
     *
     * @param person who
     * @return a comparison for each KPI
     * @throws IllegalArgumentException if the person is not among the people
     * @throws IllegalStateException if no span was said
     */
    public PersonBenchmark of(PersonId person) {
        Span days = span();
        PeerIndex index = index(days);
        var group = index.of(person);
        SharedPeers shared = group(index, person);
        var comparisons = new ArrayList<PeerComparison>();
        for (Kpi kpi : kpis) {
            Panel panel = panel(kpi, people(List.of(shared)), days);
            PeerComparison comparison =
                    engine.compareIn(panel, 0, person, shared.members(), group.leftOutCounts(), peers.toString());
            comparisons.add(viewer.map(v -> seen(comparison, v, panel, shared)).orElse(comparison));
        }
        return new PersonBenchmark(person, comparisons);
    }

    private PeerComparison seen(PeerComparison comparison, Viewer who, Panel panel, SharedPeers shared) {
        PersonId person = comparison.person();
        Optional<Reason> notPerson = source.access().whyNot(who, person, today());
        Set<PersonId> visible = visible(who);
        PeerDetail detail = detail(withEvidence(panel, shared, person), visible);
        boolean seesAll = visible.containsAll(source.roster().ids());
        PeerComparison filtered = comparison.withheld(
                notPerson, detail == PeerDetail.NONE ? Optional.of(Reason.GROUP_TOO_SMALL) : Optional.empty());
        if (detail == PeerDetail.COARSE && notPerson.isEmpty()) {
            filtered = filtered.coarse();
        }
        return seesAll ? filtered : filtered.withoutLeftOut();
    }

    // ---- many people

    /**
     * The people of a team, each against their own peers.
     *
     * @param team the team; who was in it or in a team below it on some day of the span
     * @return the heat table
     * @throws IllegalStateException if no span was said
     */
    public Scan of(TeamId team) {
        return within(team);
    }

    /**
     * Everyone, each against their own peers.
     *
     * @return the heat table
     * @throws IllegalStateException if no span was said
     */
    public Scan everyone() {
        return within(Everyone.EVERYONE);
    }

    /**
     * The people of a team, region or all, each against their own peers. People who were never there in the span are no part of
     * it.
     *
     * @param whole the team, region or everyone
     * @return the heat table
     * @throws IllegalStateException if no span was said
     */
    public Scan within(Subject whole) {
        Span days = span();
        List<SharedPeers> groups = groups(index(days), members(whole, days));
        List<Panel> panels =
                kpis.stream().map(kpi -> panel(kpi, people(groups), days)).toList();
        if (viewer.isEmpty()) {
            return engine.scan(panels, 0, groups, peers.toString());
        }
        Set<PersonId> visible = visible(viewer.get());
        List<SharedPeers> shown = groups.stream()
                .map(g -> new SharedPeers(
                        g.members(),
                        g.subjects().stream().filter(visible::contains).toList()))
                .filter(g -> !g.subjects().isEmpty())
                .toList();
        Scan scan = engine.scan(panels, 0, shown, peers.toString());
        var cells = new ArrayList<ScanCell>(scan.cells());
        for (int k = 0; k < panels.size(); k++) {
            for (SharedPeers group : shown) {
                // All subjects shown are visible, so the hidden are the same for each of them.
                PeerDetail detail = detail(withEvidence(panels.get(k), group), visible);
                for (PersonId person : group.subjects()) {
                    int at = scan.indexOf(person, k);
                    switch (detail) {
                        case ALL -> {}
                        case COARSE -> cells.set(at, cells.get(at).coarse(kpis.get(k)));
                        case NONE -> cells.set(at, cells.get(at).withheld(Reason.GROUP_TOO_SMALL));
                    }
                }
            }
        }
        int all = groups.stream().mapToInt(g -> g.subjects().size()).sum();
        return Scan.builder()
                .from(scan)
                .cells(cells)
                .hiddenPersons(all - scan.persons().size())
                .build();
    }

    /**
     * Everyone in order of the one KPI asked for.
     *
     * @return the stack rank
     * @throws IllegalStateException if several KPIs were asked for, or no span was said
     */
    public StackRank stackRank() {
        return stackRank(Everyone.EVERYONE);
    }

    /**
     * The people of a team, region or all in order of the one KPI asked for.
     *
     * <p>A viewer gets the rows of people they may see by identifier. Ranks are withheld from them where not all people in the
     * order may be seen and the hidden are fewer than privacy asks for.
     *
     * @param whole the team, region or everyone
     * @return the stack rank
     * @throws IllegalStateException if several KPIs were asked for, or no span was said
     */
    public StackRank stackRank(Subject whole) {
        Span days = span();
        Kpi kpi = onlyKpi();
        Set<PersonId> persons = members(whole, days);
        List<SharedPeers> groups = groups(index(days), persons);
        Panel panel = panel(kpi, people(groups), days);
        StackRank rank = engine.stackRank(panel, 0, groups, persons, order);
        if (viewer.isEmpty()) {
            return rank;
        }
        Set<PersonId> visible = visible(viewer.get());
        List<PersonId> ranked = rank.entries().stream()
                .filter(e -> e.whyUnranked().isEmpty())
                .map(StackRankRow::person)
                .toList();
        boolean tooSmall = detail(ranked, visible) == PeerDetail.NONE;
        var entries = new ArrayList<StackRankRow>();
        for (StackRankRow entry : rank.entries()) {
            if (visible.contains(entry.person())) {
                SharedPeers group = groups.stream()
                        .filter(g -> g.subjects().contains(entry.person()))
                        .findFirst()
                        .orElseThrow();
                entries.add(entry.seen(visible, detail(withEvidence(panel, group, entry.person()), visible)));
            }
        }
        StackRank filtered = StackRank.builder()
                .from(rank)
                .entries(entries)
                .hiddenPersons(rank.entries().size() - entries.size())
                .rankedInAll(
                        tooSmall || entries.size() == rank.entries().size()
                                ? OptionalInt.empty()
                                : OptionalInt.of(ranked.size()))
                .build();
        // Only now, for an order by verdicts that are withheld would tell them.
        return tooSmall ? filtered.withoutRanks() : filtered;
    }

    /**
     * The peers who do better than someone on the one KPI asked for.
     *
     * @param person than whom
     * @return the better peers; for a viewer, those they may see, by their figures among those they may see where too few are
     *     hidden
     * @throws IllegalArgumentException if the person is not among the people
     * @throws IllegalStateException if several KPIs were asked for, or no span was said
     */
    public BetterPeers betterThan(PersonId person) {
        Span days = span();
        Kpi kpi = onlyKpi();
        PeerIndex index = index(days);
        // The index says it well when it does not know the person.
        SharedPeers group = group(index, index.of(person).subject());
        Panel panel = panel(kpi, people(List.of(group)), days);
        BetterPeers better = engine.betterThan(panel, 0, person, group.members());
        if (viewer.isEmpty()) {
            return better;
        }
        Set<PersonId> visible = visible(viewer.get());
        Optional<Reason> notPerson = source.access().whyNot(viewer.get(), person, today());
        List<PersonId> people = withEvidence(panel, group, person);
        List<BetterPeer> list = List.of();
        if (notPerson.isEmpty()) {
            list = detail(people, visible) == PeerDetail.ALL
                    ? better.better()
                    : engine.betterThan(panel, 0, person, seen(group, visible).members())
                            .better();
        }
        return seen(better, list, people, notPerson);
    }

    /**
     * The exemplars on the one KPI asked for: who is ahead of their own peers.
     *
     * @return the exemplars; for a viewer, those they may see
     * @throws IllegalStateException if several KPIs were asked for, or no span was said
     */
    public BetterPeers exemplars() {
        Span days = span();
        Kpi kpi = onlyKpi();
        Set<PersonId> persons = members(Everyone.EVERYONE, days);
        List<SharedPeers> groups = groups(index(days), persons);
        Panel panel = panel(kpi, people(groups), days);
        BetterPeers exemplars = engine.exemplars(panel, 0, groups);
        if (viewer.isEmpty()) {
            return exemplars;
        }
        Set<PersonId> visible = visible(viewer.get());
        var shown = new ArrayList<SharedPeers>();
        var people = new ArrayList<PersonId>();
        for (SharedPeers group : groups) {
            List<PersonId> contributors = withEvidence(panel, group);
            people.addAll(contributors);
            shown.add(detail(contributors, visible) == PeerDetail.ALL ? group : seen(group, visible));
        }
        return seen(exemplars, engine.exemplars(panel, 0, shown).better(), people, Optional.empty());
    }

    /** Only whom the viewer sees: how they compare with each other gives nobody else away. */
    private static SharedPeers seen(SharedPeers group, Set<PersonId> visible) {
        return new SharedPeers(
                group.members().stream().filter(visible::contains).toList(),
                group.subjects().stream().filter(visible::contains).toList());
    }

    private BetterPeers seen(
            BetterPeers better, List<BetterPeer> list, List<PersonId> contributors, Optional<Reason> notSubject) {
        Set<PersonId> visible = visible(viewer.orElseThrow());
        BetterPeers.Builder builder = BetterPeers.builder()
                .from(better)
                .better(list.stream().filter(p -> visible.contains(p.person())).toList());
        Optional<Reason> why = notSubject.or(() -> detail(contributors, visible) == PeerDetail.NONE
                ? Optional.of(Reason.GROUP_TOO_SMALL)
                : Optional.empty());
        return why.map(reason -> builder.found(Estimate.withheld(reason)).compared(Estimate.withheld(reason)))
                .orElse(builder)
                .build();
    }

    // ---- teams

    /**
     * All teams that have no team below them, side by side on the one KPI asked for, and everyone together.
     *
     * <p>Who contributes to the total and to none of the teams, off the roster or on days outside any team, would follow by
     * subtraction: where these are too few, or nobody knows how many, a viewer is not told the total.
     *
     * @return the teams, by identifier
     * @throws IllegalStateException if several KPIs were asked for, or no span was said
     */
    public TeamTable teams() {
        return teams(onlyKpi(), span());
    }

    private TeamTable teams(Kpi kpi, Span days) {
        List<TeamId> teams = leaves();
        var subjects = new ArrayList<Subject>(teams);
        subjects.add(Everyone.EVERYONE);
        Panel panel = panel(kpi, subjects, days);
        Suppression suppression = viewer.filter(v -> source.access().policy().scopeOf(v.role()) != Scope.EVERYONE)
                .map(v -> suppression(v, teams, panel, days))
                .orElseGet(() -> new Suppression(new boolean[teams.size()], false));
        var rows = new ArrayList<TeamRow>();
        for (int t = 0; t < teams.size(); t++) {
            TeamId team = teams.get(t);
            Optional<Reason> small = viewer.flatMap(v -> source.access().whyNot(v, team, days, today()));
            Estimate value = suppression.withheld()[t]
                    ? Estimate.withheld(small.orElse(Reason.PROTECTS_ANOTHER))
                    : Benchmark.estimate(panel, 0, team);
            rows.add(new TeamRow(team, value));
        }
        Estimate total = suppression.totalWithheld()
                ? Estimate.withheld(Reason.PROTECTS_ANOTHER)
                : Benchmark.estimate(panel, 0, Everyone.EVERYONE);
        return TeamTable.builder()
                .kpi(kpi)
                .span(days)
                .teams(rows)
                .total(total)
                .currency(panel.currency())
                .provenance(source.provenance())
                .build();
    }

    private Suppression suppression(Viewer who, List<TeamId> teams, Panel totals, Span days) {
        Set<PersonId> visible = visible(who);
        int minimum = source.access().policy().privacy().minimumGroup();
        // Only people with a figure of their own hide the others: three sellers and ten others without a deal are
        // three.
        Set<PersonId> rest = members(Everyone.EVERYONE, days);
        Panel persons = panel(totals.kpi(), rest, days);
        rest.removeIf(person -> !Evidence.isEvidence(Benchmark.sample(persons, 0, person)));
        Set<PersonId> contributing = new TreeSet<>(rest);
        // Behind the teams stands the rest: people in no team of the table. Nobody tells their figure, but it is in the
        // total. There is more in it that no roster names: people off the roster, who left, or days outside any team.
        int n = teams.size() + 1;
        int[] sizes = new int[n];
        int[] hidden = new int[n];
        boolean[] untold = new boolean[n];
        for (int t = 0; t < n; t++) {
            Set<PersonId> people = t < n - 1 ? members(teams.get(t), days) : rest;
            people.retainAll(contributing);
            if (t < n - 1) {
                rest.removeAll(people);
            }
            sizes[t] = people.size();
            hidden[t] = (int) people.stream().filter(p -> !visible.contains(p)).count();
            untold[t] = hidden[t] > 0 && (t == n - 1 || sizes[t] < minimum || hidden[t] == 1);
        }
        boolean isRest = hidden[n - 1] > 0 || !addsUp(totals, teams);
        if (isRest && PeerDetail.of(Math.max(1, hidden[n - 1]), minimum) == PeerDetail.NONE) {
            // Too few to hide each other in what is left of the total.
            return new Suppression(untold, true);
        }
        return Suppression.of(sizes, hidden, untold, minimum);
    }

    /** Whether everyone together have as much as the teams together, so that nothing in the total is of anybody else. */
    private static boolean addsUp(Panel totals, List<TeamId> teams) {
        long n = 0;
        double sum = 0;
        double size = 0;
        for (TeamId team : teams) {
            Sample sample = Benchmark.sample(totals, 0, team);
            n += sample.n();
            if (sample instanceof Sample.Total total) {
                sum += total.total();
                size += total.exposure();
            }
        }
        Sample all = Benchmark.sample(totals, 0, Everyone.EVERYONE);
        if (n != all.n()) {
            return false;
        }
        return !(all instanceof Sample.Total total) || (alike(sum, total.total()) && alike(size, total.exposure()));
    }

    private static boolean alike(double a, double b) {
        return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
    }

    /**
     * One team against another on the one KPI asked for.
     *
     * <p>For a viewer both must be told; a team that {@link #teams} withholds is withheld here too.
     *
     * @param first the one
     * @param second the other, with nobody in common
     * @return the comparison
     * @throws IllegalArgumentException if the roster does not know one of them, or they are the same
     * @throws IllegalStateException if several KPIs were asked for, or no span was said
     */
    public TeamComparison teamAgainst(TeamId first, TeamId second) {
        Checks.that(!first.equals(second), "teams must not be the same: " + first);
        known(first);
        known(second);
        Span days = span();
        Kpi kpi = onlyKpi();
        TeamComparison comparison = engine.compareTeams(panel(kpi, List.of(first, second), days), 0, first, second);
        Optional<Reason> one = whyNot(first, kpi, days);
        Optional<Reason> two = whyNot(second, kpi, days);
        Optional<Reason> why = one.or(() -> two);
        if (why.isEmpty()) {
            return comparison;
        }
        Estimate none = Estimate.withheld(why.get());
        return TeamComparison.builder()
                .from(comparison)
                .firstValue(one.<Estimate>map(Estimate::withheld).orElse(comparison.firstValue()))
                .secondValue(two.<Estimate>map(Estimate::withheld).orElse(comparison.secondValue()))
                .difference(none)
                .probabilityFirstBetter(none)
                .verdict(Verdict.none(why.get()))
                .build();
    }

    private Optional<Reason> whyNot(TeamId team, Kpi kpi, Span days) {
        if (viewer.isEmpty()) {
            return Optional.empty();
        }
        return source.access()
                .whyNot(viewer.get(), team, days, today())
                .or(() -> teams(kpi, days)
                        .value(team)
                        .filter(value -> value instanceof io.coaching.base.Withheld)
                        .flatMap(Estimate::whyNot));
    }

    // ---- what all need

    private Span span() {
        return span.orElseThrow(() -> new IllegalStateException(
                "the span is not said\nMaybe add .during(Span.quarter(2026, 3)) before the last word"));
    }

    private Kpi onlyKpi() {
        if (kpis.size() != 1) {
            throw new IllegalStateException("one KPI must be asked for here: "
                    + kpis.stream().map(Kpi::id).toList());
        }
        return kpis.get(0);
    }

    private LocalDate today() {
        return source.asOf();
    }

    private PeerIndex index(Span days) {
        return peers.over(source.roster(), days, source.calendar());
    }

    private Panel panel(Kpi kpi, Collection<? extends Subject> subjects, Span days) {
        return source.panel(kpi, subjects, List.of(days));
    }

    private Set<PersonId> visible(Viewer who) {
        return new HashSet<>(source.access().visible(who, today()));
    }

    private Set<PersonId> members(Subject whole, Span days) {
        known(whole);
        var members = new TreeSet<PersonId>();
        source.roster().membersDuring(whole, days).stream()
                .map(Membership::person)
                .forEach(members::add);
        return members;
    }

    /** Refuses a team or region that the roster does not know: an empty answer would look like good news. */
    private void known(Subject whole) {
        Roster roster = source.roster();
        boolean isKnown = whole instanceof TeamId team
                ? roster.team(team).isPresent()
                : !(whole instanceof RegionId region) || roster.region(region).isPresent();
        Checks.that(isKnown, "team or region must be one of the roster: " + whole);
    }

    private List<TeamId> leaves() {
        Roster roster = source.roster();
        return roster.teams().stream()
                .map(io.coaching.people.Team::id)
                .filter(team -> roster.teamsUnder(team).size() == 1)
                .sorted()
                .toList();
    }

    /** The group that someone is a subject of, by the same steps as {@link #groups}, so that both answer alike. */
    private static SharedPeers group(PeerIndex index, PersonId person) {
        return groups(index, Set.of(person)).get(0);
    }

    private static List<SharedPeers> groups(PeerIndex index, Set<PersonId> subjects) {
        if (index.isShared()) {
            return index.groups().stream()
                    .map(g -> new SharedPeers(
                            g.members(),
                            g.subjects().stream().filter(subjects::contains).toList()))
                    .filter(g -> !g.subjects().isEmpty())
                    .toList();
        }
        return subjects.stream()
                .sorted()
                .map(person -> new SharedPeers(
                        Stream.concat(index.of(person).peers().stream(), Stream.of(person))
                                .toList(),
                        List.of(person)))
                .toList();
    }

    private static Set<PersonId> people(List<SharedPeers> groups) {
        var people = new LinkedHashSet<PersonId>();
        groups.forEach(group -> {
            people.addAll(group.members());
            people.addAll(group.subjects());
        });
        return people;
    }

    /** How much may be told of a figure that these people contributed to; someone off the roster is hidden from most. */
    private PeerDetail detail(Collection<PersonId> people, Set<PersonId> visible) {
        AccessPolicy policy = source.access().policy();
        if (viewer.isEmpty() || policy.scopeOf(viewer.get().role()) == Scope.EVERYONE) {
            return PeerDetail.ALL;
        }
        long hidden =
                people.stream().filter(p -> !visible.contains(p)).distinct().count();
        return PeerDetail.of(hidden, policy.privacy().minimumGroup());
    }

    /** Whose figures the peers' figures are made of, and the person. */
    private static List<PersonId> withEvidence(Panel panel, SharedPeers group, PersonId person) {
        var people = new LinkedHashSet<PersonId>();
        people.add(person);
        people.addAll(withEvidence(panel, group));
        return List.copyOf(people);
    }

    private static List<PersonId> withEvidence(Panel panel, SharedPeers group) {
        var people = new LinkedHashSet<PersonId>();
        for (PersonId member : group.members()) {
            if (Evidence.isEvidence(Benchmark.sample(panel, 0, member))) {
                people.add(member);
            }
        }
        return List.copyOf(people);
    }

    @Override
    public String toString() {
        return "benchmark of " + kpis.stream().map(Kpi::id).toList() + " during "
                + span.map(Span::toString).orElse("?") + " against " + peers
                + viewer.map(v -> " as " + v.role()).orElse("");
    }
}
