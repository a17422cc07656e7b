package io.coaching.scorecard;

import io.coaching.base.Catalogue;
import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.time.Cadence;
import io.coaching.time.CalendarPeriod;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/** How well a {@link ReviewSchedule} was kept: each person's turn in each period. */
@Value.Immutable
public abstract sealed class ScheduleAdherence implements Result permits ImmutableScheduleAdherence {
    ScheduleAdherence() {}

    /**
     * Starts a result.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * How often everyone is to be reviewed.
     *
     * @return once in every such period
     */
    public abstract Cadence cadence();

    /**
     * The days that were looked at.
     *
     * @return the span
     */
    public abstract Span span();

    /**
     * Each person's turn in each whole period that had begun.
     *
     * @return the turns, sorted by person and period
     */
    public abstract List<ScheduledReview> turns();

    @Override
    public abstract Provenance provenance();

    /**
     * The turns of one person.
     *
     * @param person who
     * @return the turns, in order of time
     */
    public List<ScheduledReview> of(PersonId person) {
        return turns().stream().filter(turn -> turn.person().equals(person)).toList();
    }

    /**
     * The turns of a state.
     *
     * @param state the state
     * @return the turns
     */
    public List<ScheduledReview> turns(ScheduledState state) {
        return turns().stream().filter(turn -> turn.state() == state).toList();
    }

    /**
     * The turns that were missed.
     *
     * @return the turns, sorted by person and period
     */
    public List<ScheduledReview> missed() {
        return turns(ScheduledState.MISSED);
    }

    /**
     * The share of turns that were kept, of all that were due. The interval takes them for independent; where some people miss all
     * of theirs it is too narrow.
     *
     * @return the share with its Wilson interval; undefined where nothing was due
     */
    public Estimate onTime() {
        return onTime(turns());
    }

    /**
     * The share of one person's turns that were kept.
     *
     * @param person who
     * @return the share with its Wilson interval; undefined where nothing was due
     */
    public Estimate onTime(PersonId person) {
        return onTime(of(person));
    }

    private static Estimate onTime(List<ScheduledReview> turns) {
        long kept = count(turns, ScheduledState.REVIEWED);
        long due = kept + count(turns, ScheduledState.MISSED);
        return CountedShare.of(kept, due, "turns kept / turns due", "turns", Reason.NO_DATA);
    }

    private static long count(List<ScheduledReview> turns, ScheduledState state) {
        return turns.stream().filter(turn -> turn.state() == state).count();
    }

    private List<PersonId> people() {
        return turns().stream().map(ScheduledReview::person).distinct().toList();
    }

    @Override
    public String table() {
        TextTable table = TextTable.of("person", ">reviewed", ">missed", ">excused", ">running", ">on time");
        people().forEach(person -> row(table, person.value(), of(person)));
        row(table, "all", turns());
        return table.toString();
    }

    private static void row(TextTable table, String name, List<ScheduledReview> turns) {
        table.row(
                name,
                Figures.count(count(turns, ScheduledState.REVIEWED)),
                Figures.count(count(turns, ScheduledState.MISSED)),
                Figures.count(count(turns, ScheduledState.EXCUSED)),
                Figures.count(count(turns, ScheduledState.RUNNING)),
                onTime(turns) instanceof Known share ? Figures.percent(share.value(), 0) : "");
    }

    @Override
    public String explain(Catalogue catalogue) {
        var messages = new ArrayList<Message>();
        messages.add(Message.of(MessageCode.SCHEDULE_RULE)
                .with("cadence", cadence().name().toLowerCase(java.util.Locale.ROOT))
                .with("from", span().start())
                .with("to", span().lastDay()));
        if (onTime() instanceof Known share && share.interval().isPresent()) {
            Interval interval = share.interval().get();
            messages.add(Message.of(MessageCode.SCHEDULE_ON_TIME)
                    .with("kept", count(turns(), ScheduledState.REVIEWED))
                    .with("due", share.n())
                    .withShare("share", share.value())
                    .withShare("low", interval.low())
                    .withShare("high", interval.high())
                    .with("level", CountedShare.LEVEL.toString()));
        } else {
            messages.add(Message.of(MessageCode.SCHEDULE_NOTHING_DUE));
        }
        if (count(turns(), ScheduledState.EXCUSED) > 0) {
            messages.add(
                    Message.of(MessageCode.SCHEDULE_EXCUSED).with("count", count(turns(), ScheduledState.EXCUSED)));
        }
        for (PersonId person : people()) {
            List<ScheduledReview> turns = missed().stream()
                    .filter(turn -> turn.person().equals(person))
                    .toList();
            if (!turns.isEmpty()) {
                messages.add(Message.of(MessageCode.SCHEDULE_MISSED)
                        .with("person", person)
                        .with(
                                "periods",
                                turns.stream()
                                        .map(ScheduledReview::period)
                                        .map(CalendarPeriod::label)
                                        .collect(Collectors.joining(", "))));
            }
        }
        return table() + catalogue.lines(messages);
    }

    @Override
    public Rows rows() {
        var rows = new ArrayList<Map<String, Object>>();
        for (ScheduledReview turn : turns()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("person", turn.person().value());
            row.put("period", turn.period().label());
            row.put("from", turn.period().span().start());
            row.put("to", turn.period().span().lastDay());
            row.put("state", turn.state().name());
            row.put("cards", turn.cards());
            rows.add(row);
        }
        return Rows.of(List.of("person", "period", "from", "to", "state", "cards"), rows);
    }

    @Override
    public String toString() {
        long kept = count(turns(), ScheduledState.REVIEWED);
        return OneLine.of("reviews " + cadence().name().toLowerCase(java.util.Locale.ROOT) + ": " + kept + " of "
                + (kept + missed().size()) + " on time, " + missed().size() + " missed, "
                + count(turns(), ScheduledState.EXCUSED) + " excused, " + count(turns(), ScheduledState.RUNNING)
                + " running");
    }

    /** Builds a {@link ScheduleAdherence}. */
    public static final class Builder extends ImmutableScheduleAdherence.Builder {
        Builder() {}
    }
}
