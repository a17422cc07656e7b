package io.coaching.base;

/** Why there is no answer. The list is closed: a host can translate all of it. */
public enum Reason {
    /** Nothing was observed. */
    NO_DATA("nothing was observed"),
    /** Nothing was decided in the period, so there is no rate of success. */
    NOTHING_DECIDED("nothing was decided in the period"),
    /** The denominator of a ratio is zero. */
    ZERO_DENOMINATOR("the denominator is zero"),
    /** More successes than trials were counted, so one of the two counts is wrong. */
    MORE_SUCCESSES_THAN_TRIALS("more successes than trials were counted"),
    /** There was no exposure: nobody was eligible in the period. */
    NO_EXPOSURE("nobody was eligible in the period"),
    /** One of the figures that it is derived from has no value. */
    PART_UNDEFINED("a figure that it is derived from has no value"),
    /** All observations are alike, so there is nothing to compare or correlate. */
    NO_VARIATION("all observations are alike"),
    /** There are too few observations for the method. */
    TOO_FEW_OBSERVATIONS("there are too few observations"),
    /** There are too few peers to compare with. */
    TOO_FEW_PEERS("there are too few peers"),
    /** What chance does to such a figure is not known, so better and worse cannot be told from luck. */
    NO_ERROR_MODEL("what chance does to such a figure is not known"),
    /** Nothing of what was observed came through a stage, so no number of them is enough on average. */
    NOTHING_CONVERTED("nothing was converted"),
    /** What is asked for lies beyond what can be reached or computed. */
    OUT_OF_REACH("it is out of reach"),
    /** Amounts are in several currencies, and no rates were given. */
    MIXED_CURRENCIES("amounts are in several currencies"),
    /** Scores were measured with different rulers. */
    DIFFERENT_RULERS("scores were measured with different rulers"),
    /** The group is smaller than privacy allows. */
    GROUP_TOO_SMALL("the group is smaller than privacy allows"),
    /** It would give away another withheld answer. */
    PROTECTS_ANOTHER("it would give away another withheld answer"),
    /** The viewer may not see it. */
    NOT_PERMITTED("the viewer may not see it"),
    /** No target is set, so that nothing can be measured against one. */
    NO_TARGET("no target is set"),
    /** There is one rater at most, so nobody to agree with. */
    ONE_RATER("there is only one rater"),
    /** No two raters rated the same. */
    NO_OVERLAP("no two raters rated the same"),
    /** Raters are linked by nobody whom both rated, nor by a chain of such, so their levels do not compare. */
    NOT_CONNECTED("the raters have no common link"),
    /** One of the regressors is determined by the others, so their effects cannot be told apart. */
    COLLINEAR("a regressor is determined by the others"),
    /** All that was counted lies at one end of the time, so the change is without bound. */
    SEPARATED("what was counted lies at one end, so the change is without bound"),
    /** A value is 0 or below, so that nothing can be multiplied by a season. */
    NOT_POSITIVE("a value is 0 or below"),
    /** The period is over, so that nothing is left to be done in it. */
    PERIOD_OVER("the period is over"),
    /** The period has not begun, so that nothing was reached in it yet. */
    PERIOD_NOT_BEGUN("the period has not begun"),
    ;

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    /**
     * The reason in English, to continue a sentence.
     *
     * @return the text
     */
    public String text() {
        return text;
    }
}
