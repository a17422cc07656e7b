package io.coaching.benchmark;

import io.coaching.base.Band;
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
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.kpi.Kpi;
import io.coaching.people.Exclusion;
import io.coaching.stats.PercentileRank;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * How one person compares with like-for-like peers on one KPI over a span, and how sure that is.
 *
 * <p>Peers never include the person (leave-one-out). Totals are compared for a unit of exposure, so that part-timers and
 * people back from leave compare with others; {@link #observed} is what was reached. {@link #verdict} is the one decision;
 * the band and every sentence follow from it.
 *
 * <p>What has no answer is undefined with its reason; what a viewer may not see is withheld.
 */
@Value.Immutable
public abstract sealed class PeerComparison implements Result permits ImmutablePeerComparison {
    PeerComparison() {}

    /**
     * Starts a comparison.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Who is compared.
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
     * Over which days.
     *
     * @return the span
     */
    public abstract Span span();

    /**
     * Who counts as a peer, in words.
     *
     * @return the rule
     */
    public abstract String rule();

    /**
     * How colours were decided.
     *
     * @return the rule
     */
    public abstract Bands bands();

    /**
     * The currency of values that are money.
     *
     * @return the currency
     */
    public abstract Optional<Currency> currency();

    /**
     * What there is to say of the figures as a whole, as which rulers met that do not compare.
     *
     * @return the remarks; none for most
     */
    public abstract List<Message> remarks();

    /**
     * What was reached: of a total the total itself.
     *
     * @return the figure, with its interval
     */
    public abstract Estimate observed();

    /**
     * The value that is compared: of a total, for a unit of exposure; otherwise what was observed.
     *
     * @return the value, with the interval that suits its kind
     */
    public abstract Estimate value();

    /**
     * How many peers had evidence.
     *
     * @return the number of peers, without the person; withheld with the peers' figures where the group is too small
     */
    public abstract Estimate peers();

    /**
     * Who was left out of the peers, by reason: not ramped, on leave, no evidence, and so on.
     *
     * @return how many for each reason, in the order of the reasons; reasons that apply to nobody are absent
     */
    public abstract Map<Exclusion, Integer> leftOut();

    /**
     * How ties count in the percentile rank.
     *
     * @return the convention, mid-rank unless said otherwise
     */
    public abstract PercentileRank convention();

    /**
     * The percentile rank among the peers, turned so that higher is better whichever way the KPI runs.
     *
     * @return 0 to 100
     */
    public abstract Estimate percentileRank();

    /**
     * The robust z: the distance from the peers' median in units of 1.4826 times their median absolute deviation, turned so
     * that positive is better.
     *
     * @return the z; undefined where all peers have the same value
     */
    public abstract Estimate robustZ();

    /**
     * The median of the peers' values.
     *
     * @return the median, each peer counting once
     */
    public abstract Estimate peerMedian();

    /**
     * The first quartile of the peers' values, by linear interpolation (type 7).
     *
     * @return the quartile
     */
    public abstract Estimate lowerQuartile();

    /**
     * The third quartile of the peers' values, by linear interpolation (type 7).
     *
     * @return the quartile
     */
    public abstract Estimate upperQuartile();

    /**
     * Value less the peers' median, in the unit of the KPI, not turned: negative is less.
     *
     * @return the gap
     */
    public abstract Estimate gapToMedian();

    /**
     * Value less the quartile at the better end: the third where more is better, the first where less is.
     *
     * @return the gap, in the unit of the KPI, not turned
     */
    public abstract Estimate gapToTopQuartile();

    /**
     * The best guess of the true value: drawn towards the peers by as much as the evidence is weak and the peers are alike.
     *
     * @return the posterior mean with its credible interval
     */
    public abstract Estimate shrunken();

    /**
     * The median of the peers' true values, which the shrunken value is to be compared with.
     *
     * @return the median according to the model
     */
    public abstract Estimate trueMedian();

    /**
     * The probability that the true value is worse than the median of the peers' true values; where less is better, that
     * means larger. What is unknown of the peers' distribution is integrated over.
     *
     * @return 0 to 1
     */
    public abstract Estimate probabilityBehind();

    /**
     * The least gap between {@link #shrunken} and {@link #trueMedian} that counts, in the unit of the KPI.
     *
     * @return the material gap
     */
    public abstract Estimate materialGap();

    /**
     * What was decided.
     *
     * @return the verdict
     */
    public abstract Verdict verdict();

    /**
     * The colour.
     *
     * @return the band of the verdict
     */
    public Band band() {
        return verdict().band();
    }

    /**
     * The gap to the peers' median as a share of it.
     *
     * @return the relative gap; undefined where the median is 0
     */
    public Estimate relativeGapToMedian() {
        return relative(gapToMedian(), peerMedian());
    }

    /**
     * The gap to the top quartile as a share of it.
     *
     * @return the relative gap; undefined where the quartile is 0
     */
    public Estimate relativeGapToTopQuartile() {
        return relative(gapToTopQuartile(), topQuartile());
    }

    /**
     * The quartile at the better end.
     *
     * @return the third quartile where more is better, the first where less is
     */
    public Estimate topQuartile() {
        return kpi().direction() == io.coaching.base.Direction.HIGHER_IS_BETTER ? upperQuartile() : lowerQuartile();
    }

    private static Estimate relative(Estimate gap, Estimate base) {
        if (gap instanceof Known known && base instanceof Known below) {
            return below.value() == 0
                    ? Estimate.undefined(Reason.ZERO_DENOMINATOR)
                    : Known.builder()
                            .value(known.value() / Math.abs(below.value()))
                            .sizes(known.sizes())
                            .method("gap / |yardstick|")
                            .build();
        }
        return gap instanceof Known ? base : gap;
    }

    /**
     * This comparison for someone who may not see the person, or not figures of so small a group.
     *
     * @param notPerson why the person may not be seen; absent if they may
     * @param notPeers why figures of the peers may not be seen; absent if they may
     */
    PeerComparison withheld(Optional<Reason> notPerson, Optional<Reason> notPeers) {
        if (notPerson.isEmpty() && notPeers.isEmpty()) {
            return this;
        }
        Reason reason = notPerson.orElseGet(notPeers::orElseThrow);
        Estimate none = Estimate.withheld(reason);
        Builder builder = builder()
                .person(person())
                .kpi(kpi())
                .span(span())
                .rule(rule())
                .bands(bands())
                .currency(currency())
                .convention(convention())
                .provenance(provenance())
                .observed(notPerson.isPresent() ? none : observed())
                .value(notPerson.isPresent() ? none : value())
                .peers(none)
                .percentileRank(none)
                .robustZ(none)
                .peerMedian(none)
                .lowerQuartile(none)
                .upperQuartile(none)
                .gapToMedian(none)
                .gapToTopQuartile(none)
                .shrunken(none)
                .trueMedian(none)
                .probabilityBehind(none)
                .materialGap(none)
                .verdict(Verdict.none(reason));
        return builder.build();
    }

    /** This comparison without what would give away some of a few hidden peers; see {@link PeerDetail#COARSE}. */
    PeerComparison coarse() {
        Estimate none = Estimate.withheld(Reason.PROTECTS_ANOTHER);
        Estimate median = peerMedian() instanceof Known known
                ? Known.builder()
                        .value(Words.format(kpi(), currency()).rounded(known.value()))
                        .sizes(known.sizes())
                        .method("median, rounded")
                        .build()
                : peerMedian();
        Estimate gap = gapToMedian() instanceof Known known && value() instanceof Known own
                ? Known.builder()
                        .value(own.value() - median.orThrow())
                        .sizes(known.sizes())
                        .method("value - rounded median")
                        .build()
                : gapToMedian();
        Estimate behind = probabilityBehind() instanceof Known known
                ? Known.builder()
                        .value(Math.rint(known.value() * 100) / 100)
                        .sizes(known.sizes())
                        .method(known.method() + ", rounded")
                        .build()
                : probabilityBehind();
        return builder()
                .from(this)
                .percentileRank(none)
                .robustZ(none)
                .peerMedian(median)
                .lowerQuartile(none)
                .upperQuartile(none)
                .gapToMedian(gap)
                .gapToTopQuartile(none)
                .shrunken(none)
                .trueMedian(none)
                .probabilityBehind(behind)
                .materialGap(none)
                .build();
    }

    /** This comparison for someone who may not see every peer: why others were left out is about them. */
    PeerComparison withoutLeftOut() {
        return builder().from(this).leftOut(Map.of()).build();
    }

    @Override
    public String toString() {
        var out = new StringBuilder(kpi().id() + " of " + person() + ": ");
        out.append(brief(value()).orElseGet(() -> value().toString()));
        out.append(' ').append(band() == Band.NONE ? "no verdict" : band());
        brief(peerMedian()).ifPresent(median -> out.append(", peers' median ").append(median));
        probabilityBehind().asDouble().ifPresent(p -> out.append(", P(behind) ").append(Figures.percent(p, 0)));
        if (value() instanceof Known known) {
            out.append(", n=").append(Figures.count(known.n()));
        }
        return OneLine.of(out.toString());
    }

    private Optional<String> brief(Estimate estimate) {
        OptionalDouble value = estimate.asDouble();
        return value.isPresent() ? Optional.of(Words.brief(kpi(), currency(), value.getAsDouble())) : Optional.empty();
    }

    private String cell(Estimate estimate) {
        return brief(estimate).orElseGet(estimate::toString);
    }

    @Override
    public String table() {
        TextTable table = TextTable.of(kpi().name(), ">" + person(), ">peers");
        return table.row("value and peers' median", cell(value()), cell(peerMedian()))
                .row(
                        "middle half of the peers",
                        "",
                        lowerQuartile().isKnown()
                                ? cell(lowerQuartile()) + " to " + cell(upperQuartile())
                                : cell(lowerQuartile()))
                .row("drawn towards the peers", cell(shrunken()), cell(trueMedian()))
                .row("percentile rank", plain(percentileRank(), 0), "")
                .row("robust z", plain(robustZ(), 2), "")
                .row("P(behind)", percent(probabilityBehind()), "")
                .row("n", value() instanceof Known known ? Figures.count(known.n()) : "", plain(peers(), 0))
                .row("verdict", verdict().standing().toString(), "")
                .toString();
    }

    private static String plain(Estimate estimate, int decimals) {
        OptionalDouble value = estimate.asDouble();
        return value.isPresent() ? Figures.fixed(value.getAsDouble(), decimals) : estimate.toString();
    }

    private static String percent(Estimate estimate) {
        OptionalDouble value = estimate.asDouble();
        return value.isPresent() ? Figures.percent(value.getAsDouble(), 0) : estimate.toString();
    }

    /**
     * The reasoning, sentence by sentence.
     *
     * @return the messages, in order
     */
    public List<Message> messages() {
        var messages = new ArrayList<Message>();
        messages.add(about(valueMessage()));
        if (peerMedian() instanceof Known median && !lowerQuartile().isKnown()) {
            messages.add(Message.of(MessageCode.BENCHMARK_PEERS_COARSE)
                    .with("peers", median.n())
                    .with("rule", rule())
                    .with("median", argument(peerMedian())));
        } else if (peerMedian() instanceof Known median) {
            messages.add(Message.of(MessageCode.BENCHMARK_PEERS)
                    .with("peers", median.n())
                    .with("rule", rule())
                    .with("median", argument(peerMedian()))
                    .with("low", argument(lowerQuartile()))
                    .with("high", argument(upperQuartile())));
        } else {
            messages.add(Words.missing("peers", peerMedian()));
        }
        if (percentileRank() instanceof Known rank) {
            messages.add(Message.of(MessageCode.BENCHMARK_PLACE)
                    .with("rank", rank.value(), 0)
                    .with(
                            "convention",
                            convention() == PercentileRank.MEAN
                                    ? "mid-rank"
                                    : convention().name())
                    .with("gap", gap(gapToMedian()))
                    .with("top", gap(gapToTopQuartile())));
        }
        if (shrunken() instanceof Known known && known.interval().isPresent()) {
            Interval interval = known.interval().get();
            messages.add(Message.of(MessageCode.BENCHMARK_SHRUNKEN)
                    .with("value", argument(shrunken()))
                    .with("low", Words.value(kpi(), currency(), interval.low()))
                    .with("high", Words.value(kpi(), currency(), interval.high()))
                    .with("level", interval.level().toString())
                    .with("median", argument(trueMedian())));
            messages.add(Message.of(MessageCode.BENCHMARK_PROBABILITY)
                    .with("behind", Words.share(probabilityBehind().orThrow()))
                    .with(
                            "material",
                            Words.format(kpi(), currency()).size(materialGap().orThrow())));
        } else if (probabilityBehind().isKnown()) {
            messages.add(Message.of(MessageCode.BENCHMARK_PROBABILITY_COARSE)
                    .with("behind", Words.share(probabilityBehind().orThrow())));
        }
        messages.add(verdictMessage());
        messages.addAll(remarks());
        leftOut()
                .forEach((reason, count) -> messages.add(Message.of(MessageCode.BENCHMARK_LEFT_OUT)
                        .with("count", count)
                        .with("reason", reason.text())));
        return List.copyOf(messages);
    }

    private Message valueMessage() {
        if (!(value() instanceof Known known)) {
            return Message.of(MessageCode.BENCHMARK_NO_VALUE)
                    .with("reason", Words.reason(value().whyNot().orElse(Reason.NO_DATA)));
        }
        Message message = Message.of(
                        known.interval().isPresent() ? MessageCode.BENCHMARK_VALUE : MessageCode.BENCHMARK_VALUE_BARE)
                .with("value", argument(value()))
                .with("n", known.n())
                .with("of", known.sizes().get(0).of());
        return known.interval()
                .map(interval -> message.with("low", Words.value(kpi(), currency(), interval.low()))
                        .with("high", Words.value(kpi(), currency(), interval.high()))
                        .with("level", interval.level().toString()))
                .orElse(message);
    }

    private Message about(Message message) {
        return message.with("person", person())
                .with("kpi", kpi().name())
                .with("from", span().start())
                .with("to", span().isEmpty() ? span().start() : span().lastDay());
    }

    private Message verdictMessage() {
        if (verdict().standing() == Standing.NO_VERDICT) {
            return Message.of(MessageCode.BENCHMARK_NO_VERDICT)
                    .with("reason", Words.reason(verdict().reason().orElseThrow()));
        }
        if (!(bands() instanceof Bands.Evidence)) {
            return Message.of(MessageCode.BENCHMARK_BY_RULE)
                    .with("rule", bands().text())
                    .with("band", band().name());
        }
        MessageCode code = switch (verdict().standing()) {
            case AHEAD -> MessageCode.BENCHMARK_AHEAD;
            case BEHIND -> MessageCode.BENCHMARK_BEHIND;
            case CLOSE -> MessageCode.BENCHMARK_CLOSE;
            default -> MessageCode.BENCHMARK_NOT_DISTINGUISHABLE;
        };
        return Message.of(code).with("person", person());
    }

    private io.coaching.base.Argument argument(Estimate estimate) {
        return Words.value(kpi(), currency(), estimate.orThrow());
    }

    private io.coaching.base.Argument gap(Estimate estimate) {
        return Words.gap(kpi(), currency(), estimate.orThrow());
    }

    @Override
    public String explain(Catalogue catalogue) {
        return catalogue.lines(messages());
    }

    static final List<String> COLUMNS = List.of(
            "person",
            "kpi",
            "from",
            "to",
            "value",
            "low",
            "high",
            "n",
            "peers",
            "percentile_rank",
            "robust_z",
            "peer_median",
            "lower_quartile",
            "upper_quartile",
            "gap_to_median",
            "gap_to_top_quartile",
            "shrunken",
            "shrunken_low",
            "shrunken_high",
            "probability_behind",
            "material_gap",
            "standing",
            "band",
            "reason");

    Map<String, Object> row() {
        var row = new LinkedHashMap<String, Object>();
        row.put("person", person().value());
        row.put("kpi", kpi().id().value());
        row.put("from", span().start());
        row.put("to", span().endExclusive().minusDays(1));
        put(row, "value", value());
        interval(value()).ifPresent(i -> {
            row.put("low", i.low());
            row.put("high", i.high());
        });
        if (value() instanceof Known known) {
            row.put("n", known.n());
        }
        put(row, "peers", peers());
        put(row, "percentile_rank", percentileRank());
        put(row, "robust_z", robustZ());
        put(row, "peer_median", peerMedian());
        put(row, "lower_quartile", lowerQuartile());
        put(row, "upper_quartile", upperQuartile());
        put(row, "gap_to_median", gapToMedian());
        put(row, "gap_to_top_quartile", gapToTopQuartile());
        put(row, "shrunken", shrunken());
        interval(shrunken()).ifPresent(i -> {
            row.put("shrunken_low", i.low());
            row.put("shrunken_high", i.high());
        });
        put(row, "probability_behind", probabilityBehind());
        put(row, "material_gap", materialGap());
        row.put("standing", verdict().standing().name());
        row.put("band", band().name());
        verdict().reason().ifPresent(reason -> row.put("reason", reason.name()));
        return row;
    }

    private static Optional<Interval> interval(Estimate estimate) {
        return estimate instanceof Known known ? known.interval() : Optional.empty();
    }

    private static void put(Map<String, Object> row, String column, Estimate estimate) {
        estimate.asDouble().ifPresent(value -> row.put(column, value));
    }

    @Override
    public Rows rows() {
        return Rows.of(COLUMNS, List.of(row()));
    }

    @Override
    public abstract Provenance provenance();

    /** Builds a {@link PeerComparison}. */
    public static final class Builder extends ImmutablePeerComparison.Builder {
        Builder() {}
    }
}
