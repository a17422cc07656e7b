package io.coaching.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How days are written in an export: as in ISO 8601, with or without a time, or by patterns.
 *
 * @param zone on whose clock a point in time falls on a day
 * @param patterns further ways, tried in this order
 */
record DateText(ZoneId zone, List<String> patterns) {
    static final DateText ISO = new DateText(ZoneOffset.UTC, List.of());

    DateText {
        patterns = List.copyOf(patterns);
    }

    DateText in(ZoneId other) {
        return new DateText(other, patterns);
    }

    DateText or(String pattern) {
        DateTimeFormatter unused = formatter(pattern); // a bad pattern is a mistake of the caller
        var more = new ArrayList<>(patterns);
        more.add(pattern);
        return new DateText(zone, more);
    }

    private static DateTimeFormatter formatter(String pattern) {
        // strict: 30 February is no day; and "yyyy" is then a year of an era, which nobody means
        return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static Optional<LocalDate> parsed(String text, String pattern) {
        try {
            return Optional.of(LocalDate.parse(text, formatter(pattern)));
        } catch (DateTimeException e) {
            return Optional.empty(); // perhaps it is written in another way
        }
    }

    String expected() {
        return "a day such as 2026-01-05"
                + (patterns.isEmpty() ? "" : " or in the form " + String.join(" or ", patterns));
    }

    LocalDate day(String text) {
        return at(text).toLocalDate();
    }

    /** The day and the time in {@link #zone}; midnight where no time is given. */
    LocalDateTime at(String text) {
        if (text.length() > 40) {
            throw new DateTimeException("too long");
        }
        for (String pattern : patterns) {
            Optional<LocalDate> day = parsed(text, pattern);
            if (day.isPresent()) {
                return day.get().atStartOfDay();
            }
        }
        if (text.length() <= 10) {
            return LocalDate.parse(text).atStartOfDay();
        }
        LocalDate date = LocalDate.parse(text.substring(0, 10));
        char between = text.charAt(10);
        if (between != 'T' && between != ' ') {
            throw new DateTimeException("no time");
        }
        int offset = 11;
        while (offset < text.length() && "0123456789:.".indexOf(text.charAt(offset)) >= 0) {
            offset++;
        }
        LocalDateTime local = date.atTime(LocalTime.parse(text.substring(11, offset)));
        String rest = text.substring(offset).strip();
        return rest.isEmpty()
                ? local
                : ZonedDateTime.of(local, ZoneOffset.of(rest))
                        .withZoneSameInstant(zone)
                        .toLocalDateTime();
    }
}
