package io.coaching.data;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.internal.check.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which group, such as a team, each person belonged to from which day on.
 *
 * <p>With them a cube counts a fact for the group that held on the fact's day, so that someone who changes team counts
 * for each team on its days. Stints are ranges of days and no column: other stints ask the same facts another question.
 * A person belongs to one group at a time, or to none.
 *
 * <p>Immutable.
 */
public final class Stints {
    /** Belongs to no group. */
    public static final int NO_GROUP = -1;

    private static final int MAX_GROUPS = 1 << 24;

    /** The first stint of each person, and at the end the number of stints. */
    final int[] starts;

    final int[] fromDays;
    final int[] groups;
    final int groupCount;

    private Stints(int[] starts, int[] fromDays, int[] groups, int groupCount) {
        this.starts = starts;
        this.fromDays = fromDays;
        this.groups = groups;
        this.groupCount = groupCount;
    }

    /**
     * Starts stints.
     *
     * @return a builder without stints: everyone in no group
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the group of a person on a day.
     *
     * @param person the person
     * @param day the day
     * @return the group, {@link #NO_GROUP} before the first stint and for persons without one
     */
    public int groupOf(int person, int day) {
        int group = NO_GROUP;
        if (person >= 0 && person < starts.length - 1) {
            for (int i = starts[person]; i < starts[person + 1] && fromDays[i] <= day; i++) {
                group = groups[i];
            }
        }
        return group;
    }

    /**
     * Says how many stints there are.
     *
     * @return such as {@code 12 stints in 3 groups}
     */
    @Override
    public String toString() {
        return groups.length + " stints in " + groupCount + " groups";
    }

    /** Takes stints in any order; for one thread at a time. */
    public static final class Builder {
        private final List<TreeMap<Integer, Integer>> byPerson = new ArrayList<>();

        Builder() {}

        /**
         * Says that a person belongs to a group from a day on, until the person's next stint.
         *
         * @param person the person's id
         * @param fromDay the first day; days before 1970 are allowed
         * @param group the group's id, dense, or {@link #NO_GROUP}
         * @return this
         * @throws IllegalArgumentException if the same person has another group from the same day on
         */
        @CanIgnoreReturnValue
        public Builder add(int person, int fromDay, int group) {
            Checks.inRange(person, 0, FactTable.MAX_PERSON, "person");
            Checks.inRange(group, NO_GROUP, MAX_GROUPS - 1, "group");
            while (byPerson.size() <= person) {
                byPerson.add(new TreeMap<>());
            }
            Integer before = byPerson.get(person).putIfAbsent(fromDay, group);
            Checks.that(
                    before == null || before == group,
                    "person " + person + " has two groups from day " + fromDay + " on: " + before + " and " + group);
            return this;
        }

        /**
         * Returns the stints.
         *
         * @return the stints added so far
         */
        public Stints build() {
            int n = byPerson.stream().mapToInt(Map::size).sum();
            int[] starts = new int[byPerson.size() + 1];
            int[] fromDays = new int[n];
            int[] groups = new int[n];
            int at = 0;
            for (int person = 0; person < byPerson.size(); person++) {
                for (Map.Entry<Integer, Integer> stint : byPerson.get(person).entrySet()) {
                    fromDays[at] = stint.getKey();
                    groups[at++] = stint.getValue();
                }
                starts[person + 1] = at;
            }
            int groupCount = Arrays.stream(groups).max().orElse(NO_GROUP) + 1;
            return new Stints(starts, fromDays, groups, groupCount);
        }
    }
}
