package io.coaching.scorecard;

import io.coaching.action.ActionItem;
import io.coaching.base.OpportunityId;
import io.coaching.base.PersonId;
import io.coaching.base.Problem;
import io.coaching.base.ScorecardId;
import io.coaching.base.Severity;
import io.coaching.base.TemplateId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A scorecard while it is being filled in: everything may still be missing, and {@link #problems} says all that is, with
 * its place. It is what a host keeps between two visits of a rater, and what a card is checked as.
 *
 * <p>A fault is an error where something cannot be used: that rating, or the card. It is a warning where something is
 * lacking that the template demands: the rest still counts.
 */
@Value.Immutable
public abstract sealed class ScorecardForm permits ImmutableScorecardForm {
    ScorecardForm() {}

    /**
     * Starts a form.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Identifies the card.
     *
     * @return the identifier
     */
    public abstract Optional<ScorecardId> id();

    /**
     * Who rates.
     *
     * @return the rater
     */
    public abstract Optional<PersonId> rater();

    /**
     * Who is rated.
     *
     * @return the ratee
     */
    public abstract Optional<PersonId> ratee();

    /**
     * In what relation the rater stands to the ratee.
     *
     * @return the relation
     */
    public abstract Optional<Relation> relation();

    /**
     * On which template.
     *
     * @return the template
     */
    public abstract Optional<TemplateId> template();

    /**
     * On which version of it.
     *
     * @return the version
     */
    public abstract OptionalInt version();

    /**
     * With which ruler.
     *
     * @return the ruler
     */
    public abstract Optional<String> ruler();

    /**
     * When, in the calendar of the company.
     *
     * @return the day
     */
    public abstract Optional<LocalDate> day();

    /**
     * When exactly.
     *
     * @return the instant
     */
    public abstract Optional<Instant> time();

    /**
     * What is rated, where several raters rate the same.
     *
     * @return the host's name for it
     */
    public abstract Optional<String> occasion();

    /**
     * Which deal it is about.
     *
     * @return the opportunity
     */
    public abstract Optional<OpportunityId> opportunity();

    /**
     * The answers so far.
     *
     * @return the ratings, in the order given
     */
    public abstract List<ItemRating> ratings();

    /**
     * What was agreed so far.
     *
     * @return the action items, in the order given
     */
    public abstract List<ActionItem> actions();

    /**
     * What the rater says of the session as a whole.
     *
     * @return the text
     */
    public abstract Optional<String> sessionFeedback();

    /**
     * What is wrong with it, measured by a template: all of it, each with its place.
     *
     * @param on the template that it is to keep to
     * @param asOf the last day that can have happened
     * @return the problems, in the order of the card; none if it can be handed in
     */
    public List<Problem> problems(ScorecardTemplate on, LocalDate asOf) {
        return new ScorecardCheck(this, on, asOf).problems();
    }

    /**
     * The card, if nothing is missing that every card has and nothing in it is unusable. What the template demands beyond
     * that may be lacking: {@link #problems} tells.
     *
     * @param on the template that it is to keep to
     * @param asOf the last day that can have happened
     * @return the card; empty if one of the problems is an error
     */
    public Optional<Scorecard> card(ScorecardTemplate on, LocalDate asOf) {
        if (problems(on, asOf).stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
            return Optional.empty();
        }
        return Optional.of(Scorecard.builder()
                .id(id().orElseThrow())
                .rater(rater().orElseThrow())
                .ratee(ratee().orElseThrow())
                .relation(relation().orElseThrow())
                .template(template().orElseThrow())
                .version(version().orElseThrow())
                .ruler(on.ruler())
                .day(day().orElseThrow())
                .time(time())
                .occasion(occasion())
                .opportunity(opportunity())
                .ratings(ratings())
                .actions(actions())
                .sessionFeedback(sessionFeedback())
                .build());
    }

    @Override
    public String toString() {
        return "form " + id().map(ScorecardId::value).orElse("without id") + ", "
                + ratings().size() + " answers";
    }

    /** Builds a {@link ScorecardForm}. */
    public static final class Builder extends ImmutableScorecardForm.Builder {
        Builder() {}
    }
}
