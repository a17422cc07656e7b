/** Work split into independent tasks on an executor that the caller handed over; entry type {@link Workers}. */
@NullMarked
@CheckReturnValue
package io.coaching.internal.parallel;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
