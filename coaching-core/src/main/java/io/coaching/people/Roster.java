package io.coaching.people;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.coaching.base.Everyone;
import io.coaching.base.Outcome;
import io.coaching.base.PersonId;
import io.coaching.base.RegionId;
import io.coaching.base.RoleId;
import io.coaching.base.Subject;
import io.coaching.base.TeamId;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The people over time: who was employed, in which role and team, for whom, where, ramped or not, and away when.
 *
 * <p>It is immutable, may be shared among threads, and does not depend on the order of the records that it was made
 * from. Lookups about someone whom it does not know answer "none" or {@code false}; nothing throws for that. Lists of
 * people are sorted by identifier.
 *
 * <p><b>Employment.</b> From the day of hire to the last day, that day included. An unknown day of hire means since
 * {@link #EARLIEST}, an unknown last day for good, until {@link #LATEST}. Someone who comes back is one employment with a
 * {@link Leave} in between.
 *
 * <p><b>No team.</b> What happened on a day outside every stint (before the hire, after the exit, or of an unknown
 * person), or in a stint without a team, belongs to no team: {@link #teamOn} is empty. It still counts for everyone.
 *
 * <p><b>Roll-up.</b> A member of a team is a member of all teams above it; likewise with regions. The region of a stint
 * is the person's own, else that of the team, else that of the nearest team above that has one.
 *
 * <p>Lookups by person and day are O(log s) in the number of stints of that person; those of groups O(s) in the number
 * of stints of all who ever were in the group; those of reports O(n).
 */
public final class Roster {
    /** The first day there is: since ever. */
    public static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);

    /** The day after the last one there is: for good. */
    public static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private static final int[] NO_DAYS = {};

    private final RosterRecords records;
    private final List<PersonId> ids;
    private final Map<PersonId, Integer> numbers;
    private final Map<TeamId, Team> teams;
    private final Map<RegionId, Region> regions;
    private final Map<RoleId, Role> roles;
    private final Hierarchy<TeamId> teamTree;
    private final Hierarchy<RegionId> regionTree;
    private final List<List<Assignment>> assignments;
    private final List<List<Stint>> stints;
    private final int[][] starts;
    private final int[][] leaves;
    private final Map<Subject, BitSet> everIn;

    /** Takes records that are checked and sorted. */
    Roster(RosterRecords records) {
        this.records = records;
        this.ids = records.persons().stream().map(Person::id).toList();
        var positions = ImmutableMap.<PersonId, Integer>builder();
        for (int i = 0; i < ids.size(); i++) {
            positions.put(ids.get(i), i);
        }
        this.numbers = positions.buildOrThrow();
        this.teams = Maps.uniqueIndex(records.teams(), Team::id);
        this.regions = Maps.uniqueIndex(records.regions(), Region::id);
        this.roles = Maps.uniqueIndex(records.roles(), Role::id);
        this.teamTree = new Hierarchy<>("teams", parents(records.teams(), Team::id, Team::parent));
        this.regionTree = new Hierarchy<>("regions", parents(records.regions(), Region::id, Region::parent));
        this.assignments = byPerson(records.assignments(), Assignment::person);
        List<List<Leave>> leavesOf = byPerson(records.leaves(), Leave::person);

        var regionOfTeam = new TreeMap<TeamId, Optional<RegionId>>();
        for (TeamId team : teams.keySet()) {
            regionOfTeam.put(
                    team,
                    teamTree.path(team).stream()
                            .flatMap(above -> Optional.ofNullable(teams.get(above)).flatMap(Team::region).stream())
                            .findFirst());
        }
        var cutter =
                new StintCutter(records.rampRule(), roles, team -> regionOfTeam.getOrDefault(team, Optional.empty()));
        var cut = new ArrayList<List<Stint>>(ids.size());
        this.starts = new int[ids.size()][];
        this.leaves = new int[ids.size()][];
        for (int i = 0; i < ids.size(); i++) {
            Person person = records.persons().get(i);
            List<Stint> ofPerson = cutter.cut(person, assignments.get(i));
            cut.add(ofPerson);
            starts[i] = starts(ofPerson);
            leaves[i] = stretches(person, leavesOf.get(i));
        }
        this.stints = List.copyOf(cut);
        this.everIn = everIn(stints);
    }

    /**
     * Checks records against each other and makes a roster of the good ones.
     *
     * <p>Refused, each with a problem: records with the identifier of another one (of these the first in the order of
     * their content is kept, whatever the order of the input), assignments and leaves of unknown people, second
     * assignments from the same day, assignments after the exit, leaves outside the employment. Kept, with a problem:
     * assignments before the hire (they count from the hire), overlapping leaves (each day counts once), managers who
     * are not among the people, teams, regions and roles that have no record though others have.
     *
     * @param records the records, in any order
     * @return the roster, and what was wrong; the place of a problem counts the records of its kind from 1
     * @throws IllegalArgumentException if a team or region lies above itself: the message shows the circle
     */
    public static Outcome<Roster> of(RosterRecords records) {
        return new RosterCheck(records).run();
    }

    /**
     * Returns a roster of nobody.
     *
     * @return the roster
     */
    public static Roster empty() {
        return new Roster(RosterRecords.builder().build());
    }

    /**
     * The records it stands on: sorted, without those that were refused, and with one for each team, region and role
     * that is named. Made into a roster again they give an equal one.
     *
     * @return the records
     */
    public RosterRecords records() {
        return records;
    }

    // ---- people

    /**
     * Everyone, also who left or never had an assignment.
     *
     * @return the persons, by identifier
     */
    public List<Person> persons() {
        return records.persons();
    }

    /**
     * The identifiers of everyone.
     *
     * @return the identifiers, ascending
     */
    public List<PersonId> ids() {
        return ids;
    }

    /**
     * Finds a person.
     *
     * @param person the identifier
     * @return the person, if known
     */
    public Optional<Person> person(PersonId person) {
        int number = numberOf(person);
        return number < 0 ? Optional.empty() : Optional.of(records.persons().get(number));
    }

    /**
     * Whether a person is known.
     *
     * @param person the identifier
     * @return true if so
     */
    public boolean contains(PersonId person) {
        return numbers.containsKey(person);
    }

    /**
     * The position of a person in {@link #ids()}.
     *
     * @param person the identifier
     * @return the position from 0, or -1 for an unknown person
     */
    public int numberOf(PersonId person) {
        return numbers.getOrDefault(person, -1);
    }

    // ---- groups

    /**
     * The teams.
     *
     * @return the teams, by identifier
     */
    public List<Team> teams() {
        return records.teams();
    }

    /**
     * The regions.
     *
     * @return the regions, by identifier
     */
    public List<Region> regions() {
        return records.regions();
    }

    /**
     * The roles.
     *
     * @return the roles, by identifier
     */
    public List<Role> roles() {
        return records.roles();
    }

    /**
     * Finds a team.
     *
     * @param team the identifier
     * @return the team, if known
     */
    public Optional<Team> team(TeamId team) {
        return Optional.ofNullable(teams.get(team));
    }

    /**
     * Finds a region.
     *
     * @param region the identifier
     * @return the region, if known
     */
    public Optional<Region> region(RegionId region) {
        return Optional.ofNullable(regions.get(region));
    }

    /**
     * Finds a role.
     *
     * @param role the identifier
     * @return the role, if known
     */
    public Optional<Role> role(RoleId role) {
        return Optional.ofNullable(roles.get(role));
    }

    /**
     * A team with all teams below it.
     *
     * @param team the team
     * @return the team itself, then those below; empty for an unknown team
     */
    public List<TeamId> teamsUnder(TeamId team) {
        return teamTree.under(team);
    }

    /**
     * A team with all teams above it.
     *
     * @param team the team
     * @return the team itself, then those above it up to the top; empty for an unknown team
     */
    public List<TeamId> teamsAbove(TeamId team) {
        return teamTree.path(team);
    }

    /**
     * The other teams with the same team above: those that a team is compared with.
     *
     * @param team the team
     * @return the teams beside it, by identifier; empty for an unknown team
     */
    public List<TeamId> teamsBeside(TeamId team) {
        return teamTree.contains(team)
                ? teams.keySet().stream()
                        .filter(other ->
                                !other.equals(team) && teamTree.parent(other).equals(teamTree.parent(team)))
                        .toList()
                : List.of();
    }

    /**
     * A region with all regions within it.
     *
     * @param region the region
     * @return the region itself, then those within; empty for an unknown region
     */
    public List<RegionId> regionsUnder(RegionId region) {
        return regionTree.under(region);
    }

    /**
     * A region with all regions that it lies in.
     *
     * @param region the region
     * @return the region itself, then the larger ones up to the top; empty for an unknown region
     */
    public List<RegionId> regionsAbove(RegionId region) {
        return regionTree.path(region);
    }

    // ---- a person on a day

    /**
     * What was said of a person for a day.
     *
     * @param person the person
     * @param day the day
     * @return the assignment; empty outside the employment and before the first one
     */
    public Optional<Assignment> assignmentOn(PersonId person, LocalDate day) {
        if (!isEmployed(person, day)) {
            return Optional.empty();
        }
        List<Assignment> ofPerson = assignments.get(numberOf(person));
        for (int i = ofPerson.size() - 1; i >= 0; i--) {
            if (!ofPerson.get(i).since().isAfter(day)) {
                return Optional.of(ofPerson.get(i));
            }
        }
        return Optional.empty();
    }

    /**
     * The stint that a day is part of.
     *
     * @param person the person
     * @param day the day
     * @return the stint; empty outside the employment
     */
    public Optional<Stint> stintOn(PersonId person, LocalDate day) {
        return Optional.ofNullable(find(person, day));
    }

    /**
     * The team that a day counts for.
     *
     * @param person the person
     * @param day the day
     * @return the team; empty if it counts for no team
     */
    public Optional<TeamId> teamOn(PersonId person, LocalDate day) {
        return stintOn(person, day).flatMap(Stint::team);
    }

    /**
     * The role on a day.
     *
     * @param person the person
     * @param day the day
     * @return the role, if any
     */
    public Optional<RoleId> roleOn(PersonId person, LocalDate day) {
        return stintOn(person, day).flatMap(Stint::role);
    }

    /**
     * The manager on a day.
     *
     * @param person the person
     * @param day the day
     * @return the manager, if any; it may be someone who is not among the people
     */
    public Optional<PersonId> managerOn(PersonId person, LocalDate day) {
        return stintOn(person, day).flatMap(Stint::manager);
    }

    /**
     * The region on a day: the person's own, else the team's.
     *
     * @param person the person
     * @param day the day
     * @return the region, if any
     */
    public Optional<RegionId> regionOn(PersonId person, LocalDate day) {
        return stintOn(person, day).flatMap(Stint::region);
    }

    /**
     * Whether a person was employed on a day.
     *
     * @param person the person
     * @param day the day
     * @return true from the day of hire to the last day
     */
    public boolean isEmployed(PersonId person, LocalDate day) {
        return find(person, day) != null;
    }

    /**
     * Whether a person was away on a day.
     *
     * @param person the person
     * @param day the day
     * @return true on a day of leave
     */
    public boolean isOnLeave(PersonId person, LocalDate day) {
        int number = numberOf(person);
        return number >= 0 && Days.contains(leaves[number], Days.of(day));
    }

    /**
     * Whether a person was employed and not away on a day.
     *
     * @param person the person
     * @param day the day
     * @return true if results could be expected
     */
    public boolean isEligible(PersonId person, LocalDate day) {
        return isEmployed(person, day) && !isOnLeave(person, day);
    }

    /**
     * Whether a person was fully productive by a day.
     *
     * @param person the person
     * @param day the day
     * @return false while ramping, and outside the employment
     */
    public boolean isRamped(PersonId person, LocalDate day) {
        Stint stint = find(person, day);
        return stint != null && stint.ramped();
    }

    /**
     * How many whole months a person had been employed for: hired on 15 January, it is 0 until 14 February and 1 from
     * the day after. Leave counts.
     *
     * @param person the person
     * @param day the day
     * @return whole months; empty outside the employment, or if the day of hire is unknown
     */
    public OptionalInt tenureMonths(PersonId person, LocalDate day) {
        Optional<LocalDate> hired = person(person).flatMap(Person::hired);
        return hired.isPresent() && isEmployed(person, day)
                ? OptionalInt.of((int) ChronoUnit.MONTHS.between(hired.get(), day))
                : OptionalInt.empty();
    }

    // ---- a person over time

    /**
     * The stints of a person: they follow each other without gap or overlap from hire to exit.
     *
     * @param person the person
     * @return the stints, ascending; empty for an unknown person
     */
    public List<Stint> stints(PersonId person) {
        int number = numberOf(person);
        return number < 0 ? List.of() : stints.get(number);
    }

    /**
     * Where the stints of a person begin, to route many facts to them: day {@code d} is in stint {@code i} if {@code
     * starts[i] <= d < starts[i + 1]}.
     *
     * @param person the person
     * @return a new array of one entry more than there are stints: the first day of each as days since 1970-01-01,
     *     ascending, then the day after the last stint; empty for an unknown person
     */
    public int[] stintStarts(PersonId person) {
        int number = numberOf(person);
        return number < 0 ? NO_DAYS : starts[number].clone();
    }

    /**
     * The days of a span on which a person was employed and not away.
     *
     * @param person the person
     * @param span the span
     * @return the days: ascending, apart from each other, none empty
     */
    public List<Span> eligibleSpans(PersonId person, Span span) {
        return Days.spans(eligible(numberOf(person), Days.of(span.start()), Days.of(span.endExclusive())));
    }

    /**
     * On how many days of a span a person was employed and not away.
     *
     * @param person the person
     * @param span the span
     * @return the number of calendar days
     */
    public int eligibleDays(PersonId person, Span span) {
        return eligibleSpans(person, span).stream().mapToInt(Span::days).sum();
    }

    /**
     * On how many working days of a span a person was employed and not away: what a target is prorated by.
     *
     * @param person the person
     * @param span the span
     * @param calendar says which days are working days
     * @return the number of working days
     */
    public int eligibleDays(PersonId person, Span span, BusinessCalendar calendar) {
        return eligibleSpans(person, span).stream()
                .mapToInt(calendar::workingDays)
                .sum();
    }

    // ---- groups on a day and over time

    /**
     * Whether a stint counts for a subject, with roll-up.
     *
     * @param subject a person, team, region or everyone
     * @param stint the stint
     * @return true if its days are days of the subject
     */
    public boolean isIn(Subject subject, Stint stint) {
        if (subject instanceof TeamId team) {
            return stint.team().isPresent() && teamTree.path(stint.team().get()).contains(team);
        }
        if (subject instanceof RegionId region) {
            return stint.region().isPresent()
                    && regionTree.path(stint.region().get()).contains(region);
        }
        return subject instanceof Everyone || subject.equals(stint.person());
    }

    /**
     * Who belonged to a subject on a day: employed, on leave or not.
     *
     * @param subject a person, team, region or everyone
     * @param day the day
     * @return the persons, by identifier
     */
    public List<PersonId> members(Subject subject, LocalDate day) {
        Predicate<Stint> in = counting(subject);
        return candidates(subject)
                .mapToObj(ids::get)
                .filter(id -> {
                    Stint stint = find(id, day);
                    return stint != null && in.test(stint);
                })
                .toList();
    }

    /**
     * Who belonged to a subject during a span, and on which days of it. Who moved away and came back has two spans.
     *
     * @param subject a person, team, region or everyone
     * @param span the span
     * @return those who belonged to it on a day at least, by identifier
     */
    public List<Membership> membersDuring(Subject subject, Span span) {
        Predicate<Stint> in = counting(subject);
        int from = Days.of(span.start());
        int to = Days.of(span.endExclusive());
        var members = new ArrayList<Membership>();
        for (int i : candidates(subject).toArray()) {
            var days = new Days.StretchBuilder();
            for (int s = 0; s < starts[i].length - 1; s++) {
                if (starts[i][s] < to
                        && from < starts[i][s + 1]
                        && in.test(stints.get(i).get(s))) {
                    days.add(Math.max(from, starts[i][s]), Math.min(to, starts[i][s + 1]));
                }
            }
            int[] stretches = days.build();
            if (stretches.length > 0) {
                members.add(new Membership(ids.get(i), Days.spans(stretches)));
            }
        }
        return List.copyOf(members);
    }

    /**
     * Who reported to a manager on a day, without anyone in between.
     *
     * @param manager the manager
     * @param day the day
     * @return the persons, by identifier
     */
    public List<PersonId> directReports(PersonId manager, LocalDate day) {
        return reportsByManager(day).getOrDefault(manager, List.of());
    }

    /**
     * Who reported to a manager on a day, directly or through others. A circle of managers does no harm: nobody is
     * their own report.
     *
     * @param manager the manager
     * @param day the day
     * @return the persons, by identifier
     */
    public List<PersonId> reportsTo(PersonId manager, LocalDate day) {
        Map<PersonId, List<PersonId>> direct = reportsByManager(day);
        var found = new TreeSet<PersonId>();
        var next = new ArrayDeque<PersonId>();
        next.add(manager);
        while (!next.isEmpty()) {
            for (PersonId report : direct.getOrDefault(next.remove(), List.of())) {
                if (!report.equals(manager) && found.add(report)) {
                    next.add(report);
                }
            }
        }
        return List.copyOf(found);
    }

    /**
     * Whether someone reported to a manager on a day, directly or through others.
     *
     * @param person the person
     * @param manager the manager
     * @param day the day
     * @return true if so
     */
    public boolean isReportOf(PersonId person, PersonId manager, LocalDate day) {
        if (person.equals(manager)) {
            return false;
        }
        var seen = new LinkedHashSet<PersonId>();
        Optional<PersonId> above = managerOn(person, day);
        while (above.isPresent() && seen.add(above.get())) {
            if (above.get().equals(manager)) {
                return true;
            }
            above = managerOn(above.get(), day);
        }
        return false;
    }

    // ---- privacy

    /**
     * This roster without a person, and without any mention of them as a manager.
     *
     * @param person whom to forget
     * @return a roster that knows nothing of them
     */
    public Roster without(PersonId person) {
        return new Roster(Pseudonyms.without(records, person));
    }

    /**
     * This roster with pseudonyms in place of identifiers, and without names.
     *
     * @param pseudonyms the key, and what else to drop
     * @return the roster, and apart from it the way back
     */
    public Pseudonymous pseudonymous(Pseudonyms pseudonyms) {
        return pseudonyms.of(this);
    }

    /** Equal if it stands on equal records. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Roster roster && records.equals(roster.records);
    }

    @Override
    public int hashCode() {
        return records.hashCode();
    }

    @Override
    public String toString() {
        return "roster of " + records;
    }

    // ---- for the package

    /** The leaves of a person, as stretches within the employment. */
    int[] leaves(int number) {
        return leaves[number];
    }

    /** As {@link #stintStarts}, shared. */
    int[] starts(int number) {
        return starts[number];
    }

    List<Stint> stints(int number) {
        return stints.get(number);
    }

    /** The days of a stretch on which a person was employed and not away; none for number -1. */
    int[] eligible(int number, int from, int to) {
        if (number < 0 || starts[number].length < 2) {
            return NO_DAYS;
        }
        int[] bounds = starts[number];
        return Days.without(Math.max(from, bounds[0]), Math.min(to, bounds[bounds.length - 1]), leaves[number]);
    }

    private @Nullable Stint find(PersonId person, LocalDate day) {
        int number = numberOf(person);
        if (number < 0) {
            return null;
        }
        int at = Arrays.binarySearch(starts[number], Days.of(day));
        int stint = at >= 0 ? at : -at - 2;
        return stint >= 0 && stint < stints.get(number).size()
                ? stints.get(number).get(stint)
                : null;
    }

    private Predicate<Stint> counting(Subject subject) {
        if (subject instanceof TeamId team) {
            Set<TeamId> under = ImmutableSet.copyOf(teamTree.under(team));
            return stint ->
                    stint.team().isPresent() && under.contains(stint.team().get());
        }
        if (subject instanceof RegionId region) {
            Set<RegionId> under = ImmutableSet.copyOf(regionTree.under(region));
            return stint ->
                    stint.region().isPresent() && under.contains(stint.region().get());
        }
        return stint -> isIn(subject, stint);
    }

    /** The numbers of those who belonged to a subject at any time, ascending. */
    private IntStream candidates(Subject subject) {
        if (subject instanceof PersonId person) {
            return contains(person) ? IntStream.of(numberOf(person)) : IntStream.empty();
        }
        if (subject instanceof Everyone) {
            return IntStream.range(0, ids.size());
        }
        var numbers = new BitSet();
        List<? extends Subject> under =
                subject instanceof TeamId team ? teamTree.under(team) : regionTree.under((RegionId) subject);
        for (Subject group : under) {
            numbers.or(everIn.getOrDefault(group, new BitSet()));
        }
        return numbers.stream();
    }

    private static Map<Subject, BitSet> everIn(List<List<Stint>> stints) {
        var everIn = new TreeMap<Subject, BitSet>();
        for (int i = 0; i < stints.size(); i++) {
            for (Stint stint : stints.get(i)) {
                if (stint.team().isPresent()) {
                    everIn.computeIfAbsent(stint.team().get(), team -> new BitSet())
                            .set(i);
                }
                if (stint.region().isPresent()) {
                    everIn.computeIfAbsent(stint.region().get(), region -> new BitSet())
                            .set(i);
                }
            }
        }
        return ImmutableMap.copyOf(everIn);
    }

    private Map<PersonId, List<PersonId>> reportsByManager(LocalDate day) {
        var reports = new TreeMap<PersonId, List<PersonId>>();
        for (PersonId id : ids) {
            managerOn(id, day)
                    .ifPresent(manager -> reports.computeIfAbsent(manager, m -> new ArrayList<>())
                            .add(id));
        }
        reports.replaceAll((manager, direct) -> List.copyOf(direct));
        return reports;
    }

    private static int[] starts(List<Stint> stints) {
        if (stints.isEmpty()) {
            return NO_DAYS;
        }
        int[] starts = new int[stints.size() + 1];
        for (int i = 0; i < stints.size(); i++) {
            starts[i] = Days.of(stints.get(i).span().start());
        }
        starts[stints.size()] = Days.of(stints.get(stints.size() - 1).span().endExclusive());
        return starts;
    }

    private static int[] stretches(Person person, List<Leave> leaves) {
        int from = StintCutter.employedFrom(person);
        int to = StintCutter.employedTo(person);
        var days = new Days.StretchBuilder();
        for (Leave leave : leaves) {
            days.add(
                    Math.max(from, Days.of(leave.span().start())),
                    Math.min(to, Days.of(leave.span().endExclusive())));
        }
        return days.build();
    }

    private static <K, T> Map<K, Optional<K>> parents(
            List<T> items, Function<T, K> id, Function<T, Optional<K>> parent) {
        var parents = ImmutableMap.<K, Optional<K>>builder();
        for (T item : items) {
            parents.put(id.apply(item), parent.apply(item));
        }
        return parents.buildOrThrow();
    }

    private <T> List<List<T>> byPerson(List<T> items, Function<T, PersonId> person) {
        var lists = new ArrayList<List<T>>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            lists.add(new ArrayList<>());
        }
        for (T item : items) {
            lists.get(numberOf(person.apply(item))).add(item);
        }
        lists.replaceAll(List::copyOf);
        return lists;
    }
}
