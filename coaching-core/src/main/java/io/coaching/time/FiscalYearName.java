package io.coaching.time;

/** After which calendar year a fiscal year is called, where it lies in two. */
public enum FiscalYearName {
    /** The one it begins in: the retail year from February 2017 to January 2018 is 2017. */
    BY_START,
    /** The one it ends in: the year from October 2016 to September 2017 is 2017. */
    BY_END
}
