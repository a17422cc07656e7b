package io.coaching.people;

import io.coaching.base.PersonId;
import io.coaching.internal.check.Checks;
import java.time.LocalDate;
import java.time.Period;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * Peers of everyone, by rules that were applied once. Immutable, may be shared among threads.
 *
 * <p>Making it takes O(n log n + stints); the peers of one person then O(log n), and with a tenure rule O(k log k) for k
 * peers. Memory is O(n).
 */
public final class PeerIndex {
    /** What someone was over the span, and where they stand in the index. */
    private static final class Entry {
        private final List<Object> profile;
        private final boolean ramped;
        private final Optional<Exclusion> barred;
        private final Optional<LocalDate> hired;
        private int group;

        Entry(List<Object> profile, boolean ramped, Optional<Exclusion> barred, Optional<LocalDate> hired) {
            this.profile = profile;
            this.ramped = ramped;
            this.barred = barred;
            this.hired = hired;
        }
    }

    /** People with the same profile: who may be a peer, by number, and the same by day of hire. */
    private static final class Group {
        private final int[] members;
        private final int[] byHire;
        private final int[] subjects;

        Group(int[] members, int[] byHire, int[] subjects) {
            this.members = members;
            this.byHire = byHire;
            this.subjects = subjects;
        }
    }

    /** Days on which a profile held. */
    private static final class Tally {
        private final Stint stint;
        private int days;
        private int last;

        Tally(Stint stint) {
            this.stint = stint;
        }
    }

    private final Peers rules;
    private final Roster roster;
    private final List<String> attributes;
    private final Entry[] entries;
    private final List<Group> groups;

    PeerIndex(Peers rules, Roster roster, Days.Counter counter) {
        this.rules = rules;
        this.roster = roster;
        this.attributes = List.copyOf(rules.attributes());
        this.entries = new Entry[roster.ids().size()];
        var numbers = new LinkedHashMap<List<Object>, List<Integer>>();
        for (int i = 0; i < entries.length; i++) {
            Entry entry = entry(i, counter);
            entries[i] = entry;
            var key = new ArrayList<Object>(entry.profile);
            if (rules.ramp() == RampMatch.ALIKE) {
                key.add(entry.ramped);
            }
            numbers.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        }
        var made = new ArrayList<Group>(numbers.size());
        for (List<Integer> subjects : numbers.values()) {
            subjects.forEach(i -> entries[i].group = made.size());
            made.add(group(subjects));
        }
        this.groups = List.copyOf(made);
    }

    /**
     * The rules that were applied.
     *
     * @return the rules
     */
    public Peers rules() {
        return rules;
    }

    /**
     * The people they were applied to.
     *
     * @return the roster
     */
    public Roster roster() {
        return roster;
    }

    /**
     * The peers of a person.
     *
     * @param subject who is compared
     * @return the peers, and why the others are not
     * @throws IllegalArgumentException if the person is not among the people
     */
    public PeerGroup of(PersonId subject) {
        int number = roster.numberOf(subject);
        Checks.that(
                number >= 0,
                "subject must be one of the " + entries.length + " people of the roster: " + subject,
                "the record of the person was refused: see the problems of Roster.of");
        Group group = groups.get(entries[number].group);
        if (rules.tenure().isEmpty()) {
            return new PeerGroup(this, number, new Others(roster.ids(), group.members, number));
        }
        int[] near = near(group, number, rules.tenure().get());
        return new PeerGroup(this, number, new Others(roster.ids(), near, number));
    }

    /**
     * Whether people can be compared in shared groups: not with a rule of tenure, for then each has a window of their
     * own.
     *
     * @return true if {@link #groups()} is there
     */
    public boolean isShared() {
        return rules.tenure().isEmpty();
    }

    /**
     * Everyone in groups of the same peers. Each person is the subject of exactly one of them.
     *
     * @return the groups, by their first subject
     * @throws IllegalStateException unless {@link #isShared()}
     */
    public List<SharedPeers> groups() {
        if (!isShared()) {
            throw new IllegalStateException("with a rule of tenure each person has peers of their own: " + rules);
        }
        return groups.stream()
                .map(group -> new SharedPeers(ids(group.members), ids(group.subjects)))
                .toList();
    }

    @Override
    public String toString() {
        return entries.length + " people in " + groups.size() + " groups: " + rules;
    }

    /** Why another is not a peer of the subject; empty if they are. The one definition that the groups must agree with. */
    Optional<Exclusion> exclusion(int subject, int other) {
        Entry one = entries[subject];
        Entry two = entries[other];
        if (two.barred.isPresent() && two.barred.get() != Exclusion.NOT_RAMPED) {
            return two.barred;
        }
        int at = 0;
        for (Trait trait : rules.traits()) {
            if (!one.profile.get(at).equals(two.profile.get(at))) {
                return Optional.of(otherwise(trait));
            }
            at++;
        }
        if (!one.profile.equals(two.profile)) {
            return Optional.of(Exclusion.OTHER_ATTRIBUTE);
        }
        if (rules.ramp() == RampMatch.ALIKE && one.ramped != two.ramped) {
            return Optional.of(one.ramped ? Exclusion.NOT_RAMPED : Exclusion.ALREADY_RAMPED);
        }
        if (two.barred.isPresent()) {
            return two.barred;
        }
        if (rules.tenure().isEmpty()) {
            return Optional.empty();
        }
        if (one.hired.isEmpty() || two.hired.isEmpty()) {
            return Optional.of(Exclusion.TENURE_UNKNOWN);
        }
        return isWithin(one.hired.get(), two.hired.get(), rules.tenure().get())
                ? Optional.empty()
                : Optional.of(Exclusion.TENURE_DIFFERS);
    }

    private Entry entry(int number, Days.Counter counter) {
        Optional<Stint> stint = deciding(number, counter);
        boolean ramped = stint.isEmpty() || stint.get().ramped();
        Optional<Exclusion> barred = barred(number, counter)
                .or(() -> rules.ramp() == RampMatch.RAMPED_ONLY && !ramped
                        ? Optional.of(Exclusion.NOT_RAMPED)
                        : Optional.empty());
        return new Entry(
                profile(stint), ramped, barred, roster.persons().get(number).hired());
    }

    /** Why someone is nobody's peer, whoever the subject. */
    private Optional<Exclusion> barred(int number, Days.Counter counter) {
        PersonId id = roster.ids().get(number);
        if (rules.except().contains(id)) {
            return Optional.of(Exclusion.NAMED_OUT);
        }
        if (!rules.only().isEmpty() && !rules.only().contains(id)) {
            return Optional.of(Exclusion.NOT_NAMED);
        }
        int there = counter.count(roster.eligible(number, counter.start(), counter.end()));
        if (there > 0 && there >= rules.leastShare().fraction() * counter.total()) {
            return Optional.empty();
        }
        int[] starts = roster.starts(number);
        int begin = starts.length == 0 ? counter.end() : starts[0];
        int end = starts.length == 0 ? counter.end() : starts[starts.length - 1];
        int before = counter.count(counter.start(), begin);
        int after = counter.count(end, counter.end());
        int away = counter.count(roster.leaves(number));
        if (after >= before && after >= away) {
            return Optional.of(Exclusion.LEFT);
        }
        return Optional.of(before >= away ? Exclusion.NOT_YET_HIRED : Exclusion.ON_LEAVE);
    }

    /** A stint with the profile that counts for the span. */
    private Optional<Stint> deciding(int number, Days.Counter counter) {
        List<Stint> stints = roster.stints(number);
        int[] starts = roster.starts(number);
        int[] eligible = roster.eligible(number, counter.start(), counter.end());
        Optional<Stint> longest = longest(stints, starts, eligible, counter);
        if (longest.isEmpty()) {
            longest = longest(stints, starts, new int[] {counter.start(), counter.end()}, counter);
        }
        if (longest.isPresent() || stints.isEmpty()) {
            return longest;
        }
        return Optional.of(starts[0] < counter.end() ? stints.get(stints.size() - 1) : stints.get(0));
    }

    private Optional<Stint> longest(List<Stint> stints, int[] starts, int[] stretches, Days.Counter counter) {
        var tallies = new LinkedHashMap<List<Object>, Tally>();
        for (int s = 0; s < stints.size(); s++) {
            int last = Integer.MIN_VALUE;
            int days = 0;
            for (int i = 0; i < stretches.length; i += 2) {
                int from = Math.max(starts[s], stretches[i]);
                int to = Math.min(starts[s + 1], stretches[i + 1]);
                if (from < to) {
                    days += counter.count(from, to);
                    last = to;
                }
            }
            if (days > 0) {
                Stint stint = stints.get(s);
                var key = new ArrayList<Object>(profile(Optional.of(stint)));
                if (rules.ramp() != RampMatch.ANY) {
                    key.add(stint.ramped());
                }
                Tally tally = tallies.computeIfAbsent(key, k -> new Tally(stint));
                tally.days += days;
                tally.last = last;
            }
        }
        return tallies.values().stream()
                .max(Comparator.<Tally>comparingInt(tally -> tally.days).thenComparingInt(tally -> tally.last))
                .map(tally -> tally.stint);
    }

    private List<Object> profile(Optional<Stint> stint) {
        var profile = new ArrayList<Object>(rules.traits().size() + attributes.size());
        for (Trait trait : rules.traits()) {
            profile.add(stint.flatMap(s -> value(trait, s)));
        }
        for (String attribute : attributes) {
            profile.add(stint.flatMap(s -> Optional.ofNullable(s.attributes().get(attribute))));
        }
        return profile;
    }

    private static Optional<?> value(Trait trait, Stint stint) {
        return switch (trait) {
            case ROLE -> stint.role();
            case TEAM -> stint.team();
            case REGION -> stint.region();
            case MANAGER -> stint.manager();
            case WORK_MODE -> stint.workMode();
        };
    }

    private static Exclusion otherwise(Trait trait) {
        return switch (trait) {
            case ROLE -> Exclusion.OTHER_ROLE;
            case TEAM -> Exclusion.OTHER_TEAM;
            case REGION -> Exclusion.OTHER_REGION;
            case MANAGER -> Exclusion.OTHER_MANAGER;
            case WORK_MODE -> Exclusion.OTHER_WORK_MODE;
        };
    }

    private Group group(List<Integer> subjects) {
        List<Integer> members =
                subjects.stream().filter(i -> entries[i].barred.isEmpty()).toList();
        List<Integer> byHire = rules.tenure().isEmpty()
                ? List.of()
                : members.stream()
                        .filter(i -> entries[i].hired.isPresent())
                        .sorted(Comparator.comparing(i -> hired(i)))
                        .toList();
        return new Group(ints(members), ints(byHire), ints(subjects));
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private LocalDate hired(int number) {
        return entries[number].hired.orElse(Roster.EARLIEST);
    }

    /** Hired on {@code a} plus the period reaches {@code b}, whichever of them is the earlier. */
    private static boolean isWithin(LocalDate a, LocalDate b, Period period) {
        return a.isAfter(b) ? !b.plus(period).isBefore(a) : !a.plus(period).isBefore(b);
    }

    /** Days of hire within the period lie next to each other, for a day plus a period grows with the day. */
    private int[] near(Group group, int number, Period period) {
        Optional<LocalDate> hired = entries[number].hired;
        if (hired.isEmpty()) {
            return new int[0];
        }
        int[] byHire = group.byHire;
        int low = firstAtLeast(byHire, hired.get(), period);
        int high = firstAfter(byHire, hired.get().plus(period));
        int[] near = Arrays.copyOfRange(byHire, low, Math.max(low, high));
        Arrays.sort(near);
        return near;
    }

    private int firstAtLeast(int[] byHire, LocalDate day, Period period) {
        int low = 0;
        int high = byHire.length;
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (hired(byHire[mid]).plus(period).isBefore(day)) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }

    private int firstAfter(int[] byHire, LocalDate day) {
        int low = 0;
        int high = byHire.length;
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (hired(byHire[mid]).isAfter(day)) {
                high = mid;
            } else {
                low = mid + 1;
            }
        }
        return low;
    }

    private List<PersonId> ids(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(roster.ids()::get).toList();
    }

    /** A view of ascending numbers as identifiers, without one of them. */
    private static final class Others extends AbstractList<PersonId> implements RandomAccess {
        private final List<PersonId> ids;
        private final int[] numbers;
        private final int skipped;

        Others(List<PersonId> ids, int[] numbers, int without) {
            this.ids = ids;
            this.numbers = numbers;
            this.skipped = Arrays.binarySearch(numbers, without);
        }

        @Override
        public PersonId get(int index) {
            java.util.Objects.checkIndex(index, size());
            return ids.get(numbers[skipped >= 0 && index >= skipped ? index + 1 : index]);
        }

        @Override
        public int size() {
            return numbers.length - (skipped >= 0 ? 1 : 0);
        }
    }
}
