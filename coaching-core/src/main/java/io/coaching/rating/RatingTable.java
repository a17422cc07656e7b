package io.coaching.rating;

import io.coaching.base.ItemId;
import io.coaching.base.MessageCode;
import io.coaching.base.PersonId;
import io.coaching.internal.text.Figures;
import io.coaching.scorecard.CardScore;
import io.coaching.scorecard.Item;
import io.coaching.scorecard.Level;
import io.coaching.scorecard.Points;
import io.coaching.scorecard.RatingScale;
import io.coaching.scorecard.Relation;
import io.coaching.scorecard.Scorecard;
import io.coaching.scorecard.ScorecardTemplate;
import io.coaching.stats.Ratings;
import io.coaching.time.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Scorecards as sparse ratings: one set by criterion, one of what the cards come to.
 *
 * <p>A subject is a person on an occasion that at least two raters rated, or else the person as such; of several cards of one
 * rater on one subject the latest counts.
 */
final class RatingTable {
    /** What a card comes to is kept in millionths of a point. */
    static final int DECIMALS = 6;

    final Ratings items;
    final Ratings scores;
    final List<String> criteria;
    final List<String> levels;
    final List<PersonId> raters;
    /** Of each subject. */
    final List<PersonId> ratees;

    final int cards;
    final Map<MessageCode, Integer> leftOut;

    private RatingTable(
            Ratings items,
            Ratings scores,
            List<String> criteria,
            List<String> levels,
            List<PersonId> raters,
            List<PersonId> ratees,
            int cards,
            Map<MessageCode, Integer> leftOut) {
        this.items = items;
        this.scores = scores;
        this.criteria = criteria;
        this.levels = levels;
        this.raters = raters;
        this.ratees = ratees;
        this.cards = cards;
        this.leftOut = leftOut;
    }

    /** Of plain ratings: what a subject gets from a rater is the mean of the items. */
    static RatingTable of(Ratings ratings, List<String> criteria, List<PersonId> raters) {
        List<String> levels = java.util.Arrays.stream(ratings.scale())
                .mapToObj(Figures::plain)
                .toList();
        Ratings means = ratings.items() <= 1 ? ratings : ratings.meansOfItems();
        return new RatingTable(ratings, means, criteria, levels, raters, List.of(), means.size(), Map.of());
    }

    /** Whose card on what, and what it comes to. */
    private record Entry(Scorecard card, BigDecimal overall, CardScore score) {
        PersonId ratee() {
            return card.ratee();
        }
    }

    private static final Comparator<Entry> IN_TIME = Comparator.comparing(
                    (Entry entry) -> entry.card().day())
            .thenComparing(entry -> entry.card().time().orElse(Instant.MIN))
            .thenComparing(entry -> entry.card().id());

    static RatingTable of(List<Scorecard> all, ScorecardTemplate template, Span span, Set<Relation> relations) {
        var leftOut = new LinkedHashMap<MessageCode, Integer>();
        var entries = new ArrayList<Entry>();
        for (Scorecard card : all) {
            if (!card.template().equals(template.id())
                    || !span.contains(card.day())
                    || !relations.contains(card.relation())) {
                continue;
            }
            if (card.version() != template.version()) {
                leftOut.merge(MessageCode.RATING_OTHER_VERSION, 1, Integer::sum);
                continue;
            }
            CardScore score = CardScore.of(card, template);
            if (score.overall().isEmpty()) {
                leftOut.merge(MessageCode.RATING_NO_ANSWER, 1, Integer::sum);
            } else {
                entries.add(new Entry(card, score.overall().get(), score));
            }
        }
        entries.sort(IN_TIME);
        Map<Subject, Map<PersonId, Entry>> subjects = subjects(entries);
        int kept = subjects.values().stream().mapToInt(Map::size).sum();
        if (kept < entries.size()) {
            leftOut.put(MessageCode.RATING_REPEATED, entries.size() - kept);
        }
        return table(template, subjects, kept, leftOut);
    }

    /** What is rated: a person, on an occasion if that has several raters. */
    private record Subject(PersonId ratee, String occasion) implements Comparable<Subject> {
        @Override
        public int compareTo(Subject other) {
            int byRatee = ratee.compareTo(other.ratee);
            return byRatee != 0 ? byRatee : occasion.compareTo(other.occasion);
        }
    }

    /** The latest card of each rater on each subject. */
    private static Map<Subject, Map<PersonId, Entry>> subjects(List<Entry> entries) {
        Map<Subject, Set<PersonId>> together = new HashMap<>();
        for (Entry entry : entries) {
            entry.card()
                    .occasion()
                    .ifPresent(occasion -> together.computeIfAbsent(
                                    new Subject(entry.ratee(), occasion), key -> new HashSet<>())
                            .add(entry.card().rater()));
        }
        var subjects = new TreeMap<Subject, Map<PersonId, Entry>>();
        for (Entry entry : entries) {
            Subject subject = entry.card()
                    .occasion()
                    .map(occasion -> new Subject(entry.ratee(), occasion))
                    .filter(named -> together.getOrDefault(named, Set.of()).size() > 1)
                    .orElse(new Subject(entry.ratee(), ""));
            subjects.computeIfAbsent(subject, key -> new TreeMap<>())
                    .put(entry.card().rater(), entry);
        }
        return subjects;
    }

    private static RatingTable table(
            ScorecardTemplate template,
            Map<Subject, Map<PersonId, Entry>> subjects,
            int kept,
            Map<MessageCode, Integer> leftOut) {
        var known = new TreeSet<PersonId>();
        subjects.values().forEach(cards -> known.addAll(cards.keySet()));
        List<PersonId> raters = List.copyOf(known);
        Map<PersonId, Integer> number = new HashMap<>();
        raters.forEach(rater -> number.put(rater, number.size()));
        List<Item> items = template.items();
        var cells = new Cells();
        var scores = new Cells();
        var ratees = new ArrayList<PersonId>();
        for (Map.Entry<Subject, Map<PersonId, Entry>> one : subjects.entrySet()) {
            int subject = ratees.size();
            Map<PersonId, Entry> cards = one.getValue();
            for (Entry entry : cards.values()) {
                int rater = number.getOrDefault(entry.card().rater(), -1);
                scores.add(
                        subject,
                        rater,
                        0,
                        entry.overall().movePointRight(DECIMALS).intValueExact());
                for (int i = 0; i < items.size(); i++) {
                    Points points = entry.score().items().get(items.get(i).id());
                    if (points != null) {
                        cells.add(subject, rater, i, 5 * points.halves());
                    }
                }
            }
            ratees.add(one.getKey().ratee());
        }
        List<Points> scale = scale(template.scale());
        return new RatingTable(
                cells.ratings()
                        .onScale(scale.stream()
                                .mapToInt(points -> 5 * points.halves())
                                .toArray())
                        .withDecimals(1),
                scores.ratings().withDecimals(DECIMALS),
                items.stream().map(Item::id).map(ItemId::value).toList(),
                scale.stream().map(points -> label(template.scale(), points)).toList(),
                raters,
                List.copyOf(ratees),
                kept,
                leftOut);
    }

    private static List<Points> scale(RatingScale scale) {
        if (!scale.halfPoints()) {
            return scale.levels().stream().map(Level::points).toList();
        }
        return IntStream.rangeClosed(scale.lowest().halves(), scale.highest().halves())
                .mapToObj(Points::ofHalves)
                .toList();
    }

    private static String label(RatingScale scale, Points points) {
        Optional<String> name = scale.level(points).flatMap(Level::name);
        return name.orElse(points.toString());
    }

    /** Columns that grow. */
    private static final class Cells {
        private final List<int[]> rows = new ArrayList<>();

        void add(int subject, int rater, int item, int value) {
            rows.add(new int[] {subject, rater, item, value});
        }

        Ratings ratings() {
            return Ratings.of(column(0), column(1), column(2), column(3));
        }

        private int[] column(int k) {
            return rows.stream().mapToInt(row -> row[k]).toArray();
        }
    }
}
