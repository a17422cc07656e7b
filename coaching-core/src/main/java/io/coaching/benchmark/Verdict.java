package io.coaching.benchmark;

import io.coaching.base.Band;
import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import java.util.Optional;

/**
 * What was decided about one figure. Every colour, mark, list and sentence of a result is derived from it, so that two
 * parts of a report never disagree.
 *
 * @param standing where the person stands
 * @param reason why there is no verdict; absent if there is one
 */
public record Verdict(Standing standing, Optional<Reason> reason) {
    /**
     * Checks that a reason is given exactly where there is no verdict.
     *
     * @param standing where the person stands
     * @param reason why there is no verdict
     */
    public Verdict {
        Checks.that(
                reason.isPresent() == (standing == Standing.NO_VERDICT),
                "reason must be given for NO_VERDICT and for nothing else: " + standing + ", " + reason);
    }

    /**
     * Returns a verdict.
     *
     * @param standing where the person stands, not {@link Standing#NO_VERDICT}
     * @return the verdict
     */
    public static Verdict of(Standing standing) {
        return new Verdict(standing, Optional.empty());
    }

    /**
     * Returns that there is no verdict.
     *
     * @param reason why not
     * @return the verdict
     */
    public static Verdict none(Reason reason) {
        return new Verdict(Standing.NO_VERDICT, Optional.of(reason));
    }

    /**
     * The colour.
     *
     * @return the band of the standing
     */
    public Band band() {
        return standing.band();
    }

    @Override
    public String toString() {
        return standing + reason.map(r -> ": " + r.text()).orElse("");
    }
}
