package io.coaching.data;

import io.coaching.base.MeasureId;
import io.coaching.kpi.KpiCatalogue;
import io.coaching.kpi.Measure;
import io.coaching.kpi.Unit;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one column of the fact table holds: a measure, in one currency where it is money. Currencies never share a
 * column, so that they cannot be added by mistake.
 */
record Block(Measure measure, Optional<Currency> currency) {
    private static final char MARK = '@';

    static Block of(Measure measure, @Nullable Currency currency) {
        return new Block(measure, Optional.ofNullable(currency));
    }

    /** The block that an id of the fact table names. */
    static Block parse(MeasureId id, KpiCatalogue catalogue) {
        int mark = id.value().lastIndexOf(MARK);
        if (mark < 0 || catalogue.hasMeasure(id)) {
            return of(catalogue.measure(id), null);
        }
        return of(
                catalogue.measure(MeasureId.of(id.value().substring(0, mark))),
                Currency.getInstance(id.value().substring(mark + 1)));
    }

    /** The id under which the fact table knows it. */
    MeasureId id() {
        return currency.map(c -> MeasureId.of(measure.id().value() + MARK + c.getCurrencyCode()))
                .orElse(measure.id());
    }

    /** How many decimals its facts have. */
    int decimals() {
        return currency.map(c -> Math.max(0, c.getDefaultFractionDigits())).orElse(measure.decimals());
    }

    static boolean isMoney(Measure measure) {
        return measure.unit() == Unit.MONEY;
    }
}
