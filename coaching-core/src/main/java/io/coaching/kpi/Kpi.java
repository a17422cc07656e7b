package io.coaching.kpi;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.base.Direction;
import io.coaching.base.KpiId;
import io.coaching.base.StageId;
import io.coaching.internal.check.Checks;
import io.coaching.internal.text.Figures;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A key performance indicator: a formula over measures, with the way that is better and the part of the sales process
 * that it tells about.
 *
 * <pre>{@code
 * Kpi.builder().id(KpiId.of("demos-per-call")).name("Demos per call")
 *         .formula(new Formula.Ratio(DEMOS_SET.id(), CALLS.id())).unit(Unit.RATIO).build();
 * }</pre>
 */
@Value.Immutable
public abstract sealed class Kpi permits ImmutableKpi {
    Kpi() {}

    /**
     * Starts a KPI.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Identifies the KPI.
     *
     * @return the identifier
     */
    public abstract KpiId id();

    /**
     * What people call it.
     *
     * @return the name
     */
    public abstract String name();

    /**
     * How it is made of measures.
     *
     * @return the formula
     */
    public abstract Formula formula();

    /**
     * What its values are in.
     *
     * @return the unit
     */
    public abstract Unit unit();

    /**
     * How many decimals of its values are worth printing; of a share, decimals of a percent.
     *
     * @return 0 to 9; 0 unless said otherwise
     */
    @Value.Default
    public int decimals() {
        return 0;
    }

    /**
     * Which way is better.
     *
     * @return the direction; higher is better unless said otherwise
     */
    @Value.Default
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    /**
     * Whether it tells what is coming or what has come.
     *
     * @return the timing; lagging unless said otherwise
     */
    @Value.Default
    public Timing timing() {
        return Timing.LAGGING;
    }

    /**
     * The stages of the sales process that it tells about.
     *
     * @return the stages, in the order given; none if it tells about the whole
     */
    public abstract Set<StageId> stages();

    /**
     * The least difference that matters to a coach, as a share of the peers' median: 0.1 for a tenth. A smaller gap is
     * no news, however sure it is.
     *
     * @return the material gap, where this KPI has one of its own
     */
    public abstract OptionalDouble materialGap();

    /**
     * What exactly it says, for the reader of a report.
     *
     * @return the definition, if there is more to say than the name does
     */
    public abstract Optional<String> definition();

    /**
     * A value of this KPI as text, the same in every locale: {@code "63.2%"}, {@code "EUR 2,361"}, {@code "51.8 days"}.
     *
     * @param value a value in the unit of the KPI, finite; a share as a fraction
     * @param currency the currency of values that are money, where it is known
     * @return the text
     */
    public String format(double value, Optional<Currency> currency) {
        return switch (unit()) {
            case SHARE -> Figures.percent(value, decimals());
            case MONEY -> money(value, currency);
            case MONEY_PER_DAY -> money(value, currency) + " a day";
            case DAYS -> Figures.fixed(value, decimals()) + " days";
            case SECONDS -> Figures.fixed(value, decimals()) + " s";
            case COUNT, RATIO, POINTS -> Figures.fixed(value, decimals());
        };
    }

    private String money(double value, Optional<Currency> currency) {
        return currency.map(c -> c.getCurrencyCode() + " ").orElse("") + Figures.fixed(value, decimals());
    }

    @Value.Check
    void check() {
        Checks.notBlank(name(), "name");
        Checks.inRange(decimals(), 0, Measure.MAX_DECIMALS, "decimals of " + id());
        materialGap().ifPresent(gap -> Checks.inRange(gap, 0, 10, "materialGap of " + id()));
    }

    @Override
    public String toString() {
        return id() + " = " + formula().text();
    }

    /** Builds a {@link Kpi}. */
    public static final class Builder extends ImmutableKpi.Builder {
        Builder() {}

        /**
         * Says that less is better.
         *
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder lowerIsBetter() {
            return direction(Direction.LOWER_IS_BETTER);
        }

        /**
         * Says that it tells what is coming.
         *
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder leading() {
            return timing(Timing.LEADING);
        }
    }
}
