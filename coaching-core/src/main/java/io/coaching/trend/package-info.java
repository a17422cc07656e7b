/**
 * Where is it heading, and since when? Start from {@link io.coaching.trend.TrendQuestion}, or from {@link
 * io.coaching.trend.TrendAnalysis} where the figures come from a store of your own; {@link io.coaching.trend.WatchQuestion} looks over
 * all people and KPIs at once. Forecasts start from {@code ForecastQuestion}.
 */
@NullMarked
@CheckReturnValue
@ValueStyle
package io.coaching.trend;

import com.google.errorprone.annotations.CheckReturnValue;
import io.coaching.internal.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
