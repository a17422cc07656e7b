package io.coaching.internal.random;

import io.coaching.internal.check.Checks;

/**
 * A small seeded generator whose numbers are the same on every JDK and machine: SplitMix64 (Steele, Lea and Flood 2014,
 * doi:10.1145/2714064.2660195), with everything that is not exact computed by {@link StrictMath}.
 *
 * <p>{@link java.util.Random} promises as much for its integers, but neither splits nor promises its algorithms for the rest.
 * Not for secrets. A generator has state: one thread each, {@link #split} for the next.
 */
public final class DeterministicRandom {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;
    private final long gamma;
    private double spare;
    private boolean hasSpare;

    private DeterministicRandom(long state, long gamma) {
        this.state = state;
        this.gamma = gamma;
    }

    /** Starts a generator from a seed. */
    public static DeterministicRandom of(long seed) {
        return new DeterministicRandom(seed, GOLDEN_GAMMA);
    }

    /** A generator whose numbers are independent of what comes next here. */
    public DeterministicRandom split() {
        return new DeterministicRandom(nextLong(), mixGamma(state += gamma));
    }

    /** A generator for the part called {@code name}: the same whatever other parts were drawn before or after. */
    public DeterministicRandom forPart(String name) {
        long hash = state ^ gamma;
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash + GOLDEN_GAMMA + name.charAt(i));
        }
        return new DeterministicRandom(hash, GOLDEN_GAMMA);
    }

    /** The next 64 bits. */
    public long nextLong() {
        return mix(state += gamma);
    }

    /** The next whole number in {@code 0..bound - 1}, without bias. */
    public int nextInt(int bound) {
        Checks.atLeast(bound, 1, "bound");
        long product = (nextLong() >>> 32) * bound;
        if ((product & 0xffffffffL) < bound) { // Lemire 2019: redraw the few that would weigh double
            long threshold = (1L << 32) % bound;
            while ((product & 0xffffffffL) < threshold) {
                product = (nextLong() >>> 32) * bound;
            }
        }
        return (int) (product >>> 32);
    }

    /** The next whole number in {@code low..high}, both included. */
    public int nextInt(int low, int high) {
        Checks.that(low <= high, "low must not exceed high: " + low + " and " + high);
        return low + nextInt(high - low + 1);
    }

    /** The next number in 0..1, 1 excluded, with 53 random bits. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** True with the given probability. */
    public boolean nextBoolean(double probability) {
        return nextDouble() < probability;
    }

    /** The next standard normal number, by the polar method. */
    public double nextGaussian() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double u;
        double v;
        double s;
        do {
            u = 2 * nextDouble() - 1;
            v = 2 * nextDouble() - 1;
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        double scale = Math.sqrt(-2 * StrictMath.log(s) / s);
        spare = v * scale;
        hasSpare = true;
        return u * scale;
    }

    /** The next normal number. */
    public double nextGaussian(double mean, double sd) {
        return mean + sd * nextGaussian();
    }

    /** The next exponential number with the given mean. */
    public double nextExponential(double mean) {
        return -mean * StrictMath.log(1 - nextDouble());
    }

    /** The next gamma number with the given shape, above 0, and scale 1 (Marsaglia and Tsang 2000). */
    public double nextGamma(double shape) {
        Checks.that(shape > 0, "shape must be above 0: " + shape);
        if (shape < 1) {
            return nextGamma(shape + 1) * StrictMath.pow(1 - nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = nextGaussian();
            double t = 1 + c * x;
            if (t > 0) {
                double v = t * t * t;
                if (StrictMath.log(1 - nextDouble()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                    return d * v;
                }
            }
        }
    }

    /** The next beta number. */
    public double nextBeta(double alpha, double beta) {
        double x = nextGamma(alpha);
        double y = nextGamma(beta);
        return x / (x + y);
    }

    /** The next Poisson number: by counting arrivals, large means in halves. */
    public int nextPoisson(double mean) {
        Checks.that(mean >= 0 && mean <= 1e6, "mean must be in 0..1e6: " + mean);
        int count = 0;
        double rest = mean;
        while (rest > 30) { // Ahrens and Dieter 1974: place the arrival in the middle, go on with one side
            int middle = (int) (rest * 7 / 8);
            double x = nextGamma(middle);
            if (x > rest) {
                return count + nextBinomial(middle - 1, rest / x);
            }
            count += middle;
            rest -= x;
        }
        double product = 1 - nextDouble();
        double limit = StrictMath.exp(-rest);
        while (product > limit) {
            count++;
            product *= 1 - nextDouble();
        }
        return count;
    }

    /** The next binomial number, in time proportional to the trials. */
    public int nextBinomial(int trials, double probability) {
        int count = 0;
        for (int i = 0; i < trials; i++) {
            if (nextDouble() < probability) {
                count++;
            }
        }
        return count;
    }

    /** Shuffles in place. */
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int k = nextInt(i + 1);
            int value = values[i];
            values[i] = values[k];
            values[k] = value;
        }
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }

    private static long mixGamma(long z) {
        long x = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
        x = (x ^ (x >>> 33)) * 0xc4ceb9fe1a85ec53L;
        x = (x ^ (x >>> 33)) | 1L;
        return Long.bitCount(x ^ (x >>> 1)) < 24 ? x ^ 0xaaaaaaaaaaaaaaaaL : x;
    }
}
