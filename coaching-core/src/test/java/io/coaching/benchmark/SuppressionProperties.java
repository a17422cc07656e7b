package io.coaching.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is withheld cannot be had from what is told, by any sums and differences. */
class SuppressionProperties {
    private static final int MINIMUM = 5;

    /** Whether a target is a linear combination of vectors, by elimination. */
    private static boolean isDeducible(List<double[]> told, double[] target) {
        int columns = target.length;
        List<double[]> rows = new ArrayList<>();
        told.forEach(row -> rows.add(row.clone()));
        double[] rest = target.clone();
        int used = 0;
        for (int c = 0; c < columns; c++) {
            int pivot = -1;
            for (int r = used; r < rows.size(); r++) {
                if (Math.abs(rows.get(r)[c]) > 1e-9) {
                    pivot = r;
                    break;
                }
            }
            if (pivot < 0) {
                continue;
            }
            double[] row = rows.remove(pivot);
            rows.add(used++, row);
            for (int r = used; r < rows.size(); r++) {
                subtract(rows.get(r), row, c);
            }
            subtract(rest, row, c);
        }
        for (double left : rest) {
            if (Math.abs(left) > 1e-9) {
                return false;
            }
        }
        return true;
    }

    private static void subtract(double[] from, double[] row, int c) {
        double factor = from[c] / row[c];
        for (int k = 0; k < from.length; k++) {
            from[k] -= factor * row[k];
        }
    }

    private static double[] unit(int n, int at) {
        double[] unit = new double[n];
        unit[at] = 1;
        return unit;
    }

    @Property(tries = 1000)
    void noSmallGroupFollowsFromWhatIsTold(
            @ForAll @Size(min = 1, max = 7) List<@IntRange(min = 1, max = 9) Integer> teams,
            @ForAll @IntRange(min = 0, max = 7) int seenTeams) {
        int n = teams.size();
        int[] sizes = new int[n];
        int[] hidden = new int[n];
        boolean[] small = new boolean[n];
        for (int t = 0; t < n; t++) {
            sizes[t] = teams.get(t);
            hidden[t] = t < seenTeams % (n + 1) ? 0 : sizes[t];
            small[t] = hidden[t] > 0 && (sizes[t] < MINIMUM || hidden[t] == 1);
        }

        Suppression suppression = Suppression.of(sizes, hidden, small, MINIMUM);

        var told = new ArrayList<double[]>();
        for (int t = 0; t < n; t++) {
            if (!suppression.withheld()[t] || hidden[t] == 0) {
                told.add(unit(n, t));
            }
        }
        if (!suppression.totalWithheld()) {
            double[] total = new double[n];
            java.util.Arrays.fill(total, 1);
            told.add(total);
        }
        // Any set of withheld teams whose sum follows must be as many people as privacy asks for, and no single team.
        for (int set = 1; set < 1 << n; set++) {
            double[] target = new double[n];
            int people = 0;
            int count = 0;
            boolean all = true;
            for (int t = 0; t < n; t++) {
                if ((set >> t & 1) == 1) {
                    all &= suppression.withheld()[t];
                    target[t] = 1;
                    people += sizes[t];
                    count++;
                }
            }
            if (all && isDeducible(told, target)) {
                assertThat(people).as("%s of %s", suppression, teams).isGreaterThanOrEqualTo(MINIMUM);
                assertThat(count).isGreaterThan(1);
            }
        }
    }

    @Property(tries = 500)
    void nothingIsWithheldWithoutNeed(@ForAll @Size(min = 1, max = 7) List<@IntRange(min = 5, max = 9) Integer> teams) {
        int[] sizes = teams.stream().mapToInt(t -> t).toArray();

        Suppression suppression = Suppression.of(sizes, sizes, new boolean[sizes.length], MINIMUM);

        assertThat(suppression.withheld()).doesNotContain(true);
        assertThat(suppression.totalWithheld()).isFalse();
    }
}
