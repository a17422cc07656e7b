package io.coaching.pipeline;

import io.coaching.base.Money;
import io.coaching.base.PersonId;
import io.coaching.base.StageId;
import io.coaching.pipeline.OpportunityEvent.AmountChanged;
import io.coaching.pipeline.OpportunityEvent.CloseDateChanged;
import io.coaching.pipeline.OpportunityEvent.Created;
import io.coaching.pipeline.OpportunityEvent.CreditSplit;
import io.coaching.pipeline.OpportunityEvent.Lost;
import io.coaching.pipeline.OpportunityEvent.OwnerChanged;
import io.coaching.pipeline.OpportunityEvent.Reopened;
import io.coaching.pipeline.OpportunityEvent.StageEntered;
import io.coaching.pipeline.OpportunityEvent.Won;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is true of an opportunity after some of its events: the one place that says what each event does.
 *
 * <p>A close stands until a reopening, which takes it back; of two closes without one the later counts. What an event
 * cannot do in the state it meets (a stage entered by a closed deal, a reopening of an open one) it does not do;
 * {@link Faults} tells of it.
 */
final class State {
    OpportunityStatus status = OpportunityStatus.NOT_STARTED;

    @Nullable
    StageId stage;

    @Nullable
    PersonId owner;

    @Nullable
    Money amount;

    @Nullable
    LocalDate expectedClose;

    @Nullable
    Credit credit;

    @Nullable
    LocalDate closed;

    @Nullable
    LossReason lossReason;

    int reopenings;

    /** The state before the first event. */
    State(Opportunity of) {
        stage = of.initialStage().orElse(null);
        owner = of.initialOwner().orElse(null);
        amount = of.initialAmount().orElse(null);
        expectedClose = of.initialCloseDate().orElse(null);
    }

    /** The state at the end of a day. */
    static State on(Opportunity of, LocalDate day) {
        State state = new State(of);
        for (OpportunityEvent event : of.events()) {
            if (event.day().isAfter(day)) {
                break;
            }
            state.apply(event);
        }
        return state;
    }

    /** The state after all events. */
    static State last(Opportunity of) {
        return on(of, LocalDate.MAX);
    }

    boolean isClosed() {
        return status.isClosed();
    }

    /** The stage that the deal is worked on in: none before it starts and while it is closed. */
    @Nullable
    StageId workedOnIn() {
        return status == OpportunityStatus.OPEN ? stage : null;
    }

    void apply(OpportunityEvent event) {
        if (event instanceof Created) {
            open();
        } else if (event instanceof StageEntered entered) {
            if (!isClosed()) {
                open();
                stage = entered.stage();
            }
        } else if (event instanceof AmountChanged changed) {
            amount = changed.amount();
        } else if (event instanceof CloseDateChanged changed) {
            expectedClose = changed.expectedClose();
        } else if (event instanceof OwnerChanged changed) {
            if (credit != null && owner != null) {
                credit = credit.passedOn(owner, changed.owner());
            }
            owner = changed.owner();
        } else if (event instanceof CreditSplit split) {
            credit = split.credit();
        } else if (event instanceof Won) {
            close(OpportunityStatus.WON, event.day(), null);
        } else if (event instanceof Lost lost) {
            close(OpportunityStatus.LOST, event.day(), lost.reason().orElse(null));
        } else if (event instanceof Reopened && isClosed()) {
            status = OpportunityStatus.OPEN;
            closed = null;
            lossReason = null;
            reopenings++;
        }
    }

    private void open() {
        if (status == OpportunityStatus.NOT_STARTED) {
            status = OpportunityStatus.OPEN;
        }
    }

    private void close(OpportunityStatus how, LocalDate day, @Nullable LossReason reason) {
        status = how;
        closed = day;
        lossReason = reason;
    }
}
