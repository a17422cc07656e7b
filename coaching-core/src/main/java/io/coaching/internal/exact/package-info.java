/** Exact arithmetic on 128 bits, integer columns as narrow as their content, sorting and byte forms. */
@NullMarked
@CheckReturnValue
package io.coaching.internal.exact;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
