package io.coaching.kpi;

import io.coaching.base.MeasureId;
import io.coaching.internal.check.Checks;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a fact counts or sums, as "one demo held" or "the amount of a won deal".
 *
 * <p>Facts are whole numbers of {@code 10^-decimals}: 12.50 with two decimals is 1250. Nothing is lost when they are
 * added, in whatever order. A measure is not yet a KPI: it has no direction and no denominator.
 */
@Value.Immutable
public abstract sealed class Measure permits ImmutableMeasure {
    /** The most decimals that a measure may have. */
    public static final int MAX_DECIMALS = 9;

    Measure() {}

    /**
     * Starts a measure.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a measure of things counted one by one, whose absence is a zero.
     *
     * @param id the identifier
     * @param name what people call it
     * @return the measure
     */
    public static Measure count(String id, String name) {
        return builder().id(MeasureId.of(id)).name(name).build();
    }

    /**
     * Returns a measure of amounts, in minor units of whatever currency each fact has, whose absence is a zero.
     *
     * @param id the identifier
     * @param name what people call it
     * @return the measure
     */
    public static Measure money(String id, String name) {
        return builder()
                .id(MeasureId.of(id))
                .name(name)
                .unit(Unit.MONEY)
                .decimals(2)
                .build();
    }

    /**
     * Identifies the measure.
     *
     * @return the identifier
     */
    public abstract MeasureId id();

    /**
     * What people call it.
     *
     * @return the name
     */
    public abstract String name();

    /**
     * What its facts are in.
     *
     * @return the unit; things counted unless said otherwise
     */
    @Value.Default
    public Unit unit() {
        return Unit.COUNT;
    }

    /**
     * How many decimals its facts have. For money the decimals of the currency count instead.
     *
     * @return 0 to 9; 0 unless said otherwise
     */
    @Value.Default
    public int decimals() {
        return 0;
    }

    /**
     * What one fact stands for.
     *
     * @return the grain; one happening unless said otherwise
     */
    @Value.Default
    public Grain grain() {
        return Grain.EVENT;
    }

    /**
     * What it means that there is no fact.
     *
     * @return the meaning of absence; zero unless said otherwise
     */
    @Value.Default
    public Absence absence() {
        return Absence.ZERO;
    }

    /**
     * What exactly is counted, for the reader of a report.
     *
     * @return the definition, if there is more to say than the name does
     */
    public abstract Optional<String> definition();

    @Value.Check
    void check() {
        Checks.notBlank(name(), "name");
        Checks.inRange(decimals(), 0, MAX_DECIMALS, "decimals of " + id());
    }

    @Override
    public String toString() {
        return id() + " (" + unit() + ")";
    }

    /** Builds a {@link Measure}. */
    public static final class Builder extends ImmutableMeasure.Builder {
        Builder() {}
    }
}
