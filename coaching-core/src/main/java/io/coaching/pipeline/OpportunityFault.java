package io.coaching.pipeline;

import io.coaching.base.MessageCode;
import io.coaching.base.Severity;

/** What can be wrong with the history of an opportunity. Each says what the figures make of it. */
public enum OpportunityFault {
    /** No owner is known: it contributes nothing, for there is nobody to count it for. */
    NO_OWNER(Severity.ERROR, MessageCode.OPPORTUNITY_NO_OWNER),
    /** It was closed and nothing says when it began: the close counts, a start and a cycle do not. */
    NO_START(Severity.WARNING, MessageCode.OPPORTUNITY_NO_START),
    /** It was closed before it began: both count on their days; the cycle and the open stock do not. */
    CLOSED_BEFORE_START(Severity.WARNING, MessageCode.OPPORTUNITY_CLOSED_BEFORE_START),
    /** Something happened to it before the day it was created on: the earlier stage counts as its start. */
    EVENT_BEFORE_CREATION(Severity.WARNING, MessageCode.OPPORTUNITY_EVENT_BEFORE_CREATION),
    /** It has two days of creation: the first counts. */
    CREATED_TWICE(Severity.WARNING, MessageCode.OPPORTUNITY_CREATED_TWICE),
    /** A stage or an expected close came after it was closed, without a reopening: the stage is passed over. */
    EVENT_AFTER_CLOSE(Severity.WARNING, MessageCode.OPPORTUNITY_EVENT_AFTER_CLOSE),
    /** The amount changed after it was closed: the new one counts, on the day of the close. */
    AMOUNT_AFTER_CLOSE(Severity.NOTE, MessageCode.OPPORTUNITY_AMOUNT_AFTER_CLOSE),
    /** It was closed again without a reopening: the later close counts. */
    CLOSED_TWICE(Severity.WARNING, MessageCode.OPPORTUNITY_CLOSED_TWICE),
    /** It was reopened although it was not closed: that has no effect. */
    REOPENED_WHILE_OPEN(Severity.NOTE, MessageCode.OPPORTUNITY_REOPENED_WHILE_OPEN),
    /** It was won and no amount is known: the win counts, an amount does not. */
    WON_WITHOUT_AMOUNT(Severity.NOTE, MessageCode.OPPORTUNITY_WON_WITHOUT_AMOUNT),
    /** An amount is below zero: it counts as it is. */
    NEGATIVE_AMOUNT(Severity.WARNING, MessageCode.OPPORTUNITY_NEGATIVE_AMOUNT),
    /** Its amounts are in several currencies: each counts in its own. */
    MIXED_CURRENCIES(Severity.WARNING, MessageCode.OPPORTUNITY_MIXED_CURRENCIES),
    /** Two statements of one moment contradict each other, such as two owners: the later in the input counts. */
    CONFLICTING_EVENTS(Severity.WARNING, MessageCode.OPPORTUNITY_CONFLICTING_EVENTS),
    /** An event is there twice: that has no effect. */
    REPEATED_EVENT(Severity.NOTE, MessageCode.OPPORTUNITY_REPEATED_EVENT),
    /** Two moves fall on one moment, so that their order is that of the input. */
    ORDER_UNKNOWN(Severity.NOTE, MessageCode.OPPORTUNITY_ORDER_UNKNOWN),
    /** The process has no such stage: nothing can be said of what it follows. */
    UNKNOWN_STAGE(Severity.WARNING, MessageCode.OPPORTUNITY_UNKNOWN_STAGE),
    /** A stage of closed deals was entered as if it were an open one: the deal is not closed by it. */
    STAGE_OF_CLOSED_DEALS(Severity.WARNING, MessageCode.OPPORTUNITY_STAGE_OF_CLOSED_DEALS),
    /** It went back to an earlier stage: what it had reached stands. */
    STAGE_REGRESSED(Severity.NOTE, MessageCode.OPPORTUNITY_STAGE_REGRESSED),
    /** It was lost before it came into a counted stage: neither a start nor a loss. */
    LOST_BEFORE_COUNTED(Severity.NOTE, MessageCode.OPPORTUNITY_LOST_BEFORE_COUNTED);

    private final Severity severity;
    private final MessageCode code;

    OpportunityFault(Severity severity, MessageCode code) {
        this.severity = severity;
        this.code = code;
    }

    /**
     * How much it matters.
     *
     * @return an error only where the opportunity contributes nothing
     */
    public Severity severity() {
        return severity;
    }

    /**
     * How it is said.
     *
     * @return the code of the message
     */
    public MessageCode code() {
        return code;
    }
}
