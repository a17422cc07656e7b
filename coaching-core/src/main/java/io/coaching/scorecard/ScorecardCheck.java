package io.coaching.scorecard;

import io.coaching.action.ActionItem;
import io.coaching.base.ItemId;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Problem;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for what a card lacks, and what in it cannot be used. */
final class ScorecardCheck {
    private final ScorecardForm form;
    private final ScorecardTemplate template;
    private final LocalDate asOf;
    private final Faults faults;

    ScorecardCheck(ScorecardForm form, ScorecardTemplate template, LocalDate asOf) {
        this.form = form;
        this.template = template;
        this.asOf = asOf;
        this.faults = new Faults("scorecard " + form.id().map(Object::toString).orElse("without id"));
    }

    List<Problem> problems() {
        head();
        people();
        ruler();
        days();
        Set<ItemId> seen = new LinkedHashSet<>();
        for (int i = 0; i < form.ratings().size(); i++) {
            rating(form.ratings().get(i), "ratings[" + i + "]", seen);
        }
        missing();
        actions();
        return faults.all();
    }

    private void head() {
        present(form.id().isPresent(), "id");
        present(form.rater().isPresent(), "rater");
        present(form.ratee().isPresent(), "ratee");
        present(form.relation().isPresent(), "relation");
        present(form.template().isPresent(), "template");
        present(form.version().isPresent(), "version");
        present(form.day().isPresent(), "day");
    }

    private void present(boolean isPresent, String what) {
        if (!isPresent) {
            faults.error(Message.of(MessageCode.CARD_MISSING).with("what", what), what, null);
        }
    }

    private void people() {
        if (form.rater().isEmpty() || form.ratee().isEmpty() || form.relation().isEmpty()) {
            return;
        }
        boolean same = form.rater().equals(form.ratee());
        Relation relation = form.relation().get();
        if (same && relation != Relation.SELF) {
            faults.error(
                    Message.of(MessageCode.CARD_RATES_SELF).with("relation", relation.toString()),
                    "relation",
                    relation);
        } else if (!same && relation == Relation.SELF) {
            faults.error(
                    Message.of(MessageCode.CARD_RATES_OTHER)
                            .with("rater", form.rater().get())
                            .with("ratee", form.ratee().get()),
                    "relation",
                    relation);
        }
    }

    private void ruler() {
        boolean other = form.template().filter(id -> !id.equals(template.id())).isPresent()
                || (form.version().isPresent() && form.version().getAsInt() != template.version());
        if (other) {
            String asked = form.template().map(Object::toString).orElse("a template") + " v"
                    + (form.version().isPresent() ? form.version().getAsInt() : "?");
            faults.error(
                    Message.of(MessageCode.CARD_OTHER_TEMPLATE)
                            .with("asked", asked)
                            .with("template", template.id() + " v" + template.version()),
                    form.template().filter(id -> !id.equals(template.id())).isPresent() ? "template" : "version",
                    asked);
        } else if (form.ruler().filter(ruler -> !ruler.equals(template.ruler())).isPresent()) {
            faults.error(
                    Message.of(MessageCode.CARD_OTHER_RULER)
                            .with("ruler", form.ruler().get())
                            .with("template", template.id() + " v" + template.version())
                            .with("expected", template.ruler()),
                    "ruler",
                    form.ruler().get());
        }
        if (template.status() == TemplateStatus.DRAFT) {
            faults.error(
                    Message.of(MessageCode.CARD_ON_DRAFT).with("template", template.id() + " v" + template.version()),
                    "template",
                    template.id());
        }
    }

    private void days() {
        if (form.day().isEmpty()) {
            return;
        }
        LocalDate day = form.day().get();
        if (day.isAfter(asOf)) {
            faults.error(Message.of(MessageCode.CARD_AHEAD).with("day", day).with("asOf", asOf), "day", day);
        }
        Optional<LocalDate> last = template.retiredOn().filter(day::isAfter);
        if (last.isPresent()) {
            faults.error(
                    Message.of(MessageCode.CARD_AFTER_RETIREMENT)
                            .with("day", day)
                            .with("last", last.get()),
                    "day",
                    day);
        }
    }

    // ---- answers

    private void rating(ItemRating rating, String path, Set<ItemId> seen) {
        if (!seen.add(rating.item())) {
            faults.error(
                    Message.of(MessageCode.CARD_ITEM_TWICE)
                            .with("item", rating.item().value()),
                    path + ".item",
                    rating.item());
        }
        Optional<Item> found = template.item(rating.item());
        if (found.isEmpty()) {
            faults.error(
                    Message.of(MessageCode.CARD_UNKNOWN_ITEM)
                            .with("item", rating.item().value())
                            .with("template", template.id() + " v" + template.version()),
                    path + ".item",
                    rating.item());
        }
        answer(rating, path);
        if (found.isPresent()) {
            Item item = found.get();
            if (rating.notApplicable() && !item.notApplicableAllowed()) {
                faults.error(
                        Message.of(MessageCode.CARD_MUST_APPLY)
                                .with("item", item.id().value()),
                        path + ".notApplicable",
                        true);
            }
            demanded(item, rating, path);
        }
    }

    private void answer(ItemRating rating, String path) {
        if (rating.answers() != 1) {
            MessageCode code = rating.answers() == 0 ? MessageCode.CARD_NO_ANSWER : MessageCode.CARD_SEVERAL_ANSWERS;
            faults.error(Message.of(code).with("item", rating.item().value()), path, rating);
        } else if (!rating.notApplicable() && rating.on(template.scale()).isEmpty()) {
            String given =
                    rating.points().map(Points::toString).or(rating::tier).orElse("");
            faults.error(
                    Message.of(MessageCode.CARD_OFF_SCALE)
                            .with("item", rating.item().value())
                            .with("value", given)
                            .with("allowed", template.scale().allowed()),
                    path + (rating.points().isPresent() ? ".points" : ".tier"),
                    given);
        }
    }

    private void demanded(Item item, ItemRating rating, String path) {
        if (isDemanded(item.comment(), rating) && isBlank(rating.comment())) {
            faults.warn(
                    Message.of(MessageCode.CARD_NO_COMMENT)
                            .with("item", item.id().value()),
                    path + ".comment",
                    null);
        }
        if (isDemanded(item.example(), rating) && isBlank(rating.example())) {
            faults.warn(
                    Message.of(MessageCode.CARD_NO_EXAMPLE)
                            .with("item", item.id().value()),
                    path + ".example",
                    null);
        }
    }

    private boolean isDemanded(Demand demand, ItemRating rating) {
        Optional<Points> points = rating.on(template.scale());
        return points.isPresent()
                && (demand == Demand.ALWAYS
                        || (demand == Demand.AT_EXTREMES
                                && (points.get().equals(template.scale().lowest())
                                        || points.get().equals(template.scale().highest()))));
    }

    private static boolean isBlank(Optional<String> text) {
        return text.filter(t -> !t.isBlank()).isEmpty();
    }

    private void missing() {
        Set<ItemId> answered = new HashSet<>();
        form.ratings().forEach(rating -> answered.add(rating.item()));
        for (Item item : template.items()) {
            if (item.requirement() == Requirement.REQUIRED && !answered.contains(item.id())) {
                faults.warn(
                        Message.of(MessageCode.CARD_ITEM_MISSING)
                                .with("item", item.id().value()),
                        "ratings",
                        null);
            }
        }
    }

    // ---- what comes next

    private void actions() {
        ActionPlan plan = template.actionPlan().orElse(new ActionPlan(0, false, false));
        if (form.actions().size() < plan.minimumItems()) {
            faults.warn(
                    Message.of(MessageCode.CARD_NO_ACTIONS)
                            .with("count", form.actions().size())
                            .with("least", plan.minimumItems()),
                    "actions",
                    null);
        }
        for (int i = 0; i < form.actions().size(); i++) {
            ActionItem action = form.actions().get(i);
            String path = "actions[" + i + "]";
            if (plan.ownerRequired() && action.owner().isEmpty()) {
                faults.warn(Message.of(MessageCode.ACTION_NO_OWNER).with("what", action.what()), path + ".owner", null);
            }
            if (plan.dueRequired() && action.due().isEmpty()) {
                faults.warn(Message.of(MessageCode.ACTION_NO_DATE).with("what", action.what()), path + ".due", null);
            }
            boolean early = action.due().isPresent()
                    && form.day().filter(action.due().get()::isBefore).isPresent();
            if (early) {
                faults.warn(
                        Message.of(MessageCode.ACTION_DUE_EARLY)
                                .with("what", action.what())
                                .with("due", action.due().get()),
                        path + ".due",
                        action.due().get());
            }
        }
    }
}
