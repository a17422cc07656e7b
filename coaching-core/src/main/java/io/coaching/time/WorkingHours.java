package io.coaching.time;

import java.time.LocalTime;

/**
 * The hours of a working day, on the wall clock.
 *
 * <p>A window whose end is not after its start runs into the next day and belongs to the day it begins on: a shift from
 * 22:00 to 06:00 on Friday is Friday's, although most of it lies on Saturday. Start and end alike mean a whole day.
 *
 * @param start when work begins
 * @param end when work ends, on the same day if after {@code start}, else on the next
 */
public record WorkingHours(LocalTime start, LocalTime end) {
    /** From midnight to midnight. */
    public static final WorkingHours WHOLE_DAY = new WorkingHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /**
     * Hours from one time to another.
     *
     * @param start when work begins
     * @param end when work ends
     * @return the hours, overnight if the end is not after the start
     */
    public static WorkingHours of(LocalTime start, LocalTime end) {
        return new WorkingHours(start, end);
    }

    /**
     * Whether they run into the next day.
     *
     * @return true if the end is not after the start
     */
    public boolean isOvernight() {
        return !end.isAfter(start);
    }
}
