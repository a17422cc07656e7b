package io.coaching.data;

import io.coaching.base.CompetencyId;
import io.coaching.base.ItemId;
import io.coaching.base.KpiId;
import io.coaching.base.MeasureId;
import io.coaching.internal.check.Checks;
import io.coaching.kpi.Absence;
import io.coaching.kpi.Formula;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.Measure;
import io.coaching.kpi.Unit;
import io.coaching.scorecard.Competency;
import io.coaching.scorecard.Item;
import io.coaching.scorecard.Relation;
import io.coaching.scorecard.ScorecardTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The scores of a template as KPIs: the overall score, that of each competency and each item. Each is the mean of the
 * scores of single cards, in points of the scale, so that benchmarks, trends and targets work on skills.
 *
 * <p>What peers and managers say counts together; what the person says, or a program, has KPIs of its own, as have peers
 * and managers each: {@link #by}. All versions of a template share their KPIs, and the ruler keeps their scores apart.
 *
 * <pre>{@code
 * coaching.benchmark(ScorecardKpis.of(template).competency(DISCOVERY)).during(q3).of(ana);
 * }</pre>
 *
 * @param template the template
 * @param relation whose cards count; empty for those of peers and managers
 */
public record ScorecardKpis(ScorecardTemplate template, Optional<Relation> relation) {
    /**
     * Returns the KPIs of what peers and managers say.
     *
     * @param template the template, in any version
     * @return the KPIs
     */
    public static ScorecardKpis of(ScorecardTemplate template) {
        return new ScorecardKpis(template, Optional.empty());
    }

    /**
     * The KPIs of the cards of one relation only.
     *
     * @param only the relation
     * @return the KPIs
     */
    public ScorecardKpis by(Relation only) {
        return new ScorecardKpis(template, Optional.of(only));
    }

    /**
     * The overall score.
     *
     * @return the KPI
     */
    public Kpi overall() {
        return kpi("", template.title());
    }

    /**
     * The score of a competency.
     *
     * @param competency a competency that the template rates
     * @return the KPI
     * @throws IllegalArgumentException if the template does not rate it
     */
    public Kpi competency(CompetencyId competency) {
        Checks.that(
                template.rated().contains(competency),
                "competency must be one of " + template.rated() + ": " + competency);
        return kpi(
                ":" + competency,
                template.competency(competency).map(Competency::name).orElse(competency.value()));
    }

    /**
     * The rating of an item.
     *
     * @param item an item of the template
     * @return the KPI
     * @throws IllegalArgumentException if the template does not have it
     */
    public Kpi item(ItemId item) {
        Item found = template.item(item)
                .orElseThrow(() -> new IllegalArgumentException("item must be one of "
                        + template.items().stream().map(Item::id).toList() + ": " + item));
        return kpi(":" + found.competency() + ":" + item, found.text());
    }

    /**
     * All of them.
     *
     * @return the overall score, the competencies, the items
     */
    public List<Kpi> all() {
        var all = new ArrayList<Kpi>();
        all.add(overall());
        template.rated().forEach(competency -> all.add(competency(competency)));
        template.items().forEach(item -> all.add(item(item.id())));
        return all;
    }

    private Kpi kpi(String part, String name) {
        String id = "score:" + template.id() + part
                + relation.map(r -> "/" + r.name().toLowerCase(Locale.ROOT)).orElse("");
        return Kpi.builder()
                .id(KpiId.of(id))
                .name(name
                        + relation.map(r -> " (" + r.name().toLowerCase(Locale.ROOT) + ")")
                                .orElse(""))
                .formula(new Formula.Mean(MeasureId.of(id)))
                .unit(Unit.POINTS)
                .decimals(2)
                .build();
    }

    /** The measure that a KPI is the mean of. */
    static MeasureId measure(Kpi kpi) {
        return kpi.formula().measures().get(0);
    }

    /** The measures of all relations, each under its KPI. */
    static List<ScorecardKpis> everyRelation(ScorecardTemplate template) {
        var all = new ArrayList<ScorecardKpis>();
        all.add(of(template));
        for (Relation relation : Relation.values()) {
            all.add(of(template).by(relation));
        }
        return all;
    }

    static Measure measureOf(Kpi kpi) {
        return Measure.builder()
                .id(measure(kpi))
                .name(kpi.name())
                .unit(Unit.POINTS)
                .decimals(DECIMALS)
                .absence(Absence.UNKNOWN)
                .build();
    }

    /** As many as a score of a card has. */
    static final int DECIMALS = 6;
}
