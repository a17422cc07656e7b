package io.coaching.scorecard;

import io.coaching.base.PersonId;
import io.coaching.internal.text.OneLine;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * No plan keeps all rules. It names those that bind, so that the host knows which one to loosen.
 *
 * @param binding the rules that bind: without any one of them there would be a plan, or, where several stand in the way at
 *     once, all that take part
 * @param proven whether it is proven that there is no plan; false where a connected one was looked for in vain, but is not ruled
 *     out
 * @param affected those who cannot get the reviews they need, or cannot give their share; empty where it is not about single
 *     persons
 * @param needed how many reviews they need together
 * @param possible how many of them the rules leave room for
 */
public record NoReviewPlan(Set<ReviewRule> binding, boolean proven, List<PersonId> affected, long needed, long possible)
        implements ReviewAssignment {
    /**
     * Keeps copies.
     *
     * @param binding the rules that bind
     * @param proven whether it is proven
     * @param affected who is affected
     * @param needed how many reviews they need
     * @param possible how many there is room for
     */
    public NoReviewPlan {
        binding = java.util.Collections.unmodifiableSet(new TreeSet<>(binding));
        affected = List.copyOf(affected);
    }

    @Override
    public String toString() {
        String rules = binding.stream().map(ReviewRule::text).collect(Collectors.joining(" and "));
        String need = needed > possible ? ": " + needed + " reviews needed, " + possible + " possible" : "";
        return OneLine.of((proven ? "no plan is possible given " : "no plan was found given ") + rules + need);
    }
}
