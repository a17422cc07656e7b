package io.coaching.benchmarks;

import io.coaching.stats.RatingTally;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Ours. */
final class LibraryScorecards implements ScorecardRollUp {
    private final int threads;
    private final boolean sortOnTheClock;
    private final ExecutorService executor;
    private @Nullable ScorecardShape shape;
    private RatingTally.@Nullable Builder builder;
    private @Nullable RatingTally tally;
    private RatingTally.@Nullable Scores scores;

    LibraryScorecards(int threads, boolean sortOnTheClock) {
        this.threads = threads;
        this.sortOnTheClock = sortOnTheClock;
        this.executor = Executors.newFixedThreadPool(threads);
    }

    @Override
    public void load(Scorecards cards) {
        shape = cards.shape;
        RatingTally.Builder taken = RatingTally.builder(Scorecards.ITEMS, 1, 2, 3, 4, 5);
        for (int c = 0; c < cards.ratee.length; c++) {
            taken.add(
                    cards.ratee[c],
                    cards.quarter[c],
                    Arrays.copyOfRange(cards.level, c * Scorecards.ITEMS, (c + 1) * Scorecards.ITEMS));
        }
        builder = taken;
        tally = taken.build();
    }

    @Override
    public RatingTally.Scores query() {
        RatingTally sealed = tally;
        if (builder == null || sealed == null) {
            throw new IllegalStateException("not loaded");
        }
        if (sortOnTheClock) {
            sealed = builder.build();
        }
        RatingTally.Scores result = sealed.rollUp(Scorecards.COMPETENCY, Scorecards.WEIGHT, executor, threads);
        scores = result;
        return result;
    }

    @Override
    public ScorecardAnswer fetch() {
        RatingTally.Scores result = scores == null ? query() : scores;
        ScorecardShape of = shape;
        if (of == null) {
            throw new IllegalStateException("not loaded");
        }
        ScorecardAnswer answer = new ScorecardAnswer(of);
        for (int row = 0; row < result.rows(); row++) {
            for (int g = 0; g < Scorecards.COMPETENCIES; g++) {
                answer.mean[(result.subject(row) * of.quarters + result.period(row)) * Scorecards.COMPETENCIES + g] =
                        result.mean(row, g).orElse(Double.NaN);
            }
        }
        for (int q = 0; q < result.periods(); q++) {
            for (int g = 0; g < Scorecards.COMPETENCIES; g++) {
                answer.agreement[q * Scorecards.COMPETENCIES + g] =
                        result.agreement(g, q).orElse(Double.NaN);
            }
        }
        return answer;
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
