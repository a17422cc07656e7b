package io.coaching.stats;

import java.util.Arrays;

/**
 * Which raters can be compared: those linked by a unit that both rated, or by a chain of such. What was rated must not be told
 * apart from who rated it across parts that nothing links: a severe rater of good people and a lenient one of weak people look
 * alike there.
 *
 * <p>Components of the graph of raters and units, by union-find; numbered by their first rater. O(n).
 *
 * <p>Example: raters 0 and 1 share a unit, rater 2 shares none: two components, {0, 1} and {2}.
 */
public final class RaterConnections {
    private final int[] ofRater;
    private final int[] ofUnit;
    private final int[] raters;

    private RaterConnections(int[] ofRater, int[] ofUnit, int[] raters) {
        this.ofRater = ofRater;
        this.ofUnit = ofUnit;
        this.raters = raters;
    }

    /**
     * Finds them.
     *
     * @param ratings the ratings
     * @return the components
     */
    public static RaterConnections of(Ratings ratings) {
        int[] parent = new int[ratings.raters()];
        Arrays.setAll(parent, r -> r);
        for (int u = 0; u < ratings.units(); u++) {
            int first = root(parent, ratings.rater(ratings.start(u)));
            for (int row = ratings.start(u) + 1; row < ratings.start(u + 1); row++) {
                int other = root(parent, ratings.rater(row));
                parent[Math.max(first, other)] = Math.min(first, other);
                first = Math.min(first, other);
            }
        }
        int[] rated = ratings.ratingsByRater();
        int[] ofRater = new int[parent.length];
        int[] size = new int[parent.length];
        int components = 0;
        for (int r = 0; r < parent.length; r++) {
            int root = root(parent, r);
            ofRater[r] = rated[r] == 0 ? -1 : root == r ? components++ : ofRater[root];
            if (rated[r] > 0) {
                size[ofRater[r]]++;
            }
        }
        int[] ofUnit = new int[ratings.units()];
        Arrays.setAll(ofUnit, u -> ofRater[ratings.rater(ratings.start(u))]);
        return new RaterConnections(ofRater, ofUnit, Arrays.copyOf(size, components));
    }

    private static int root(int[] parent, int r) {
        int root = r;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /**
     * How many parts there are that nothing links.
     *
     * @return the number of components; 0 without ratings
     */
    public int components() {
        return raters.length;
    }

    /**
     * Whether all raters can be compared.
     *
     * @return true if there is one component
     */
    public boolean isConnected() {
        return raters.length == 1;
    }

    /**
     * The part in which a rater stands.
     *
     * @param rater the number of the rater
     * @return the number of the component, from 0; -1 for a rater without ratings
     */
    public int ofRater(int rater) {
        return ofRater[rater];
    }

    /**
     * The part in which a unit stands.
     *
     * @param unit the number of the unit
     * @return the number of the component, from 0
     */
    public int ofUnit(int unit) {
        return ofUnit[unit];
    }

    /**
     * How many raters can be compared with each other in a part.
     *
     * @param component its number
     * @return the number of raters, at least 1
     */
    public int raters(int component) {
        return raters[component];
    }

    @Override
    public String toString() {
        return "RaterConnections" + Arrays.toString(raters);
    }
}
