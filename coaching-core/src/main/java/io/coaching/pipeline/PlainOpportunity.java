package io.coaching.pipeline;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.base.Money;
import io.coaching.base.OpportunityId;
import io.coaching.base.PersonId;
import io.coaching.base.SourceId;
import io.coaching.base.StageId;
import java.time.LocalDate;

/**
 * Builds an {@link Opportunity} from a row of an export without a history: a few words, and dates where they are known.
 *
 * <p>Not thread-safe.
 */
public final class PlainOpportunity {
    private final Opportunity.Builder builder;

    PlainOpportunity(OpportunityId id) {
        builder = Opportunity.builder().id(id);
    }

    /**
     * Who owns it.
     *
     * @param owner the owner
     * @return {@code this}
     */
    @CanIgnoreReturnValue
    public PlainOpportunity owner(PersonId owner) {
        builder.initialOwner(owner);
        return this;
    }

    /**
     * The customer.
     *
     * @param account the account
     * @return {@code this}
     */
    @CanIgnoreReturnValue
    public PlainOpportunity account(String account) {
        builder.account(account);
        return this;
    }

    /**
     * What is being sold.
     *
     * @param product the product
     * @return {@code this}
     */
    @CanIgnoreReturnValue
    public PlainOpportunity product(String product) {
        builder.product(product);
        return this;
    }

    /**
     * Whether it is new business, a renewal or an expansion.
     *
     * @param type the type
     * @return {@code this}
     */
    @CanIgnoreReturnValue
    public PlainOpportunity type(OpportunityType type) {
        builder.type(type);
        return this;
    }

    /**
     * The record that its facts belong to.
     *
     * @param source the record
     * @return {@code this}
     */
    @CanIgnoreReturnValue
    public PlainOpportunity source(SourceId source) {
        builder.source(source);
        return this;
    }

    /**
     * The open stage that it is in, since when is not known.
     *
     * @param stage the stage
     * @return {@code this}
     */
    @CanIgnoreReturnValue
    public PlainOpportunity stage(StageId stage) {
        builder.initialStage(stage);
        return this;
    }

    /**
     * The amount, which has been known from the start. One that only the close brought belongs to {@link #won(LocalDate,
     * Money)}.
     *
     * @param amount the amount
     * @return {@code this}
     */
    @CanIgnoreReturnValue
    public PlainOpportunity amount(Money amount) {
        builder.initialAmount(amount);
        return this;
    }

    /**
     * When it is expected to close.
     *
     * @param day the day
     * @return {@code this}
     */
    @CanIgnoreReturnValue
    public PlainOpportunity expectedClose(LocalDate day) {
        builder.initialCloseDate(day);
        return this;
    }

    /**
     * It was taken up.
     *
     * @param day the day
     * @return {@code this}
     */
    @CanIgnoreReturnValue
    public PlainOpportunity created(LocalDate day) {
        builder.addEvents(OpportunityEvent.created(day));
        return this;
    }

    /**
     * It came into an open stage.
     *
     * @param day the day
     * @param stage the stage
     * @return {@code this}
     */
    @CanIgnoreReturnValue
    public PlainOpportunity entered(LocalDate day, StageId stage) {
        builder.addEvents(OpportunityEvent.entered(day, stage));
        return this;
    }

    /**
     * It was won.
     *
     * @param day the day
     * @return {@code this}
     */
    @CanIgnoreReturnValue
    public PlainOpportunity won(LocalDate day) {
        builder.addEvents(OpportunityEvent.won(day));
        return this;
    }

    /**
     * It was won, and the amount became known with it.
     *
     * @param day the day
     * @param amount the amount
     * @return {@code this}
     */
    @CanIgnoreReturnValue
    public PlainOpportunity won(LocalDate day, Money amount) {
        builder.addEvents(OpportunityEvent.amount(day, amount), OpportunityEvent.won(day));
        return this;
    }

    /**
     * It was lost.
     *
     * @param day the day
     * @return {@code this}
     */
    @CanIgnoreReturnValue
    public PlainOpportunity lost(LocalDate day) {
        builder.addEvents(OpportunityEvent.lost(day));
        return this;
    }

    /**
     * It was lost.
     *
     * @param day the day
     * @param reason why
     * @return {@code this}
     */
    @CanIgnoreReturnValue
    public PlainOpportunity lost(LocalDate day, LossReason reason) {
        builder.addEvents(OpportunityEvent.lost(day, reason));
        return this;
    }

    /**
     * Builds the opportunity.
     *
     * @return the opportunity
     */
    public Opportunity build() {
        return builder.build();
    }
}
