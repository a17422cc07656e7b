// Does the benchmark find what is there, and nothing else? Measured on sample companies, whose truth is known.
//
//   ./coaching-shell docs/examples/truth-recovery.jsh [COMPANIES [year]]
//
// Each company has 60 reps; everyone is looked at on ten KPIs, over the last of its four quarters or over all of them.

int companies = args.length > 0 ? Integer.parseInt(args[0]) : 20;
Span span = Span.quarter(2026, 3);
if (args.length > 1 && args[1].equals("year")) {
    span = SampleCompany.of(1).span();
}
Kpi[] kpis = {
    StandardKpis.CALLS, StandardKpis.CONNECT_RATE, StandardKpis.EMAILS, StandardKpis.MEETINGS_BOOKED,
    StandardKpis.DEMOS_SET, StandardKpis.OPPORTUNITY_STARTS, StandardKpis.WIN_RATE,
    StandardKpis.AVERAGE_DEAL_SIZE, StandardKpis.SALES_CYCLE, StandardKpis.BOOKINGS
};

// cells with a verdict of reps, not of managers
List<ScanCell> look(SampleCompany company) {
    return Coaching.of(company.data()).benchmark(kpis).during(span).everyone().cells().stream()
            .filter(cell -> company.truth().of(cell.person()).isPresent())
            .filter(cell -> cell.verdict().standing() != Standing.NO_VERDICT)
            .toList();
}

class Count {
    int cells, ahead, behind, planted, found, reversed, others, flagged, wrongSide;
}
Map<KpiId, Count> counts = new LinkedHashMap<>();
for (Kpi kpi : kpis) {
    counts.put(kpi.id(), new Count());
}
int quiet = 0;

// (a) nobody differs from anybody: every flag is false
for (int seed = 1; seed <= companies; seed++) {
    boolean flagged = false;
    for (ScanCell cell : look(SampleCompany.of(seed).withoutDifferences())) {
        Count count = counts.get(cell.kpi());
        count.cells++;
        count.ahead += cell.verdict().standing() == Standing.AHEAD ? 1 : 0;
        count.behind += cell.verdict().standing() == Standing.BEHIND ? 1 : 0;
        flagged |= cell.verdict().standing().isFlag();
    }
    quiet += flagged ? 0 : 1;
}

// (b) a fifth of the reps are planted strong or weak on one KPI; all others differ a little, by a spread of 8 %
for (int seed = 1; seed <= companies; seed++) {
    SampleCompany company = SampleCompany.of(10_000 + seed);
    KpiCatalogue catalogue = company.catalogue();
    for (ScanCell cell : look(company)) {
        Optional<TrueValue> truth = company.truth().of(cell.person(), cell.kpi());
        if (truth.isEmpty()) {
            continue; // no single true value, as for bookings
        }
        Count count = counts.get(cell.kpi());
        boolean flag = cell.verdict().standing().isFlag();
        boolean ahead = cell.verdict().standing() == Standing.AHEAD;
        if (truth.get().planted() == Planted.NOT_PLANTED) {
            count.others++;
            count.flagged += flag ? 1 : 0;
            boolean better = catalogue.kpi(cell.kpi()).direction().better(truth.get().factor() - 1) > 0;
            count.wrongSide += flag && ahead != better ? 1 : 0;
        } else {
            boolean strong = truth.get().planted() == Planted.STRONG;
            count.planted++;
            count.found += flag && ahead == strong ? 1 : 0;
            count.reversed += flag && ahead != strong ? 1 : 0;
        }
    }
}

Count sum = new Count();
for (Count c : counts.values()) {
    sum.cells += c.cells;
    sum.ahead += c.ahead;
    sum.behind += c.behind;
    sum.planted += c.planted;
    sum.found += c.found;
    sum.reversed += c.reversed;
    sum.others += c.others;
    sum.flagged += c.flagged;
    sum.wrongSide += c.wrongSide;
}

String share(int part, int whole) {
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
}
void line(String name, Count c) {
    System.out.printf(Locale.ROOT, "%-20s %7d %6d %7d %7s | %7d %6s %9d | %6d %8s %7s%n", name, c.cells, c.ahead,
            c.behind, share(c.ahead + c.behind, c.cells), c.planted, share(c.found, c.planted), c.reversed, c.others,
            share(c.flagged, c.others), share(c.wrongSide, c.others));
}

System.out.printf(Locale.ROOT, "%d companies of 60 reps, %s, like-for-like peers, evidence at 95 %%%n%n", companies, span);
System.out.printf("%-20s %-30s | %-24s | %s%n", "", "(a) without any difference", "(b) planted", "(b) everyone else");
System.out.printf("%-20s %7s %6s %7s %7s | %7s %6s %9s | %6s %8s %7s%n", "kpi", "cells", "ahead", "behind", "flagged",
        "planted", "found", "reversed", "cells", "flagged", "wrong");
System.out.println("-".repeat(98));
counts.forEach((kpi, count) -> line(kpi.value(), count));
System.out.println("-".repeat(98));
line("all", sum);
System.out.printf(
        "%n(a) %d of %d companies have no flag at all; %.1f flags in a company of %d cells, where every flag is false.%n",
        quiet, companies, (sum.ahead + sum.behind) / (double) companies, sum.cells / companies);
System.out.println("(b) found: flagged on the planted side. reversed: flagged on the other side.");
System.out.println("    wrong: flagged, and truly on the other side of typical. Most other flags tell of the natural spread.");
