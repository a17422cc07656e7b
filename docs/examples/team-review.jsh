// The review of a team: are the data fit for it, who stands where, who needs a look and why, what the ranking is worth, what it
// takes to reach the quota, and where things are heading, since when.
//
//   ./coaching-shell docs/examples/team-review.jsh            the sample company
//   ./coaching-shell docs/examples/team-review.jsh FOLDER     a folder of CRM files
//   ./coaching-shell docs/examples/team-review.jsh FOLDER EUR    where the files do not say the currency of amounts

// ---- the data

boolean given = args.length > 0;

// the last day on which something happened: no clock tells which day an export is of
LocalDate lastDay(List<Opportunity> deals) {
    return deals.stream()
            .flatMap(deal -> deal.events().stream())
            .map(OpportunityEvent::day)
            .max(Comparator.naturalOrder())
            .orElseThrow();
}

// ends the script where there is nothing to review
void stop(String why) {
    System.out.println(why);
    System.exit(1);
}

CoachingData read(Path folder) {
    CrmFolder crm = CrmFolder.of(folder);
    Outcome<CrmData> files = (args.length > 1 ? crm.currency(args[1]) : crm).read();
    List<Opportunity> deals = files.value().opportunities();
    if (deals.isEmpty()) {
        stop("No opportunity could be read from " + folder + ", so there is nothing to review (" + files + ").");
    }
    CoachingData.Builder company = files.value()
            .toData(KpiCatalogue.standard())
            .problems(files.problems())
            .asOf(lastDay(deals))
            .calendar(BusinessCalendar.standard(ZoneId.of("America/New_York")));
    // the files do not tell the process: the simple one fits the layout of the public data set, if no stage is another
    SalesProcess simple = SalesProcess.simple();
    boolean fits = Files.exists(folder.resolve("sales_pipeline.csv"))
            && deals.stream().allMatch(deal -> deal.stage().map(simple::contains).orElse(true));
    return (fits ? company.process(simple) : company).build();
}

CoachingData data = given ? read(Path.of(args[0])) : SampleCompany.of(7).withChanges(Percent.of(25)).withTargets().data();
Coaching coaching = Coaching.of(data);
Span quarter = data.calendar().periodOf(Cadence.QUARTERLY, data.asOf()).span();
Span next = data.calendar().next(data.calendar().periodOf(Cadence.QUARTERLY, data.asOf())).span();
Span year = Span.of(next.start().minusYears(1), next.start());
List<Kpi> kpis = new ArrayList<>(List.of(
        StandardKpis.OPPORTUNITY_STARTS, StandardKpis.WIN_RATE, StandardKpis.AVERAGE_DEAL_SIZE, StandardKpis.SALES_CYCLE));
if (given) {
    kpis.add(StandardKpis.BOOKINGS);
} else {
    kpis.addAll(0, List.of(StandardKpis.CALLS, StandardKpis.DEMOS_SET));
}

// ---- the words

void title(String text) {
    System.out.println("\n" + text + "\n" + "=".repeat(text.length()));
}

// folds lines at 100 columns, what follows indented like the line
void say(String text) {
    for (String line : text.stripTrailing().split("\n")) {
        String indent = " ".repeat(line.length() - line.stripLeading().length() + (line.strip().startsWith("- ") ? 2 : 0));
        while (line.length() > 100) {
            int cut = line.lastIndexOf(' ', 100);
            if (cut <= indent.length()) {
                break;
            }
            System.out.println(line.substring(0, cut));
            line = indent + line.substring(cut + 1);
        }
        System.out.println(line);
    }
}

// ---- the review

title("Team review, " + quarter.start() + " to " + quarter.lastDay());
say((given ? args[0] : "A made-up company (sample 7, with changes planted in some)") + ": " + data + ".");

title("1. Are the data fit for it?");
say(data.quality().toString());
for (Finding finding : data.quality().findings()) {
    String examples = String.join(", ", finding.examples().stream().limit(5).toList());
    say("- " + finding.severity().name().toLowerCase(Locale.ROOT) + ": " + finding.message()
            + (examples.isEmpty() ? "" : " (" + examples + (finding.count() > 5 ? ", ..." : "") + ")"));
}

Scan all = coaching.benchmark(kpis.toArray(Kpi[]::new)).during(quarter).everyone();

if (all.persons().isEmpty()) {
    stop("Nobody is on the roster, so there is nobody to review; add a file of people (sales_teams.csv or User.csv).");
}

// the team in which most needs a look; the files may know no teams, and then it is the whole company
Optional<TeamId> team = data.roster().teams().stream()
        .map(Team::id)
        .filter(id -> data.roster().teams().stream().noneMatch(t -> t.parent().filter(id::equals).isPresent()))
        .max(Comparator.<TeamId>comparingInt(id -> (int) all.whoNeedsALook().stream()
                        .filter(person -> data.roster().members(id, quarter.lastDay()).contains(person))
                        .count())
                .thenComparing(Comparator.reverseOrder()));
Scan scan = team.map(id -> coaching.benchmark(kpis.toArray(Kpi[]::new)).during(quarter).of(id)).orElse(all);

title("2. " + team.map(id -> "Team " + id).orElse("The whole company") + ": where does everyone stand?");
say(scan.toString());
System.out.println();
System.out.print(scan.table());

title("3. Who needs a look, and why?");
say(scan.explain());
say("In the whole company: " + all + ".");

PersonId person = scan.whoNeedsALook().stream().findFirst().orElse(scan.persons().get(0));
Kpi kpi = scan.looks().stream()
        .filter(cell -> cell.person().equals(person))
        .findFirst()
        .map(cell -> data.catalogue().kpi(cell.kpi()))
        .orElse(StandardKpis.WIN_RATE);
title("4. " + person + " explained: " + kpi.name());
PersonBenchmark benchmark = coaching.benchmark(kpis.toArray(Kpi[]::new)).during(quarter).of(person);
System.out.println(benchmark.table());
say(benchmark.on(kpi.id()).explain());
System.out.println();
coaching.benchmark(kpi).during(quarter).betterThan(person).explain().lines().limit(6).forEach(line -> say(line));

title("5. The stack rank on win rate, and what it is worth");
StackRank rank = team.map(id -> coaching.benchmark(StandardKpis.WIN_RATE).during(quarter).stackRank(id))
        .orElseGet(() -> coaching.benchmark(StandardKpis.WIN_RATE).during(quarter).stackRank());
System.out.println(rank.table());
say(rank.explain());

title("6. Team against team on win rate");
void againstOthers(TeamId one) {
    TeamTable teams = coaching.benchmark(StandardKpis.WIN_RATE).during(quarter).teams();
    System.out.println(teams.table());
    for (TeamRow row : teams.teams()) {
        if (!row.team().equals(one)) {
            say(coaching.benchmark(StandardKpis.WIN_RATE).during(quarter).teamAgainst(one, row.team()).toString());
        }
    }
    say("Values are pooled over the people of a team; teams differ in roles, tenure and territory, so ask why before acting.");
}
team.ifPresentOrElse(id -> againstOthers(id), () -> say("The roster has no teams."));

title("7. What does it take?");
if (data.targets().isEmpty()) {
    say("The files hold no targets, so there is nothing to measure against; what is won next quarter is to be what was won in this.");
} else {
    TeamAttainment reached = team.map(id -> coaching.attainment(StandardKpis.BOOKINGS).during(quarter).of(id))
            .orElseGet(() -> coaching.attainment(StandardKpis.BOOKINGS).during(quarter).everyone());
    System.out.println(reached.table());
    say(reached.explain());
}

// someone who closes deals: the one looked at above, or the first of the team who does
List<PersonId> closers = new ArrayList<>(List.of(person));
closers.addAll(scan.persons());
PersonId closer = closers.stream()
        .filter(who -> coaching.value(StandardKpis.DEALS_WON, who, year).asDouble().orElse(0) > 0)
        .findFirst()
        .orElse(person);
FunnelPlanQuestion funnel = coaching.plan(given ? StandardKpis.OPPORTUNITY_STARTS : StandardKpis.MEETINGS_HELD);
if (!given) {
    funnel = funnel.to(StandardKpis.OPPORTUNITY_STARTS);
}
FunnelPlan plan = funnel.to(StandardKpis.DEALS_WON).over(year).of(closer).withChance(Percent.of(80)).during(next, data.calendar());
LocalDate halfway = quarter.start().plusDays(45);
if (!data.targets().isEmpty()) {
    System.out.println();
    say("Half-way, on " + halfway + ":");
    say(coaching.pace(StandardKpis.BOOKINGS).during(quarter).asOf(halfway).of(closer).explain());
}
Estimate quota = data.targets()
        .over(data.roster(), data.calendar(), data.asOf())
        .inForce(closer, StandardKpis.BOOKINGS.id(), next, true)
        .value();
double goal = quota.asDouble().orElseGet(() -> coaching.value(StandardKpis.BOOKINGS, closer, quarter).asDouble().orElse(0));
System.out.println();
if (goal > 0) {
    BackSolve needed = plan.backSolve(goal);
    say(closer + ", for next quarter: " + needed);
    System.out.println();
    System.out.println(needed.table());
    say(needed.explain());
} else {
    say("Nobody here has won a deal, so there is no quota to work back from.");
}

title("8. Where is it heading, since when?");
TrendQuestion heading = coaching.trend(kpi).matchedToCycle().over(year);
say(heading.of(person).explain());
System.out.println();
say(heading.against(Peers.sameRole()).of(person).explain());

System.out.println();
say(coaching.forecast(kpi).monthly().over(year).of(person).explain());

title("9. Who slides and needs a word early?");
Watch watch = coaching.watch(kpis.toArray(Kpi[]::new)).weekly().over(year).everyone();
if (!watch.alerts().isEmpty()) {
    System.out.println(watch.table());
}
say(watch.explain());
// where several slide on one KPI, it may be the company, or the records, and nobody's fault
for (Kpi one : kpis) {
    long sliding = watch.flagged().stream().filter(alert -> alert.kpi().equals(one.id())).count();
    if (sliding > 2) {
        System.out.println();
        say(sliding + " slide on " + one.name().toLowerCase(Locale.ROOT) + ". All together: "
                + coaching.trend(one).weekly().over(year).together(Everyone.EVERYONE) + ".");
    }
}
System.out.println();
say("Made from: " + data.provenance());
