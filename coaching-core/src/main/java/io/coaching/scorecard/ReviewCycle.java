package io.coaching.scorecard;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.base.PersonId;
import io.coaching.base.ReviewCycleId;
import io.coaching.base.TemplateId;
import io.coaching.internal.check.Checks;
import io.coaching.people.Roster;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;

/**
 * One round of reviews: who is asked about whom, on which template, from when until when. It knows nothing of cards;
 * {@link ReviewDesk} brings both together.
 *
 * <pre>{@code
 * ReviewCycle cycle = ReviewCycle.builder()
 *         .id(ReviewCycleId.of("2026-q3"))
 *         .template(TemplateId.of("enterprise-sales"))
 *         .span(Span.quarter(2026, 3))
 *         .due(LocalDate.of(2026, 9, 18))
 *         .peers(plan)
 *         .selves(people)
 *         .build();
 * }</pre>
 */
@Value.Immutable
public abstract sealed class ReviewCycle permits ImmutableReviewCycle {
    ReviewCycle() {}

    /**
     * Starts a cycle.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Which cycle.
     *
     * @return the identifier
     */
    public abstract ReviewCycleId id();

    /**
     * On which template cards are filled in.
     *
     * @return the template
     */
    public abstract TemplateId template();

    /**
     * From when until when cards are taken: later than due they come late, after the span they come no more.
     *
     * @return the span
     */
    public abstract Span span();

    /**
     * The reviews that are asked for, each once.
     *
     * @return the requests, sorted
     */
    public abstract List<ReviewRequest> requests();

    /**
     * So many days before the due day raters are reminded.
     *
     * @return the days, 3 unless said otherwise; 0 is the due day itself
     */
    @Value.Default
    public int remindDaysBefore() {
        return 3;
    }

    /**
     * Whose reviews are told only as a group.
     *
     * @return the policy; peers in groups of three unless said otherwise
     */
    @Value.Default
    public Anonymity anonymity() {
        return Anonymity.PEERS;
    }

    @Value.Check
    ReviewCycle check() {
        Checks.inRange(remindDaysBefore(), 0, 3660, "remindDaysBefore");
        Set<List<Object>> seen = new HashSet<>();
        for (ReviewRequest request : requests()) {
            Checks.that(
                    span().contains(request.due()),
                    "due must be in the cycle, " + span() + ": " + request,
                    "the builder's span(...) is to reach beyond the due day, for those who come late");
            Checks.that(
                    seen.add(List.of(request.rater(), request.ratee(), request.relation())),
                    "requests must be one a rater, ratee and relation, twice: " + request);
        }
        List<ReviewRequest> sorted = requests().stream().sorted().toList();
        return sorted.equals(requests())
                ? this
                : ImmutableReviewCycle.builder().from(this).requests(sorted).build();
    }

    @Override
    public String toString() {
        return "review cycle " + id() + ", " + span() + ", " + template() + ": "
                + requests().size() + " reviews asked for";
    }

    /** Builds a {@link ReviewCycle}. */
    public static final class Builder extends ImmutableReviewCycle.Builder {
        private LocalDate due = LocalDate.MAX;

        Builder() {}

        /**
         * Says until when the reviews are due that are asked for after it: by {@link #peers}, {@link #managers} and {@link
         * #selves}.
         *
         * @param lastDay the last day, in each rater's own zone
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder due(LocalDate lastDay) {
            due = lastDay;
            return this;
        }

        /**
         * Asks peers.
         *
         * @param plan who reviews whom
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder peers(ReviewPlan plan) {
            checkDue();
            plan.pairs().forEach(pair -> addRequest(new ReviewRequest(pair.rater(), pair.ratee(), Relation.PEER, due)));
            return this;
        }

        /**
         * Asks the manager of each person. Who has none on the due day is left out.
         *
         * @param people about whom
         * @param roster knows their managers
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder managers(Collection<PersonId> people, Roster roster) {
            checkDue();
            people.forEach(person -> roster.managerOn(person, due)
                    .filter(manager -> !manager.equals(person))
                    .ifPresent(manager -> addRequest(new ReviewRequest(manager, person, Relation.MANAGER, due))));
            return this;
        }

        /**
         * Asks everyone about themselves.
         *
         * @param people who
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder selves(Collection<PersonId> people) {
            checkDue();
            people.forEach(person -> addRequest(new ReviewRequest(person, person, Relation.SELF, due)));
            return this;
        }

        private void checkDue() {
            Checks.that(
                    !due.equals(LocalDate.MAX),
                    "due must be said before reviews are asked for",
                    "due(...) comes first");
        }
    }
}
