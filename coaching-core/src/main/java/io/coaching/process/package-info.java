/**
 * The sales process: the stages that a deal goes through. Begin with {@link io.coaching.process.SalesProcess}.
 */
@NullMarked
@CheckReturnValue
@ValueStyle
package io.coaching.process;

import com.google.errorprone.annotations.CheckReturnValue;
import io.coaching.internal.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
