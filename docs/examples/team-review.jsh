// The review of a team: are the data fit for it, who stands where, who needs a look and why, and what the ranking is worth.
//
//   ./coaching-shell docs/examples/team-review.jsh            the sample company
//   ./coaching-shell docs/examples/team-review.jsh FOLDER     a folder of CRM files

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

CoachingData read(Path folder) {
    Outcome<CrmData> files = CrmFolder.of(folder).read();
    CrmData crm = files.value();
    return CoachingData.builder()
            .asOf(lastDay(crm.opportunities()))
            .calendar(BusinessCalendar.standard(ZoneId.of("America/New_York")))
            .roster(crm.roster())
            .opportunities(crm.opportunities())
            .products(crm.listPrices().keySet())
            .accounts(crm.accounts())
            .problems(files.problems())
            .build();
}

CoachingData data = given ? read(Path.of(args[0])) : SampleCompany.of(7).data();
Coaching coaching = Coaching.of(data);
Span quarter = data.calendar().periodOf(Cadence.QUARTERLY, data.asOf()).span();
Kpi[] kpis = given
        ? new Kpi[] {
            StandardKpis.OPPORTUNITY_STARTS, StandardKpis.WIN_RATE, StandardKpis.AVERAGE_DEAL_SIZE,
            StandardKpis.SALES_CYCLE, StandardKpis.BOOKINGS
        }
        : new Kpi[] {
            StandardKpis.CALLS, StandardKpis.MEETINGS_BOOKED, StandardKpis.DEMOS_SET, StandardKpis.OPPORTUNITY_STARTS,
            StandardKpis.WIN_RATE, StandardKpis.AVERAGE_DEAL_SIZE, StandardKpis.SALES_CYCLE
        };

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
say(data.toString() + (given ? ", from " + args[0] : ", a made-up company: sample " + 7));

title("1. Are the data fit for it?");
say(data.quality().toString());
for (Finding finding : data.quality().findings()) {
    String examples = String.join(", ", finding.examples().stream().limit(5).toList());
    say("- " + finding.severity().name().toLowerCase(Locale.ROOT) + ": " + finding.message()
            + (examples.isEmpty() ? "" : " (" + examples + (finding.count() > 5 ? ", ..." : "") + ")"));
}

Scan all = coaching.benchmark(kpis).during(quarter).everyone();

// the team in which most needs a look
TeamId team = data.roster().teams().stream()
        .map(Team::id)
        .filter(id -> data.roster().teams().stream().noneMatch(t -> t.parent().filter(id::equals).isPresent()))
        .max(Comparator.<TeamId>comparingInt(id -> (int) all.whoNeedsALook().stream()
                        .filter(person -> data.roster().members(id, quarter.lastDay()).contains(person))
                        .count())
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
Scan scan = coaching.benchmark(kpis).during(quarter).of(team);

title("2. Team " + team + ": where does everyone stand?");
say(scan.toString());
System.out.println();
say(scan.table());

title("3. Who needs a look, and why?");
say(scan.explain());
say("In the whole company: " + all + ".");

title("4. One person explained");
PersonId person = scan.whoNeedsALook().stream().findFirst().orElse(scan.persons().get(0));
Kpi kpi = scan.looks().stream()
        .filter(cell -> cell.person().equals(person))
        .findFirst()
        .map(cell -> data.catalogue().kpi(cell.kpi()))
        .orElse(StandardKpis.WIN_RATE);
PersonBenchmark benchmark = coaching.benchmark(kpis).during(quarter).of(person);
say(benchmark.table());
say(benchmark.on(kpi.id()).explain());
System.out.println();
say(coaching.benchmark(kpi).during(quarter).betterThan(person).explain());

title("5. The stack rank on win rate, and what it is worth");
StackRank rank = coaching.benchmark(StandardKpis.WIN_RATE).during(quarter).stackRank(team);
say(rank.table());
say(rank.explain());

title("6. Team against team on win rate");
TeamTable teams = coaching.benchmark(StandardKpis.WIN_RATE).during(quarter).teams();
say(teams.table());
List<TeamId> ordered = teams.teams().stream()
        .filter(row -> row.value().isKnown())
        .sorted(Comparator.comparingDouble(row -> -row.value().orThrow()))
        .map(TeamRow::team)
        .toList();
if (ordered.size() > 1) {
    TeamId best = ordered.get(0);
    TeamId last = ordered.get(ordered.size() - 1);
    say(coaching.benchmark(StandardKpis.WIN_RATE).during(quarter).teamAgainst(best, last).explain());
}
System.out.println();
say("Made from: " + data.provenance());
