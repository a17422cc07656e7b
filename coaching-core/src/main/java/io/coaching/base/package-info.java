/**
 * Words that everything else is said in: typed ids, money, estimates
 * and the messages that engines speak with.
 */
@NullMarked
@CheckReturnValue
@ValueStyle
package io.coaching.base;

import com.google.errorprone.annotations.CheckReturnValue;
import io.coaching.internal.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
