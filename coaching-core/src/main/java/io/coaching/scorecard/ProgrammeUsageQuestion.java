package io.coaching.scorecard;

import com.google.common.collect.ImmutableSet;
import io.coaching.base.CompetencyId;
import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Privacy;
import io.coaching.base.Reason;
import io.coaching.base.TemplateId;
import io.coaching.internal.check.Checks;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Cadence;
import io.coaching.time.CalendarPeriod;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Asks how a coaching programme is used: how many cards there are in each whole period, who takes part of those who can, how cards
 * are filled in, and what people say of the programme itself.
 *
 * <p>Those can take part in a period who were employed and not on leave on half of its working days at least. Cards on versions of
 * the template that are not known are told, and count nowhere. How relevant something is, is a mean over people, in which who
 * answered several times counts once, with their mean; anonymous answers cannot be told apart, and each counts as a person's.
 *
 * <p>It says how much the programme is used, not whether it helps. Immutable and thread-safe; time O(periods x (cards + people)).
 *
 * <pre>{@code
 * coaching.usage(template).during(Span.year(2026)).by(Cadence.QUARTERLY).feedback(survey).toUsage().table();
 * }</pre>
 */
public final class ProgrammeUsageQuestion {
    private static final Percent LEVEL = Percent.of(95);

    private final ScorecardSource source;
    private final BusinessCalendar calendar;
    private final TemplateId template;
    private final Cadence cadence;
    private final Optional<Span> span;
    private final Set<Relation> relations;
    private final List<PersonId> people;
    private final List<ProgrammeFeedback> feedback;
    private final Privacy privacy;

    private ProgrammeUsageQuestion(
            ScorecardSource source,
            BusinessCalendar calendar,
            TemplateId template,
            Cadence cadence,
            Optional<Span> span,
            Set<Relation> relations,
            List<PersonId> people,
            List<ProgrammeFeedback> feedback,
            Privacy privacy) {
        this.source = source;
        this.calendar = calendar;
        this.template = template;
        this.cadence = cadence;
        this.span = span;
        this.relations = relations;
        this.people = people;
        this.feedback = feedback;
        this.privacy = privacy;
    }

    /**
     * Asks about a template, by quarter.
     *
     * @param source the cards and people
     * @param calendar says what a month and a quarter is
     * @param template the template, in all its versions
     * @return the question, about everyone on the roster and cards in every relation
     */
    public static ProgrammeUsageQuestion of(ScorecardSource source, BusinessCalendar calendar, TemplateId template) {
        Checks.that(!source.templates(template).isEmpty(), "template must be known: " + template);
        return new ProgrammeUsageQuestion(
                source,
                calendar,
                template,
                Cadence.QUARTERLY,
                Optional.empty(),
                ImmutableSet.copyOf(Relation.values()),
                source.roster().ids(),
                List.of(),
                Privacy.DEFAULT);
    }

    /**
     * Which days to look at. Unless it is said, it is the fiscal year of the as-of day.
     *
     * @param days the days; only whole periods in them that are over on the as-of day count
     * @return a new question
     */
    public ProgrammeUsageQuestion during(Span days) {
        return new ProgrammeUsageQuestion(
                source, calendar, template, cadence, Optional.of(days), relations, people, feedback, privacy);
    }

    /**
     * By which periods.
     *
     * @param periods the cadence
     * @return a new question
     */
    public ProgrammeUsageQuestion by(Cadence periods) {
        return new ProgrammeUsageQuestion(
                source, calendar, template, periods, span, relations, people, feedback, privacy);
    }

    /**
     * Only cards of some relations, as {@link Relation#PEER} for peer coaching.
     *
     * @param first a relation
     * @param more further ones
     * @return a new question
     */
    public ProgrammeUsageQuestion from(Relation first, Relation... more) {
        return new ProgrammeUsageQuestion(
                source,
                calendar,
                template,
                cadence,
                span,
                ImmutableSet.copyOf(EnumSet.of(first, more)),
                people,
                feedback,
                privacy);
    }

    /**
     * Only these people are expected to take part, as givers and as receivers.
     *
     * @param expected the people; others who do take part are told as beyond them
     * @return a new question
     */
    public ProgrammeUsageQuestion among(Collection<PersonId> expected) {
        return new ProgrammeUsageQuestion(
                source,
                calendar,
                template,
                cadence,
                span,
                relations,
                List.copyOf(new TreeSet<>(expected)),
                feedback,
                privacy);
    }

    /**
     * What people say of the programme.
     *
     * @param said the feedback; that on other templates and other days is not looked at
     * @return a new question
     */
    public ProgrammeUsageQuestion feedback(Collection<ProgrammeFeedback> said) {
        return new ProgrammeUsageQuestion(
                source, calendar, template, cadence, span, relations, people, List.copyOf(said), privacy);
    }

    /**
     * How many people an answer needs to be shown.
     *
     * @param minimum the smallest group; 5 unless said otherwise
     * @return a new question
     */
    public ProgrammeUsageQuestion with(Privacy minimum) {
        return new ProgrammeUsageQuestion(
                source, calendar, template, cadence, span, relations, people, feedback, minimum);
    }

    /**
     * The answer.
     *
     * @return how the programme was used
     */
    public ProgrammeUsage toUsage() {
        Span days = span.orElseGet(
                () -> calendar.periodOf(Cadence.YEARLY, source.asOf()).span());
        List<CalendarPeriod> periods = calendar.wholePeriods(cadence, days).stream()
                .filter(period -> !period.span().lastDay().isAfter(source.asOf()))
                .toList();
        Map<Integer, ScorecardTemplate> versions = source.templates(template).stream()
                .collect(Collectors.toMap(ScorecardTemplate::version, Function.identity()));
        List<Scorecard> cards = source.cards(template).stream()
                .filter(card -> relations.contains(card.relation()))
                .filter(card -> periods.stream().anyMatch(period -> period.contains(card.day())))
                .toList();
        List<Scorecard> known = cards.stream()
                .filter(card -> versions.containsKey(card.version()))
                .toList();
        Presence presence = new Presence(source.roster(), calendar);
        var used = new ArrayList<UsagePeriod>();
        for (CalendarPeriod period : periods) {
            used.add(period(
                    period,
                    known.stream().filter(card -> period.contains(card.day())).toList(),
                    versions,
                    presence));
        }
        return ProgrammeUsage.builder()
                .template(template)
                .cadence(cadence)
                .span(days)
                .periods(used)
                .raters(others(known, Scorecard::rater).size())
                .ratees(others(known, Scorecard::ratee).size())
                .unknownVersions(cards.size() - known.size())
                .feedback(lines(days))
                .privacy(privacy)
                .provenance(source.provenance())
                .build();
    }

    private UsagePeriod period(
            CalendarPeriod period, List<Scorecard> cards, Map<Integer, ScorecardTemplate> versions, Presence presence) {
        List<PersonId> eligible = people.stream()
                .filter(person -> presence.isExpected(person, period.span()))
                .toList();
        return new UsagePeriod(
                period,
                Completeness.of(cards.stream()
                        .map(card -> Scored.of(card, java.util.Objects.requireNonNull(versions.get(card.version()))))
                        .toList()),
                (int) cards.stream().filter(ProgrammeUsageQuestion::isCommented).count(),
                participation(eligible, others(cards, Scorecard::rater)),
                participation(eligible, others(cards, Scorecard::ratee)));
    }

    private static Set<PersonId> others(List<Scorecard> cards, Function<Scorecard, PersonId> who) {
        return cards.stream()
                .filter(card -> !card.rater().equals(card.ratee()))
                .map(who)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Participation participation(List<PersonId> eligible, Set<PersonId> active) {
        int took = (int) eligible.stream().filter(active::contains).count();
        return new Participation(took, eligible.size(), active.size() - took);
    }

    private static boolean isCommented(Scorecard card) {
        return card.sessionFeedback().filter(text -> !text.isBlank()).isPresent()
                || card.ratings().stream()
                        .anyMatch(rating ->
                                rating.comment().filter(text -> !text.isBlank()).isPresent());
    }

    /** The whole first, then the competencies by name. */
    private List<FeedbackLine> lines(Span days) {
        Map<Optional<CompetencyId>, List<ProgrammeFeedback>> on = feedback.stream()
                .filter(one -> days.contains(one.day()) && !one.day().isAfter(source.asOf()))
                .filter(one -> one.template().map(template::equals).orElse(true))
                .sorted(Comparator.comparing(
                        one -> one.competency().map(CompetencyId::value).orElse("")))
                .collect(Collectors.groupingBy(ProgrammeFeedback::competency, LinkedHashMap::new, Collectors.toList()));
        var lines = new ArrayList<FeedbackLine>();
        on.forEach((competency, said) -> {
            double[] means = relevances(said);
            int comments = (int) said.stream()
                    .filter(one -> one.text().filter(text -> !text.isBlank()).isPresent())
                    .count();
            lines.add(new FeedbackLine(competency, means.length, relevance(means), comments));
        });
        return lines;
    }

    /** One relevance for each person: the mean of their answers. */
    private static double[] relevances(List<ProgrammeFeedback> said) {
        Map<Object, List<Double>> by = new LinkedHashMap<>();
        for (ProgrammeFeedback one : said) {
            Object who = one.author().<Object>map(author -> author).orElseGet(Object::new);
            one.relevance()
                    .ifPresent(points ->
                            by.computeIfAbsent(who, w -> new ArrayList<>()).add(points.value()));
        }
        return by.values().stream()
                .mapToDouble(answers -> answers.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow())
                .sorted()
                .toArray();
    }

    private Estimate relevance(double[] values) {
        if (values.length == 0) {
            return Estimate.undefined(Reason.NO_DATA);
        }
        if (!privacy.allows(values.length)) {
            return Estimate.withheld(Reason.GROUP_TOO_SMALL);
        }
        double mean = java.util.Arrays.stream(values).average().orElseThrow();
        Known.Builder known =
                Known.builder().value(mean).method("mean over people").n(values.length, "persons");
        double squares = java.util.Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        if (squares > 0) {
            double error = Math.sqrt(squares / (values.length - 1) / values.length);
            double half =
                    error * TDistribution.of(values.length - 1).inverseSurvivalProbability((1 - LEVEL.fraction()) / 2);
            known.interval(Interval.confidence(Math.max(1, mean - half), Math.min(5, mean + half), LEVEL, "Student"));
        }
        return known.build();
    }

    @Override
    public String toString() {
        return "usage of " + template + " " + cadence.name().toLowerCase(java.util.Locale.ROOT);
    }
}
