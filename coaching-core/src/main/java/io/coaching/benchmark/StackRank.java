package io.coaching.benchmark;

import io.coaching.base.Catalogue;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.kpi.Kpi;
import io.coaching.stats.TiePolicy;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * People in order of one KPI, and how much that order means.
 *
 * <p>Beside each rank stand the ranks that the true value may have, for all people at once ({@link
 * io.coaching.stats.RankInference}; of the values drawn in with their posterior spread where the order goes by those), and who cannot be told apart. People without evidence are listed without a rank. Colours
 * are those of the comparison with like-for-like peers, which need not be the people of this list.
 *
 * <p>{@link #withoutRanks()} turns it into a list without winners and losers: groups by what is sure, each by identifier.
 */
@Value.Immutable
public abstract sealed class StackRank implements Result permits ImmutableStackRank {
    StackRank() {}

    /**
     * Starts a stack rank.
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
     * What it goes by.
     *
     * @return the order
     */
    public abstract RankOrder order();

    /**
     * What those get who are level.
     *
     * @return the policy
     */
    public abstract TiePolicy ties();

    /**
     * The probability with which all ranges of ranks hold at once.
     *
     * @return the level
     */
    public abstract Percent level();

    /**
     * Whether ranks are shown.
     *
     * @return true unless they were taken away
     */
    @Value.Default
    public boolean isRanked() {
        return true;
    }

    /**
     * The share of pairs that can be told apart.
     *
     * @return between 0 and 1; empty where chance is not known, or for fewer than two
     */
    public abstract OptionalDouble resolution();

    /**
     * How many people the viewer may not see of those in the order, and of those without a rank.
     *
     * @return the number; 0 where nobody was left out
     */
    @Value.Default
    public int hiddenPersons() {
        return 0;
    }

    /**
     * How many are ranked in all, shown or not.
     *
     * @return the number; empty where the viewer may not know it, or where {@link #entries()} has everybody
     */
    public abstract OptionalInt rankedInAll();

    /**
     * The people: the ranked by rank and then by identifier, then the others.
     *
     * @return the rows
     */
    public abstract List<StackRankRow> entries();

    /**
     * The currency of values that are money.
     *
     * @return the currency
     */
    public abstract Optional<Currency> currency();

    @Override
    public abstract Provenance provenance();

    /**
     * The row of a person.
     *
     * @param person who
     * @return the row; empty if they are not in the list
     */
    public Optional<StackRankRow> entry(PersonId person) {
        return entries().stream().filter(row -> row.person().equals(person)).findFirst();
    }

    /**
     * The same people without ranks: ahead, neither and behind of their peers, in each group by identifier.
     *
     * @return a list in which nobody is first or last
     */
    public StackRank withoutRanks() {
        return builder()
                .from(this)
                .isRanked(false)
                .resolution(OptionalDouble.empty())
                .entries(entries().stream()
                        .map(row -> new StackRankRow(
                                row.person(),
                                OptionalDouble.empty(),
                                row.value(),
                                row.shrunken(),
                                row.n(),
                                java.util.OptionalInt.empty(),
                                java.util.OptionalInt.empty(),
                                List.of(),
                                row.verdict(),
                                row.whyUnranked()))
                        .sorted(Comparator.<StackRankRow>comparingInt(StackRank::group)
                                .thenComparing(StackRankRow::person))
                        .toList())
                .build();
    }

    private static int group(StackRankRow row) {
        return switch (row.verdict().standing()) {
            case AHEAD -> 0;
            case CLOSE, NOT_DISTINGUISHABLE -> 1;
            case BEHIND -> 2;
            case NO_VERDICT -> 3;
        };
    }

    @Override
    public String table() {
        if (!isRanked()) {
            TextTable table = TextTable.of("person", "", ">" + kpi().id(), ">n");
            for (StackRankRow row : entries()) {
                table.row(
                        row.person().value(),
                        Scan.mark(row.verdict()),
                        Words.brief(kpi(), currency(), row.value()),
                        row.value().isPresent() ? Figures.count(row.n()) : "");
            }
            return table.toString();
        }
        TextTable table = TextTable.of(">rank", "may be", "person", ">" + kpi().id(), ">drawn in", ">n", "");
        for (StackRankRow row : entries()) {
            table.row(
                    row.rank().isPresent() ? Figures.plain(row.rank().getAsDouble()) : "-",
                    row.bestRank().isPresent()
                            ? row.bestRank().getAsInt() + " to "
                                    + row.worstRank().orElseThrow()
                            : "",
                    row.person().value(),
                    Words.brief(kpi(), currency(), row.value()),
                    Words.brief(kpi(), currency(), row.shrunken()),
                    row.value().isPresent() ? Figures.count(row.n()) : "",
                    Scan.mark(row.verdict()));
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
        if (isRanked()) {
            messages.add(Message.of(MessageCode.RANK_READ)
                    .with("ranked", rankedInAll().orElse((int) ranked()))
                    .with("order", order().text())
                    .with("ties", ties() == TiePolicy.STANDARD_COMPETITION ? "1224" : ties().name())
                    .with("level", level().toString()));
            if (hiddenPersons() > 0) {
                messages.add(Message.of(MessageCode.RANK_SHOWN).with("shown", ranked()));
            }
            resolution()
                    .ifPresent(share ->
                            messages.add(Message.of(MessageCode.RANK_RESOLUTION).with("share", Words.share(share))));
        } else {
            messages.add(Message.of(MessageCode.RANK_HIDDEN));
        }
        for (StackRankRow row : entries()) {
            row.whyUnranked()
                    .ifPresent(reason -> messages.add(Message.of(MessageCode.RANK_UNRANKED)
                            .with("person", row.person())
                            .with("reason", Words.reason(reason))));
        }
        return List.copyOf(messages);
    }

    private long ranked() {
        return entries().stream().filter(row -> row.whyUnranked().isEmpty()).count();
    }

    @Override
    public String explain(Catalogue catalogue) {
        return catalogue.lines(messages());
    }

    @Override
    public Rows rows() {
        List<String> columns = List.of(
                "person",
                "kpi",
                "from",
                "to",
                "rank",
                "best_rank",
                "worst_rank",
                "value",
                "shrunken",
                "n",
                "standing",
                "reason");
        var rows = new ArrayList<Map<String, Object>>();
        for (StackRankRow entry : entries()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("person", entry.person().value());
            row.put("kpi", kpi().id().value());
            row.put("from", span().start());
            row.put("to", span().endExclusive().minusDays(1));
            entry.rank().ifPresent(v -> row.put("rank", v));
            entry.bestRank().ifPresent(v -> row.put("best_rank", v));
            entry.worstRank().ifPresent(v -> row.put("worst_rank", v));
            entry.value().ifPresent(v -> {
                row.put("value", v);
                row.put("n", entry.n());
            });
            entry.shrunken().ifPresent(v -> row.put("shrunken", v));
            row.put("standing", entry.verdict().standing().name());
            entry.whyUnranked().ifPresent(reason -> row.put("reason", reason.name()));
            rows.add(row);
        }
        return Rows.of(columns, rows);
    }

    @Override
    public String toString() {
        if (!isRanked()) {
            return OneLine.of(kpi().id() + ": " + entries().size() + " people" + (hiddenPersons() > 0 ? " shown" : "")
                    + ", without ranks");
        }
        String apart = resolution().isPresent()
                ? ", " + Figures.percent(resolution().getAsDouble(), 0) + " of pairs can be told apart"
                : "";
        return OneLine.of(kpi().id() + ": "
                + (rankedInAll().isPresent()
                        ? ranked() + " shown of " + rankedInAll().getAsInt()
                        : ranked())
                + " ranked" + apart);
    }

    /** Builds a {@link StackRank}. */
    public static final class Builder extends ImmutableStackRank.Builder {
        Builder() {}
    }
}
