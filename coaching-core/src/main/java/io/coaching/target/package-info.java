/**
 * What does it take? {@link io.coaching.target.AttainmentQuestion} holds results against targets, {@link
 * io.coaching.target.PaceQuestion} says whether a running period will get there, {@link io.coaching.target.Decomposition} breaks a
 * target down into parts, and {@code FunnelPlan} works it back through the funnel.
 */
@NullMarked
@CheckReturnValue
@ValueStyle
package io.coaching.target;

import com.google.errorprone.annotations.CheckReturnValue;
import io.coaching.internal.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
