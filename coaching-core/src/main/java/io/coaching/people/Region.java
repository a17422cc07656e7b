package io.coaching.people;

import io.coaching.base.RegionId;
import java.util.Optional;
import org.immutables.value.Value;

/** A region, which may lie within a larger one. */
@Value.Immutable
public abstract sealed class Region permits ImmutableRegion {
    Region() {}

    /**
     * Starts a region.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a region that lies in no other.
     *
     * @param id the identifier
     * @return the region
     */
    public static Region of(RegionId id) {
        return builder().id(id).build();
    }

    /**
     * Returns a region within another.
     *
     * @param id the identifier
     * @param parent the larger region
     * @return the region
     */
    public static Region of(RegionId id, RegionId parent) {
        return builder().id(id).parent(parent).build();
    }

    /**
     * Identifies the region.
     *
     * @return the identifier
     */
    public abstract RegionId id();

    /**
     * What people call it.
     *
     * @return the name, if it differs from the identifier
     */
    public abstract Optional<String> name();

    /**
     * The region that this one lies in.
     *
     * @return the larger region; empty at the top
     */
    public abstract Optional<RegionId> parent();

    @Override
    public String toString() {
        return "region " + id() + parent().map(parent -> " in " + parent).orElse("");
    }

    /** Builds a {@link Region}. */
    public static final class Builder extends ImmutableRegion.Builder {
        Builder() {}
    }
}
