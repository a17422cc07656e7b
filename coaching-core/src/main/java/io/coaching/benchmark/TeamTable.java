package io.coaching.benchmark;

import io.coaching.base.Catalogue;
import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Provenance;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.base.TeamId;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.kpi.Kpi;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Teams side by side on one KPI, with all of them together. Values are pooled: a ratio of sums over the people of the team on
 * the days they were in it, not a mean of their rates.
 *
 * <p>Teams stand by identifier, never by value: an order would tell something of those that are withheld. Where a team is too
 * small for the viewer, another one or the total is withheld with it, so that it does not follow by subtraction.
 */
@Value.Immutable
public abstract sealed class TeamTable implements Result permits ImmutableTeamTable {
    TeamTable() {}

    /**
     * Starts a table.
     *
     * @return an empty builder
     */
    public static Builder builder() {
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
     * @return the span
     */
    public abstract Span span();

    /**
     * The teams.
     *
     * @return a row each, by identifier
     */
    public abstract List<TeamRow> teams();

    /**
     * Everyone together.
     *
     * @return the pooled value
     */
    public abstract Estimate total();

    /**
     * The currency of values that are money.
     *
     * @return the currency
     */
    public abstract Optional<Currency> currency();

    @Override
    public abstract Provenance provenance();

    /**
     * The value of a team.
     *
     * @param team the team
     * @return the value; empty if it is not in the table
     */
    public Optional<Estimate> value(TeamId team) {
        return teams().stream()
                .filter(row -> row.team().equals(team))
                .map(TeamRow::value)
                .findFirst();
    }

    @Override
    public String table() {
        TextTable table = TextTable.of("team", ">" + kpi().id(), ">low", ">high", ">n", ">people");
        teams().forEach(row -> add(table, row.team().value(), row.value()));
        add(table, "everyone", total());
        return table.toString();
    }

    private void add(TextTable table, String name, Estimate value) {
        if (value instanceof Known known) {
            table.row(
                    name,
                    Words.brief(kpi(), currency(), known.value()),
                    known.interval()
                            .map(i -> Words.brief(kpi(), currency(), i.low()))
                            .orElse(""),
                    known.interval()
                            .map(i -> Words.brief(kpi(), currency(), i.high()))
                            .orElse(""),
                    Figures.count(known.n()),
                    people(known));
        } else {
            table.row(name, value.toString(), "", "", "", "");
        }
    }

    private static String people(Known known) {
        return known.sizes().stream()
                .filter(size -> size.of().equals("persons"))
                .map(size -> Figures.count(size.n()))
                .findFirst()
                .orElse("");
    }

    @Override
    public String explain(Catalogue catalogue) {
        var messages = new ArrayList<Message>();
        for (TeamRow row : teams()) {
            if (!row.value().isKnown()) {
                messages.add(Words.missing(row.team().value(), row.value()));
            }
        }
        if (!total().isKnown()) {
            messages.add(Words.missing("everyone", total()));
        }
        messages.add(Message.of(MessageCode.TEAMS_NOTE));
        return table() + catalogue.lines(messages);
    }

    @Override
    public Rows rows() {
        var rows = new ArrayList<Map<String, Object>>();
        teams().forEach(row -> rows.add(row(row.team().value(), row.value())));
        rows.add(row("everyone", total()));
        return Rows.of(List.of("team", "kpi", "value", "low", "high", "n", "reason"), rows);
    }

    private Map<String, Object> row(String name, Estimate value) {
        var row = new LinkedHashMap<String, Object>();
        row.put("team", name);
        row.put("kpi", kpi().id().value());
        if (value instanceof Known known) {
            row.put("value", known.value());
            known.interval().ifPresent(i -> {
                row.put("low", i.low());
                row.put("high", i.high());
            });
            row.put("n", known.n());
        }
        value.whyNot().ifPresent(reason -> row.put("reason", reason.name()));
        return row;
    }

    @Override
    public String toString() {
        return OneLine.of(kpi().id() + " of " + teams().size() + " teams, everyone "
                + (total() instanceof Known known
                        ? Words.brief(kpi(), currency(), known.value())
                        : total().toString()));
    }

    /** Builds a {@link TeamTable}. */
    public static final class Builder extends ImmutableTeamTable.Builder {
        Builder() {}
    }
}
