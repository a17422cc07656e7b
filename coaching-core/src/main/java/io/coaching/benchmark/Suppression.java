package io.coaching.benchmark;

/**
 * Which figures of a table of groups and their total are withheld, so that none of the withheld can be had by subtraction.
 *
 * <p>Groups that are too small are withheld to begin with. What all untold groups have together is the total less all that is
 * told, so that sum is told as well: it must be of as many people as privacy asks for, and of two people or more whom the
 * viewer cannot look up otherwise. Until that holds the smallest group that is told, and that the viewer cannot add up from
 * its people, is withheld too; where no such group is left, the total is withheld instead (complementary suppression;
 * Hundepool et al. 2012, Statistical Disclosure Control, section 4).
 *
 * <p>It protects one table of groups that share nobody. Figures of the same groups over overlapping spans, or by other
 * groupings, may still give someone away together.
 *
 * @param withheld for each group whether it is withheld
 * @param totalWithheld whether the total is
 */
record Suppression(boolean[] withheld, boolean totalWithheld) {
    /**
     * Decides.
     *
     * @param sizes how many people each group has
     * @param hidden how many of them the viewer may not see by name
     * @param untold which groups are not told in any case
     * @param minimum the least number of people that may be told about
     */
    static Suppression of(int[] sizes, int[] hidden, boolean[] untold, int minimum) {
        boolean[] withheld = untold.clone();
        while (true) {
            int groups = 0;
            int people = 0;
            int unknown = 0;
            int next = -1;
            for (int g = 0; g < sizes.length; g++) {
                if (withheld[g]) {
                    groups++;
                    people += sizes[g];
                    unknown += hidden[g];
                } else if (hidden[g] > 0 && (next < 0 || sizes[g] < sizes[next])) {
                    next = g;
                }
            }
            if (groups == 0 || (people >= minimum && unknown > 1)) {
                return new Suppression(withheld, false);
            }
            if (next < 0) {
                return new Suppression(withheld, true);
            }
            withheld[next] = true;
        }
    }
}
