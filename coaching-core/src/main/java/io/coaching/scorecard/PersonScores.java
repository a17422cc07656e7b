package io.coaching.scorecard;

import io.coaching.base.Catalogue;
import io.coaching.base.CompetencyId;
import io.coaching.base.Message;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.base.TemplateId;
import io.coaching.internal.check.Checks;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * The scores of one person: overall and by competency, by all raters asked for together and by relation, and the cards
 * that they come from. Raters are not named.
 */
@Value.Immutable
public abstract sealed class PersonScores implements Result permits ImmutablePersonScores {
    PersonScores() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Who was rated.
     *
     * @return the person
     */
    public abstract PersonId person();

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
     * The scores by raters of each relation, whether asked for or not, self among them.
     *
     * @return the scores of each relation that has cards, in the order of the template
     */
    public abstract List<ScoreLine> byRelation();

    /**
     * The cards that were filled in, with what was said on them, of all relations.
     *
     * @return the cards, the oldest first
     */
    public abstract List<ScoreHistoryEntry> history();

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

    /**
     * The score of a competency by raters of one relation, as what the person says of themselves.
     *
     * @param competency the competency
     * @param relation the relation
     * @return the score; empty where no such card was filled in
     */
    public Optional<ScoreLine> competency(CompetencyId competency, Relation relation) {
        return byRelation().stream()
                .filter(line -> line.competency().equals(Optional.of(competency))
                        && line.relation().equals(Optional.of(relation)))
                .findFirst();
    }

    private ScoreReport report() {
        var all = new ArrayList<>(lines());
        all.addAll(byRelation());
        return new ScoreReport(person(), template(), span(), all);
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

    static final class Builder extends ImmutablePersonScores.Builder {
        Builder() {}
    }
}
