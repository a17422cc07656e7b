package io.coaching.rating;

import io.coaching.base.Percent;
import io.coaching.internal.check.Checks;
import io.coaching.stats.AgreementWeights;

/**
 * What is agreed before agreement is measured.
 *
 * @param level of the intervals, above 0 and below 100
 * @param weights how much unequal ratings agree in AC2
 * @param target the reliability at which a score is good enough, above 0 and below 100: 80 for .8
 */
public record AgreementRule(Percent level, AgreementWeights weights, Percent target) {
    private static final AgreementRule STANDARD =
            new AgreementRule(Percent.of(95), AgreementWeights.ORDINAL, Percent.of(80));

    /**
     * Checks the shares.
     *
     * @param level of the intervals
     * @param weights how much unequal ratings agree in AC2
     * @param target the reliability at which a score is good enough
     */
    public AgreementRule {
        Checks.that(level.value() > 0 && level.value() < 100, "level must be above 0% and below 100%: " + level);
        Checks.that(
                target.value() > 0 && target.value() < 100,
                "target must be above 0% and below 100%: " + target,
                "Percent.of(80) was meant, for a reliability of .8");
    }

    /**
     * What is used where nothing is said: 95 %, ordinal weights, .8.
     *
     * @return the rule
     */
    public static AgreementRule standard() {
        return STANDARD;
    }
}
