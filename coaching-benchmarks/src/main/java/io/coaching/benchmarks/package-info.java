/**
 * Measures the library side by side with what one would use in its place. A class per question; rivals are a parameter,
 * as are the shape of the data and the seed; tests see to it that all give the same answer before anything is timed.
 */
@NullMarked
package io.coaching.benchmarks;

import org.jspecify.annotations.NullMarked;
