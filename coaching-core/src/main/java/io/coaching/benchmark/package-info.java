/**
 * How someone compares with like-for-like peers, and how sure that is. Start with {@link
 * io.coaching.benchmark.BenchmarkQuestion} where there is a roster, with {@link io.coaching.benchmark.Benchmark} on plain
 * values.
 */
@NullMarked
@CheckReturnValue
@ValueStyle
package io.coaching.benchmark;

import com.google.errorprone.annotations.CheckReturnValue;
import io.coaching.internal.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
