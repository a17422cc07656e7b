package io.coaching.scorecard;

import io.coaching.base.Catalogue;
import io.coaching.base.Estimate;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.Result;
import io.coaching.base.ReviewCycleId;
import io.coaching.base.Rows;
import io.coaching.base.ScorecardId;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** How far a review cycle is at a moment: each review, what is to be done about it, and who takes part. */
@Value.Immutable
public abstract sealed class CycleStatus implements Result permits ImmutableCycleStatus {
    CycleStatus() {}

    /**
     * Starts a status.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Which cycle.
     *
     * @return the cycle
     */
    public abstract ReviewCycleId cycle();

    /**
     * At which moment.
     *
     * @return the moment
     */
    public abstract Instant at();

    /**
     * Each review that was asked for.
     *
     * @return the reviews, sorted by ratee, relation and rater
     */
    public abstract List<ReviewState> reviews();

    /**
     * Cards that nobody had asked for.
     *
     * @return the cards, sorted
     */
    public abstract List<ScorecardId> unasked();

    /**
     * Who gives reviews.
     *
     * @return the participation of raters
     */
    public abstract Participation giving();

    /**
     * Who gets reviews.
     *
     * @return the participation of ratees
     */
    public abstract Participation receiving();

    @Override
    public abstract Provenance provenance();

    /**
     * The reviews of a status.
     *
     * @param status the status
     * @return the reviews
     */
    public List<ReviewState> reviews(ReviewStatus status) {
        return reviews().stream().filter(review -> review.status() == status).toList();
    }

    /**
     * How many reviews have each status.
     *
     * @return the counts, in the order of the statuses; 0 where there is none
     */
    public Map<ReviewStatus, Integer> counts() {
        Map<ReviewStatus, Integer> counts = new EnumMap<>(ReviewStatus.class);
        Arrays.stream(ReviewStatus.values()).forEach(status -> counts.put(status, 0));
        reviews().forEach(review -> counts.merge(review.status(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    private long count(ReviewStatus status) {
        return reviews(status).size();
    }

    /**
     * Whom to remind: raters with a review that is due soon or overdue, each with how many.
     *
     * @return the number of such reviews, by rater
     */
    public Map<PersonId, Integer> reminders() {
        Map<PersonId, Integer> reminders = new java.util.TreeMap<>();
        reviews().stream()
                .filter(review ->
                        review.status() == ReviewStatus.REMINDER_DUE || review.status() == ReviewStatus.OVERDUE)
                .forEach(review -> reminders.merge(review.request().rater(), 1, Integer::sum));
        return Collections.unmodifiableMap(reminders);
    }

    /**
     * The share of reviews that are there, of all that were asked for and not excused.
     *
     * @return the share with its Wilson interval; undefined where none is counted
     */
    public Estimate completion() {
        long excused = reviews(ReviewStatus.EXCUSED).size();
        long asked = reviews().size() - excused;
        long done =
                reviews().stream().filter(review -> review.status().isDone()).count();
        return CountedShare.of(done, asked, "reviews done / (reviews asked for - excused)", "reviews", Reason.NO_DATA);
    }

    @Override
    public String table() {
        TextTable table = TextTable.of("status", ">reviews", ">share");
        int all = reviews().size();
        counts().forEach((status, count) -> {
            if (count > 0) {
                table.row(status.text(), Figures.count(count), Figures.percent((double) count / all, 0));
            }
        });
        return table.row("all", Figures.count(all), "").toString();
    }

    @Override
    public String explain(Catalogue catalogue) {
        var messages = new ArrayList<Message>();
        messages.add(Message.of(MessageCode.REVIEW_COMPLETION)
                .with("done", count(ReviewStatus.DONE) + count(ReviewStatus.DONE_LATE))
                .with("late", count(ReviewStatus.DONE_LATE))
                .with("asked", reviews().size() - count(ReviewStatus.EXCUSED))
                .with("excused", count(ReviewStatus.EXCUSED)));
        messages.add(Message.of(MessageCode.REVIEW_PARTICIPATION)
                .with("givers", giving().active())
                .with("raters", giving().eligible())
                .with("receivers", receiving().active())
                .with("ratees", receiving().eligible()));
        reminders()
                .forEach((rater, count) -> messages.add(Message.of(MessageCode.REVIEW_REMIND)
                        .with("rater", rater)
                        .with("count", (long) count)));
        reviews(ReviewStatus.MISSED)
                .forEach(review -> messages.add(Message.of(MessageCode.REVIEW_MISSED)
                        .with("rater", review.request().rater())
                        .with("ratee", review.request().ratee())
                        .with("due", review.request().due())));
        if (!unasked().isEmpty()) {
            messages.add(Message.of(MessageCode.REVIEW_UNASKED)
                    .with("count", unasked().size()));
        }
        return table() + catalogue.lines(messages);
    }

    @Override
    public Rows rows() {
        var rows = new ArrayList<Map<String, Object>>();
        for (ReviewState review : reviews()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("cycle", cycle().value());
            row.put("rater", review.request().rater().value());
            row.put("ratee", review.request().ratee().value());
            row.put("relation", review.request().relation().name());
            row.put("due", review.request().due().toString());
            row.put("status", review.status().name());
            review.card().ifPresent(card -> row.put("card", card.value()));
            rows.add(row);
        }
        return Rows.of(List.of("cycle", "rater", "ratee", "relation", "due", "status", "card"), rows);
    }

    @Override
    public String toString() {
        long done =
                reviews().stream().filter(review -> review.status().isDone()).count();
        return OneLine.of(cycle() + ": " + done + " of " + reviews().size() + " reviews done, "
                + count(ReviewStatus.OVERDUE) + " overdue, " + count(ReviewStatus.MISSED) + " missed, "
                + count(ReviewStatus.EXCUSED) + " excused");
    }

    /** Builds a {@link CycleStatus}. */
    public static final class Builder extends ImmutableCycleStatus.Builder {
        Builder() {}
    }
}
