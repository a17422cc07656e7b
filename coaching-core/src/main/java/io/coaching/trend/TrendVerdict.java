package io.coaching.trend;

import io.coaching.base.Band;
import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import java.util.Optional;

/**
 * What was decided about a series. Every colour, list and sentence of a result is derived from it.
 *
 * @param movement where it is heading
 * @param reason why there is nothing to decide on; only with {@link Movement#CANNOT_TELL}, and absent there where the evidence is
 *     merely too thin
 */
public record TrendVerdict(Movement movement, Optional<Reason> reason) {
    /**
     * Checks that a reason is given only where nothing can be told.
     *
     * @param movement where it is heading
     * @param reason why there is nothing to decide on
     */
    public TrendVerdict {
        Checks.that(
                reason.isEmpty() || movement == Movement.CANNOT_TELL,
                "reason must be given with CANNOT_TELL only: " + movement + ", " + reason);
    }

    /**
     * Returns a verdict.
     *
     * @param movement where it is heading
     * @return the verdict
     */
    public static TrendVerdict of(Movement movement) {
        return new TrendVerdict(movement, Optional.empty());
    }

    /**
     * Returns that there is nothing to decide on.
     *
     * @param reason why not
     * @return the verdict
     */
    public static TrendVerdict none(Reason reason) {
        return new TrendVerdict(Movement.CANNOT_TELL, Optional.of(reason));
    }

    /**
     * The colour.
     *
     * @return green if it improves, red if it declines, none without anything to decide on, otherwise yellow
     */
    public Band band() {
        return switch (movement) {
            case IMPROVING -> Band.GREEN;
            case DECLINING -> Band.RED;
            case STEADY -> Band.YELLOW;
            case CANNOT_TELL -> reason.isPresent() ? Band.NONE : Band.YELLOW;
        };
    }

    @Override
    public String toString() {
        return movement + reason.map(r -> ": " + r.text()).orElse("");
    }
}
