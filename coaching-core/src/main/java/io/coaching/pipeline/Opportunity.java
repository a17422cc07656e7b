package io.coaching.pipeline;

import io.coaching.base.Money;
import io.coaching.base.OpportunityId;
import io.coaching.base.PersonId;
import io.coaching.base.ProcessId;
import io.coaching.base.SourceId;
import io.coaching.base.StageId;
import io.coaching.internal.check.Checks;
import io.coaching.pipeline.OpportunityEvent.AmountChanged;
import io.coaching.pipeline.OpportunityEvent.CloseDateChanged;
import io.coaching.pipeline.OpportunityEvent.Created;
import io.coaching.pipeline.OpportunityEvent.OwnerChanged;
import io.coaching.pipeline.OpportunityEvent.Reopened;
import io.coaching.pipeline.OpportunityEvent.StageEntered;
import io.coaching.process.SalesProcess;
import io.coaching.process.Stage;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Cadence;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A deal as the history of what happened to it.
 *
 * <p>The model is what was true when the history begins ({@link #initialOwner} and so on) and the events since, in the
 * order of their days, whatever the order in which they arrive. Everything else is worked out from these: how the deal
 * stands, or stood on a day, who owned it, how long it was where. A plain export without a history is the simple case;
 * {@link #plain} builds it.
 *
 * <p>What is true <em>on a day</em> is what is true at its end.
 *
 * <p>A close stands until the deal is reopened. Reopening takes the close back, with its date and reason: a deal lost in
 * March, reopened in May and won in June was won in June, and was never lost. Who asks how it stood in April
 * ({@link #statusOn}) is told that it was lost.
 *
 * <p>Faulty histories are accepted, not mended and not refused: {@link #findings()} lists what is wrong. Immutable.
 *
 * <pre>{@code
 * Opportunity.plain("1C1I7A6R").owner(moses).created(LocalDate.of(2016, 10, 20))
 *         .won(LocalDate.of(2017, 3, 1), Money.of(1054, "USD")).build().cycleDays(); // 132
 * }</pre>
 */
@Value.Immutable
public abstract sealed class Opportunity permits ImmutableOpportunity {
    private static final Comparator<OpportunityEvent> IN_TIME =
            Comparator.comparing(OpportunityEvent::day).thenComparingInt(OpportunityEvent::sequence);

    Opportunity() {}

    /**
     * Starts an opportunity.
     *
     * @return a builder that needs an id
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts an opportunity of which little more than start and end is known.
     *
     * @param id its id
     * @return a builder
     */
    public static PlainOpportunity plain(OpportunityId id) {
        return new PlainOpportunity(id);
    }

    /**
     * Starts an opportunity of which little more than start and end is known.
     *
     * @param id its id
     * @return a builder
     */
    public static PlainOpportunity plain(String id) {
        return plain(OpportunityId.of(id));
    }

    /**
     * Identifies the opportunity.
     *
     * @return the id
     */
    public abstract OpportunityId id();

    /**
     * The sales process that it goes through.
     *
     * @return the id of the process, if there are several to tell apart
     */
    public abstract Optional<ProcessId> process();

    /**
     * The customer.
     *
     * @return the account, if known
     */
    public abstract Optional<String> account();

    /**
     * What is being sold.
     *
     * @return the product, if known
     */
    public abstract Optional<String> product();

    /**
     * Whether it is new business, a renewal or an expansion.
     *
     * @return the type, if known
     */
    public abstract Optional<OpportunityType> type();

    /**
     * The record that its facts belong to: they are replaced or erased together.
     *
     * @return {@code opportunity:} and the id unless said otherwise
     */
    @Value.Default
    public SourceId source() {
        String prefixed = "opportunity:" + id();
        return SourceId.of(prefixed.length() <= Checks.MAX_ID_LENGTH ? prefixed : id().value());
    }

    /**
     * Who owned it when the history begins.
     *
     * @return the owner until the first {@link OwnerChanged}, if known
     */
    public abstract Optional<PersonId> initialOwner();

    /**
     * The stage it was in when the history begins.
     *
     * @return the stage until the first {@link StageEntered}, if known
     */
    public abstract Optional<StageId> initialStage();

    /**
     * The amount when the history begins.
     *
     * @return the amount until the first {@link AmountChanged}, if known
     */
    public abstract Optional<Money> initialAmount();

    /**
     * When it was expected to close when the history begins.
     *
     * @return the expected day until the first {@link CloseDateChanged}, if known
     */
    public abstract Optional<LocalDate> initialCloseDate();

    /**
     * What happened.
     *
     * @return the events by day and sequence; those equal in both in the order in which they were given
     */
    public abstract List<OpportunityEvent> events();

    @Value.Check
    Opportunity normalised() {
        List<OpportunityEvent> sorted = new ArrayList<>(events());
        sorted.sort(IN_TIME);
        return sorted.equals(events())
                ? this
                : builder().from(this).events(sorted).build();
    }

    /**
     * This opportunity with more events, which may have arrived late and in any order.
     *
     * @param more the events; one that is already known, alike in everything, is not added again
     * @return the opportunity with all of them
     */
    public Opportunity withEvents(Collection<? extends OpportunityEvent> more) {
        Set<OpportunityEvent> added = new LinkedHashSet<>(more);
        events().forEach(added::remove);
        return added.isEmpty() ? this : builder().from(this).addAllEvents(added).build();
    }

    /**
     * This opportunity with more events, which may have arrived late and in any order.
     *
     * @param more the events; one that is already known, alike in everything, is not added again
     * @return the opportunity with all of them
     */
    public Opportunity withEvents(OpportunityEvent... more) {
        return withEvents(Arrays.asList(more));
    }

    /**
     * Reads an open stage that was entered after a close as a reopening, as histories of stages without such an event
     * mean it.
     *
     * @return the opportunity with a {@link Reopened} before each such stage; the same if there is none
     */
    public Opportunity reopenedByStages() {
        List<OpportunityEvent> events = new ArrayList<>();
        State state = new State(this);
        for (OpportunityEvent event : events()) {
            if (event instanceof StageEntered && state.isClosed()) {
                Reopened reopened = new Reopened(event.day(), event.sequence());
                events.add(reopened);
                state.apply(reopened);
            }
            events.add(event);
            state.apply(event);
        }
        return events.size() == events().size()
                ? this
                : builder().from(this).events(events).build();
    }

    /**
     * How it stands after all events.
     *
     * @return the status
     */
    public OpportunityStatus status() {
        return State.last(this).status;
    }

    /**
     * How it stood at the end of a day.
     *
     * @param day a day
     * @return the status
     */
    public OpportunityStatus statusOn(LocalDate day) {
        return State.on(this, day).status;
    }

    /**
     * Who owns it after all events.
     *
     * @return the owner, if known
     */
    public Optional<PersonId> owner() {
        return Optional.ofNullable(State.last(this).owner);
    }

    /**
     * Who owned it at the end of a day.
     *
     * @param day a day
     * @return the owner, if known by then
     */
    public Optional<PersonId> ownerOn(LocalDate day) {
        return Optional.ofNullable(State.on(this, day).owner);
    }

    /**
     * The amount after all events: of a closed deal the one that it was closed at, or corrected to since.
     *
     * @return the amount, if known
     */
    public Optional<Money> amount() {
        return Optional.ofNullable(State.last(this).amount);
    }

    /**
     * The amount at the end of a day.
     *
     * @param day a day
     * @return the amount, if known by then
     */
    public Optional<Money> amountOn(LocalDate day) {
        return Optional.ofNullable(State.on(this, day).amount);
    }

    /**
     * The open stage it is in after all events, or was in when it was closed.
     *
     * @return the stage, if known
     */
    public Optional<StageId> stage() {
        return Optional.ofNullable(State.last(this).stage);
    }

    /**
     * The open stage it was in at the end of a day, or had been in when it was closed.
     *
     * @param day a day
     * @return the stage, if known by then
     */
    public Optional<StageId> stageOn(LocalDate day) {
        return Optional.ofNullable(State.on(this, day).stage);
    }

    /**
     * When it is, or last was, expected to close. It is not when it did: see {@link #closedOn}.
     *
     * @return the day, if known
     */
    public Optional<LocalDate> expectedClose() {
        return Optional.ofNullable(State.last(this).expectedClose);
    }

    /**
     * When, at the end of a day, it was expected to close.
     *
     * @param day a day
     * @return the expected day, if known by then
     */
    public Optional<LocalDate> expectedCloseOn(LocalDate day) {
        return Optional.ofNullable(State.on(this, day).expectedClose);
    }

    /**
     * Who had a share in it at the end of a day: the last split by then, or all to the owner. When the deal changes
     * hands, the old owner's share passes to the new one.
     *
     * @param day a day
     * @return the credit, unless neither a split nor an owner was known by then
     */
    public Optional<Credit> creditOn(LocalDate day) {
        State state = State.on(this, day);
        return state.credit != null
                ? Optional.of(state.credit)
                : Optional.ofNullable(state.owner).map(Credit::to);
    }

    /**
     * The day on which it was taken up.
     *
     * @return the day of the first event that opened it: its creation or the first stage it entered, whichever came
     *     first; nothing if there is no such event
     */
    public Optional<LocalDate> startedOn() {
        State state = new State(this);
        Optional<LocalDate> createdAfterClose = Optional.empty();
        for (OpportunityEvent event : events()) {
            state.apply(event);
            if (state.status == OpportunityStatus.OPEN) {
                return Optional.of(event.day());
            }
            if (event instanceof Created && createdAfterClose.isEmpty()) {
                createdAfterClose = Optional.of(event.day());
            }
        }
        return createdAfterClose;
    }

    /**
     * The day on which it began to count: when it came into a counted stage of a process.
     *
     * <p>A win counts as having passed every stage, so a deal won straight from an earlier stage starts, and ends, on
     * that day. One that was lost before it counted never started. Where nothing is known of its stages it starts when it
     * was taken up ({@link #startedOn()}).
     *
     * @param process the process that says which stages count
     * @return the day, or nothing if it has not come so far
     */
    public Optional<LocalDate> startedOn(SalesProcess process) {
        if (!hasStagesOf(process)) {
            return startedOn();
        }
        State state = new State(this);
        for (OpportunityEvent event : events()) {
            state.apply(event);
            StageId stage = state.workedOnIn();
            if (stage != null && process.isCounted(stage)) {
                return Optional.of(event.day());
            }
        }
        return wonOn();
    }

    private boolean hasStagesOf(SalesProcess process) {
        return initialStage().filter(process::contains).isPresent()
                || events().stream()
                        .anyMatch(event -> event instanceof StageEntered entered && process.contains(entered.stage()));
    }

    /**
     * The day on which it was closed for good.
     *
     * @return the day it was won or lost, unless it is open, or open again
     */
    public Optional<LocalDate> closedOn() {
        return Optional.ofNullable(State.last(this).closed);
    }

    /**
     * The day on which it was won.
     *
     * @return the day, if it is won
     */
    public Optional<LocalDate> wonOn() {
        return status() == OpportunityStatus.WON ? closedOn() : Optional.empty();
    }

    /**
     * The day on which it was lost.
     *
     * @return the day, if it is lost
     */
    public Optional<LocalDate> lostOn() {
        return status() == OpportunityStatus.LOST ? closedOn() : Optional.empty();
    }

    /**
     * Why it was lost.
     *
     * @return the reason, if it is lost and the reason is known
     */
    public Optional<LossReason> lossReason() {
        return Optional.ofNullable(State.last(this).lossReason);
    }

    /**
     * The currency of its amount.
     *
     * @return that of the last amount, if there is one
     */
    public Optional<Currency> currency() {
        return amount().map(Money::currency);
    }

    /**
     * The length of the sales cycle: calendar days from start to close.
     *
     * @return 0 or more; nothing while it is open, or where the start is unknown or after the close
     */
    public OptionalInt cycleDays() {
        return days(startedOn(), closedOn());
    }

    /** Days between two days that are known and in this order. */
    static OptionalInt days(Optional<LocalDate> from, Optional<LocalDate> to) {
        return from.isPresent() && to.isPresent() && !to.get().isBefore(from.get())
                ? OptionalInt.of((int) (to.get().toEpochDay() - from.get().toEpochDay()))
                : OptionalInt.empty();
    }

    /**
     * How often it was taken up again after a close.
     *
     * @return 0 or more
     */
    public int reopenings() {
        return State.last(this).reopenings;
    }

    /**
     * How often the expected close was put off to a later day before the deal was closed.
     *
     * @return the push count
     */
    public int pushes() {
        int[] pushes = {0};
        forEachChangeOfCloseDate((from, to) -> pushes[0] += to.isAfter(from) ? 1 : 0);
        return pushes[0];
    }

    /**
     * By how many days the expected close was put off, added up; pulling it in takes nothing away.
     *
     * @return the days
     */
    public int pushedDays() {
        int[] days = {0};
        forEachChangeOfCloseDate((from, to) -> days[0] += (int) Math.max(0, to.toEpochDay() - from.toEpochDay()));
        return days[0];
    }

    /**
     * How often the expected close slipped out of its period into a later one.
     *
     * @param calendar the calendar that says what a period is
     * @param cadence what kind of period
     * @return at most {@link #pushes()}
     */
    public int slippages(BusinessCalendar calendar, Cadence cadence) {
        int[] slips = {0};
        forEachChangeOfCloseDate((from, to) -> {
            Span period = calendar.periodOf(cadence, from).span();
            slips[0] += to.isBefore(period.endExclusive()) ? 0 : 1;
        });
        return slips[0];
    }

    private void forEachChangeOfCloseDate(BiConsumer<LocalDate, LocalDate> change) {
        State state = new State(this);
        for (OpportunityEvent event : events()) {
            LocalDate before = state.expectedClose;
            state.apply(event);
            LocalDate after = state.expectedClose;
            if (event instanceof CloseDateChanged && before != null && after != null && !state.isClosed()) {
                change.accept(before, after);
            }
        }
    }

    /**
     * Its stays in stages, in order, up to a day.
     *
     * <p>Days on which it was closed, between a close and a reopening, belong to no stage; a reopened deal goes on in
     * the stage that it was closed in. Entering the stage that it is in already is no new visit.
     *
     * @param asOf the last day that is known: a stay that goes on is counted up to it
     * @return the visits; none where no stage is known
     */
    public List<StageVisit> stageVisits(LocalDate asOf) {
        List<StageVisit> visits = new ArrayList<>();
        State state = new State(this);
        StageId current = null;
        LocalDate since = asOf;
        for (OpportunityEvent event : events()) {
            if (event.day().isAfter(asOf)) {
                break;
            }
            state.apply(event);
            StageId now = state.workedOnIn();
            if (!Objects.equals(now, current)) {
                addVisit(visits, current, since, event.day());
                current = now;
                since = event.day();
            }
        }
        addVisit(visits, current, since, asOf);
        return Collections.unmodifiableList(visits);
    }

    private static void addVisit(List<StageVisit> visits, @Nullable StageId stage, LocalDate from, LocalDate to) {
        if (stage != null) {
            visits.add(new StageVisit(stage, Span.of(from, to)));
        }
    }

    /**
     * How long it was in each stage, all visits together, up to a day.
     *
     * @param asOf the last day that is known
     * @return calendar days by stage, in the order of the first visit
     */
    public Map<StageId, Integer> stageDays(LocalDate asOf) {
        Map<StageId, Integer> days = new LinkedHashMap<>();
        for (StageVisit visit : stageVisits(asOf)) {
            days.merge(visit.stage(), visit.span().days(), Integer::sum);
        }
        return Collections.unmodifiableMap(days);
    }

    /**
     * How long it was open up to a day: without the days between a close and a reopening.
     *
     * @param asOf the last day that is known
     * @return calendar days; the sum of {@link #stageDays} where the stage was always known
     */
    public int openDays(LocalDate asOf) {
        int days = 0;
        State state = new State(this);
        LocalDate before = asOf;
        for (OpportunityEvent event : events()) {
            if (event.day().isAfter(asOf)) {
                break;
            }
            days += state.status == OpportunityStatus.OPEN
                    ? Span.of(before, event.day()).days()
                    : 0;
            before = event.day();
            state.apply(event);
        }
        return days
                + (state.status == OpportunityStatus.OPEN
                        ? Span.of(before, asOf).days()
                        : 0);
    }

    /**
     * When it first reached or passed each open stage: skipping a stage passes it, going back takes nothing away, and a
     * win passes them all.
     *
     * @param process the process that says which stage follows which
     * @return the first day by stage, in the order of the process; without the stages that it did not reach
     */
    public Map<StageId, LocalDate> reached(SalesProcess process) {
        List<Stage> stages = process.openStages();
        Map<StageId, LocalDate> reached = new LinkedHashMap<>();
        State state = new State(this);
        for (OpportunityEvent event : events()) {
            state.apply(event);
            StageId stage = state.workedOnIn();
            int index = stage == null ? -1 : process.indexOf(stage);
            for (int i = reached.size(); i <= index && i < stages.size(); i++) {
                reached.put(stages.get(i).id(), event.day());
            }
        }
        wonOn().ifPresent(won -> stages.forEach(stage -> reached.putIfAbsent(stage.id(), won)));
        return Collections.unmodifiableMap(reached);
    }

    /**
     * What is wrong with the history, as far as it can be told without knowing the process.
     *
     * @return the findings, in the order of the faults and then of the days; none if all is well
     */
    public List<OpportunityFinding> findings() {
        return Faults.of(this, null);
    }

    /**
     * What is wrong with the history.
     *
     * @param process the process that it went through
     * @return the findings, in the order of the faults and then of the days; none if all is well
     */
    public List<OpportunityFinding> findings(SalesProcess process) {
        return Faults.of(this, process);
    }

    /**
     * The id, how it stands, and since when.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return id() + ": " + status() + closedOn().map(day -> " on " + day).orElse("")
                + amount().map(money -> ", " + money).orElse("");
    }

    /** Builds an {@link Opportunity}. */
    public static final class Builder extends ImmutableOpportunity.Builder {
        Builder() {}
    }
}
