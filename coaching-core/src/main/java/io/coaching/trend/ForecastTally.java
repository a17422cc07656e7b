package io.coaching.trend;

import io.coaching.base.PersonId;
import io.coaching.stats.Calibration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Counts forecasts that were held against what came. */
final class ForecastTally {
    private final List<Double> probabilities = new ArrayList<>();
    private final List<Boolean> missed = new ArrayList<>();
    private final Map<ForecastMethod, Integer> methods = new EnumMap<>(ForecastMethod.class);
    private final Set<PersonId> persons = new HashSet<>();
    private int within80;
    private int within95;
    private int targets;
    private double error;
    private double naive;

    void add(
            PersonId person,
            Forecast forecast,
            double actual,
            double last,
            double probability,
            boolean wasMissed,
            boolean target) {
        ForecastStep step = forecast.step(1);
        persons.add(person);
        methods.merge(forecast.method().orElseThrow(), 1, Integer::sum);
        within80 += step.limits().get(0).contains(actual) ? 1 : 0;
        within95 += step.limits().get(1).contains(actual) ? 1 : 0;
        targets += target ? 1 : 0;
        error += Math.abs(actual - step.value());
        naive += Math.abs(actual - last);
        probabilities.add(probability);
        missed.add(wasMissed);
    }

    int n() {
        return missed.size();
    }

    int persons() {
        return persons.size();
    }

    int targets() {
        return targets;
    }

    double within80() {
        return within80;
    }

    double within95() {
        return within95;
    }

    double error() {
        return error;
    }

    double naive() {
        return naive;
    }

    /** A mean over the forecasts; empty where there was none. */
    OptionalDouble share(double sum) {
        return missed.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum / missed.size());
    }

    Map<ForecastMethod, Integer> methods() {
        return methods;
    }

    Optional<Calibration> calibration() {
        boolean[] happened = new boolean[missed.size()];
        for (int i = 0; i < happened.length; i++) {
            happened[i] = missed.get(i);
        }
        return Calibration.of(
                probabilities.stream().mapToDouble(Double::doubleValue).toArray(), happened);
    }
}
