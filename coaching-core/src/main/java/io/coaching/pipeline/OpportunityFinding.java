package io.coaching.pipeline;

import io.coaching.base.Message;
import io.coaching.base.OpportunityId;
import io.coaching.base.Place;
import io.coaching.base.Problem;
import io.coaching.base.Severity;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something wrong with the history of an opportunity. It is told, and nothing is dropped or mended for it.
 *
 * @param opportunity the opportunity
 * @param fault what is wrong
 * @param day where in its history, if it is wrong on a day
 * @param detail the stage, the amount or the kind of event, where it helps
 */
public record OpportunityFinding(
        OpportunityId opportunity, OpportunityFault fault, Optional<LocalDate> day, Optional<String> detail) {
    /**
     * How much it matters.
     *
     * @return the severity of the fault
     */
    public Severity severity() {
        return fault.severity();
    }

    /**
     * What is to be said.
     *
     * @return the message
     */
    public Message message() {
        Message message = Message.of(fault.code()).with("opportunity", opportunity.value());
        if (day.isPresent()) {
            message = message.with("day", day.get());
        }
        return detail.isPresent() ? message.with("detail", detail.get()) : message;
    }

    /**
     * The finding as a problem of the input.
     *
     * @param source the file or collection it came from, as the caller names it
     * @return the problem
     */
    public Problem problem(String source) {
        return new Problem(
                severity(),
                message(),
                Place.builder().source(source).value(opportunity.value()).build());
    }

    @Override
    public String toString() {
        return message().toString();
    }
}
