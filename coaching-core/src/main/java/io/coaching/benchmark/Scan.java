package io.coaching.benchmark;

import io.coaching.base.Catalogue;
import io.coaching.base.KpiId;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.internal.check.Checks;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.kpi.Kpi;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * Many people on many KPIs, each against like-for-like peers: the heat table, and who needs a look.
 *
 * <p>Marks: {@code ++} ahead, {@code --} behind, {@code =} close, {@code .} the evidence does not tell, {@code ?} no verdict,
 * {@code #} withheld.
 *
 * <p>Many cells are looked at, and some would stand out by luck. With {@link Bands.Evidence} each flag has the wrong side with a
 * probability of at most 1 - sure, hence so has any collection of them on average; {@link #expectedWrong} says how much was
 * used of that. It is the same decision that a {@link PeerComparison} makes, so no two reports colour a cell differently.
 */
@Value.Immutable
public abstract sealed class Scan implements Result permits ImmutableScan {
    Scan() {}

    /**
     * Starts a scan.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Over which days.
     *
     * @return the span
     */
    public abstract Span span();

    /**
     * Who counts as a peer, in words.
     *
     * @return the rule
     */
    public abstract String rule();

    /**
     * How colours were decided.
     *
     * @return the rule
     */
    public abstract Bands bands();

    /**
     * The KPIs, in the order asked for.
     *
     * @return the KPIs
     */
    public abstract List<Kpi> kpis();

    /**
     * The people, by identifier.
     *
     * @return the persons
     */
    public abstract List<PersonId> persons();

    /**
     * The cells: person by person, within each KPI by KPI.
     *
     * @return as many as persons times KPIs
     */
    public abstract List<ScanCell> cells();

    /**
     * How many more people belong to it whom the viewer may not see.
     *
     * @return the number; 0 where nobody was left out
     */
    @Value.Default
    public int hiddenPersons() {
        return 0;
    }

    /**
     * The currency of values that are money.
     *
     * @return the currency
     */
    public abstract Optional<Currency> currency();

    @Override
    public abstract Provenance provenance();

    @Value.Check
    void check() {
        Checks.that(
                cells().size() == persons().size() * kpis().size(),
                "cells must be one a person and KPI: " + cells().size());
    }

    @Value.Lazy
    Map<PersonId, Integer> positions() {
        var positions = new HashMap<PersonId, Integer>();
        for (int i = 0; i < persons().size(); i++) {
            positions.put(persons().get(i), i);
        }
        return positions;
    }

    @Value.Lazy
    Map<KpiId, Kpi> byId() {
        var byId = new LinkedHashMap<KpiId, Kpi>();
        kpis().forEach(kpi -> byId.put(kpi.id(), kpi));
        return byId;
    }

    /**
     * One cell.
     *
     * @param person who
     * @param kpi on what
     * @return the cell
     * @throws IllegalArgumentException if the person or the KPI was not looked at
     */
    public ScanCell cell(PersonId person, KpiId kpi) {
        int column = List.copyOf(byId().keySet()).indexOf(kpi);
        Checks.that(column >= 0, "kpi must be one of " + byId().keySet() + ": " + kpi);
        return cells().get(indexOf(person, column));
    }

    int indexOf(PersonId person, int column) {
        Integer row = positions().get(person);
        Checks.that(row != null, "person must be one of the " + persons().size() + " looked at: " + person);
        return Objects.requireNonNull(row) * kpis().size() + column;
    }

    /**
     * The cells of one standing.
     *
     * @param standing the standing
     * @return the cells, in order
     */
    public List<ScanCell> cells(Standing standing) {
        return cells().stream().filter(c -> c.verdict().standing() == standing).toList();
    }

    /**
     * How many cells have which standing.
     *
     * @return the numbers, in the order of standings, none left out
     */
    public Map<Standing, Integer> counts() {
        var counts = new EnumMap<Standing, Integer>(Standing.class);
        for (Standing standing : Standing.values()) {
            counts.put(standing, 0);
        }
        cells().forEach(cell -> counts.merge(cell.verdict().standing(), 1, Integer::sum));
        return counts;
    }

    /**
     * How many cells have no verdict for which reason.
     *
     * @return the numbers, in the order of reasons
     */
    public Map<Reason, Integer> withoutVerdict() {
        var counts = new EnumMap<Reason, Integer>(Reason.class);
        cells().forEach(cell -> cell.verdict().reason().ifPresent(reason -> counts.merge(reason, 1, Integer::sum)));
        return counts;
    }

    /**
     * The cells that need a look: behind, those of a person together, the person with the weightiest first. A cell weighs as
     * many material gaps as it lies behind, times how sure that is.
     *
     * @return the cells
     */
    public List<ScanCell> looks() {
        var weight = new HashMap<PersonId, Double>();
        List<ScanCell> behind = cells(Standing.BEHIND);
        behind.forEach(cell -> weight.merge(cell.person(), cell.weight(), Math::max));
        return behind.stream()
                .sorted(Comparator.<ScanCell>comparingDouble(cell -> -weight.getOrDefault(cell.person(), 0.0))
                        .thenComparing(ScanCell::person)
                        .thenComparing(
                                Comparator.comparingDouble(ScanCell::weight).reversed()))
                .toList();
    }

    /**
     * The people who need a look.
     *
     * @return the persons of {@link #looks()}, in that order
     */
    public List<PersonId> whoNeedsALook() {
        return looks().stream().map(ScanCell::person).distinct().toList();
    }

    /**
     * How many of the flags, ahead or behind, are expected to have the wrong side.
     *
     * @return the sum of their probabilities of error; empty if the rule does not ask for evidence
     */
    public OptionalDouble expectedWrong() {
        return bands() instanceof Bands.Evidence
                ? OptionalDouble.of(cells().stream()
                        .mapToDouble(cell -> cell.probabilityWrong().orElse(0))
                        .sum())
                : OptionalDouble.empty();
    }

    /** The mark of a cell. */
    static String mark(Verdict verdict) {
        return switch (verdict.standing()) {
            case AHEAD -> "++";
            case BEHIND -> "--";
            case CLOSE -> "=";
            case NOT_DISTINGUISHABLE -> ".";
            case NO_VERDICT -> isWithheld(verdict) ? "#" : "?";
        };
    }

    private static boolean isWithheld(Verdict verdict) {
        return verdict.reason()
                .filter(r -> r == Reason.NOT_PERMITTED || r == Reason.GROUP_TOO_SMALL || r == Reason.PROTECTS_ANOTHER)
                .isPresent();
    }

    @Override
    public String table() {
        var heads = new ArrayList<String>();
        heads.add("person");
        kpis().forEach(kpi -> heads.add(kpi.id().value()));
        TextTable table = TextTable.of(heads);
        for (int p = 0; p < persons().size(); p++) {
            var row = new ArrayList<String>();
            row.add(persons().get(p).value());
            for (int k = 0; k < kpis().size(); k++) {
                row.add(mark(cells().get(p * kpis().size() + k).verdict()));
            }
            table = table.row(row);
        }
        return table + "++ ahead  -- behind  = close  . not to be told  ? no verdict  # withheld\n";
    }

    /**
     * The reasoning, sentence by sentence.
     *
     * @return the messages, in order
     */
    public List<Message> messages() {
        var messages = new ArrayList<Message>();
        Map<Standing, Integer> counts = counts();
        int ahead = counts.getOrDefault(Standing.AHEAD, 0);
        int behind = counts.getOrDefault(Standing.BEHIND, 0);
        messages.add(Message.of(MessageCode.SCAN_CHECKED)
                .with("cells", cells().size())
                .with("persons", persons().size())
                .with("kpis", kpis().size())
                .with("from", span().start())
                .with("to", span().isEmpty() ? span().start() : span().lastDay())
                .with("ahead", ahead)
                .with("behind", behind)
                .with(
                        "quiet",
                        counts.getOrDefault(Standing.CLOSE, 0) + counts.getOrDefault(Standing.NOT_DISTINGUISHABLE, 0))
                .with("none", counts.getOrDefault(Standing.NO_VERDICT, 0)));
        if (ahead + behind > 0) {
            expectedWrong()
                    .ifPresent(wrong -> messages.add(Message.of(MessageCode.SCAN_EXPECTED_WRONG)
                            .with("flags", ahead + behind)
                            .with("wrong", wrong < 0.05 ? "fewer than 0.1" : Figures.fixed(wrong, 1))));
        }
        if (cells().size() == counts.getOrDefault(Standing.NO_VERDICT, 0)) {
            messages.add(Message.of(MessageCode.SCAN_NOBODY));
        } else if (behind == 0) {
            messages.add(Message.of(MessageCode.SCAN_QUIET));
        }
        if (hiddenPersons() > 0) {
            messages.add(Message.of(MessageCode.SCAN_HIDDEN).with("count", hiddenPersons()));
        }
        looks().forEach(cell -> messages.add(look(cell)));
        withoutVerdict()
                .forEach((reason, count) -> messages.add(Message.of(MessageCode.SCAN_NO_VERDICT)
                        .with("count", count)
                        .with("reason", Words.reason(reason))));
        return List.copyOf(messages);
    }

    private Message look(ScanCell cell) {
        Kpi kpi = Objects.requireNonNull(byId().get(cell.kpi()));
        boolean sure = cell.probabilityBehind().isPresent();
        Message message = Message.of(sure ? MessageCode.SCAN_LOOK : MessageCode.SCAN_LOOK_BY_RULE)
                .with("person", cell.person())
                .with("kpi", kpi.name())
                .with("value", Words.value(kpi, currency(), cell.value().orElseThrow()))
                .with("median", Words.value(kpi, currency(), cell.peerMedian().orElseThrow()))
                .with("n", cell.n());
        return sure
                ? message.with("behind", Words.share(cell.probabilityBehind().getAsDouble()))
                : message;
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
                "value",
                "n",
                "peers",
                "percentile_rank",
                "peer_median",
                "shrunken",
                "gap",
                "material_gap",
                "probability_behind",
                "standing",
                "band",
                "reason");
        var rows = new ArrayList<Map<String, Object>>(cells().size());
        for (ScanCell cell : cells()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("person", cell.person().value());
            row.put("kpi", cell.kpi().value());
            row.put("from", span().start());
            row.put("to", span().endExclusive().minusDays(1));
            cell.value().ifPresent(v -> {
                row.put("value", v);
                row.put("n", cell.n());
            });
            if (!isWithheld(cell.verdict())) {
                row.put("peers", cell.peers());
            }
            cell.percentileRank().ifPresent(v -> row.put("percentile_rank", v));
            cell.peerMedian().ifPresent(v -> row.put("peer_median", v));
            cell.shrunken().ifPresent(v -> row.put("shrunken", v));
            cell.gap().ifPresent(v -> row.put("gap", v));
            cell.materialGap().ifPresent(v -> row.put("material_gap", v));
            cell.probabilityBehind().ifPresent(v -> row.put("probability_behind", v));
            row.put("standing", cell.verdict().standing().name());
            row.put("band", cell.verdict().band().name());
            cell.verdict().reason().ifPresent(reason -> row.put("reason", reason.name()));
            rows.add(row);
        }
        return Rows.of(columns, rows);
    }

    @Override
    public String toString() {
        Map<Standing, Integer> counts = counts();
        int ahead = counts.getOrDefault(Standing.AHEAD, 0);
        int behind = counts.getOrDefault(Standing.BEHIND, 0);
        String hidden = hiddenPersons() > 0 ? ", " + hiddenPersons() + " people not shown" : "";
        return OneLine.of(
                persons().isEmpty()
                        ? "nobody was compared" + hidden
                        : whoNeedsALook().size() + " of " + persons().size() + " need a look: " + behind
                                + " figures behind, " + ahead + " ahead of " + cells().size() + hidden);
    }

    /** Builds a {@link Scan}. */
    public static final class Builder extends ImmutableScan.Builder {
        Builder() {}
    }
}
