package io.coaching.stats;

/**
 * How a test for trend allows for values that resemble their neighbours in time. Without that, a series that merely wanders is
 * taken for a trend far too often.
 */
public enum SerialCorrelation {
    /** Not at all: values are taken for independent. */
    NONE,
    /**
     * The variance of S is widened by what the significant autocorrelations of the ranks of the detrended values call for (Hamed
     * and Rao 1998, doi:10.1016/S0022-1694(97)00125-X).
     */
    HAMED_RAO,
    /**
     * The variance of S is widened by the effective number of values, from the autocorrelations of the detrended values (Yue and
     * Wang 2004, doi:10.1023/B:WARM.0000043140.61082.60). Over all lags they nearly cancel; a few lags are the better choice.
     */
    YUE_WANG,
    /**
     * The trend is taken out, then the first autocorrelation; the trend is put back and the rest tested (Yue, Pilon, Phinney and
     * Cavadias 2002, doi:10.1002/hyp.1095). A point without one in the period before it is lost.
     */
    TREND_FREE_PREWHITENING
}
