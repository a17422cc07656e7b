/**
 * JSON, NDJSON and CSV for the values of the coaching library; start with {@link io.coaching.json.CoachingJson}.
 *
 * <p>Values are bound by their shape, without an annotation on them:
 *
 * <ul>
 *   <li>a value with a builder, or a record, is an object of its attributes in alphabetical order; what is absent is left
 *       out, and a property that is not known is an error;
 *   <li>a record of one component with {@code of(component)} is that component: {@code "ana"} for a person's id, {@code
 *       95.0} for a percent;
 *   <li>a case of a sealed interface carries its kind: {@code {"kind":"undefined","reason":"NO_DATA"}};
 *   <li>where all cases are such scalars, kind and value make one string: {@code "person:ana"} where a subject is asked
 *       for, so that it is the same as a property, in a list and as a key;
 *   <li>a {@link io.coaching.base.Result} is written with its derived figures, and never read;
 *   <li>a document, such as a table of exchange rates, begins with its format: {@code "format":"exchange-rates/1"}.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package io.coaching.json;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
