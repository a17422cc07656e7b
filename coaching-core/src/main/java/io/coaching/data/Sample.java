package io.coaching.data;

import io.coaching.base.Reason;
import io.coaching.internal.check.Checks;
import java.util.OptionalDouble;

/**
 * What was observed of one subject in one period, in the form that suits the kind of KPI: it keeps the evidence, so that
 * an engine knows how much it stands on. Values are in the unit of the KPI, shares as fractions.
 */
public sealed interface Sample {
    /**
     * The value; of a {@link Total} the total itself, not what it is for a unit of exposure.
     *
     * @return the value; empty where there is none
     */
    default OptionalDouble asDouble() {
        return OptionalDouble.empty();
    }

    /**
     * The value as engines compare it: of a {@link Total} what it is for a unit of exposure, of all else the value.
     *
     * @return the value; empty where there is none
     */
    default OptionalDouble perExposure() {
        return asDouble();
    }

    /**
     * The sampling variance of {@link #asDouble}: how much it would vary, had the period been lived again.
     *
     * @return the variance; empty where none is known
     */
    default OptionalDouble errorVariance() {
        return OptionalDouble.empty();
    }

    /**
     * How many trials, facts or records it stands on.
     *
     * @return the number; 0 for {@link None}
     */
    long n();

    /**
     * Nothing that an answer could stand on.
     *
     * @param reason why not
     */
    record None(Reason reason) implements Sample {
        @Override
        public long n() {
            return 0;
        }
    }

    /**
     * So many of so many.
     *
     * @param successes the successes, at most as many as trials
     * @param trials the trials, at least 1
     */
    record Proportion(long successes, long trials) implements Sample {
        /**
         * Checks the counts.
         *
         * @param successes the successes
         * @param trials the trials
         */
        public Proportion {
            Checks.atLeast(trials, 1, "trials");
            Checks.that(successes >= 0 && successes <= trials, "successes must be in 0.." + trials + ": " + successes);
        }

        @Override
        public OptionalDouble asDouble() {
            return OptionalDouble.of((double) successes / trials);
        }

        @Override
        public OptionalDouble errorVariance() {
            double share = (double) successes / trials;
            return OptionalDouble.of(share * (1 - share) / trials);
        }

        @Override
        public long n() {
            return trials;
        }
    }

    /**
     * A mean of facts.
     *
     * @param n how many facts, at least 1
     * @param mean their mean
     * @param variance the variance of a single fact (n - 1 below); empty for one fact
     */
    record Mean(long n, double mean, OptionalDouble variance) implements Sample {
        /**
         * Checks the figures.
         *
         * @param n how many facts
         * @param mean their mean
         * @param variance the variance of a single fact
         */
        public Mean {
            Checks.atLeast(n, 1, "n");
            mean = Checks.finite(mean, "mean");
            checkVariance(variance);
        }

        @Override
        public OptionalDouble asDouble() {
            return OptionalDouble.of(mean);
        }

        @Override
        public OptionalDouble errorVariance() {
            return variance.isPresent() ? OptionalDouble.of(variance.getAsDouble() / n) : variance;
        }
    }

    /**
     * A total over an exposure.
     *
     * @param n how many facts
     * @param total their sum
     * @param variance the variance of the total, had the period been lived again: of a count the count itself, of
     *     amounts the sum of their squares (compound Poisson), of daily totals what their scatter says
     * @param exposure the eligible days, working days or weeks that the total was reached in, positive
     * @param ones whether every fact is a one, so that the total is a count of events
     */
    record Total(long n, double total, double variance, double exposure, boolean ones) implements Sample {
        /**
         * Checks the figures.
         *
         * @param n how many facts
         * @param total their sum
         * @param variance the variance of the total
         * @param exposure what it was reached in
         * @param ones whether the total is a count of events
         */
        public Total {
            Checks.atLeast(n, 0, "n");
            total = Checks.finite(total, "total");
            Checks.inRange(variance, 0, Double.MAX_VALUE, "variance");
            Checks.that(exposure > 0 && Double.isFinite(exposure), "exposure must be positive: " + exposure);
        }

        @Override
        public OptionalDouble asDouble() {
            return OptionalDouble.of(total);
        }

        @Override
        public OptionalDouble perExposure() {
            return OptionalDouble.of(total / exposure);
        }

        @Override
        public OptionalDouble errorVariance() {
            return OptionalDouble.of(variance);
        }
    }

    /**
     * A ratio of two sums.
     *
     * @param n how many records contributed
     * @param numerator the sum above
     * @param denominator the sum below, not 0
     * @param variance the variance of the ratio, linearised; empty for one record
     */
    record Ratio(long n, double numerator, double denominator, OptionalDouble variance) implements Sample {
        /**
         * Checks the figures.
         *
         * @param n how many records
         * @param numerator the sum above
         * @param denominator the sum below
         * @param variance the variance of the ratio
         */
        public Ratio {
            Checks.atLeast(n, 1, "n");
            numerator = Checks.finite(numerator, "numerator");
            denominator = Checks.finite(denominator, "denominator");
            Checks.that(denominator != 0, "denominator must not be 0");
            checkVariance(variance);
        }

        @Override
        public OptionalDouble asDouble() {
            return OptionalDouble.of(numerator / denominator);
        }

        @Override
        public OptionalDouble errorVariance() {
            return variance;
        }
    }

    /**
     * A quantile of facts.
     *
     * @param n how many facts, at least 1
     * @param value the quantile
     * @param variance the variance of the quantile (Price and Bonett); empty where too few facts are there
     * @param low the lower end of its distribution-free interval; empty where too few facts are there
     * @param high the upper end
     */
    record Quantile(long n, double value, OptionalDouble variance, OptionalDouble low, OptionalDouble high)
            implements Sample {
        /**
         * Checks the figures.
         *
         * @param n how many facts
         * @param value the quantile
         * @param variance the variance of the quantile
         * @param low the lower end of its interval
         * @param high the upper end
         */
        public Quantile {
            Checks.atLeast(n, 1, "n");
            value = Checks.finite(value, "value");
            checkVariance(variance);
            Checks.that(low.isPresent() == high.isPresent(), "low and high must be given together");
        }

        @Override
        public OptionalDouble asDouble() {
            return OptionalDouble.of(value);
        }

        @Override
        public OptionalDouble errorVariance() {
            return variance;
        }
    }

    /**
     * A level at a date, counted in full.
     *
     * @param n how many facts it is the sum of
     * @param value the level
     * @param variance the variance that chance gives such a level: of a count the count itself; empty where none is known
     */
    record Level(long n, double value, OptionalDouble variance) implements Sample {
        /**
         * Checks the figures.
         *
         * @param n how many facts
         * @param value the level
         * @param variance the variance of the level
         */
        public Level {
            Checks.atLeast(n, 0, "n");
            value = Checks.finite(value, "value");
            checkVariance(variance);
        }

        @Override
        public OptionalDouble asDouble() {
            return OptionalDouble.of(value);
        }

        @Override
        public OptionalDouble errorVariance() {
            return variance;
        }
    }

    /**
     * A product of other figures.
     *
     * @param n the smallest number of facts behind one of them
     * @param value the product
     * @param variance its variance by the delta method, as if its parts were independent; empty where a part has none
     */
    record Derived(long n, double value, OptionalDouble variance) implements Sample {
        /**
         * Checks the figures.
         *
         * @param n the smallest number of facts
         * @param value the product
         * @param variance its variance
         */
        public Derived {
            Checks.atLeast(n, 0, "n");
            value = Checks.finite(value, "value");
            checkVariance(variance);
        }

        @Override
        public OptionalDouble asDouble() {
            return OptionalDouble.of(value);
        }

        @Override
        public OptionalDouble errorVariance() {
            return variance;
        }
    }

    private static void checkVariance(OptionalDouble variance) {
        variance.ifPresent(v -> Checks.inRange(v, 0, Double.MAX_VALUE, "variance"));
    }
}
