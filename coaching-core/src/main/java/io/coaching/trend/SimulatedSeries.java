package io.coaching.trend;

import io.coaching.internal.random.DeterministicRandom;

/** Kinds of series with a known law, to measure forecasts on. */
enum SimulatedSeries {
    NOISE("noise around a constant", ForecastRange.ANY, 1) {
        @Override
        double[] draw(DeterministicRandom random, int n) {
            return level(random, n, 0, 0, 0, 10);
        }
    },
    RANDOM_WALK("random walk", ForecastRange.ANY, 1) {
        @Override
        double[] draw(DeterministicRandom random, int n) {
            return level(random, n, 1, 0, 0, 10);
        }
    },
    DRIFTING_LEVEL("drifting level", ForecastRange.ANY, 1) {
        @Override
        double[] draw(DeterministicRandom random, int n) {
            return level(random, n, 0.3, 0, 0, 10);
        }
    },
    TREND("trend that turns", ForecastRange.ANY, 1) {
        @Override
        double[] draw(DeterministicRandom random, int n) {
            return level(random, n, 0.2, 0.1, 3, 10);
        }
    },
    SEASONS("twelve seasons", ForecastRange.ANY, 12) {
        @Override
        double[] draw(DeterministicRandom random, int n) {
            double[] values = level(random, n, 0.2, 0, 0.5, 8);
            for (int t = 0; t < n; t++) {
                values[t] += 25 * StrictMath.sin(t * Math.PI / 6);
            }
            return values;
        }
    },
    COUNTS("counts, 4 a period", ForecastRange.COUNTS, 1) {
        @Override
        double[] draw(DeterministicRandom random, int n) {
            return counts(random, n, 4);
        }
    },
    RARE_COUNTS("counts, 0.7 a period", ForecastRange.COUNTS, 1) {
        @Override
        double[] draw(DeterministicRandom random, int n) {
            return counts(random, n, 0.7);
        }
    },
    DRIFTING_COUNTS("counts around 40 that drift", ForecastRange.COUNTS, 1) {
        @Override
        double[] draw(DeterministicRandom random, int n) {
            double[] values = new double[n];
            double log = StrictMath.log(40);
            for (int t = 0; t < n; t++) {
                log += 0.05 * random.nextGaussian();
                values[t] = random.nextPoisson(StrictMath.exp(log) * random.nextGamma(20) / 20);
            }
            return values;
        }
    },
    SHARES("shares of 20", ForecastRange.SHARES, 1) {
        @Override
        double[] draw(DeterministicRandom random, int n) {
            double[] values = new double[n];
            for (int t = 0; t < n; t++) {
                values[t] = random.nextBinomial(20, 0.25) / 20.0;
            }
            return values;
        }
    },
    SHARES_OF_FEW("shares of about 4", ForecastRange.SHARES, 1) {
        @Override
        double[] draw(DeterministicRandom random, int n) {
            double[] values = new double[n];
            for (int t = 0; t < n; t++) {
                int trials = 1 + random.nextPoisson(3);
                values[t] = random.nextBinomial(trials, 0.25) / (double) trials;
            }
            return values;
        }
    },
    AMOUNTS("amounts of 2.5 deals a period", ForecastRange.NON_NEGATIVE, 1) {
        @Override
        double[] draw(DeterministicRandom random, int n) {
            double[] values = new double[n];
            for (int t = 0; t < n; t++) {
                int deals = random.nextPoisson(2.5);
                for (int i = 0; i < deals; i++) {
                    values[t] += 1000 * StrictMath.exp(0.8 * random.nextGaussian());
                }
            }
            return values;
        }
    };

    private final String text;

    @SuppressWarnings("ImmutableEnumChecker") // two numbers, as final as the enum
    private final ForecastRange range;

    private final int seasons;

    SimulatedSeries(String text, ForecastRange range, int seasons) {
        this.text = text;
        this.range = range;
        this.seasons = seasons;
    }

    abstract double[] draw(DeterministicRandom random, int n);

    String text() {
        return text;
    }

    ForecastRange range() {
        return range;
    }

    int seasons() {
        return seasons;
    }

    /** A level that keeps a share of each error, and a slope that keeps a share of that. */
    private static double[] level(
            DeterministicRandom random, int n, double kept, double bent, double slope, double sd) {
        double[] values = new double[n];
        double level = 100;
        double rise = slope;
        for (int t = 0; t < n; t++) {
            double error = sd * random.nextGaussian();
            values[t] = level + rise + error;
            level += rise + kept * error;
            rise += kept * bent * error;
        }
        return values;
    }

    private static double[] counts(DeterministicRandom random, int n, double mean) {
        double[] values = new double[n];
        for (int t = 0; t < n; t++) {
            values[t] = random.nextPoisson(mean);
        }
        return values;
    }
}
