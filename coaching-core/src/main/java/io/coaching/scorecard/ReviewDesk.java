package io.coaching.scorecard;

import io.coaching.base.CompetencyId;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.internal.check.Checks;
import io.coaching.people.Roster;
import io.coaching.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A review cycle with the cards that came in: how far each review is, who takes part, and what the reviews of one person say
 * together.
 *
 * <p>A card answers a request where rater, ratee, relation and template are the same and its day lies in the cycle; of several
 * such cards the first answers it, and all of them count in the summary. Cards that nobody asked for count in the summary and
 * in the participation, and are told as such.
 *
 * <p>Immutable and thread-safe. Nothing reads the clock: the moment is always said.
 *
 * <pre>{@code
 * ReviewDesk desk = ReviewDesk.of(cycle, templates, cards, roster, zone, provenance);
 * desk.status(Instant.parse("2026-09-16T12:00:00Z")).reminders();
 * desk.summary(PersonId.of("ana"));
 * }</pre>
 */
public final class ReviewDesk {
    private final ReviewCycle cycle;
    private final List<ScorecardTemplate> templates;
    private final List<Scorecard> cards;
    private final Roster roster;
    private final ZoneId zone;
    private final Provenance provenance;

    private ReviewDesk(
            ReviewCycle cycle,
            List<ScorecardTemplate> templates,
            List<Scorecard> cards,
            Roster roster,
            ZoneId zone,
            Provenance provenance) {
        this.cycle = cycle;
        this.templates = templates;
        this.cards = cards;
        this.roster = roster;
        this.zone = zone;
        this.provenance = provenance;
    }

    /**
     * Opens the desk.
     *
     * @param cycle the cycle
     * @param templates the templates that cards may be on, at least one version of the cycle's
     * @param cards the cards; those of other templates or days are not looked at
     * @param roster the people
     * @param zone the zone of who has none of their own
     * @param provenance what it was all made from
     * @return the desk
     */
    public static ReviewDesk of(
            ReviewCycle cycle,
            Collection<ScorecardTemplate> templates,
            Collection<Scorecard> cards,
            Roster roster,
            ZoneId zone,
            Provenance provenance) {
        List<ScorecardTemplate> own = templates.stream()
                .filter(template -> template.id().equals(cycle.template()))
                .sorted(Comparator.comparing(ScorecardTemplate::version))
                .toList();
        Checks.that(!own.isEmpty(), "templates must hold that of the cycle: " + cycle.template());
        List<Scorecard> taken = cards.stream()
                .filter(card ->
                        card.template().equals(cycle.template()) && cycle.span().contains(card.day()))
                .sorted(Comparator.comparing(Scorecard::day).thenComparing(Scorecard::id))
                .toList();
        return new ReviewDesk(cycle, own, taken, roster, zone, provenance);
    }

    /**
     * How far each review is at a moment.
     *
     * @param at the moment; cards of later days are not there yet
     * @return the status
     */
    public CycleStatus status(Instant at) {
        Map<List<Object>, Scorecard> answers = new HashMap<>();
        List<Scorecard> there = new ArrayList<>();
        for (Scorecard card : cards) {
            if (!card.day().isAfter(dayOf(card.rater(), at))
                    && !card.time().map(time -> time.isAfter(at)).orElse(false)) {
                answers.putIfAbsent(List.of(card.rater(), card.ratee(), card.relation()), card);
                there.add(card);
            }
        }
        var states = new ArrayList<ReviewState>();
        for (ReviewRequest request : cycle.requests()) {
            Optional<Scorecard> card =
                    Optional.ofNullable(answers.remove(List.of(request.rater(), request.ratee(), request.relation())));
            states.add(new ReviewState(
                    request,
                    status(request, card, at),
                    request.dueEnd(zoneOf(request.rater())),
                    card.map(Scorecard::id)));
        }
        return CycleStatus.builder()
                .cycle(cycle.id())
                .at(at)
                .reviews(states)
                .unasked(answers.values().stream().map(Scorecard::id).sorted().toList())
                .giving(participation(there.stream().map(Scorecard::rater).toList(), true))
                .receiving(participation(there.stream().map(Scorecard::ratee).toList(), false))
                .provenance(provenance)
                .build();
    }

    private ReviewStatus status(ReviewRequest request, Optional<Scorecard> card, Instant at) {
        ZoneId own = zoneOf(request.rater());
        LocalDate today = LocalDate.ofInstant(at, own);
        if (card.isPresent()) {
            boolean inTime = card.get()
                    .time()
                    .map(time -> time.isBefore(request.dueEnd(own)))
                    .orElse(!card.get().day().isAfter(request.due()));
            return inTime ? ReviewStatus.DONE : ReviewStatus.DONE_LATE;
        }
        if (!wasThere(request.rater(), request.due()) || !wasThere(request.ratee(), request.due())) {
            return ReviewStatus.EXCUSED;
        }
        if (today.isBefore(cycle.span().start())) {
            return ReviewStatus.NOT_YET_OPEN;
        }
        if (!today.isBefore(cycle.span().endExclusive())) {
            return ReviewStatus.MISSED;
        }
        if (!at.isBefore(request.dueEnd(own))) {
            return ReviewStatus.OVERDUE;
        }
        return today.isBefore(request.due().minusDays(cycle.remindDaysBefore()))
                ? ReviewStatus.OPEN
                : ReviewStatus.REMINDER_DUE;
    }

    /** Whether somebody worked on any day from the opening to the due day; of who is not on the roster nothing is known. */
    private boolean wasThere(PersonId person, LocalDate due) {
        Span span = Span.ofClosed(cycle.span().start(), due);
        return !roster.contains(person) || roster.eligibleDays(person, span) > 0;
    }

    private ZoneId zoneOf(PersonId person) {
        return roster.person(person).flatMap(one -> one.zone()).orElse(zone);
    }

    private LocalDate dayOf(PersonId person, Instant at) {
        return LocalDate.ofInstant(at, zoneOf(person));
    }

    /** Of those who were asked, and of those who took part unasked, all count who were there on a day of the cycle. */
    private Participation participation(List<PersonId> active, boolean giving) {
        List<PersonId> eligible = cycle.requests().stream()
                .map(giving ? ReviewRequest::rater : ReviewRequest::ratee)
                .distinct()
                .filter(person -> !roster.contains(person) || roster.eligibleDays(person, cycle.span()) > 0)
                .sorted()
                .toList();
        int took = (int) eligible.stream().filter(active::contains).count();
        int others = (int) active.stream()
                .distinct()
                .filter(person -> !eligible.contains(person))
                .count();
        return new Participation(took, eligible.size(), others);
    }

    /**
     * What the reviews of one person say together, by relation.
     *
     * @param ratee about whom
     * @return the summary
     */
    public ReviewSummary summary(PersonId ratee) {
        List<Scorecard> of =
                cards.stream().filter(card -> card.ratee().equals(ratee)).toList();
        return ReviewCompilation.of(cycle, ratee, of, this::template, provenance);
    }

    private Optional<ScorecardTemplate> template(Scorecard card) {
        return templates.stream()
                .filter(template -> template.version() == card.version())
                .findFirst();
    }

    /**
     * The competencies that the newest version of the template rates.
     *
     * @return the competencies, in the order of the template
     */
    public List<CompetencyId> competencies() {
        return List.copyOf(templates.get(templates.size() - 1).rated());
    }

    @Override
    public String toString() {
        return cycle + ", " + cards.size() + " cards";
    }
}
