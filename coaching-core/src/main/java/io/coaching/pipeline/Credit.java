package io.coaching.pipeline;

import com.google.common.collect.ImmutableSortedMap;
import io.coaching.base.Money;
import io.coaching.base.PersonId;
import io.coaching.internal.check.Checks;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who has a share in a deal, as whole-number weights: 60 and 40, or 2, 1 and 1.
 *
 * <p>Only the proportion matters to {@link #split}; the weights are kept as given. Immutable.
 *
 * @param weights the weight of each person, 1 to 1,000,000, by id; at least one person
 */
public record Credit(Map<PersonId, Integer> weights) {
    private static final int MAX_WEIGHT = 1_000_000;
    private static final Comparator<PersonId> BY_ID = Comparator.comparing(PersonId::value);

    /**
     * Checks the weights and puts them in the order of ids.
     *
     * @param weights the weight of each person
     * @throws IllegalArgumentException if nobody is named, or a weight is out of range
     */
    public Credit {
        Checks.that(!weights.isEmpty(), "weights must name at least one person");
        weights.forEach((person, weight) -> Checks.inRange(weight, 1, MAX_WEIGHT, "weight of " + person));
        weights = ImmutableSortedMap.copyOf(weights, BY_ID);
    }

    /**
     * All credit to one person.
     *
     * @param person the person
     * @return the credit
     */
    public static Credit to(PersonId person) {
        return new Credit(Map.of(person, 1));
    }

    /**
     * Credit shared by weights.
     *
     * @param weights the weight of each person
     * @return the credit
     */
    public static Credit shared(Map<PersonId, Integer> weights) {
        return new Credit(weights);
    }

    /**
     * Passes a person's share on, as happens when a deal changes hands.
     *
     * @param from who has the share
     * @param to who gets it, in addition to their own
     * @return the new credit; the same if {@code from} has no share
     */
    public Credit passedOn(PersonId from, PersonId to) {
        Integer share = weights.get(from);
        if (share == null || from.equals(to)) {
            return this;
        }
        Map<PersonId, Integer> changed = new TreeMap<>(BY_ID);
        changed.putAll(weights);
        changed.remove(from);
        changed.merge(to, share, (a, b) -> Math.min(MAX_WEIGHT, a + b));
        return new Credit(changed);
    }

    /**
     * Shares money out so that nothing is lost: the shares add up to the amount, to the last minor unit.
     *
     * <p>Each gets the whole minor units of the exact share; the units left over go to the largest remainders, among
     * equal ones by id (Hamilton's method). Of EUR 100.00 by weights 1, 1, 1 the first gets 33.34, the others 33.33.
     *
     * @param amount the amount; a negative one is shared like its positive
     * @return the share of each, by id
     */
    public Map<PersonId, Money> split(Money amount) {
        BigInteger minor = BigInteger.valueOf(Math.abs(amount.minorUnits()));
        BigInteger total = BigInteger.valueOf(
                weights.values().stream().mapToLong(Integer::longValue).sum());
        int sign = amount.minorUnits() < 0 ? -1 : 1;
        List<Share> shares = new ArrayList<>();
        long left = Math.abs(amount.minorUnits());
        for (Map.Entry<PersonId, Integer> weight : weights.entrySet()) {
            BigInteger[] exact =
                    minor.multiply(BigInteger.valueOf(weight.getValue())).divideAndRemainder(total);
            left -= exact[0].longValueExact();
            shares.add(new Share(weight.getKey(), exact[0].longValueExact(), exact[1]));
        }
        List<Share> byRemainder = new ArrayList<>(shares);
        // stable: among equal remainders the order of ids stays
        byRemainder.sort(Comparator.comparing(Share::remainder, Collections.reverseOrder()));
        Map<PersonId, Money> split = new LinkedHashMap<>();
        for (Share share : shares) {
            long extra = byRemainder.indexOf(share) < left ? 1 : 0;
            split.put(share.person(), Money.ofMinor(sign * (share.units() + extra), amount.currency()));
        }
        return Collections.unmodifiableMap(split);
    }

    private record Share(PersonId person, long units, BigInteger remainder) {}
}
