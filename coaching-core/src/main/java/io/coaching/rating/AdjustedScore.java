package io.coaching.rating;

import io.coaching.base.Estimate;
import io.coaching.base.PersonId;

/**
 * What somebody's scorecards come to, as they are and with the severity of their raters taken out.
 *
 * @param ratee whose
 * @param raw the mean of the scores as given
 * @param adjusted the mean of the scores less the raters' shrunken effects
 */
public record AdjustedScore(PersonId ratee, Estimate raw, Estimate adjusted) {}
