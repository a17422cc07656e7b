package io.coaching.trend;

import io.coaching.base.Argument;
import io.coaching.base.Catalogue;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.kpi.Kpi;
import io.coaching.stats.Calibration;
import io.coaching.stats.CalibrationBin;
import io.coaching.time.Cadence;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * How good forecasts of the next period would have been on these very data: how often limits held, how far off they were, and
 * whether probabilities of missing a goal meant what they said.
 *
 * <p>Periods of one person, and persons in one month, are not independent: shares scatter more than their number suggests.
 */
@Value.Immutable
public abstract sealed class ForecastBacktest implements Result permits ImmutableForecastBacktest {
    ForecastBacktest() {}

    /**
     * Starts a backtest.
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
     * How long periods are.
     *
     * @return the cadence
     */
    public abstract Cadence cadence();

    /**
     * The currency of values that are money.
     *
     * @return the currency
     */
    public abstract Optional<Currency> currency();

    /**
     * How many people had a forecast that could be held against what came.
     *
     * @return the number of persons
     */
    public abstract int persons();

    /**
     * How many forecasts there were.
     *
     * @return the number of periods, over all persons
     */
    public abstract int n();

    /**
     * For how many of them a target was in force. For the others the goal was the mean of the person's own periods before.
     *
     * @return the number
     */
    public abstract int targets();

    /**
     * How often the limits of 80 % held.
     *
     * @return the share of periods; empty where there were none
     */
    public abstract OptionalDouble within80();

    /**
     * How often the limits of 95 % held.
     *
     * @return the share of periods; empty where there were none
     */
    public abstract OptionalDouble within95();

    /**
     * How far off forecasts were.
     *
     * @return the mean absolute error, in the unit of the KPI; empty where there were no forecasts
     */
    public abstract OptionalDouble mae();

    /**
     * How far off the last period was.
     *
     * @return the mean absolute error of repeating it; empty where there were no forecasts
     */
    public abstract OptionalDouble naiveMae();

    /**
     * Which methods were chosen how often.
     *
     * @return the numbers, in the order of methods
     */
    public abstract Map<ForecastMethod, Integer> methods();

    /**
     * What the probabilities of missing the goal were worth.
     *
     * @return Brier score and bins; absent where there was no forecast
     */
    public abstract Optional<Calibration> calibration();

    @Override
    public abstract Provenance provenance();

    /**
     * The reasoning, sentence by sentence.
     *
     * @return the messages, in order
     */
    public List<Message> messages() {
        var messages = new ArrayList<Message>();
        if (calibration().isEmpty()) {
            messages.add(Message.of(MessageCode.BACKTEST_NONE).with("reason", Reason.TOO_FEW_OBSERVATIONS.text()));
            return List.copyOf(messages);
        }
        Calibration calibration = calibration().get();
        var text = new ForecastText(Optional.of(kpi()), currency());
        messages.add(Message.of(MessageCode.BACKTEST_COVERAGE)
                .with("n", n())
                .with("persons", persons())
                .withShare("low", within80().orElseThrow())
                .withShare("high", within95().orElseThrow()));
        messages.add(Message.of(MessageCode.BACKTEST_ERROR)
                .with("mae", text.value(mae().orElseThrow()))
                .with("naive", text.value(naiveMae().orElseThrow())));
        messages.add(Message.of(MessageCode.FORECASTS_METHODS).with("methods", ForecastTable.said(methods())));
        messages.add(Message.of(MessageCode.BACKTEST_CALIBRATION)
                .with("goal", goal())
                .with("brier", calibration.brier(), 3)
                .with("base", calibration.baseRate() * (1 - calibration.baseRate()), 3)
                .with("rate", new Argument.Share(calibration.baseRate(), 0))
                .withShare("gap", calibration.meanGap()));
        return List.copyOf(messages);
    }

    private String goal() {
        return targets() == n()
                ? "the target"
                : targets() == 0 ? "one's own mean so far" : "the target, or one's own mean so far";
    }

    @Override
    public String explain(Catalogue catalogue) {
        return catalogue.lines(messages());
    }

    @Override
    public String table() {
        TextTable table = TextTable.of("P(missing)", ">periods", ">said", ">came");
        for (CalibrationBin bin : calibration().map(Calibration::bins).orElse(List.of())) {
            table = table.row(
                    Figures.percent(bin.low(), 0) + " to " + Figures.percent(bin.high(), 0),
                    Figures.count(bin.n()),
                    Figures.percent(bin.predicted(), 0),
                    Figures.percent(bin.observed(), 0));
        }
        return table.toString();
    }

    @Override
    public Rows rows() {
        var rows = new ArrayList<Map<String, Object>>();
        for (CalibrationBin bin : calibration().map(Calibration::bins).orElse(List.of())) {
            var row = new LinkedHashMap<String, Object>();
            row.put("kpi", kpi().id().value());
            row.put("from", bin.low());
            row.put("to", bin.high());
            row.put("n", bin.n());
            row.put("predicted", bin.predicted());
            row.put("observed", bin.observed());
            rows.add(row);
        }
        return Rows.of(List.of("kpi", "from", "to", "n", "predicted", "observed"), rows);
    }

    @Override
    public String toString() {
        if (within80().isEmpty() || within95().isEmpty()) {
            return OneLine.of("forecasts of " + kpi().id() + ": none could be held against what came");
        }
        return OneLine.of("forecasts of " + kpi().id() + ": 80% held "
                + Figures.percent(within80().getAsDouble(), 1) + ", 95% held "
                + Figures.percent(within95().getAsDouble(), 1) + ", n=" + n()
                + calibration()
                        .map(c -> ", Brier " + Figures.fixed(c.brier(), 3))
                        .orElse(""));
    }

    /** Builds a {@link ForecastBacktest}. */
    public static final class Builder extends ImmutableForecastBacktest.Builder {
        Builder() {}
    }
}
