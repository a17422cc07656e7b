package io.coaching.target;

import io.coaching.base.Percent;
import io.coaching.stats.BetaBinomial;
import io.coaching.stats.Distribution;
import io.coaching.stats.GammaPoisson;
import io.coaching.stats.NormalNormal;
import io.coaching.stats.PeerPrior;
import io.coaching.stats.SumOfAmounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is believed of a running period, on plain values: how far along it should be, and how it will end. */
final class PaceModel {
    private PaceModel() {}

    /** Sizes of events: how many were seen, their sum and the sum of their squares. */
    record Sizes(double n, double sum, double squares) {
        static final Sizes NONE = new Sizes(0, 0, 0);

        Sizes plus(Sizes other) {
            return new Sizes(n + other.n, sum + other.sum, squares + other.squares);
        }

        double mean() {
            return sum / n;
        }

        double freedom() {
            return Math.max(0, n - 1);
        }

        /** The sum of squared deviations from the mean. */
        double deviations() {
            return n < 2 ? 0 : Math.max(0, squares - sum * sum / n);
        }

        boolean isUsable() {
            return n > 0 && sum > 0;
        }
    }

    /** How it ends: in the unit of the figure itself. */
    record Finish(double mean, double low, double high, double reaches, String method) {}

    /**
     * The share of a period's events that has come by now: the subject's own, drawn towards the peers'; without peers towards a
     * straight line, which weighs as much as one period. Days that someone was away are made up for, or leave late in a period
     * would pass for a profile.
     *
     * @param straight the share of working days over
     */
    static double shareByNow(Past own, List<Past> peers, double straight) {
        if (straight <= 0 || straight >= 1) {
            return straight;
        }
        Past mine = own.asIfAlwaysThere(straight);
        long early = Math.round(mine.allEarly());
        long all = Math.max(early, Math.round(mine.allEvents()));
        long[] earlyOfPeers = new long[peers.size()];
        long[] allOfPeers = new long[peers.size()];
        for (int i = 0; i < allOfPeers.length; i++) {
            Past peer = peers.get(i).asIfAlwaysThere(straight);
            earlyOfPeers[i] = Math.round(peer.allEarly());
            allOfPeers[i] = Math.max(earlyOfPeers[i], Math.round(peer.allEvents()));
        }
        double share = BetaBinomial.withDefaults()
                .fit(earlyOfPeers, allOfPeers)
                .map(prior -> prior.posterior(early, (double) all).mean())
                .orElseGet(() -> {
                    double period = mine.periods() == 0 ? 1 : Math.max(1, mine.allEvents() / mine.periods());
                    return (early + straight * period) / (all + period);
                });
        return Math.min(1 - 1e-6, Math.max(1e-6, share));
    }

    private static List<Past> with(Past own, List<Past> peers) {
        var everyone = new ArrayList<>(peers);
        everyone.add(own);
        return everyone;
    }

    // ---- totals

    /**
     * How much more uneven the days of a period are than chance makes them: the squared coefficient of variation that this alone
     * gives to a whole period's total, where days are independent. 0 where the period has no two parts.
     */
    private static double uneven(Past own, List<Past> peers, double share) {
        return share <= 0 || share >= 1 ? 0 : Past.unevenness(with(own, peers));
    }

    /** What is believed of the rate per day before the period: mean and squared coefficient of variation. */
    private record Rate(double mean, double cv2) {}

    private static Optional<Rate> rate(Past own, List<Past> peers, double uneven) {
        double between = Past.overdispersion(with(own, peers));
        long[] events = new long[peers.size()];
        double[] days = new double[peers.size()];
        for (int i = 0; i < events.length; i++) {
            double[] worth = worth(peers.get(i), between);
            events[i] = (long) worth[0];
            days[i] = worth[1];
        }
        double[] mine = worth(own, between);
        Optional<PeerPrior> prior = GammaPoisson.withDefaults().fit(events, days);
        Optional<Distribution> belief = prior.filter(p -> p.mean() > 0)
                .map(p -> p.posterior((long) mine[0], mine[1]))
                .or(() -> mine[1] > 0 ? Optional.of(new Distribution.Gamma(mine[0] + 0.5, mine[1])) : Optional.empty());
        return belief.filter(b -> b.mean() > 0).map(b -> {
            double cv = b.sd() / b.mean();
            return new Rate(b.mean(), Math.max(1e-9, cv * cv + Math.max(0, between - uneven)));
        });
    }

    /** Events and days that are worth as much as those that vary from period to period more than chance makes them. */
    private static double[] worth(Past past, double between) {
        double events = past.allEvents();
        double days = past.allDays();
        if (days <= 0) {
            return new double[2];
        }
        double squares = 0;
        for (double each : past.days()) {
            squares += each / days * (each / days);
        }
        double factor = 1 / (1 + between * events * squares);
        double whole = Math.rint(events * factor);
        return new double[] {whole, whole > 0 ? days * whole / events : days * factor};
    }

    /**
     * How a total ends.
     *
     * @param now events and days of the running period, and what they sum to
     * @param sum what was reached so far
     * @param share the share of a period that is usually done by now
     * @param toCome the days to come, weighted by what the profile says of them
     * @param target what is to be reached; not to be exceeded if {@code lessIsBetter}
     */
    static Optional<Finish> total(
            Past own,
            List<Past> peers,
            Past now,
            double sum,
            double share,
            double toCome,
            SumOfAmounts size,
            double target,
            boolean lessIsBetter,
            Percent level) {
        double uneven = uneven(own, peers, share);
        Optional<Rate> rate = rate(own, peers, uneven);
        if (rate.isEmpty() && now.allDays() <= 0) {
            return Optional.empty();
        }
        // without a past Jeffreys' prior: the running period alone
        double shape = rate.map(r -> 1 / r.cv2()).orElse(0.5);
        double days = rate.map(r -> 1 / r.cv2() / r.mean()).orElse(0.0);
        double mean = rate.map(Rate::mean).orElse(0.0);
        double worth = share <= 0 ? 1 : 1 / (1 + mean * now.allDays() * uneven / share);
        shape += worth * now.allEvents();
        days += worth * now.allDays();
        double late = 1 / (1 / shape + (share >= 1 ? 0 : uneven / (1 - share)));
        RemainingTotal rest = RemainingTotal.of(late, days * late / shape, toCome, size);
        double tail = (1 - level.fraction()) / 2;
        return Optional.of(new Finish(
                sum + rest.mean(),
                sum + rest.quantile(tail),
                sum + rest.quantile(1 - tail),
                lessIsBetter ? (target < sum ? 0 : 1 - rest.exceeds(target - sum)) : rest.reaches(target - sum),
                RemainingTotal.isFixed(size) ? "gamma-Poisson" : "compound gamma-Poisson"));
    }

    /** The size of an event: the subject's own mean drawn towards the peers', with the scatter that all have in common. */
    static SumOfAmounts size(Sizes own, List<Sizes> peers) {
        List<Sizes> usable = peers.stream().filter(Sizes::isUsable).toList();
        double freedom = own.isUsable() ? own.freedom() : 0;
        double deviations = own.isUsable() ? own.deviations() / (own.mean() * own.mean()) : 0;
        for (Sizes peer : usable) {
            freedom += peer.freedom();
            deviations += peer.deviations() / (peer.mean() * peer.mean());
        }
        // one event tells nothing of the scatter: as for waiting times, the standard deviation is taken to be the mean
        double cv2 = freedom > 0 ? deviations / freedom : 1;
        double[] means = usable.stream().mapToDouble(Sizes::mean).toArray();
        double[] variances = usable.stream()
                .mapToDouble(p -> Math.max(1e-12, cv2) * p.mean() * p.mean() / p.n())
                .toArray();
        Optional<NormalNormal.Prior> prior = NormalNormal.withDefaults().fit(means, variances);
        double mean;
        double error;
        if (own.isUsable()) {
            double variance = Math.max(1e-12, cv2) * own.mean() * own.mean() / own.n();
            Optional<Distribution> belief = prior.map(p -> p.posterior(own.mean(), variance));
            mean = belief.map(Distribution::mean).orElse(own.mean());
            error = belief.map(Distribution::sd).orElse(Math.sqrt(variance));
        } else {
            mean = prior.map(p -> p.prior().mean()).orElse(means.length == 1 ? means[0] : 1);
            error = prior.map(p -> p.prior().sd()).orElse(mean);
        }
        mean = mean > 0 ? mean : own.isUsable() ? own.mean() : 1;
        return new SumOfAmounts(mean, Math.sqrt(cv2) * mean, cv2 == 0 ? 0 : error);
    }

    // ---- shares

    /**
     * How a share ends.
     *
     * @param own successes of trials by period
     * @param successes so far
     * @param trials so far
     * @param toCome how many trials are to come
     */
    static Optional<Finish> share(
            Past own,
            List<Past> peers,
            long successes,
            long trials,
            int toCome,
            double target,
            boolean lessIsBetter,
            Percent level) {
        long all = trials + toCome;
        if (all == 0) {
            return Optional.empty();
        }
        double between = Past.shareVariance(with(own, peers));
        long[] ofPeers = new long[peers.size()];
        long[] trialsOfPeers = new long[peers.size()];
        for (int i = 0; i < ofPeers.length; i++) {
            long[] worth = worthOfShare(peers.get(i), between);
            ofPeers[i] = worth[0];
            trialsOfPeers[i] = worth[1];
        }
        long[] mine = worthOfShare(own, between);
        Distribution belief = BetaBinomial.withDefaults()
                .fit(ofPeers, trialsOfPeers)
                .map(prior -> prior.posterior(mine[0], (double) mine[1]))
                .orElseGet(() -> new Distribution.Beta(mine[0] + 0.5, mine[1] - mine[0] + 0.5));
        double mean = Math.min(1 - 1e-9, Math.max(1e-9, belief.mean()));
        double variance = Math.max(1e-12, belief.sd() * belief.sd() + between);
        double precision = Math.max(0.1, mean * (1 - mean) / variance - 1);
        RemainingShare rest =
                RemainingShare.of(mean * precision + successes, (1 - mean) * precision + trials - successes, toCome);
        double tail = (1 - level.fraction()) / 2;
        double need = target * all - successes;
        return Optional.of(new Finish(
                (successes + rest.mean()) / all,
                (double) (successes + rest.quantile(tail)) / all,
                (double) (successes + rest.quantile(1 - tail)) / all,
                lessIsBetter ? 1 - rest.reaches(Math.floor(need + 1e-9) + 1) : rest.reaches(need),
                "beta-binomial"));
    }

    private static long[] worthOfShare(Past past, double between) {
        double trials = past.allDays();
        if (trials <= 0) {
            return new long[2];
        }
        double mean = past.allEvents() / trials;
        double squares = 0;
        for (double each : past.days()) {
            squares += each * each / trials;
        }
        double chance = mean * (1 - mean);
        double factor = chance == 0 ? 1 : 1 / (1 + between / chance * squares);
        long worth = Math.max(1, Math.round(trials * factor));
        return new long[] {Math.min(worth, Math.round(worth * mean)), worth};
    }

    /** How many trials are to come, at the pace of the past and of this period. */
    static int trialsToCome(Past past, Past now, double toCome) {
        double days = past.allDays() + now.allDays();
        double perDay = days <= 0 ? 0 : (past.allEvents() + now.allEvents()) / days;
        return (int) Math.min(1_000_000, Math.round(perDay * toCome));
    }
}
