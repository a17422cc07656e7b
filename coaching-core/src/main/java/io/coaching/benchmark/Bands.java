package io.coaching.benchmark;

import io.coaching.base.Percent;
import io.coaching.internal.check.Checks;
import java.util.Optional;

/**
 * The rule that turns a comparison into green, yellow or red.
 *
 * <p>The default is {@link Evidence}: it is the only one that knows how much a figure stands on. The other two are what many
 * dashboards do; they look at the bare value, so with few observations they colour luck. They are here for those who need
 * the same colours as elsewhere, and a result names the rule that it was made with.
 */
public sealed interface Bands {
    /** The rule that is used where nothing is said: evidence at 95 %. */
    Bands DEFAULT = evidence(Percent.of(95));

    /**
     * Decides on the evidence, with the default material gap.
     *
     * @param sure how probable the side must be, such as {@code Percent.of(95)}
     * @return the rule
     */
    static Evidence evidence(Percent sure) {
        return new Evidence(sure, Optional.empty());
    }

    /**
     * Decides on the percentile rank alone.
     *
     * @param low at or below this percentile is red, 0 to 100
     * @param high at or above this percentile is green, 0 to 100, above {@code low}
     * @return the rule
     */
    static Percentiles percentiles(double low, double high) {
        return new Percentiles(Percent.of(low), Percent.of(high));
    }

    /**
     * Decides on the value in percent of the peers' median alone.
     *
     * @param low at or below this percentage is red where higher is better, green where lower is better
     * @param high at or above this percentage is green where higher is better, red where lower is better
     * @return the rule
     */
    static PercentOfMedian percentOfMedian(double low, double high) {
        return new PercentOfMedian(Percent.of(low), Percent.of(high));
    }

    /**
     * The rule in words, for the reader of a report.
     *
     * @return as {@code "evidence at 95%"}
     */
    String text();

    /**
     * Red if it is sure that the true value is worse than the median of the peers' true values, and the difference matters;
     * green in the same way; otherwise yellow.
     *
     * <p>Sure: the posterior probability of lying on that side is at least {@link #sure}. Matters: the value drawn towards
     * the peers lies at least the material gap away from the peers' median. The gap is, in this order: {@link
     * #materialGap} if given; the KPI's own; otherwise a tenth of the peers' median, but for shares never more than five
     * points, since a tenth of 95 % would call nobody behind who does twice as many things wrong.
     *
     * <p>Many comparisons: each flag has the wrong side with a probability of at most 1 - sure, and so has, on average, any
     * collection of flags: with 95 %, at most one in twenty is expected to be wrong whether one figure was looked at or ten
     * thousand (Bayesian false discovery rate; Mueller, Parmigiani and Rice 2006). The prior comes from the peers, so where
     * people hardly differ everyone is drawn so close together that hardly anyone is flagged (Gelman, Hill and Yajima 2012,
     * doi:10.1080/19345747.2011.618213). That is why one rule serves the single comparison and the scan, and why a cell has
     * one colour wherever it is shown. A p-value with Benjamini and Hochberg's correction would control a similar rate, but a
     * person's colour would then depend on how many others were looked at.
     *
     * @param sure how probable the side must be, above 50 % and below 100 %
     * @param materialGap the least gap that matters in percent of the peers' median, instead of the KPI's own
     */
    record Evidence(Percent sure, Optional<Percent> materialGap) implements Bands {
        /**
         * Checks the limits.
         *
         * @param sure how probable the side must be
         * @param materialGap the least gap that matters
         */
        public Evidence {
            Checks.that(
                    sure.value() > 50 && sure.value() < 100,
                    "sure must be above 50% and below 100%: " + sure,
                    "a percentage is meant: Percent.of(95)");
            materialGap.ifPresent(gap -> Checks.inRange(gap.value(), 0, 1000, "materialGap"));
        }

        /**
         * The same with a material gap of its own, for all KPIs.
         *
         * @param gap the least gap that matters, in percent of the peers' median
         * @return the rule
         */
        public Evidence withMaterialGap(Percent gap) {
            return new Evidence(sure, Optional.of(gap));
        }

        @Override
        public String text() {
            return "evidence at " + sure
                    + materialGap.map(gap -> ", gap " + gap).orElse("");
        }
    }

    /**
     * Red at or below one percentile rank among the peers, green at or above another. It says nothing about chance: a
     * quarter of any group is red.
     *
     * @param low at or below is red
     * @param high at or above is green
     */
    record Percentiles(Percent low, Percent high) implements Bands {
        /**
         * Checks the order.
         *
         * @param low at or below is red
         * @param high at or above is green
         */
        public Percentiles {
            Checks.inRange(low.value(), 0, 100, "low");
            Checks.inRange(high.value(), 0, 100, "high");
            Checks.that(low.value() < high.value(), "low must be below high: " + low + ", " + high);
        }

        @Override
        public String text() {
            return "percentiles " + low + " and " + high;
        }
    }

    /**
     * Red and green by the value in percent of the peers' median. It says nothing about chance either, and has no answer
     * where the median is not positive.
     *
     * @param low at or below is the lower band
     * @param high at or above is the upper band
     */
    record PercentOfMedian(Percent low, Percent high) implements Bands {
        /**
         * Checks the order.
         *
         * @param low at or below is the lower band
         * @param high at or above is the upper band
         */
        public PercentOfMedian {
            Checks.inRange(low.value(), 0, 100, "low");
            Checks.inRange(high.value(), 100, 10_000, "high");
            Checks.that(low.value() < high.value(), "low must be below high: " + low + ", " + high);
        }

        @Override
        public String text() {
            return low + " and " + high + " of the peers' median";
        }
    }
}
