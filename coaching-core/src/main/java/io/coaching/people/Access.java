package io.coaching.people;

import io.coaching.base.Estimate;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.Subject;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Who may see what: a policy over a roster. Results are filtered by it before they leave.
 *
 * <p><b>A person</b> may be seen by name by those whose scope they are in on the day of looking: who reported to a
 * manager last year and no longer does is not seen any more. <b>A group</b> may be seen by those who may see each of
 * its people; by others if
 *
 * <ul>
 *   <li>it has as many people as {@link AccessPolicy#privacy()} asks for, the viewer included, and
 *   <li>not exactly one of them is hidden from the viewer, for that one would follow from the total by subtraction.
 * </ul>
 *
 * <p>Several groups looked at together may still give someone away by their difference; an engine that shows many at
 * once sees to that itself.
 */
public final class Access {
    private final Roster roster;
    private final AccessPolicy policy;

    private Access(Roster roster, AccessPolicy policy) {
        this.roster = roster;
        this.policy = policy;
    }

    /**
     * Applies a policy to people.
     *
     * @param roster says who reports to whom
     * @param policy says who sees whom
     * @return the rules of access
     */
    public static Access of(Roster roster, AccessPolicy policy) {
        return new Access(roster, policy);
    }

    /**
     * The policy.
     *
     * @return the policy
     */
    public AccessPolicy policy() {
        return policy;
    }

    /**
     * Whether a viewer may see figures of a subject: by name for a person, as a total for a group.
     *
     * @param viewer who is looking
     * @param subject a person, team, region or everyone; for a group, its members on that day
     * @param day the day of looking
     * @return true if so
     */
    public boolean maySee(Viewer viewer, Subject subject, LocalDate day) {
        return whyNot(viewer, subject, day).isEmpty();
    }

    /**
     * Why a viewer may not see figures of a subject.
     *
     * @param viewer who is looking
     * @param subject a person, team, region or everyone; for a group, its members on that day
     * @param day the day of looking
     * @return the reason; empty if they may
     */
    public Optional<Reason> whyNot(Viewer viewer, Subject subject, LocalDate day) {
        if (subject instanceof PersonId person) {
            return sees(viewer, person, day) ? Optional.empty() : Optional.of(Reason.NOT_PERMITTED);
        }
        return whyNotGroup(viewer, roster.members(subject, day), day);
    }

    /**
     * Why a viewer may not see figures of a subject over a span: as on a day, but a group is all who belonged to it
     * during the span, up to the day of looking.
     *
     * @param viewer who is looking
     * @param subject a person, team, region or everyone
     * @param span the days that the figures are about
     * @param day the day of looking
     * @return the reason; empty if they may
     */
    public Optional<Reason> whyNot(Viewer viewer, Subject subject, Span span, LocalDate day) {
        if (subject instanceof PersonId) {
            return whyNot(viewer, subject, day);
        }
        // who joins only after the day of looking has no figures yet, and is not yet known to those who lead the group
        Span known = span.start().isAfter(day)
                ? Span.day(day)
                : span.contains(day) ? Span.ofClosed(span.start(), day) : span;
        List<PersonId> people = roster.membersDuring(subject, known).stream()
                .map(Membership::person)
                .toList();
        return whyNotGroup(viewer, people, day);
    }

    /**
     * Why a viewer may not see a figure that these people contributed to: the strictest question, for an engine that
     * knows who they are.
     *
     * @param viewer who is looking
     * @param people who contributed; each counts once
     * @param day the day of looking
     * @return the reason; empty if the viewer may see it
     */
    public Optional<Reason> whyNotGroup(Viewer viewer, Collection<PersonId> people, LocalDate day) {
        var distinct = new LinkedHashSet<>(people);
        long hidden =
                distinct.stream().filter(person -> !sees(viewer, person, day)).count();
        if (hidden == 0 && !(distinct.isEmpty() && policy.scopeOf(viewer.role()) != Scope.EVERYONE)) {
            return Optional.empty();
        }
        if (!policy.privacy().allows(distinct.size())) {
            return Optional.of(Reason.GROUP_TOO_SMALL);
        }
        return hidden == 1 && distinct.size() > 1 ? Optional.of(Reason.PROTECTS_ANOTHER) : Optional.empty();
    }

    /**
     * An estimate as the viewer may see it.
     *
     * @param estimate the estimate
     * @param viewer who is looking
     * @param subject whom it is about
     * @param day the day of looking
     * @return the estimate itself, or one that is withheld
     */
    public Estimate filter(Estimate estimate, Viewer viewer, Subject subject, LocalDate day) {
        Optional<Reason> reason = whyNot(viewer, subject, day);
        return reason.isPresent() ? Estimate.withheld(reason.get()) : estimate;
    }

    /**
     * Those whose figures a viewer sees by name.
     *
     * @param viewer who is looking
     * @param day the day of looking
     * @return the persons, by identifier
     */
    public List<PersonId> visible(Viewer viewer, LocalDate day) {
        return roster.ids().stream().filter(person -> sees(viewer, person, day)).toList();
    }

    private boolean sees(Viewer viewer, PersonId person, LocalDate day) {
        Scope scope = policy.scopeOf(viewer.role());
        if (scope == Scope.EVERYONE) {
            return true;
        }
        if (viewer.person().isEmpty()) {
            return false;
        }
        PersonId self = viewer.person().get();
        return switch (scope) {
            case EVERYONE -> true;
            case SELF -> person.equals(self);
            case DIRECT_REPORTS ->
                person.equals(self) || roster.managerOn(person, day).equals(Optional.of(self));
            case REPORTS -> person.equals(self) || roster.isReportOf(person, self, day);
        };
    }
}
