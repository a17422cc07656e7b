package io.coaching.benchmark;

import io.coaching.base.Catalogue;
import io.coaching.base.Known;
import io.coaching.base.KpiId;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.internal.check.Checks;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one person compares with like-for-like peers, on one KPI or several.
 *
 * @param person who
 * @param comparisons a comparison for each KPI, in the order asked for, at least one
 */
public record PersonBenchmark(PersonId person, List<PeerComparison> comparisons) implements Result {
    /**
     * Keeps a copy.
     *
     * @param person who
     * @param comparisons a comparison for each KPI
     */
    public PersonBenchmark {
        comparisons = List.copyOf(comparisons);
        Checks.that(!comparisons.isEmpty(), "comparisons must not be empty: " + person);
    }

    /**
     * The comparison on one KPI.
     *
     * @param kpi the KPI
     * @return the comparison
     * @throws IllegalArgumentException if that KPI was not asked for
     */
    public PeerComparison on(KpiId kpi) {
        return comparisons.stream()
                .filter(c -> c.kpi().id().equals(kpi))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kpi must be one of "
                        + comparisons.stream().map(c -> c.kpi().id()).toList() + ": " + kpi));
    }

    /**
     * The only comparison, where one KPI was asked for.
     *
     * @return the comparison
     * @throws IllegalStateException if several KPIs were asked for
     */
    public PeerComparison only() {
        if (comparisons.size() != 1) {
            throw new IllegalStateException("there is not one comparison but " + comparisons.size() + ": say on(kpi)");
        }
        return comparisons.get(0);
    }

    @Override
    public String table() {
        if (comparisons.size() == 1) {
            return only().table();
        }
        TextTable table = TextTable.of("kpi", ">" + person, ">peers' median", ">rank", ">P(behind)", ">n", "verdict");
        for (PeerComparison c : comparisons) {
            table.row(
                    c.kpi().id().value(),
                    Words.brief(c.kpi(), c.currency(), c.value().asDouble()),
                    Words.brief(c.kpi(), c.currency(), c.peerMedian().asDouble()),
                    c.percentileRank() instanceof Known rank ? Figures.fixed(rank.value(), 0) : "",
                    c.probabilityBehind() instanceof Known p ? Figures.percent(p.value(), 0) : "",
                    c.value() instanceof Known known ? Figures.count(known.n()) : "",
                    c.verdict().toString());
        }
        return table.toString();
    }

    /**
     * Where the person is behind: in how much they do, or in how well. By the verdicts of the comparisons.
     *
     * @param area activity or skill
     * @return the comparisons of that area whose verdict is behind, in the order asked for
     */
    public List<PeerComparison> behindOn(Area area) {
        return decided(area)
                .filter(c -> c.verdict().standing() == Standing.BEHIND)
                .toList();
    }

    private Stream<PeerComparison> decided(Area area) {
        return comparisons.stream()
                .filter(c -> Area.of(c.kpi()).equals(Optional.of(area)))
                .filter(c -> c.verdict().standing() != Standing.NO_VERDICT);
    }

    /** Says which of both it is, where there are verdicts on both. */
    private Optional<Message> improvement() {
        List<PeerComparison> volume = behindOn(Area.VOLUME);
        List<PeerComparison> quality = behindOn(Area.QUALITY);
        boolean both = decided(Area.VOLUME).findAny().isPresent()
                && decided(Area.QUALITY).findAny().isPresent();
        if (!both || (volume.isEmpty() && quality.isEmpty())) {
            return Optional.empty();
        }
        MessageCode code = volume.isEmpty()
                ? MessageCode.BENCHMARK_BEHIND_ON_QUALITY
                : quality.isEmpty() ? MessageCode.BENCHMARK_BEHIND_ON_VOLUME : MessageCode.BENCHMARK_BEHIND_ON_BOTH;
        return Optional.of(Message.of(code)
                .with("person", person)
                .with("volume", names(volume))
                .with("quality", names(quality)));
    }

    private static String names(List<PeerComparison> of) {
        return of.stream().map(c -> c.kpi().name()).collect(Collectors.joining(", "));
    }

    @Override
    public String explain(Catalogue catalogue) {
        return comparisons.stream().map(c -> c.explain(catalogue)).collect(Collectors.joining("\n"))
                + improvement().map(m -> "\n" + catalogue.text(m) + "\n").orElse("");
    }

    @Override
    public Rows rows() {
        return Rows.of(
                PeerComparison.COLUMNS,
                comparisons.stream().map(PeerComparison::row).toList());
    }

    @Override
    public Provenance provenance() {
        return comparisons.get(0).provenance();
    }

    @Override
    public String toString() {
        return comparisons.size() == 1
                ? only().toString()
                : OneLine.of(person + ": "
                        + comparisons.stream()
                                .map(c -> c.kpi().id() + " " + Scan.mark(c.verdict()))
                                .collect(Collectors.joining(", ")));
    }
}
