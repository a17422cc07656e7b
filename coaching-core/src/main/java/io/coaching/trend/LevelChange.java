package io.coaching.trend;

import io.coaching.base.Estimate;
import io.coaching.base.Percent;
import java.time.LocalDate;

/**
 * The newest change of level of a series: since when, from what, to what.
 *
 * @param onset the first day of the first period on the new level
 * @param earliest the earliest such day that is well possible
 * @param latest the latest
 * @param range how probable it is that the true day lies between the two, given that there was a change
 * @param periodsSince how many periods with a figure the new level has lasted
 * @param before the level before
 * @param after the level since
 * @param difference after less before, in the unit of the KPI
 * @param recency whether that is recent
 */
public record LevelChange(
        LocalDate onset,
        LocalDate earliest,
        LocalDate latest,
        Percent range,
        int periodsSince,
        Estimate before,
        Estimate after,
        Estimate difference,
        Recency recency) {}
