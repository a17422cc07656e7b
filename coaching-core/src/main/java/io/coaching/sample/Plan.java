package io.coaching.sample;

import io.coaching.time.Span;

/**
 * What a sample company is to be like.
 *
 * @param seed the seed
 * @param reps how many reps
 * @param teams how many teams, each with a manager
 * @param span the days of its records
 * @param spread the natural spread: the relative standard deviation of true values
 * @param planted the share of reps with a planted difference
 * @param differences whether reps differ at all, be it by ramp
 * @param clean whether the records are free of blemishes
 */
record Plan(
        long seed, int reps, int teams, Span span, double spread, double planted, boolean differences, boolean clean) {
    Plan withReps(int nowReps, int nowTeams) {
        return new Plan(seed, nowReps, nowTeams, span, spread, planted, differences, clean);
    }

    Plan withSpan(Span now) {
        return new Plan(seed, reps, teams, now, spread, planted, differences, clean);
    }

    Plan withDifferences(double nowSpread, double nowPlanted, boolean any) {
        return new Plan(seed, reps, teams, span, nowSpread, nowPlanted, any, clean);
    }

    Plan withoutBlemishes() {
        return new Plan(seed, reps, teams, span, spread, planted, differences, true);
    }
}
