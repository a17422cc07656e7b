package io.coaching.target;

import io.coaching.base.Percent;
import io.coaching.base.Provenance;
import io.coaching.base.Subject;
import io.coaching.time.Span;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** All that was said to a {@link FunnelPlan}; a rate stands between each stage and the next. */
@Value.Immutable
abstract sealed class PlanTerms permits ImmutablePlanTerms {
    PlanTerms() {}

    abstract List<String> stages();

    abstract List<FunnelRate> rates();

    abstract Optional<DealSize> deal();

    abstract Optional<Currency> currency();

    @Value.Default
    StageRounding rounding() {
        return StageRounding.CEILING_OF_EXACT;
    }

    abstract List<Percent> chances();

    abstract Optional<Span> span();

    abstract Optional<WorkDays> workDays();

    /** The days that the conversions were observed on. */
    abstract Optional<Span> history();

    abstract Optional<Provenance> provenance();

    abstract Optional<Subject> subject();

    /** What is agreed, where the plan was made for a period. */
    abstract Optional<PlanQuota> quota();

    /** The targets of stages, by name. */
    abstract Map<String, Long> targets();

    Optional<Integer> workingDays() {
        return span().flatMap(span -> workDays().map(days -> days.in(span)));
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ImmutablePlanTerms.Builder {
        Builder() {}
    }
}
