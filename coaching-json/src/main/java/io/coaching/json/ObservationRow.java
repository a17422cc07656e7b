package io.coaching.json;

import io.coaching.json.ObservationFormat.Part;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows of observations that are out of the ordinary: slowly, and saying what is wrong with them. */
final class ObservationRow {
    private final ObservationFormat format;
    private final Observations.Columns into;

    ObservationRow(ObservationFormat format, Observations.Columns into) {
        this.format = format;
        this.into = into;
    }

    /** Adds a row of texts. */
    void add(Map<Part, String> texts, @Nullable BigDecimal number) {
        int person = number(into.persons, Part.PERSON, texts, "an identifier");
        int measure = number(into.measures, Part.MEASURE, texts, "an identifier");
        String date = required(Part.DATE, texts);
        int day;
        try {
            // ISO knows years of more than four digits, with a sign; this format does not
            if (date.length() != 10) {
                throw new DateTimeException("not of ten characters");
            }
            day = Math.toIntExact(LocalDate.parse(date).toEpochDay());
        } catch (DateTimeException e) {
            throw refused(Part.DATE, date, "a day such as 2026-01-05");
        }
        BigDecimal value = number == null ? decimal(required(Part.VALUE, texts)) : number;
        value = bounded(value);
        int source = !texts.containsKey(Part.SOURCE) ? 0 : number(into.sources, Part.SOURCE, texts, "an identifier");
        int currency = !texts.containsKey(Part.CURRENCY)
                ? -1
                : number(into.currencies, Part.CURRENCY, texts, "a currency such as EUR");
        into.add(person, measure, day, value.unscaledValue().longValueExact(), value.scale(), source, currency);
    }

    private int number(Interned<?> ids, Part part, Map<Part, String> texts, String expected) {
        String text = required(part, texts);
        try {
            return ids.number(text);
        } catch (IllegalArgumentException e) {
            throw refused(part, text, expected);
        }
    }

    private String required(Part part, Map<Part, String> texts) {
        String text = texts.get(part);
        if (text == null || text.isBlank()) {
            throw new CsvRow.Refused(format.column(part), "", Account.missing(format.column(part)));
        }
        return text;
    }

    private BigDecimal decimal(String text) {
        String stripped = text.strip();
        try {
            if (stripped.length() <= 40) {
                return new BigDecimal(stripped);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw refused(Part.VALUE, text, "a number such as 12.50");
    }

    private BigDecimal bounded(BigDecimal value) {
        // the comparison of digits goes first: 1e999999999 would not fit into memory
        long whole = (long) value.precision() - value.scale();
        if (value.signum() == 0) {
            return BigDecimal.valueOf(0, Math.max(0, Math.min(value.scale(), Observations.MAX_DIGITS)));
        }
        if (whole <= Observations.MAX_DIGITS && value.scale() <= 60) {
            BigDecimal shorter = value.scale() < 0
                    ? value.setScale(0)
                    : value.scale() > Observations.MAX_DIGITS || value.precision() > Observations.MAX_DIGITS
                            ? value.stripTrailingZeros()
                            : value;
            if (shorter.scale() < 0) {
                shorter = shorter.setScale(0);
            }
            if (shorter.precision() <= Observations.MAX_DIGITS && shorter.scale() <= Observations.MAX_DIGITS) {
                return shorter;
            }
        }
        throw new CsvRow.Refused(
                format.column(Part.VALUE),
                Refusal.clipped(value.toString(), 80),
                Account.rejected(format.column(Part.VALUE), "it has more than " + Observations.MAX_DIGITS + " digits"));
    }

    CsvRow.Refused refused(Part part, String text, String expected) {
        return new CsvRow.Refused(format.column(part), text, Account.notReadable(format.column(part), expected, text));
    }
}
