package io.coaching.stats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A generalised linear model with its canonical link and one regressor, time, by Newton's method. The caller has made sure that
 * the likelihood has a maximum; as it is concave, steps that are halved where they overshoot find it from anywhere.
 */
final class CanonicalTrend {
    /** What the counts are taken for. The size of an observation is its exposure, or its number of trials. */
    enum Family {
        POISSON {
            @Override
            double rest(double count, double eta, double size) {
                return count - size * StrictMath.exp(eta);
            }

            @Override
            double variance(double eta, double size) {
                return size * StrictMath.exp(eta);
            }

            @Override
            double logLikelihood(double count, double eta, double size) {
                return count * eta - size * StrictMath.exp(eta);
            }

            @Override
            double link(double share) {
                return StrictMath.log(share);
            }
        },
        /** Written in successes and failures apart, so that shares next to 0 or 1 lose no digits. */
        BINOMIAL {
            @Override
            double rest(double count, double eta, double size) {
                return count / (1 + StrictMath.exp(eta)) - (size - count) / (1 + StrictMath.exp(-eta));
            }

            @Override
            double variance(double eta, double size) {
                return size / (1 + StrictMath.exp(eta)) / (1 + StrictMath.exp(-eta));
            }

            @Override
            double logLikelihood(double count, double eta, double size) {
                return -count * softPlus(-eta) - (size - count) * softPlus(eta);
            }

            @Override
            double link(double share) {
                return StrictMath.log(share / (1 - share));
            }
        };

        /** Counted less expected. */
        abstract double rest(double count, double eta, double size);

        abstract double variance(double eta, double size);

        /** But for a constant. */
        abstract double logLikelihood(double count, double eta, double size);

        abstract double link(double share);

        /** {@code log(1 + exp(x))}. */
        private static double softPlus(double x) {
            return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
        }
    }

    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 60;
    private static final double LONGEST_STEP = 5;
    private static final double CLOSE = 1e-11;

    final double slope;
    final double intercept;
    final double slopeStandardError;
    final double pivot;
    final double pivotStandardError;
    final double dispersion;

    private CanonicalTrend(
            double slope, double intercept, double pivot, double ofSlope, double ofPivot, double dispersion) {
        this.slope = slope;
        this.intercept = intercept;
        this.pivot = pivot;
        this.slopeStandardError = Math.sqrt(dispersion * ofSlope);
        this.pivotStandardError = Math.sqrt(dispersion * ofPivot);
        this.dispersion = dispersion;
    }

    /** Null if the maximum lies so far out that it cannot be told from none. */
    static @Nullable CanonicalTrend fit(Family family, double[] x, double[] counts, double[] sizes) {
        int n = x.length;
        double total = Arrays.stream(counts).sum();
        double size = Arrays.stream(sizes).sum();
        double centre = 0;
        for (int i = 0; i < n; i++) {
            centre += x[i] * (sizes[i] / size);
        }
        double unit = Math.max(centre - x[0], x[n - 1] - centre);
        double level = family.link(total / size);
        double steepness = 0;
        double likelihood = likelihood(family, x, counts, sizes, centre, unit, level, steepness);
        double[] z = new double[n];
        double[] rest = new double[n];
        double[] variance = new double[n];
        for (int i = 0; i < n; i++) {
            z[i] = (x[i] - centre) / unit;
        }
        for (int step = 0; step < MOST_STEPS; step++) {
            double w = 0;
            double wz = 0;
            double score = 0;
            for (int i = 0; i < n; i++) {
                double eta = level + steepness * z[i];
                variance[i] = family.variance(eta, sizes[i]);
                rest[i] = family.rest(counts[i], eta, sizes[i]);
                w += variance[i];
                wz += variance[i] * z[i];
                score += rest[i];
            }
            // About the weighted mean of time the two parameters part, and no digits cancel.
            double middle = wz / w;
            double spread = 0;
            double tilt = 0;
            for (int i = 0; i < n; i++) {
                spread += variance[i] * (z[i] - middle) * (z[i] - middle);
                tilt += rest[i] * (z[i] - middle);
            }
            if (!(w > 0 && spread > 0)) {
                return null;
            }
            double steeper = tilt / spread;
            double up = score / w - steeper * middle;
            if (Math.abs(up) <= CLOSE * (1 + Math.abs(level))
                    && Math.abs(steeper) <= CLOSE * (1 + Math.abs(steepness))) {
                return finish(family, x, counts, sizes, centre, unit, level + up, steepness + steeper);
            }
            double share = Math.min(1, LONGEST_STEP / (Math.abs(up) + Math.abs(steeper)));
            for (int halving = 0; halving < MOST_HALVINGS; halving++) {
                double next = likelihood(
                        family, x, counts, sizes, centre, unit, level + share * up, steepness + share * steeper);
                // Near the top rounding may make a right step look like a loss.
                if (next >= likelihood - 1e-12 * Math.abs(likelihood)) {
                    likelihood = next;
                    break;
                }
                share /= 2;
            }
            level += share * up;
            steepness += share * steeper;
        }
        return null;
    }

    private static double likelihood(
            Family family,
            double[] x,
            double[] counts,
            double[] sizes,
            double centre,
            double unit,
            double level,
            double steepness) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += family.logLikelihood(counts[i], level + steepness * ((x[i] - centre) / unit), sizes[i]);
        }
        return sum;
    }

    private static @Nullable CanonicalTrend finish(
            Family family,
            double[] x,
            double[] counts,
            double[] sizes,
            double centre,
            double unit,
            double level,
            double steepness) {
        int n = x.length;
        double[] variances = new double[n];
        double w = 0;
        double wx = 0;
        double chiSquared = 0;
        for (int i = 0; i < n; i++) {
            double eta = level + steepness * ((x[i] - centre) / unit);
            variances[i] = family.variance(eta, sizes[i]);
            w += variances[i];
            wx += variances[i] * (x[i] - centre);
            double rest = family.rest(counts[i], eta, sizes[i]);
            chiSquared += rest == 0 ? 0 : rest * rest / variances[i];
        }
        double pivot = centre + wx / w;
        double wxx = 0;
        for (int i = 0; i < n; i++) {
            wxx += variances[i] * (x[i] - pivot) * (x[i] - pivot);
        }
        double slope = steepness / unit;
        double dispersion = Math.max(1, chiSquared / (n - 2));
        boolean finite = wxx > 0 && Double.isFinite(1 / wxx) && Double.isFinite(1 / w) && Double.isFinite(dispersion);
        return finite
                ? new CanonicalTrend(slope + 0.0, level - slope * centre, pivot, 1 / wxx, 1 / w, dispersion)
                : null;
    }
}
