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

    // ---- people
    /** A record has the identifier of another one. */
    ID_REPEATED("{what} {id} is given more than once, and one is kept"),
    /** A record is about someone who is not among the people. */
    PERSON_UNKNOWN("{person} is not among the people"),
    /** A manager is not among the people. */
    MANAGER_UNKNOWN("manager {person} is not among the people, and is kept as an identifier only"),
    /** Someone is given as their own manager. */
    MANAGER_OF_SELF("{person} is given as their own manager, which is taken as having none"),
    /** A team, region or role is named that has no record, though others have. */
    GROUP_UNKNOWN("{what} {id} has no record, and is taken to stand alone"),
    /** Two assignments of a person begin on the same day. */
    ASSIGNMENT_REPEATED("{person} has more than one assignment from {day}, and one is kept"),
    /** An assignment begins before the hire. */
    ASSIGNMENT_BEFORE_HIRE("the assignment of {person} from {day} counts from the hire on {hired}"),
    /** An assignment begins after the exit. */
    ASSIGNMENT_AFTER_EXIT("the assignment of {person} from {day} begins after the last day, {last}"),
    /** No day of a leave is one of employment. */
    LEAVE_OUTSIDE_EMPLOYMENT("the leave of {person} from {day} lies outside the employment"),
    /** Some days of a leave are not days of employment. */
    LEAVE_PARTLY_OUTSIDE("the leave of {person} from {day} counts on days of employment only"),
    /** Leaves of a person overlap. */
    LEAVES_OVERLAP("leaves of {person} overlap from {day}, and each day counts once"),
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
