package io.coaching.kpi;

import io.coaching.base.Argument;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.internal.text.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/**
 * How values and differences of a KPI are said: as arguments of messages, which a catalogue puts into words, and as short
 * text for tables. Totals and rates are said as they are, or {@linkplain #perExposure() for a unit of exposure}, as engines
 * compare them: calls for a working day.
 *
 * <p>Immutable; the same text in every locale.
 *
 * <pre>{@code
 * KpiFormat.of(StandardKpis.WIN_RATE, Optional.empty()).brief(0.25); // "25.0%"
 * }</pre>
 */
public final class KpiFormat {
    private final Kpi kpi;
    private final Optional<Currency> currency;
    private final Optional<MessageCode> per;

    private KpiFormat(Kpi kpi, Optional<Currency> currency, Optional<MessageCode> per) {
        this.kpi = kpi;
        this.currency = currency;
        this.per = per;
    }

    /**
     * The format of a KPI.
     *
     * @param kpi the KPI
     * @param currency the currency of values that are money, where it is known
     * @return the format
     */
    public static KpiFormat of(Kpi kpi, Optional<Currency> currency) {
        return new KpiFormat(kpi, currency, Optional.empty());
    }

    /**
     * The format of totals and rates for a unit of their exposure; of all else the same.
     *
     * @return the format
     */
    public KpiFormat perExposure() {
        return new KpiFormat(kpi, currency, exposure(kpi));
    }

    /**
     * A value.
     *
     * @param value the value, finite; a share as a fraction
     * @return the argument of a message
     */
    public Argument value(double value) {
        return forExposure(inUnit(value, false));
    }

    /**
     * A difference of values, with its sign; of shares in percentage points.
     *
     * @param gap the difference
     * @return the argument of a message
     */
    public Argument gap(double gap) {
        return kpi.unit() == Unit.SHARE
                ? points(Figures.signed(gap * 100, kpi.decimals()))
                : forExposure(inUnit(gap, true));
    }

    /**
     * The size of a difference, without a sign; of shares in percentage points.
     *
     * @param size the size
     * @return the argument of a message
     */
    public Argument size(double size) {
        return kpi.unit() == Unit.SHARE ? points(Figures.fixed(size * 100, kpi.decimals())) : value(size);
    }

    /**
     * A value as short as it can be, for tables.
     *
     * @param value the value, finite
     * @return the text
     */
    public String brief(double value) {
        if (per.isEmpty()) {
            return kpi.format(value, currency);
        }
        String unit = kpi.unit() == Unit.MONEY
                ? currency.map(c -> c.getCurrencyCode() + " ").orElse("")
                : "";
        return unit + Figures.fixed(value, digits(value));
    }

    /**
     * A value rounded as it is printed, half to even.
     *
     * @param value the value, finite
     * @return the rounded value
     */
    public double rounded(double value) {
        int decimals = per.isPresent() ? digits(value) : kpi.decimals();
        return BigDecimal.valueOf(value)
                .setScale(kpi.unit() == Unit.SHARE ? kpi.decimals() + 2 : decimals, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    private Argument forExposure(Argument plain) {
        return per.isPresent() ? said(Message.of(per.get()).with("value", plain)) : plain;
    }

    private Argument inUnit(double value, boolean signed) {
        int decimals = per.isPresent() ? digits(value) : kpi.decimals();
        Argument figure =
                signed ? new Argument.Text(Figures.signed(value, decimals)) : new Argument.Figure(value, decimals);
        return switch (kpi.unit()) {
            case SHARE -> new Argument.Share(value, kpi.decimals());
            case MONEY -> money(figure);
            case MONEY_PER_DAY -> said(Message.of(MessageCode.VALUE_PER_DAY).with("value", money(figure)));
            case DAYS -> said(Message.of(MessageCode.VALUE_DAYS).with("value", figure));
            case SECONDS -> said(Message.of(MessageCode.VALUE_SECONDS).with("value", figure));
            case COUNT, RATIO, POINTS -> figure;
        };
    }

    private Argument money(Argument figure) {
        return currency.isEmpty()
                ? figure
                : said(Message.of(MessageCode.VALUE_MONEY)
                        .with("currency", currency.get().getCurrencyCode())
                        .with("amount", figure));
    }

    private static Argument points(String figure) {
        return said(Message.of(MessageCode.VALUE_POINTS).with("value", new Argument.Text(figure)));
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
    private static int digits(double value) {
        double size = Math.abs(value);
        return size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
    }
}
