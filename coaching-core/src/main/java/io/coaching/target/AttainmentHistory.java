package io.coaching.target;

import io.coaching.base.Catalogue;
import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Percent;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.base.Subject;
import io.coaching.internal.check.Checks;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.stats.Limits;
import io.coaching.stats.ProportionInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * How often somebody reached their targets, period by period. A period that is still running is shown and not counted.
 *
 * <p>Example: three quarters of four are 75 %, with an interval (Wilson) of 30 to 95 %: four quarters say little.
 */
@Value.Immutable
public abstract sealed class AttainmentHistory implements Result permits ImmutableAttainmentHistory {
    private static final Percent LEVEL = Percent.of(95);

    AttainmentHistory() {}

    /**
     * Starts an answer.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Whose.
     *
     * @return the person, team, region or everyone
     */
    public abstract Subject subject();

    /**
     * The periods.
     *
     * @return an attainment for each, in the order asked for
     */
    public abstract List<Attainment> periods();

    @Override
    public abstract Provenance provenance();

    /**
     * In how many periods that are over there was an attainment.
     *
     * @return the number of periods
     */
    public int counted() {
        return (int) over().stream().filter(a -> a.overall().isKnown()).count();
    }

    /**
     * In how many of them the target was reached.
     *
     * @return the number of periods
     */
    public int reached() {
        return (int) over().stream().filter(Attainment::isReached).count();
    }

    /**
     * The share of periods in which the target was reached.
     *
     * @return the share with Wilson's interval at 95 %
     */
    public Estimate reachedShare() {
        if (counted() == 0) {
            return over().stream().map(Attainment::overall).findFirst().orElse(Estimate.undefined(Reason.NO_DATA));
        }
        Limits limits = ProportionInterval.DEFAULT
                .of(reached(), counted(), LEVEL.fraction())
                .orElseThrow();
        return Known.builder()
                .value((double) reached() / counted())
                .interval(Interval.confidence(limits.low(), limits.high(), LEVEL, "Wilson"))
                .n(counted(), "periods")
                .method("periods with 100 % or more / periods")
                .build();
    }

    private List<Attainment> over() {
        return periods().stream().filter(a -> a.running().isEmpty()).toList();
    }

    @Value.Check
    void check() {
        Checks.that(!periods().isEmpty(), "periods must not be empty");
    }

    @Override
    public String explain(Catalogue catalogue) {
        var messages = new ArrayList<Message>();
        if (reachedShare() instanceof Known known && known.interval().isPresent()) {
            messages.add(Message.of(MessageCode.ATTAINMENT_HISTORY)
                    .with("subject", subject())
                    .with("reached", reached())
                    .with("counted", counted())
                    .with("low", TargetWords.argument(known.interval().get().low()))
                    .with("high", TargetWords.argument(known.interval().get().high()))
                    .with("level", LEVEL.toString()));
        }
        periods().forEach(period -> messages.addAll(period.messages()));
        return catalogue.lines(messages);
    }

    @Override
    public String table() {
        TextTable table = TextTable.of("from", "to", ">attainment", "");
        for (Attainment period : periods()) {
            table.row(
                    period.span().start().toString(),
                    period.span().lastDay().toString(),
                    TargetWords.share(period.overall()),
                    period.running().isPresent() ? "running" : period.isReached() ? "reached" : "");
        }
        return table.toString();
    }

    @Override
    public Rows rows() {
        var rows = new ArrayList<Map<String, Object>>();
        periods().forEach(period -> rows.addAll(period.rows().rows()));
        return Rows.of(periods().get(0).rows().columns(), rows);
    }

    @Override
    public String toString() {
        return OneLine.of(subject() + " reached the target in " + reached() + " of " + counted() + " periods"
                + (reachedShare() instanceof Known known
                        ? known.interval()
                                .map(i -> " (" + TargetWords.probability(i.low()) + " to "
                                        + TargetWords.probability(i.high()) + ")")
                                .orElse("")
                        : ""));
    }

    /** Builds an {@link AttainmentHistory}. */
    public static final class Builder extends ImmutableAttainmentHistory.Builder {
        Builder() {}
    }
}
