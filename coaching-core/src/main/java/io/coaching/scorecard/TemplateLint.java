package io.coaching.scorecard;

import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Problem;
import io.coaching.internal.check.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Advice on a template that is sound and yet may not work: too many or too few competencies, too many items, levels
 * without an anchor, criteria and anchors that say the same, weights that drown or count for nothing.
 *
 * <p>Two texts say nearly the same if at least two fifths of their words and pairs of neighbouring words are common to both
 * (Jaccard over one- and two-word shingles, Broder 1997, doi:10.1109/SEQUEN.1997.666900), after words that carry no meaning are dropped. It compares wording and
 * not meaning: synonyms escape it. The cost is quadratic in the number of items.
 *
 * <pre>{@code
 * TemplateLint.withDefaults().check(template).forEach(System.out::println);
 * }</pre>
 *
 * @param fewestCompetencies the least number of competencies, 4 unless said otherwise
 * @param mostCompetencies the greatest number, 8 unless said otherwise
 * @param mostItems the greatest number of items, 20 unless said otherwise
 * @param similar the share of common shingles from which on two texts say nearly the same, 0.4 unless said otherwise
 */
public record TemplateLint(int fewestCompetencies, int mostCompetencies, int mostItems, double similar) {
    private static final double HEAVY = 0.5;
    private static final double LIGHT = 0.02;

    /**
     * Checks the limits.
     *
     * @param fewestCompetencies the least number of competencies
     * @param mostCompetencies the greatest number
     * @param mostItems the greatest number of items
     * @param similar the share of common shingles
     */
    public TemplateLint {
        Checks.atLeast(fewestCompetencies, 1, "fewestCompetencies");
        Checks.atLeast(mostCompetencies, fewestCompetencies, "mostCompetencies");
        Checks.atLeast(mostItems, 1, "mostItems");
        Checks.that(similar > 0 && similar <= 1, "similar must be above 0 and at most 1: " + similar);
    }

    /**
     * Returns the usual limits: 4 to 8 competencies, 20 items, two fifths of the words.
     *
     * @return the lint
     */
    public static TemplateLint withDefaults() {
        return new TemplateLint(4, 8, 20, 0.4);
    }

    /**
     * Looks at a template.
     *
     * @param template the template
     * @return advice, in the order of the template; none if there is nothing to say
     */
    public List<Problem> check(ScorecardTemplate template) {
        var advice = new Faults("template " + template.id() + " v" + template.version());
        size(template, advice);
        anchors(template, advice);
        criteria(template, advice);
        weights(template, advice);
        if (template.objective().isEmpty()) {
            advice.note(Message.of(MessageCode.LINT_NO_OBJECTIVE), "objective");
        }
        return advice.all();
    }

    private void size(ScorecardTemplate template, Faults advice) {
        int competencies = template.rated().size();
        if (competencies < fewestCompetencies || competencies > mostCompetencies) {
            advice.warn(
                    Message.of(MessageCode.LINT_COMPETENCIES)
                            .with("count", competencies)
                            .with("least", fewestCompetencies)
                            .with("most", mostCompetencies),
                    "competencies",
                    null);
        }
        int items = template.items().size();
        if (items > mostItems) {
            advice.warn(
                    Message.of(MessageCode.LINT_ITEMS).with("count", items).with("most", mostItems), "sections", null);
        }
        for (int i = 0; i < template.competencies().size(); i++) {
            Competency competency = template.competencies().get(i);
            if (competency.behaviours().isEmpty()) {
                advice.warn(
                        Message.of(MessageCode.LINT_NO_BEHAVIOURS)
                                .with("competency", competency.id().value()),
                        "competencies[" + i + "].behaviours",
                        null);
            }
        }
    }

    // ---- anchors

    private void anchors(ScorecardTemplate template, Faults advice) {
        for (int i = 0; i < template.scale().levels().size(); i++) {
            Level level = template.scale().levels().get(i);
            if (level.anchor().isEmpty()) {
                missing(level, "the scale", "scale.levels[" + i + "].anchor", advice);
            }
        }
        for (int i = 0; i < template.rubrics().size(); i++) {
            Rubric rubric = template.rubrics().get(i);
            String what =
                    rubric.competency() + rubric.behaviour().map(b -> "/" + b).orElse("");
            for (Level level : template.scale().levels()) {
                if (rubric.anchor(level.points()).isEmpty()) {
                    missing(level, what, "rubrics[" + i + "].anchors", advice);
                }
            }
            alike(rubric, what, "rubrics[" + i + "].anchors", advice);
        }
        for (int i = 0; i < template.competencies().size(); i++) {
            Competency competency = template.competencies().get(i);
            boolean bare = template.items(competency.id()).stream()
                    .anyMatch(item -> template.rubric(item).isEmpty());
            if (bare) {
                template.scale()
                        .levels()
                        .forEach(level -> missing(level, competency.id().value(), "rubrics", advice));
            }
        }
    }

    private static void missing(Level level, String what, String path, Faults advice) {
        advice.warn(
                Message.of(MessageCode.LINT_NO_ANCHOR)
                        .with("level", level.points().toString())
                        .with("what", what),
                path,
                null);
    }

    private void alike(Rubric rubric, String what, String path, Faults advice) {
        List<Anchor> anchors = rubric.anchors();
        for (int i = 0; i < anchors.size(); i++) {
            for (int j = i + 1; j < anchors.size(); j++) {
                double share = Shingles.of(anchors.get(i).text())
                        .inCommon(Shingles.of(anchors.get(j).text()));
                if (share >= similar) {
                    advice.warn(
                            Message.of(MessageCode.LINT_SAME_ANCHOR)
                                    .with("low", anchors.get(i).level().toString())
                                    .with("high", anchors.get(j).level().toString())
                                    .with("what", what)
                                    .withShare("share", share),
                            path + "[" + j + "]",
                            anchors.get(j).text());
                }
            }
        }
    }

    // ---- criteria

    private record Criterion(String what, String path, Shingles words) {}

    private void criteria(ScorecardTemplate template, Faults advice) {
        var criteria = new ArrayList<Criterion>();
        for (int s = 0; s < template.sections().size(); s++) {
            List<Item> items = template.sections().get(s).items();
            for (int i = 0; i < items.size(); i++) {
                criteria.add(new Criterion(
                        items.get(i).id().value(),
                        "sections[" + s + "].items[" + i + "].text",
                        Shingles.of(items.get(i).text())));
            }
        }
        compare(criteria, advice);
        var definitions = new ArrayList<Criterion>();
        for (int i = 0; i < template.competencies().size(); i++) {
            Competency competency = template.competencies().get(i);
            Optional<String> definition = competency.definition();
            if (definition.isPresent()) {
                definitions.add(new Criterion(
                        competency.id().value(), "competencies[" + i + "].definition", Shingles.of(definition.get())));
            }
        }
        compare(definitions, advice);
    }

    private void compare(List<Criterion> criteria, Faults advice) {
        for (int i = 0; i < criteria.size(); i++) {
            for (int j = i + 1; j < criteria.size(); j++) {
                double share = criteria.get(i).words().inCommon(criteria.get(j).words());
                if (share >= similar) {
                    advice.warn(
                            Message.of(MessageCode.LINT_SAME_CRITERION)
                                    .with("first", criteria.get(i).what())
                                    .with("second", criteria.get(j).what())
                                    .withShare("share", share),
                            criteria.get(j).path(),
                            null);
                }
            }
        }
    }

    // ---- weights

    private static void weights(ScorecardTemplate template, Faults advice) {
        double sections = template.sections().stream().mapToInt(Section::weight).sum();
        for (int s = 0; s < template.sections().size(); s++) {
            Section section = template.sections().get(s);
            String path = "sections[" + s + "]";
            double ofSection = section.weight() / sections;
            if (template.sections().size() > 1 && ofSection > HEAVY) {
                weight(MessageCode.LINT_HEAVY, section.title(), ofSection, path, advice);
            }
            double items = section.items().stream().mapToInt(Item::weight).sum();
            for (int i = 0; i < section.items().size(); i++) {
                Item item = section.items().get(i);
                double share = ofSection * item.weight() / items;
                if (share < LIGHT) {
                    weight(MessageCode.LINT_LIGHT, item.id().value(), share, path + ".items[" + i + "]", advice);
                }
            }
        }
    }

    private static void weight(MessageCode code, String what, double share, String path, Faults advice) {
        advice.warn(Message.of(code).with("what", what).withShare("share", share), path + ".weight", null);
    }
}
