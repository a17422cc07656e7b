package io.coaching.people;

/**
 * Why someone is away. No engine tells kinds apart, and none is ever printed: a leave only takes days out of what was
 * possible. {@link #OTHER} is enough where the reason is nobody's business.
 */
public enum LeaveKind {
    /** For a child. */
    PARENTAL,
    /** For reasons of health. */
    MEDICAL,
    /** Days off. */
    VACATION,
    /** A long break, or the time between two employments of the same person. */
    SABBATICAL,
    /** Any other reason, or none given. */
    OTHER
}
