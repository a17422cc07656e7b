package io.coaching.scorecard;

import io.coaching.base.CompetencyId;
import io.coaching.base.Estimate;
import java.util.Optional;

/**
 * What raters of one relation say of one competency.
 *
 * @param relation the relation; absent for all who are others than the person, peers and managers
 * @param competency the competency; absent for the overall score
 * @param score the mean over raters in points, each rater counting once, with a Student interval from two raters on; withheld
 *     where too few anonymous raters answered
 */
public record RelationScore(Optional<Relation> relation, Optional<CompetencyId> competency, Estimate score) {
    @Override
    public String toString() {
        return relation.map(Relation::name).orElse("OTHERS") + " on "
                + competency.map(CompetencyId::value).orElse("all") + ": " + score;
    }
}
