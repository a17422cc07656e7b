/**
 * Statistics that the engines stand on and that Commons Statistics lacks: arrays in, small results out.
 *
 * <p>Start from the question: {@link io.coaching.stats.GroupProfile} places everyone in a peer group,
 * {@link io.coaching.stats.ProportionInterval} and its neighbours give limits, {@link io.coaching.stats.BetaBinomial},
 * {@link io.coaching.stats.GammaPoisson} and {@link io.coaching.stats.NormalNormal} shrink towards the peers, and
 * {@link io.coaching.stats.Multiplicity} and {@link io.coaching.stats.BayesianFdr} pay for asking many questions at once.
 *
 * <p>For what happens in time: a {@link io.coaching.stats.Series} goes into {@link io.coaching.stats.LineFit}, {@link
 * io.coaching.stats.TheilSen} and {@link io.coaching.stats.MannKendall}, counts and shares into {@link
 * io.coaching.stats.CountTrend} and {@link io.coaching.stats.ShareTrend}, and many series at once into {@link
 * io.coaching.stats.SeriesTrends}; what cannot be fitted is a {@link io.coaching.stats.Fit} with its reason.
 *
 * <p>Everything here holds to this: arrays that are given are never changed; a value that is not finite is refused with its
 * index; an answer that does not exist is an empty optional and never NaN; a level is a probability, 0.95 and not 95; nothing
 * is random but what takes a seed. All types are immutable and safe to share between threads.
 */
@NullMarked
@CheckReturnValue
package io.coaching.stats;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
