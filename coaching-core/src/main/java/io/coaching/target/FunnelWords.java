package io.coaching.target;

import io.coaching.base.Argument;
import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.internal.text.Figures;
import java.util.Currency;
import java.util.Optional;

/** Figures of a funnel as arguments of messages and as short text. */
final class FunnelWords {
    private FunnelWords() {}

    static Argument amount(Optional<Currency> currency, double amount) {
        Argument figure = new Argument.Figure(amount, decimals(amount));
        return currency.isEmpty()
                ? figure
                : new Argument.Said(Message.of(MessageCode.VALUE_MONEY)
                        .with("currency", currency.get().getCurrencyCode())
                        .with("amount", figure));
    }

    static String brief(Optional<Currency> currency, double amount) {
        return currency.map(c -> c.getCurrencyCode() + " ").orElse("") + Figures.fixed(amount, decimals(amount));
    }

    static String brief(Optional<Currency> currency, Estimate amount) {
        return amount instanceof Known known ? brief(currency, known.value()) : "a quota " + amount;
    }

    static Message basis(ConversionBasis basis, Estimate figure) {
        Message message = Message.of(
                switch (basis) {
                    case GIVEN -> MessageCode.FUNNEL_BASIS_GIVEN;
                    case OWN -> MessageCode.FUNNEL_BASIS_OWN;
                    case BLEND -> MessageCode.FUNNEL_BASIS_BLEND;
                    case PEERS -> MessageCode.FUNNEL_BASIS_PEERS;
                });
        return figure instanceof Known known && (basis == ConversionBasis.OWN || basis == ConversionBasis.BLEND)
                ? message.with("n", known.n()).with("of", known.sizes().get(0).of())
                : message;
    }

    static String share(Estimate estimate) {
        return estimate instanceof Known known ? Figures.percent(known.value(), 2) : estimate.toString();
    }

    static String pace(Optional<WorkPace> pace) {
        return pace.map(p -> Figures.fixed(p.exact(), 1)).orElse("");
    }

    /** Whole figures have none. */
    static int decimals(double value) {
        return value == Math.rint(value) ? 0 : 2;
    }
}
