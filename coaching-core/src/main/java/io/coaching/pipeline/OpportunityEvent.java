package io.coaching.pipeline;

import io.coaching.base.Money;
import io.coaching.base.PersonId;
import io.coaching.base.StageId;
import io.coaching.internal.check.Checks;
import io.coaching.process.Stage;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that happened to an opportunity on a day.
 *
 * <p>A day and not an instant, because many exports know no more, and because every figure is counted by days; whoever
 * has instants turns them into days of the business with {@link io.coaching.time.BusinessCalendar#day}. The events of
 * one day are ordered by {@link #sequence}: the second of the day, or the number of the row. Events equal in both keep
 * the order in which they are given.
 */
public sealed interface OpportunityEvent {
    /**
     * When it happened.
     *
     * @return the day
     */
    LocalDate day();

    /**
     * Where it stands among the events of its day.
     *
     * @return 0 or more; 0 where only the day is known
     */
    int sequence();

    /**
     * The same event at another place of its day.
     *
     * @param sequence 0 or more
     * @return the event
     */
    OpportunityEvent withSequence(int sequence);

    /**
     * The deal was taken up.
     *
     * @param day the day
     * @return the event
     */
    static OpportunityEvent created(LocalDate day) {
        return new Created(day, 0);
    }

    /**
     * The deal came into an open stage.
     *
     * @param day the day
     * @param stage the stage
     * @return the event
     */
    static OpportunityEvent entered(LocalDate day, StageId stage) {
        return new StageEntered(day, 0, stage);
    }

    /**
     * The deal came into a stage, which may be one of won or lost deals.
     *
     * @param day the day
     * @param stage the stage
     * @return {@link Won} or {@link Lost} for a stage of that kind, else {@link StageEntered}
     */
    static OpportunityEvent entered(LocalDate day, Stage stage) {
        return switch (stage.kind()) {
            case OPEN -> new StageEntered(day, 0, stage.id());
            case WON -> new Won(day, 0);
            case LOST -> new Lost(day, 0, Optional.empty());
        };
    }

    /**
     * The amount became known, or another.
     *
     * @param day the day
     * @param amount the amount from then on
     * @return the event
     */
    static OpportunityEvent amount(LocalDate day, Money amount) {
        return new AmountChanged(day, 0, amount);
    }

    /**
     * The day on which the close is expected became known, or another.
     *
     * @param day the day of the change
     * @param expectedClose when the deal is expected to close
     * @return the event
     */
    static OpportunityEvent closeDate(LocalDate day, LocalDate expectedClose) {
        return new CloseDateChanged(day, 0, expectedClose);
    }

    /**
     * The deal got another owner.
     *
     * @param day the day
     * @param owner the owner from then on
     * @return the event
     */
    static OpportunityEvent owner(LocalDate day, PersonId owner) {
        return new OwnerChanged(day, 0, owner);
    }

    /**
     * The credit was shared out anew.
     *
     * @param day the day
     * @param credit who has a share from then on
     * @return the event
     */
    static OpportunityEvent credit(LocalDate day, Credit credit) {
        return new CreditSplit(day, 0, credit);
    }

    /**
     * The deal was won.
     *
     * @param day the day
     * @return the event
     */
    static OpportunityEvent won(LocalDate day) {
        return new Won(day, 0);
    }

    /**
     * The deal was lost; why is not known.
     *
     * @param day the day
     * @return the event
     */
    static OpportunityEvent lost(LocalDate day) {
        return new Lost(day, 0, Optional.empty());
    }

    /**
     * The deal was lost.
     *
     * @param day the day
     * @param reason why
     * @return the event
     */
    static OpportunityEvent lost(LocalDate day, LossReason reason) {
        return new Lost(day, 0, Optional.of(reason));
    }

    /**
     * The deal, which had been closed, was taken up again.
     *
     * @param day the day
     * @return the event
     */
    static OpportunityEvent reopened(LocalDate day) {
        return new Reopened(day, 0);
    }

    /**
     * The deal was taken up.
     *
     * @param day the day
     * @param sequence its place among the events of the day, 0 or more
     */
    record Created(LocalDate day, int sequence) implements OpportunityEvent {
        /**
         * Checks the place.
         *
         * @param day the day
         * @param sequence its place among the events of the day
         */
        public Created {
            Checks.atLeast(sequence, 0, "sequence");
        }

        @Override
        public Created withSequence(int sequence) {
            return new Created(day, sequence);
        }
    }

    /**
     * The deal came into an open stage. Stages of closed deals are not entered: they are {@link Won} and {@link Lost}.
     *
     * @param day the day
     * @param sequence its place among the events of the day, 0 or more
     * @param stage the stage
     */
    record StageEntered(LocalDate day, int sequence, StageId stage) implements OpportunityEvent {
        /**
         * Checks the place.
         *
         * @param day the day
         * @param sequence its place among the events of the day
         * @param stage the stage
         */
        public StageEntered {
            Checks.atLeast(sequence, 0, "sequence");
        }

        @Override
        public StageEntered withSequence(int sequence) {
            return new StageEntered(day, sequence, stage);
        }
    }

    /**
     * The amount became known, or another.
     *
     * @param day the day
     * @param sequence its place among the events of the day, 0 or more
     * @param amount the amount from then on
     */
    record AmountChanged(LocalDate day, int sequence, Money amount) implements OpportunityEvent {
        /**
         * Checks the place.
         *
         * @param day the day
         * @param sequence its place among the events of the day
         * @param amount the amount from then on
         */
        public AmountChanged {
            Checks.atLeast(sequence, 0, "sequence");
        }

        @Override
        public AmountChanged withSequence(int sequence) {
            return new AmountChanged(day, sequence, amount);
        }
    }

    /**
     * The day on which the close is expected became known, or another.
     *
     * @param day the day
     * @param sequence its place among the events of the day, 0 or more
     * @param expectedClose when the deal is expected to close
     */
    record CloseDateChanged(LocalDate day, int sequence, LocalDate expectedClose) implements OpportunityEvent {
        /**
         * Checks the place.
         *
         * @param day the day
         * @param sequence its place among the events of the day
         * @param expectedClose when the deal is expected to close
         */
        public CloseDateChanged {
            Checks.atLeast(sequence, 0, "sequence");
        }

        @Override
        public CloseDateChanged withSequence(int sequence) {
            return new CloseDateChanged(day, sequence, expectedClose);
        }
    }

    /**
     * The deal got an owner, or another.
     *
     * @param day the day
     * @param sequence its place among the events of the day, 0 or more
     * @param owner the owner from then on
     */
    record OwnerChanged(LocalDate day, int sequence, PersonId owner) implements OpportunityEvent {
        /**
         * Checks the place.
         *
         * @param day the day
         * @param sequence its place among the events of the day
         * @param owner the owner from then on
         */
        public OwnerChanged {
            Checks.atLeast(sequence, 0, "sequence");
        }

        @Override
        public OwnerChanged withSequence(int sequence) {
            return new OwnerChanged(day, sequence, owner);
        }
    }

    /**
     * The credit was shared out anew.
     *
     * @param day the day
     * @param sequence its place among the events of the day, 0 or more
     * @param credit who has a share from then on
     */
    record CreditSplit(LocalDate day, int sequence, Credit credit) implements OpportunityEvent {
        /**
         * Checks the place.
         *
         * @param day the day
         * @param sequence its place among the events of the day
         * @param credit who has a share from then on
         */
        public CreditSplit {
            Checks.atLeast(sequence, 0, "sequence");
        }

        @Override
        public CreditSplit withSequence(int sequence) {
            return new CreditSplit(day, sequence, credit);
        }
    }

    /**
     * The deal was won.
     *
     * @param day the day
     * @param sequence its place among the events of the day, 0 or more
     */
    record Won(LocalDate day, int sequence) implements OpportunityEvent {
        /**
         * Checks the place.
         *
         * @param day the day
         * @param sequence its place among the events of the day
         */
        public Won {
            Checks.atLeast(sequence, 0, "sequence");
        }

        @Override
        public Won withSequence(int sequence) {
            return new Won(day, sequence);
        }
    }

    /**
     * The deal was lost.
     *
     * @param day the day
     * @param sequence its place among the events of the day, 0 or more
     * @param reason why, if known
     */
    record Lost(LocalDate day, int sequence, Optional<LossReason> reason) implements OpportunityEvent {
        /**
         * Checks the place.
         *
         * @param day the day
         * @param sequence its place among the events of the day
         * @param reason why, if known
         */
        public Lost {
            Checks.atLeast(sequence, 0, "sequence");
        }

        @Override
        public Lost withSequence(int sequence) {
            return new Lost(day, sequence, reason);
        }
    }

    /**
     * The deal, which had been closed, was taken up again.
     *
     * @param day the day
     * @param sequence its place among the events of the day, 0 or more
     */
    record Reopened(LocalDate day, int sequence) implements OpportunityEvent {
        /**
         * Checks the place.
         *
         * @param day the day
         * @param sequence its place among the events of the day
         */
        public Reopened {
            Checks.atLeast(sequence, 0, "sequence");
        }

        @Override
        public Reopened withSequence(int sequence) {
            return new Reopened(day, sequence);
        }
    }
}
