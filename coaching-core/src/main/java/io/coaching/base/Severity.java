package io.coaching.base;

/** How much a finding matters. */
public enum Severity {
    /** Worth knowing; nothing is lost by it. */
    NOTE,
    /** Figures may be off where it applies. */
    WARNING,
    /** The record cannot be used, and was left out. */
    ERROR
}
