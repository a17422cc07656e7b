package io.coaching.trend;

import io.coaching.base.Catalogue;
import io.coaching.base.Interval;
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
import io.coaching.kpi.Kpi;
import io.coaching.time.Cadence;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/** Forecasts of many people on one KPI, each by themselves; who has none is there with the reason. */
@Value.Immutable
public abstract sealed class ForecastTable implements Result permits ImmutableForecastTable {
    ForecastTable() {}

    /**
     * Starts a table.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Of what.
     *
     * @return the KPI
     */
    public abstract Kpi kpi();

    /**
     * Which days it learnt from.
     *
     * @return the span
     */
    public abstract Span span();

    /**
     * How long periods are.
     *
     * @return the cadence
     */
    public abstract Cadence cadence();

    /**
     * The forecasts.
     *
     * @return one for each person, by identifier
     */
    public abstract List<Forecast> forecasts();

    /**
     * How many more people belong to it whom the viewer may not see.
     *
     * @return the number; 0 where nobody was left out
     */
    @Value.Default
    public int hiddenPersons() {
        return 0;
    }

    @Override
    public abstract Provenance provenance();

    /**
     * The forecast of one person.
     *
     * @param person who
     * @return the forecast; empty if they are not in the table
     */
    public Optional<Forecast> of(PersonId person) {
        return forecasts().stream()
                .filter(f -> f.subject().filter(person::equals).isPresent())
                .findFirst();
    }

    /**
     * Those who are likely to miss their next target, the likeliest first.
     *
     * @param atLeast the least probability, 0 to 1
     * @return their forecasts
     */
    public List<Forecast> likelyToMiss(double atLeast) {
        return forecasts().stream()
                .filter(f -> missing(f) >= atLeast)
                .sorted(Comparator.comparingDouble(f -> -missing(f)))
                .toList();
    }

    private static double missing(Forecast forecast) {
        return forecast.goals().isEmpty()
                ? -1
                : forecast.goals().get(0).probabilityOfMissing().orElse(-1);
    }

    private List<Forecast> made() {
        return forecasts().stream().filter(f -> f.whyNot().isEmpty()).toList();
    }

    @Override
    public String table() {
        boolean goals = forecasts().stream().anyMatch(f -> !f.goals().isEmpty());
        var heads = new ArrayList<>(List.of("person", "period", ">expected", ">80% from", ">to", "method", ">n"));
        if (goals) {
            heads.addAll(List.of(">target", ">P(missing)"));
        }
        TextTable table = TextTable.of(heads);
        for (Forecast forecast : forecasts()) {
            table = table.row(cells(forecast, goals));
        }
        return table.toString();
    }

    private static List<String> cells(Forecast forecast, boolean goals) {
        var cells = new ArrayList<String>();
        cells.add(forecast.subject().orElseThrow().value());
        if (forecast.whyNot().isPresent()) {
            cells.addAll(List.of("", "", "", "", forecast.whyNot().get().text(), Figures.count(forecast.n())));
        } else {
            ForecastStep next = forecast.step(1);
            Interval likely = next.limits().get(0);
            ForecastText text = forecast.text();
            cells.addAll(List.of(
                    next.period(),
                    text.brief(next.value()),
                    text.brief(likely.low()),
                    text.brief(likely.high()),
                    forecast.method().orElseThrow().text(),
                    Figures.count(forecast.n())));
        }
        if (goals) {
            Optional<ForecastGoal> goal = forecast.goals().stream().findFirst();
            cells.add(goal.filter(g -> g.target().isPresent())
                    .map(g -> forecast.text().brief(g.target().getAsDouble()))
                    .orElse(""));
            cells.add(goal.filter(g -> g.probabilityOfMissing().isPresent())
                    .map(g -> Figures.percent(g.probabilityOfMissing().getAsDouble(), 0))
                    .orElse(""));
        }
        return cells;
    }

    /** How often which method. */
    static String said(Map<ForecastMethod, Integer> methods) {
        return methods.entrySet().stream()
                .map(e -> e.getKey().text() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    /**
     * The reasoning, sentence by sentence.
     *
     * @return the messages, in order
     */
    public List<Message> messages() {
        var messages = new ArrayList<Message>();
        List<Forecast> made = made();
        messages.add(Message.of(MessageCode.FORECASTS_MADE)
                .with("count", made.size())
                .with("persons", forecasts().size())
                .with("kpi", kpi().name())
                .with("period", made.isEmpty() ? "?" : made.get(0).step(1).period()));
        if (!made.isEmpty()) {
            var methods = new EnumMap<ForecastMethod, Integer>(ForecastMethod.class);
            made.forEach(f -> methods.merge(f.method().orElseThrow(), 1, Integer::sum));
            messages.add(Message.of(MessageCode.FORECASTS_METHODS).with("methods", said(methods)));
        }
        var reasons = new EnumMap<Reason, Integer>(Reason.class);
        forecasts().forEach(f -> f.whyNot().ifPresent(reason -> reasons.merge(reason, 1, Integer::sum)));
        reasons.forEach((reason, count) -> messages.add(
                Message.of(MessageCode.FORECASTS_WITHOUT).with("count", count).with("reason", reason.text())));
        if (hiddenPersons() > 0) {
            messages.add(Message.of(MessageCode.FORECASTS_HIDDEN).with("count", hiddenPersons()));
        }
        messages.add(Message.of(MessageCode.FORECAST_NOTE));
        return List.copyOf(messages);
    }

    @Override
    public String explain(Catalogue catalogue) {
        return catalogue.lines(messages());
    }

    @Override
    public Rows rows() {
        return Rows.of(
                Forecast.COLUMNS,
                forecasts().stream().flatMap(f -> f.rowList().stream()).toList());
    }

    @Override
    public String toString() {
        return OneLine.of(made().size() + " of " + forecasts().size() + " people have a forecast of " + kpi().id()
                + (hiddenPersons() > 0 ? ", " + hiddenPersons() + " people not shown" : ""));
    }

    /** Builds a {@link ForecastTable}. */
    public static final class Builder extends ImmutableForecastTable.Builder {
        Builder() {}
    }
}
