/** Random numbers that come out the same everywhere. Not exported. */
@NullMarked
@CheckReturnValue
package io.coaching.internal.random;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
