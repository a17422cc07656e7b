package io.coaching.target;

import java.util.Arrays;
import java.util.List;

/**
 * What a subject did in periods that are over: events by period, those of them up to the day of the period that corresponds to
 * today, and the days on which they were to be expected. For shares, events are successes and days are trials.
 *
 * @param events how many in each period
 * @param early how many of them by then
 * @param days the exposure of each period, above 0
 * @param earlyDays how much of the exposure lay up to that day: less where leave or the first day of work fell there
 */
record Past(double[] events, double[] early, double[] days, double[] earlyDays) {
    /** Where it does not matter what came early. */
    Past(double[] events, double[] days) {
        this(events, events, days, days);
    }

    int periods() {
        return events.length;
    }

    double allEvents() {
        return sum(events);
    }

    double allEarly() {
        return sum(early);
    }

    double allDays() {
        return sum(days);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /**
     * What it would look like had someone been there on all days alike: early events and late ones are each made up to the days
     * that were missed, and count for as many as the part that was missed more still tells. Periods with one part only tell
     * nothing.
     *
     * @param straight the share of working days in the early part, between 0 and 1
     */
    Past asIfAlwaysThere(double straight) {
        double[] all = new double[periods()];
        double[] before = new double[periods()];
        int n = 0;
        for (int j = 0; j < periods(); j++) {
            double there = earlyDays[j] / (straight * days[j]);
            double thereLate = (days[j] - earlyDays[j]) / ((1 - straight) * days[j]);
            if (there <= 0 || thereLate <= 0) {
                continue;
            }
            double first = early[j] / there;
            double second = Math.max(0, events[j] - early[j]) / thereLate;
            all[n] = events[j] * Math.min(1, Math.min(there, thereLate));
            before[n] = first + second > 0 ? all[n] * first / (first + second) : 0;
            n++;
        }
        return new Past(
                Arrays.copyOf(all, n), Arrays.copyOf(before, n), Arrays.copyOf(days, n), Arrays.copyOf(earlyDays, n));
    }

    /**
     * The squared coefficient of variation of the rate between a subject's own periods, beyond what chance gives to counts
     * (method of moments, pooled over subjects); 0 where nobody has two periods.
     */
    static double overdispersion(List<Past> everyone) {
        double excess = 0;
        double scale = 0;
        for (Past past : everyone) {
            double events = past.allEvents();
            double all = past.allDays();
            if (past.periods() < 2 || events == 0) {
                continue;
            }
            double squares = 0;
            for (double days : past.days) {
                squares += days / all * (days / all);
            }
            for (int j = 0; j < past.periods(); j++) {
                double share = past.days[j] / all;
                double expected = events * share;
                excess += (past.events[j] - expected) * (past.events[j] - expected) - expected * (1 - share);
                scale += events * events * share * share * (1 - 2 * share + squares);
            }
        }
        return scale > 0 ? Math.max(0, excess / scale) : 0;
    }

    /** The variance of the true share between a subject's own periods, beyond what chance gives (method of moments). */
    static double shareVariance(List<Past> everyone) {
        double excess = 0;
        double scale = 0;
        for (Past past : everyone) {
            double trials = past.allDays();
            if (past.periods() < 2 || trials == 0) {
                continue;
            }
            double mean = past.allEvents() / trials;
            double chance = mean * (1 - mean) * trials / Math.max(1, trials - 1);
            for (int j = 0; j < past.periods(); j++) {
                double n = past.days[j];
                double off = past.events[j] - n * mean;
                excess += off * off - n * chance * (1 - n / trials);
                scale += n * (n - 1) * (1 - n / trials);
            }
        }
        return scale > 0 ? Math.max(0, excess / scale) : 0;
    }

    /**
     * How uneven days are beyond chance: were they independent, the share done early would differ from period to period by this
     * number times share x (1 - share) beyond the binomial (method of moments, pooled over subjects, each about the own profile).
     * What share is to be expected goes by the days that someone was there, or leave would pass for unevenness.
     */
    static double unevenness(List<Past> everyone) {
        double excess = 0;
        double scale = 0;
        for (Past past : everyone) {
            double all = past.allEvents();
            double byDays = 0;
            for (int j = 0; j < past.periods(); j++) {
                byDays += past.events[j] * past.earlyDays[j] / past.days[j];
            }
            if (past.periods() < 2 || all < 2 || byDays <= 0) {
                continue;
            }
            double profile = past.allEarly() / byDays;
            for (int j = 0; j < past.periods(); j++) {
                double n = past.events[j];
                double share = Math.min(1, profile * past.earlyDays[j] / past.days[j]);
                double freedom = 1 - n / all;
                double off = past.early[j] - n * share;
                excess += off * off - n * share * (1 - share) * freedom;
                scale += n * (n - 1) * share * (1 - share) * freedom;
            }
        }
        return scale > 0 ? Math.max(0, excess / scale) : 0;
    }
}
