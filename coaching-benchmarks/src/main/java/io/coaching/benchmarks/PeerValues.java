package io.coaching.benchmarks;

import java.util.SplittableRandom;

/**
 * Generated values of reps by KPI and quarter, and everyone's peer group by quarter: what every rival is given. Dense, in
 * the order KPI, quarter, rep.
 */
final class PeerValues {
    final PeerShape shape;
    /** Of value number {@link #row}. */
    final double[] value;
    /** Of rep r in quarter q, at q x reps + r. */
    final int[] group;

    private PeerValues(PeerShape shape) {
        this.shape = shape;
        value = new double[shape.kpis * shape.quarters * shape.reps];
        group = new int[shape.quarters * shape.reps];
    }

    /**
     * Generates: the sizes of groups are skewed, and one rep in twenty changes the group from quarter to quarter. Values are
     * heavy-tailed (log-normal, sigma 1.2) and differ by rep: amounts with two decimals, which seldom tie, by turns with
     * counts, which often do. The last KPI is a rare event, so that most of a group stand at zero and the MAD is zero.
     */
    static PeerValues generate(PeerShape shape, long seed) {
        PeerValues all = new PeerValues(shape);
        SplittableRandom random = new SplittableRandom(seed);
        double[] level = new double[shape.reps];
        for (int r = 0; r < shape.reps; r++) {
            level[r] = 0.5 * random.nextGaussian();
            all.group[r] = anyGroup(shape, random);
        }
        for (int q = 1; q < shape.quarters; q++) {
            for (int r = 0; r < shape.reps; r++) {
                all.group[q * shape.reps + r] =
                        random.nextInt(20) == 0 ? anyGroup(shape, random) : all.group[(q - 1) * shape.reps + r];
            }
        }
        for (int k = 0; k < shape.kpis; k++) {
            for (int q = 0; q < shape.quarters; q++) {
                for (int r = 0; r < shape.reps; r++) {
                    double size = StrictMath.exp(level[r] + 1.2 * random.nextGaussian());
                    double value;
                    if (k == shape.kpis - 1) {
                        value = random.nextInt(3) == 0 ? Math.rint(size) : 0;
                    } else if (k % 2 == 0) {
                        value = Math.rint(500_000 * Math.min(size, 1_000)) / 100;
                    } else {
                        value = Math.rint(20 * Math.min(size, 1_000));
                    }
                    all.value[all.row(k, q, r)] = value;
                }
            }
        }
        return all;
    }

    /** Every third draw is the smaller of two, so that the first groups are about twice as large as the last. */
    private static int anyGroup(PeerShape shape, SplittableRandom random) {
        int one = random.nextInt(shape.groups);
        return random.nextInt(3) == 0 ? Math.min(one, random.nextInt(shape.groups)) : one;
    }

    int rows() {
        return value.length;
    }

    int row(int kpi, int quarter, int rep) {
        return (kpi * shape.quarters + quarter) * shape.reps + rep;
    }
}
