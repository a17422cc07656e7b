package io.coaching.people;

import io.coaching.internal.check.Checks;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Days as numbers since 1970-01-01, and ascending lists of stretches of them: from, to, from, to ... (to excluded). */
final class Days {
    private Days() {}

    /** Returns {@code day}; it must lie in the years 1 to 9999, for which spans are made. */
    static void check(LocalDate day, String name) {
        Checks.inRange(day.getYear(), 1, 9999, "year of " + name);
    }

    static int of(LocalDate day) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, day.toEpochDay()));
    }

    static Span span(int from, int to) {
        return Span.of(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to));
    }

    static List<Span> spans(int[] stretches) {
        var spans = new ArrayList<Span>(stretches.length / 2);
        for (int i = 0; i < stretches.length; i += 2) {
            spans.add(span(stretches[i], stretches[i + 1]));
        }
        return spans;
    }

    /** Returns what is left of a stretch without the days of others. */
    static int[] without(int from, int to, int[] others) {
        var left = new StretchBuilder();
        int at = from;
        for (int i = 0; i < others.length && at < to; i += 2) {
            left.add(at, Math.min(to, others[i]));
            at = Math.max(at, others[i + 1]);
        }
        left.add(at, to);
        return left.build();
    }

    static boolean contains(int[] stretches, int day) {
        for (int i = 0; i < stretches.length && stretches[i] <= day; i += 2) {
            if (day < stretches[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** Collects stretches in ascending order of their beginning, and joins those that touch or overlap. */
    static final class StretchBuilder {
        private int[] bounds = new int[4];
        private int size;

        void add(int from, int to) {
            if (from >= to) {
                return;
            }
            if (size > 0 && from <= bounds[size - 1]) {
                bounds[size - 1] = Math.max(bounds[size - 1], to);
                return;
            }
            if (size == bounds.length) {
                bounds = java.util.Arrays.copyOf(bounds, 2 * size);
            }
            bounds[size++] = from;
            bounds[size++] = to;
        }

        int[] build() {
            return java.util.Arrays.copyOf(bounds, size);
        }
    }

    /** Counts days of a span: all of them, or the working days of a calendar. */
    static final class Counter {
        private final int start;
        private final int end;
        private final int @org.jspecify.annotations.Nullable [] workingBefore;

        private Counter(Span span, int @org.jspecify.annotations.Nullable [] workingBefore) {
            this.start = of(span.start());
            this.end = of(span.endExclusive());
            this.workingBefore = workingBefore;
        }

        static Counter all(Span span) {
            return new Counter(span, null);
        }

        static Counter working(Span span, BusinessCalendar calendar) {
            int[] before = new int[span.days() + 1];
            for (int i = 0; i < before.length - 1; i++) {
                before[i + 1] = before[i] + (calendar.isWorkingDay(span.start().plusDays(i)) ? 1 : 0);
            }
            return new Counter(span, before);
        }

        int start() {
            return start;
        }

        int end() {
            return end;
        }

        int total() {
            return count(start, end);
        }

        /** The days of the stretch that lie in the span. */
        int count(int from, int to) {
            int low = Math.max(from, start);
            int high = Math.min(to, end);
            if (low >= high) {
                return 0;
            }
            return workingBefore == null ? high - low : workingBefore[high - start] - workingBefore[low - start];
        }

        int count(int[] stretches) {
            int days = 0;
            for (int i = 0; i < stretches.length; i += 2) {
                days += count(stretches[i], stretches[i + 1]);
            }
            return days;
        }
    }
}
