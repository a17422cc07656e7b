// A cycle of reviews from one end to the other: design a template, plan who reviews whom, collect the cards, read one
// person's card, see whether raters agree and who is severe, and compare a skill with peers.
//
//   ./coaching-shell docs/examples/review-cycle.jsh

void title(String text) {
    System.out.println("\n" + text + "\n" + "=".repeat(text.length()));
}

// ---- the template

title("1. A template, and advice on it");
ScorecardTemplate sales = StandardTemplates.enterpriseSales();
System.out.println(sales + ", ruler " + sales.ruler());
sales.competencies().forEach(competency -> System.out.println("- " + competency.name() + ": " + competency.definition().orElse("")));
List<Problem> advice = TemplateLint.withDefaults().check(sales);
System.out.println("Advice: " + (advice.isEmpty() ? "none" : advice));

// ---- the plan

SampleCompany company = SampleCompany.of(7).reps(24).withScorecards();
CoachingData data = company.data();
Coaching coaching = Coaching.of(data);
Span quarter = data.calendar().periodOf(Cadence.QUARTERLY, data.asOf()).span();

title("2. Who reviews whom");
List<PersonId> reps = data.roster().ids().stream()
        .filter(person -> data.roster().isEligible(person, quarter.start()))
        .filter(person -> data.roster().directReports(person, quarter.start()).isEmpty())
        .toList();
ReviewDesign design = ReviewDesign.of(reps).reviewsEach(3).conflict(reps.get(0), reps.get(1));
ReviewPlan plan = design.assign(2026).orThrow();
System.out.println(design + ": " + plan);
System.out.println(reps.get(0) + " is reviewed by " + plan.of(reps.get(0)) + " and reviews " + plan.by(reps.get(0)));
System.out.println("One review each would not do: " + design.reviewsEach(1).assign(2026));

// ---- the cards that came in

title("3. How far the cycle is");
// the sample has cards of its own, so here those are asked who answered in it
ReviewCycle.Builder asked = ReviewCycle.builder()
        .id(ReviewCycleId.of("this-quarter"))
        .template(sales.id())
        .span(quarter)
        .due(quarter.lastDay().minusDays(7));
List<Scorecard> cards = data.scorecards().stream().filter(card -> quarter.contains(card.day())).toList();
cards.stream()
        .map(card -> new ReviewRequest(card.rater(), card.ratee(), card.relation(), quarter.lastDay().minusDays(7)))
        .distinct()
        .forEach(asked::addRequest);
ReviewCycle cycle = asked.build();
ReviewDesk desk = ReviewDesk.of(cycle, List.of(sales), cards, data.roster(), data.calendar().zone(), data.provenance());
Instant half = quarter.start().plusDays(quarter.days() / 2).atStartOfDay(data.calendar().zone()).toInstant();
System.out.println("Half-way: " + desk.status(half));
CycleStatus end = desk.status(quarter.endExclusive().atStartOfDay(data.calendar().zone()).toInstant());
System.out.println("At the end: " + end);
System.out.println(end.table());

// ---- one person

PersonId person = cycle.requests().get(0).ratee();
title("4. What the reviews of " + person + " say");
System.out.println(desk.summary(person).explain());
System.out.println("Over the year, as it came and with the raters' severities taken out:");
System.out.println(coaching.scorecards(sales).during(company.span()).of(person).table());
System.out.println(coaching.scorecards(sales).during(company.span()).calibrated().of(person).table());

// ---- the raters

title("5. Do raters agree?");
System.out.println(coaching.agreement(sales).during(company.span()).explain());

title("6. Who is severe, and what comes of it?");
System.out.println(coaching.severity(sales).during(company.span()).explain());

// ---- skills are KPIs

title("7. A skill beside like-for-like peers");
Kpi discovery = ScorecardKpis.of(sales).competency(StandardTemplates.DISCOVERY);
System.out.println(coaching.benchmark(discovery).during(company.span()).of(person).table());
