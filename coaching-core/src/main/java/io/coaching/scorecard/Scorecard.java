package io.coaching.scorecard;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.action.ActionItem;
import io.coaching.base.ItemId;
import io.coaching.base.OpportunityId;
import io.coaching.base.PersonId;
import io.coaching.base.ScorecardId;
import io.coaching.base.SourceId;
import io.coaching.base.TemplateId;
import io.coaching.internal.check.Checks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One person's ratings of another on one template: what was answered, and nothing where nothing was. Whether it keeps to
 * its template is another question, asked by {@link ScorecardForm#problems}.
 *
 * <p>What counts is the day, in the calendar of the company. The instant is kept where it is known, since two cards of one
 * day have an order; {@code builder().at(instant, zone)} sets both.
 *
 * <pre>{@code
 * Scorecard card = Scorecard.builder(template).id(ScorecardId.of("c1"))
 *         .rater(PersonId.of("ben")).ratee(PersonId.of("ana")).relation(Relation.PEER).day(LocalDate.of(2026, 9, 3))
 *         .addRatings(ItemRating.of(ItemId.of("questions"), 4)).build();
 * }</pre>
 */
@Value.Immutable
public abstract sealed class Scorecard permits ImmutableScorecard {
    Scorecard() {}

    /**
     * Starts a card.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts a card on a template, with its ruler.
     *
     * @param template the template
     * @return a builder that has template, version and ruler
     */
    public static Builder builder(ScorecardTemplate template) {
        Builder builder = builder();
        builder.template(template.id()).version(template.version()).ruler(template.ruler());
        return builder;
    }

    /**
     * Identifies the card.
     *
     * @return the identifier
     */
    public abstract ScorecardId id();

    /**
     * Who rated.
     *
     * @return the rater
     */
    public abstract PersonId rater();

    /**
     * Who was rated.
     *
     * @return the ratee
     */
    public abstract PersonId ratee();

    /**
     * In what relation the rater stands to the ratee.
     *
     * @return the relation
     */
    public abstract Relation relation();

    /**
     * On which template.
     *
     * @return the template
     */
    public abstract TemplateId template();

    /**
     * On which version of it.
     *
     * @return the version
     */
    public abstract int version();

    /**
     * With which ruler, as the template said when the card was filled in.
     *
     * @return the ruler; absent where the host keeps versions only
     */
    public abstract Optional<String> ruler();

    /**
     * When, in the calendar of the company.
     *
     * @return the day
     */
    public abstract LocalDate day();

    /**
     * When exactly.
     *
     * @return the instant, where it is known
     */
    public abstract Optional<Instant> time();

    /**
     * What was rated, where several raters rate the same: a call, a meeting, a role play.
     *
     * @return the host's name for it, if there is one
     */
    public abstract Optional<String> occasion();

    /**
     * Which deal it was about.
     *
     * @return the opportunity, if it was about one
     */
    public abstract Optional<OpportunityId> opportunity();

    /**
     * The answers.
     *
     * @return the ratings, in the order given
     */
    public abstract List<ItemRating> ratings();

    /**
     * What was agreed.
     *
     * @return the action items, in the order given
     */
    public abstract List<ActionItem> actions();

    /**
     * What the rater says of the session as a whole.
     *
     * @return the text, if there is one
     */
    public abstract Optional<String> sessionFeedback();

    /**
     * The answer to an item.
     *
     * @param item the item
     * @return the rating; empty where it was not answered
     */
    public Optional<ItemRating> rating(ItemId item) {
        return ratings().stream().filter(rating -> rating.item().equals(item)).findFirst();
    }

    /**
     * The source of its facts.
     *
     * @return {@code "scorecard:"} and the identifier
     */
    public SourceId source() {
        return SourceId.of("scorecard:" + id());
    }

    /**
     * The card as a form, which can be checked against its template.
     *
     * @return the form
     */
    public ScorecardForm form() {
        return ScorecardForm.builder()
                .id(id())
                .rater(rater())
                .ratee(ratee())
                .relation(relation())
                .template(template())
                .version(version())
                .ruler(ruler())
                .day(day())
                .time(time())
                .occasion(occasion())
                .opportunity(opportunity())
                .ratings(ratings())
                .actions(actions())
                .sessionFeedback(sessionFeedback())
                .build();
    }

    @Value.Check
    void check() {
        Checks.atLeast(version(), 1, "version");
        Checks.that(id().value().length() <= 240, "id must have at most 240 characters: " + id());
    }

    @Override
    public String toString() {
        return "scorecard " + id() + ": " + relation() + " " + rater() + " on " + ratee() + ", " + day() + ", "
                + template() + " v" + version();
    }

    /** Builds a {@link Scorecard}. */
    public static final class Builder extends ImmutableScorecard.Builder {
        Builder() {}

        /**
         * Says when, exactly.
         *
         * @param time the instant
         * @param zone the zone of the company's calendar, which decides on the day
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder at(Instant time, ZoneId zone) {
            time(time);
            return day(LocalDate.ofInstant(time, zone));
        }
    }
}
