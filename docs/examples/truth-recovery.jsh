// Does the library find what is there, and nothing else? Measured on sample companies, whose truth is known.
//
//   ./coaching-shell docs/examples/truth-recovery.jsh [COMPANIES [SECTION...]]
//
// Sections: benchmark (over the last of four quarters), year (the same over all four), changes, forecasts,
// targets, scorecards. Without a section: all but year.

int companies = args.length > 0 ? Integer.parseInt(args[0]) : 1;
int reps = args.length > 0 ? 60 : 16; // without arguments a quick look, of which the figures are worth little
List<String> sections = List.of("benchmark", "changes", "forecasts", "targets", "scorecards");
if (args.length > 1) {
    sections = Arrays.asList(args).subList(1, args.length);
}

String share(double part, double whole) {
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
}
void title(String text) {
    System.out.println("\n" + text + "\n" + "=".repeat(text.length()) + "\n");
}

// ---- 1. differences: benchmark

Kpi[] kpis = {
    StandardKpis.CALLS, StandardKpis.CONNECT_RATE, StandardKpis.EMAILS, StandardKpis.MEETINGS_BOOKED,
    StandardKpis.DEMOS_SET, StandardKpis.OPPORTUNITY_STARTS, StandardKpis.WIN_RATE,
    StandardKpis.AVERAGE_DEAL_SIZE, StandardKpis.SALES_CYCLE, StandardKpis.BOOKINGS
};

// cells with a verdict of reps, not of managers
List<ScanCell> look(SampleCompany company, Span span) {
    return Coaching.of(company.data()).benchmark(kpis).during(span).everyone().cells().stream()
            .filter(cell -> company.truth().of(cell.person()).isPresent())
            .filter(cell -> cell.verdict().standing() != Standing.NO_VERDICT)
            .toList();
}

class Differences {
    int cells, ahead, behind, planted, found, reversed, others, flagged, wrongSide;

    void print(String name) {
        System.out.printf(Locale.ROOT, "%-20s %7d %6d %7d %7s | %7d %6s %9d | %6d %8s %7s%n", name, cells, ahead, behind,
                share(ahead + behind, cells), planted, share(found, planted), reversed, others, share(flagged, others),
                share(wrongSide, others));
    }
}

void benchmark(Span span) {
    var counts = new LinkedHashMap<KpiId, Differences>();
    for (Kpi kpi : kpis) {
        counts.put(kpi.id(), new Differences());
    }
    var sum = new Differences();
    int quiet = 0;

    // (a) nobody differs from anybody: every flag is false
    for (int seed = 1; seed <= companies; seed++) {
        boolean flagged = false;
        for (ScanCell cell : look(SampleCompany.of(seed).reps(reps).withoutDifferences(), span)) {
            for (Differences count : List.of(counts.get(cell.kpi()), sum)) {
                count.cells++;
                count.ahead += cell.verdict().standing() == Standing.AHEAD ? 1 : 0;
                count.behind += cell.verdict().standing() == Standing.BEHIND ? 1 : 0;
            }
            flagged |= cell.verdict().standing().isFlag();
        }
        quiet += flagged ? 0 : 1;
    }

    // (b) a fifth of the reps are planted strong or weak on one KPI; all others differ a little, by a spread of 8 %
    for (int seed = 1; seed <= companies; seed++) {
        SampleCompany company = SampleCompany.of(10_000 + seed).reps(reps);
        KpiCatalogue catalogue = company.catalogue();
        for (ScanCell cell : look(company, span)) {
            Optional<TrueValue> truth = company.truth().of(cell.person(), cell.kpi());
            if (truth.isEmpty()) {
                continue; // no single true value, as for bookings
            }
            boolean flag = cell.verdict().standing().isFlag();
            boolean ahead = cell.verdict().standing() == Standing.AHEAD;
            for (Differences count : List.of(counts.get(cell.kpi()), sum)) {
                if (truth.get().planted() == Planted.NOT_PLANTED) {
                    boolean better = catalogue.kpi(cell.kpi()).direction().better(truth.get().factor() - 1) > 0;
                    count.others++;
                    count.flagged += flag ? 1 : 0;
                    count.wrongSide += flag && ahead != better ? 1 : 0;
                } else {
                    boolean strong = truth.get().planted() == Planted.STRONG;
                    count.planted++;
                    count.found += flag && ahead == strong ? 1 : 0;
                    count.reversed += flag && ahead != strong ? 1 : 0;
                }
            }
        }
    }

    title("Differences: " + companies + " companies of " + reps + " reps, " + span + ", like-for-like peers, evidence at 95 %");
    System.out.printf("%-20s %-30s | %-24s | %s%n", "", "(a) without any difference", "(b) planted", "(b) everyone else");
    System.out.printf("%-20s %7s %6s %7s %7s | %7s %6s %9s | %6s %8s %7s%n", "kpi", "cells", "ahead", "behind", "flagged",
            "planted", "found", "reversed", "cells", "flagged", "wrong");
    System.out.println("-".repeat(98));
    counts.forEach((kpi, count) -> count.print(kpi.value()));
    System.out.println("-".repeat(98));
    sum.print("all");
    System.out.printf(
            Locale.ROOT,
            "%n(a) %d of %d companies have no flag at all; %.1f flags in a company of %d cells, where every flag is false.%n",
            quiet, companies, (sum.ahead + sum.behind) / (double) companies, sum.cells / companies);
    System.out.println("(b) found: flagged on the planted side. reversed: flagged on the other side.");
    System.out.println("    wrong: flagged, and truly on the other side of typical. Most other flags tell of the natural spread.");
}

// ---- 2. changes: trend, onset, watch

Kpi[] moving = {
    StandardKpis.CALLS, StandardKpis.CONNECT_RATE, StandardKpis.EMAILS, StandardKpis.MEETINGS_BOOKED,
    StandardKpis.DEMOS_SET, StandardKpis.OPPORTUNITY_STARTS, StandardKpis.WIN_RATE, StandardKpis.AVERAGE_DEAL_SIZE
};

double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
}

class Changes {
    int quiet, alarms, dated, planted, found, reversed;
    List<Double> steps = new ArrayList<>();
    List<Double> slides = new ArrayList<>();

    void print(String name) {
        System.out.printf(Locale.ROOT, "%-20s %6d %6d %7.1f %6d | %7d %6s %6s %8d | %5d %7s %7d %7s%n", name, quiet, alarms,
                100.0 * alarms / Math.max(1, quiet), dated, planted, share(found, planted),
                share(steps.size() + slides.size(), planted), reversed, steps.size(), error(steps), slides.size(),
                error(slides));
    }

    String error(List<Double> periods) {
        return periods.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f", median(periods));
    }
}

// everyone in whom something was, or was not, planted on that KPI; newcomers do not ramp here, so they are quiet too
void judge(SampleCompany company, Cadence cadence, Map<KpiId, Changes> counts, Changes sum) {
    Coaching coaching = Coaching.of(company.data());
    double days = cadence == Cadence.WEEKLY ? 7 : 365.25 / 12;
    for (Kpi kpi : moving) {
        for (TrendRow row : coaching.trend(kpi).every(cadence).over(company.span()).everyone().people()) {
            Optional<RepTruth> rep = company.truth().of(row.person());
            if (rep.isEmpty() || row.verdict().reason().isPresent()) {
                continue; // a manager, or nothing to decide on
            }
            boolean better = row.verdict().movement() == Movement.IMPROVING;
            boolean moves = better || row.verdict().movement() == Movement.DECLINING;
            Optional<TrueChange> change = rep.get().changeOf(kpi.id());
            for (Changes count : List.of(counts.get(kpi.id()), sum)) {
                if (change.isEmpty()) {
                    count.quiet++;
                    count.alarms += moves ? 1 : 0;
                    count.dated += row.onset().isPresent() ? 1 : 0;
                    continue;
                }
                boolean right = moves && better == change.get().factor() > 1;
                count.planted++;
                count.found += right ? 1 : 0;
                count.reversed += moves && !right ? 1 : 0;
                if (right && row.onset().isPresent()) {
                    long off = row.onset().get().toEpochDay() - change.get().onset().toEpochDay();
                    boolean step = change.get().shape() == ChangeShape.STEP;
                    (step ? count.steps : count.slides).add(Math.abs(off) / days);
                }
            }
        }
    }
}

void changes(Cadence cadence) {
    var counts = new LinkedHashMap<KpiId, Changes>();
    for (Kpi kpi : moving) {
        counts.put(kpi.id(), new Changes());
    }
    var sum = new Changes();
    for (int seed = 1; seed <= companies; seed++) {
        judge(SampleCompany.of(20_000 + seed).reps(reps).withoutDifferences(), cadence, counts, sum);
        judge(SampleCompany.of(30_000 + seed).reps(reps).withoutDifferences().withChanges(Percent.of(60)), cadence, counts, sum);
    }
    title("Changes, " + cadence.name().toLowerCase(Locale.ROOT) + ": " + 2 * companies + " companies of " + reps + " reps over a year");
    System.out.printf("%-20s %-28s | %-30s | %s%n", "", "quiet", "planted", "error of onset, in periods");
    System.out.printf("%-20s %6s %6s %7s %6s | %7s %6s %6s %8s | %5s %7s %7s %7s%n", "kpi", "series", "alarms", "of 100",
            "dated", "planted", "found", "dated", "reversed", "steps", "median", "slides", "median");
    System.out.println("-".repeat(112));
    counts.forEach((kpi, count) -> count.print(kpi.value()));
    System.out.println("-".repeat(112));
    sum.print("all");
}

// who is said to slide when everybody is looked at on everything at once, with control of false discoveries
void watch() {
    int quiet = 0;
    int flags = 0;
    int calm = 0;
    int worse = 0;
    int found = 0;
    int wrong = 0;
    for (int seed = 1; seed <= companies; seed++) {
        SampleCompany still = SampleCompany.of(20_000 + seed).reps(reps).withoutDifferences();
        Watch nothing = Coaching.of(still.data()).watch(moving).weekly().over(still.span()).everyone();
        quiet += nothing.judged();
        flags += nothing.flagged().size();
        calm += nothing.flagged().isEmpty() ? 1 : 0;
        SampleCompany moved = SampleCompany.of(30_000 + seed).reps(reps).withoutDifferences().withChanges(Percent.of(60));
        for (RepTruth rep : moved.truth().changed()) {
            worse += rep.changes().get(0).factor() < 1 ? 1 : 0;
        }
        for (WatchAlert alert : Coaching.of(moved.data()).watch(moving).weekly().over(moved.span()).everyone().flagged()) {
            Optional<TrueChange> change = moved.truth().of(alert.person()).flatMap(rep -> rep.changeOf(alert.kpi()));
            boolean right = change.isPresent() && change.get().factor() < 1;
            found += right ? 1 : 0;
            wrong += right ? 0 : 1;
        }
    }
    System.out.printf(Locale.ROOT, "%nWatch over everyone and everything, weekly, at most 5 %% false discoveries:%n");
    System.out.printf(Locale.ROOT, "  nothing changed: %d of %d series are flagged, none in %d of %d companies%n", flags, quiet, calm, companies);
    System.out.printf(Locale.ROOT, "  changes planted: %d of %d that became worse are flagged (%s), and %d that did not (%s of all flags)%n",
            found, worse, share(found, worse), wrong, share(wrong, found + wrong));
}

// ---- 3. forecasts: limits, and the probability of missing the next target

class Forecasts {
    int n, targets;
    double in80, in95, error, repeated, squares, missed;
    double[][] bins = new double[10][3]; // how many, what was said, what came

    void add(ForecastBacktest test) {
        n += test.n();
        targets += test.targets();
        in80 += test.within80().orElse(0) * test.n();
        in95 += test.within95().orElse(0) * test.n();
        error += test.mae().orElse(0) * test.n();
        repeated += test.naiveMae().orElse(0) * test.n();
        test.calibration().ifPresent(calibration -> {
            squares += calibration.brier() * calibration.n();
            missed += calibration.baseRate() * calibration.n();
            for (CalibrationBin bin : calibration.bins()) {
                double[] sums = bins[(int) Math.round(10 * bin.low())];
                sums[0] += bin.n();
                sums[1] += bin.n() * bin.predicted();
                sums[2] += bin.n() * bin.observed();
            }
        });
    }

    void print(String name) {
        double base = missed / n;
        System.out.printf(Locale.ROOT, "%-28s %9d %9s %9s %7.2f | %7d %6.0f%% %7.3f %9.3f%n", name, n, share(in80, n),
                share(in95, n), error / repeated, targets, 100 * base, squares / n, base * (1 - base));
    }
}

void reliability(double[][] bins) {
    System.out.printf("%n%-12s %9s %6s %6s%n", "said", "forecasts", "mean", "came");
    System.out.println("-".repeat(36));
    for (int i = 0; i < 10; i++) {
        if (bins[i][0] > 0) {
            System.out.printf(Locale.ROOT, "%2d to %3d %%  %9.0f %6s %6s%n", 10 * i, 10 * i + 10, bins[i][0],
                    share(bins[i][1], bins[i][0]), share(bins[i][2], bins[i][0]));
        }
    }
}

void forecasts() {
    int people = Math.max(6, reps / 3);
    Span years = Span.of(LocalDate.of(2022, 10, 1), LocalDate.of(2026, 10, 1));
    List<Kpi> asked = List.of(StandardKpis.CALLS, StandardKpis.MEETINGS_BOOKED, StandardKpis.WIN_RATE, StandardKpis.BOOKINGS);
    var counts = new LinkedHashMap<String, Forecasts>();
    var next = new Forecasts(); // KPIs on which most have a target
    for (int seed = 1; seed <= companies; seed++) {
        SampleCompany company = SampleCompany.of(50_000 + seed).reps(people).during(years).withTargets();
        Coaching coaching = Coaching.of(company.data());
        for (Kpi kpi : asked) {
            ForecastQuestion question = coaching.forecast(kpi).over(years);
            ForecastBacktest quarterly = question.quarterly().backtest(5);
            counts.computeIfAbsent(kpi.id() + ", a quarter", name -> new Forecasts()).add(quarterly);
            counts.computeIfAbsent(kpi.id() + ", a month", name -> new Forecasts()).add(question.monthly().backtest(5));
            if (2 * quarterly.targets() > quarterly.n()) {
                next.add(quarterly);
            }
        }
    }
    title("Forecasts: " + companies + " companies of " + people + " reps over four years, the last five periods of each kind");
    System.out.printf("%-28s %-37s | %s%n", "", "the next period", "probability of missing the goal");
    System.out.printf("%-28s %9s %9s %9s %7s | %7s %7s %7s %9s%n", "kpi", "forecasts", "80% held", "95% held", "error",
            "targets", "missed", "Brier", "base rate");
    System.out.println("-".repeat(99));
    counts.forEach((name, count) -> count.print(name));
    System.out.println("-".repeat(99));
    next.print("where most have a target");
    reliability(next.bins);
    System.out.println("\nerror: mean absolute error over that of repeating the last period. The goal is the target in force, and");
    System.out.println("where there is none the person's own mean so far, of which nothing but chance can be foretold here.");
}

// ---- 4. targets: will it be reached, said on the way, without seasons and in a year with seasons and a hockey stick

class Paces {
    int n, in80, reached;
    double squares;
    double[][] bins = new double[10][3]; // how many, what was said, what came

    void add(Pace pace, double target, double finish) {
        double said = pace.probability().asDouble().orElseThrow();
        boolean came = finish >= target;
        n++;
        reached += came ? 1 : 0;
        squares += (said - (came ? 1 : 0)) * (said - (came ? 1 : 0));
        double[] sums = bins[Math.min(9, (int) (10 * said))];
        sums[0]++;
        sums[1] += said;
        sums[2] += came ? 1 : 0;
        Interval likely = ((Known) pace.projected()).interval().orElseThrow();
        in80 += likely.low() <= finish && finish <= likely.high() ? 1 : 0;
    }

    void print(String name) {
        double base = reached / (double) n;
        System.out.printf(Locale.ROOT, "%-36s %7d %9s %8.0f%% %7.3f %9.3f%n", name, n, share(in80, n), 100 * base, squares / n,
                base * (1 - base));
    }
}

void targets(String year, Seasons seasons) {
    Span quarter = Span.quarter(2026, 3);
    List<LocalDate> days = List.of(quarter.start().plusDays(30), quarter.start().plusDays(45), quarter.start().plusDays(75));
    List<Kpi> asked = List.of(StandardKpis.CALLS, StandardKpis.MEETINGS_BOOKED, StandardKpis.OPPORTUNITY_STARTS, StandardKpis.BOOKINGS);
    var counts = new LinkedHashMap<String, Paces>();
    var sum = new Paces();
    for (int seed = 1; seed <= companies; seed++) {
        SampleCompany company = SampleCompany.of(60_000 + seed).reps(reps).withSeasons(seasons).withTargets();
        Coaching coaching = Coaching.of(company.data());
        for (Kpi kpi : asked) {
            for (LocalDate day : days) {
                Paces count = counts.computeIfAbsent(kpi.id() + " on " + day, name -> new Paces());
                for (RepTruth rep : company.truth().reps()) {
                    Pace pace = coaching.pace(kpi).during(quarter).asOf(day).of(rep.person());
                    OptionalDouble finish = coaching.value(kpi, rep.person(), quarter).asDouble();
                    if (pace.target().isKnown() && pace.probability().isKnown() && finish.isPresent()) {
                        count.add(pace, pace.target().asDouble().orElseThrow(), finish.getAsDouble());
                        sum.add(pace, pace.target().asDouble().orElseThrow(), finish.getAsDouble());
                    }
                }
            }
        }
    }
    title("Targets: " + companies + " companies of " + reps + " reps, " + quarter + ", " + year);
    System.out.printf("%-36s %7s %9s %9s %7s %9s%n", "", "said", "80% held", "reached", "Brier", "base rate");
    System.out.println("-".repeat(82));
    counts.forEach((name, count) -> count.print(name));
    System.out.println("-".repeat(82));
    sum.print("all");
    reliability(sum.bins);
}

// ---- 5. scorecards: are scores without severity closer to the skill, and who is accused?

double correlation(List<double[]> pairs) {
    double x = pairs.stream().mapToDouble(pair -> pair[0]).average().orElse(0);
    double y = pairs.stream().mapToDouble(pair -> pair[1]).average().orElse(0);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (double[] pair : pairs) {
        xy += (pair[0] - x) * (pair[1] - y);
        xx += (pair[0] - x) * (pair[0] - x);
        yy += (pair[1] - y) * (pair[1] - y);
    }
    return xy / Math.sqrt(xx * yy);
}

void scorecards() {
    ScorecardTemplate template = StandardTemplates.enterpriseSales();
    title("Scorecards: " + companies + " companies of " + reps + " reps, peers and managers, severities taken out");
    for (Span span : List.of(Span.quarter(2026, 3), SampleCompany.of(1).span())) {
        double raw = 0;
        double adjusted = 0;
        int none = 0;
        int accused = 0;
        int some = 0;
        int named = 0;
        int reversed = 0;
        var effects = new ArrayList<double[]>();
        for (int seed = 1; seed <= companies; seed++) {
            SampleCompany company = SampleCompany.of(70_000 + seed).reps(reps).withScorecards();
            Severities severities = Coaching.of(company.data()).severity(template).during(span);
            var asGiven = new ArrayList<double[]>();
            var without = new ArrayList<double[]>();
            for (AdjustedScore score : severities.scores()) {
                Optional<RepTruth> rep = company.truth().of(score.ratee());
                if (rep.isPresent() && score.raw().isKnown() && score.adjusted().isKnown()) {
                    double skill = rep.get().skills().stream().mapToDouble(TrueSkill::points).average().orElseThrow();
                    asGiven.add(new double[] {skill, score.raw().asDouble().orElseThrow()});
                    without.add(new double[] {skill, score.adjusted().asDouble().orElseThrow()});
                }
            }
            raw += correlation(asGiven) / companies;
            adjusted += correlation(without) / companies;
            for (RaterSeverity rater : severities.raters()) {
                double truth = company.truth().severityOf(rater.rater()).orElseThrow().effect();
                rater.effect().asDouble().ifPresent(effect -> effects.add(new double[] {truth, effect}));
                boolean flag = rater.leniency().isFlagged();
                none += truth == 0 ? 1 : 0;
                accused += truth == 0 && flag ? 1 : 0;
                some += truth != 0 ? 1 : 0;
                named += truth != 0 && flag && (rater.leniency() == Leniency.LENIENT) == truth > 0 ? 1 : 0;
                reversed += truth != 0 && flag && (rater.leniency() == Leniency.LENIENT) != truth > 0 ? 1 : 0;
            }
        }
        System.out.printf(Locale.ROOT, "%s%n", span);
        System.out.printf(Locale.ROOT, "  correlation with the true skill: raw means %.3f, adjusted %.3f%n", raw, adjusted);
        System.out.printf(Locale.ROOT, "  correlation of estimated and true severity: %.3f%n", correlation(effects));
        System.out.printf(Locale.ROOT, "  of %d raters without severity %d are accused (%s)%n", none, accused, share(accused, none));
        System.out.printf(Locale.ROOT, "  of %d raters with one %d are named (%s), %d of them for the opposite%n", some, named + reversed,
                share(named + reversed, some), reversed);
        System.out.printf(Locale.ROOT, "  of all who are named %s have no severity%n%n", share(accused, accused + named + reversed));
    }
}

// ---- what was asked for

for (String section : sections) {
    switch (section) {
        case "benchmark" -> benchmark(Span.quarter(2026, 3));
        case "year" -> benchmark(SampleCompany.of(1).span());
        case "changes" -> {
            changes(Cadence.WEEKLY);
            changes(Cadence.MONTHLY);
            watch();
        }
        case "forecasts" -> forecasts();
        case "targets" -> {
            targets("without seasons", Seasons.none());
            targets("with seasons and a hockey stick", Seasons.typical());
        }
        case "scorecards" -> scorecards();
        default -> System.out.println("Unknown section: " + section);
    }
}
