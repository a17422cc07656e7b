package io.coaching.scorecard;

import io.coaching.base.CompetencyId;
import io.coaching.base.ItemId;
import io.coaching.base.Problem;
import io.coaching.base.TemplateId;
import io.coaching.internal.check.Checks;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What a scorecard asks, on which scale, and how its answers weigh: one version of it. A draft may hold any fault, and
 * {@link #problems()} names them all; what is piloted or live is sound.
 *
 * <p><b>The ruler.</b> {@link #ruler()} is a hash of all that decides what a score means: the levels of the scale with
 * their names and anchors, definitions of competencies, texts of behaviours, rubrics, texts of items, and weights. Titles
 * and names, the demands for answers, comments and examples, gates, the action plan, the objective, status and version do
 * not count, nor do outer blanks and line breaks. A mistake in the spelling of an anchor counts once it is mended: nobody
 * but its raters knows whether they read it otherwise. {@link #ruler(CompetencyId)} hashes only what the score of one
 * competency hangs on, so that an edited rubric breaks that series and no other.
 *
 * <p>One scale serves the whole template: a weighted mean over different scales has no unit.
 *
 * <pre>{@code
 * ScorecardTemplate live = StandardTemplates.enterpriseSales();
 * ScorecardTemplate next = live.nextVersion(); // a draft, version 2: edit, pilot, go live
 * next.ruler().equals(live.ruler());           // true, until something is edited that counts
 * }</pre>
 */
@Value.Immutable
public abstract sealed class ScorecardTemplate permits ImmutableScorecardTemplate {
    /** The most that an item or a section may weigh. */
    public static final int MAX_WEIGHT = 10_000;

    ScorecardTemplate() {}

    /**
     * Starts a template.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Identifies the template, in all its versions.
     *
     * @return the identifier
     */
    public abstract TemplateId id();

    /**
     * Which version it is.
     *
     * @return the version; 1 unless said otherwise
     */
    @Value.Default
    public int version() {
        return 1;
    }

    /**
     * What people call it.
     *
     * @return the title
     */
    public abstract String title();

    /**
     * Where it stands in its life.
     *
     * @return the status; a draft unless said otherwise
     */
    @Value.Default
    public TemplateStatus status() {
        return TemplateStatus.DRAFT;
    }

    /**
     * On what its items are rated.
     *
     * @return the scale
     */
    public abstract RatingScale scale();

    /**
     * What is rated by it.
     *
     * @return the competencies, in the order given
     */
    public abstract List<Competency> competencies();

    /**
     * What the levels look like for each.
     *
     * @return the rubrics, in the order given
     */
    public abstract List<Rubric> rubrics();

    /**
     * What is asked.
     *
     * @return the sections, in the order given
     */
    public abstract List<Section> sections();

    /**
     * What a card must say of what comes next.
     *
     * @return the demand; absent where no action plan is asked for
     */
    public abstract Optional<ActionPlan> actionPlan();

    /**
     * What the programme is for.
     *
     * @return the objective, if it was said
     */
    public abstract Optional<Objective> objective();

    /**
     * The last day on which cards could be filled in.
     *
     * @return the day, for a retired template
     */
    public abstract Optional<LocalDate> retiredOn();

    // ---- finding one's way

    /**
     * All items.
     *
     * @return the items, in the order of the sections
     */
    @Value.Lazy
    public List<Item> items() {
        return sections().stream().flatMap(section -> section.items().stream()).toList();
    }

    /**
     * One item.
     *
     * @param id its identifier
     * @return the item, if there is one of that name
     */
    public Optional<Item> item(ItemId id) {
        return Optional.ofNullable(itemsById().get(id));
    }

    @Value.Lazy
    Map<ItemId, Item> itemsById() {
        var byId = new HashMap<ItemId, Item>();
        items().forEach(item -> byId.putIfAbsent(item.id(), item));
        return byId;
    }

    /**
     * The items of one competency.
     *
     * @param competency the competency
     * @return its items, in the order of the sections
     */
    public List<Item> items(CompetencyId competency) {
        return items().stream()
                .filter(item -> item.competency().equals(competency))
                .toList();
    }

    /**
     * One competency.
     *
     * @param id its identifier
     * @return the competency, if there is one of that name
     */
    public Optional<Competency> competency(CompetencyId id) {
        return competencies().stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /**
     * The competencies that have items.
     *
     * @return the competencies, in the order in which they are asked for
     */
    @Value.Lazy
    public Set<CompetencyId> rated() {
        var rated = new LinkedHashSet<CompetencyId>();
        items().forEach(item -> rated.add(item.competency()));
        return java.util.Collections.unmodifiableSet(rated);
    }

    /**
     * The rubric that an item is rated by.
     *
     * @param item the item
     * @return that of its behaviour, else that of its competency, else empty
     */
    public Optional<Rubric> rubric(Item item) {
        Optional<Rubric> own = rubrics().stream()
                .filter(r -> r.competency().equals(item.competency())
                        && r.behaviour().isPresent()
                        && r.behaviour().equals(item.behaviour()))
                .findFirst();
        return own.or(() -> rubrics().stream()
                .filter(r -> r.competency().equals(item.competency())
                        && r.behaviour().isEmpty())
                .findFirst());
    }

    // ---- the ruler

    /**
     * What an overall score is measured with: two scores compare if their rulers are equal.
     *
     * @return the first 16 hexadecimal digits of a SHA-256
     */
    @Value.Lazy
    public String ruler() {
        return Ruler.of(this);
    }

    /**
     * What the score of a competency is measured with.
     *
     * @param competency a competency that has items
     * @return the first 16 hexadecimal digits of a SHA-256
     * @throws IllegalArgumentException if it has no items
     */
    public String ruler(CompetencyId competency) {
        String ruler = rulersOfCompetencies().get(competency);
        if (ruler == null) {
            throw new IllegalArgumentException("competency must be one of " + rated() + ": " + competency);
        }
        return ruler;
    }

    @Value.Lazy
    Map<CompetencyId, String> rulersOfCompetencies() {
        var rulers = new HashMap<CompetencyId, String>();
        rated().forEach(id -> rulers.put(id, Ruler.of(this, id)));
        return rulers;
    }

    @Value.Lazy
    Map<ItemId, String> rulersOfItems() {
        var rulers = new HashMap<ItemId, String>();
        items().forEach(item -> rulers.put(item.id(), Ruler.of(this, item)));
        return rulers;
    }

    /**
     * What the rating of an item is measured with.
     *
     * @param item an item
     * @return the first 16 hexadecimal digits of a SHA-256
     * @throws IllegalArgumentException if there is none of that name
     */
    public String ruler(ItemId item) {
        String ruler = rulersOfItems().get(item);
        if (ruler == null) {
            throw new IllegalArgumentException(
                    "item must be one of " + items().stream().map(Item::id).toList() + ": " + item);
        }
        return ruler;
    }

    // ---- its life

    /**
     * What is wrong with it: all of it, each with its place.
     *
     * @return the problems, in the order of the template; none if it is sound
     */
    public List<Problem> problems() {
        return new TemplateCheck(this).problems();
    }

    /**
     * This version, to be tried by a few.
     *
     * @return the template as a pilot
     * @throws IllegalArgumentException if it is no draft, or unsound: the message names every fault
     */
    public ScorecardTemplate pilot() {
        return become(TemplateStatus.PILOT, Optional.empty());
    }

    /**
     * This version, in use.
     *
     * @return the template as live
     * @throws IllegalArgumentException if it is neither draft nor pilot, or unsound: the message names every fault
     */
    public ScorecardTemplate live() {
        return become(TemplateStatus.LIVE, Optional.empty());
    }

    /**
     * This version, no longer in use.
     *
     * @param lastDay the last day on which cards could be filled in
     * @return the template as retired
     * @throws IllegalArgumentException if it is neither pilot nor live
     */
    public ScorecardTemplate retired(LocalDate lastDay) {
        return become(TemplateStatus.RETIRED, Optional.of(lastDay));
    }

    private ScorecardTemplate become(TemplateStatus next, Optional<LocalDate> lastDay) {
        Checks.that(status().canBecome(next), "status " + status() + " must not become " + next + ": " + this);
        return builder().from(this).status(next).retiredOn(lastDay).build();
    }

    /**
     * The draft of the next version, like this one in all but version and status.
     *
     * @return the draft
     */
    public ScorecardTemplate nextVersion() {
        return builder()
                .from(this)
                .version(version() + 1)
                .status(TemplateStatus.DRAFT)
                .retiredOn(Optional.empty())
                .build();
    }

    @Value.Check
    void check() {
        Checks.atLeast(version(), 1, "version");
        Checks.notBlank(title(), "title");
        Checks.that(
                retiredOn().isEmpty() || status() == TemplateStatus.RETIRED,
                "retiredOn must be absent for a template that is " + status());
        if (status() != TemplateStatus.DRAFT) {
            List<Problem> problems = problems();
            Checks.that(
                    problems.isEmpty(),
                    "a template that is " + status() + " must be sound, "
                            + String.join(
                                    "; ",
                                    problems.stream().map(Objects::toString).toList()));
        }
    }

    @Override
    public String toString() {
        return id() + " v" + version() + " (" + status() + ")";
    }

    /** Builds a {@link ScorecardTemplate}. */
    public static final class Builder extends ImmutableScorecardTemplate.Builder {
        Builder() {}
    }
}
