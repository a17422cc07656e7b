package io.coaching.scorecard;

import io.coaching.base.BehaviourId;
import io.coaching.base.CompetencyId;
import io.coaching.base.OpportunityId;
import io.coaching.base.PersonId;
import io.coaching.base.ScorecardId;
import io.coaching.internal.check.Checks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Something that worked, written down for others: knowledge that stands in no playbook. It is written by hand, or taken
 * from the examples on cards.
 */
@Value.Immutable
public abstract sealed class BestPractice permits ImmutableBestPractice {
    BestPractice() {}

    /**
     * Starts a note.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Takes the examples of a card that others can learn from: those beside the highest level of the scale.
     *
     * @param card the card
     * @param template its template
     * @return the notes, in the order of the card
     */
    public static List<BestPractice> from(Scorecard card, ScorecardTemplate template) {
        CardScore score = CardScore.of(card, template);
        var notes = new ArrayList<BestPractice>();
        for (ItemRating rating : card.ratings()) {
            Points points = score.items().get(rating.item());
            Optional<Item> item = template.item(rating.item());
            if (item.isPresent()
                    && points != null
                    && points.equals(template.scale().highest())
                    && rating.example().filter(text -> !text.isBlank()).isPresent()) {
                notes.add(builder()
                        .text(rating.example().get())
                        .competency(item.get().competency())
                        .behaviour(item.get().behaviour())
                        .shownBy(card.ratee())
                        .notedBy(card.rater())
                        .day(card.day())
                        .card(card.id())
                        .opportunity(card.opportunity())
                        .build());
            }
        }
        return notes;
    }

    /**
     * What worked.
     *
     * @return the text
     */
    public abstract String text();

    /**
     * Which competency it shows.
     *
     * @return the competency
     */
    public abstract CompetencyId competency();

    /**
     * Which of its behaviours.
     *
     * @return the behaviour, if it shows one
     */
    public abstract Optional<BehaviourId> behaviour();

    /**
     * Who did it.
     *
     * @return the person; absent where the note is not about one
     */
    public abstract Optional<PersonId> shownBy();

    /**
     * Who wrote it down.
     *
     * @return the person, if it is known
     */
    public abstract Optional<PersonId> notedBy();

    /**
     * When.
     *
     * @return the day
     */
    public abstract LocalDate day();

    /**
     * The card that it was taken from.
     *
     * @return the card, if it was taken from one
     */
    public abstract Optional<ScorecardId> card();

    /**
     * The deal that it was seen in.
     *
     * @return the opportunity, if it was seen in one
     */
    public abstract Optional<OpportunityId> opportunity();

    @Value.Check
    void check() {
        Checks.notBlank(text(), "text");
    }

    @Override
    public String toString() {
        return competency() + ", " + day() + ": " + text();
    }

    /** Builds a {@link BestPractice}. */
    public static final class Builder extends ImmutableBestPractice.Builder {
        Builder() {}
    }
}
