package io.coaching.sample;

import io.coaching.base.CompetencyId;

/**
 * How good someone truly is at a competency: what raters without severity would give on average, over endlessly many calls.
 *
 * @param competency the competency
 * @param points the skill on the scale of 1 to 5, between the levels too
 */
public record TrueSkill(CompetencyId competency, double points) {}
