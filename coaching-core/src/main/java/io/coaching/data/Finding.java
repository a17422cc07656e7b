package io.coaching.data;

import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Severity;
import io.coaching.internal.check.Checks;
import java.util.List;
import org.immutables.value.Value;

/** One kind of irregularity in the data: what it is, how often it occurs, and where, for example. */
@Value.Immutable
public abstract sealed class Finding permits ImmutableFinding {
    /** How many examples are kept; {@link #count()} always tells all. */
    public static final int MAX_EXAMPLES = 10;

    Finding() {}

    /**
     * Starts a finding.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What kind of irregularity it is.
     *
     * @return the code by which a script finds it
     */
    public abstract MessageCode code();

    /**
     * How much it matters.
     *
     * @return the severity
     */
    public abstract Severity severity();

    /**
     * What it is.
     *
     * @return the message, with its numbers
     */
    public abstract Message message();

    /**
     * How often it occurs.
     *
     * @return the number of records, persons or days, at least 1
     */
    public abstract long count();

    /**
     * Where it occurs.
     *
     * @return ids or values, sorted, at most {@link #MAX_EXAMPLES}
     */
    public abstract List<String> examples();

    @Value.Check
    Finding normalised() {
        Checks.atLeast(count(), 1, "count");
        List<String> sorted =
                examples().stream().distinct().sorted().limit(MAX_EXAMPLES).toList();
        return sorted.equals(examples())
                ? this
                : builder()
                        .code(code())
                        .severity(severity())
                        .message(message())
                        .count(count())
                        .addAllExamples(sorted)
                        .build();
    }

    @Override
    public String toString() {
        return severity() + ": " + message();
    }

    /** Builds a {@link Finding}. */
    public static final class Builder extends ImmutableFinding.Builder {
        Builder() {}
    }
}
