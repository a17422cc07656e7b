package io.coaching.scorecard;

import io.coaching.base.ItemId;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The answer to one item: points, or a tier, or "not applicable". What was not answered has no rating at all; there is no
 * number that stands for it.
 *
 * <pre>{@code
 * ItemRating.of(QUESTIONS, 3.5).withExample("Asked what a day of downtime costs, and waited.");
 * }</pre>
 */
@Value.Immutable
public abstract sealed class ItemRating permits ImmutableItemRating {
    ItemRating() {}

    /**
     * Starts a rating.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a rating in points.
     *
     * @param item the item
     * @param points the points, a multiple of 0.5
     * @return the rating
     */
    public static ItemRating of(ItemId item, double points) {
        return builder().item(item).points(Points.of(points)).build();
    }

    /**
     * Returns a rating by the name of a tier.
     *
     * @param item the item
     * @param tier the tier
     * @return the rating
     */
    public static ItemRating ofTier(ItemId item, String tier) {
        return builder().item(item).tier(tier).build();
    }

    /**
     * Returns the answer that an item does not apply.
     *
     * @param item the item
     * @return the rating
     */
    public static ItemRating notApplicable(ItemId item) {
        return builder().item(item).notApplicable(true).build();
    }

    /**
     * What was rated.
     *
     * @return the item
     */
    public abstract ItemId item();

    /**
     * The points given.
     *
     * @return the points; absent where a tier was named, or the item does not apply
     */
    public abstract Optional<Points> points();

    /**
     * The tier given.
     *
     * @return the name of the tier; absent where points were given, or the item does not apply
     */
    public abstract Optional<String> tier();

    /**
     * Whether the item did not apply. That is an answer, and not a zero.
     *
     * @return true if it did not
     */
    @Value.Default
    public boolean notApplicable() {
        return false;
    }

    /**
     * Why.
     *
     * @return the comment, if there is one
     */
    public abstract Optional<String> comment();

    /**
     * What was seen or heard.
     *
     * @return the example, if there is one
     */
    public abstract Optional<String> example();

    /**
     * The same rating with a comment.
     *
     * @param text why
     * @return the rating
     */
    public ItemRating withComment(String text) {
        return builder().from(this).comment(text).build();
    }

    /**
     * The same rating with an example.
     *
     * @param text what was seen or heard
     * @return the rating
     */
    public ItemRating withExample(String text) {
        return builder().from(this).example(text).build();
    }

    /**
     * The points on a scale, whether they were given as such or as a tier.
     *
     * @param scale the scale
     * @return the points; empty for "not applicable", for an answer off the scale, and for one that says two things
     */
    public Optional<Points> on(RatingScale scale) {
        if (answers() != 1 || notApplicable()) {
            return Optional.empty();
        }
        return points().isPresent() ? points().filter(scale::has) : tier().flatMap(scale::tier);
    }

    /** How many answers it gives: one is right. */
    int answers() {
        return (points().isPresent() ? 1 : 0) + (tier().isPresent() ? 1 : 0) + (notApplicable() ? 1 : 0);
    }

    @Override
    public String toString() {
        return item() + ": "
                + (notApplicable()
                        ? "not applicable"
                        : points().map(Points::toString).or(this::tier).orElse("no answer"));
    }

    /** Builds an {@link ItemRating}. */
    public static final class Builder extends ImmutableItemRating.Builder {
        Builder() {}
    }
}
