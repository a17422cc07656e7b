package io.coaching.rating;

import io.coaching.base.Catalogue;
import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How far raters agree, by all coefficients side by side, which of them to trust and why, where raters part, and how many of them
 * a score needs.
 *
 * <p>{@link #trusted} and {@link #verdict} are one decision. Krippendorff's alpha (ordinal, missing ratings allowed) is trusted
 * unless one level makes up three quarters of all ratings and AC2 sees at least 0.1 more agreement: then {@link
 * #prevalenceMisleads}, and AC2 is trusted, with a sentence that says why. Where there is no variation at all nothing is
 * corrected for chance, and percent agreement stands alone.
 */
@Value.Immutable
public abstract sealed class Agreement implements Result permits ImmutableAgreement {
    Agreement() {}

    /**
     * Starts an answer.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What was rated.
     *
     * @return the template and its version, or that the ratings are plain
     */
    public abstract String what();

    /**
     * Of which days the cards are.
     *
     * @return the span; absent for plain ratings
     */
    public abstract Optional<Span> span();

    /**
     * What was agreed before.
     *
     * @return level, weights and target
     */
    public abstract AgreementRule rule();

    /**
     * How many raters there are.
     *
     * @return their number
     */
    public abstract int raters();

    /**
     * How many subjects were rated.
     *
     * @return persons, or persons on an occasion
     */
    public abstract int subjects();

    /**
     * How many of them two or more raters rated: all that agreement can stand on.
     *
     * @return their number
     */
    public abstract int shared();

    /**
     * How many scores raters gave.
     *
     * @return scorecards that count, or subjects times raters of plain ratings
     */
    public abstract int scorecards();

    /**
     * What was left out, by reason.
     *
     * @return how many cards for each reason; reasons that apply to none are absent
     */
    public abstract Map<MessageCode, Integer> leftOut();

    /**
     * The coefficients over all criteria: each subject on each criterion is a unit of its own.
     *
     * @return the coefficients
     */
    public abstract CriterionAgreement whole();

    /**
     * The coefficients by criterion.
     *
     * @return the criteria, in their order; empty where there is one only
     */
    public abstract List<CriterionAgreement> criteria();

    /**
     * The reliability of overall scores, by the intraclass correlations.
     *
     * @return the coefficients
     */
    public abstract List<AgreementCoefficient> scores();

    /**
     * How well raters tell neighbouring levels apart.
     *
     * @return by criterion and level; pairs of levels that no two ratings of a unit stand on are absent
     */
    public abstract List<AnchorAgreement> anchors();

    /**
     * How many raters a score needs to be good enough, severity counting as error.
     *
     * @return the number, with limits from those of ICC(A,1)
     */
    public abstract Estimate ratersNeeded();

    /**
     * How many raters a score needs once severity is taken out.
     *
     * @return the number, with limits from those of ICC(C,1)
     */
    public abstract Estimate ratersNeededAdjusted();

    /**
     * Which coefficient to trust.
     *
     * @return the coefficient of {@link #whole}
     */
    public abstract CoefficientKind trusted();

    /**
     * Whether nearly all ratings are alike, so that alpha and kappa mislead.
     *
     * @return true if so
     */
    public abstract boolean prevalenceMisleads();

    /**
     * What was decided.
     *
     * @return the verdict, from the interval of the trusted coefficient
     */
    public abstract AgreementVerdict verdict();

    @Override
    public abstract Provenance provenance();

    /**
     * The anchors where raters part most, the least clear first.
     *
     * @return those that stand out; empty if none does
     */
    public List<AnchorAgreement> unclearAnchors() {
        return anchors().stream()
                .filter(AnchorAgreement::standsOut)
                .sorted(Comparator.comparingDouble(anchor -> anchor.agreement().orThrow()))
                .toList();
    }

    /**
     * The value of a coefficient over all criteria, or of a score.
     *
     * @param kind which
     * @return the estimate
     */
    public Estimate of(CoefficientKind kind) {
        return scores().stream()
                .filter(row -> row.kind() == kind)
                .map(AgreementCoefficient::estimate)
                .findFirst()
                .orElseGet(() -> whole().of(kind));
    }

    @Override
    public String toString() {
        Estimate share = whole().of(CoefficientKind.PERCENT_AGREEMENT);
        if (!(share instanceof Known)) {
            return OneLine.of("agreement " + share + ", " + raters() + " raters");
        }
        return OneLine.of((verdict() == AgreementVerdict.NONE
                        ? "equal in " + percent(share) + " of pairs, " + AgreementVerdict.NONE.text()
                        : trusted().label() + " " + brief(whole().of(trusted())) + ", "
                                + verdict().text())
                + ", " + raters() + " raters");
    }

    private static String percent(Estimate estimate) {
        return estimate instanceof Known known ? Figures.percent(known.value(), 0) : estimate.toString();
    }

    private static String brief(Estimate estimate) {
        if (!(estimate instanceof Known known)) {
            return estimate.toString();
        }
        return Figures.fixed(known.value(), 2)
                + known.interval()
                        .map(i -> " [" + Figures.fixed(i.low(), 2) + ", " + Figures.fixed(i.high(), 2) + "]")
                        .orElse("");
    }

    @Override
    public String table() {
        TextTable table = TextTable.of("criterion", "coefficient", ">value", ">low", ">high", ">units", ">ratings");
        var out = new ArrayList<CriterionAgreement>();
        out.add(whole());
        out.addAll(criteria());
        for (CriterionAgreement criterion : out) {
            criterion.coefficients().forEach(row -> add(table, criterion.criterion(), row));
        }
        scores().forEach(row -> add(table, "overall score", row));
        return table.toString();
    }

    private static void add(TextTable table, String criterion, AgreementCoefficient row) {
        if (row.estimate() instanceof Known known) {
            table.row(
                    criterion,
                    row.kind().label(),
                    Figures.fixed(known.value(), 3),
                    known.interval().map(i -> Figures.fixed(i.low(), 3)).orElse(""),
                    known.interval().map(i -> Figures.fixed(i.high(), 3)).orElse(""),
                    Figures.count(known.n()),
                    Figures.count(known.sizes().get(1).n()));
        } else {
            table.row(criterion, row.kind().label(), row.estimate().toString(), "", "", "", "");
        }
    }

    /**
     * The reasoning, sentence by sentence.
     *
     * @return the messages, in order
     */
    public List<Message> messages() {
        var messages = new ArrayList<Message>();
        messages.add(Message.of(MessageCode.AGREEMENT_BASIS)
                .with("raters", raters())
                .with("cards", scorecards())
                .with("subjects", subjects())
                .with("shared", shared())
                .with("what", what() + span().map(s -> ", " + s).orElse("")));
        messages.add(decision());
        Estimate equal = whole().of(CoefficientKind.PERCENT_AGREEMENT);
        if (equal instanceof Known known) {
            messages.add(Message.of(MessageCode.AGREEMENT_PERCENT).withShare("share", known.value()));
        }
        if (prevalenceMisleads()) {
            messages.add(Message.of(MessageCode.AGREEMENT_PREVALENCE)
                    .withShare("share", whole().prevalence())
                    .with("level", whole().prevailing())
                    .with(
                            "alpha",
                            whole().of(CoefficientKind.KRIPPENDORFF_ALPHA).orThrow(),
                            2)
                    .withShare("percent", equal.orThrow())
                    .with("coefficient", trusted().label()));
        }
        if (!criteria().isEmpty()) {
            messages.add(Message.of(MessageCode.AGREEMENT_POOLED));
        }
        reliability(messages);
        anchorMessages(messages);
        leftOut()
                .forEach((why, count) -> messages.add(Message.of(MessageCode.RATING_LEFT_OUT)
                        .with("count", count)
                        .with("why", Message.of(why))));
        return List.copyOf(messages);
    }

    private Message decision() {
        if (verdict() == AgreementVerdict.NONE) {
            return Message.of(MessageCode.AGREEMENT_UNDEFINED)
                    .with(
                            "reason",
                            whole().of(CoefficientKind.KRIPPENDORFF_ALPHA)
                                    .whyNot()
                                    .orElse(Reason.NO_DATA)
                                    .text());
        }
        Known known = (Known) whole().of(trusted());
        Optional<Interval> interval = known.interval();
        Message message = Message.of(
                        interval.isPresent() ? MessageCode.AGREEMENT_VERDICT : MessageCode.AGREEMENT_VERDICT_BARE)
                .with("coefficient", trusted().label())
                .with("value", known.value(), 2)
                .with("verdict", verdict().text());
        return interval.map(i -> message.with("low", i.low(), 2)
                        .with("high", i.high(), 2)
                        .with("level", i.level().toString()))
                .orElse(message);
    }

    private void reliability(List<Message> messages) {
        Estimate single = of(CoefficientKind.ICC_AGREEMENT_SINGLE);
        Estimate adjusted = of(CoefficientKind.ICC_CONSISTENCY_SINGLE);
        if (single instanceof Known one && adjusted instanceof Known other) {
            messages.add(Message.of(MessageCode.AGREEMENT_RELIABILITY)
                    .with("single", one.value(), 2)
                    .with("adjusted", other.value(), 2));
        } else {
            messages.add(Message.of(MessageCode.AGREEMENT_NO_RELIABILITY)
                    .with(
                            "reason",
                            single.whyNot()
                                    .or(adjusted::whyNot)
                                    .orElse(Reason.NO_DATA)
                                    .text()));
            return;
        }
        String target = Figures.plain(rule().target().fraction());
        if (ratersNeeded() instanceof Known needed && ratersNeededAdjusted() instanceof Known fewer) {
            messages.add(Message.of(MessageCode.AGREEMENT_RATERS)
                    .with("target", target)
                    .with("raters", whole(needed))
                    .with("adjusted", whole(fewer)));
        } else {
            messages.add(Message.of(MessageCode.AGREEMENT_RATERS_NONE).with("target", target));
        }
    }

    private static String whole(Known known) {
        return Figures.fixed(known.value(), 0)
                + known.interval()
                        .map(i -> " (" + Figures.fixed(i.low(), 0) + " to " + Figures.fixed(i.high(), 0) + ")")
                        .orElse("");
    }

    private void anchorMessages(List<Message> messages) {
        for (AnchorAgreement anchor : unclearAnchors()) {
            messages.add(said(MessageCode.AGREEMENT_ANCHOR, anchor));
        }
        if (unclearAnchors().isEmpty()) {
            anchors().stream()
                    .min(Comparator.comparingDouble(anchor -> anchor.agreement().orThrow()))
                    .ifPresent(least -> messages.add(said(MessageCode.AGREEMENT_ANCHOR_LEAST, least)));
        }
    }

    private static Message said(MessageCode code, AnchorAgreement anchor) {
        return Message.of(code)
                .with("criterion", anchor.criterion())
                .with("lower", anchor.lower())
                .with("upper", anchor.upper())
                .withShare("parted", anchor.parted().orThrow())
                .withShare("chance", anchor.byChance().orThrow());
    }

    @Override
    public String explain(Catalogue catalogue) {
        return catalogue.lines(messages());
    }

    @Override
    public Rows rows() {
        var rows = new ArrayList<Map<String, Object>>();
        whole().coefficients().forEach(row -> rows.add(row(whole().criterion(), row)));
        for (CriterionAgreement criterion : criteria()) {
            criterion.coefficients().forEach(row -> rows.add(row(criterion.criterion(), row)));
        }
        scores().forEach(row -> rows.add(row("overall score", row)));
        for (AnchorAgreement anchor : anchors()) {
            Map<String, Object> row =
                    row(anchor.criterion(), "between " + anchor.lower() + " and " + anchor.upper(), anchor.agreement());
            row.put("stands_out", anchor.standsOut());
            rows.add(row);
        }
        return Rows.of(
                List.of("criterion", "coefficient", "value", "low", "high", "units", "stands_out", "reason"), rows);
    }

    private static Map<String, Object> row(String criterion, AgreementCoefficient row) {
        return row(criterion, row.kind().label(), row.estimate());
    }

    private static Map<String, Object> row(String criterion, String coefficient, Estimate estimate) {
        var row = new LinkedHashMap<String, Object>();
        row.put("criterion", criterion);
        row.put("coefficient", coefficient);
        if (estimate instanceof Known known) {
            row.put("value", known.value());
            known.interval().ifPresent(i -> {
                row.put("low", i.low());
                row.put("high", i.high());
            });
            row.put("units", known.n());
        }
        estimate.whyNot().ifPresent(reason -> row.put("reason", reason.name()));
        return row;
    }

    /** Builds an {@link Agreement}. */
    public static final class Builder extends ImmutableAgreement.Builder {
        Builder() {}
    }
}
