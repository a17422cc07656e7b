package io.coaching.target;

import io.coaching.base.Argument;
import io.coaching.base.Catalogue;
import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Percent;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.base.Subject;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * Whether being on target at each stage of a funnel really reaches the quota, which target is the weakest, and what it lacks.
 *
 * <p>Each target is judged for itself, as if it were just met: what it brings on average through the conversions below it, and
 * with which probability that is enough. The chain is as good as its weakest target. It does not say whether targets are met.
 *
 * <p>Example: 100 meetings at 40 % and 25 % with deals of 10,000 bring 100,000 on average; 30 opportunities bring 75,000, so
 * they are the weakest target and lack 10.
 */
@Value.Immutable
public abstract sealed class Sufficiency implements Result permits ImmutableSufficiency {
    private static final List<String> COLUMNS = List.of(
            "subject", "stage", "target", "supplied", "exact", "whole", "missing", "expected", "chance", "reason");

    Sufficiency() {}

    /**
     * Starts an answer.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Whose targets they are.
     *
     * @return the person, team, region or everyone; absent for plain figures
     */
    public abstract Optional<Subject> subject();

    /**
     * The amount to reach.
     *
     * @return the quota, above 0; undefined where none is agreed
     */
    public abstract Estimate quota();

    /**
     * The currency of the quota.
     *
     * @return the currency, where it has one
     */
    public abstract Optional<Currency> currency();

    /**
     * The probability that is enough.
     *
     * @return the probability asked for
     */
    public abstract Percent wanted();

    /**
     * The targets, stage by stage.
     *
     * @return the stages, the top of the funnel first; those without a target too
     */
    public abstract List<StageTarget> stages();

    /**
     * The target that brings least on average.
     *
     * @return the weakest of the targets whose outcome is known, the uppermost of equal ones; absent if there is none
     */
    public Optional<StageTarget> weakest() {
        StageTarget weakest = null;
        double least = Double.POSITIVE_INFINITY;
        for (StageTarget stage : stages()) {
            if (stage.expected().isPresent()
                    && stage.expected().get() instanceof Known known
                    && known.value() < least) {
                weakest = stage;
                least = known.value();
            }
        }
        return Optional.ofNullable(weakest);
    }

    /**
     * The decision.
     *
     * @return whether the targets are enough
     */
    public SufficiencyVerdict verdict() {
        Optional<StageTarget> weakest = weakest();
        boolean allKnown =
                stages().stream().flatMap(stage -> stage.expected().stream()).allMatch(Estimate::isKnown);
        if (!quota().isKnown()
                || weakest.isEmpty()
                || (!allKnown && weakest.get().missing().orElse(0) == 0)) {
            return SufficiencyVerdict.UNKNOWN;
        }
        if (weakest.get().missing().orElse(0) > 0) {
            return SufficiencyVerdict.INSUFFICIENT;
        }
        return weakest.get().chance().orElseThrow() instanceof Known chance && chance.value() >= wanted().fraction()
                ? SufficiencyVerdict.SUFFICIENT
                : SufficiencyVerdict.ON_AVERAGE_ONLY;
    }

    @Override
    public String toString() {
        var out = new StringBuilder(verdict().name());
        weakest().ifPresent(stage -> {
            out.append(": ")
                    .append(Figures.count(stage.target().getAsLong()))
                    .append(' ')
                    .append(stage.stage())
                    .append(" bring ")
                    .append(Figures.fixed(stage.expected().orElseThrow().orThrow(), 0))
                    .append(" of ")
                    .append(FunnelWords.brief(currency(), quota()));
            if (stage.chance().orElseThrow() instanceof Known p) {
                out.append(", chance ").append(Figures.percent(p.value(), 1));
            }
            if (stage.missing().orElse(0) > 0) {
                out.append(", lack ").append(Figures.count(stage.missing().getAsLong()));
            }
        });
        return OneLine.of(out.toString());
    }

    @Override
    public String table() {
        TextTable table = TextTable.of("stage", ">target", ">from above", ">needed", ">missing", ">brings", ">chance");
        for (StageTarget stage : stages()) {
            table.row(
                    stage.stage(),
                    stage.target().isPresent() ? Figures.count(stage.target().getAsLong()) : "",
                    stage.supplied().isPresent()
                            ? Figures.fixed(stage.supplied().getAsDouble(), 1)
                            : "",
                    stage.whole().isPresent()
                            ? Figures.count(stage.whole().getAsLong())
                            : stage.need().toString(),
                    stage.missing().isPresent() ? Figures.count(stage.missing().getAsLong()) : "",
                    stage.expected()
                            .map(e -> e instanceof Known k
                                    ? FunnelWords.brief(currency(), Math.rint(k.value()))
                                    : e.toString())
                            .orElse(""),
                    stage.chance().map(FunnelWords::share).orElse(""));
        }
        return table.toString();
    }

    /**
     * The reasoning, sentence by sentence.
     *
     * @return the messages, in order
     */
    public List<Message> messages() {
        var messages = new ArrayList<Message>();
        SufficiencyVerdict verdict = verdict();
        if (verdict == SufficiencyVerdict.UNKNOWN) {
            messages.add(Message.of(MessageCode.SUFFICIENCY_UNKNOWN)
                    .with("reason", unknown().text()));
        } else {
            messages.add(decision(verdict, weakest().orElseThrow()));
        }
        for (StageTarget stage : stages()) {
            if (stage.expected().isPresent()
                    && stage.expected().get() instanceof Known expected
                    && stage.whole().isPresent()) {
                Message message = Message.of(
                                stage.missing().getAsLong() > 0
                                        ? MessageCode.SUFFICIENCY_TOO_FEW
                                        : MessageCode.SUFFICIENCY_ENOUGH)
                        .with("target", stage.target().getAsLong())
                        .with("stage", stage.stage())
                        .with("expected", FunnelWords.amount(currency(), expected.value()))
                        .with("whole", stage.whole().getAsLong());
                messages.add(
                        stage.missing().getAsLong() > 0
                                ? message.with("missing", stage.missing().getAsLong())
                                : message);
            }
            if (stage.target().isPresent()
                    && stage.supplied().isPresent()
                    && stage.supplied().getAsDouble() < stage.target().getAsLong()) {
                messages.add(Message.of(MessageCode.SUFFICIENCY_NOT_FED)
                        .with("target", stage.target().getAsLong())
                        .with("stage", stage.stage())
                        .with("supplied", stage.supplied().getAsDouble(), 1));
            }
        }
        return List.copyOf(messages);
    }

    private Message decision(SufficiencyVerdict verdict, StageTarget weakest) {
        Message message = Message.of(
                        switch (verdict) {
                            case SUFFICIENT -> MessageCode.SUFFICIENCY_SUFFICIENT;
                            case ON_AVERAGE_ONLY -> MessageCode.SUFFICIENCY_ON_AVERAGE;
                            case INSUFFICIENT -> MessageCode.SUFFICIENCY_INSUFFICIENT;
                            case UNKNOWN -> MessageCode.SUFFICIENCY_UNKNOWN;
                        })
                .with(
                        "expected",
                        FunnelWords.amount(
                                currency(), weakest.expected().orElseThrow().orThrow()))
                .with("quota", FunnelWords.amount(currency(), quota().orThrow()))
                .with("chance", chance(weakest));
        return verdict == SufficiencyVerdict.INSUFFICIENT
                ? message.with("target", weakest.target().orElseThrow()).with("stage", weakest.stage())
                : message.with("wanted", new Argument.Share(wanted().fraction(), 0));
    }

    private static Argument chance(StageTarget stage) {
        Estimate chance = stage.chance().orElseThrow();
        return chance instanceof Known known
                ? new Argument.Share(known.value(), 1)
                : new Argument.Text(chance.toString());
    }

    private Reason unknown() {
        if (quota().whyNot().isPresent()) {
            return quota().whyNot().get();
        }
        return stages().stream()
                .flatMap(stage -> stage.expected().stream())
                .flatMap(expected -> expected.whyNot().stream())
                .findFirst()
                .orElse(Reason.NO_TARGET);
    }

    @Override
    public String explain(Catalogue catalogue) {
        return messages().stream().map(catalogue::text).collect(Collectors.joining("\n"));
    }

    @Override
    public Rows rows() {
        var rows = new ArrayList<Map<String, Object>>();
        for (StageTarget stage : stages()) {
            var row = new LinkedHashMap<String, Object>();
            subject().ifPresent(subject -> row.put("subject", subject.value()));
            row.put("stage", stage.stage());
            stage.target().ifPresent(v -> row.put("target", v));
            stage.supplied().ifPresent(v -> row.put("supplied", v));
            stage.need().asDouble().ifPresent(v -> row.put("exact", v));
            stage.whole().ifPresent(v -> row.put("whole", v));
            stage.missing().ifPresent(v -> row.put("missing", v));
            stage.expected().ifPresent(e -> e.asDouble().ifPresent(v -> row.put("expected", v)));
            stage.chance().ifPresent(e -> e.asDouble().ifPresent(v -> row.put("chance", v)));
            stage.need().whyNot().ifPresent(reason -> row.put("reason", reason.name()));
            rows.add(row);
        }
        return Rows.of(COLUMNS, rows);
    }

    @Override
    public abstract Provenance provenance();

    /** Builds a {@link Sufficiency}. */
    public static final class Builder extends ImmutableSufficiency.Builder {
        Builder() {}
    }
}
