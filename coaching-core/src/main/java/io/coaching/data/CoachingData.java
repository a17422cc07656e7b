package io.coaching.data;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.base.Estimate;
import io.coaching.base.ExchangeRates;
import io.coaching.base.KpiId;
import io.coaching.base.OpportunityId;
import io.coaching.base.Outcome;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Problem;
import io.coaching.base.Provenance;
import io.coaching.base.SourceId;
import io.coaching.base.Subject;
import io.coaching.base.TemplateId;
import io.coaching.goal.Target;
import io.coaching.goal.Targets;
import io.coaching.internal.check.Checks;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.KpiCatalogue;
import io.coaching.people.Roster;
import io.coaching.pipeline.Attribution;
import io.coaching.pipeline.Opportunity;
import io.coaching.process.SalesProcess;
import io.coaching.scorecard.Scorecard;
import io.coaching.scorecard.ScorecardTemplate;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * All records of a company, as they stood at the end of one day: people, opportunities and observations, indexed,
 * checked, and turned into facts. Built once, then immutable and thread-safe; a correction gives a new one.
 *
 * <p>What is irregular is in {@link #quality()}; nothing is dropped without being counted there. The same records give
 * the same data to the bit, in whatever order they come.
 *
 * <pre>{@code
 * CoachingData data = CoachingData.builder()
 *         .asOf(LocalDate.of(2026, 9, 30))
 *         .calendar(BusinessCalendar.standard(ZoneId.of("Europe/Paris")))
 *         .roster(roster)
 *         .opportunities(opportunities)
 *         .build();
 * data.value(StandardKpis.WIN_RATE, PersonId.of("ana"), Span.quarter(2026, 3));
 * }</pre>
 */
public final class CoachingData {
    private final Inputs inputs;
    private final Map<OpportunityId, Opportunity> opportunities;
    private final Set<PersonId> persons;
    private final FactBook facts;
    private final KpiCatalogue catalogue;
    private final KpiEvaluator evaluator;
    private final DataQuality quality;

    /** What was given, from which everything else is made. */
    private record Inputs(
            LocalDate asOf,
            BusinessCalendar calendar,
            Roster roster,
            KpiCatalogue catalogue,
            Optional<SalesProcess> process,
            Attribution attribution,
            TeamAttribution teams,
            Optional<ExchangeRates> rates,
            List<Opportunity> opportunities,
            List<Observation> observations,
            List<ObservationTable> tables,
            Targets targets,
            Reviews reviews,
            Set<String> products,
            Set<String> accounts,
            List<Problem> problems) {}

    private CoachingData(Inputs inputs, @Nullable Executor executor, int parallelism) {
        this(inputs, Records.of(inputs.opportunities()), null, executor, parallelism);
    }

    private CoachingData(
            Inputs inputs, Records records, @Nullable FactBook ready, @Nullable Executor executor, int parallelism) {
        this.inputs = inputs;
        this.opportunities = records.kept();
        this.catalogue = inputs.reviews().added(StageMeasures.added(inputs.catalogue(), inputs.process()));
        FactEmission emission = new FactEmission(
                catalogue,
                inputs.process(),
                inputs.attribution(),
                inputs.rates().orElse(null),
                inputs.asOf());
        if (ready == null) {
            emission.opportunities(opportunities.values());
            emission.observations(inputs.observations());
            inputs.tables().forEach(emission::table);
            emission.scorecards(inputs.reviews().cards(), inputs.reviews());
            this.facts = emission.recorder().seal(catalogue, executor, parallelism);
        } else {
            this.facts = ready;
        }
        var everyone = new TreeSet<PersonId>(inputs.roster().ids());
        everyone.addAll(facts.persons());
        this.persons = java.util.Collections.unmodifiableSet(everyone);
        this.evaluator = new KpiEvaluator(
                facts, catalogue, inputs.roster(), inputs.calendar(), inputs.teams(), inputs.asOf(), inputs.reviews());
        Provenance provenance = Provenance.of(
                inputs.asOf(),
                Fingerprint.of(facts, inputs.roster(), inputs.targets(), inputs.reviews(), inputs.asOf()));
        this.quality = new QualityCheck(inputs.asOf(), inputs.calendar(), inputs.roster(), inputs.process(), provenance)
                .check(records, facts, catalogue, inputs.products(), inputs.accounts(), problems(inputs), emission);
    }

    private List<Problem> problems(Inputs given) {
        var problems = new ArrayList<>(given.problems());
        problems.addAll(TargetCheck.problems(given.targets(), given.roster(), catalogue));
        problems.addAll(given.reviews().problems());
        return problems;
    }

    /**
     * Starts a set of data.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The last day that is known.
     *
     * @return the as-of day
     */
    public LocalDate asOf() {
        return inputs.asOf();
    }

    /**
     * The calendar of the company.
     *
     * @return the calendar
     */
    public BusinessCalendar calendar() {
        return inputs.calendar();
    }

    /**
     * The people.
     *
     * @return the roster
     */
    public Roster roster() {
        return inputs.roster();
    }

    /**
     * Everybody who is on the roster or has facts.
     *
     * @return the persons, sorted
     */
    public Set<PersonId> persons() {
        return persons;
    }

    /**
     * The measures and KPIs, with a measure for each stage of the sales process.
     *
     * @return the catalogue
     */
    public KpiCatalogue catalogue() {
        return catalogue;
    }

    /**
     * The sales process.
     *
     * @return the process, if one was given
     */
    public Optional<SalesProcess> process() {
        return inputs.process();
    }

    /**
     * What is agreed to be reached.
     *
     * @return the targets and ramps
     */
    public Targets targets() {
        return inputs.targets();
    }

    /**
     * The templates of scorecards.
     *
     * @return the templates, by id and version
     */
    public List<ScorecardTemplate> templates() {
        return inputs.reviews().templates();
    }

    /**
     * The scorecards, one for each id, with those that do not count: {@link #quality()} says why.
     *
     * @return the cards, sorted by id
     */
    public Collection<Scorecard> scorecards() {
        return inputs.reviews().cards();
    }

    /**
     * The scorecards that count, on all versions of a template: without those that have a fault beyond single ratings.
     *
     * @param template the template
     * @return the cards, sorted by id
     */
    public List<Scorecard> scorecards(TemplateId template) {
        return inputs.reviews().cards().stream()
                .filter(card ->
                        card.template().equals(template) && inputs.reviews().counts(card))
                .toList();
    }

    /**
     * The opportunities, one for each id.
     *
     * @return the opportunities, sorted by id
     */
    public Collection<Opportunity> opportunities() {
        return opportunities.values();
    }

    /**
     * One opportunity.
     *
     * @param id its id
     * @return the opportunity, if there is one
     */
    public Optional<Opportunity> opportunity(OpportunityId id) {
        return Optional.ofNullable(opportunities.get(id));
    }

    /**
     * The facts.
     *
     * @return the table; measures, persons and sources stand in it by number, so it serves for counting and comparing
     */
    public FactTable facts() {
        return facts.table();
    }

    /**
     * What is irregular.
     *
     * @return the report
     */
    public DataQuality quality() {
        return quality;
    }

    /**
     * What results are made from.
     *
     * @return the as-of day, a fingerprint of people and facts, the version
     */
    public Provenance provenance() {
        return quality.provenance();
    }

    // ---- questions

    /**
     * The value of a KPI.
     *
     * @param kpi the KPI
     * @param subject of whom
     * @param span when
     * @return the value with its evidence, or the reason why there is none
     */
    public Estimate value(Kpi kpi, Subject subject, Span span) {
        return panel(kpi, List.of(subject), List.of(span)).estimate(0, 0);
    }

    /**
     * The value of a KPI of the catalogue.
     *
     * @param kpi the id of the KPI
     * @param subject of whom
     * @param span when
     * @return the value with its evidence, or the reason why there is none
     */
    public Estimate value(KpiId kpi, Subject subject, Span span) {
        return value(catalogue.kpi(kpi), subject, span);
    }

    /**
     * The values of a KPI, with intervals at 95 %.
     *
     * @param kpi the KPI
     * @param subjects of whom; each counts once
     * @param spans when
     * @return a panel of all subjects and spans
     */
    public Panel panel(Kpi kpi, Collection<? extends Subject> subjects, List<Span> spans) {
        return panel(kpi, subjects, spans, Percent.of(95));
    }

    /**
     * The values of a KPI.
     *
     * @param kpi the KPI
     * @param subjects of whom; each counts once
     * @param spans when
     * @param level the level of intervals
     * @return a panel of all subjects and spans
     */
    public Panel panel(Kpi kpi, Collection<? extends Subject> subjects, List<Span> spans, Percent level) {
        var unused = catalogue.measuresOf(kpi); // a measure that is unknown is the caller's mistake
        return evaluator.panel(kpi, subjects, spans, level);
    }

    // ---- the same data, seen otherwise

    /**
     * The same data with all amounts in one currency, each converted at the rate of its own day and rounded half to even
     * to the minor unit; what goes into a level, such as open pipeline, at the rate of the as-of day. Counts are not touched. Amounts without a rate stay in their currency.
     *
     * @param rates the rates
     * @return the converted data
     */
    public CoachingData in(ExchangeRates rates) {
        return new CoachingData(
                new Inputs(
                        inputs.asOf,
                        inputs.calendar,
                        inputs.roster,
                        inputs.catalogue,
                        inputs.process,
                        inputs.attribution,
                        inputs.teams,
                        Optional.of(rates),
                        inputs.opportunities,
                        inputs.observations,
                        inputs.tables,
                        inputs.targets,
                        inputs.reviews,
                        inputs.products,
                        inputs.accounts,
                        inputs.problems),
                null,
                1);
    }

    /**
     * The same data with figures of teams and regions attributed otherwise.
     *
     * @param teams to which team the facts of somebody who moved belong
     * @return the data
     */
    public CoachingData attributed(TeamAttribution teams) {
        return new CoachingData(
                new Inputs(
                        inputs.asOf,
                        inputs.calendar,
                        inputs.roster,
                        inputs.catalogue,
                        inputs.process,
                        inputs.attribution,
                        teams,
                        inputs.rates,
                        inputs.opportunities,
                        inputs.observations,
                        inputs.tables,
                        inputs.targets,
                        inputs.reviews,
                        inputs.products,
                        inputs.accounts,
                        inputs.problems),
                Records.of(inputs.opportunities),
                facts,
                null,
                1);
    }

    // ---- corrections

    /**
     * The data with opportunities added or replaced by id: the facts of their old versions go, the touched parts of the
     * fact table are made anew, all others are shared.
     *
     * @param changed the opportunities as they are now
     * @return the corrected data: the same to the bit as if they had been built so
     */
    public CoachingData corrected(Opportunity... changed) {
        var byId = new TreeMap<OpportunityId, Opportunity>();
        var gone = new LinkedHashSet<SourceId>();
        for (Opportunity opportunity : changed) {
            byId.put(opportunity.id(), opportunity);
            gone.add(opportunity.source());
            opportunity(opportunity.id()).ifPresent(old -> gone.add(old.source()));
        }
        var records = new ArrayList<Opportunity>();
        for (Opportunity given : inputs.opportunities()) {
            if (!byId.containsKey(given.id())) {
                records.add(given);
            }
        }
        records.addAll(byId.values());
        return rebuilt(withRecords(records, inputs.observations(), inputs.tables()), gone);
    }

    /**
     * The data with the observations of one source replaced: what the source said before is forgotten.
     *
     * @param source the record or file
     * @param now what it says now; each must name the source
     * @return the corrected data: the same to the bit as if they had been built so
     * @throws IllegalArgumentException if an observation names another source
     */
    public CoachingData corrected(SourceId source, Observation... now) {
        var records = new ArrayList<Observation>();
        for (Observation given : inputs.observations()) {
            if (!given.source().equals(source)) {
                records.add(given);
            }
        }
        for (Observation observation : now) {
            Checks.that(
                    observation.source().equals(source),
                    "observations must be of source " + source + ": " + observation.source());
            records.add(observation);
        }
        return rebuilt(
                withRecords(
                        inputs.opportunities(),
                        records,
                        inputs.tables().stream()
                                .map(t -> t.without(Set.of(source)))
                                .toList(),
                        inputs.reviews().without(Set.of(source))),
                Set.of(source));
    }

    /**
     * The data with scorecards added or replaced by id: the facts of their old versions go.
     *
     * @param changed the cards as they are now
     * @return the corrected data: the same to the bit as if they had been built so
     */
    public CoachingData corrected(Scorecard... changed) {
        List<Scorecard> now = List.of(changed);
        return rebuilt(
                withRecords(
                        inputs.opportunities(),
                        inputs.observations(),
                        inputs.tables(),
                        inputs.reviews().with(now)),
                now.stream()
                        .map(Scorecard::source)
                        .collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new)));
    }

    private CoachingData rebuilt(Inputs now, Set<SourceId> gone) {
        Records records = Records.of(now.opportunities());
        List<Opportunity> again = records.kept().values().stream()
                .filter(opportunity -> gone.contains(opportunity.source()))
                .toList();
        var emission = new FactEmission(
                catalogue,
                inputs.process(),
                inputs.attribution(),
                inputs.rates().orElse(null),
                inputs.asOf());
        emission.opportunities(again);
        emission.observations(now.observations().stream()
                .filter(observation -> gone.contains(observation.source()))
                .toList());
        emission.scorecards(
                now.reviews().cards().stream()
                        .filter(card -> gone.contains(card.source()))
                        .toList(),
                now.reviews());
        FactTable.Builder added = emission.recorder().numberedAs(facts);
        if (added == null || emission.refused() > 0 || !now.tables().isEmpty()) {
            return new CoachingData(now, records, null, null, 1);
        }
        int[] removed = gone.stream()
                .map(source -> facts.sources().find(source))
                .filter(java.util.OptionalInt::isPresent)
                .mapToInt(java.util.OptionalInt::getAsInt)
                .sorted()
                .toArray();
        FactTable table = facts.table().replace(removed, added);
        FactBook book = new FactBook(table, facts.columns(), facts.people(), facts.sources(), catalogue);
        // a name that has no fact any more would number the rest otherwise than a table built from scratch
        return new CoachingData(now, records, book.isTight() ? book : null, null, 1);
    }

    /**
     * The data without the records of some sources.
     *
     * @param sources the sources to be withdrawn
     * @return the data without them
     */
    public CoachingData without(SourceId... sources) {
        Set<SourceId> gone = new LinkedHashSet<>(Arrays.asList(sources));
        return new CoachingData(
                withRecords(
                        opportunities.values().stream()
                                .filter(opportunity -> !gone.contains(opportunity.source()))
                                .toList(),
                        inputs.observations().stream()
                                .filter(observation -> !gone.contains(observation.source()))
                                .toList(),
                        inputs.tables().stream().map(t -> t.without(gone)).toList(),
                        inputs.reviews().without(gone)),
                null,
                1);
    }

    /**
     * The data without a person: roster record, observations and the opportunities that the person ever owned or had
     * credit for are erased.
     *
     * @param person who is to be forgotten
     * @return the data without any trace of the person
     */
    public CoachingData without(PersonId person) {
        Inputs rest = withRecords(
                opportunities.values().stream()
                        .filter(opportunity -> !Records.names(opportunity, person))
                        .toList(),
                inputs.observations().stream()
                        .filter(observation -> !observation.person().equals(person))
                        .toList(),
                inputs.tables().stream().map(t -> t.without(person)).toList());
        return new CoachingData(
                new Inputs(
                        rest.asOf,
                        rest.calendar,
                        rest.roster.without(person),
                        rest.catalogue,
                        rest.process,
                        rest.attribution,
                        rest.teams,
                        rest.rates,
                        rest.opportunities,
                        rest.observations,
                        rest.tables,
                        rest.targets.without(person),
                        inputs.reviews.without(person),
                        rest.products,
                        rest.accounts,
                        inputs.problems().stream()
                                .filter(problem -> !mentions(problem, person))
                                .toList()),
                null,
                1);
    }

    private boolean mentions(Problem problem, PersonId person) {
        String text = problem + " " + problem.place().value().orElse("");
        return text.contains(person.value())
                || roster().person(person)
                        .flatMap(p -> p.name())
                        .filter(text::contains)
                        .isPresent();
    }

    private Inputs withRecords(List<Opportunity> deals, List<Observation> observed, List<ObservationTable> tables) {
        return withRecords(deals, observed, tables, inputs.reviews());
    }

    private Inputs withRecords(
            List<Opportunity> deals, List<Observation> observed, List<ObservationTable> tables, Reviews reviews) {
        return new Inputs(
                inputs.asOf,
                inputs.calendar,
                inputs.roster,
                inputs.catalogue,
                inputs.process,
                inputs.attribution,
                inputs.teams,
                inputs.rates,
                deals,
                observed,
                tables,
                inputs.targets,
                reviews,
                inputs.products,
                inputs.accounts,
                inputs.problems);
    }

    @Override
    public String toString() {
        return persons.size() + " persons, " + opportunities.size() + " opportunities, "
                + facts.table().rows() + " facts as of " + inputs.asOf();
    }

    /** Builds {@link CoachingData}. Not thread-safe. */
    public static final class Builder {
        private @Nullable LocalDate asOf;
        private @Nullable BusinessCalendar calendar;
        private Roster roster = Roster.empty();
        private KpiCatalogue catalogue = KpiCatalogue.standard();
        private Optional<SalesProcess> process = Optional.empty();
        private Attribution attribution = Attribution.OWNER_AT_EVENT;
        private TeamAttribution teams = TeamAttribution.TEAM_ON_THE_DAY;
        private Optional<ExchangeRates> rates = Optional.empty();
        private final List<Opportunity> opportunities = new ArrayList<>();
        private final List<Observation> observations = new ArrayList<>();
        private final List<ObservationTable> tables = new ArrayList<>();
        private Targets targets = Targets.none();
        private final List<ScorecardTemplate> templates = new ArrayList<>();
        private final List<Scorecard> scorecards = new ArrayList<>();
        private final Set<String> products = new TreeSet<>();
        private final Set<String> accounts = new TreeSet<>();
        private final List<Problem> problems = new ArrayList<>();

        private Builder() {}

        /**
         * Says which day the records are of. Must be said: the library reads no clock.
         *
         * @param day the last day that is known
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder asOf(LocalDate day) {
            this.asOf = day;
            return this;
        }

        /**
         * Sets the calendar. Must be said: the library knows no default zone.
         *
         * @param calendar the calendar of the company
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder calendar(BusinessCalendar calendar) {
            this.calendar = calendar;
            return this;
        }

        /**
         * Sets the people.
         *
         * @param roster the roster; empty unless said otherwise
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder roster(Roster roster) {
            this.roster = roster;
            return this;
        }

        /**
         * Sets the people as they were read, and keeps what was wrong with them.
         *
         * @param read the roster with its problems
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder roster(Outcome<Roster> read) {
            problems.addAll(read.problems());
            return roster(read.value());
        }

        /**
         * Sets the measures and KPIs.
         *
         * @param catalogue the catalogue; the standard one unless said otherwise
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder catalogue(KpiCatalogue catalogue) {
            this.catalogue = catalogue;
            return this;
        }

        /**
         * Sets the sales process, which says where an opportunity starts to count and gives each stage its measures.
         *
         * @param process the process
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder process(SalesProcess process) {
            this.process = Optional.of(process);
            return this;
        }

        /**
         * Says to whom the facts of an opportunity belong that changed hands.
         *
         * @param attribution the owner on the day, unless said otherwise
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder attribution(Attribution attribution) {
            this.attribution = attribution;
            return this;
        }

        /**
         * Adds opportunities.
         *
         * @param opportunities in any order
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder opportunities(Iterable<Opportunity> opportunities) {
            opportunities.forEach(this.opportunities::add);
            return this;
        }

        /**
         * Adds opportunities as they were read, and keeps what was wrong with the others.
         *
         * @param read the opportunities with their problems
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder opportunities(Outcome<? extends Collection<Opportunity>> read) {
            problems.addAll(read.problems());
            return opportunities(List.copyOf(read.value()));
        }

        /**
         * Adds observations.
         *
         * @param observations in any order
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder observations(Iterable<Observation> observations) {
            observations.forEach(this.observations::add);
            return this;
        }

        /**
         * Adds observations in bulk.
         *
         * @param table the observations
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder observations(ObservationTable table) {
            tables.add(table);
            return this;
        }

        /**
         * Sets the targets and ramps.
         *
         * @param targets the book; none unless said otherwise
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder targets(Targets targets) {
            this.targets = targets;
            return this;
        }

        /**
         * Adds targets to those that are there.
         *
         * @param more in any order
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder addTargets(Target... more) {
            this.targets = Targets.builder().from(targets).addTargets(more).build();
            return this;
        }

        /**
         * Adds templates of scorecards, in all versions that cards were filled in on.
         *
         * @param templates in any order
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder templates(ScorecardTemplate... templates) {
            return templates(Arrays.asList(templates));
        }

        /**
         * Adds templates of scorecards, as {@link CoachingData#templates()} gives them.
         *
         * @param templates in any order
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder templates(Iterable<ScorecardTemplate> templates) {
            templates.forEach(this.templates::add);
            return this;
        }

        /**
         * Adds scorecards. What is wrong with them is in the report on quality.
         *
         * @param scorecards in any order
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder scorecards(Iterable<Scorecard> scorecards) {
            scorecards.forEach(this.scorecards::add);
            return this;
        }

        /**
         * Adds scorecards as they were read, and keeps what was wrong with the others.
         *
         * @param read the scorecards with their problems
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder scorecards(Outcome<? extends Collection<Scorecard>> read) {
            problems.addAll(read.problems());
            return scorecards(List.copyOf(read.value()));
        }

        /**
         * Says which products there are, so that others are noticed.
         *
         * @param products the names of products
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder products(Collection<String> products) {
            this.products.addAll(products);
            return this;
        }

        /**
         * Says which accounts there are, so that others are noticed.
         *
         * @param accounts the names of accounts
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder accounts(Collection<String> accounts) {
            this.accounts.addAll(accounts);
            return this;
        }

        /**
         * Keeps problems that were met on the way here, for the report.
         *
         * @param problems the problems
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder problems(Collection<Problem> problems) {
            this.problems.addAll(problems);
            return this;
        }

        /**
         * Builds the data with this thread alone.
         *
         * @return the data
         * @throws IllegalArgumentException if the as-of day or the calendar is missing
         */
        public CoachingData build() {
            return new CoachingData(inputs(), null, 1);
        }

        /**
         * Builds the data with more threads: the result is the same to the bit.
         *
         * @param executor runs the work; it is neither made nor shut down here
         * @param parallelism how many tasks at the most, at least 1
         * @return the data
         * @throws java.util.concurrent.CancellationException if this thread is interrupted
         */
        public CoachingData build(Executor executor, int parallelism) {
            return new CoachingData(inputs(), executor, Checks.atLeast(parallelism, 1, "parallelism"));
        }

        private Reviews reviews(LocalDate day) {
            return templates.isEmpty() && scorecards.isEmpty() ? Reviews.NONE : new Reviews(templates, scorecards, day);
        }

        private Inputs inputs() {
            if (asOf == null) {
                throw new IllegalArgumentException("asOf must be given: which day are the records of?"
                        + "\nMaybe the last day of the newest export: .asOf(LocalDate.of(2026, 9, 30))");
            }
            if (calendar == null) {
                throw new IllegalArgumentException("calendar must be given: which zone does the company reckon in?"
                        + "\nMaybe .calendar(BusinessCalendar.standard(ZoneId.of(\"Europe/Paris\")))");
            }
            return new Inputs(
                    asOf,
                    calendar,
                    roster,
                    catalogue,
                    process,
                    attribution,
                    teams,
                    rates,
                    List.copyOf(opportunities),
                    List.copyOf(observations),
                    List.copyOf(tables),
                    targets,
                    reviews(asOf),
                    java.util.Collections.unmodifiableSet(new TreeSet<>(products)),
                    java.util.Collections.unmodifiableSet(new TreeSet<>(accounts)),
                    List.copyOf(problems));
        }
    }
}
