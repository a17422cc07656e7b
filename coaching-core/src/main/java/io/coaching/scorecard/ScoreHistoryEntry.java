package io.coaching.scorecard;

import io.coaching.base.CompetencyId;
import io.coaching.base.ScorecardId;
import io.coaching.base.TemplateId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One card in the history of somebody: what it came to, and what was said. It names the relation of the rater and not the
 * rater.
 */
@Value.Immutable
public abstract sealed class ScoreHistoryEntry permits ImmutableScoreHistoryEntry {
    ScoreHistoryEntry() {}

    /**
     * Starts an entry.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    static ScoreHistoryEntry of(Scored scored) {
        Scorecard card = scored.card();
        return builder()
                .card(card.id())
                .day(card.day())
                .relation(card.relation())
                .template(card.template())
                .version(card.version())
                .ruler(scored.template().ruler())
                .overall(scored.score().overall())
                .competencies(scored.score().competencies())
                .feedback(card.ratings().stream()
                        .filter(rating ->
                                rating.comment().isPresent() || rating.example().isPresent())
                        .toList())
                .sessionFeedback(card.sessionFeedback())
                .build();
    }

    /**
     * Which card.
     *
     * @return the card
     */
    public abstract ScorecardId card();

    /**
     * When.
     *
     * @return the day
     */
    public abstract LocalDate day();

    /**
     * By whom, by relation.
     *
     * @return the relation
     */
    public abstract Relation relation();

    /**
     * On which template.
     *
     * @return the template
     */
    public abstract TemplateId template();

    /**
     * On which version of it.
     *
     * @return the version
     */
    public abstract int version();

    /**
     * With which ruler: entries with another one do not compare.
     *
     * @return the ruler of the overall score
     */
    public abstract String ruler();

    /**
     * The overall score.
     *
     * @return the score in points; absent if nothing was answered
     */
    public abstract Optional<BigDecimal> overall();

    /**
     * The score of each competency.
     *
     * @return the scores in points, in the order of the template
     */
    public abstract Map<CompetencyId, BigDecimal> competencies();

    /**
     * The ratings with a comment or an example.
     *
     * @return the ratings, in the order of the card
     */
    public abstract List<ItemRating> feedback();

    /**
     * What the rater said of the session as a whole.
     *
     * @return the text, if there is one
     */
    public abstract Optional<String> sessionFeedback();

    /** Builds a {@link ScoreHistoryEntry}. */
    public static final class Builder extends ImmutableScoreHistoryEntry.Builder {
        Builder() {}
    }
}
