package io.coaching.benchmark;

import io.coaching.base.Estimate;
import io.coaching.base.TeamId;

/**
 * One team in a {@link TeamTable}.
 *
 * @param team which
 * @param value its pooled value, totals for a unit of exposure, with its interval and the number of people; or withheld
 */
public record TeamRow(TeamId team, Estimate value) {}
