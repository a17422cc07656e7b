package io.coaching.scorecard;

import com.google.common.base.Suppliers;
import io.coaching.base.CompetencyId;
import io.coaching.base.Estimate;
import io.coaching.base.Everyone;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.RegionId;
import io.coaching.base.Subject;
import io.coaching.base.TeamId;
import io.coaching.base.TemplateId;
import io.coaching.internal.check.Checks;
import io.coaching.people.Membership;
import io.coaching.people.Roster;
import io.coaching.people.Viewer;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What do the scorecards say? Immutable: each word returns a new question.
 *
 * <p>Unless said otherwise the cards of peers and managers count, each once, as they were given.
 *
 * <pre>{@code
 * coaching.scorecards(template).during(q3).of(ana).competency(DISCOVERY);
 * coaching.scorecards(template).during(q3).by(Relation.PEER).trimmed().rounded(Rounding.halfUp(0.5)).of(ana);
 * }</pre>
 *
 * <p><b>Standard errors.</b> A person's score is the mean of cards, and the cards of one rater hang together: the error
 * comes from the scatter between raters. Where fewer than three raters differ, it comes from what raters differ by about
 * one person in general, pooled over everybody rated in the span with the same ruler (five degrees of freedom at least).
 * Where that is unknown too, two raters stand for themselves, and one alone has no standard error. A group's error comes
 * from the scatter between its persons. Intervals are Student's.
 *
 * <p><b>Rulers.</b> A competency whose rubric was edited within the span has no score, for
 * {@link Reason#DIFFERENT_RULERS}; the result says which rulers met and when.
 *
 * <p>The cost is linear in the cards of the template. Thread-safe.
 */
public final class ScorecardQuestion {
    private final ScorecardSource source;
    private final TemplateId template;
    private final Optional<Span> span;
    private final Set<Relation> relations;
    private final Trim trim;
    private final Optional<Rounding> rounding;
    private final Optional<RaterAdjustment> adjustment;
    private final boolean calibrated;
    private final Percent level;
    private final Optional<Viewer> viewer;
    private final Anonymity anonymity;

    private ScorecardQuestion(
            ScorecardSource source,
            TemplateId template,
            Optional<Span> span,
            Set<Relation> relations,
            Trim trim,
            Optional<Rounding> rounding,
            Optional<RaterAdjustment> adjustment,
            boolean calibrated,
            Percent level,
            Optional<Viewer> viewer,
            Anonymity anonymity) {
        this.source = source;
        this.template = template;
        this.span = span;
        this.relations = relations;
        this.trim = trim;
        this.rounding = rounding;
        this.adjustment = adjustment;
        this.calibrated = calibrated;
        this.level = level;
        this.viewer = viewer;
        this.anonymity = anonymity;
    }

    /**
     * Returns the question about all cards on a template, in all its versions.
     *
     * @param source where cards and people come from
     * @param template the template
     * @return the question; say a span, then a subject
     * @throws IllegalArgumentException if the source does not have the template
     */
    public static ScorecardQuestion of(ScorecardSource source, TemplateId template) {
        Checks.that(!source.templates(template).isEmpty(), "template must be one of the data: " + template);
        return new ScorecardQuestion(
                source,
                template,
                Optional.empty(),
                EnumSet.of(Relation.PEER, Relation.MANAGER),
                Trim.NONE,
                Optional.empty(),
                Optional.empty(),
                false,
                Percent.of(95),
                Optional.empty(),
                Anonymity.NOBODY);
    }

    // ---- refinements

    /**
     * Says which days the cards are of.
     *
     * @param days the span
     * @return the question
     */
    public ScorecardQuestion during(Span days) {
        return copy(Optional.of(days), relations, trim, rounding, adjustment, calibrated, level, viewer, anonymity);
    }

    /**
     * Says whose cards count.
     *
     * @param first a relation
     * @param more further relations
     * @return the question
     */
    public ScorecardQuestion by(Relation first, Relation... more) {
        return copy(span, EnumSet.of(first, more), trim, rounding, adjustment, calibrated, level, viewer, anonymity);
    }

    /**
     * Drops the highest and the lowest score of each competency, one each. Fewer than three cards then have no score.
     *
     * @return the question
     */
    public ScorecardQuestion trimmed() {
        return copy(
                span, relations, Trim.HIGHEST_AND_LOWEST, rounding, adjustment, calibrated, level, viewer, anonymity);
    }

    /**
     * Rounds scores for the report; the exact ones stand beside them.
     *
     * @param rule the rule
     * @return the question
     */
    public ScorecardQuestion rounded(Rounding rule) {
        return copy(span, relations, trim, Optional.of(rule), adjustment, calibrated, level, viewer, anonymity);
    }

    /**
     * Adjusts scores for the severity of their raters, as the source judges it from the cards of the same span.
     *
     * @return the question
     */
    public ScorecardQuestion calibrated() {
        return copy(span, relations, trim, rounding, Optional.empty(), true, level, viewer, anonymity);
    }

    /**
     * Adjusts scores for the severity of their raters.
     *
     * @param by how far raters stand from the others
     * @return the question
     */
    public ScorecardQuestion calibrated(RaterAdjustment by) {
        return copy(span, relations, trim, rounding, Optional.of(by), true, level, viewer, anonymity);
    }

    /**
     * Sets the level of intervals.
     *
     * @param percent the level, 95 % unless said otherwise
     * @return the question
     */
    public ScorecardQuestion level(Percent percent) {
        Checks.that(percent.value() > 0 && percent.value() < 100, "level must be above 0% and below 100%: " + percent);
        return copy(span, relations, trim, rounding, adjustment, calibrated, percent, viewer, anonymity);
    }

    /**
     * Answers as one viewer may see it. Raters are never named; who may see a person sees what was said of them, card by
     * card, unless {@link #anonymous} says otherwise.
     *
     * @param who who is looking
     * @return the question
     */
    public ScorecardQuestion as(Viewer who) {
        return copy(span, relations, trim, rounding, adjustment, calibrated, level, Optional.of(who), anonymity);
    }

    /**
     * Tells the reviews of some raters only as a group, as the review cycle that they were given in promised them. Their cards
     * then are not in the history; a score that too few of them gave is withheld, and so is the score of all together that it
     * would follow from.
     *
     * @param policy whose reviews are anonymous; nobody's unless said otherwise, as of cards that were filled in together
     * @return the question
     */
    public ScorecardQuestion anonymous(Anonymity policy) {
        return copy(span, relations, trim, rounding, adjustment, calibrated, level, viewer, policy);
    }

    private ScorecardQuestion copy(
            Optional<Span> days,
            Set<Relation> by,
            Trim drop,
            Optional<Rounding> rule,
            Optional<RaterAdjustment> adjust,
            boolean adjusted,
            Percent at,
            Optional<Viewer> who,
            Anonymity hide) {
        return new ScorecardQuestion(source, template, days, by, drop, rule, adjust, adjusted, at, who, hide);
    }

    // ---- answers

    /**
     * The scores of a person.
     *
     * @param person who
     * @return the scores; withheld where the viewer may not see the person
     * @throws IllegalStateException if the span is not said, or nobody knows how severe raters are
     */
    public PersonScores of(PersonId person) {
        Span days = span();
        PersonScores.Builder result = PersonScores.builder()
                .person(person)
                .template(template)
                .span(days)
                .highest(highest())
                .relations(relations)
                .provenance(source.provenance());
        Optional<Reason> whyNot = viewer.flatMap(who -> source.access().whyNot(who, person, source.asOf()));
        if (whyNot.isPresent()) {
            return result.lines(withheld(whyNot.get()))
                    .completeness(new Completeness(0, 0, 0, 0))
                    .build();
        }
        RollUp rollUp = rollUp(days);
        Supplier<List<Scored>> everybody = Suppliers.memoize(() -> scored(days, card -> true));
        List<Scored> all = scored(days, card -> card.ratee().equals(person));
        List<Scored> asked = asked(all);
        for (Optional<CompetencyId> competency : parts()) {
            Optional<Reason> hidden = relations.stream().anyMatch(relation -> isHidden(all, relation, competency))
                    ? Optional.of(relations.size() == 1 ? Reason.GROUP_TOO_SMALL : Reason.PROTECTS_ANOTHER)
                    : Optional.empty();
            result.addLines(
                    hidden.isPresent()
                            ? withheld(competency, Optional.empty(), hidden.get())
                            : rollUp.person(
                                    asked,
                                    competency,
                                    Optional.empty(),
                                    () -> rollUp.pooled(
                                            sameRuler(asked(everybody.get()), asked, competency), competency)));
        }
        for (Relation relation : Relation.values()) {
            List<Scored> of = only(all, relation);
            for (Optional<CompetencyId> competency : of.isEmpty() ? List.<Optional<CompetencyId>>of() : parts()) {
                result.addByRelation(
                        isHidden(all, relation, competency)
                                ? withheld(competency, Optional.of(relation), Reason.GROUP_TOO_SMALL)
                                : rollUp.person(
                                        of,
                                        competency,
                                        Optional.of(relation),
                                        () -> rollUp.pooled(
                                                sameRuler(only(everybody.get(), relation), of, competency),
                                                competency)));
            }
        }
        return result.history(all.stream()
                        .filter(scored ->
                                !anonymity.relations().contains(scored.card().relation()))
                        .sorted(Comparator.comparing((Scored s) -> s.card().day())
                                .thenComparing(s ->
                                        s.card().time().map(Object::toString).orElse(""))
                                .thenComparing(s -> s.card().id()))
                        .map(ScoreHistoryEntry::of)
                        .toList())
                .completeness(Completeness.of(asked.stream()
                        .filter(scored -> !isHidden(all, scored.card().relation(), Optional.empty()))
                        .toList()))
                .remarks(remarks(asked))
                .build();
    }

    /**
     * The scores of a team with the teams below it: of cards on those who were in it on the day of the card.
     *
     * @param team the team
     * @return the scores; withheld where the group is too small for the viewer
     * @throws IllegalStateException if the span is not said, or nobody knows how severe raters are
     */
    public GroupScores of(TeamId team) {
        return group(team);
    }

    /**
     * The scores of a region.
     *
     * @param region the region
     * @return the scores; withheld where the group is too small for the viewer
     * @throws IllegalStateException if the span is not said, or nobody knows how severe raters are
     */
    public GroupScores of(RegionId region) {
        return group(region);
    }

    /**
     * The scores of everybody.
     *
     * @return the scores; withheld where the group is too small for the viewer
     * @throws IllegalStateException if the span is not said, or nobody knows how severe raters are
     */
    public GroupScores ofEveryone() {
        return group(Everyone.EVERYONE);
    }

    private GroupScores group(Subject subject) {
        Span days = span();
        List<Scored> asked = asked(members(scored(days, card -> true), subject, days));
        GroupScores.Builder result = GroupScores.builder()
                .subject(subject)
                .template(template)
                .span(days)
                .highest(highest())
                .relations(relations)
                .provenance(source.provenance());
        Set<PersonId> persons =
                asked.stream().map(s -> s.card().ratee()).collect(Collectors.toCollection(LinkedHashSet::new));
        Optional<Reason> whyNot = viewer.flatMap(who -> source.access().whyNotGroup(who, persons, source.asOf()));
        if (whyNot.isPresent()) {
            return result.lines(withheld(whyNot.get()))
                    .completeness(new Completeness(0, 0, 0, 0))
                    .build();
        }
        RollUp rollUp = rollUp(days);
        parts().forEach(part -> result.addLines(rollUp.group(asked, part, Optional.empty())));
        return result.completeness(Completeness.of(asked))
                .remarks(remarks(asked))
                .build();
    }

    // ---- what all need

    private Span span() {
        return span.orElseThrow(() -> new IllegalStateException(
                "the span is not said\nMaybe add .during(Span.quarter(2026, 3)) before the last word"));
    }

    private RollUp rollUp(Span days) {
        Optional<RaterAdjustment> by = adjustment;
        if (calibrated && by.isEmpty()) {
            by = source.adjustment(template, days);
            if (by.isEmpty()) {
                throw new IllegalStateException("nobody knows how severe the raters of " + template
                        + " are\nMaybe .calibrated(adjustment) is meant");
            }
        }
        return new RollUp(level, trim, rounding, by);
    }

    private List<Scored> scored(Span days, Predicate<Scorecard> wanted) {
        Map<Integer, ScorecardTemplate> versions = new HashMap<>();
        source.templates(template).forEach(version -> versions.put(version.version(), version));
        var scored = new ArrayList<Scored>();
        for (Scorecard card : source.cards(template)) {
            ScorecardTemplate version = versions.get(card.version());
            if (version != null && days.contains(card.day()) && wanted.test(card)) {
                scored.add(Scored.of(card, version));
            }
        }
        return scored;
    }

    private List<Scored> asked(List<Scored> cards) {
        return cards.stream()
                .filter(scored -> relations.contains(scored.card().relation()))
                .toList();
    }

    private static List<Scored> only(List<Scored> cards, Relation relation) {
        return cards.stream()
                .filter(scored -> scored.card().relation() == relation)
                .toList();
    }

    private static List<Scored> sameRuler(List<Scored> cards, List<Scored> as, Optional<CompetencyId> competency) {
        List<String> rulers = RollUp.rulers(as, competency);
        return cards.stream()
                .filter(scored -> scored.value(competency).isPresent() && rulers.contains(scored.ruler(competency)))
                .toList();
    }

    private List<Scored> members(List<Scored> cards, Subject subject, Span days) {
        if (subject instanceof Everyone) {
            return cards;
        }
        Roster roster = source.roster();
        boolean isKnown = subject instanceof TeamId team
                ? roster.team(team).isPresent()
                : roster.region((RegionId) subject).isPresent();
        Checks.that(isKnown, "team or region must be one of the roster: " + subject);
        Map<PersonId, List<Span>> in = new HashMap<>();
        for (Membership membership : roster.membersDuring(subject, days)) {
            in.put(membership.person(), membership.spans());
        }
        return cards.stream()
                .filter(scored -> in.getOrDefault(scored.card().ratee(), List.of()).stream()
                        .anyMatch(part -> part.contains(scored.card().day())))
                .toList();
    }

    private ScorecardTemplate newest() {
        return source.templates(template).stream()
                .max(Comparator.comparing(ScorecardTemplate::version))
                .orElseThrow();
    }

    private Points highest() {
        return newest().scale().highest();
    }

    /** The overall score and each competency that any version rates, in the order of the newest. */
    private List<Optional<CompetencyId>> parts() {
        var parts = new LinkedHashSet<Optional<CompetencyId>>();
        parts.add(Optional.empty());
        newest().rated().forEach(id -> parts.add(Optional.of(id)));
        source.templates(template).stream()
                .sorted(Comparator.comparing(ScorecardTemplate::version))
                .forEach(version -> version.rated().forEach(id -> parts.add(Optional.of(id))));
        return List.copyOf(parts);
    }

    private List<ScoreLine> withheld(Reason reason) {
        return parts().stream()
                .map(part -> withheld(part, Optional.empty(), reason))
                .toList();
    }

    private static ScoreLine withheld(Optional<CompetencyId> competency, Optional<Relation> relation, Reason reason) {
        return new ScoreLine(competency, relation, Estimate.withheld(reason), OptionalDouble.empty(), Optional.empty());
    }

    /** Whether some raters of a relation gave a score, and too few of them to be told of. */
    private boolean isHidden(List<Scored> cards, Relation relation, Optional<CompetencyId> competency) {
        long raters = cards.stream()
                .filter(scored -> scored.card().relation() == relation
                        && scored.value(competency).isPresent())
                .map(scored -> scored.card().rater())
                .distinct()
                .count();
        return raters > 0 && !anonymity.allows(relation, (int) raters);
    }

    private List<Message> remarks(List<Scored> asked) {
        var remarks = new ArrayList<Message>();
        for (Optional<CompetencyId> part : parts()) {
            List<String> rulers = RollUp.rulers(asked, part);
            if (rulers.size() > 1) {
                remarks.add(Message.of(MessageCode.RULERS_DIFFER)
                        .with("kpi", part.map(CompetencyId::value).orElse("overall"))
                        .with("count", rulers.size())
                        .with("rulers", named(asked)));
            }
        }
        if (trim == Trim.HIGHEST_AND_LOWEST) {
            remarks.add(Message.of(MessageCode.SCORES_TRIMMED));
        }
        rounding.ifPresent(
                rule -> remarks.add(Message.of(MessageCode.SCORES_ROUNDED).with("rule", rule.toString())));
        if (calibrated) {
            remarks.add(Message.of(MessageCode.SCORES_ADJUSTED));
        }
        return Collections.unmodifiableList(remarks);
    }

    /** The versions with the days of their cards. */
    private static String named(List<Scored> cards) {
        var days = new TreeMap<Integer, List<Scored>>();
        cards.forEach(s ->
                days.computeIfAbsent(s.card().version(), v -> new ArrayList<>()).add(s));
        return days.entrySet().stream()
                .map(entry -> {
                    var of = entry.getValue().stream()
                            .map(s -> s.card().day())
                            .sorted()
                            .toList();
                    return entry.getValue().get(0).template().id() + " v" + entry.getKey() + " (" + of.get(0) + " to "
                            + of.get(of.size() - 1) + ")";
                })
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return "scores on " + template + span.map(days -> " during " + days).orElse("") + " by " + relations;
    }
}
