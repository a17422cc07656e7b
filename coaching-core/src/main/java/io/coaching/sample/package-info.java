/**
 * A company that never was, to try things on: people, deals and activities drawn from a seed, with the truth known; entry
 * type {@link io.coaching.sample.SampleCompany}.
 */
@NullMarked
@CheckReturnValue
@ValueStyle
package io.coaching.sample;

import com.google.errorprone.annotations.CheckReturnValue;
import io.coaching.internal.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
