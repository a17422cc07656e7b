package io.coaching.scorecard;

import io.coaching.base.BehaviourId;
import io.coaching.base.CompetencyId;
import io.coaching.base.ItemId;
import io.coaching.internal.check.Checks;
import java.util.Optional;
import org.immutables.value.Value;

/** One line of a scorecard: what gets one rating. It rates a competency as a whole, or one of its behaviours. */
@Value.Immutable
public abstract sealed class Item permits ImmutableItem {
    Item() {}

    /**
     * Starts an item.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Identifies the item within its template.
     *
     * @return the identifier
     */
    public abstract ItemId id();

    /**
     * Which competency it tells about.
     *
     * @return the competency
     */
    public abstract CompetencyId competency();

    /**
     * Which of its behaviours is rated.
     *
     * @return the behaviour; absent if the competency is rated as a whole
     */
    public abstract Optional<BehaviourId> behaviour();

    /**
     * What the rater reads.
     *
     * @return the text
     */
    public abstract String text();

    /**
     * How much it weighs among the items of its section, and of its competency.
     *
     * @return the weight; 1 unless said otherwise
     */
    @Value.Default
    public int weight() {
        return 1;
    }

    /**
     * Whether it must be answered.
     *
     * @return required unless said otherwise
     */
    @Value.Default
    public Requirement requirement() {
        return Requirement.REQUIRED;
    }

    /**
     * Whether "not applicable" is an answer to it.
     *
     * @return true if it is; false unless said otherwise
     */
    @Value.Default
    public boolean notApplicableAllowed() {
        return false;
    }

    /**
     * The least that must be reached, as on a point of compliance: below it the card is flagged, whatever its score.
     *
     * @return the least points; absent where the item is no gate
     */
    public abstract Optional<Points> gate();

    /**
     * When a comment must stand beside the rating.
     *
     * @return welcome unless said otherwise
     */
    @Value.Default
    public Demand comment() {
        return Demand.WELCOME;
    }

    /**
     * When an example, something that was seen or heard, must stand beside the rating.
     *
     * @return welcome unless said otherwise
     */
    @Value.Default
    public Demand example() {
        return Demand.WELCOME;
    }

    @Value.Check
    void check() {
        Checks.notBlank(text(), "text");
    }

    @Override
    public String toString() {
        return id() + ": " + text();
    }

    /** Builds an {@link Item}. */
    public static final class Builder extends ImmutableItem.Builder {
        Builder() {}
    }
}
