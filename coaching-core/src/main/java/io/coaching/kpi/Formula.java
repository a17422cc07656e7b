package io.coaching.kpi;

import io.coaching.base.KpiId;
import io.coaching.base.MeasureId;
import io.coaching.base.Percent;
import io.coaching.internal.check.Checks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * How a KPI is made of measures. The kind of formula decides which interval, which shrinkage and which comparison suit
 * it, so a ratio keeps its denominator to the end and is never a mean of ratios.
 */
public sealed interface Formula {
    /**
     * The measures that it reads.
     *
     * @return the measures, each once; none for a derived formula
     */
    List<MeasureId> measures();

    /**
     * The method in words.
     *
     * @return as {@code "won / (won + lost)"}
     */
    String text();

    /**
     * So many of so many: each trial either succeeds or not, as won of won and lost, or connects of calls. Each success
     * must be one of the trials; where the facts say otherwise, the answer is undefined.
     *
     * @param successes counts the successes
     * @param trials count together all trials, the successes among them; at least one
     */
    record Proportion(MeasureId successes, List<MeasureId> trials) implements Formula {
        /**
         * Checks that there are trials.
         *
         * @param successes counts the successes
         * @param trials count together all trials
         */
        public Proportion {
            trials = List.copyOf(trials);
            Checks.that(!trials.isEmpty(), "trials must not be empty: successes are " + successes);
        }

        @Override
        public List<MeasureId> measures() {
            var all = new LinkedHashSet<MeasureId>();
            all.add(successes);
            all.addAll(trials);
            return new ArrayList<>(all);
        }

        @Override
        public String text() {
            return successes + " / ("
                    + String.join(" + ", trials.stream().map(MeasureId::value).toList()) + ")";
        }
    }

    /**
     * The mean of the facts themselves, as days to win.
     *
     * @param measure whose facts are averaged
     */
    record Mean(MeasureId measure) implements Formula {
        @Override
        public List<MeasureId> measures() {
            return List.of(measure);
        }

        @Override
        public String text() {
            return "mean of " + measure;
        }
    }

    /**
     * The sum over the period. Persons are compared by what they reach in a working day on which they were there.
     *
     * @param measure what is added up
     */
    record Total(MeasureId measure) implements Formula {
        @Override
        public List<MeasureId> measures() {
            return List.of(measure);
        }

        @Override
        public String text() {
            return "total of " + measure;
        }
    }

    /**
     * The sum for a unit of exposure, as calls for a working day.
     *
     * @param measure what is added up
     * @param exposure what it is divided by
     */
    record Rate(MeasureId measure, Exposure exposure) implements Formula {
        @Override
        public List<MeasureId> measures() {
            return List.of(measure);
        }

        @Override
        public String text() {
            return measure + " per "
                    + switch (exposure) {
                        case WORKING_DAY -> "working day";
                        case WEEK -> "week";
                        case THIRTY_DAYS -> "30 days";
                    };
        }
    }

    /**
     * A ratio of two sums, as won amount for a won deal.
     *
     * @param numerator what is added up above
     * @param denominator what is added up below
     */
    record Ratio(MeasureId numerator, MeasureId denominator) implements Formula {
        @Override
        public List<MeasureId> measures() {
            return List.of(numerator, denominator);
        }

        @Override
        public String text() {
            return numerator + " / " + denominator;
        }
    }

    /**
     * A quantile of the facts, by linear interpolation (type 7 of Hyndman and Fan).
     *
     * @param measure whose facts are ranked
     * @param at which quantile: 50 for the median
     */
    record Quantile(MeasureId measure, Percent at) implements Formula {
        /**
         * Checks the quantile.
         *
         * @param measure whose facts are ranked
         * @param at which quantile, 0 to 100
         */
        public Quantile {
            Checks.inRange(at.value(), 0, 100, "at");
        }

        @Override
        public List<MeasureId> measures() {
            return List.of(measure);
        }

        @Override
        public String text() {
            return (at.value() == 50 ? "median" : at + " quantile") + " of " + measure;
        }
    }

    /**
     * A level at the end of the period, as open opportunities: the sum of all changes up to and on its last day.
     *
     * @param changes whose facts are the changes, up and down
     */
    record Stock(MeasureId changes) implements Formula {
        @Override
        public List<MeasureId> measures() {
            return List.of(changes);
        }

        @Override
        public String text() {
            return changes + " at the end";
        }
    }

    /**
     * A product of other KPIs and their inverses, as sales velocity.
     *
     * @param factors the factors, at least one
     */
    record Derived(List<Factor> factors) implements Formula {
        /**
         * Checks the factors.
         *
         * @param factors the factors
         */
        public Derived {
            factors = List.copyOf(factors);
            Checks.that(!factors.isEmpty(), "factors must not be empty");
        }

        @Override
        public List<MeasureId> measures() {
            return List.of();
        }

        @Override
        public String text() {
            var out = new StringBuilder();
            for (Factor factor : factors) {
                if (out.length() > 0) {
                    out.append(factor.exponent() > 0 ? " x " : " / ");
                } else if (factor.exponent() < 0) {
                    out.append("1 / ");
                }
                out.append(factor.kpi());
                if (Math.abs(factor.exponent()) != 1) {
                    out.append('^').append(Math.abs(factor.exponent()));
                }
            }
            return out.toString();
        }
    }

    /**
     * One factor of a derived KPI.
     *
     * @param kpi the KPI
     * @param exponent how often it multiplies; negative to divide; not 0
     */
    record Factor(KpiId kpi, int exponent) {
        /**
         * Checks the exponent.
         *
         * @param kpi the KPI
         * @param exponent how often it multiplies
         */
        public Factor {
            Checks.that(exponent != 0, "exponent must not be 0: " + kpi);
        }
    }
}
