/** Figures and tables as plain text, the same in every locale. Not exported. */
@NullMarked
package io.coaching.internal.text;

import org.jspecify.annotations.NullMarked;
