package io.coaching.data;

import io.coaching.base.CompetencyId;
import io.coaching.base.ItemId;
import io.coaching.base.MeasureId;
import io.coaching.scorecard.CardScore;
import io.coaching.scorecard.Item;
import io.coaching.scorecard.Relation;
import io.coaching.scorecard.Scorecard;
import io.coaching.scorecard.ScorecardTemplate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns cards into facts, the score of each competency and item with its own ruler. What is the same for all cards of a
 * template is looked up once.
 */
final class ScoreEmission {
    private final Map<ScorecardTemplate, Columns> columns = new HashMap<>();
    private final Map<Key, List<Names>> names = new HashMap<>();

    /** Takes one score, scaled, with its ruler. */
    interface Sink {
        void accept(MeasureId measure, String ruler, Scorecard card, long scaled);
    }

    private record Key(ScorecardTemplate template, Relation relation) {}

    /** The rulers of a template. */
    private record Columns(Map<CompetencyId, String> competencies, Map<ItemId, String> items) {
        static Columns of(ScorecardTemplate template) {
            Map<CompetencyId, String> competencies = new HashMap<>();
            template.rated().forEach(id -> competencies.put(id, template.ruler(id)));
            Map<ItemId, String> items = new HashMap<>();
            template.items().stream().map(Item::id).forEach(id -> items.put(id, template.ruler(id)));
            return new Columns(competencies, items);
        }
    }

    /** The measures of one relation, or of peers and managers together. */
    private record Names(MeasureId overall, Map<CompetencyId, MeasureId> competencies, Map<ItemId, MeasureId> items) {
        static Names of(ScorecardKpis kpis) {
            Map<CompetencyId, MeasureId> competencies = new HashMap<>();
            kpis.template().rated().forEach(id -> competencies.put(id, ScorecardKpis.measure(kpis.competency(id))));
            Map<ItemId, MeasureId> items = new HashMap<>();
            kpis.template().items().stream()
                    .map(Item::id)
                    .forEach(id -> items.put(id, ScorecardKpis.measure(kpis.item(id))));
            return new Names(ScorecardKpis.measure(kpis.overall()), competencies, items);
        }
    }

    /** What a card says, for its relation, and for peers and managers together. */
    void emit(Scorecard card, ScorecardTemplate template, Sink sink) {
        CardScore score = CardScore.of(card, template);
        Columns rulers = columns.computeIfAbsent(template, Columns::of);
        for (Names measures : names.computeIfAbsent(new Key(template, card.relation()), ScoreEmission::names)) {
            score.overall().ifPresent(value -> sink.accept(measures.overall(), template.ruler(), card, scaled(value)));
            score.competencies()
                    .forEach((id, value) -> sink.accept(
                            found(measures.competencies(), id), found(rulers.competencies(), id), card, scaled(value)));
            score.items()
                    .forEach((id, points) -> sink.accept(
                            found(measures.items(), id),
                            found(rulers.items(), id),
                            card,
                            scaled(BigDecimal.valueOf(points.value()))));
        }
    }

    private static List<Names> names(Key key) {
        ScorecardKpis kpis = ScorecardKpis.of(key.template());
        var all = new ArrayList<Names>();
        all.add(Names.of(kpis.by(key.relation())));
        if (key.relation().isOther()) {
            all.add(Names.of(kpis));
        }
        return all;
    }

    private static <K, V> V found(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("a score must be of its template: " + key);
        }
        return value;
    }

    private static long scaled(BigDecimal value) {
        return value.movePointRight(ScorecardKpis.DECIMALS).longValueExact();
    }
}
