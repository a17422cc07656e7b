/**
 * What ratings are worth: do raters agree, where do they part, who is severe, and what would scores be without it.
 *
 * <p>Start from {@link io.coaching.rating.AgreementQuestion} and {@link io.coaching.rating.SeverityQuestion}, which take plain
 * {@link io.coaching.stats.Ratings} or scorecards.
 */
@NullMarked
@CheckReturnValue
@ValueStyle
package io.coaching.rating;

import com.google.errorprone.annotations.CheckReturnValue;
import io.coaching.internal.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
