/**
 * What is measured: a {@link io.coaching.kpi.Measure} says what a fact means, a {@link io.coaching.kpi.Kpi} is a
 * {@link io.coaching.kpi.Formula} over measures, a catalogue holds both.
 */
@NullMarked
@CheckReturnValue
@ValueStyle
package io.coaching.kpi;

import com.google.errorprone.annotations.CheckReturnValue;
import io.coaching.internal.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
