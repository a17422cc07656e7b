package io.coaching.base;

import io.coaching.internal.check.Checks;
import io.coaching.internal.text.Figures;
import java.util.List;

/**
 * What came of a batch in which some items may be bad: the value made of the good ones, and a problem for each of the
 * others. Every item is accounted for: {@code accepted + refused} is the number of items seen.
 *
 * @param <T> the value
 * @param value made of the good items
 * @param accepted how many items were taken
 * @param refused how many items were left out
 * @param problems what was wrong, in the order of the input; it may be cut at a limit, {@code refused} never is
 */
public record Outcome<T>(T value, long accepted, long refused, List<Problem> problems) {
    /**
     * Keeps a copy of the problems.
     *
     * @param value made of the good items
     * @param accepted how many items were taken
     * @param refused how many items were left out
     * @param problems what was wrong
     */
    public Outcome {
        Checks.atLeast(accepted, 0, "accepted");
        Checks.atLeast(refused, 0, "refused");
        problems = List.copyOf(problems);
    }

    /**
     * The value, if nothing was refused.
     *
     * @return the value
     * @throws IllegalArgumentException if an item was refused: the message counts them and shows the first
     */
    public T orThrow() {
        if (refused > 0) {
            throw new IllegalArgumentException(Figures.count(refused) + " of " + Figures.count(accepted + refused)
                    + " items were refused" + (problems.isEmpty() ? "" : ", the first: " + problems.get(0)));
        }
        return value;
    }

    @Override
    public String toString() {
        return Figures.count(accepted) + " accepted, " + Figures.count(refused) + " refused"
                + (problems.isEmpty() ? "" : ", the first: " + problems.get(0));
    }
}
