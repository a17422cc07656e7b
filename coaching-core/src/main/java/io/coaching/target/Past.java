package io.coaching.target;

import java.util.List;

/**
 * What a subject did in periods that are over: events by period, those of them up to the day of the period that corresponds to
 * today, and the days on which they were to be expected. For shares, events are successes and days are trials.
 *
 * @param events how many in each period
 * @param early how many of them by then
 * @param days the exposure of each period, above 0
 */
record Past(double[] events, double[] early, double[] days) {
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
}
