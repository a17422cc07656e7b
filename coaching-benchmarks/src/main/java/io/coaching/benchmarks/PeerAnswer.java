package io.coaching.benchmarks;

import java.util.Arrays;

/** The figures of every value in columns, by the number of its row in {@link PeerValues}. */
final class PeerAnswer {
    static final byte LOWER = -1;
    static final byte MIDDLE = 0;
    static final byte UPPER = 1;
    static final byte NO_BAND = Byte.MIN_VALUE;

    final double[] percentile;
    final double[] median;
    final double[] mad;
    final double[] firstQuartile;
    final double[] thirdQuartile;
    /** NaN where the MAD is zero, so that rivals need not agree on how to say "undefined". */
    final double[] z;

    final byte[] band;

    PeerAnswer(int rows) {
        percentile = new double[rows];
        median = new double[rows];
        mad = new double[rows];
        firstQuartile = new double[rows];
        thirdQuartile = new double[rows];
        z = new double[rows];
        band = new byte[rows];
    }

    /** One in which every figure is yet to be filled in, and is seen to be missing where it is not. */
    static PeerAnswer unanswered(int rows) {
        PeerAnswer answer = new PeerAnswer(rows);
        Arrays.fill(answer.band, NO_BAND);
        return answer;
    }

    static double z(double value, double median, double mad) {
        return mad > 0 ? (value - median) / (1.4826 * mad) : Double.NaN;
    }

    /** Below the 25th percentile rank, above the 75th, or between. */
    static byte band(double percentile) {
        return percentile < 25 ? LOWER : percentile > 75 ? UPPER : MIDDLE;
    }
}
