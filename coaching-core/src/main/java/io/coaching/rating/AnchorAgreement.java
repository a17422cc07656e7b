package io.coaching.rating;

import io.coaching.base.Estimate;

/**
 * How well raters tell two neighbouring levels of a criterion apart.
 *
 * @param criterion which criterion
 * @param lower the lower level, in words
 * @param upper the next level, in words
 * @param parted the share of pairs of ratings on the two levels that part
 * @param byChance the share that would part by chance
 * @param agreement the agreement beyond chance, {@code 1 - parted / byChance}, with its interval
 * @param standsOut whether the anchor is credibly less clear than the others of the template, with what asking of all of them
 *     costs (Benjamini and Hochberg at 5 %)
 */
public record AnchorAgreement(
        String criterion,
        String lower,
        String upper,
        Estimate parted,
        Estimate byChance,
        Estimate agreement,
        boolean standsOut) {}
