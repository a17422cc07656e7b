package io.coaching.benchmark;

import io.coaching.base.Argument;
import io.coaching.base.Estimate;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Reason;
import io.coaching.base.Withheld;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.KpiFormat;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalDouble;

/** Values as a benchmark says them: totals are for a unit of exposure, since they are compared so. */
final class Words {
    private Words() {}

    static KpiFormat format(Kpi kpi, Optional<Currency> currency) {
        return KpiFormat.of(kpi, currency).perExposure();
    }

    static Argument value(Kpi kpi, Optional<Currency> currency, double value) {
        return format(kpi, currency).value(value);
    }

    static Argument gap(Kpi kpi, Optional<Currency> currency, double gap) {
        return format(kpi, currency).gap(gap);
    }

    static String brief(Kpi kpi, Optional<Currency> currency, double value) {
        return format(kpi, currency).brief(value);
    }

    static String brief(Kpi kpi, Optional<Currency> currency, OptionalDouble value) {
        return value.isPresent() ? brief(kpi, currency, value.getAsDouble()) : "";
    }

    /** Says that a figure is withheld, or that there is none. */
    static Message missing(String what, Estimate estimate) {
        return Message.of(
                        estimate instanceof Withheld ? MessageCode.BENCHMARK_WITHHELD : MessageCode.BENCHMARK_UNDEFINED)
                .with("what", what)
                .with("reason", reason(estimate.whyNot().orElse(Reason.NO_DATA)));
    }

    static Argument reason(Reason reason) {
        return new Argument.Text(reason.text());
    }

    static Argument share(double fraction) {
        return new Argument.Share(fraction, 0);
    }
}
