package io.coaching.sample;

import io.coaching.base.Money;
import io.coaching.base.OpportunityId;
import io.coaching.base.StageId;
import io.coaching.internal.random.DeterministicRandom;
import io.coaching.pipeline.Credit;
import io.coaching.pipeline.LossReason;
import io.coaching.pipeline.Opportunity;
import io.coaching.pipeline.OpportunityEvent;
import io.coaching.pipeline.OpportunityType;
import io.coaching.process.StandardStages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lives through the deals of a sample company, from the first call to the last. */
final class DealDesk {
    private static final List<StageId> STAGES = List.of(
            StandardStages.QUALIFICATION,
            StandardStages.DISCOVERY,
            StandardStages.DEMO,
            StandardStages.PROPOSAL,
            StandardStages.NEGOTIATION);
    private static final double[] STAGE_BEGINS = {0, 0.12, 0.33, 0.58, 0.8};
    /** How many of the lost deals end in each of the stages. */
    private static final double[] LOST_IN = {0.22, 0.3, 0.24, 0.16, 0.08};

    private static final double SIZE_SIGMA = 0.5;
    private static final double RENEWALS = 0.2;

    private final Days days;
    private final Cast cast;
    private final List<Rep> closers;
    private final List<Made> made = new ArrayList<>();

    /** A deal with what it is sorted by. */
    private record Made(int start, String starter, int number, Opportunity.Builder opportunity) {}

    /** Something that happens on a day; those of one day keep their order. */
    private record Dated(int day, OpportunityEvent event) {}

    DealDesk(Days days, Cast cast) {
        this.days = days;
        this.cast = cast;
        this.closers = cast.reps.stream()
                .filter(rep -> rep.job == Job.ACCOUNT_EXECUTIVE)
                .toList();
    }

    List<Opportunity> opportunities() {
        for (Rep rep : cast.reps) {
            DeterministicRandom random = rep.random.forPart("deals");
            int number = 0;
            for (int day = 0; day < days.end(); day++) {
                if (rep.isThere(day)) {
                    int starts = random.nextPoisson(rep.rate(Trait.OPPORTUNITY_STARTS, day, days));
                    for (int i = 0; i < starts; i++) {
                        live(rep, day, ++number, random.split());
                    }
                }
            }
        }
        made.sort(Comparator.comparingInt(Made::start)
                .thenComparing(Made::starter)
                .thenComparingInt(Made::number));
        var all = new ArrayList<Opportunity>(made.size());
        for (Made deal : made) {
            String id = String.format(Locale.ROOT, "opp-%05d", all.size() + 1);
            all.add(deal.opportunity().id(OpportunityId.of(id)).build());
        }
        return all;
    }

    private void live(Rep starter, int start, int number, DeterministicRandom random) {
        Rep closer = starter.job == Job.SALES_DEVELOPMENT ? closer(starter, start, random) : starter;
        OpportunityType type = type(random);
        boolean won = random.nextBoolean(winRate(closer, type));
        int close = start + Math.max(6, duration(closer, won, random));
        won = changed(closer, won, close, random);
        close = won ? quarterEnd(start, close, random) : close;
        var events = new ArrayList<Dated>();

        int created = start - (random.nextBoolean(0.5) ? random.nextInt(1, 12) : 0);
        if (created < start && created >= Math.max(0, starter.hired)) {
            add(events, created, OpportunityEvent.created(days.date(created)));
            add(events, created, OpportunityEvent.entered(days.date(created), StandardStages.PROSPECTING));
        } else {
            add(events, start, OpportunityEvent.created(days.date(start)));
        }
        Rep owner = starter;
        int since = start;
        if (!closer.equals(starter)) {
            int going = starter.lastDayBeforeGoing();
            since = days.workingFrom(start + 1 + random.nextInt(4));
            since = going < start ? since : Math.min(since, going);
            add(events, since, OpportunityEvent.owner(days.date(since), closer.id));
            owner = closer;
        }
        owner = handOver(events, owner, since, close, random);
        int free = owner.thereFrom(close);
        close = free < 0 ? days.length() : free;
        if (close < days.begin()) {
            return; // over before the records begin
        }
        int last = stages(events, start, close, won, random);
        money(events, start, last, close, won, closer, random);
        expectations(events, start, close, random);
        if (random.nextBoolean(0.04)) {
            share(events, owner, last, close, random);
        }
        if (random.nextBoolean(0.04) && close - last >= 16) {
            lapse(events, last + (close - last) / 2, close);
        }
        LocalDate day = days.date(close);
        add(events, close, won ? OpportunityEvent.won(day) : OpportunityEvent.lost(day, reason(random)));
        made.add(new Made(
                start,
                starter.id.value(),
                number,
                Opportunity.builder()
                        .initialOwner(starter.id)
                        .account(Names.account(random))
                        .product(Names.PRODUCTS.get(random.nextInt(Names.PRODUCTS.size())))
                        .type(type)
                        .addAllEvents(numbered(events))));
    }

    private static void add(List<Dated> events, int day, OpportunityEvent event) {
        events.add(new Dated(day, event));
    }

    /** In order of days, what happened on one day in its order; without what has not happened yet. */
    private List<OpportunityEvent> numbered(List<Dated> events) {
        var sorted = new ArrayList<OpportunityEvent>(events.size());
        events.sort(Comparator.comparingInt(Dated::day));
        int day = -1;
        int number = 0;
        for (Dated dated : events) {
            if (dated.day() < days.end()) {
                number = dated.day() == day ? number + 1 : 0;
                day = dated.day();
                sorted.add(dated.event().withSequence(number));
            }
        }
        return sorted;
    }

    // ---- who

    /** Whoever has time: all account executives get alike many, newcomers fewer. */
    private Rep closer(Rep starter, int day, DeterministicRandom random) {
        for (int attempt = 0; attempt < 40 && !closers.isEmpty(); attempt++) {
            Rep rep = closers.get(random.nextInt(closers.size()));
            if (rep.isThere(day) && random.nextBoolean(rep.ramp(day))) {
                return rep;
            }
        }
        return starter;
    }

    /** Whoever leaves for good or for long passes their deals on. */
    private Rep handOver(List<Dated> events, Rep first, int from, int close, DeterministicRandom random) {
        Rep owner = first;
        int since = from;
        while (true) {
            int going = owner.lastDayBeforeGoing();
            boolean cameBack = going < since && owner.isBackBy(since + 7);
            if (going > close || cameBack) {
                return owner;
            }
            int day = Math.max(going, since);
            owner = cover(owner, day, random);
            add(events, day, OpportunityEvent.owner(days.date(day), owner.id));
            since = day + 1;
        }
    }

    /** A colleague of the same job, or whoever is there, or the manager. */
    private Rep cover(Rep owner, int day, DeterministicRandom random) {
        for (int attempt = 0; attempt < 120; attempt++) {
            Rep rep = cast.reps.get(random.nextInt(cast.reps.size()));
            boolean fits = rep.job == owner.job || attempt >= 60;
            if (fits && !rep.equals(owner) && rep.isThere(day) && rep.lastDayBeforeGoing() > day) {
                return rep;
            }
        }
        return cast.managers.get(owner.team);
    }

    // ---- how it ends

    private static OpportunityType type(DeterministicRandom random) {
        double u = random.nextDouble();
        return u < RENEWALS
                ? OpportunityType.RENEWAL
                : u < RENEWALS + 0.15 ? OpportunityType.EXPANSION : OpportunityType.NEW_BUSINESS;
    }

    /** Renewals are won more often; over all deals the rate is the true one. */
    private static double winRate(Rep closer, OpportunityType type) {
        double rate = closer.job == Job.SALES_DEVELOPMENT
                ? Trait.WIN_RATE.typical(Job.FULL_CYCLE)
                : closer.truth(Trait.WIN_RATE);
        double renewals = Math.min(StrictMath.cbrt(rate), 0.9 * rate / RENEWALS);
        return type == OpportunityType.RENEWAL ? renewals : (rate - RENEWALS * renewals) / (1 - RENEWALS);
    }

    /** A change in the win rate turns as many of the deals that close after it as it takes. */
    private boolean changed(Rep closer, boolean won, int close, DeterministicRandom random) {
        double before = closer.truth(Trait.WIN_RATE);
        double now = closer.truth(Trait.WIN_RATE, days.date(close));
        if (now == before) {
            return won;
        }
        double turned = random.forPart("change").nextDouble();
        return won ? turned >= (before - now) / before : turned < (now - before) / (1 - before);
    }

    /** Some wins are pulled in or put off to one of the last ten working days of a quarter. */
    private int quarterEnd(int start, int close, DeterministicRandom random) {
        DeterministicRandom own = random.forPart("quarter-end");
        if (!own.nextBoolean(days.hockeyStick())) {
            return close;
        }
        int end = days.workingBefore(days.quarterEndNear(close), own.nextInt(10));
        return end >= start + 6 ? end : close;
    }

    /** Most losses come sooner than wins; the others drag on without a decision. */
    private static int duration(Rep closer, boolean won, DeterministicRandom random) {
        double cycle = closer.job == Job.SALES_DEVELOPMENT
                ? Trait.SALES_CYCLE.typical(Job.FULL_CYCLE)
                : closer.truth(Trait.SALES_CYCLE);
        if (won) {
            return (int) Math.round(cycle / 5 * random.nextGamma(5));
        }
        return (int) Math.round(
                random.nextBoolean(0.65)
                        ? cycle * 0.5 / 3 * random.nextGamma(3)
                        : cycle * 1.4 / 4 * random.nextGamma(4));
    }

    private static LossReason reason(DeterministicRandom random) {
        List<LossReason> reasons = List.of(
                LossReason.NO_DECISION,
                LossReason.COMPETITOR,
                LossReason.PRICE,
                LossReason.TIMING,
                LossReason.BUDGET,
                LossReason.FIT,
                LossReason.NO_DECISION);
        return reasons.get(random.nextInt(reasons.size()));
    }

    // ---- what happens on the way

    /** Returns the day of the last stage. */
    private int stages(List<Dated> events, int start, int close, boolean won, DeterministicRandom random) {
        int reached = STAGES.size();
        if (!won) {
            double u = random.nextDouble();
            reached = 1;
            while (reached < STAGES.size() && u >= LOST_IN[reached - 1]) {
                u -= LOST_IN[reached - 1];
                reached++;
            }
        }
        // a lost deal went through its stages at the same pace, then stopped in the last of them
        double whole = won ? 1 : STAGE_BEGINS[reached - 1] + 0.2;
        int last = start;
        add(events, start, OpportunityEvent.entered(days.date(start), STAGES.get(0)));
        for (int i = 1; i < reached; i++) {
            boolean skipped = random.nextBoolean(0.04);
            double jitter = 0.03 * (2 * random.nextDouble() - 1);
            int day = days.workingFrom(start + (int) Math.round((STAGE_BEGINS[i] + jitter) / whole * (close - start)));
            if (!skipped && day > last && day < close) {
                add(events, day, OpportunityEvent.entered(days.date(day), STAGES.get(i)));
                last = day;
            }
        }
        return last;
    }

    private void money(
            List<Dated> events, int start, int last, int close, boolean won, Rep closer, DeterministicRandom random) {
        double mean = closer.job == Job.SALES_DEVELOPMENT
                ? Trait.DEAL_SIZE.typical(Job.FULL_CYCLE)
                : closer.truth(Trait.DEAL_SIZE, days.date(close));
        double size = mean * StrictMath.exp(SIZE_SIGMA * random.nextGaussian() - SIZE_SIGMA * SIZE_SIGMA / 2);
        amount(events, start, size * StrictMath.exp(0.2 * random.nextGaussian()));
        if (last > start && random.nextBoolean(0.6)) {
            amount(events, last, size * StrictMath.exp(0.1 * random.nextGaussian()));
        }
        if (won) {
            amount(events, close, size);
        }
    }

    private void amount(List<Dated> events, int day, double size) {
        long tens = Math.max(1, Math.round(size / 10));
        add(events, day, OpportunityEvent.amount(days.date(day), Money.of(tens * 10, "USD")));
    }

    /** Each time the expected day comes near, it is put off, until the deal closes. */
    private void expectations(List<Dated> events, int start, int close, DeterministicRandom random) {
        int day = start;
        int expected = start + random.nextInt(30, 60);
        while (day < close && day < days.end()) {
            add(events, day, OpportunityEvent.closeDate(days.date(day), days.date(expected)));
            day = days.workingFrom(Math.max(day + 1, expected - random.nextInt(6)));
            expected = Math.max(expected, day) + random.nextInt(14, 45);
        }
    }

    /** Given up, and taken up again two working days later. */
    private void lapse(List<Dated> events, int about, int close) {
        int lost = days.workingFrom(about);
        int again = days.workingAfter(lost, 2);
        if (again < close) {
            events.removeIf(dated -> dated.day() > lost
                    && dated.day() <= again
                    && dated.event() instanceof OpportunityEvent.CloseDateChanged);
            add(events, lost, OpportunityEvent.lost(days.date(lost), LossReason.TIMING));
            add(events, again, OpportunityEvent.reopened(days.date(again)));
        }
    }

    private void share(List<Dated> events, Rep owner, int day, int close, DeterministicRandom random) {
        Rep other = cover(owner, day, random);
        if (!other.equals(owner) && other.left > close) {
            add(
                    events,
                    day,
                    OpportunityEvent.credit(days.date(day), Credit.shared(Map.of(owner.id, 70, other.id, 30))));
        }
    }
}
