package io.coaching.target;

import io.coaching.base.Catalogue;
import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.base.Subject;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.stats.Moments;
import io.coaching.stats.QuantileMethod;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.immutables.value.Value;

/**
 * How a group stands against its targets: the distribution over its members, since an average hides that half of them are far
 * above and half far below, and all of them pooled.
 *
 * <p>Each person counts once, in the group of their last eligible day in the period, with all they reached in the period.
 * {@link #pooled} is the group as one: what all reached on their days in it, for the target of the group. So people who moved may
 * make the two differ.
 *
 * <p>Quartiles are of type 7. Members without a target, or without a figure, are left out of the distribution and counted by
 * reason.
 */
@Value.Immutable
public abstract sealed class TeamAttainment implements Result permits ImmutableTeamAttainment {
    TeamAttainment() {}

    /**
     * Starts an answer.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The distribution over members, on plain answers.
     *
     * @param pooled the group as one
     * @param members its members
     * @return the answer
     */
    public static TeamAttainment of(Attainment pooled, List<Attainment> members) {
        double[] values = members.stream()
                .map(Attainment::overall)
                .filter(Estimate::isKnown)
                .mapToDouble(Estimate::orThrow)
                .toArray();
        Moments moments = Moments.of(values);
        long reached = members.stream().filter(Attainment::isReached).count();
        var leftOut = new java.util.EnumMap<Reason, Integer>(Reason.class);
        members.forEach(member -> member.overall().whyNot().ifPresent(why -> leftOut.merge(why, 1, Integer::sum)));
        return builder()
                .subject(pooled.subject())
                .span(pooled.span())
                .pooled(pooled)
                .members(members)
                .median(figure(QuantileMethod.DEFAULT.of(values, 0.5), values, "median"))
                .lowerQuartile(figure(QuantileMethod.DEFAULT.of(values, 0.25), values, "quartile, type 7"))
                .upperQuartile(figure(QuantileMethod.DEFAULT.of(values, 0.75), values, "quartile, type 7"))
                .mean(figure(moments.mean(), values, "mean"))
                .standardDeviation(figure(moments.sd(), values, "standard deviation"))
                .participation(figure(
                        values.length == 0
                                ? OptionalDouble.empty()
                                : OptionalDouble.of((double) reached / values.length),
                        values,
                        "members with 100 % or more / members"))
                .leftOut(leftOut)
                .provenance(pooled.provenance())
                .build();
    }

    private static Estimate figure(OptionalDouble value, double[] values, String method) {
        return value.isPresent()
                ? Known.builder()
                        .value(value.getAsDouble())
                        .n(values.length, "members")
                        .method(method)
                        .build()
                : Estimate.undefined(values.length == 0 ? Reason.NO_DATA : Reason.TOO_FEW_OBSERVATIONS);
    }

    /**
     * The group.
     *
     * @return the team, region or everyone
     */
    public abstract Subject subject();

    /**
     * In which days.
     *
     * @return the period
     */
    public abstract Span span();

    /**
     * The group as one.
     *
     * @return what all reached for what all were to reach
     */
    public abstract Attainment pooled();

    /**
     * The members that may be shown.
     *
     * @return an attainment each, by identifier
     */
    public abstract List<Attainment> members();

    /**
     * The median of the members.
     *
     * @return the median
     */
    public abstract Estimate median();

    /**
     * A quarter of the members is below.
     *
     * @return the lower quartile
     */
    public abstract Estimate lowerQuartile();

    /**
     * A quarter of the members is above.
     *
     * @return the upper quartile
     */
    public abstract Estimate upperQuartile();

    /**
     * The average of the members, which says little without the rest.
     *
     * @return the mean
     */
    public abstract Estimate mean();

    /**
     * How far members lie apart.
     *
     * @return the standard deviation; undefined for one member
     */
    public abstract Estimate standardDeviation();

    /**
     * The share of members who reached 100 % or more.
     *
     * @return the participation rate
     */
    public abstract Estimate participation();

    /**
     * Members that are in no figure of the distribution.
     *
     * @return how many, by reason
     */
    public abstract Map<Reason, Integer> leftOut();

    /**
     * Members that are in the figures and that the viewer may not see by name.
     *
     * @return how many
     */
    @Value.Default
    public int hiddenMembers() {
        return 0;
    }

    @Override
    public abstract Provenance provenance();

    /** What a viewer may see: some members, and the distribution or the whole only where they give nobody away. */
    TeamAttainment seen(
            List<Attainment> visible, java.util.Optional<Reason> noDistribution, java.util.Optional<Reason> noWhole) {
        Function<Estimate, Estimate> told =
                value -> noDistribution.<Estimate>map(Estimate::withheld).orElse(value);
        return builder()
                .from(this)
                .members(visible)
                .hiddenMembers(members().size() - visible.size())
                .median(told.apply(median()))
                .lowerQuartile(told.apply(lowerQuartile()))
                .upperQuartile(told.apply(upperQuartile()))
                .mean(told.apply(mean()))
                .standardDeviation(told.apply(standardDeviation()))
                .participation(told.apply(participation()))
                .leftOut(noDistribution.isPresent() ? Map.of() : leftOut())
                .pooled(noWhole.map(pooled()::withheld).orElse(pooled()))
                .build();
    }

    @Override
    public String explain(Catalogue catalogue) {
        var messages = new ArrayList<Message>();
        if (participation() instanceof Known share) {
            messages.add(Message.of(MessageCode.ATTAINMENT_TEAM)
                    .with("n", share.n())
                    .with("reached", Math.round(share.value() * share.n()))
                    .with("share", TargetWords.argument(share.value()))
                    .with("median", TargetWords.argument(median().orThrow()))
                    .with("low", TargetWords.argument(lowerQuartile().orThrow()))
                    .with("high", TargetWords.argument(upperQuartile().orThrow())));
            if (standardDeviation() instanceof Known sd) {
                messages.add(Message.of(MessageCode.ATTAINMENT_MEAN)
                        .with("mean", TargetWords.argument(mean().orThrow()))
                        .with("sd", TargetWords.argument(sd.value())));
            }
        } else {
            messages.add(
                    Message.of(MessageCode.ATTAINMENT_NO_TEAM).with("reason", TargetWords.reason(participation())));
        }
        leftOut()
                .forEach((reason, count) -> messages.add(Message.of(MessageCode.ATTAINMENT_LEFT_OUT)
                        .with("count", count)
                        .with("reason", reason.text())));
        if (hiddenMembers() > 0) {
            messages.add(Message.of(MessageCode.ATTAINMENT_HIDDEN).with("count", hiddenMembers()));
        }
        messages.addAll(pooled().messages());
        return catalogue.lines(messages);
    }

    @Override
    public String table() {
        TextTable table = TextTable.of("", ">actual", ">target", ">attainment");
        members().forEach(member -> add(table, member.subject().value(), member));
        add(table, subject().value() + " pooled", pooled());
        add(table, "median", median());
        add(table, "middle half from", lowerQuartile());
        add(table, "middle half to", upperQuartile());
        add(table, "share at 100% or above", participation());
        return table.toString();
    }

    private static void add(TextTable table, String name, Attainment who) {
        PartAttainment only = who.parts().get(0);
        boolean one = who.parts().size() == 1;
        table.row(
                name,
                one ? only.brief(only.actual()) : "",
                one ? only.brief(only.target()) : "",
                TargetWords.share(who.overall()));
    }

    private static void add(TextTable table, String name, Estimate value) {
        table.row(name, "", "", TargetWords.share(value));
    }

    @Override
    public Rows rows() {
        var rows = new ArrayList<Map<String, Object>>();
        members().forEach(member -> rows.addAll(member.rows().rows()));
        rows.addAll(pooled().rows().rows());
        return Rows.of(pooled().rows().columns(), rows);
    }

    @Override
    public String toString() {
        return OneLine.of(subject() + ": "
                + (participation() instanceof Known share
                        ? "median " + TargetWords.share(median()) + ", "
                                + TargetWords.share(participation()) + " of " + Figures.count(share.n())
                                + " at 100% or above"
                        : participation().toString())
                + ", pooled " + TargetWords.share(pooled().overall()));
    }

    /** Builds a {@link TeamAttainment}. */
    public static final class Builder extends ImmutableTeamAttainment.Builder {
        Builder() {}
    }
}
