package io.coaching.goal;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One state of a target: how much, from which day on it was the agreed one, and why.
 *
 * @param since the day it took effect
 * @param value how much is to be reached in the whole period
 * @param reason why it was set or changed so, in a few words without names; absent if nobody said
 */
public record Revision(LocalDate since, TargetValue value, Optional<String> reason) {
    /**
     * Returns a revision without a reason.
     *
     * @param since the day it took effect
     * @param value how much is to be reached in the whole period
     * @return the revision
     */
    public static Revision of(LocalDate since, TargetValue value) {
        return new Revision(since, value, Optional.empty());
    }

    @Override
    public String toString() {
        return value + " since " + since + reason.map(r -> " (" + r + ")").orElse("");
    }
}
