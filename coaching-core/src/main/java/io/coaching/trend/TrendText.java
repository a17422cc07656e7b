package io.coaching.trend;

import io.coaching.base.Argument;
import io.coaching.base.Estimate;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.internal.text.Figures;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.Unit;
import java.util.Currency;
import java.util.Optional;

/** Levels and slopes of a KPI as arguments of messages and as short text: with the digits that they need, for a level is no count. */
record TrendText(Kpi kpi, Optional<Currency> currency) {
    /** A level. */
    Argument value(double value) {
        return inUnit(value, false);
    }

    /** A difference or slope, with its sign. */
    Argument change(double change) {
        return inUnit(change, true);
    }

    /** A level as short text. */
    String brief(double value) {
        return kpi.unit() == Unit.COUNT || kpi.unit() == Unit.RATIO || kpi.unit() == Unit.POINTS
                ? Figures.fixed(value, digits(value))
                : kpi.format(value, currency);
    }

    String brief(Estimate estimate) {
        return estimate.isKnown() ? brief(estimate.orThrow()) : estimate.toString();
    }

    /** A slope or difference as short text. */
    String briefChange(double change) {
        double shown = kpi.unit() == Unit.SHARE ? change * 100 : change;
        String text = Figures.signed(shown, digits(shown));
        return kpi.unit() == Unit.SHARE ? text + " points" : text;
    }

    String briefChange(Estimate estimate) {
        return estimate.isKnown() ? briefChange(estimate.orThrow()) : estimate.toString();
    }

    /** A probability: so small that it does not matter how small, or with as many digits as it has to say. */
    static Argument p(double p) {
        return new Argument.Text(briefP(p));
    }

    static String briefP(double p) {
        return p < 0.001 ? "<0.001" : Figures.fixed(p, p < 0.1 ? 3 : 2);
    }

    private Argument inUnit(double value, boolean signed) {
        boolean share = kpi.unit() == Unit.SHARE;
        double shown = share ? value * 100 : value;
        int digits = digits(shown);
        Argument figure =
                signed ? new Argument.Text(Figures.signed(shown, digits)) : new Argument.Figure(shown, digits);
        return switch (kpi.unit()) {
            case SHARE ->
                signed
                        ? said(MessageCode.VALUE_POINTS, figure)
                        : new Argument.Share(value, Math.max(1, kpi.decimals()));
            case MONEY -> money(figure);
            case MONEY_PER_DAY -> said(MessageCode.VALUE_PER_DAY, money(figure));
            case DAYS -> said(MessageCode.VALUE_DAYS, figure);
            case SECONDS -> said(MessageCode.VALUE_SECONDS, figure);
            case COUNT, RATIO, POINTS -> figure;
        };
    }

    private Argument money(Argument figure) {
        return currency.<Argument>map(c -> new Argument.Said(Message.of(MessageCode.VALUE_MONEY)
                        .with("currency", c.getCurrencyCode())
                        .with("amount", figure)))
                .orElse(figure);
    }

    private static Argument said(MessageCode code, Argument value) {
        return new Argument.Said(Message.of(code).with("value", value));
    }

    /** Three digits that say something. */
    private static int digits(double value) {
        double size = Math.abs(value);
        return size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : size >= 0.0995 ? 3 : 4;
    }
}
