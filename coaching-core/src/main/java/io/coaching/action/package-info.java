/** What was agreed to do: an {@link io.coaching.action.ActionItem} with its owner and its date. */
@NullMarked
@CheckReturnValue
@ValueStyle
package io.coaching.action;

import com.google.errorprone.annotations.CheckReturnValue;
import io.coaching.internal.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
