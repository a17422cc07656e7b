package io.coaching.trend;

import io.coaching.base.Catalogue;
import io.coaching.base.KpiId;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.kpi.Kpi;
import io.coaching.time.Cadence;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/** Who slides, out of all people and KPIs that were looked at; how many are quiet, and how many cannot be judged and why. */
@Value.Immutable
public abstract sealed class Watch implements Result permits ImmutableWatch {
    Watch() {}

    /** Starts a watch. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * On what.
     *
     * @return the KPIs, in the order asked for
     */
    public abstract List<Kpi> kpis();

    /**
     * Over which days.
     *
     * @return the span asked for
     */
    public abstract Span span();

    /**
     * How long the periods are.
     *
     * @return the cadence
     */
    public abstract Cadence cadence();

    /**
     * How many people were looked at.
     *
     * @return the number of people
     */
    public abstract int persons();

    /**
     * How many people the viewer may not see.
     *
     * @return the number of people left out
     */
    public abstract int hiddenPersons();

    /**
     * How many series were judged.
     *
     * @return the number of series with a p value
     */
    public abstract int judged();

    /**
     * All that slide, the most urgent first.
     *
     * @return the flagged
     */
    public abstract List<WatchAlert> flagged();

    /**
     * How many alerts there is time for.
     *
     * @return the most alerts
     */
    public abstract int budget();

    /**
     * Which share of the flagged may be quiet in truth.
     *
     * @return the expected share
     */
    public abstract Percent falseDiscoveries();

    /**
     * How many series cannot be judged, and why.
     *
     * @return the number of series by reason
     */
    public abstract Map<Reason, Integer> undefined();

    /**
     * What a reader must know of the figures as a whole, as which rulers met in them that do not compare.
     *
     * @return the messages; none in most cases
     */
    public abstract List<Message> remarks();

    @Override
    public abstract Provenance provenance();

    /**
     * The most urgent of the flagged, as many as there is time for.
     *
     * @return the alerts
     */
    public List<WatchAlert> alerts() {
        return flagged().subList(0, Math.min(budget(), flagged().size()));
    }

    /**
     * How many series were judged and found quiet.
     *
     * @return the number of series
     */
    public int quiet() {
        return judged() - flagged().size();
    }

    /**
     * How many series were looked at.
     *
     * @return those judged and those that cannot be
     */
    public int checked() {
        return judged() + undefined().values().stream().mapToInt(x -> x).sum();
    }

    /**
     * Who slides on one KPI or more.
     *
     * @return the people, the most urgent first
     */
    public List<PersonId> whoSlides() {
        return flagged().stream().map(WatchAlert::person).distinct().toList();
    }

    private TrendText text(KpiId id) {
        Kpi kpi = kpis().stream().filter(k -> k.id().equals(id)).findFirst().orElseThrow();
        return new TrendText(kpi, Optional.empty());
    }

    @Override
    public String table() {
        TextTable table = TextTable.of("person", "kpi", ">before", ">now", "since", ">q", ">n");
        for (WatchAlert a : alerts()) {
            table.row(
                    a.person().value(),
                    a.kpi().value(),
                    text(a.kpi()).brief(a.before()),
                    text(a.kpi()).brief(a.after()),
                    a.onset().map(Object::toString).orElse("gradual"),
                    TrendText.briefP(a.q()),
                    Figures.count(a.n()));
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
        messages.add(Message.of(MessageCode.WATCH_CHECKED)
                .with("series", checked())
                .with("persons", persons())
                .with("kpis", kpis().size())
                .with("from", span().start())
                .with("to", span().lastDay())
                .with("flagged", flagged().size())
                .with("quiet", quiet())
                .with("none", checked() - judged()));
        if (flagged().isEmpty()) {
            messages.add(Message.of(judged() == 0 ? MessageCode.WATCH_NOT_JUDGED : MessageCode.WATCH_QUIET));
        } else {
            messages.add(Message.of(MessageCode.WATCH_CHANCE)
                    .with("share", falseDiscoveries().toString()));
        }
        alerts().forEach(a -> messages.add(alert(a)));
        if (flagged().size() > budget()) {
            messages.add(Message.of(MessageCode.WATCH_MORE)
                    .with("count", flagged().size() - budget())
                    .with("shown", budget()));
        }
        undefined()
                .forEach((reason, count) -> messages.add(
                        Message.of(MessageCode.WATCH_NONE).with("count", count).with("reason", reason.text())));
        if (hiddenPersons() > 0) {
            messages.add(Message.of(MessageCode.TREND_HIDDEN).with("count", hiddenPersons()));
        }
        messages.addAll(remarks());
        return List.copyOf(messages);
    }

    private Message alert(WatchAlert a) {
        TrendText text = text(a.kpi());
        Message message = Message.of(a.onset().isPresent() ? MessageCode.WATCH_ALERT : MessageCode.WATCH_ALERT_GRADUAL)
                .with("person", a.person())
                .with("kpi", text.kpi().name())
                .with("q", TrendText.p(a.q()));
        return a.onset()
                .map(day -> message.with("before", text.value(a.before()))
                        .with("after", text.value(a.after()))
                        .with("onset", day))
                .orElseGet(() ->
                        message.with("slope", text.change(a.slope().asDouble().orElse(0))));
    }

    @Override
    public String explain(Catalogue catalogue) {
        return catalogue.lines(messages());
    }

    @Override
    public Rows rows() {
        List<String> columns = List.of("person", "kpi", "before", "after", "onset", "slope", "p", "q", "n", "urgency");
        var rows = new ArrayList<Map<String, Object>>();
        for (WatchAlert a : flagged()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("person", a.person().value());
            row.put("kpi", a.kpi().value());
            row.put("before", a.before());
            row.put("after", a.after());
            a.onset().ifPresent(day -> row.put("onset", day));
            a.slope().asDouble().ifPresent(s -> row.put("slope", s));
            row.put("p", a.p());
            row.put("q", a.q());
            row.put("n", a.n());
            row.put("urgency", a.urgency());
            rows.add(row);
        }
        return Rows.of(columns, rows);
    }

    @Override
    public String toString() {
        String who = alerts().stream().map(a -> a.person() + " on " + a.kpi()).collect(Collectors.joining(", "));
        if (judged() == 0) {
            return OneLine.of("none of " + checked() + " series can be judged");
        }
        return OneLine.of(flagged().size() + " of " + judged() + " series slide"
                + (who.isEmpty() ? ", nobody needs a word" : ": " + who));
    }

    /** Builds a {@link Watch}. */
    public static final class Builder extends ImmutableWatch.Builder {
        Builder() {}
    }
}
