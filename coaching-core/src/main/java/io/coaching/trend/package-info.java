/**
 * Where a figure is heading. Start with {@link io.coaching.trend.ForecastQuestion} where there is a roster, with {@link
 * io.coaching.trend.Forecasting} on plain values.
 */
@NullMarked
@CheckReturnValue
@ValueStyle
package io.coaching.trend;

import com.google.errorprone.annotations.CheckReturnValue;
import io.coaching.internal.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
