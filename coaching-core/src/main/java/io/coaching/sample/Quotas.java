package io.coaching.sample;

import io.coaching.base.Money;
import io.coaching.base.Percent;
import io.coaching.goal.RampSchedule;
import io.coaching.goal.Target;
import io.coaching.goal.TargetValue;
import io.coaching.goal.Targets;
import io.coaching.internal.random.DeterministicRandom;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Cadence;
import io.coaching.time.CalendarPeriod;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.List;

/** Sets what the reps of a sample company are to reach, quarter by quarter: what is typical for the job, in round numbers. */
final class Quotas {
    /** As a newcomer ramps: 35 % on the first day, all after 13 weeks. */
    private static final RampSchedule RAMP = RampSchedule.monthly(Percent.of(45), Percent.of(70), Percent.of(90));

    private static final List<Trait> ACTIVITIES =
            List.of(Trait.CALLS, Trait.MEETINGS_BOOKED, Trait.DEMOS_SET, Trait.OPPORTUNITY_STARTS);
    private static final double CHANGED = 0.05;

    private final Days days;
    private final Cast cast;
    private final BusinessCalendar calendar;
    private final DeterministicRandom random;

    Quotas(Plan plan, BusinessCalendar calendar, Days days, Cast cast) {
        this.calendar = calendar;
        this.days = days;
        this.cast = cast;
        this.random = DeterministicRandom.of(plan.seed()).forPart("targets");
    }

    /** For each quarter that the span touches and the one after it. */
    Targets targets(Span span) {
        Targets.Builder targets = Targets.builder().ramp(RAMP);
        CalendarPeriod quarter = calendar.periodOf(Cadence.QUARTERLY, span.start());
        CalendarPeriod last = calendar.next(calendar.periodOf(Cadence.QUARTERLY, span.lastDay()));
        while (!quarter.span().start().isAfter(last.span().start())) {
            for (Rep rep : cast.reps) {
                add(targets, rep, quarter.span(), span.lastDay());
            }
            quarter = calendar.next(quarter);
        }
        return targets.build();
    }

    /** Whoever is employed in the quarter, as far as is known on the day it begins or on the day of hire. */
    private void add(Targets.Builder targets, Rep rep, Span quarter, LocalDate asOf) {
        LocalDate known = quarter.start().isAfter(asOf) ? asOf : quarter.lastDay();
        if (rep.hired > days.of(known) || rep.left <= days.of(quarter.start())) {
            return;
        }
        int working = calendar.workingDays(quarter);
        if (rep.job != Job.SALES_DEVELOPMENT) {
            long amount = round(bookings(rep.job) * working, 10_000);
            targets.addTarget(changed(Target.quota(rep.id, quarter, usd(amount)), amount, asOf));
        }
        for (Trait trait : ACTIVITIES) {
            double typical = trait.typical(rep.job) * working;
            targets.addTarget(Target.of(rep.id, trait.kpi(), quarter, (double) round(typical, typical < 100 ? 5 : 10)));
        }
    }

    /** What the typical closer wins on a working day: their own opportunities and what sales development passes on. */
    private double bookings(Job job) {
        double starts = Trait.OPPORTUNITY_STARTS.typical(job);
        if (job == Job.ACCOUNT_EXECUTIVE) {
            starts += Trait.OPPORTUNITY_STARTS.typical(Job.SALES_DEVELOPMENT)
                    * count(Job.SALES_DEVELOPMENT)
                    / count(Job.ACCOUNT_EXECUTIVE);
        }
        return starts * Trait.WIN_RATE.typical(job) * Trait.DEAL_SIZE.typical(job);
    }

    private double count(Job job) {
        return cast.reps.stream().filter(rep -> rep.job == job).count();
    }

    /** One quota in twenty becomes smaller or larger in the middle of the quarter. */
    private Target changed(Target quota, long amount, LocalDate asOf) {
        Span quarter = quota.period();
        DeterministicRandom own = random.forPart(quota.subject() + " " + quarter.start());
        LocalDate day = quarter.start().plusDays(own.nextInt(30, 60));
        boolean cut = own.nextBoolean(0.6);
        if (!own.nextBoolean(CHANGED) || day.isAfter(asOf)) {
            return quota;
        }
        return quota.changed(
                day,
                TargetValue.of(usd(round(amount * (cut ? 0.8 : 1.2), 10_000))),
                cut ? "accounts went to a colleague" : "accounts came from a colleague");
    }

    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }

    private static long round(double value, int to) {
        return Math.max(to, Math.round(value / to) * to);
    }
}
