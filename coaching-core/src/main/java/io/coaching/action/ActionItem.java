package io.coaching.action;

import io.coaching.base.CompetencyId;
import io.coaching.base.PersonId;
import io.coaching.internal.check.Checks;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What somebody will do until when. People write down less than that, so owner and date may be missing here; a scorecard
 * template says whether they must be there.
 *
 * <pre>{@code
 * ActionItem.of("Ask two questions on impact in each first call", PersonId.of("ana"), LocalDate.of(2026, 10, 1))
 *         .status(LocalDate.of(2026, 10, 2)); // OVERDUE
 * }</pre>
 */
@Value.Immutable
public abstract sealed class ActionItem permits ImmutableActionItem {
    ActionItem() {}

    /**
     * Starts an action item.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns an action item.
     *
     * @param what what is to be done
     * @param owner who does it
     * @param due until when
     * @return the action item
     */
    public static ActionItem of(String what, PersonId owner, LocalDate due) {
        return builder().what(what).owner(owner).due(due).build();
    }

    /**
     * What is to be done.
     *
     * @return the text
     */
    public abstract String what();

    /**
     * Who does it.
     *
     * @return the person, if one was named
     */
    public abstract Optional<PersonId> owner();

    /**
     * Until when.
     *
     * @return the last day on which it is in time, if one was agreed
     */
    public abstract Optional<LocalDate> due();

    /**
     * When it was done.
     *
     * @return the day; absent while it is not done
     */
    public abstract Optional<LocalDate> done();

    /**
     * Which competency it develops.
     *
     * @return the competency, if it is about one
     */
    public abstract Optional<CompetencyId> competency();

    /**
     * What kind of promise it is.
     *
     * @return the kind; a follow-up unless said otherwise
     */
    @Value.Default
    public ActionKind kind() {
        return ActionKind.FOLLOW_UP;
    }

    /**
     * How it stands at the end of a day.
     *
     * @param asOf the day
     * @return done if it was done by then; overdue from the day after its date
     */
    public ActionStatus status(LocalDate asOf) {
        if (done().filter(day -> !day.isAfter(asOf)).isPresent()) {
            return ActionStatus.DONE;
        }
        return due().filter(asOf::isAfter).isPresent() ? ActionStatus.OVERDUE : ActionStatus.OPEN;
    }

    /**
     * Whether it was kept: done, and not after its date.
     *
     * @return true if it was; an item without a date is in time whenever it is done
     */
    public boolean isDoneInTime() {
        return done().isPresent()
                && due().map(day -> !done().get().isAfter(day)).orElse(true);
    }

    @Value.Check
    void check() {
        Checks.notBlank(what(), "what");
    }

    @Override
    public String toString() {
        return what()
                + owner().map(who -> ", " + who).orElse("")
                + due().map(day -> ", by " + day).orElse("")
                + done().map(day -> ", done " + day).orElse("");
    }

    /** Builds an {@link ActionItem}. */
    public static final class Builder extends ImmutableActionItem.Builder {
        Builder() {}
    }
}
