package io.coaching.benchmarks;

import java.util.SplittableRandom;

/** Generated scorecards in random order: what every rival is given. */
final class Scorecards {
    static final int ITEMS = 8;
    static final int LEVELS = 5;
    static final int COMPETENCIES = 4;
    /** Of each item. */
    static final int[] COMPETENCY = {0, 0, 0, 1, 1, 2, 2, 3};

    static final int[] WEIGHT = {2, 1, 1, 3, 1, 1, 1, 1};

    final ScorecardShape shape;
    final int[] ratee;
    final byte[] quarter;
    /** Of card c on item i at c x items + i: the level from 0, or -1 where it was not rated. */
    final byte[] level;

    private Scorecards(ScorecardShape shape) {
        this.shape = shape;
        ratee = new int[shape.cards];
        quarter = new byte[shape.cards];
        level = new byte[shape.cards * ITEMS];
    }

    /** People differ in skill and in how often they are rated; one rating in twenty is missing. */
    static Scorecards generate(ScorecardShape shape, long seed) {
        Scorecards all = new Scorecards(shape);
        SplittableRandom random = new SplittableRandom(seed);
        double[] skill = new double[shape.people];
        for (int p = 0; p < skill.length; p++) {
            skill[p] = 2 + 0.8 * random.nextGaussian();
        }
        for (int c = 0; c < shape.cards; c++) {
            int one = random.nextInt(shape.people);
            all.ratee[c] = random.nextInt(3) == 0 ? Math.min(one, random.nextInt(shape.people)) : one;
            all.quarter[c] = (byte) random.nextInt(shape.quarters);
            for (int i = 0; i < ITEMS; i++) {
                long given = Math.round(skill[all.ratee[c]] + 0.7 * random.nextGaussian());
                all.level[c * ITEMS + i] =
                        random.nextInt(20) == 0 ? -1 : (byte) Math.max(0, Math.min(LEVELS - 1, given));
            }
        }
        return all;
    }

    int cell(int person, int quarterOfIt, int competency) {
        return (person * shape.quarters + quarterOfIt) * COMPETENCIES + competency;
    }
}
