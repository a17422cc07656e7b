package io.coaching.scorecard;

import io.coaching.base.Catalogue;
import io.coaching.base.CompetencyId;
import io.coaching.base.Message;
import io.coaching.base.Provenance;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.base.Subject;
import io.coaching.base.TemplateId;
import io.coaching.internal.check.Checks;
import io.coaching.time.Span;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;

/**
 * The scores of a team, a region or everyone: the mean of the cards on those who belonged to it on the day of the card.
 * Whoever was rated more often counts more often; the standard error knows that.
 */
@Value.Immutable
public abstract sealed class GroupScores implements Result permits ImmutableGroupScores {
    GroupScores() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Who was rated.
     *
     * @return the group
     */
    public abstract Subject subject();

    /**
     * On which template.
     *
     * @return the template
     */
    public abstract TemplateId template();

    /**
     * Over which days.
     *
     * @return the span
     */
    public abstract Span span();

    /**
     * The most that can be reached.
     *
     * @return the highest level of the scale, of the newest version
     */
    public abstract Points highest();

    /**
     * Whose cards count.
     *
     * @return the relations
     */
    public abstract Set<Relation> relations();

    /**
     * The scores: first the overall one, then each competency.
     *
     * @return the scores, in the order of the template
     */
    public abstract List<ScoreLine> lines();

    /**
     * How well the cards that count were filled in.
     *
     * @return the numbers of cards
     */
    public abstract Completeness completeness();

    /**
     * What a reader must know beside: which rulers met, what was dropped, how scores were rounded and adjusted.
     *
     * @return the remarks
     */
    public abstract List<Message> remarks();

    @Override
    public abstract Provenance provenance();

    /**
     * The overall score.
     *
     * @return the score
     */
    public ScoreLine overall() {
        return lines().get(0);
    }

    /**
     * The score of a competency.
     *
     * @param competency a competency that the template rates
     * @return the score
     * @throws IllegalArgumentException if the template does not rate it
     */
    public ScoreLine competency(CompetencyId competency) {
        return ScoreReport.line(lines(), competency);
    }

    private ScoreReport report() {
        return new ScoreReport(subject(), template(), span(), lines());
    }

    @Override
    public String table() {
        return report().table();
    }

    @Override
    public String explain(Catalogue catalogue) {
        return report().explain(catalogue, relations(), completeness(), remarks());
    }

    @Override
    public Rows rows() {
        return report().rows();
    }

    @Value.Check
    void check() {
        Checks.that(!lines().isEmpty(), "lines must not be empty");
    }

    @Override
    public String toString() {
        return report().line(highest());
    }

    static final class Builder extends ImmutableGroupScores.Builder {
        Builder() {}
    }
}
