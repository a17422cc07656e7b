/** Checks of arguments. Not exported. */
@NullMarked
package io.coaching.internal.check;

import org.jspecify.annotations.NullMarked;
