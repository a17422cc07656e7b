package io.coaching.data;

import io.coaching.base.MeasureId;
import io.coaching.kpi.KpiCatalogue;
import io.coaching.kpi.Measure;
import io.coaching.kpi.Unit;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one column of the fact table holds: a measure, in one currency where it is money, by one ruler where it is a score.
 * Currencies and rulers never share a column, so that they cannot be added by mistake.
 */
record Block(Measure measure, Optional<Currency> currency, Optional<String> ruler) {
    private static final char CURRENCY_MARK = '@';
    private static final char RULER_MARK = '#';

    static Block of(Measure measure, @Nullable Currency currency) {
        return new Block(measure, Optional.ofNullable(currency), Optional.empty());
    }

    static Block byRuler(Measure measure, String ruler) {
        return new Block(measure, Optional.empty(), Optional.of(ruler));
    }

    /** The block that an id of the fact table names. */
    static Block parse(MeasureId id, KpiCatalogue catalogue) {
        if (catalogue.hasMeasure(id)) {
            return of(catalogue.measure(id), null);
        }
        int ruler = id.value().lastIndexOf(RULER_MARK);
        if (ruler > 0) {
            MeasureId measure = MeasureId.of(id.value().substring(0, ruler));
            if (catalogue.hasMeasure(measure)) {
                return byRuler(catalogue.measure(measure), id.value().substring(ruler + 1));
            }
        }
        int mark = id.value().lastIndexOf(CURRENCY_MARK);
        if (mark < 0) {
            return of(catalogue.measure(id), null);
        }
        return of(
                catalogue.measure(MeasureId.of(id.value().substring(0, mark))),
                Currency.getInstance(id.value().substring(mark + 1)));
    }

    /** The id under which the fact table knows it. */
    MeasureId id() {
        String key = key();
        if (key.isEmpty()) {
            return measure.id();
        }
        return MeasureId.of(measure.id().value() + (ruler.isPresent() ? RULER_MARK : CURRENCY_MARK) + key);
    }

    /** What tells the columns of one measure apart: the code of the currency, the ruler, or nothing. */
    String key() {
        return ruler.orElse(currency.map(Currency::getCurrencyCode).orElse(""));
    }

    /** How many decimals its facts have. */
    int decimals() {
        return currency.map(c -> Math.max(0, c.getDefaultFractionDigits())).orElse(measure.decimals());
    }

    static boolean isMoney(Measure measure) {
        return measure.unit() == Unit.MONEY;
    }
}
