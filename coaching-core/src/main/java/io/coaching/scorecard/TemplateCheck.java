package io.coaching.scorecard;

import io.coaching.base.CompetencyId;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for what makes a template unsound. Each part is looked at in the order of the template. */
final class TemplateCheck {
    private final ScorecardTemplate template;
    private final Faults faults;

    TemplateCheck(ScorecardTemplate template) {
        this.template = template;
        this.faults = new Faults("template " + template.id() + " v" + template.version());
    }

    List<Problem> problems() {
        scale();
        competencies();
        rubrics();
        sections();
        unrated();
        return faults.all();
    }

    private void scale() {
        List<Level> levels = template.scale().levels();
        if (levels.size() < 2) {
            faults.error(
                    Message.of(MessageCode.TEMPLATE_SCALE_SHORT).with("count", levels.size()), "scale.levels", null);
        }
        Set<String> names = new HashSet<>();
        long named = levels.stream().filter(level -> level.name().isPresent()).count();
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            String path = "scale.levels[" + i + "]";
            if (i > 0 && level.compareTo(levels.get(i - 1)) <= 0) {
                faults.error(
                        Message.of(MessageCode.TEMPLATE_SCALE_ORDER)
                                .with("level", level.points().toString())
                                .with("before", levels.get(i - 1).points().toString()),
                        path + ".points",
                        level.points());
            }
            if (named > 0 && level.name().isEmpty()) {
                faults.error(
                        Message.of(MessageCode.TEMPLATE_TIER_UNNAMED)
                                .with("level", level.points().toString()),
                        path + ".name",
                        null);
            }
            level.name().filter(name -> !names.add(name)).ifPresent(name -> twice("tier", name, path + ".name"));
        }
    }

    private void competencies() {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < template.competencies().size(); i++) {
            Competency competency = template.competencies().get(i);
            String path = "competencies[" + i + "]";
            if (!seen.add(competency.id())) {
                twice("competency", competency.id(), path + ".id");
            }
            if (competency.definition().isEmpty()) {
                faults.error(
                        Message.of(MessageCode.TEMPLATE_NO_DEFINITION)
                                .with("competency", competency.id().value()),
                        path + ".definition",
                        null);
            }
            Set<Object> behaviours = new HashSet<>();
            for (int j = 0; j < competency.behaviours().size(); j++) {
                Object id = competency.behaviours().get(j).id();
                if (!behaviours.add(id)) {
                    twice("behaviour", id, path + ".behaviours[" + j + "].id");
                }
            }
        }
    }

    private void rubrics() {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < template.rubrics().size(); i++) {
            Rubric rubric = template.rubrics().get(i);
            String path = "rubrics[" + i + "]";
            if (!seen.add(List.of(rubric.competency(), rubric.behaviour()))) {
                twice(
                        "rubric of",
                        rubric.competency()
                                + rubric.behaviour().map(b -> "/" + b).orElse(""),
                        path + ".competency");
            }
            Optional<Competency> competency = known(rubric.competency(), path);
            known(competency, rubric.behaviour().orElse(null), path);
            Set<Points> levels = new HashSet<>();
            for (int j = 0; j < rubric.anchors().size(); j++) {
                Points level = rubric.anchors().get(j).level();
                String at = path + ".anchors[" + j + "].level";
                if (!levels.add(level)) {
                    twice("anchor of level", level, at);
                }
                onScale(level, at);
            }
        }
    }

    private void sections() {
        if (template.items().isEmpty()) {
            faults.error(Message.of(MessageCode.TEMPLATE_EMPTY), "sections", null);
        }
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < template.sections().size(); i++) {
            Section section = template.sections().get(i);
            String path = "sections[" + i + "]";
            weight(section.weight(), path);
            if (section.items().isEmpty()) {
                faults.error(
                        Message.of(MessageCode.TEMPLATE_SECTION_EMPTY).with("section", section.title()),
                        path + ".items",
                        null);
            }
            for (int j = 0; j < section.items().size(); j++) {
                Item item = section.items().get(j);
                String at = path + ".items[" + j + "]";
                if (!seen.add(item.id())) {
                    twice("item", item.id(), at + ".id");
                }
                weight(item.weight(), at);
                Optional<Competency> competency = known(item.competency(), at);
                known(competency, item.behaviour().orElse(null), at);
                item.gate().ifPresent(gate -> onScale(gate, at + ".gate"));
            }
        }
    }

    private void unrated() {
        Set<CompetencyId> rated = template.rated();
        for (int i = 0; i < template.competencies().size(); i++) {
            CompetencyId id = template.competencies().get(i).id();
            if (!rated.contains(id)) {
                faults.error(
                        Message.of(MessageCode.TEMPLATE_UNRATED).with("competency", id.value()),
                        "competencies[" + i + "]",
                        id);
            }
        }
    }

    private Optional<Competency> known(CompetencyId id, String path) {
        Optional<Competency> competency = template.competency(id);
        if (competency.isEmpty()) {
            unknown("competency", id, path + ".competency");
        }
        return competency;
    }

    private void known(Optional<Competency> of, io.coaching.base.@Nullable BehaviourId id, String path) {
        if (id != null && of.isPresent() && of.get().behaviour(id).isEmpty()) {
            unknown("behaviour", id, path + ".behaviour");
        }
    }

    private void unknown(String what, Object id, String path) {
        faults.error(Message.of(MessageCode.TEMPLATE_UNKNOWN).with("what", what).with("id", id.toString()), path, id);
    }

    private void twice(String what, Object id, String path) {
        faults.error(Message.of(MessageCode.TEMPLATE_TWICE).with("what", what).with("id", id.toString()), path, id);
    }

    private void onScale(Points level, String path) {
        if (!template.scale().has(level)) {
            faults.error(
                    Message.of(MessageCode.TEMPLATE_OFF_SCALE)
                            .with("value", level.toString())
                            .with("allowed", template.scale().allowed()),
                    path,
                    level);
        }
    }

    private void weight(int weight, String path) {
        if (weight < 1 || weight > ScorecardTemplate.MAX_WEIGHT) {
            faults.error(
                    Message.of(MessageCode.TEMPLATE_WEIGHT)
                            .with("value", weight)
                            .with("most", ScorecardTemplate.MAX_WEIGHT),
                    path + ".weight",
                    weight);
        }
    }
}
