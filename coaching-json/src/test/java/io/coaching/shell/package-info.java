/** The shell as its users meet it: a process of its own, with the library on its path. */
@NullMarked
package io.coaching.shell;

import org.jspecify.annotations.NullMarked;
