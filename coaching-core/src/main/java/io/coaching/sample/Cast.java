package io.coaching.sample;

import io.coaching.base.PersonId;
import io.coaching.base.RegionId;
import io.coaching.base.TeamId;
import io.coaching.internal.random.DeterministicRandom;
import io.coaching.people.Assignment;
import io.coaching.people.Leave;
import io.coaching.people.LeaveKind;
import io.coaching.people.Person;
import io.coaching.people.RampRule;
import io.coaching.people.Region;
import io.coaching.people.Roster;
import io.coaching.people.RosterRecords;
import io.coaching.people.Team;
import io.coaching.people.WorkMode;
import io.coaching.scorecard.Competency;
import io.coaching.time.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Hires the people of a sample company, and decides what is true of them. */
final class Cast {
    private static final String[] REGIONS = {"americas", "emea", "apac"};
    private static final TeamId COMPANY = TeamId.of("sales");
    private static final int SLIDE_DAYS = 91;
    private static final double TYPICAL_SKILL = 3.1;
    private static final int NEVER = Integer.MAX_VALUE;

    final List<Rep> reps = new ArrayList<>();
    final List<Rep> managers = new ArrayList<>();
    private final Plan plan;
    private final Days days;
    private final DeterministicRandom random;
    private final RosterRecords.Builder records = RosterRecords.builder();

    Cast(Plan plan, Days days) {
        this.plan = plan;
        this.days = days;
        this.random = DeterministicRandom.of(plan.seed()).forPart("people");
        groups();
        for (int i = 0; i < plan.reps(); i++) {
            reps.add(hire(i));
        }
        assign();
        plant();
        change();
    }

    Roster roster() {
        return Roster.of(records.build()).value();
    }

    SampleTruth truth() {
        return new SampleTruth(
                reps.stream()
                        .map(Cast::truth)
                        .sorted(Comparator.comparing(RepTruth::person))
                        .toList(),
                Stream.concat(reps.stream(), managers.stream())
                        .map(rep -> new TrueSeverity(rep.id, rep.severity))
                        .sorted(Comparator.comparing(TrueSeverity::rater))
                        .toList());
    }

    private static RepTruth truth(Rep rep) {
        return new RepTruth(
                rep.id,
                rep.job.id(),
                Trait.of(rep.job).stream()
                        .map(trait -> new TrueValue(
                                trait.kpi(),
                                rep.truth(trait),
                                trait.typical(rep.job),
                                rep.planted.getOrDefault(trait, Planted.NOT_PLANTED)))
                        .toList(),
                List.copyOf(rep.changes.values()),
                rep.skills.entrySet().stream()
                        .map(skill -> new TrueSkill(skill.getKey(), skill.getValue()))
                        .toList());
    }

    // ---- teams

    private String region(int team) {
        return REGIONS[team % Math.min(REGIONS.length, plan.teams())];
    }

    private TeamId team(int team) {
        return TeamId.of(region(team) + "-" + (team / REGIONS.length + 1));
    }

    private void groups() {
        records.rampRule(RampRule.afterMonths(3)).addTeam(Team.of(COMPANY));
        for (Job job : Job.values()) {
            records.addRole(job.role());
        }
        for (int i = 0; i < Math.min(REGIONS.length, plan.teams()); i++) {
            records.addRegion(Region.of(RegionId.of(REGIONS[i])));
            records.addTeam(Team.builder()
                    .id(TeamId.of(REGIONS[i]))
                    .parent(COMPANY)
                    .region(RegionId.of(REGIONS[i]))
                    .build());
        }
        LocalDate long_ago = days.date(0).minusYears(6);
        for (int team = 0; team < plan.teams(); team++) {
            PersonId id = PersonId.of(Names.manager(team));
            records.addTeam(Team.of(team(team), TeamId.of(region(team))));
            records.addPerson(Person.of(id, long_ago));
            records.addAssignment(Assignment.builder()
                    .person(id)
                    .since(long_ago)
                    .role(Job.MANAGER.id())
                    .team(TeamId.of(region(team)))
                    .workMode(WorkMode.HYBRID)
                    .build());
            Rep manager =
                    new Rep(id, Job.MANAGER, random.forPart(id.value()), team, days.of(long_ago), NEVER, NEVER, false);
            manager.attend(days);
            managers.add(manager);
            rate(manager);
        }
    }

    /** Every other team divides the work: some find opportunities, others close them. */
    private Job job(int i) {
        int team = i % plan.teams();
        int seat = i / plan.teams();
        boolean divided = team % 2 == 1 && plan.reps() / plan.teams() >= 4;
        if (!divided) {
            return Job.FULL_CYCLE;
        }
        return seat % 8 == 1 || seat % 8 == 4 || seat % 8 == 6 ? Job.SALES_DEVELOPMENT : Job.ACCOUNT_EXECUTIVE;
    }

    // ---- coming and going

    private Rep hire(int i) {
        PersonId id = PersonId.of(Names.rep(i));
        DeterministicRandom own = random.forPart(id.value());
        int begin = days.begin();
        int length = days.end() - begin;
        int hired = begin - own.nextInt(120, 2400);
        int left = NEVER;
        int longLeave = NEVER;
        double fate = own.nextDouble();
        if (i > 0 && length >= 60) { // the first one stays throughout
            if (fate < 0.12) {
                hired = begin + own.nextInt(length * 4 / 5);
            } else if (fate < 0.18) {
                left = begin + length / 5 + own.nextInt(length * 7 / 10);
            } else if (fate < 0.21) {
                longLeave = begin + length / 2 + own.nextInt(length / 2);
            }
        }
        Rep rep = new Rep(
                id,
                job(i),
                own,
                i % plan.teams(),
                hired,
                left,
                longLeave,
                plan.differences().nature());
        holidays(rep);
        rep.attend(days);
        Person.Builder person = Person.builder().id(id).hired(days.date(hired));
        if (left != NEVER) {
            person.lastDay(days.date(left - 1));
        }
        records.addPerson(person.build());
        records.addAllLeaves(rep.leaves);
        for (Trait trait : Trait.of(rep.job)) {
            double deviation = own.forPart(trait.name()).nextGaussian();
            rep.truth.put(trait, trait.value(rep.job, plan.differences().spread() * deviation, Planted.NOT_PLANTED));
        }
        rate(rep);
        for (Competency competency : Reviews.TEMPLATE.competencies()) {
            rep.skills.put(competency.id(), skill(rep, competency));
        }
        return rep;
    }

    /** Half of all raters are neither severe nor lenient. */
    private void rate(Rep rep) {
        DeterministicRandom own = rep.random.forPart("severity");
        boolean any = own.nextBoolean(0.5);
        double points = (own.nextBoolean(0.5) ? 1 : -1) * (0.3 + 0.5 * own.nextDouble());
        rep.severity = any && plan.differences().nature() ? points : 0;
    }

    /** Who is good at one thing is better than others at the rest too, as a rule. */
    private double skill(Rep rep, Competency competency) {
        if (!plan.differences().nature()) {
            return TYPICAL_SKILL;
        }
        DeterministicRandom own = rep.random.forPart("skill");
        double general = own.nextGaussian();
        double special = own.forPart(competency.id().value()).nextGaussian();
        return Math.max(1.4, Math.min(4.6, TYPICAL_SKILL + 0.4 * general + 0.35 * special));
    }

    /** A week off every four months or so, and for a few a long leave. */
    private void holidays(Rep rep) {
        int from = rep.longLeave;
        int end = Math.min(rep.left, days.end());
        if (from != NEVER) {
            rep.leaves.add(new Leave(
                    rep.id,
                    Span.of(days.date(from), days.date(from + rep.random.nextInt(70, 150))),
                    LeaveKind.PARENTAL));
        }
        int free = Math.min(end, from);
        int day = Math.max(rep.hired + 60, rep.random.nextInt(100));
        while (day + 7 < free) {
            LocalDate monday = days.date(day).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            int first = days.of(monday);
            if (first + 5 < free) {
                int length = rep.random.nextBoolean(0.2) ? 12 : 5;
                int last = Math.min(first + length, free);
                rep.leaves.add(new Leave(rep.id, Span.of(monday, days.date(last)), LeaveKind.VACATION));
            }
            day = first + rep.random.nextInt(70, 160);
        }
    }

    private void assign() {
        int length = days.end() - days.begin();
        for (int i = 0; i < reps.size(); i++) {
            Rep rep = reps.get(i);
            double mode = rep.random.nextDouble();
            WorkMode workMode = mode < 0.4 ? WorkMode.HYBRID : mode < 0.7 ? WorkMode.ON_SITE : WorkMode.REMOTE;
            records.addAssignment(assignment(rep, days.date(rep.hired), workMode));
            boolean stays = rep.hired < days.begin() && rep.left == NEVER && rep.longLeave == NEVER;
            if (i % 20 == 10 && stays && plan.teams() > 1 && length >= 60) {
                // a change of team falls into the middle of a quarter, where it is hardest on whoever counts
                rep.team = (rep.team + (plan.teams() > 2 ? 2 : 1)) % plan.teams();
                int day = days.workingFrom(days.begin() + length / 2 + 40 % (length / 2));
                records.addAssignment(assignment(rep, days.date(day), workMode));
            }
        }
    }

    private Assignment assignment(Rep rep, LocalDate since, WorkMode workMode) {
        return Assignment.builder()
                .person(rep.id)
                .since(since)
                .role(rep.job.id())
                .team(team(rep.team))
                .manager(Optional.of(managers.get(rep.team).id))
                .workMode(workMode)
                .build();
    }

    // ---- what is true

    /** Those who were there and ramped all the time: what is planted in them can be found. */
    private int[] steady() {
        return IntStream.range(0, reps.size())
                .filter(i -> reps.get(i).hired < days.begin() - 110
                        && reps.get(i).left == NEVER
                        && reps.get(i).longLeave == NEVER)
                .toArray();
    }

    private void plant() {
        int[] able = steady();
        DeterministicRandom own = random.forPart("planted");
        own.shuffle(able);
        int count = Math.min(able.length, (int) Math.round(plan.differences().planted() * reps.size()));
        for (int k = 0; k < count; k++) {
            Rep rep = reps.get(able[k]);
            List<Trait> traits = Trait.of(rep.job);
            Trait trait = traits.get(own.nextInt(traits.size()));
            Planted side = k % 2 == 0 ? Planted.WEAK : Planted.STRONG;
            rep.planted.put(trait, side);
            rep.truth.put(trait, trait.value(rep.job, 0, side));
        }
    }

    /** In some of the steady ones in whom nothing else is planted, one KPI changes. */
    private void change() {
        int[] able = IntStream.of(steady())
                .filter(i -> reps.get(i).planted.isEmpty())
                .toArray();
        DeterministicRandom own = random.forPart("changes");
        own.shuffle(able);
        int count = Math.min(able.length, (int) Math.round(plan.differences().changes() * reps.size()));
        for (int k = 0; k < count; k++) {
            change(reps.get(able[k]), k % 2 == 0 ? Planted.WEAK : Planted.STRONG, own.split());
        }
    }

    private void change(Rep rep, Planted side, DeterministicRandom own) {
        List<Trait> traits = Trait.of(rep.job).stream().filter(Trait::mayChange).toList();
        Trait trait = traits.get(own.nextInt(traits.size()));
        ChangeShape shape = own.nextBoolean(0.5) ? ChangeShape.STEP : ChangeShape.SLIDE;
        int length = days.end() - days.begin();
        int onset = days.workingFrom(days.begin() + length * 3 / 10 + own.nextInt(Math.max(1, length * 4 / 10)));
        int complete = shape == ChangeShape.STEP ? onset : onset + SLIDE_DAYS;
        double before = rep.truth(trait);
        rep.changes.put(
                trait,
                new TrueChange(
                        trait.kpi(),
                        shape,
                        days.date(onset),
                        days.date(complete),
                        before,
                        trait.shifted(before, side)));
    }
}
