package io.coaching.trend;

import io.coaching.base.Catalogue;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Provenance;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.internal.check.Checks;
import io.coaching.internal.random.DeterministicRandom;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What limits of forecasts are worth, measured: series of known law and length are drawn, forecast, and held against the values that
 * were kept back. It is how the figures in {@link Forecasting} were found, and anyone can find them again.
 *
 * <p>Example: {@code ForecastSimulation.run(7, 200, 24).table()}.
 *
 * @param seed what the series were drawn from
 * @param series how many series there were of each kind
 * @param kinds what came of each kind and length
 */
public record ForecastSimulation(long seed, int series, List<SimulatedForecasts> kinds) implements Result {
    private static final int AHEAD = 3;

    /**
     * Keeps a copy.
     *
     * @param seed what the series were drawn from
     * @param series how many series there were of each kind
     * @param kinds what came of each kind and length
     */
    public ForecastSimulation {
        kinds = List.copyOf(kinds);
    }

    /**
     * Draws and forecasts series of all kinds; of noise, walks, drifts, trends, seasons, counts, shares and amounts.
     *
     * @param seed equal seeds give equal results
     * @param series how many series of each kind and length, 1 or more; a hundred of one length take about 15 s
     * @param lengths how many values are known, each 8 or more
     * @return what came of it
     */
    public static ForecastSimulation run(long seed, int series, int... lengths) {
        Checks.atLeast(series, 1, "series");
        Checks.atLeast(lengths.length, 1, "number of lengths");
        var kinds = new ArrayList<SimulatedForecasts>();
        for (int length : lengths) {
            Checks.atLeast(length, Forecasting.LEAST, "length");
            for (SimulatedSeries kind : SimulatedSeries.values()) {
                kinds.add(run(kind, DeterministicRandom.of(seed).forPart(kind.name() + length), series, length));
            }
        }
        return new ForecastSimulation(seed, series, kinds);
    }

    static SimulatedForecasts run(SimulatedSeries kind, DeterministicRandom random, int series, int length) {
        double[] sums = new double[3];
        var errors = new EnumMap<ForecastMethod, Double>(ForecastMethod.class);
        var methods = new EnumMap<ForecastMethod, Integer>(ForecastMethod.class);
        int n = 0;
        for (int s = 0; s < series; s++) {
            double[] values = kind.draw(random.split(), length + AHEAD);
            Forecasting question = Forecasting.of(Arrays.copyOf(values, length))
                    .seasons(kind.seasons())
                    .within(kind.range())
                    .ahead(AHEAD);
            Forecast forecast = question.forecast();
            if (forecast.whyNot().isPresent()) {
                continue;
            }
            methods.merge(forecast.method().orElseThrow(), 1, Integer::sum);
            for (int h = 0; h < AHEAD; h++) {
                ForecastStep step = forecast.step(h + 1);
                double actual = values[length + h];
                sums[0] += step.limits().get(0).contains(actual) ? 1 : 0;
                sums[1] += step.limits().get(1).contains(actual) ? 1 : 0;
                sums[2] += Math.abs(step.value() - actual);
                n++;
            }
            for (ForecastMethod method : ForecastMethod.values()) {
                errors.merge(
                        method,
                        question.errorOf(method, Arrays.copyOfRange(values, length, length + AHEAD)),
                        Double::sum);
            }
        }
        double best =
                errors.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
        return new SimulatedForecasts(
                kind.text(),
                length,
                n,
                n == 0 ? 0 : sums[0] / n,
                n == 0 ? 0 : sums[1] / n,
                n == 0 ? 0 : sums[2] / n,
                n == 0 || Double.isInfinite(best) ? 0 : best / n,
                methods);
    }

    @Override
    public String table() {
        TextTable table = TextTable.of(
                "series", ">known", ">80% held", ">95% held", ">error", ">best method's", "most often chosen");
        for (SimulatedForecasts kind : kinds) {
            table = table.row(
                    kind.kind(),
                    Figures.count(kind.length()),
                    Figures.percent(kind.within80(), 1),
                    Figures.percent(kind.within95(), 1),
                    Figures.general(kind.mae()),
                    Figures.general(kind.bestMae()),
                    ForecastTable.said(mostOften(kind.methods())));
        }
        return table.toString();
    }

    private static Map<ForecastMethod, Integer> mostOften(Map<ForecastMethod, Integer> methods) {
        var most = new LinkedHashMap<ForecastMethod, Integer>();
        methods.entrySet().stream()
                .sorted(Map.Entry.<ForecastMethod, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(3)
                .forEach(e -> most.put(e.getKey(), e.getValue()));
        return most;
    }

    @Override
    public String explain(Catalogue catalogue) {
        return table()
                + catalogue.text(Message.of(MessageCode.SIMULATION_READ)
                        .with("series", series)
                        .with("ahead", AHEAD))
                + "\n";
    }

    @Override
    public Rows rows() {
        var rows = new ArrayList<Map<String, Object>>();
        for (SimulatedForecasts kind : kinds) {
            var row = new LinkedHashMap<String, Object>();
            row.put("kind", kind.kind());
            row.put("length", kind.length());
            row.put("n", kind.n());
            row.put("within_80", kind.within80());
            row.put("within_95", kind.within95());
            row.put("mae", kind.mae());
            row.put("best_mae", kind.bestMae());
            rows.add(row);
        }
        return Rows.of(List.of("kind", "length", "n", "within_80", "within_95", "mae", "best_mae"), rows);
    }

    /**
     * The share of all forecasts that lay within limits.
     *
     * @param wide whether of 95 %, not of 80 %
     * @return 0 to 1; 0 where there were none
     */
    public double held(boolean wide) {
        double n = kinds.stream().mapToInt(SimulatedForecasts::n).sum();
        return n == 0
                ? 0
                : kinds.stream()
                                .mapToDouble(k -> k.n() * (wide ? k.within95() : k.within80()))
                                .sum()
                        / n;
    }

    @Override
    public Provenance provenance() {
        return Provenance.of(LocalDate.EPOCH, "simulated with seed " + seed);
    }

    @Override
    public String toString() {
        return OneLine.of("80% limits held " + Figures.percent(held(false), 1) + ", 95% limits "
                + Figures.percent(held(true), 1) + ", " + kinds.size() + " kinds of " + series + " series");
    }
}
