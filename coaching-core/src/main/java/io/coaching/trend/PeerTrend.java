package io.coaching.trend;

import io.coaching.base.Catalogue;
import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.kpi.Kpi;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * How someone stands against the median of the peers from period to period: behind or ahead, since when, and whether the gap gets
 * better. {@link PeerTrendQuestion} says how it is computed. Gaps are turned so that positive is better.
 */
@Value.Immutable
public abstract sealed class PeerTrend implements Result permits ImmutablePeerTrend {
    PeerTrend() {}

    /** Starts a result. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * Who.
     *
     * @return the person
     */
    public abstract PersonId person();

    /**
     * On what.
     *
     * @return the KPI
     */
    public abstract Kpi kpi();

    /**
     * Who counts as a peer.
     *
     * @return the rule in words
     */
    public abstract String rule();

    /**
     * The currency of values that are money.
     *
     * @return the currency
     */
    public abstract Optional<Currency> currency();

    /**
     * All periods of the span, those left out with the reason.
     *
     * @return the points, in order of time
     */
    public abstract List<PeerPoint> points();

    /**
     * Where the person stands now.
     *
     * @return the standing over the newest level of the gap
     */
    public abstract PeerStanding standing();

    /**
     * Why there is no standing.
     *
     * @return the reason; absent if there is one
     */
    public abstract Optional<Reason> reason();

    /**
     * The gap now: the mean over its newest level.
     *
     * @return value less the peers' median, positive is better; of totals that of a usual period
     */
    public abstract Estimate gap();

    /**
     * Since when the person stands there.
     *
     * @return the first day of the first such period; absent where it has been so from the first period on, or nothing is sure
     */
    public abstract Optional<LocalDate> since();

    /**
     * The earliest day on which it may have begun, with {@link LevelChange#range 90 %}.
     *
     * @return the day, where the beginning is the newest change
     */
    public abstract Optional<LocalDate> earliest();

    /**
     * The latest such day.
     *
     * @return the day, where the beginning is the newest change
     */
    public abstract Optional<LocalDate> latest();

    /**
     * How many periods the person has stood there.
     *
     * @return the number of periods that count, all of them where it never was otherwise
     */
    public abstract int periods();

    /**
     * In how many of those periods the value itself was on that side.
     *
     * @return the number of periods; of those below the median where nothing is sure
     */
    public abstract int periodsThatSide();

    /**
     * Whether the gap gets better since then.
     *
     * @return improving, declining, or it cannot be told
     */
    public abstract Movement movement();

    /**
     * How the gap moves since then.
     *
     * @return the change from period to period, positive is better
     */
    public abstract Estimate slope();

    /**
     * How often a gap without a trend is as monotonous.
     *
     * @return the p value of Mann and Kendall; absent for too few periods
     */
    public abstract OptionalDouble p();

    /**
     * What a reader must know of the figures as a whole, as which rulers met in them that do not compare.
     *
     * @return the messages; none in most cases
     */
    public abstract List<Message> remarks();

    @Override
    public abstract Provenance provenance();

    /** The same without what would give away some of a few hidden peers. */
    PeerTrend coarse() {
        Estimate none = Estimate.withheld(Reason.PROTECTS_ANOTHER);
        return builder()
                .from(this)
                .points(points().stream()
                        .map(p -> new PeerPoint(
                                p.label(), p.period(), p.value(), OptionalDouble.empty(), p.peers(), p.leftOut()))
                        .toList())
                .gap(none)
                .slope(none)
                .p(OptionalDouble.empty())
                .build();
    }

    private TrendText text() {
        return new TrendText(kpi(), currency());
    }

    @Override
    public String table() {
        TextTable table = TextTable.of("period", ">" + person(), ">peers' median", ">peers", "");
        for (PeerPoint point : points()) {
            table.row(
                    point.label(),
                    brief(point.value()),
                    brief(point.peerMedian()),
                    Integer.toString(point.peers()),
                    point.leftOut().map(Omission::text).orElse(""));
        }
        return table.toString();
    }

    private String brief(OptionalDouble value) {
        return value.isPresent() ? text().brief(value.getAsDouble()) : "";
    }

    /**
     * The reasoning, sentence by sentence.
     *
     * @return the messages, in order
     */
    public List<Message> messages() {
        var messages = new ArrayList<Message>();
        if (reason().isPresent()) {
            messages.add(Message.of(MessageCode.PEER_TREND_NONE)
                    .with("person", person())
                    .with("kpi", kpi().name())
                    .with("reason", reason().get().text()));
            messages.addAll(remarks());
            return List.copyOf(messages);
        }
        List<PeerPoint> kept =
                points().stream().filter(p -> p.leftOut().isEmpty()).toList();
        messages.add(Message.of(MessageCode.PEER_TREND_SERIES)
                .with("kpi", kpi().name())
                .with("person", person())
                .with("rule", rule())
                .with("n", kept.size())
                .with("from", kept.get(0).period().start())
                .with("to", kept.get(kept.size() - 1).period().lastDay()));
        messages.add(standingMessage());
        if (standing() != PeerStanding.NOT_DISTINGUISHABLE) {
            messages.add(sinceMessage());
        }
        if (slope().isKnown() && p().isPresent()) {
            messages.add(Message.of(
                            switch (movement()) {
                                case IMPROVING -> MessageCode.PEER_TREND_BETTER;
                                case DECLINING -> MessageCode.PEER_TREND_WORSE;
                                case STEADY, CANNOT_TELL -> MessageCode.PEER_TREND_OPEN;
                            })
                    .with("slope", text().change(slope().orThrow()))
                    .with("p", TrendText.p(p().getAsDouble())));
        }
        messages.addAll(remarks());
        return List.copyOf(messages);
    }

    private Message standingMessage() {
        if (!(gap() instanceof Known known)) {
            return Message.of(MessageCode.PEER_TREND_BARE)
                    .with("person", person())
                    .with("standing", standing().toString());
        }
        MessageCode code = switch (standing()) {
            case BEHIND -> MessageCode.PEER_TREND_BEHIND;
            case AHEAD -> MessageCode.PEER_TREND_AHEAD;
            default -> MessageCode.PEER_TREND_LEVEL;
        };
        Interval interval = known.interval().orElseThrow();
        return Message.of(code)
                .with("person", person())
                .with("gap", text().change(known.value()))
                .with("low", text().change(interval.low()))
                .with("high", text().change(interval.high()))
                .with("level", interval.level().toString());
    }

    private Message sinceMessage() {
        if (since().isEmpty()) {
            return Message.of(MessageCode.PEER_TREND_THROUGHOUT)
                    .with("periods", periods())
                    .with("count", periodsThatSide());
        }
        return Message.of(MessageCode.PEER_TREND_SINCE)
                .with("periods", periods())
                .with("since", since().get())
                .with("range", Steps.RANGE.toString())
                .with("earliest", earliest().orElse(since().get()))
                .with("latest", latest().orElse(since().get()))
                .with("count", periodsThatSide());
    }

    @Override
    public String explain(Catalogue catalogue) {
        return catalogue.lines(messages());
    }

    @Override
    public Rows rows() {
        List<String> columns =
                List.of("person", "kpi", "period", "from", "to", "value", "peer_median", "peers", "left_out");
        var rows = new ArrayList<Map<String, Object>>();
        for (PeerPoint p : points()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("person", person().value());
            row.put("kpi", kpi().id().value());
            row.put("period", p.label());
            row.put("from", p.period().start());
            row.put("to", p.period().lastDay());
            p.value().ifPresent(v -> row.put("value", v));
            p.peerMedian().ifPresent(v -> row.put("peer_median", v));
            row.put("peers", p.peers());
            p.leftOut().ifPresent(why -> row.put("left_out", why.name()));
            rows.add(row);
        }
        return Rows.of(columns, rows);
    }

    @Override
    public String toString() {
        String head = kpi().id() + " of " + person() + ": ";
        if (reason().isPresent()) {
            return OneLine.of(head + "no verdict, " + reason().get().text());
        }
        String when = standing() == PeerStanding.NOT_DISTINGUISHABLE
                ? ""
                : since().map(day -> " since " + day).orElse(" throughout") + " (" + periods() + " periods)";
        String gap = gap().isKnown() ? ", gap " + text().briefChange(gap()) : "";
        return OneLine.of(
                head + standing() + when + gap + (movement() == Movement.CANNOT_TELL ? "" : ", " + movement()));
    }

    /** Builds a {@link PeerTrend}. */
    public static final class Builder extends ImmutablePeerTrend.Builder {
        Builder() {}
    }
}
