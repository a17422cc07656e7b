package io.coaching.scorecard;

import io.coaching.base.Catalogue;
import io.coaching.base.CompetencyId;
import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Percent;
import io.coaching.base.Rows;
import io.coaching.base.SampleSize;
import io.coaching.base.Subject;
import io.coaching.base.TemplateId;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The texts and rows that scores of persons and of groups have in common. */
final class ScoreReport {
    private static final List<String> COLUMNS = List.of(
            "subject",
            "template",
            "from",
            "to",
            "relation",
            "competency",
            "score",
            "standardError",
            "low",
            "high",
            "rounded",
            "cards",
            "raters",
            "persons",
            "ruler",
            "why");

    private final Subject subject;
    private final TemplateId template;
    private final Span span;
    private final List<ScoreLine> lines;

    ScoreReport(Subject subject, TemplateId template, Span span, List<ScoreLine> lines) {
        this.subject = subject;
        this.template = template;
        this.span = span;
        this.lines = lines;
    }

    /** The score of a competency, whoever said it. */
    static ScoreLine line(List<ScoreLine> lines, CompetencyId competency) {
        return lines.stream()
                .filter(line -> line.competency().equals(Optional.of(competency)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("competency must be one of "
                        + lines.stream()
                                .flatMap(line -> line.competency().stream())
                                .toList() + ": " + competency));
    }

    String line(Points highest) {
        Estimate overall = lines.get(0).score();
        String text = overall instanceof Known known
                ? subject.value() + ": " + Figures.fixed(known.value(), 2) + " of " + highest + " on " + template + ", "
                        + String.join(
                                ", ",
                                known.sizes().stream().map(SampleSize::toString).toList())
                : subject.value() + ": no score on " + template + ", "
                        + overall.whyNot().map(reason -> reason.text()).orElse("");
        return OneLine.of(text);
    }

    String table() {
        boolean rounded = lines.stream().anyMatch(line -> line.rounded().isPresent());
        var heads = new ArrayList<>(List.of("by", "competency", ">score"));
        if (rounded) {
            heads.add(">rounded");
        }
        heads.addAll(List.of(">error", ">low", ">high", ">cards", ">raters"));
        TextTable table = TextTable.of(heads);
        for (ScoreLine line : lines) {
            var cells = new ArrayList<>(List.of(line.by(), line.what()));
            if (line.score() instanceof Known known) {
                cells.add(Figures.fixed(known.value(), 2));
                if (rounded) {
                    cells.add(line.rounded()
                            .map(value -> value.stripTrailingZeros().toPlainString())
                            .orElse(""));
                }
                cells.add(
                        line.standardError().isPresent()
                                ? Figures.fixed(line.standardError().getAsDouble(), 2)
                                : "");
                cells.add(known.interval().map(i -> Figures.fixed(i.low(), 2)).orElse(""));
                cells.add(known.interval().map(i -> Figures.fixed(i.high(), 2)).orElse(""));
                cells.add(Figures.count(known.sizes().get(0).n()));
                cells.add(Figures.count(known.sizes().get(1).n()));
            } else {
                cells.add(line.score() instanceof io.coaching.base.Withheld ? "withheld" : "none");
                while (cells.size() < heads.size()) {
                    cells.add("");
                }
            }
            table.row(cells);
        }
        return table.toString();
    }

    String explain(Catalogue catalogue, Set<Relation> relations, Completeness completeness, List<Message> remarks) {
        var messages = new ArrayList<Message>();
        messages.add(Message.of(MessageCode.SCORES_OF)
                .with("subject", subject)
                .with("template", template.value())
                .with("from", span.start())
                .with("to", span.isEmpty() ? span.start() : span.lastDay())
                .with(
                        "relations",
                        String.join(
                                ", ",
                                relations.stream()
                                        .map(r -> r.name().toLowerCase(Locale.ROOT))
                                        .toList())));
        for (ScoreLine line : lines) {
            if (line.relation().isEmpty()) {
                messages.add(said(line));
            }
        }
        if (completeness.cards() > 0) {
            messages.add(Message.of(MessageCode.SCORES_COMPLETENESS)
                    .with("complete", completeness.complete())
                    .with("cards", completeness.cards())
                    .with("documented", completeness.documented())
                    .with("flagged", completeness.flagged()));
            messages.add(Message.of(MessageCode.SCORES_WEIGHTS));
        }
        messages.addAll(remarks);
        return String.join("\n", messages.stream().map(catalogue::text).toList());
    }

    private static Message said(ScoreLine line) {
        if (!(line.score() instanceof Known known)) {
            return Message.of(MessageCode.SCORES_NONE)
                    .with("what", line.what())
                    .with(
                            "reason",
                            line.score().whyNot().map(reason -> reason.text()).orElse(""));
        }
        boolean sure = known.interval().isPresent();
        Message message = Message.of(sure ? MessageCode.SCORES_VALUE : MessageCode.SCORES_VALUE_BARE)
                .with("what", line.what())
                .with("value", known.value(), 2)
                .with("cards", known.sizes().get(0).n())
                .with("raters", known.sizes().get(1).n())
                .with("method", known.method());
        if (!sure) {
            return message;
        }
        Percent level = known.interval().get().level();
        return message.with("low", known.interval().get().low(), 2)
                .with("high", known.interval().get().high(), 2)
                .with("error", line.standardError().orElse(0), 2)
                .with("level", level.toString())
                .with("scatter", known.interval().get().method());
    }

    Rows rows() {
        return Rows.of(COLUMNS, lines.stream().map(this::row).toList());
    }

    private Map<String, Object> row(ScoreLine line) {
        var row = new LinkedHashMap<String, Object>();
        row.put("subject", subject.value());
        row.put("template", template.value());
        row.put("from", span.start());
        row.put("to", span.isEmpty() ? span.start() : span.lastDay());
        row.put("relation", line.by());
        row.put("competency", line.what());
        if (line.score() instanceof Known known) {
            row.put("score", known.value());
            line.standardError().ifPresent(error -> row.put("standardError", error));
            known.interval().ifPresent(interval -> {
                row.put("low", interval.low());
                row.put("high", interval.high());
            });
            line.rounded().ifPresent(value -> row.put("rounded", value));
            known.sizes().forEach(size -> row.put(size.of(), size.n()));
            known.ruler().ifPresent(ruler -> row.put("ruler", ruler));
        } else {
            line.score().whyNot().ifPresent(reason -> row.put("why", reason.name()));
        }
        return row;
    }
}
