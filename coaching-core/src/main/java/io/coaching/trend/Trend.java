package io.coaching.trend;

import io.coaching.base.Catalogue;
import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.base.Subject;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.kpi.Formula;
import io.coaching.kpi.Kpi;
import io.coaching.time.Cadence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * Where one KPI of one subject is heading, and since when. {@link TrendAnalysis} says how it is computed and decided.
 *
 * <p>{@code toString()} gives the verdict first: {@code demos of ana: DECLINING since 2026-05-04, 6.1 -> 3.9, -0.12 a period, p=0.004}.
 */
@Value.Immutable
public abstract sealed class Trend implements Result permits ImmutableTrend {
    Trend() {}

    /**
     * Starts a trend.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** A trend that is not told. */
    static Trend withheld(Subject subject, Kpi kpi, Cadence cadence, Reason reason, Provenance provenance) {
        Estimate none = Estimate.withheld(reason);
        return builder()
                .subject(subject)
                .kpi(kpi)
                .cadence(cadence)
                .verdict(TrendVerdict.none(reason))
                .slope(none)
                .secondOpinion(none)
                .provenance(provenance)
                .build();
    }

    /**
     * Whose trend it is.
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
     * How long its periods are.
     *
     * @return the cadence; absent where the caller gave the periods
     */
    public abstract Optional<Cadence> cadence();

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
     * What was decided.
     *
     * @return the verdict
     */
    public abstract TrendVerdict verdict();

    /**
     * How often a quiet series would be decided on as this one: twice the smaller of the p of the slope and that of the best step.
     *
     * @return the p value; absent where there is nothing to decide on
     */
    public abstract OptionalDouble p();

    /**
     * The slope by the method that suits the kind of figure; of totals that of a usual period.
     *
     * @return the change from period to period, in the unit of the KPI
     */
    public abstract Estimate slope();

    /**
     * The slope by least squares, with errors that bear autocorrelation (Newey and West).
     *
     * @return the change from period to period
     */
    public abstract Estimate secondOpinion();

    /**
     * How often a series without a trend is as monotonous (Mann and Kendall).
     *
     * @return the p value; absent where there is nothing to test
     */
    public abstract OptionalDouble mannKendallP();

    /**
     * The stretches between changes of level.
     *
     * @return the levels in order of time; one where nothing changed, none without a verdict
     */
    public abstract List<TrendLevel> levels();

    /**
     * The newest change of level.
     *
     * @return the change, if there was one
     */
    public abstract Optional<LevelChange> change();

    /**
     * Since when it is on its newest level.
     *
     * @return the day, if the level changed
     */
    public Optional<LocalDate> since() {
        return change().map(LevelChange::onset);
    }

    /**
     * The seasons that were taken out.
     *
     * @return the seasons; absent for less than two years, and where there are none
     */
    public abstract Optional<Seasonality> seasons();

    /**
     * Single periods out of the ordinary.
     *
     * @return the signals, in order of time
     */
    public abstract List<Signal> signals();

    /**
     * What there is to say of the figures as a whole, as which rulers met that do not compare.
     *
     * @return the remarks; none for most
     */
    public abstract List<Message> remarks();

    @Override
    public abstract Provenance provenance();

    /**
     * How many periods count.
     *
     * @return the number of points that are not left out
     */
    public int n() {
        return (int) points().stream().filter(p -> p.leftOut().isEmpty()).count();
    }

    /**
     * The values that the trend is drawn through, for a script.
     *
     * @return the values of the periods that count, in order of time
     */
    public double[] values() {
        return points().stream()
                .filter(p -> p.leftOut().isEmpty())
                .mapToDouble(p -> p.standard().orElseThrow())
                .toArray();
    }

    private TrendText text() {
        return new TrendText(kpi(), currency());
    }

    @Override
    public String table() {
        TextTable table = TextTable.of("period", ">" + kpi().id(), ">n", "");
        for (TrendPoint point : points()) {
            String note = point.leftOut().map(Omission::text).orElseGet(() -> notes(point));
            table.row(
                    point.label(),
                    point.value().isPresent() ? text().brief(point.value().getAsDouble()) : "",
                    point.value().isPresent() ? Figures.count(point.n()) : "",
                    note);
        }
        return table.toString();
    }

    private String notes(TrendPoint point) {
        var notes = new ArrayList<String>();
        change().filter(c -> c.onset().equals(point.period().start()))
                .ifPresent(c -> notes.add("new level " + text().brief(c.after())));
        for (Signal signal : signals()) {
            if (signal.period().equals(point.period())) {
                notes.add(signal.chart() + (signal.better() ? " better" : " worse"));
            }
        }
        return String.join(", ", notes);
    }

    /**
     * The reasoning, sentence by sentence.
     *
     * @return the messages, in order
     */
    public List<Message> messages() {
        var messages = new ArrayList<Message>();
        List<TrendPoint> kept =
                points().stream().filter(p -> p.leftOut().isEmpty()).toList();
        if (!kept.isEmpty()) {
            messages.add(Message.of(MessageCode.TREND_SERIES)
                    .with("kpi", kpi().name())
                    .with("subject", subject())
                    .with("n", kept.size())
                    .with("from", kept.get(0).period().start())
                    .with("to", kept.get(kept.size() - 1).period().lastDay()));
        }
        if (verdict().reason().isEmpty()) {
            messages.add(slopeMessage());
            mannKendallP()
                    .ifPresent(p ->
                            messages.add(Message.of(MessageCode.TREND_RANKS).with("p", TrendText.p(p))));
            change().ifPresentOrElse(c -> changeMessages(c, messages), () -> noChange(messages));
        }
        messages.add(verdictMessage());
        if (kpi().formula() instanceof Formula.Total) {
            messages.add(Message.of(MessageCode.TREND_STANDARD));
        }
        seasons()
                .ifPresent(s -> messages.add(Message.of(MessageCode.TREND_SEASONAL)
                        .with("years", s.years())
                        .with("p", TrendText.p(s.p()))));
        signals()
                .forEach(signal -> messages.add(Message.of(MessageCode.TREND_SIGNAL)
                        .with("period", signal.label())
                        .with("chart", signal.chart() == Signal.Chart.EWMA ? "EWMA" : "individuals chart")));
        leftOut()
                .forEach((why, labels) -> messages.add(Message.of(MessageCode.TREND_LEFT_OUT)
                        .with("count", labels.size())
                        .with("reason", why.text())
                        .with("labels", String.join(", ", labels))));
        messages.addAll(remarks());
        return List.copyOf(messages);
    }

    /**
     * Which periods are no part of the trend.
     *
     * @return their names by reason
     */
    public Map<Omission, List<String>> leftOut() {
        var left = new EnumMap<Omission, List<String>>(Omission.class);
        for (TrendPoint point : points()) {
            point.leftOut()
                    .ifPresent(why ->
                            left.computeIfAbsent(why, w -> new ArrayList<>()).add(point.label()));
        }
        return left;
    }

    private Message slopeMessage() {
        if (!(slope() instanceof Known known)) {
            return Message.of(MessageCode.TREND_NO_SLOPE)
                    .with("reason", slope().whyNot().orElseThrow().text());
        }
        Message message = Message.of(
                        known.interval().isPresent() ? MessageCode.TREND_SLOPE : MessageCode.TREND_SLOPE_BARE)
                .with("slope", text().change(known.value()))
                .with("method", known.method());
        return known.interval().map(i -> limits(message, i)).orElse(message);
    }

    private Message limits(Message message, Interval interval) {
        return message.with("low", text().change(interval.low()))
                .with("high", text().change(interval.high()))
                .with("level", interval.level().toString());
    }

    private void changeMessages(LevelChange change, List<Message> messages) {
        Message message = Message.of(MessageCode.TREND_CHANGE)
                .with("onset", change.onset())
                .with("range", change.range().toString())
                .with("earliest", change.earliest())
                .with("latest", change.latest())
                .with("before", text().value(change.before().orThrow()))
                .with("after", text().value(change.after().orThrow()))
                .with("difference", text().change(change.difference().orThrow()));
        messages.add(limits(message, ((Known) change.difference()).interval().orElseThrow()));
        messages.add(Message.of(
                        change.recency() == Recency.RECENT ? MessageCode.TREND_RECENT : MessageCode.TREND_FOR_A_WHILE)
                .with("periods", change.periodsSince()));
    }

    private void noChange(List<Message> messages) {
        boolean moves = verdict().movement() == Movement.IMPROVING || verdict().movement() == Movement.DECLINING;
        messages.add(
                moves
                        ? Message.of(MessageCode.TREND_GRADUAL)
                        : Message.of(MessageCode.TREND_NO_CHANGE)
                                .with(
                                        "value",
                                        text().value(levels().get(0).value().orThrow())));
    }

    private Message verdictMessage() {
        if (verdict().reason().isPresent()) {
            return Message.of(MessageCode.TREND_NO_VERDICT)
                    .with("reason", verdict().reason().get().text());
        }
        return switch (verdict().movement()) {
            case IMPROVING -> Message.of(MessageCode.TREND_IMPROVING).with("p", TrendText.p(p().orElseThrow()));
            case DECLINING -> Message.of(MessageCode.TREND_DECLINING).with("p", TrendText.p(p().orElseThrow()));
            case STEADY -> Message.of(MessageCode.TREND_STEADY);
            case CANNOT_TELL -> Message.of(MessageCode.TREND_CANNOT_TELL).with("p", TrendText.p(p().orElse(1)));
        };
    }

    @Override
    public String explain(Catalogue catalogue) {
        return catalogue.lines(messages());
    }

    @Override
    public Rows rows() {
        List<String> columns = List.of(
                "subject", "kpi", "period", "from", "to", "value", "standard", "n", "level", "signal", "left_out");
        var rows = new ArrayList<Map<String, Object>>();
        for (TrendPoint point : points()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("subject", subject().value());
            row.put("kpi", kpi().id().value());
            row.put("period", point.label());
            row.put("from", point.period().start());
            row.put("to", point.period().lastDay());
            point.value().ifPresent(v -> {
                row.put("value", v);
                row.put("n", point.n());
            });
            point.standard().ifPresent(v -> row.put("standard", v));
            if (point.leftOut().isEmpty()) {
                levels().stream()
                        .filter(l -> l.span().contains(point.period()))
                        .findFirst()
                        .flatMap(l -> Optional.of(l.value().asDouble()))
                        .ifPresent(
                                v -> row.put("level", Objects.requireNonNull(v).orElseThrow()));
            }
            String marks = signals().stream()
                    .filter(s -> s.period().equals(point.period()))
                    .map(s -> s.chart().name())
                    .collect(Collectors.joining(" "));
            if (!marks.isEmpty()) {
                row.put("signal", marks);
            }
            point.leftOut().ifPresent(why -> row.put("left_out", why.name()));
            rows.add(row);
        }
        return Rows.of(columns, rows);
    }

    @Override
    public String toString() {
        var out = new StringBuilder(kpi().id() + " of " + subject().value() + ": " + verdict());
        change().ifPresent(c -> out.append(" since ")
                .append(c.onset())
                .append(", ")
                .append(text().brief(c.before()))
                .append(" -> ")
                .append(text().brief(c.after())));
        if (verdict().reason().isEmpty()) {
            if (change().isEmpty()) {
                slope().asDouble()
                        .ifPresent(s ->
                                out.append(", ").append(text().briefChange(s)).append(" a period"));
            }
            p().ifPresent(p -> out.append(p < 0.001 ? ", p" : ", p=").append(TrendText.briefP(p)));
        }
        out.append(", n=").append(n());
        return OneLine.of(out.toString());
    }

    /** Builds a {@link Trend}. */
    public static final class Builder extends ImmutableTrend.Builder {
        Builder() {}
    }
}
