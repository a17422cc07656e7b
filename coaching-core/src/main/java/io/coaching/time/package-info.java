/**
 * Days, half-open spans of days, and the calendar of a business: zone, weeks, fiscal years, holidays, working time.
 *
 * <p>Begin with {@link io.coaching.time.Span} where plain calendar dates are enough, and with
 * {@link io.coaching.time.BusinessCalendar} where weeks, fiscal periods, working days or instants matter. Nothing here
 * reads a clock or a default time zone.
 */
@NullMarked
@CheckReturnValue
@ValueStyle
package io.coaching.time;

import com.google.errorprone.annotations.CheckReturnValue;
import io.coaching.internal.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
