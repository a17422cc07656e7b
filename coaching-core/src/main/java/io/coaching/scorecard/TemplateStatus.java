package io.coaching.scorecard;

/** Where a version of a template stands in its life. It goes forward only. */
public enum TemplateStatus {
    /** Being written: it may be unsound, and no card may be filled in. */
    DRAFT,
    /** Tried by a few; cards may be filled in. */
    PILOT,
    /** In use. */
    LIVE,
    /** No longer in use: the cards of its time stay valid. */
    RETIRED;

    /**
     * Whether this step is allowed. A draft is piloted first or goes live at once; whatever was never used is simply
     * thrown away, so a draft does not retire.
     *
     * @param next where it is to go
     * @return true from draft to pilot or live, from pilot to live or retired, from live to retired
     */
    public boolean canBecome(TemplateStatus next) {
        return switch (this) {
            case DRAFT -> next == PILOT || next == LIVE;
            case PILOT -> next == LIVE || next == RETIRED;
            case LIVE -> next == RETIRED;
            case RETIRED -> false;
        };
    }
}
