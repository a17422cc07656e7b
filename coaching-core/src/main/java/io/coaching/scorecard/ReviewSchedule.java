package io.coaching.scorecard;

import com.google.common.collect.ImmutableSet;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.TemplateId;
import io.coaching.internal.check.Checks;
import io.coaching.people.Roster;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Cadence;
import io.coaching.time.CalendarPeriod;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A review that comes again and again: each of some people is to be reviewed once in every week, month or quarter of the
 * company's calendar. It tells afterwards, from the cards, whose turn was kept and whose was missed.
 *
 * <p>The rule: only whole periods inside the span count. Who was away (on leave, not yet hired, gone) for more than half of a
 * period's working days is excused from it, whether or not there was a card. Otherwise a card on a day of the period keeps the
 * turn, and a period that is over without one was missed. A period that is still running on the as-of day is neither.
 *
 * <p>It is not a {@link ReviewCycle}, which asks single raters about single people until a due day; a schedule does not mind who
 * reviews. Cards about oneself do not count unless they are asked for. Immutable and thread-safe; time O(people x periods + cards).
 *
 * <pre>{@code
 * ReviewSchedule.quarterly(people).during(Span.year(2026)).adherence(cards, roster, calendar, provenance).missed();
 * }</pre>
 */
public final class ReviewSchedule {
    private final Cadence cadence;
    private final List<PersonId> people;
    private final Optional<Span> span;
    private final Optional<TemplateId> template;
    private final ImmutableSet<Relation> relations;

    private ReviewSchedule(
            Cadence cadence,
            List<PersonId> people,
            Optional<Span> span,
            Optional<TemplateId> template,
            ImmutableSet<Relation> relations) {
        this.cadence = cadence;
        this.people = people;
        this.span = span;
        this.template = template;
        this.relations = relations;
    }

    /**
     * A schedule of some cadence.
     *
     * @param cadence once in every such period
     * @param people who is to be reviewed, at least one; a person named twice counts once
     * @return the schedule
     */
    public static ReviewSchedule of(Cadence cadence, Collection<PersonId> people) {
        Checks.that(!people.isEmpty(), "people must not be empty");
        return new ReviewSchedule(
                cadence,
                List.copyOf(new TreeSet<>(people)),
                Optional.empty(),
                Optional.empty(),
                ImmutableSet.copyOf(EnumSet.complementOf(EnumSet.of(Relation.SELF))));
    }

    /**
     * A scorecard of everyone in each week's team meeting.
     *
     * @param people who is to be reviewed
     * @return the schedule
     */
    public static ReviewSchedule weekly(Collection<PersonId> people) {
        return of(Cadence.WEEKLY, people);
    }

    /**
     * A review of everyone in each month of the fiscal year.
     *
     * @param people who is to be reviewed
     * @return the schedule
     */
    public static ReviewSchedule monthly(Collection<PersonId> people) {
        return of(Cadence.MONTHLY, people);
    }

    /**
     * A review of everyone in each quarter of the fiscal year.
     *
     * @param people who is to be reviewed
     * @return the schedule
     */
    public static ReviewSchedule quarterly(Collection<PersonId> people) {
        return of(Cadence.QUARTERLY, people);
    }

    /**
     * Which days to look at. Unless it is said, it is the fiscal year of the as-of day.
     *
     * @param days the days; periods that lie partly outside do not count
     * @return a new schedule
     */
    public ReviewSchedule during(Span days) {
        return new ReviewSchedule(cadence, people, Optional.of(days), template, relations);
    }

    /**
     * Only cards on one template count.
     *
     * @param id the template, in any version
     * @return a new schedule
     */
    public ReviewSchedule on(TemplateId id) {
        return new ReviewSchedule(cadence, people, span, Optional.of(id), relations);
    }

    /**
     * Only cards of raters in some relation count, as {@link Relation#MANAGER}.
     *
     * @param first a relation
     * @param more further ones
     * @return a new schedule
     */
    public ReviewSchedule by(Relation first, Relation... more) {
        return new ReviewSchedule(cadence, people, span, template, ImmutableSet.copyOf(EnumSet.of(first, more)));
    }

    /**
     * Whose turn was kept, and whose was missed.
     *
     * @param cards the cards; those about other people or of other days are not looked at, nor those after the as-of day
     * @param roster knows who was there; who is not on it counts as there
     * @param calendar says what a week, a month and a quarter is
     * @param provenance what it was all made from, with the as-of day
     * @return each person's turns
     */
    public ScheduleAdherence adherence(
            Collection<Scorecard> cards, Roster roster, BusinessCalendar calendar, Provenance provenance) {
        LocalDate asOf = provenance.asOf();
        Span days = span.orElseGet(() -> calendar.periodOf(Cadence.YEARLY, asOf).span());
        List<CalendarPeriod> periods = calendar.wholePeriods(cadence, days).stream()
                .filter(period -> !period.span().start().isAfter(asOf))
                .toList();
        List<Scorecard> counting = cards.stream()
                .filter(card -> !card.day().isAfter(asOf))
                .filter(card -> relations.contains(card.relation()))
                .filter(card -> template.map(card.template()::equals).orElse(true))
                .toList();
        Presence presence = new Presence(roster, calendar);
        var turns = new ArrayList<ScheduledReview>();
        for (PersonId person : people) {
            List<LocalDate> reviewed = counting.stream()
                    .filter(card -> card.ratee().equals(person))
                    .map(Scorecard::day)
                    .toList();
            for (CalendarPeriod period : periods) {
                int count = (int) reviewed.stream().filter(period::contains).count();
                turns.add(new ScheduledReview(person, period, state(presence, person, period, count, asOf), count));
            }
        }
        return ScheduleAdherence.builder()
                .cadence(cadence)
                .span(days)
                .turns(turns)
                .provenance(provenance)
                .build();
    }

    private static ScheduledState state(
            Presence presence, PersonId person, CalendarPeriod period, int cards, LocalDate asOf) {
        if (period.span().lastDay().isAfter(asOf)) {
            return ScheduledState.RUNNING;
        }
        if (!presence.isExpected(person, period.span())) {
            return ScheduledState.EXCUSED;
        }
        return cards > 0 ? ScheduledState.REVIEWED : ScheduledState.MISSED;
    }

    @Override
    public String toString() {
        return "review schedule: " + cadence.name().toLowerCase(java.util.Locale.ROOT) + ", " + people.size()
                + " people";
    }
}
