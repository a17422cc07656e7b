/**
 * What it takes to reach a goal: attainment, pace, back-solving and decomposition. Start with {@link
 * io.coaching.target.FunnelPlan} for a quota worked back through a funnel.
 */
@NullMarked
@CheckReturnValue
@ValueStyle
package io.coaching.target;

import com.google.errorprone.annotations.CheckReturnValue;
import io.coaching.internal.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
