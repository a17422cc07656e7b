/**
 * What was recorded, as exact columns: facts by measure, person and day, and the cubes, aggregates and panels made
 * of them; entry type {@link io.coaching.data.FactTable}.
 */
@NullMarked
@CheckReturnValue
@ValueStyle
package io.coaching.data;

import com.google.errorprone.annotations.CheckReturnValue;
import io.coaching.internal.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
