package io.coaching.trend;

import io.coaching.base.PersonId;
import io.coaching.base.Subject;
import io.coaching.data.Panel;
import io.coaching.data.PanelSource;
import io.coaching.kpi.Kpi;
import io.coaching.people.Roster;
import io.coaching.people.Stint;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Cadence;
import io.coaching.time.CalendarPeriod;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a span into whole periods and says of each person which of them count. Periods that are cut by the span or not yet over are
 * never read. Of a person, periods count in which they were eligible on half of the working days or more and no longer ramping on
 * their first eligible day.
 */
final class SeriesReader {
    private final PanelSource source;
    private final List<CalendarPeriod> periods;
    private final List<TrendSeries.Named> named;
    private final List<Optional<Omission>> omissions;
    private final int[] columns;
    private final List<Span> whole;
    private final boolean withRamp;

    SeriesReader(PanelSource source, Cadence cadence, Span span, boolean withRamp) {
        this.source = source;
        this.withRamp = withRamp;
        BusinessCalendar calendar = source.calendar();
        this.periods = calendar.periods(cadence, span);
        this.named = periods.stream()
                .map(p -> new TrendSeries.Named(p.label(), p.span()))
                .toList();
        this.columns = new int[periods.size()];
        var left = new ArrayList<Optional<Omission>>();
        var spans = new ArrayList<Span>();
        for (int i = 0; i < periods.size(); i++) {
            Span days = periods.get(i).span();
            Optional<Omission> omission = days.lastDay().isAfter(source.asOf())
                    ? Optional.of(Omission.RUNNING)
                    : span.contains(days) ? Optional.empty() : Optional.of(Omission.CUT);
            left.add(omission);
            columns[i] = omission.isPresent() ? -1 : spans.size();
            if (omission.isEmpty()) {
                spans.add(days);
            }
        }
        this.omissions = List.copyOf(left);
        this.whole = List.copyOf(spans);
    }

    private SeriesReader(SeriesReader other, LocalDate day) {
        this.source = other.source;
        this.withRamp = other.withRamp;
        this.periods = other.periods;
        this.named = other.named;
        this.columns = other.columns;
        this.whole = other.whole;
        var left = new ArrayList<>(other.omissions);
        for (int i = 0; i < left.size(); i++) {
            Span days = periods.get(i).span();
            if (left.get(i).isEmpty() && days.contains(day) && !days.start().equals(day)) {
                left.set(i, Optional.of(Omission.BOTH_SIDES));
            }
        }
        this.omissions = List.copyOf(left);
    }

    /** The same without the period that a day cuts in two. */
    SeriesReader cutAt(LocalDate day) {
        return new SeriesReader(this, day);
    }

    /** The periods that are read. */
    List<Span> whole() {
        return whole;
    }

    Panel panel(Kpi kpi, Collection<? extends Subject> subjects) {
        return source.panel(kpi, subjects, whole);
    }

    TrendSeries series(Panel panel, Subject subject) {
        return series(panel, subject, 0);
    }

    /** The series of a subject, without periods that are of fewer persons than told. */
    TrendSeries series(Panel panel, Subject subject, int fewest) {
        int at = panel.indexOf(subject);
        int[] readable = columns.clone();
        var all = new ArrayList<Optional<Omission>>();
        for (int i = 0; i < omissions.size(); i++) {
            Optional<Omission> omission = omissions.get(i);
            if (omission.isEmpty() && at >= 0 && panel.persons(at, columns[i]) < fewest) {
                omission = Optional.of(Omission.TOO_FEW_PEOPLE);
                readable[i] = -1;
            }
            all.add(omission.isEmpty() ? omission(subject, periods.get(i).span()) : omission);
        }
        return TrendSeries.of(panel, subject, named, readable, all);
    }

    /** Why a whole period does not count for a subject. */
    Optional<Omission> omission(Subject subject, Span days) {
        BusinessCalendar calendar = source.calendar();
        int working = calendar.workingDays(days);
        if (working == 0) {
            return Optional.of(Omission.NO_WORKING_DAY);
        }
        Roster roster = source.roster();
        if (!(subject instanceof PersonId person) || !roster.contains(person)) {
            return Optional.empty();
        }
        List<Span> eligible = roster.eligibleSpans(person, days);
        int there = eligible.stream().mapToInt(calendar::workingDays).sum();
        if (2 * there < working) {
            return Optional.of(absence(roster.stints(person), days, there));
        }
        boolean ramping = !roster.isRamped(person, eligible.get(0).start());
        return ramping && !withRamp ? Optional.of(Omission.RAMPING) : Optional.empty();
    }

    /** Of what most of the missing working days are. */
    private Omission absence(List<Stint> stints, Span days, int eligibleDays) {
        if (stints.isEmpty()) {
            return Omission.NOT_YET_HIRED;
        }
        LocalDate hired = stints.get(0).span().start();
        LocalDate end = stints.get(stints.size() - 1).span().endExclusive();
        int before = workingDays(days.start(), hired, days);
        int after = workingDays(end, days.endExclusive(), days);
        int leave = source.calendar().workingDays(days) - before - after - eligibleDays;
        return before >= after && before >= leave
                ? Omission.NOT_YET_HIRED
                : after >= leave ? Omission.LEFT : Omission.ON_LEAVE;
    }

    private int workingDays(LocalDate from, LocalDate until, Span within) {
        return from.isBefore(until)
                ? Span.of(from, until)
                        .intersection(within)
                        .map(source.calendar()::workingDays)
                        .orElse(0)
                : 0;
    }
}
