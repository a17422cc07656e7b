package io.coaching.pipeline;

import io.coaching.base.MeasureId;
import io.coaching.base.Money;
import io.coaching.base.PersonId;
import io.coaching.base.StageId;
import io.coaching.process.SalesProcess;
import io.coaching.process.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an opportunity contributes to the figures: facts of a measure, a person, a day and a value.
 *
 * <p>The facts follow from the whole history as it is known, so a change to the history changes them as a whole: replace
 * all facts of the opportunity's source together.
 *
 * <ul>
 *   <li>A close that was taken back by a reopening leaves no trace: the deal counts once, on its last close, and as open
 *       until then. So, over any period and for deals without a fault, open at the end is open at the beginning and
 *       started less won and lost.
 *   <li>The amount of a closed deal is the last one known, even if it was corrected after the close.
 *   <li>Counts, cycle days and amounts go whole to the owner, so that a person's average deal size divides what belongs
 *       together. {@link #CREDITED_AMOUNT} alone follows the credit: a won amount is split so that the parts add up.
 *   <li>{@link #OPEN} and {@link #OPEN_AMOUNT} are changes of a stock: their sum up to and including a day is what was
 *       open at the end of it. A deal that changes hands leaves one person's stock and enters another's.
 *   <li>Where the owner of a day is not known, the first known owner stands for it; without any owner there is no fact.
 *   <li>With a process ({@link #with(SalesProcess)}), a deal starts in its first counted stage, one that was lost before
 *       it contributes nothing, and the measures of stages are given: each at most once for a deal.
 *   <li>A deal closed before its start, or without one, has no cycle days and is in no stock.
 * </ul>
 *
 * <p>Immutable and thread-safe. Takes time in proportion to the number of events, times a small constant.
 */
public final class OpportunityMeasures {
    /** One for each deal, on the day it started. */
    public static final MeasureId STARTED = MeasureId.of("started");
    /** The amount on the day it started, where one was known by then. */
    public static final MeasureId STARTED_AMOUNT = MeasureId.of("started-amount");
    /** One for each win, on its day. */
    public static final MeasureId WON = MeasureId.of("won");
    /** The amount of a win, on its day. */
    public static final MeasureId WON_AMOUNT = MeasureId.of("won-amount");
    /** Calendar days from start to win, on the day of the win. */
    public static final MeasureId WON_DAYS = MeasureId.of("won-days");
    /** The amount of a win by credit, on its day. */
    public static final MeasureId CREDITED_AMOUNT = MeasureId.of("credited-amount");
    /** One for each loss, on its day. */
    public static final MeasureId LOST = MeasureId.of("lost");
    /** The amount of a loss, on its day, where one is known. */
    public static final MeasureId LOST_AMOUNT = MeasureId.of("lost-amount");
    /** Calendar days from start to loss, on the day of the loss. */
    public static final MeasureId LOST_DAYS = MeasureId.of("lost-days");
    /** Changes of the number of open deals. */
    public static final MeasureId OPEN = MeasureId.of("open");
    /** Changes of the amount of open deals. */
    public static final MeasureId OPEN_AMOUNT = MeasureId.of("open-amount");
    /** One for each win of new business. */
    public static final MeasureId NEW_BUSINESS_WON = MeasureId.of("new-business-won");
    /** The amount of a win of new business. */
    public static final MeasureId NEW_BUSINESS_WON_AMOUNT = MeasureId.of("new-business-won-amount");
    /** One for each renewal won. */
    public static final MeasureId RENEWAL_WON = MeasureId.of("renewal-won");
    /** The amount of a renewal won. */
    public static final MeasureId RENEWAL_WON_AMOUNT = MeasureId.of("renewal-won-amount");
    /** One for each renewal lost. */
    public static final MeasureId RENEWAL_LOST = MeasureId.of("renewal-lost");
    /** One for each expansion won. */
    public static final MeasureId EXPANSION_WON = MeasureId.of("expansion-won");
    /** The amount of an expansion won. */
    public static final MeasureId EXPANSION_WON_AMOUNT = MeasureId.of("expansion-won-amount");

    private static final List<MeasureId> IDS = List.of(
            STARTED,
            STARTED_AMOUNT,
            WON,
            WON_AMOUNT,
            WON_DAYS,
            CREDITED_AMOUNT,
            LOST,
            LOST_AMOUNT,
            LOST_DAYS,
            OPEN,
            OPEN_AMOUNT,
            NEW_BUSINESS_WON,
            NEW_BUSINESS_WON_AMOUNT,
            RENEWAL_WON,
            RENEWAL_WON_AMOUNT,
            RENEWAL_LOST,
            EXPANSION_WON,
            EXPANSION_WON_AMOUNT);
    private static final OpportunityMeasures DEFAULTS =
            new OpportunityMeasures(Attribution.OWNER_AT_EVENT, Optional.empty());

    private final Attribution attribution;
    private final Optional<SalesProcess> process;
    private final List<OfStage> stages;

    private OpportunityMeasures(Attribution attribution, Optional<SalesProcess> process) {
        this.attribution = attribution;
        this.process = process;
        stages = process.map(OpportunityMeasures::ofStages).orElse(List.of());
    }

    /** The measures of one open stage, made once and not for every deal. */
    private record OfStage(StageId stage, MeasureId entered, MeasureId reached, MeasureId passed) {}

    private static List<OfStage> ofStages(SalesProcess process) {
        return process.openStages().stream()
                .map(Stage::id)
                .map(id -> new OfStage(id, entered(id), reached(id), passed(id)))
                .toList();
    }

    /**
     * Facts belong to the owner on their day; no process is known.
     *
     * @return the defaults
     */
    public static OpportunityMeasures withDefaults() {
        return DEFAULTS;
    }

    /**
     * Says to whom facts belong.
     *
     * @param who the rule
     * @return the measures with that rule
     */
    public OpportunityMeasures with(Attribution who) {
        return new OpportunityMeasures(who, process);
    }

    /**
     * Says through which process deals go.
     *
     * @param inProcess the process
     * @return the measures with that process
     */
    public OpportunityMeasures with(SalesProcess inProcess) {
        return new OpportunityMeasures(attribution, Optional.of(inProcess));
    }

    /**
     * The measures that need no process.
     *
     * @return their ids
     */
    public static List<MeasureId> ids() {
        return IDS;
    }

    /**
     * The measures with a process: also those of its open stages.
     *
     * @param process the process
     * @return their ids
     */
    public static List<MeasureId> ids(SalesProcess process) {
        List<MeasureId> ids = new ArrayList<>(IDS);
        for (OfStage stage : ofStages(process)) {
            ids.addAll(List.of(stage.entered(), stage.reached(), stage.passed()));
        }
        return List.copyOf(ids);
    }

    /**
     * One for each deal that was in a stage, on the day it first came into it.
     *
     * @param stage an open stage
     * @return the id of the measure
     */
    public static MeasureId entered(StageId stage) {
        return MeasureId.of("entered:" + stage);
    }

    /**
     * One for each deal that was in a stage or went past it, on the first such day.
     *
     * @param stage an open stage
     * @return the id of the measure
     */
    public static MeasureId reached(StageId stage) {
        return MeasureId.of("reached:" + stage);
    }

    /**
     * One for each deal that came further than a stage, on the first such day; a win goes past all stages.
     *
     * @param stage an open stage
     * @return the id of the measure
     */
    public static MeasureId passed(StageId stage) {
        return MeasureId.of("passed:" + stage);
    }

    /**
     * Gives all facts of an opportunity.
     *
     * @param opportunity the opportunity
     * @param sink takes the facts, in no particular order
     */
    public void emit(Opportunity opportunity, FactSink sink) {
        List<PersonId> owners = owners(opportunity);
        if (!owners.isEmpty()) {
            new Emission(opportunity, sink, owners.get(0)).emit();
        }
    }

    /** The owners in the order in which they had the deal. */
    private static List<PersonId> owners(Opportunity opportunity) {
        List<PersonId> owners = new ArrayList<>();
        opportunity.initialOwner().ifPresent(owners::add);
        for (OpportunityEvent event : opportunity.events()) {
            if (event instanceof OpportunityEvent.OwnerChanged changed) {
                owners.add(changed.owner());
            }
        }
        return owners;
    }

    /** The facts of one opportunity. */
    private final class Emission {
        private final Opportunity opportunity;
        private final FactSink sink;
        private final PersonId firstOwner;
        private final State last;
        private final Optional<LocalDate> start;

        private Emission(Opportunity opportunity, FactSink sink, PersonId firstOwner) {
            this.opportunity = opportunity;
            this.sink = sink;
            this.firstOwner = firstOwner;
            last = State.last(opportunity);
            start = process.map(opportunity::startedOn).orElseGet(opportunity::startedOn);
        }

        private void emit() {
            boolean neverCounted = start.isEmpty()
                    && last.status == OpportunityStatus.LOST
                    && opportunity.startedOn().isPresent();
            if (neverCounted) {
                return;
            }
            LocalDate close = last.closed;
            start.ifPresent(this::emitStart);
            if (close != null) {
                emitClose(close);
            }
            if (start.isPresent() && (close == null || start.get().isBefore(close))) {
                emitOpen(start.get(), close);
            }
            process.ifPresent(this::emitStages);
        }

        private void emitStart(LocalDate day) {
            State state = State.on(opportunity, day);
            count(STARTED, owner(state), day, 1);
            money(STARTED_AMOUNT, owner(state), day, state.amount, 1);
        }

        private void emitClose(LocalDate day) {
            State state = State.on(opportunity, day);
            PersonId owner = owner(state);
            boolean won = last.status == OpportunityStatus.WON;
            Money amount = last.amount;
            count(won ? WON : LOST, owner, day, 1);
            money(won ? WON_AMOUNT : LOST_AMOUNT, owner, day, amount, 1);
            OptionalInt days = Opportunity.days(start, Optional.of(day));
            if (days.isPresent()) {
                count(won ? WON_DAYS : LOST_DAYS, owner, day, days.getAsInt());
            }
            if (won && amount != null) {
                Credit credit = attribution == Attribution.CURRENT_OWNER ? last.credit : state.credit;
                if (credit == null) {
                    money(CREDITED_AMOUNT, owner, day, amount, 1);
                } else {
                    credit.split(amount).forEach((person, share) -> money(CREDITED_AMOUNT, person, day, share, 1));
                }
            }
            if (opportunity.type().isPresent()) {
                emitType(opportunity.type().get(), won, owner, day);
            }
        }

        private void emitType(OpportunityType type, boolean won, PersonId owner, LocalDate day) {
            if (won) {
                count(
                        switch (type) {
                            case NEW_BUSINESS -> NEW_BUSINESS_WON;
                            case RENEWAL -> RENEWAL_WON;
                            case EXPANSION -> EXPANSION_WON;
                        },
                        owner,
                        day,
                        1);
                money(
                        switch (type) {
                            case NEW_BUSINESS -> NEW_BUSINESS_WON_AMOUNT;
                            case RENEWAL -> RENEWAL_WON_AMOUNT;
                            case EXPANSION -> EXPANSION_WON_AMOUNT;
                        },
                        owner,
                        day,
                        last.amount,
                        1);
            } else if (type == OpportunityType.RENEWAL) {
                count(RENEWAL_LOST, owner, day, 1);
            }
        }

        /** In on the day of the start, over on each day of a change, out on the day of the close. */
        private void emitOpen(LocalDate from, @Nullable LocalDate close) {
            PersonId owner = null;
            Money amount = null;
            for (LocalDate day : daysOfChange(from, close)) {
                State state = State.on(opportunity, day);
                PersonId newOwner = owner(state);
                if (newOwner.equals(owner)) {
                    emitChange(newOwner, day, amount, state.amount);
                } else {
                    if (owner != null) {
                        count(OPEN, owner, day, -1);
                        money(OPEN_AMOUNT, owner, day, amount, -1);
                    }
                    count(OPEN, newOwner, day, 1);
                    money(OPEN_AMOUNT, newOwner, day, state.amount, 1);
                }
                owner = newOwner;
                amount = state.amount;
            }
            if (close != null && owner != null) {
                count(OPEN, owner, close, -1);
                money(OPEN_AMOUNT, owner, close, amount, -1);
            }
        }

        private void emitChange(PersonId owner, LocalDate day, @Nullable Money before, @Nullable Money after) {
            if (before != null && after != null && before.currency().equals(after.currency())) {
                Money change = after.minus(before);
                money(OPEN_AMOUNT, owner, day, change.minorUnits() == 0 ? null : change, 1);
            } else {
                money(OPEN_AMOUNT, owner, day, before, -1);
                money(OPEN_AMOUNT, owner, day, after, 1);
            }
        }

        /** The start and the days after it, before the close, on which something happened. */
        private Set<LocalDate> daysOfChange(LocalDate from, @Nullable LocalDate close) {
            Set<LocalDate> days = new LinkedHashSet<>();
            days.add(from);
            for (OpportunityEvent event : opportunity.events()) {
                if (event.day().isAfter(from) && (close == null || event.day().isBefore(close))) {
                    days.add(event.day());
                }
            }
            return days;
        }

        private void emitStages(SalesProcess inProcess) {
            Map<StageId, LocalDate> entered = new LinkedHashMap<>();
            State state = new State(opportunity);
            for (OpportunityEvent event : opportunity.events()) {
                state.apply(event);
                StageId stage = state.workedOnIn();
                if (stage != null) {
                    entered.putIfAbsent(stage, event.day());
                }
            }
            Map<StageId, LocalDate> reached = opportunity.reached(inProcess);
            LocalDate past = last.status == OpportunityStatus.WON ? last.closed : null;
            for (int i = stages.size() - 1; i >= 0; i--) {
                OfStage stage = stages.get(i);
                LocalDate at = reached.get(stage.stage());
                once(stage.entered(), entered.get(stage.stage()));
                once(stage.reached(), at);
                once(stage.passed(), past);
                past = at;
            }
        }

        private void once(MeasureId measure, @Nullable LocalDate day) {
            if (day != null) {
                count(measure, owner(State.on(opportunity, day)), day, 1);
            }
        }

        private PersonId owner(State state) {
            PersonId owner = attribution == Attribution.CURRENT_OWNER ? last.owner : state.owner;
            return owner == null ? firstOwner : owner;
        }

        private void count(MeasureId measure, PersonId person, LocalDate day, long value) {
            sink.accept(measure, person, day, value, Optional.empty(), opportunity.source());
        }

        private void money(MeasureId measure, PersonId person, LocalDate day, @Nullable Money amount, int sign) {
            if (amount != null) {
                sink.accept(
                        measure,
                        person,
                        day,
                        sign * amount.minorUnits(),
                        Optional.of(amount.currency()),
                        opportunity.source());
            }
        }
    }
}
