package io.coaching.data;

import io.coaching.base.MeasureId;
import io.coaching.kpi.Measure;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the columns of a measure a panel reads: those in one currency, by one ruler.
 *
 * @param currency the currency of money, where there is one
 * @param rulers the ruler of each measure that is a score
 */
record Cut(Optional<Currency> currency, Map<MeasureId, String> rulers) {
    static final Cut NONE = new Cut(Optional.empty(), Map.of());

    /** The key of the column of a measure, as in {@link Block#key()}. */
    String key(Measure measure) {
        return block(measure).key();
    }

    int decimals(Measure measure) {
        return block(measure).decimals();
    }

    private Block block(Measure measure) {
        String ruler = rulers.getOrDefault(measure.id(), "");
        return ruler.isEmpty()
                ? Block.of(measure, Block.isMoney(measure) ? currency.orElse(null) : null)
                : Block.byRuler(measure, ruler);
    }
}
