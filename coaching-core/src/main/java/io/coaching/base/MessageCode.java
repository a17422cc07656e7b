package io.coaching.base;

/**
 * Everything that engines say, with its English pattern; names in braces are arguments. A test sees to it that each
 * code has a text, and a host can go through all of them to translate.
 */
public enum MessageCode {
    // ---- rows of imports
    /** A row could not be read as its format asks. */
    ROW_MALFORMED("row cannot be read: {detail}"),
    /** A required value is missing. */
    VALUE_MISSING("{column} is missing"),
    /** A value is not of its kind. */
    VALUE_NOT_READABLE("{column} is not {expected}: \"{value}\""),
    /** A value was rejected by a check. */
    VALUE_REJECTED("{column} was refused: {detail}"),
    /** A limit was reached, and reading stopped. */
    LIMIT_REACHED("reading stopped: more than {limit} {of}"),
    ;

    private final String english;

    MessageCode(String english) {
        this.english = english;
    }

    /**
     * The English pattern.
     *
     * @return the pattern, with names of arguments in braces
     */
    public String english() {
        return english;
    }
}
