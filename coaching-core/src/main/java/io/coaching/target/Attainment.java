package io.coaching.target;

import io.coaching.base.Catalogue;
import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.KpiId;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Percent;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.base.Subject;
import io.coaching.goal.Revision;
import io.coaching.goal.TargetInForce;
import io.coaching.goal.TargetOrigin;
import io.coaching.internal.check.Checks;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.kpi.KpiFormat;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What was reached of a target, or of several by their weights: {@code sum of weight x attainment}, each uncapped unless asked
 * for.
 *
 * <p>The contributions of the parts add up to the whole. Where one part is undefined, so is the whole; the other parts are still
 * told. While the period is running it is what was reached so far of all that is to be reached: {@link Pace} says whether that is
 * enough.
 *
 * <p>Example: 2 of 4 demos with a weight of 20 % and 40,000 of 20,000 won with 80 % are 10 + 160 = 170 %; with each part capped at
 * 100 % they are 10 + 80 = 90 %.
 */
@Value.Immutable
public abstract sealed class Attainment implements Result permits ImmutableAttainment {
    private static final double ONE = 1e-9;

    Attainment() {}

    /**
     * Starts an answer.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Adds up parts of plain values.
     *
     * @param subject whose
     * @param span in which days
     * @param parts the parts; their weights sum to 100 %
     * @return the whole
     */
    public static Attainment of(Subject subject, Span span, PartAttainment... parts) {
        return builder()
                .subject(subject)
                .span(span)
                .addParts(parts)
                .provenance(Provenance.of(span.isEmpty() ? span.start() : span.lastDay(), "not given"))
                .build();
    }

    /**
     * Whose.
     *
     * @return the person, team, region or everyone
     */
    public abstract Subject subject();

    /**
     * In which days.
     *
     * @return the period
     */
    public abstract Span span();

    /**
     * The parts.
     *
     * @return a part for each KPI, in the order asked for
     */
    public abstract List<PartAttainment> parts();

    /**
     * How many working days of the period are over.
     *
     * @return the days, where the period is still running; absent where it is over
     */
    public abstract Optional<DaysOver> running();

    @Override
    public abstract Provenance provenance();

    /**
     * The attainment on one KPI.
     *
     * @param kpi the KPI
     * @return its part, if it was asked for
     */
    public Optional<PartAttainment> part(KpiId kpi) {
        return parts().stream().filter(part -> part.kpi().id().equals(kpi)).findFirst();
    }

    /**
     * All parts by their weights: 1 is on target.
     *
     * @return the sum of the contributions as a fraction
     */
    public Estimate overall() {
        double sum = 0;
        long n = 0;
        for (PartAttainment part : parts()) {
            if (!(part.contribution() instanceof Known known)) {
                return parts().size() == 1 ? part.contribution() : missing(part.contribution());
            }
            sum += known.value();
            n += known.n();
        }
        String of = parts().size() == 1
                ? ((Known) parts().get(0).contribution()).sizes().get(0).of()
                : "records";
        return Known.builder()
                .value(sum)
                .n(n, of)
                .method(
                        parts().size() == 1
                                ? ((Known) parts().get(0).counted()).method()
                                : "sum of weight x attainment")
                .build();
    }

    private static Estimate missing(Estimate part) {
        return part.whyNot().filter(Reason.NOT_PERMITTED::equals).isPresent()
                ? part
                : Estimate.undefined(Reason.PART_UNDEFINED);
    }

    /**
     * Whether the target is reached.
     *
     * @return true if {@link #overall} is known and 1 or more
     */
    public boolean isReached() {
        return overall().asDouble().orElse(0) >= 1 - ONE;
    }

    Attainment withheld(Reason reason) {
        return builder()
                .from(this)
                .parts(parts().stream().map(part -> part.withheld(reason)).toList())
                .build();
    }

    @Value.Check
    void check() {
        Checks.that(!parts().isEmpty(), "parts must not be empty");
        double weights =
                parts().stream().mapToDouble(part -> part.weight().value()).sum();
        Checks.that(
                Math.abs(weights - 100) < 100 * ONE,
                "weights must sum to 100%: " + Percent.of(weights),
                "a part was left without its weight: .weighted(Percent.of(20))");
    }

    /**
     * The reasoning, sentence by sentence.
     *
     * @return the messages, in order
     */
    public List<Message> messages() {
        var messages = new ArrayList<Message>();
        for (PartAttainment part : parts()) {
            messages.add(said(part));
            part.derivation().ifPresent(target -> messages.addAll(derivation(part.format(), target)));
            if (parts().size() > 1 || part.cap().isPresent()) {
                contribution(part).ifPresent(messages::add);
            }
        }
        if (parts().size() > 1) {
            messages.add(
                    overall() instanceof Known known
                            ? Message.of(MessageCode.ATTAINMENT_OVERALL)
                                    .with("share", TargetWords.argument(known.value()))
                            : Message.of(MessageCode.ATTAINMENT_NO_OVERALL)
                                    .with("reason", TargetWords.reason(overall())));
        }
        running()
                .ifPresent(days -> messages.add(Message.of(MessageCode.ATTAINMENT_RUNNING)
                        .with("done", days.over())
                        .with("all", days.all())
                        .with("day", provenance().asOf())));
        return List.copyOf(messages);
    }

    private Message said(PartAttainment part) {
        boolean known = part.attainment().isKnown();
        Message message = Message.of(known ? MessageCode.ATTAINMENT : MessageCode.ATTAINMENT_NONE)
                .with("subject", subject())
                .with("kpi", part.kpi().name())
                .with("from", span().start())
                .with("to", span().lastDay());
        return known
                ? message.with("actual", part.format().value(part.actual().orThrow()))
                        .with("target", part.format().value(part.target().orThrow()))
                        .with("share", TargetWords.argument(part.attainment().orThrow()))
                : message.with("reason", TargetWords.reason(part.attainment()));
    }

    private static Optional<Message> contribution(PartAttainment part) {
        if (!(part.contribution() instanceof Known known)) {
            return Optional.empty();
        }
        Message message = Message.of(
                        part.cap().isPresent() ? MessageCode.ATTAINMENT_PART_CAPPED : MessageCode.ATTAINMENT_PART)
                .with("weight", TargetWords.argument(part.weight().fraction()))
                .with("contribution", TargetWords.argument(known.value()));
        return Optional.of(part.cap()
                .map(cap -> message.with("cap", TargetWords.argument(cap.fraction())))
                .orElse(message));
    }

    /** How a target came about, where it is not simply as it was set. */
    static List<Message> derivation(KpiFormat format, TargetInForce target) {
        var messages = new ArrayList<Message>();
        if (target.origin() == TargetOrigin.SUM_OF_MEMBERS) {
            messages.add(Message.of(MessageCode.TARGET_OF_MEMBERS)
                    .with("members", target.members())
                    .with("without", target.withoutTarget().size()));
        }
        if (target.origin() == TargetOrigin.SUM_OF_PERIODS) {
            messages.add(Message.of(MessageCode.TARGET_OF_PERIODS));
        }
        if (target.revisions().size() > 1) {
            Revision last = target.revisions().get(target.revisions().size() - 1);
            messages.add(Message.of(MessageCode.TARGET_CHANGED)
                    .with(
                            "first",
                            format.value(target.revisions().get(0).value().asDouble()))
                    .with("last", format.value(last.value().asDouble()))
                    .with("day", last.since())
                    .with("reason", last.reason().map(r -> ": " + r).orElse("")));
        }
        if (target.isAdjusted()) {
            messages.add(Message.of(MessageCode.TARGET_PRORATED)
                    .with("full", format.value(target.full()))
                    .with("target", format.value(target.value().orThrow()))
                    .with("eligible", target.eligibleDays())
                    .with("working", target.workingDays())
                    .with("ramped", target.rampedDays(), 1));
        }
        return messages;
    }

    @Override
    public String explain(Catalogue catalogue) {
        return catalogue.lines(messages());
    }

    @Override
    public String table() {
        TextTable table = TextTable.of("kpi", ">actual", ">target", ">attainment", ">weight", ">contribution");
        for (PartAttainment part : parts()) {
            table.row(
                    part.kpi().id().value(),
                    part.brief(part.actual()),
                    part.brief(part.target()),
                    TargetWords.share(part.attainment()),
                    part.weight().toString(),
                    part.contribution().isKnown() ? TargetWords.share(part.contribution()) : "");
        }
        if (parts().size() > 1) {
            table.row("together", "", "", "", "", TargetWords.share(overall()));
        }
        return table.toString();
    }

    @Override
    public Rows rows() {
        var rows = new ArrayList<Map<String, Object>>();
        for (PartAttainment part : parts()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("subject", subject().value());
            row.put("from", span().start());
            row.put("to", span().lastDay());
            row.put("kpi", part.kpi().id().value());
            part.actual().asDouble().ifPresent(v -> row.put("actual", v));
            part.target().asDouble().ifPresent(v -> row.put("target", v));
            part.attainment().asDouble().ifPresent(v -> row.put("attainment", v));
            row.put("weight", part.weight().fraction());
            part.contribution().asDouble().ifPresent(v -> row.put("contribution", v));
            part.attainment().whyNot().ifPresent(reason -> row.put("reason", reason.name()));
            rows.add(row);
        }
        return Rows.of(
                List.of(
                        "subject",
                        "from",
                        "to",
                        "kpi",
                        "actual",
                        "target",
                        "attainment",
                        "weight",
                        "contribution",
                        "reason"),
                rows);
    }

    @Override
    public String toString() {
        String what = parts().size() == 1
                ? " of target: " + parts().get(0).brief(parts().get(0).actual()) + " of "
                        + parts().get(0).brief(parts().get(0).target()) + " "
                        + parts().get(0).kpi().id()
                : " of target: "
                        + String.join(
                                " + ",
                                parts().stream()
                                        .map(part -> TargetWords.share(part.contribution()) + " "
                                                + part.kpi().id())
                                        .toList());
        return OneLine.of(subject() + " " + TargetWords.share(overall())
                + (overall().isKnown() ? what : "")
                + running()
                        .map(days -> ", " + Figures.count(days.over()) + "/" + Figures.count(days.all()) + " days")
                        .orElse(""));
    }

    /** Builds an {@link Attainment}. */
    public static final class Builder extends ImmutableAttainment.Builder {
        Builder() {}
    }
}
