package io.coaching.scorecard;

import io.coaching.base.Catalogue;
import io.coaching.base.CompetencyId;
import io.coaching.base.Known;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Privacy;
import io.coaching.base.Provenance;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.base.TemplateId;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.time.Cadence;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** How a coaching programme is used: period by period, and what people say of it. */
@Value.Immutable
public abstract sealed class ProgrammeUsage implements Result permits ImmutableProgrammeUsage {
    ProgrammeUsage() {}

    /**
     * Starts a result.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Which programme: the template of its cards.
     *
     * @return the template
     */
    public abstract TemplateId template();

    /**
     * How long the periods are.
     *
     * @return the cadence
     */
    public abstract Cadence cadence();

    /**
     * The days that were looked at.
     *
     * @return the span
     */
    public abstract Span span();

    /**
     * The use in each whole period that is over.
     *
     * @return the periods, in order of time
     */
    public abstract List<UsagePeriod> periods();

    /**
     * How many different people rated others, in all periods together.
     *
     * @return the number
     */
    public abstract int raters();

    /**
     * How many different people were rated by others, in all periods together.
     *
     * @return the number
     */
    public abstract int ratees();

    /**
     * How many cards are on versions of the template that are not known. They count nowhere.
     *
     * @return the number
     */
    public abstract int unknownVersions();

    /**
     * What people say of the programme as a whole, and of its competencies.
     *
     * @return the lines: the whole first; none where nothing was said
     */
    public abstract List<FeedbackLine> feedback();

    /**
     * How many people an answer needs to be shown.
     *
     * @return the smallest group
     */
    public abstract Privacy privacy();

    @Override
    public abstract Provenance provenance();

    /**
     * How the cards of all periods were filled in.
     *
     * @return the sums
     */
    public Completeness filled() {
        List<Completeness> all = periods().stream().map(UsagePeriod::filled).toList();
        return new Completeness(
                all.stream().mapToInt(Completeness::cards).sum(),
                all.stream().mapToInt(Completeness::complete).sum(),
                all.stream().mapToInt(Completeness::documented).sum(),
                all.stream().mapToInt(Completeness::flagged).sum());
    }

    /**
     * How many cards of all periods hold a comment.
     *
     * @return the number
     */
    public int commented() {
        return periods().stream().mapToInt(UsagePeriod::commented).sum();
    }

    /**
     * What people say of one competency.
     *
     * @param competency the competency
     * @return the line; empty where nothing was said
     */
    public Optional<FeedbackLine> feedback(CompetencyId competency) {
        return feedback().stream()
                .filter(line -> line.competency().equals(Optional.of(competency)))
                .findFirst();
    }

    @Override
    public String table() {
        TextTable table = TextTable.of(
                "period",
                ">cards",
                ">raters",
                ">ratees",
                ">giving",
                ">receiving",
                ">action plan",
                ">comment",
                ">complete");
        for (UsagePeriod used : periods()) {
            table.row(
                    used.period().label(),
                    Figures.count(used.cards()),
                    Figures.count(used.raters()),
                    Figures.count(used.ratees()),
                    rate(used.giving()),
                    rate(used.receiving()),
                    share(used.filled().documented(), used.cards()),
                    share(used.commented(), used.cards()),
                    share(used.filled().complete(), used.cards()));
        }
        Completeness all = filled();
        table.row(
                "all",
                Figures.count(all.cards()),
                Figures.count(raters()),
                Figures.count(ratees()),
                "",
                "",
                share(all.documented(), all.cards()),
                share(commented(), all.cards()),
                share(all.complete(), all.cards()));
        if (feedback().isEmpty()) {
            return table.toString();
        }
        TextTable said = TextTable.of("relevance of", ">people", ">mean", ">comments");
        for (FeedbackLine line : feedback()) {
            said.row(
                    name(line),
                    Figures.count(line.people()),
                    line.relevance() instanceof Known known ? Figures.fixed(known.value(), 1) : "",
                    Figures.count(line.comments()));
        }
        return table + "\n" + said;
    }

    private static String name(FeedbackLine line) {
        return line.competency().map(CompetencyId::value).orElse("the whole");
    }

    private static String rate(Participation part) {
        return part.rate() instanceof Known known ? Figures.percent(known.value(), 0) : "";
    }

    private static String share(int part, int all) {
        return all == 0 ? "" : Figures.percent((double) part / all, 0);
    }

    @Override
    public String explain(Catalogue catalogue) {
        var messages = new ArrayList<Message>();
        messages.add(Message.of(MessageCode.USAGE_CARDS)
                .with("cards", filled().cards())
                .with("periods", periods().size())
                .with("from", span().start())
                .with("to", span().lastDay())
                .with("raters", raters())
                .with("ratees", ratees()));
        for (UsagePeriod used : periods()) {
            messages.add(Message.of(MessageCode.USAGE_PARTICIPATION)
                    .with("period", used.period().label())
                    .with("givers", used.giving().active())
                    .with("eligible", used.giving().eligible())
                    .with("receivers", used.receiving().active()));
        }
        messages.add(Message.of(MessageCode.USAGE_FILLED)
                .with("cards", filled().cards())
                .with("documented", filled().documented())
                .with("commented", commented())
                .with("complete", filled().complete()));
        messages.add(Message.of(MessageCode.USAGE_RULE));
        if (unknownVersions() > 0) {
            messages.add(Message.of(MessageCode.USAGE_UNKNOWN_VERSION).with("count", unknownVersions()));
        }
        for (FeedbackLine line : feedback()) {
            Message message = line.relevance() instanceof Known known
                    ? Message.of(MessageCode.USAGE_RELEVANT)
                            .with("people", line.people())
                            .with("relevance", known.value(), 1)
                    : Message.of(MessageCode.USAGE_RELEVANCE_UNKNOWN)
                            .with(
                                    "reason",
                                    line.relevance().whyNot().orElseThrow().text());
            messages.add(message.with("what", name(line)).with("comments", line.comments()));
        }
        return table() + catalogue.lines(messages);
    }

    @Override
    public Rows rows() {
        var rows = new ArrayList<Map<String, Object>>();
        for (UsagePeriod used : periods()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("template", template().value());
            row.put("period", used.period().label());
            row.put("cards", used.cards());
            row.put("raters", used.raters());
            row.put("ratees", used.ratees());
            row.put("eligible", used.giving().eligible());
            row.put("giving", used.giving().active());
            row.put("receiving", used.receiving().active());
            row.put("documented", used.filled().documented());
            row.put("commented", used.commented());
            row.put("complete", used.filled().complete());
            rows.add(row);
        }
        return Rows.of(
                List.of(
                        "template",
                        "period",
                        "cards",
                        "raters",
                        "ratees",
                        "eligible",
                        "giving",
                        "receiving",
                        "documented",
                        "commented",
                        "complete"),
                rows);
    }

    @Override
    public String toString() {
        Completeness all = filled();
        return OneLine.of(
                template() + ": " + all.cards() + " cards in " + periods().size() + " periods, " + raters()
                        + " raters, " + ratees() + " ratees, action plans "
                        + (all.cards() == 0 ? "-" : share(all.documented(), all.cards())));
    }

    /** Builds a {@link ProgrammeUsage}. */
    public static final class Builder extends ImmutableProgrammeUsage.Builder {
        Builder() {}
    }
}
