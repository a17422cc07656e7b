package io.coaching.stats;

import java.util.List;

/**
 * A series cut into stretches of one level each.
 *
 * @param changes the first point of each new level, from 0, in order; none where the level never changes
 * @param cost what the stretches cost together, without any penalty
 */
public record Segmentation(List<Integer> changes, double cost) {
    /**
     * Keeps a copy.
     *
     * @param changes the first point of each new level
     * @param cost what the stretches cost together
     */
    public Segmentation {
        changes = List.copyOf(changes);
    }
}
