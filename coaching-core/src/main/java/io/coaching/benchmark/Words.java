package io.coaching.benchmark;

import io.coaching.base.Argument;
import io.coaching.base.Estimate;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Reason;
import io.coaching.base.Withheld;
import io.coaching.internal.text.Figures;
import io.coaching.kpi.Formula;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalDouble;

/** Values of a KPI as arguments of messages and as short text. */
final class Words {
    private static final int WIDTH = 80;

    private Words() {}

    /** A value as it is compared: totals are for a unit of exposure. */
    static Argument value(Kpi kpi, Optional<Currency> currency, double value) {
        Argument plain = inUnit(kpi, currency, value, false);
        Optional<MessageCode> per = exposure(kpi);
        return per.isPresent() ? said(Message.of(per.get()).with("value", plain)) : plain;
    }

    /** A difference of values, with its sign. */
    static Argument gap(Kpi kpi, Optional<Currency> currency, double gap) {
        if (kpi.unit() == Unit.SHARE) {
            return said(Message.of(MessageCode.VALUE_POINTS)
                    .with("value", new Argument.Text(Figures.signed(gap * 100, kpi.decimals()))));
        }
        Argument plain = inUnit(kpi, currency, gap, true);
        Optional<MessageCode> per = exposure(kpi);
        return per.isPresent() ? said(Message.of(per.get()).with("value", plain)) : plain;
    }

    /** The size of a difference, without a sign. */
    static Argument size(Kpi kpi, Optional<Currency> currency, double size) {
        return kpi.unit() == Unit.SHARE
                ? said(Message.of(MessageCode.VALUE_POINTS)
                        .with("value", new Argument.Text(Figures.fixed(size * 100, kpi.decimals()))))
                : value(kpi, currency, size);
    }

    /** Says that a figure is withheld, or that there is none. */
    static Message missing(String what, Estimate estimate) {
        return Message.of(
                        estimate instanceof Withheld ? MessageCode.BENCHMARK_WITHHELD : MessageCode.BENCHMARK_UNDEFINED)
                .with("what", what)
                .with("reason", reason(estimate.whyNot().orElse(Reason.NO_DATA)));
    }

    /** A value as it is compared, as short as it can be. */
    static String brief(Kpi kpi, Optional<Currency> currency, double value) {
        if (exposure(kpi).isEmpty()) {
            return kpi.format(value, currency);
        }
        String unit = kpi.unit() == Unit.MONEY
                ? currency.map(c -> c.getCurrencyCode() + " ").orElse("")
                : "";
        return unit + Figures.fixed(value, decimals(value));
    }

    /** A value as rounded as it is printed. */
    static double rounded(Kpi kpi, double value) {
        int decimals = exposure(kpi).isPresent() ? decimals(value) : kpi.decimals();
        return BigDecimal.valueOf(value)
                .setScale(kpi.unit() == Unit.SHARE ? kpi.decimals() + 2 : decimals, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    static String brief(Kpi kpi, Optional<Currency> currency, OptionalDouble value) {
        return value.isPresent() ? brief(kpi, currency, value.getAsDouble()) : "";
    }

    /** At most one line of 80 characters. */
    static String line(String text) {
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 3) + "...";
    }

    static Argument reason(Reason reason) {
        return new Argument.Text(reason.text());
    }

    static Argument share(double fraction) {
        return new Argument.Share(fraction, 0);
    }

    private static Argument inUnit(Kpi kpi, Optional<Currency> currency, double value, boolean signed) {
        int decimals = exposure(kpi).isPresent() ? decimals(value) : kpi.decimals();
        Argument figure =
                signed ? new Argument.Text(Figures.signed(value, decimals)) : new Argument.Figure(value, decimals);
        return switch (kpi.unit()) {
            case SHARE -> new Argument.Share(value, kpi.decimals());
            case MONEY -> money(currency, figure);
            case MONEY_PER_DAY -> said(Message.of(MessageCode.VALUE_PER_DAY).with("value", money(currency, figure)));
            case DAYS -> said(Message.of(MessageCode.VALUE_DAYS).with("value", figure));
            case SECONDS -> said(Message.of(MessageCode.VALUE_SECONDS).with("value", figure));
            case COUNT, RATIO, POINTS -> figure;
        };
    }

    private static Argument money(Optional<Currency> currency, Argument figure) {
        return currency.isEmpty()
                ? figure
                : said(Message.of(MessageCode.VALUE_MONEY)
                        .with("currency", currency.get().getCurrencyCode())
                        .with("amount", figure));
    }

    private static Argument said(Message message) {
        return new Argument.Said(message);
    }

    /** What a total is compared for; empty for what is not a total. */
    private static Optional<MessageCode> exposure(Kpi kpi) {
        if (kpi.formula() instanceof Formula.Total) {
            return Optional.of(MessageCode.VALUE_PER_WORKING_DAY);
        }
        if (kpi.formula() instanceof Formula.Rate rate) {
            return Optional.of(
                    switch (rate.exposure()) {
                        case WORKING_DAY -> MessageCode.VALUE_PER_WORKING_DAY;
                        case WEEK -> MessageCode.VALUE_PER_WEEK;
                        case THIRTY_DAYS -> MessageCode.VALUE_PER_THIRTY_DAYS;
                    });
        }
        return Optional.empty();
    }

    /** Three digits that say something. */
    private static int decimals(double value) {
        double size = Math.abs(value);
        return size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
    }
}
