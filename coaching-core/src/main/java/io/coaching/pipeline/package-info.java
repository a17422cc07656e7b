/**
 * Deals as histories of events, and what they contribute to the figures. Begin with
 * {@link io.coaching.pipeline.Opportunity}.
 */
@NullMarked
@CheckReturnValue
@ValueStyle
package io.coaching.pipeline;

import com.google.errorprone.annotations.CheckReturnValue;
import io.coaching.internal.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
