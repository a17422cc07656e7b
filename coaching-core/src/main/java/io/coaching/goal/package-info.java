/**
 * What is agreed to be reached: {@link io.coaching.goal.Target}s of people and teams with their history, how newcomers ramp up to
 * them, and the {@link io.coaching.goal.Targets} book that says which target holds for whom.
 */
@NullMarked
@CheckReturnValue
@ValueStyle
package io.coaching.goal;

import com.google.errorprone.annotations.CheckReturnValue;
import io.coaching.internal.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
