/**
 * Competencies, the templates that rate them and the cards that were filled in: begin with
 * {@link io.coaching.scorecard.ScorecardTemplate} and {@link io.coaching.scorecard.Scorecard}.
 */
@NullMarked
@CheckReturnValue
@ValueStyle
package io.coaching.scorecard;

import com.google.errorprone.annotations.CheckReturnValue;
import io.coaching.internal.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
