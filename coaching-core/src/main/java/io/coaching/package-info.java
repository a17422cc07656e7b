/**
 * The front door: {@link io.coaching.Coaching} asks every question of a set of data. Those who have a store of their own use
 * the engines directly, on plain values.
 */
@NullMarked
@CheckReturnValue
package io.coaching;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
