package io.coaching.data;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Facts for tests, as objects, and the plain way to build and to aggregate them. */
final class SomeFacts {
    record Fact(int measure, int person, int day, long value, int source, int slice) {}

    /** What a cell must hold, by schoolbook arithmetic. */
    record Sums(long count, BigInteger sum, BigInteger squares, long min, long max) {
        static Sums of(List<Fact> facts) {
            BigInteger sum = BigInteger.ZERO;
            BigInteger squares = BigInteger.ZERO;
            long min = Long.MAX_VALUE;
            long max = Long.MIN_VALUE;
            for (Fact fact : facts) {
                BigInteger value = BigInteger.valueOf(fact.value());
                sum = sum.add(value);
                squares = squares.add(value.multiply(value));
                min = Math.min(min, fact.value());
                max = Math.max(max, fact.value());
            }
            return new Sums(facts.size(), sum, squares, min, max);
        }

        static Sums of(Aggregate aggregate) {
            return new Sums(
                    aggregate.count(),
                    aggregate.exactSum(),
                    aggregate.exactSumOfSquares(),
                    aggregate.min().orElse(Long.MAX_VALUE),
                    aggregate.max().orElse(Long.MIN_VALUE));
        }
    }

    static final int MEASURES = 3;

    private SomeFacts() {}

    /**
     * Facts of three measures: small counts, amounts, and values as great as they may be. Few persons and days, so that
     * ties are common; some persons far away, so that ranges differ; one with very many rows.
     */
    static List<Fact> random(long seed, int n) {
        Random random = new Random(seed);
        List<Fact> facts = new ArrayList<>();
        int persons = 1 + random.nextInt(300);
        for (int i = 0; i < n; i++) {
            int measure = random.nextInt(MEASURES);
            int person = random.nextInt(4) == 0 ? 0 : random.nextInt(persons);
            if (random.nextInt(50) == 0) {
                person += 70_000 * random.nextInt(200);
            }
            int day = 18_000 + random.nextInt(200);
            long value = switch (measure) {
                case 0 -> 1 + random.nextInt(3);
                case 1 -> random.nextInt(200_000) - 50_000;
                default -> (random.nextBoolean() ? 1 : -1) * (Aggregate.MAX_VALUE - random.nextInt(100));
            };
            int slice = measure == 1 && random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0;
            facts.add(new Fact(measure, person, day, value, random.nextInt(1 + n / 3), slice));
        }
        return facts;
    }

    static FactTable.Builder builder(List<Fact> facts) {
        FactTable.Builder builder = FactTable.builder(MEASURES);
        for (Fact f : facts) {
            builder.add(f.measure, f.person, f.day, f.value, f.source, f.slice);
        }
        return builder;
    }

    static FactTable table(List<Fact> facts) {
        return builder(facts).seal();
    }

    static List<Fact> shuffled(List<Fact> facts, long seed) {
        List<Fact> copy = new ArrayList<>(facts);
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }
}
