package io.coaching.scorecard;

import io.coaching.base.BehaviourId;
import io.coaching.base.CompetencyId;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What each level of the scale looks like for one competency, or for one of its behaviours: behaviourally anchored
 * rating scales (Smith and Kendall 1963, doi:10.1037/h0047060).
 */
@Value.Immutable
public abstract sealed class Rubric permits ImmutableRubric {
    Rubric() {}

    /**
     * Starts a rubric.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the rubric of a competency on levels 1, 2, 3 and so on.
     *
     * @param competency the competency
     * @param anchors the anchors, that of level 1 first
     * @return the rubric
     */
    public static Rubric of(CompetencyId competency, String... anchors) {
        Builder builder = builder().competency(competency);
        for (int i = 0; i < anchors.length; i++) {
            builder.addAnchors(Anchor.of(i + 1, anchors[i]));
        }
        return builder.build();
    }

    /**
     * For which competency.
     *
     * @return the competency
     */
    public abstract CompetencyId competency();

    /**
     * For which of its behaviours.
     *
     * @return the behaviour; absent if it is for the competency as a whole, and for all behaviours without one of their own
     */
    public abstract Optional<BehaviourId> behaviour();

    /**
     * What the levels look like.
     *
     * @return the anchors, in the order given
     */
    public abstract List<Anchor> anchors();

    /**
     * What a level looks like.
     *
     * @param level the level
     * @return the text; empty between two anchors
     */
    public Optional<String> anchor(Points level) {
        return anchors().stream()
                .filter(anchor -> anchor.level().equals(level))
                .map(Anchor::text)
                .findFirst();
    }

    @Override
    public String toString() {
        return competency() + behaviour().map(b -> "/" + b).orElse("") + ", "
                + anchors().size() + " anchors";
    }

    /** Builds a {@link Rubric}. */
    public static final class Builder extends ImmutableRubric.Builder {
        Builder() {}
    }
}
