package io.coaching.sample;

import io.coaching.base.SourceId;
import io.coaching.data.ObservationTable;
import io.coaching.internal.random.DeterministicRandom;
import io.coaching.kpi.Measure;
import io.coaching.kpi.StandardMeasures;
import java.time.DayOfWeek;

/** Keeps the diaries of a sample company: who called, wrote and met whom, how often, on which day. */
final class Diary {
    private static final double SHOW_RATE = 0.82;
    private static final double MANAGERS_MEETINGS = 1.3;

    private final Days days;
    private final ObservationTable.Builder table;

    Diary(Days days, ObservationTable.Builder table) {
        this.days = days;
        this.table = table;
    }

    void keep(Cast cast) {
        cast.reps.forEach(this::keep);
        cast.managers.forEach(this::keep);
    }

    private void keep(Rep rep) {
        int person = table.person(rep.id);
        DeterministicRandom phone = rep.random.forPart("phone");
        DeterministicRandom mail = rep.random.forPart("mail");
        DeterministicRandom social = rep.random.forPart("social");
        DeterministicRandom meetings = rep.random.forPart("meetings");
        DeterministicRandom demos = rep.random.forPart("demos");
        DeterministicRandom proposals = rep.random.forPart("proposals");
        for (int day = days.begin(); day < days.end(); day++) {
            if (!rep.isThere(day)) {
                continue;
            }
            if (rep.job == Job.MANAGER) {
                events(person, StandardMeasures.MEETINGS_HELD, day, meetings.nextPoisson(MANAGERS_MEETINGS));
                continue;
            }
            // some days are busier than others, and Fridays are short
            double busy = days.date(day).getDayOfWeek() == DayOfWeek.FRIDAY ? 0.85 : 1.0375;
            int calls = phone.nextPoisson(rep.rate(Trait.CALLS, day, days) * busy * phone.nextGamma(12) / 12);
            total(person, StandardMeasures.CALLS, "dialler", day, calls);
            total(
                    person,
                    StandardMeasures.CONNECTS,
                    "dialler",
                    day,
                    phone.nextBinomial(calls, rep.truth(Trait.CONNECT_RATE, days.date(day))));
            total(
                    person,
                    StandardMeasures.EMAILS,
                    "mail",
                    day,
                    mail.nextPoisson(rep.rate(Trait.EMAILS, day, days) * busy * mail.nextGamma(10) / 10));
            total(
                    person,
                    StandardMeasures.SOCIAL_TOUCHES,
                    "social",
                    day,
                    social.nextPoisson(rep.rate(Trait.SOCIAL_TOUCHES, day, days)));
            meetings(rep, person, day, meetings);
            demos(rep, person, day, demos);
            events(
                    person,
                    StandardMeasures.PROPOSALS,
                    day,
                    proposals.nextPoisson(rep.rate(Trait.PROPOSALS, day, days)));
        }
    }

    private void meetings(Rep rep, int person, int day, DeterministicRandom random) {
        int booked = random.nextPoisson(rep.rate(Trait.MEETINGS_BOOKED, day, days));
        events(person, StandardMeasures.MEETINGS_BOOKED, day, booked);
        for (int i = 0; i < booked; i++) {
            boolean show = random.nextBoolean(SHOW_RATE);
            int on = rep.thereFrom(days.workingAfter(day, random.nextInt(2, 8)));
            if (on >= 0) {
                events(person, StandardMeasures.MEETINGS_SCHEDULED, on, 1);
                if (show && on < days.end()) {
                    events(person, StandardMeasures.MEETINGS_HELD, on, 1);
                }
            }
        }
    }

    private void demos(Rep rep, int person, int day, DeterministicRandom random) {
        int set = random.nextPoisson(rep.rate(Trait.DEMOS_SET, day, days));
        events(person, StandardMeasures.DEMOS_SET, day, set);
        for (int i = 0; i < set; i++) {
            boolean show = random.nextBoolean(SHOW_RATE);
            int on = rep.thereFrom(days.workingAfter(day, random.nextInt(1, 6)));
            // those who only find opportunities set demos that others hold
            if (show && on >= 0 && on < days.end() && rep.job != Job.SALES_DEVELOPMENT) {
                events(person, StandardMeasures.DEMOS_HELD, on, 1);
            }
        }
    }

    /** One row for each happening. */
    private void events(int person, Measure measure, int day, int count) {
        for (int i = 0; i < count; i++) {
            row(person, measure, "calendar", day, 1);
        }
    }

    /** One row for the day. */
    private void total(int person, Measure measure, String system, int day, int count) {
        if (count > 0) {
            row(person, measure, system, day, count);
        }
    }

    private void row(int person, Measure measure, String system, int day, int value) {
        String month = days.date(day).toString().substring(0, 7);
        table.add(
                person,
                table.measure(measure),
                days.date(day).toEpochDay(),
                value,
                table.source(SourceId.of(system + "-" + month)));
    }
}
