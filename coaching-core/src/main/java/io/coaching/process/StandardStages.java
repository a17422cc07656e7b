package io.coaching.process;

import io.coaching.base.StageId;

/** The ids of the stages of the processes that come with the library. */
public final class StandardStages {
    /** A possible deal that has not been taken up. */
    public static final StageId PROSPECTING = StageId.of("prospecting");
    /** In conversation with the customer: the one worked-on stage of the simple process. */
    public static final StageId ENGAGING = StageId.of("engaging");
    /** Whether there is need, budget and authority. */
    public static final StageId QUALIFICATION = StageId.of("qualification");
    /** What the customer needs, and why. */
    public static final StageId DISCOVERY = StageId.of("discovery");
    /** The product has been shown. */
    public static final StageId DEMO = StageId.of("demo");
    /** An offer has been made. */
    public static final StageId PROPOSAL = StageId.of("proposal");
    /** Terms are being agreed on. */
    public static final StageId NEGOTIATION = StageId.of("negotiation");
    /** The customer has bought. */
    public static final StageId WON = StageId.of("won");
    /** The customer will not buy. */
    public static final StageId LOST = StageId.of("lost");

    private StandardStages() {}
}
