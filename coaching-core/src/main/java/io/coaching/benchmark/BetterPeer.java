package io.coaching.benchmark;

import io.coaching.base.PersonId;

/**
 * Someone who does better.
 *
 * @param person who
 * @param value the value; totals for a unit of exposure
 * @param n what it stands on
 * @param shrunken the value drawn towards the peers
 * @param probability how probable it is that the true value is better
 * @param exemplar whether they are also ahead of their own peers: someone to learn from
 */
public record BetterPeer(
        PersonId person, double value, long n, double shrunken, double probability, boolean exemplar) {}
