package io.coaching.base;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.internal.check.Checks;
import io.coaching.internal.text.Figures;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A known answer with its evidence: interval, sample size and method. */
@Value.Immutable
public abstract sealed class Known implements Estimate permits ImmutableKnown {
    Known() {}

    /**
     * Starts an answer.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The point estimate, in the unit of the KPI; a share is a fraction, 0.25 for 25 %.
     *
     * @return a finite number
     */
    public abstract double value();

    /**
     * How sure it is.
     *
     * @return the interval; absent where the method has none, as for a figure that was counted in full
     */
    public abstract Optional<Interval> interval();

    /**
     * What it stands on, the principal count first.
     *
     * @return the counts by kind, at least one
     */
    public abstract List<SampleSize> sizes();

    /**
     * How it was computed.
     *
     * @return the method, as {@code "won / (won + lost)"}
     */
    public abstract String method();

    /**
     * The ruler that a score was measured with, by its content hash. Scores with different rulers do not compare.
     *
     * @return the ruler; absent for what is counted
     */
    public abstract Optional<String> ruler();

    /**
     * The principal sample size.
     *
     * @return the first of {@link #sizes()}
     */
    public long n() {
        return sizes().get(0).n();
    }

    @Value.Check
    void check() {
        Checks.finite(value(), "value");
        Checks.that(!sizes().isEmpty(), "sizes must not be empty: say what the value " + value() + " stands on");
    }

    @Override
    public String toString() {
        return Figures.general(value()) + interval().map(i -> " " + i).orElse("") + " n=" + Figures.count(n());
    }

    /** Builds a {@link Known}. */
    public static final class Builder extends ImmutableKnown.Builder {
        Builder() {}

        /**
         * Says what the answer stands on.
         *
         * @param n the number
         * @param of what was counted, in the plural
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder n(long n, String of) {
            return addSizes(SampleSize.of(n, of));
        }
    }
}
