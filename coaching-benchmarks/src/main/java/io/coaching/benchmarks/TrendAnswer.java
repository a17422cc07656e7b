package io.coaching.benchmarks;

/** The figures of every series in columns; those that a rival does not give stay 0. */
final class TrendAnswer {
    final double[] slope;
    final double[] pValue;
    final double[] theilSen;
    final double[] mannKendall;

    TrendAnswer(int series) {
        slope = new double[series];
        pValue = new double[series];
        theilSen = new double[series];
        mannKendall = new double[series];
    }
}
