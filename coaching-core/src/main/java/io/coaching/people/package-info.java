/**
 * Who works here, in which role and team, for whom and since when; who is like whom; and who may see what. Start with
 * {@link io.coaching.people.RosterRecords}, which {@link io.coaching.people.Roster#of} checks and indexes.
 */
@NullMarked
@CheckReturnValue
@ValueStyle
package io.coaching.people;

import com.google.errorprone.annotations.CheckReturnValue;
import io.coaching.internal.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
