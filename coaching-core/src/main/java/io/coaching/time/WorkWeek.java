package io.coaching.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

/** Counts working days by arithmetic: whole weeks at once, less the holidays found by binary search. */
final class WorkWeek {
    /** From Monday 1969-12-29, the start of the week of day 0, to day 0. */
    private static final int MONDAY_TO_EPOCH = 3;

    /** How many working days there are from Monday to before the i-th day of the week; the last is a whole week's. */
    private final int[] before = new int[8];

    /** The holidays that would have been working days, as days since 1970-01-01, ascending. */
    private final long[] daysOff;

    WorkWeek(Set<DayOfWeek> workWeek, Collection<LocalDate> holidays) {
        for (DayOfWeek day : DayOfWeek.values()) {
            before[day.getValue()] = before[day.getValue() - 1] + (workWeek.contains(day) ? 1 : 0);
        }
        daysOff = holidays.stream()
                .filter(holiday -> workWeek.contains(holiday.getDayOfWeek()))
                .mapToLong(LocalDate::toEpochDay)
                .sorted()
                .distinct()
                .toArray();
    }

    boolean isWorking(LocalDate day) {
        int i = day.getDayOfWeek().getValue();
        return before[i] > before[i - 1] && Arrays.binarySearch(daysOff, day.toEpochDay()) < 0;
    }

    /** Working days before {@code epochDay}, from a fixed origin: only differences mean something. */
    long rank(long epochDay) {
        long monday = epochDay + MONDAY_TO_EPOCH;
        int found = Arrays.binarySearch(daysOff, epochDay);
        int off = found >= 0 ? found : -found - 1;
        return Math.floorDiv(monday, 7) * before[7] + before[Math.floorMod(monday, 7)] - off;
    }

    /** The first day with {@code rank(day + 1) >= rank}, from {@code from} on: a working day, if that was not yet so. */
    long firstReaching(long rank, long from) {
        long step = 7;
        while (rank(from + step + 1) < rank) {
            step *= 2;
        }
        long low = from;
        long high = from + step;
        while (low < high) {
            long middle = Math.floorDiv(low + high, 2);
            if (rank(middle + 1) < rank) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The last day with {@code rank(day) <= rank}, not after {@code to}. */
    long lastWithin(long rank, long to) {
        long step = 7;
        while (rank(to - step) > rank) {
            step *= 2;
        }
        long low = to - step;
        long high = to;
        while (low < high) {
            long middle = Math.floorDiv(low + high + 1, 2);
            if (rank(middle) > rank) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }
}
