package io.coaching.sample;

import io.coaching.time.Span;

/**
 * What a sample company is to be like.
 *
 * @param seed the seed
 * @param reps how many reps
 * @param teams how many teams, each with a manager
 * @param span the days of its records
 * @param differences in what reps differ
 * @param seasons how the year goes
 * @param clean whether the records are free of blemishes
 * @param contents what the data hold beside people, deals and activities
 */
record Plan(
        long seed,
        int reps,
        int teams,
        Span span,
        Differences differences,
        Seasons seasons,
        boolean clean,
        Contents contents) {
    /**
     * In what reps differ, from one another and from themselves of before.
     *
     * @param spread the natural spread: the relative standard deviation of true values
     * @param planted the share of reps with a planted difference
     * @param nature whether people differ at all: newcomers by their ramp, all by skills, raters by severity
     * @param changes the share of reps with a planted change
     */
    record Differences(double spread, double planted, boolean nature, double changes) {
        Differences withSpread(double now) {
            return new Differences(now, planted, true, changes);
        }

        Differences withPlanted(double now) {
            return new Differences(spread, now, true, changes);
        }

        Differences withChanges(double now) {
            return new Differences(spread, planted, nature, now);
        }
    }

    /**
     * What the data hold beside people, deals and activities.
     *
     * @param targets whether they hold targets
     * @param scorecards whether they hold scorecards
     */
    record Contents(boolean targets, boolean scorecards) {}

    Plan withContents(Contents now) {
        return new Plan(seed, reps, teams, span, differences, seasons, clean, now);
    }

    Plan withReps(int nowReps, int nowTeams) {
        return new Plan(seed, nowReps, nowTeams, span, differences, seasons, clean, contents);
    }

    Plan withSpan(Span now) {
        return new Plan(seed, reps, teams, now, differences, seasons, clean, contents);
    }

    Plan withDifferences(Differences now) {
        return new Plan(seed, reps, teams, span, now, seasons, clean, contents);
    }

    Plan withSeasons(Seasons now) {
        return new Plan(seed, reps, teams, span, differences, now, clean, contents);
    }

    Plan withoutBlemishes() {
        return new Plan(seed, reps, teams, span, differences, seasons, true, contents);
    }
}
