package io.coaching.pipeline;

import io.coaching.base.Money;
import io.coaching.base.StageId;
import io.coaching.pipeline.OpportunityEvent.AmountChanged;
import io.coaching.pipeline.OpportunityEvent.CloseDateChanged;
import io.coaching.pipeline.OpportunityEvent.Created;
import io.coaching.pipeline.OpportunityEvent.Lost;
import io.coaching.pipeline.OpportunityEvent.Reopened;
import io.coaching.pipeline.OpportunityEvent.StageEntered;
import io.coaching.pipeline.OpportunityEvent.Won;
import io.coaching.process.SalesProcess;
import io.coaching.process.Stage;
import io.coaching.process.StageKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for what is wrong with one opportunity. */
final class Faults {
    private final Opportunity opportunity;
    private final @Nullable SalesProcess process;
    private final List<OpportunityFinding> found = new ArrayList<>();

    private Faults(Opportunity opportunity, @Nullable SalesProcess process) {
        this.opportunity = opportunity;
        this.process = process;
    }

    static List<OpportunityFinding> of(Opportunity opportunity, @Nullable SalesProcess process) {
        Faults faults = new Faults(opportunity, process);
        faults.checkWhole();
        faults.checkAmounts();
        faults.checkOrder();
        faults.checkMoves();
        if (process != null) {
            faults.checkStages(process);
        }
        faults.found.sort(Comparator.comparing(OpportunityFinding::fault)
                .thenComparing(finding -> finding.day().orElse(LocalDate.MIN)));
        return List.copyOf(faults.found);
    }

    private void add(OpportunityFault fault, @Nullable LocalDate day, @Nullable String detail) {
        found.add(
                new OpportunityFinding(opportunity.id(), fault, Optional.ofNullable(day), Optional.ofNullable(detail)));
    }

    private void checkWhole() {
        Optional<LocalDate> started = opportunity.startedOn();
        Optional<LocalDate> closed = opportunity.closedOn();
        if (opportunity.owner().isEmpty()) {
            add(OpportunityFault.NO_OWNER, null, null);
        }
        if (closed.isPresent() && started.isEmpty()) {
            add(OpportunityFault.NO_START, closed.get(), null);
        }
        if (closed.isPresent() && started.isPresent() && closed.get().isBefore(started.get())) {
            add(
                    OpportunityFault.CLOSED_BEFORE_START,
                    closed.get(),
                    started.get().toString());
        }
        if (opportunity.status() == OpportunityStatus.WON
                && opportunity.amount().isEmpty()) {
            add(OpportunityFault.WON_WITHOUT_AMOUNT, opportunity.closedOn().orElse(null), null);
        }
        if (process != null
                && opportunity.status() == OpportunityStatus.LOST
                && started.isPresent()
                && opportunity.startedOn(process).isEmpty()) {
            add(OpportunityFault.LOST_BEFORE_COUNTED, opportunity.closedOn().orElse(null), null);
        }
    }

    private void checkAmounts() {
        Set<Currency> currencies = new HashSet<>();
        opportunity.initialAmount().ifPresent(amount -> checkAmount(amount, null, currencies));
        for (OpportunityEvent event : opportunity.events()) {
            if (event instanceof AmountChanged changed) {
                checkAmount(changed.amount(), event.day(), currencies);
            }
        }
    }

    private void checkAmount(Money amount, @Nullable LocalDate day, Set<Currency> currencies) {
        if (amount.amount().signum() < 0) {
            add(OpportunityFault.NEGATIVE_AMOUNT, day, amount.toString());
        }
        if (currencies.add(amount.currency()) && currencies.size() > 1) {
            add(OpportunityFault.MIXED_CURRENCIES, day, amount.toString());
        }
    }

    /** Compares each event with those of the same moment before it. */
    private void checkOrder() {
        List<OpportunityEvent> events = opportunity.events();
        int from = 0;
        for (int i = 1; i < events.size(); i++) {
            OpportunityEvent event = events.get(i);
            from = isSameMoment(events.get(from), event) ? from : i;
            List<OpportunityEvent> earlier = events.subList(from, i);
            if (earlier.contains(event)) {
                add(OpportunityFault.REPEATED_EVENT, event.day(), name(event));
            } else if (isMove(event) && earlier.stream().anyMatch(Faults::isMoveInDoubt)) {
                add(OpportunityFault.ORDER_UNKNOWN, event.day(), name(event));
            } else if (earlier.stream().anyMatch(other -> other.getClass() == event.getClass())) {
                add(OpportunityFault.CONFLICTING_EVENTS, event.day(), name(event));
            }
        }
    }

    private static boolean isSameMoment(OpportunityEvent a, OpportunityEvent b) {
        return a.day().equals(b.day()) && a.sequence() == b.sequence();
    }

    private static boolean isMove(OpportunityEvent event) {
        return event instanceof StageEntered
                || event instanceof Won
                || event instanceof Lost
                || event instanceof Reopened;
    }

    /** A reopening on the day of the next stage comes before it: nothing else makes sense. */
    private static boolean isMoveInDoubt(OpportunityEvent event) {
        return isMove(event) && !(event instanceof Reopened);
    }

    private static String name(OpportunityEvent event) {
        return event.getClass().getSimpleName();
    }

    /** Follows the history and looks at what each event meets. */
    private void checkMoves() {
        Optional<LocalDate> created = opportunity.events().stream()
                .filter(event -> event instanceof Created)
                .map(OpportunityEvent::day)
                .findFirst();
        State state = new State(opportunity);
        for (OpportunityEvent event : opportunity.events()) {
            LocalDate day = event.day();
            LocalDate closed = state.closed;
            boolean isClose = event instanceof Won || event instanceof Lost;
            if (created.isPresent()) {
                if (event instanceof Created && !day.equals(created.get())) {
                    add(OpportunityFault.CREATED_TWICE, day, null);
                } else if (!isClose && day.isBefore(created.get())) {
                    add(OpportunityFault.EVENT_BEFORE_CREATION, day, name(event));
                }
            }
            if (closed != null) {
                if (isClose && !day.equals(closed)) {
                    add(OpportunityFault.CLOSED_TWICE, day, name(event));
                } else if (isClose && state.status != status(event)) {
                    add(OpportunityFault.CLOSED_TWICE, day, name(event));
                } else if (event instanceof AmountChanged && day.isAfter(closed)) {
                    add(OpportunityFault.AMOUNT_AFTER_CLOSE, day, name(event));
                } else if (event instanceof StageEntered
                        || (event instanceof CloseDateChanged && day.isAfter(closed))) {
                    add(OpportunityFault.EVENT_AFTER_CLOSE, day, name(event));
                }
            } else if (event instanceof Reopened) {
                add(OpportunityFault.REOPENED_WHILE_OPEN, day, null);
            }
            state.apply(event);
        }
    }

    private static OpportunityStatus status(OpportunityEvent close) {
        return close instanceof Won ? OpportunityStatus.WON : OpportunityStatus.LOST;
    }

    private void checkStages(SalesProcess inProcess) {
        StageId before = opportunity.initialStage().orElse(null);
        if (before != null) {
            checkStage(inProcess, before, null);
        }
        for (OpportunityEvent event : opportunity.events()) {
            if (event instanceof StageEntered entered) {
                checkStage(inProcess, entered.stage(), event.day());
                if (before != null && inProcess.isRegress(before, entered.stage())) {
                    add(OpportunityFault.STAGE_REGRESSED, event.day(), before + " to " + entered.stage());
                }
                before = entered.stage();
            }
        }
    }

    private void checkStage(SalesProcess inProcess, StageId id, @Nullable LocalDate day) {
        Optional<Stage> stage = inProcess.stage(id);
        if (stage.isEmpty()) {
            add(OpportunityFault.UNKNOWN_STAGE, day, id.value());
        } else if (stage.get().kind() != StageKind.OPEN) {
            add(OpportunityFault.STAGE_OF_CLOSED_DEALS, day, id.value());
        }
    }
}
