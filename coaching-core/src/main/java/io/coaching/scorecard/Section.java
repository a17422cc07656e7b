package io.coaching.scorecard;

import io.coaching.internal.check.Checks;
import java.util.Arrays;
import java.util.List;
import org.immutables.value.Value;

/** A part of a template: items under a title, with the weight of the part in the overall score. */
@Value.Immutable
public abstract sealed class Section permits ImmutableSection {
    Section() {}

    /**
     * Starts a section.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a section of weight 1.
     *
     * @param title its title
     * @param items its items
     * @return the section
     */
    public static Section of(String title, Item... items) {
        return builder().title(title).items(Arrays.asList(items)).build();
    }

    /**
     * What stands above it.
     *
     * @return the title
     */
    public abstract String title();

    /**
     * How much it weighs among the sections.
     *
     * @return the weight; 1 unless said otherwise
     */
    @Value.Default
    public int weight() {
        return 1;
    }

    /**
     * What is rated in it.
     *
     * @return the items, in the order given
     */
    public abstract List<Item> items();

    @Value.Check
    void check() {
        Checks.notBlank(title(), "title");
    }

    @Override
    public String toString() {
        return title() + " (" + items().size() + " items)";
    }

    /** Builds a {@link Section}. */
    public static final class Builder extends ImmutableSection.Builder {
        Builder() {}
    }
}
