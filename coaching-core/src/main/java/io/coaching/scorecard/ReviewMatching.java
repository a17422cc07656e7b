package io.coaching.scorecard;

import io.coaching.internal.random.DeterministicRandom;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Ratees matched with raters: each ratee so many, raters as equally as can be. Raters and ratees are numbers; allowed and
 * chosen pairs are bits, so that a step of a search looks at 64 people at once.
 */
final class ReviewMatching {
    private static final int EXCHANGES_TRIED = 200_000;

    private final int raters;
    private final int ratees;
    private final int each;
    private final int least;
    private final int most;
    private final BitSet[] allowed;
    private final BitSet[] allowedBy;
    private final BitSet[] chosen;
    private final BitSet[] chosenBy;
    private final int[] loads;
    private final int[] got;
    private @Nullable DeterministicRandom random;

    interface Pairs {
        boolean allowed(int rater, int ratee);
    }

    interface PairVisitor {
        void visit(int rater, int ratee);
    }

    /** Those who do not get what they need: a set that together is allowed less than it needs. */
    record Shortfall(boolean ofRatees, BitSet who, long needed, long possible) {
        <T> List<T> of(List<T> people) {
            return who.stream().mapToObj(people::get).toList();
        }
    }

    ReviewMatching(int raters, int ratees, int each, Pairs pairs) {
        this.raters = raters;
        this.ratees = ratees;
        this.each = each;
        long total = (long) ratees * each;
        least = (int) (total / raters);
        most = (int) ((total + raters - 1) / raters);
        allowed = bits(raters, ratees);
        allowedBy = bits(ratees, raters);
        chosen = bits(raters, ratees);
        chosenBy = bits(ratees, raters);
        loads = new int[raters];
        got = new int[ratees];
        for (int rater = 0; rater < raters; rater++) {
            for (int ratee = 0; ratee < ratees; ratee++) {
                if (pairs.allowed(rater, ratee)) {
                    allowed[rater].set(ratee);
                    allowedBy[ratee].set(rater);
                }
            }
        }
    }

    private static BitSet[] bits(int rows, int columns) {
        BitSet[] bits = new BitSet[rows];
        Arrays.setAll(bits, row -> new BitSet(columns));
        return bits;
    }

    void forEach(PairVisitor visitor) {
        for (int rater = 0; rater < raters; rater++) {
            int of = rater;
            chosen[rater].stream().forEach(ratee -> visitor.visit(of, ratee));
        }
    }

    /**
     * Matches everyone: first by chance, always the least loaded raters, then by paths that pass ratees on from rater to
     * rater.
     *
     * @param equal whether the loads of raters may differ by one only
     * @return null where everyone is matched
     */
    @Nullable
    Shortfall fill(DeterministicRandom by, boolean equal) {
        random = by;
        clear();
        int cap = equal ? most : Integer.MAX_VALUE;
        draw(by, cap);
        for (int ratee = 0; ratee < ratees; ratee++) {
            while (got[ratee] < each) {
                Shortfall shortfall = findRater(ratee, cap);
                if (shortfall != null) {
                    return shortfall;
                }
            }
        }
        for (int rater = 0; equal && rater < raters; rater++) {
            while (loads[rater] < least) {
                Shortfall shortfall = findRatee(rater);
                if (shortfall != null) {
                    return shortfall;
                }
            }
        }
        return null;
    }

    private void clear() {
        for (BitSet row : chosen) {
            row.clear();
        }
        for (BitSet column : chosenBy) {
            column.clear();
        }
        Arrays.fill(loads, 0);
        Arrays.fill(got, 0);
    }

    /** A rater that waits for a ratee: the least loaded come first, equals in an order that is drawn anew each time. */
    private record Waiting(int load, long draw, int rater) implements Comparable<Waiting> {
        @Override
        public int compareTo(Waiting other) {
            int byLoad = Integer.compare(load, other.load);
            int byDraw = byLoad != 0 ? byLoad : Long.compare(draw, other.draw);
            return byDraw != 0 ? byDraw : Integer.compare(rater, other.rater);
        }
    }

    private void draw(DeterministicRandom by, int cap) {
        TreeSet<Waiting> waiting = new TreeSet<>();
        for (int rater = 0; rater < raters; rater++) {
            waiting.add(new Waiting(0, by.nextLong(), rater));
        }
        int[] order = shuffled(ratees, by);
        for (int ratee : order) {
            List<Waiting> taken = waiting.stream()
                    .filter(w -> w.load() < cap && allowed[w.rater()].get(ratee))
                    .limit(each)
                    .toList();
            for (Waiting rater : taken) {
                waiting.remove(rater);
                choose(rater.rater(), ratee);
                waiting.add(new Waiting(rater.load() + 1, by.nextLong(), rater.rater()));
            }
        }
    }

    private static int[] shuffled(int size, DeterministicRandom by) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        by.shuffle(order);
        return order;
    }

    private void choose(int rater, int ratee) {
        chosen[rater].set(ratee);
        chosenBy[ratee].set(rater);
        loads[rater]++;
        got[ratee]++;
    }

    private void drop(int rater, int ratee) {
        chosen[rater].clear(ratee);
        chosenBy[ratee].clear(rater);
        loads[rater]--;
        got[ratee]--;
    }

    /** Finds one more rater for a ratee; others may have to change theirs. */
    private @Nullable Shortfall findRater(int start, int cap) {
        int[] cameFrom = new int[raters]; // the ratee for whom a rater was reached
        int[] givenUpBy = new int[ratees]; // the rater who would give a ratee up
        BitSet unseenRaters = all(raters);
        BitSet unseenRatees = all(ratees);
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(start));
        unseenRatees.clear(start);
        givenUpBy[start] = -1;
        while (!queue.isEmpty()) {
            int ratee = queue.remove();
            BitSet reach = copy(allowedBy[ratee]);
            reach.and(unseenRaters);
            reach.andNot(chosenBy[ratee]);
            unseenRaters.andNot(reach);
            for (int rater = reach.nextSetBit(0); rater >= 0; rater = reach.nextSetBit(rater + 1)) {
                cameFrom[rater] = ratee;
                if (loads[rater] < cap) {
                    int giver = rater;
                    while (giver >= 0) {
                        int to = cameFrom[giver];
                        int before = givenUpBy[to];
                        if (before >= 0) {
                            drop(before, to);
                        }
                        choose(giver, to);
                        giver = before;
                    }
                    return null;
                }
                BitSet passed = copy(chosen[rater]);
                passed.and(unseenRatees);
                unseenRatees.andNot(passed);
                for (int next = passed.nextSetBit(0); next >= 0; next = passed.nextSetBit(next + 1)) {
                    givenUpBy[next] = rater;
                    queue.add(next);
                }
            }
        }
        BitSet who = all(ratees);
        who.andNot(unseenRatees);
        long possible = who.stream().mapToLong(ratee -> got[ratee]).sum();
        return new Shortfall(true, who, (long) who.cardinality() * each, possible);
    }

    /** Gives a rater one ratee more, taken from somebody with more than the least load; others may have to change theirs. */
    private @Nullable Shortfall findRatee(int start) {
        int[] wants = new int[raters]; // the ratee that a rater would take
        int[] takenBy = new int[ratees]; // the rater who would take a ratee
        int[] lostTo = new int[raters]; // the rater who takes a ratee of this one
        BitSet unseenRaters = all(raters);
        BitSet unseenRatees = all(ratees);
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(start));
        unseenRaters.clear(start);
        lostTo[start] = -1;
        while (!queue.isEmpty()) {
            int rater = queue.remove();
            BitSet reach = copy(allowed[rater]);
            reach.and(unseenRatees);
            reach.andNot(chosen[rater]);
            unseenRatees.andNot(reach);
            for (int ratee = reach.nextSetBit(0); ratee >= 0; ratee = reach.nextSetBit(ratee + 1)) {
                takenBy[ratee] = rater;
                BitSet holders = copy(chosenBy[ratee]);
                holders.and(unseenRaters);
                unseenRaters.andNot(holders);
                for (int holder = holders.nextSetBit(0); holder >= 0; holder = holders.nextSetBit(holder + 1)) {
                    wants[holder] = ratee;
                    lostTo[holder] = rater;
                    if (loads[holder] > least) {
                        for (int loser = holder; lostTo[loser] >= 0; loser = lostTo[loser]) {
                            drop(loser, wants[loser]);
                            choose(takenBy[wants[loser]], wants[loser]);
                        }
                        return null;
                    }
                    queue.add(holder);
                }
            }
        }
        BitSet who = all(raters);
        who.andNot(unseenRaters);
        long possible = who.stream().mapToLong(rater -> loads[rater]).sum();
        return new Shortfall(false, who, (long) who.cardinality() * least, possible);
    }

    private static BitSet all(int size) {
        BitSet bits = new BitSet(size);
        bits.set(0, size);
        return bits;
    }

    private static BitSet copy(BitSet bits) {
        return (BitSet) bits.clone();
    }

    /** How many parts the allowed pairs fall into; more than one, and no plan links them. */
    int allowedParts() {
        return new ReviewLinks(raters, ratees, allowed).parts();
    }

    /**
     * Links the parts by exchanges: of two parts one pair each is taken, and their ratees change places. It lessens the
     * number of parts if one of the two pairs is not all that holds its part together.
     *
     * @return whether everyone is linked
     */
    boolean link() {
        DeterministicRandom by = java.util.Objects.requireNonNull(random);
        ReviewLinks links = new ReviewLinks(raters, ratees, chosen);
        int tries = EXCHANGES_TRIED;
        while (links.parts() > 1) {
            int exchanged = 0;
            int[] spare = links.spare();
            by.shuffle(spare);
            int[] others = links.pairs();
            by.shuffle(others);
            for (int i = 0; i < spare.length && exchanged == 0; i++) {
                int rater = spare[i] / ratees;
                int ratee = spare[i] % ratees;
                for (int k = 0; k < others.length && exchanged == 0 && tries > 0; k++) {
                    int otherRater = others[k] / ratees;
                    int otherRatee = others[k] % ratees;
                    if (links.part(rater) != links.part(otherRater)) {
                        tries--;
                        if (allowed[rater].get(otherRatee) && allowed[otherRater].get(ratee)) {
                            drop(rater, ratee);
                            drop(otherRater, otherRatee);
                            choose(rater, otherRatee);
                            choose(otherRater, ratee);
                            exchanged++;
                        }
                    }
                }
            }
            if (exchanged == 0) {
                return false;
            }
            links = new ReviewLinks(raters, ratees, chosen);
        }
        return true;
    }
}
