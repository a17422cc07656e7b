package io.coaching.trend;

import io.coaching.base.Catalogue;
import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Provenance;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.base.Subject;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.kpi.Kpi;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How one KPI of one subject has changed since a day. It is before against after, and no proof that something that was done on that
 * day had an effect.
 */
@Value.Immutable
public abstract sealed class Progress implements Result permits ImmutableProgress {
    Progress() {}

    /** Starts a progress. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * Whose progress it is.
     *
     * @return the person, team, region or everyone
     */
    public abstract Subject subject();

    /**
     * Of what.
     *
     * @return the KPI
     */
    public abstract Kpi kpi();

    /**
     * Since when.
     *
     * @return the day
     */
    public abstract LocalDate since();

    /**
     * All periods of the span, those left out with the reason.
     *
     * @return the points, in order of time
     */
    public abstract List<TrendPoint> points();

    /**
     * The currency of values that are money.
     *
     * @return the currency
     */
    public abstract Optional<Currency> currency();

    /**
     * The level before the day.
     *
     * @return the mean level of the periods that end before it
     */
    public abstract Estimate before();

    /**
     * The level since the day.
     *
     * @return the mean level of the periods that begin on it or later
     */
    public abstract Estimate after();

    /**
     * How much it has changed.
     *
     * @return after less before, in the unit of the KPI
     */
    public abstract Estimate difference();

    /**
     * What was decided: better, worse, as before, or it cannot be told.
     *
     * @return the verdict
     */
    public abstract TrendVerdict verdict();

    /**
     * What a reader must know of the figures as a whole, as which rulers met in them that do not compare.
     *
     * @return the messages; none in most cases
     */
    public abstract List<Message> remarks();

    @Override
    public abstract Provenance provenance();

    private TrendText text() {
        return new TrendText(kpi(), currency());
    }

    @Override
    public String table() {
        return TextTable.of(kpi().name(), ">" + subject().value(), ">periods")
                .row("before " + since(), text().brief(before()), periods(before()))
                .row("since", text().brief(after()), periods(after()))
                .row("difference", text().briefChange(difference()), "")
                .row("verdict", verdict().toString(), "")
                .toString();
    }

    private static String periods(Estimate estimate) {
        return estimate instanceof Known known ? Long.toString(known.n()) : "";
    }

    /**
     * The reasoning, sentence by sentence.
     *
     * @return the messages, in order
     */
    public List<Message> messages() {
        var messages = new ArrayList<Message>();
        if (verdict().reason().isPresent()) {
            messages.add(Message.of(MessageCode.PROGRESS_NONE)
                    .with("kpi", kpi().name())
                    .with("subject", subject())
                    .with("day", since())
                    .with("reason", verdict().reason().get().text()));
            messages.addAll(remarks());
            return List.copyOf(messages);
        }
        messages.add(Message.of(MessageCode.PROGRESS_LEVELS)
                .with("kpi", kpi().name())
                .with("subject", subject())
                .with("before", text().value(before().orThrow()))
                .with("n", ((Known) before()).n())
                .with("day", since())
                .with("after", text().value(after().orThrow()))
                .with("m", ((Known) after()).n()));
        Interval interval = ((Known) difference()).interval().orElseThrow();
        messages.add(Message.of(MessageCode.PROGRESS_DIFFERENCE)
                .with("difference", text().change(difference().orThrow()))
                .with("low", text().change(interval.low()))
                .with("high", text().change(interval.high()))
                .with("level", interval.level().toString()));
        messages.add(Message.of(
                switch (verdict().movement()) {
                    case IMPROVING -> MessageCode.PROGRESS_BETTER;
                    case DECLINING -> MessageCode.PROGRESS_WORSE;
                    case STEADY -> MessageCode.PROGRESS_SAME;
                    case CANNOT_TELL -> MessageCode.PROGRESS_OPEN;
                }));
        messages.add(Message.of(MessageCode.PROGRESS_NOTE));
        messages.addAll(remarks());
        return List.copyOf(messages);
    }

    @Override
    public String explain(Catalogue catalogue) {
        return catalogue.lines(messages());
    }

    @Override
    public Rows rows() {
        var row = new LinkedHashMap<String, Object>();
        row.put("subject", subject().value());
        row.put("kpi", kpi().id().value());
        row.put("since", since());
        before().asDouble().ifPresent(v -> row.put("before", v));
        after().asDouble().ifPresent(v -> row.put("after", v));
        if (difference() instanceof Known known) {
            row.put("difference", known.value());
            known.interval().ifPresent(i -> {
                row.put("low", i.low());
                row.put("high", i.high());
            });
            row.put("n", known.n());
        }
        row.put("verdict", verdict().movement().name());
        verdict().reason().ifPresent(why -> row.put("reason", why.name()));
        List<String> columns = List.of(
                "subject", "kpi", "since", "before", "after", "difference", "low", "high", "n", "verdict", "reason");
        List<Map<String, Object>> rows = List.of(row);
        return Rows.of(columns, rows);
    }

    @Override
    public String toString() {
        String head = kpi().id() + " of " + subject().value() + " since " + since() + ": " + verdict();
        return OneLine.of(
                difference().isKnown()
                        ? head + ", " + text().brief(before()) + " -> " + text().brief(after()) + " ("
                                + text().briefChange(difference()) + ")"
                        : head);
    }

    /** Builds a {@link Progress}. */
    public static final class Builder extends ImmutableProgress.Builder {
        Builder() {}
    }
}
