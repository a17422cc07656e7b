package io.coaching.trend;

import io.coaching.base.Argument;
import io.coaching.base.Catalogue;
import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Percent;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.base.Subject;
import io.coaching.internal.check.Checks;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.kpi.Kpi;
import io.coaching.stats.SmoothingWeights;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * What is expected of the next periods, how sure that is, by which method and why that one; or why there is no forecast.
 *
 * <p>It is what comes if things go on as they have: it knows of no holiday, campaign or change of territory to come.
 */
@Value.Immutable
public abstract sealed class Forecast implements Result permits ImmutableForecast {
    Forecast() {}

    /**
     * Starts a forecast.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Of whom.
     *
     * @return the person, team, region or everyone; absent for plain values
     */
    public abstract Optional<Subject> subject();

    /**
     * Of what.
     *
     * @return the KPI; absent for plain values
     */
    public abstract Optional<Kpi> kpi();

    /**
     * The currency of values that are money.
     *
     * @return the currency
     */
    public abstract Optional<Currency> currency();

    /**
     * Which values the figure can have.
     *
     * @return the range
     */
    public abstract ForecastRange range();

    /**
     * The days of the periods that it learnt from, gaps included.
     *
     * @return from the first period to the last; absent for plain values
     */
    public abstract Optional<Span> learntFrom();

    /**
     * How many periods it learnt from.
     *
     * @return the number of observations
     */
    public abstract int n();

    /**
     * The method that was chosen.
     *
     * @return the method; absent where there is no forecast
     */
    public abstract Optional<ForecastMethod> method();

    /**
     * The weights of a smoothing.
     *
     * @return the weights; absent for a plain way
     */
    public abstract Optional<SmoothingWeights> weights();

    /**
     * By how much a smoothing had to be better than the plain ways.
     *
     * @return a share of their mean absolute error
     */
    public abstract Percent margin();

    /**
     * How many times the end of the series was forecast from its beginning.
     *
     * @return the number of rolling origins; 0 where there is no forecast
     */
    @Value.Default
    public int origins() {
        return 0;
    }

    /**
     * How squared errors at the rolling origins compare with those that the method itself expected. Above 1, limits were widened by
     * it.
     *
     * @return their mean ratio
     */
    public abstract OptionalDouble inflation();

    /**
     * All ways that were considered, rivals first.
     *
     * @return each with its error, or why it was not tried
     */
    public abstract List<ForecastCandidate> candidates();

    /**
     * The forecasts.
     *
     * @return a step for each period, the next first; none where there is no forecast
     */
    public abstract List<ForecastStep> steps();

    /**
     * The targets of those periods, where targets are known.
     *
     * @return one for each step, or none
     */
    public abstract List<ForecastGoal> goals();

    /**
     * Which periods it did not learn from.
     *
     * @return the periods, in order, with reasons
     */
    public abstract List<ForecastGap> leftOut();

    /**
     * Why there is no forecast.
     *
     * @return the reason
     */
    public abstract Optional<Reason> whyNot();

    @Override
    public abstract Provenance provenance();

    @Value.Check
    void check() {
        Checks.that(steps().isEmpty() == whyNot().isPresent(), "steps must be given, or whyNot: " + whyNot());
        Checks.that(goals().isEmpty() || goals().size() == steps().size(), "goals must be one a step");
    }

    /**
     * One period.
     *
     * @param ahead 1 for the next
     * @return what is expected of it
     * @throws IllegalStateException if there is no forecast
     */
    public ForecastStep step(int ahead) {
        whyNot().ifPresent(reason -> {
            throw new IllegalStateException("there is no forecast: " + reason.text());
        });
        Checks.inRange(ahead, 1, steps().size(), "ahead");
        return steps().get(ahead - 1);
    }

    /**
     * One period as an estimate with its widest interval, of 95 %.
     *
     * @param ahead 1 for the next
     * @return the estimate, or why there is none
     */
    public Estimate estimate(int ahead) {
        if (whyNot().isPresent()) {
            Reason reason = whyNot().get();
            return isPrivacy(reason) ? Estimate.withheld(reason) : Estimate.undefined(reason);
        }
        ForecastStep step = step(ahead);
        return Known.builder()
                .value(step.value())
                .interval(step.limits().get(step.limits().size() - 1))
                .n(n(), "periods")
                .method(method().orElseThrow().text())
                .build();
    }

    /**
     * The probability that the next period stays below a value.
     *
     * @param target the value, in the unit of the figure
     * @return P(value &lt; target), or why there is none
     */
    public Estimate probabilityBelow(double target) {
        return probability(target, false);
    }

    /**
     * The probability that the next period misses a target: stays below it, or above it where lower is better.
     *
     * @param target the target, in the unit of the KPI, of the whole period
     * @return the probability, or why there is none
     */
    public Estimate probabilityOfMissing(double target) {
        return probability(target, isLowerBetter());
    }

    private Estimate probability(double target, boolean above) {
        return whyNot().isPresent()
                ? estimate(1)
                : Known.builder()
                        .value(missing(step(1), target, above))
                        .n(n(), "periods")
                        .method(method().orElseThrow().text())
                        .build();
    }

    private boolean isLowerBetter() {
        return kpi().filter(kpi -> kpi.direction() == io.coaching.base.Direction.LOWER_IS_BETTER)
                .isPresent();
    }

    /** The probability of a period to be below, or strictly above. */
    static double missing(ForecastStep step, double target, boolean above) {
        if (!above) {
            return step.probabilityBelow(target);
        }
        // What is level with a target has not missed it.
        double next = step.distribution().range().whole() ? Math.floor(target) + 1 : Math.nextUp(target);
        return 1 - step.probabilityBelow(next);
    }

    private static boolean isPrivacy(Reason reason) {
        return reason == Reason.NOT_PERMITTED || reason == Reason.GROUP_TOO_SMALL || reason == Reason.PROTECTS_ANOTHER;
    }

    // ---- text

    ForecastText text() {
        return new ForecastText(kpi(), currency());
    }

    private String what() {
        return kpi().map(kpi -> kpi.id().value()).orElse("forecast")
                + subject().map(who -> " of " + who).orElse("");
    }

    @Override
    public String table() {
        if (whyNot().isPresent()) {
            return what() + ": " + estimate(1) + "\n";
        }
        ForecastText text = text();
        var heads = new ArrayList<>(List.of("period", ">expected"));
        for (Interval interval : step(1).limits()) {
            heads.add(">" + interval.level() + " from");
            heads.add(">to");
        }
        if (!goals().isEmpty()) {
            heads.add(">target");
            heads.add(">P(missing)");
        }
        TextTable table = TextTable.of(heads);
        for (int h = 0; h < steps().size(); h++) {
            ForecastStep step = steps().get(h);
            var cells = new ArrayList<>(List.of(step.period(), text.brief(step.value())));
            for (Interval interval : step.limits()) {
                cells.add(text.brief(interval.low()));
                cells.add(text.brief(interval.high()));
            }
            if (!goals().isEmpty()) {
                ForecastGoal goal = goals().get(h);
                cells.add(goal.target().isPresent() ? text.brief(goal.target().getAsDouble()) : "");
                cells.add(
                        goal.probabilityOfMissing().isPresent()
                                ? Figures.percent(goal.probabilityOfMissing().getAsDouble(), 0)
                                : goal.whyNot().map(Reason::text).orElse(""));
            }
            table = table.row(cells);
        }
        return table.toString();
    }

    /**
     * The reasoning, sentence by sentence.
     *
     * @return the messages, in order
     */
    public List<Message> messages() {
        var messages = new ArrayList<Message>();
        if (whyNot().isPresent()) {
            messages.add(Message.of(MessageCode.FORECAST_NONE)
                    .with("what", what())
                    .with("reason", whyNot().get().text())
                    .with("n", n()));
        } else {
            said(messages);
        }
        var byReason = new LinkedHashMap<Omission, List<String>>();
        leftOut()
                .forEach(gap -> byReason.computeIfAbsent(gap.reason(), r -> new ArrayList<>())
                        .add(gap.period()));
        byReason.forEach((reason, periods) -> messages.add(Message.of(MessageCode.FORECAST_LEFT_OUT)
                .with("count", periods.size())
                .with("reason", reason.text())
                .with("periods", ForecastText.listed(periods))));
        return List.copyOf(messages);
    }

    private void said(List<Message> messages) {
        ForecastText text = text();
        ForecastMethod chosen = method().orElseThrow();
        for (int h = 0; h < steps().size(); h++) {
            ForecastStep step = steps().get(h);
            Message message = Message.of(MessageCode.FORECAST_STEP)
                    .with("what", what())
                    .with("period", step.period())
                    .with("value", text.value(step.value()));
            message = limits(message, "", step.limits().get(0), text);
            message = limits(message, "wide", step.limits().get(1), text);
            messages.add(message);
            if (!goals().isEmpty() && goals().get(h).target().isPresent()) {
                ForecastGoal goal = goals().get(h);
                goal.probabilityOfMissing()
                        .ifPresent(p -> messages.add(Message.of(MessageCode.FORECAST_MISSING)
                                .with("period", goal.period())
                                .with("target", text.value(goal.target().orElseThrow()))
                                .with("probability", new Argument.Share(p, 0))));
            }
        }
        ForecastCandidate of = candidate(chosen);
        messages.add(Message.of(MessageCode.FORECAST_METHOD)
                .with("method", chosen.text())
                .with("n", n())
                .with("origins", origins())
                .with("mae", text.value(of.mae().orElseThrow())));
        Optional<ForecastCandidate> other = best(!chosen.isRival());
        other.ifPresent(best -> messages.add(
                Message.of(chosen.isRival() ? MessageCode.FORECAST_RIVAL_USED : MessageCode.FORECAST_RIVAL_BEATEN)
                        .with("other", best.method().text())
                        .with("mae", text.value(best.mae().orElseThrow()))
                        .with("margin", margin().toString())));
        String all = candidates().stream()
                .map(c -> c.method().text() + " "
                        + (c.mae().isPresent()
                                ? text.brief(c.mae().getAsDouble()) + " ("
                                        + Figures.fixed(c.mase().orElse(0), 2) + ")"
                                : "not tried: " + c.whyNot().map(Reason::text).orElse("")))
                .collect(Collectors.joining("; "));
        messages.add(Message.of(MessageCode.FORECAST_CANDIDATES).with("candidates", all));
        messages.add(Message.of(MessageCode.FORECAST_LIMITS)
                .with("ratio", Math.sqrt(inflation().orElse(1)), 2));
        messages.add(Message.of(MessageCode.FORECAST_NOTE));
    }

    private static Message limits(Message message, String prefix, Interval interval, ForecastText text) {
        return message.with(prefix + "low", text.value(interval.low()))
                .with(prefix + "high", text.value(interval.high()))
                .with(prefix + "level", interval.level().toString());
    }

    private ForecastCandidate candidate(ForecastMethod of) {
        return candidates().stream().filter(c -> c.method() == of).findFirst().orElseThrow();
    }

    /** The best of the rivals, or of the smoothings. */
    private Optional<ForecastCandidate> best(boolean rival) {
        return candidates().stream()
                .filter(c -> c.method().isRival() == rival && c.mae().isPresent())
                .min(Comparator.comparingDouble(c -> c.mae().orElseThrow()));
    }

    @Override
    public String explain(Catalogue catalogue) {
        return catalogue.lines(messages());
    }

    /** The columns of {@link #rows()}. */
    static final List<String> COLUMNS = List.of(
            "subject",
            "kpi",
            "period",
            "from",
            "to",
            "value",
            "low_80",
            "high_80",
            "low_95",
            "high_95",
            "target",
            "probability_missing",
            "method",
            "n",
            "reason");

    @Override
    public Rows rows() {
        return Rows.of(COLUMNS, rowList());
    }

    List<Map<String, Object>> rowList() {
        var rows = new ArrayList<Map<String, Object>>();
        if (whyNot().isPresent()) {
            Map<String, Object> row = rowStart();
            row.put("reason", whyNot().get().name());
            rows.add(row);
        }
        for (int h = 0; h < steps().size(); h++) {
            ForecastStep step = steps().get(h);
            Map<String, Object> row = rowStart();
            row.put("period", step.period());
            step.span().ifPresent(span -> {
                row.put("from", span.start());
                row.put("to", span.lastDay());
            });
            row.put("value", step.value());
            row.put("low_80", step.limits().get(0).low());
            row.put("high_80", step.limits().get(0).high());
            row.put("low_95", step.limits().get(1).low());
            row.put("high_95", step.limits().get(1).high());
            if (!goals().isEmpty()) {
                goals().get(h).target().ifPresent(target -> row.put("target", target));
                goals().get(h).probabilityOfMissing().ifPresent(p -> row.put("probability_missing", p));
            }
            row.put("method", method().orElseThrow().name());
            row.put("n", n());
            rows.add(row);
        }
        return rows;
    }

    private Map<String, Object> rowStart() {
        var row = new LinkedHashMap<String, Object>();
        subject().ifPresent(who -> row.put("subject", who.value()));
        kpi().ifPresent(kpi -> row.put("kpi", kpi.id().value()));
        return row;
    }

    @Override
    public String toString() {
        if (whyNot().isPresent()) {
            return OneLine.of(what() + ": " + estimate(1));
        }
        ForecastStep next = step(1);
        ForecastText text = text();
        Interval likely = next.limits().get(0);
        return OneLine.of(what() + ": " + text.brief(next.value()) + " (" + text.brief(likely.low()) + " to "
                + text.brief(likely.high()) + " at " + likely.level() + ") in " + next.period() + ", "
                + method().orElseThrow().text() + ", n=" + n());
    }

    /** Builds a {@link Forecast}. */
    public static final class Builder extends ImmutableForecast.Builder {
        Builder() {}
    }
}
