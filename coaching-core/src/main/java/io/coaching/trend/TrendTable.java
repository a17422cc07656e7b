package io.coaching.trend;

import io.coaching.base.Catalogue;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.kpi.Kpi;
import io.coaching.time.Cadence;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The trends of many people on one KPI, each decided by itself. Of a hundred quiet people five move by chance; {@link TrendRow#q} and
 * {@link Watch} allow for that.
 */
@Value.Immutable
public abstract sealed class TrendTable implements Result permits ImmutableTrendTable {
    TrendTable() {}

    /** Starts a table. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * On what.
     *
     * @return the KPI
     */
    public abstract Kpi kpi();

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
     * The currency of values that are money.
     *
     * @return the currency
     */
    public abstract Optional<Currency> currency();

    /**
     * The people, by identifier.
     *
     * @return a row a person
     */
    public abstract List<TrendRow> people();

    /**
     * How many people the viewer may not see.
     *
     * @return the number of people left out
     */
    public abstract int hiddenPersons();

    /**
     * What a reader must know of the figures as a whole, as which rulers met in them that do not compare.
     *
     * @return the messages; none in most cases
     */
    public abstract List<Message> remarks();

    @Override
    public abstract Provenance provenance();

    /**
     * The row of someone.
     *
     * @param person who
     * @return the row, if they are in the table
     */
    public Optional<TrendRow> row(PersonId person) {
        return people().stream().filter(r -> r.person().equals(person)).findFirst();
    }

    /**
     * Who moves that way.
     *
     * @param movement which way
     * @return the people, by identifier
     */
    public List<PersonId> that(Movement movement) {
        return people().stream()
                .filter(r -> r.verdict().movement() == movement
                        && r.verdict().reason().isEmpty())
                .map(TrendRow::person)
                .toList();
    }

    private int count(Movement movement) {
        return that(movement).size();
    }

    private int withoutVerdict() {
        return (int)
                people().stream().filter(r -> r.verdict().reason().isPresent()).count();
    }

    private TrendText text() {
        return new TrendText(kpi(), currency());
    }

    @Override
    public String table() {
        TextTable table =
                TextTable.of("person", ">before", ">level", "since", ">a period", ">p", ">q", ">n", "verdict");
        for (TrendRow row : people()) {
            boolean none = row.verdict().reason().isPresent();
            table.row(
                    row.person().value(),
                    row.before().map(text()::brief).orElse(""),
                    none ? "" : text().brief(row.level()),
                    row.onset().map(Object::toString).orElse(""),
                    none ? "" : text().briefChange(row.slope()),
                    row.p().isPresent() ? TrendText.briefP(row.p().getAsDouble()) : "",
                    row.q().isPresent() ? TrendText.briefP(row.q().getAsDouble()) : "",
                    Figures.count(row.n()),
                    row.verdict().toString());
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
        messages.add(Message.of(MessageCode.TREND_TABLE)
                .with("kpi", kpi().name())
                .with("persons", people().size())
                .with("from", span().start())
                .with("to", span().lastDay())
                .with("declining", count(Movement.DECLINING))
                .with("improving", count(Movement.IMPROVING))
                .with("steady", count(Movement.STEADY))
                .with("open", count(Movement.CANNOT_TELL))
                .with("none", withoutVerdict()));
        int tested = people().size() - withoutVerdict();
        if (tested > 0) {
            messages.add(Message.of(MessageCode.TREND_TABLE_CHANCE)
                    .with("tested", tested)
                    .with("expected", tested * TrendAnalysis.ALPHA, 1));
        }
        for (TrendRow row : people()) {
            if (row.verdict().reason().isEmpty()
                    && (row.verdict().movement() == Movement.DECLINING
                            || row.verdict().movement() == Movement.IMPROVING)) {
                messages.add(moves(row));
            }
        }
        if (hiddenPersons() > 0) {
            messages.add(Message.of(MessageCode.TREND_HIDDEN).with("count", hiddenPersons()));
        }
        messages.addAll(remarks());
        return List.copyOf(messages);
    }

    private Message moves(TrendRow row) {
        boolean step = row.onset().isPresent() && row.before().isPresent();
        Message message = Message.of(step ? MessageCode.TREND_MOVES : MessageCode.TREND_MOVES_GRADUALLY)
                .with("person", row.person())
                .with("verdict", row.verdict().toString());
        return step
                ? message.with("before", text().value(row.before().orElseThrow().orThrow()))
                        .with("after", text().value(row.level().orThrow()))
                        .with("onset", row.onset().orElseThrow())
                : message.with("slope", text().change(row.slope().asDouble().orElse(0)));
    }

    @Override
    public String explain(Catalogue catalogue) {
        return catalogue.lines(messages());
    }

    @Override
    public Rows rows() {
        List<String> columns =
                List.of("person", "kpi", "n", "verdict", "reason", "p", "q", "slope", "level", "onset", "before");
        var rows = new ArrayList<Map<String, Object>>();
        for (TrendRow r : people()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("person", r.person().value());
            row.put("kpi", kpi().id().value());
            row.put("n", r.n());
            row.put("verdict", r.verdict().movement().name());
            r.verdict().reason().ifPresent(why -> row.put("reason", why.name()));
            r.p().ifPresent(p -> row.put("p", p));
            r.q().ifPresent(q -> row.put("q", q));
            r.slope().asDouble().ifPresent(s -> row.put("slope", s));
            r.level().asDouble().ifPresent(l -> row.put("level", l));
            r.onset().ifPresent(day -> row.put("onset", day));
            r.before().ifPresent(b -> b.asDouble().ifPresent(v -> row.put("before", v)));
            rows.add(row);
        }
        return Rows.of(columns, rows);
    }

    @Override
    public String toString() {
        return OneLine.of(kpi().id() + ": of " + people().size() + " people " + count(Movement.DECLINING)
                + " declining, " + count(Movement.IMPROVING) + " improving, " + count(Movement.STEADY) + " steady"
                + (hiddenPersons() > 0 ? ", " + hiddenPersons() + " not shown" : ""));
    }

    /** Builds a {@link TrendTable}. */
    public static final class Builder extends ImmutableTrendTable.Builder {
        Builder() {}
    }
}
