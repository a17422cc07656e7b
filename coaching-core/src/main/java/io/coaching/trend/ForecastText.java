package io.coaching.trend;

import io.coaching.base.Argument;
import io.coaching.internal.text.Figures;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.KpiFormat;
import io.coaching.kpi.Unit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Values of a forecast as arguments of messages and as short text; expected counts keep a decimal, for they are means. */
record ForecastText(Optional<Kpi> kpi, Optional<Currency> currency) {
    private static final int FEW = 6;

    private boolean isPlain() {
        return kpi.isEmpty() || (kpi.get().unit() == Unit.COUNT && kpi.get().decimals() == 0);
    }

    Argument value(double value) {
        return isPlain()
                ? new Argument.Text(brief(value))
                : KpiFormat.of(kpi.orElseThrow(), currency).value(value);
    }

    String brief(double value) {
        if (!isPlain()) {
            return KpiFormat.of(kpi.orElseThrow(), currency).brief(value);
        }
        return value == Math.rint(value) || Math.abs(value) >= 999.5
                ? Figures.fixed(value, 0)
                : kpi.isPresent() ? Figures.fixed(value, 1) : Figures.general(value);
    }

    /** Names, cut after a few. */
    static String listed(List<String> names) {
        return names.size() <= FEW
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, FEW - 1)) + " and " + (names.size() - FEW + 1) + " more";
    }
}
