package io.coaching.data;

import io.coaching.base.ItemId;
import io.coaching.base.KpiId;
import io.coaching.base.MeasureId;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.PersonId;
import io.coaching.base.Place;
import io.coaching.base.Problem;
import io.coaching.base.ScorecardId;
import io.coaching.base.Severity;
import io.coaching.base.SourceId;
import io.coaching.base.TemplateId;
import io.coaching.internal.check.Checks;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.KpiCatalogue;
import io.coaching.kpi.Measure;
import io.coaching.scorecard.Item;
import io.coaching.scorecard.Scorecard;
import io.coaching.scorecard.ScorecardTemplate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The templates, and the cards that were filled in on them: one for each id. Which of several versions of a card is kept
 * does not depend on their order: the latest, and among equals the one whose text comes last.
 */
final class Reviews {
    static final Reviews NONE = new Reviews(List.of(), List.of(), LocalDate.EPOCH);

    private static final Comparator<Scorecard> LATEST = Comparator.comparing(Scorecard::day)
            .thenComparing(card -> card.time().map(Object::toString).orElse(""))
            .thenComparing(card -> text(card));

    private final Map<TemplateId, TreeMap<Integer, ScorecardTemplate>> templates = new TreeMap<>();
    private final TreeMap<ScorecardId, Scorecard> cards = new TreeMap<>();
    private final List<Problem> repeated = new ArrayList<>();
    private final Map<ScorecardId, Checked> checked = new HashMap<>();
    private final LocalDate asOf;

    /** What is wrong with a card, and whether it counts all the same. */
    private record Checked(Scorecard card, List<Problem> problems, boolean counts) {}

    Reviews(Collection<ScorecardTemplate> templates, Collection<Scorecard> cards, LocalDate asOf) {
        this(templates, cards, asOf, Map.of());
    }

    private Reviews(
            Collection<ScorecardTemplate> templates,
            Collection<Scorecard> cards,
            LocalDate asOf,
            Map<ScorecardId, Checked> before) {
        this.asOf = asOf;
        for (ScorecardTemplate template : templates) {
            ScorecardTemplate other = this.templates
                    .computeIfAbsent(template.id(), id -> new TreeMap<>())
                    .put(template.version(), template);
            Checks.that(
                    other == null || other.equals(template),
                    "templates must differ in id or version: " + template + ", given twice and not the same",
                    "one of them is the next version: nextVersion()");
        }
        var conflicting = new TreeMap<ScorecardId, Scorecard>();
        for (Scorecard card : cards) {
            Scorecard other = this.cards.putIfAbsent(card.id(), card);
            if (other != null && !other.equals(card)) {
                conflicting.put(card.id(), card);
                if (LATEST.compare(card, other) > 0) {
                    this.cards.put(card.id(), card);
                }
            }
        }
        conflicting
                .keySet()
                .forEach(id -> repeated.add(new Problem(
                        Severity.WARNING,
                        Message.of(MessageCode.CARD_CONFLICTING).with("card", id.value()),
                        Place.builder().source("scorecard " + id).build())));
        for (Scorecard card : this.cards.values()) {
            Checked old = before.get(card.id());
            checked.put(card.id(), old != null && old.card() == card ? old : checked(card));
        }
    }

    /** All that tells two cards apart, as text. */
    private static String text(Scorecard card) {
        return String.join(
                "\u001f",
                List.of(
                        card.toString(),
                        card.ruler().toString(),
                        card.occasion().toString(),
                        card.opportunity().toString(),
                        card.sessionFeedback().toString(),
                        card.actions().toString(),
                        card.ratings().stream()
                                .map(r -> r + "|" + r.comment() + "|" + r.example() + "|" + r.tier())
                                .toList()
                                .toString()));
    }

    boolean isEmpty() {
        return templates.isEmpty() && cards.isEmpty();
    }

    List<ScorecardTemplate> templates() {
        return templates.values().stream()
                .flatMap(versions -> versions.values().stream())
                .toList();
    }

    Optional<ScorecardTemplate> template(Scorecard card) {
        return Optional.ofNullable(templates.get(card.template())).map(versions -> versions.get(card.version()));
    }

    Collection<Scorecard> cards() {
        return Collections.unmodifiableCollection(cards.values());
    }

    Reviews keeping(Predicate<Scorecard> kept) {
        return new Reviews(templates(), cards.values().stream().filter(kept).toList(), asOf, checked);
    }

    Reviews with(List<Scorecard> changed) {
        var rest = new TreeMap<>(cards);
        changed.forEach(card -> rest.put(card.id(), card));
        return new Reviews(templates(), rest.values(), asOf, checked);
    }

    Reviews without(PersonId person) {
        return keeping(card -> !card.rater().equals(person) && !card.ratee().equals(person));
    }

    Reviews without(Set<SourceId> gone) {
        return keeping(card -> !gone.contains(card.source()));
    }

    // ---- what is wrong

    private Checked checked(Scorecard card) {
        Optional<ScorecardTemplate> template = template(card);
        List<Problem> problems = template.isPresent()
                ? card.form().problems(template.get(), asOf)
                : List.of(Problem.error(
                        Message.of(MessageCode.CARD_UNKNOWN_TEMPLATE)
                                .with("template", card.template() + " v" + card.version()),
                        Place.builder()
                                .source("scorecard " + card.id())
                                .column("template")
                                .build()));
        // a rating that cannot be used is left out by itself; any other error costs the card
        boolean counts = problems.stream()
                .allMatch(problem -> problem.severity() != Severity.ERROR
                        || problem.place()
                                .column()
                                .filter(path -> path.startsWith("ratings["))
                                .isPresent());
        return new Checked(card, problems, counts);
    }

    List<Problem> problems() {
        var all = new ArrayList<>(repeated);
        cards.keySet().forEach(id -> all.addAll(of(id).problems()));
        return all;
    }

    /** Whether a card counts. */
    boolean counts(Scorecard card) {
        return of(card.id()).counts();
    }

    private Checked of(ScorecardId id) {
        return Objects.requireNonNull(checked.get(id));
    }

    // ---- as facts

    /**
     * The catalogue with a measure and a KPI for each score. All versions of a template share them. Those that it has
     * already, since it was handed out by other data, are made anew: the name is that of the latest version here.
     */
    KpiCatalogue added(KpiCatalogue catalogue) {
        Map<KpiId, Kpi> scores = new LinkedHashMap<>();
        for (Map<Integer, ScorecardTemplate> versions : templates.values()) {
            for (ScorecardTemplate template :
                    new TreeMap<>(versions).descendingMap().values()) {
                for (ScorecardKpis kpis : ScorecardKpis.everyRelation(template)) {
                    kpis.all().forEach(kpi -> scores.putIfAbsent(kpi.id(), kpi));
                }
            }
        }
        if (scores.isEmpty()) {
            return catalogue;
        }
        Map<MeasureId, Measure> measures = new LinkedHashMap<>();
        scores.values().stream().map(ScorecardKpis::measureOf).forEach(m -> measures.put(m.id(), m));
        // somebody else's under the same id stays, so that the catalogue refuses the pair
        return KpiCatalogue.builder()
                .addAllMeasures(catalogue.measures().stream()
                        .filter(old -> !isSame(old, measures.get(old.id())))
                        .toList())
                .addAllMeasures(measures.values())
                .addAllKpis(catalogue.kpis().stream()
                        .filter(old -> !isSame(old, scores.get(old.id())))
                        .toList())
                .addAllKpis(scores.values())
                .build();
    }

    private static boolean isSame(Measure old, @Nullable Measure now) {
        return now != null
                && now.equals(Measure.builder().from(old).name(now.name()).build());
    }

    private static boolean isSame(Kpi old, @Nullable Kpi now) {
        return now != null
                && now.equals(Kpi.builder().from(old).name(now.name()).build());
    }

    // ---- rulers

    /** Where a ruler was in use, for a reader: {@code "basics v1 (2026-01-05 to 2026-06-30)"}. */
    String named(String ruler) {
        var names = new ArrayList<String>();
        for (ScorecardTemplate template : templates()) {
            boolean has = template.ruler().equals(ruler)
                    || template.rated().stream()
                            .anyMatch(id -> template.ruler(id).equals(ruler))
                    || template.items().stream()
                            .map(Item::id)
                            .anyMatch((ItemId id) -> template.ruler(id).equals(ruler));
            if (has) {
                List<LocalDate> days = cards.values().stream()
                        .filter(card -> card.template().equals(template.id()) && card.version() == template.version())
                        .map(Scorecard::day)
                        .sorted()
                        .toList();
                names.add(template.id() + " v" + template.version()
                        + (days.isEmpty() ? "" : " (" + days.get(0) + " to " + days.get(days.size() - 1) + ")"));
            }
        }
        return names.isEmpty() ? "ruler " + ruler : String.join(" and ", names);
    }

    /** What a fingerprint stands on beside the facts. */
    String content() {
        var text = new StringBuilder();
        templates().forEach(template -> text.append(template).append(template.ruler()));
        cards.values().forEach(card -> text.append(text(card)));
        return text.toString();
    }
}
