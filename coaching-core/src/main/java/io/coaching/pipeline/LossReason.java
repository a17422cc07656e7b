package io.coaching.pipeline;

import io.coaching.internal.check.Checks;

/**
 * Why a deal was lost. The vocabulary is open: constants stand for what most lists have, {@link #of} takes any other.
 *
 * @param value the reason: stripped, not blank, at most 256 characters, none of them a control character
 */
public record LossReason(String value) implements Comparable<LossReason> {
    /** Too expensive. */
    public static final LossReason PRICE = new LossReason("price");
    /** Another seller was preferred. */
    public static final LossReason COMPETITOR = new LossReason("competitor");
    /** The customer decided on nothing. */
    public static final LossReason NO_DECISION = new LossReason("no-decision");
    /** Not now. */
    public static final LossReason TIMING = new LossReason("timing");
    /** There was no money for it. */
    public static final LossReason BUDGET = new LossReason("budget");
    /** The product did not fit the need. */
    public static final LossReason FIT = new LossReason("fit");
    /** Any other reason. */
    public static final LossReason OTHER = new LossReason("other");

    /**
     * Strips and checks the reason.
     *
     * @param value the reason
     * @throws IllegalArgumentException if it is blank, too long or holds control characters
     */
    public LossReason {
        value = Checks.id(value, "loss reason");
    }

    /**
     * Returns a reason.
     *
     * @param value the reason
     * @return the reason
     */
    public static LossReason of(String value) {
        return new LossReason(value);
    }

    @Override
    public int compareTo(LossReason other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
