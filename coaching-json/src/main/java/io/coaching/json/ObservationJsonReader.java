package io.coaching.json;

import static io.coaching.json.Interned.word;

import io.coaching.json.ObservationFormat.Part;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads observations from NDJSON.
 *
 * <p>A line in the usual form (plain ASCII texts without escapes, plain numbers; properties in any order, space anywhere)
 * is read from its bytes. Every other line is read by Jackson, so that all of JSON is understood, and all that is none
 * is refused. The two agree on every line that both can read.
 */
final class ObservationJsonReader {
    private static final long PERSON = quotedName("person\"");
    private static final long MEASURE = quotedName("measure\"");
    private static final long DATE = quotedName("date\"");
    private static final long VALUE = quotedName("value\"");
    private static final long SOURCE = quotedName("source\"");
    private static final long CURRENCY = quotedName("currency"); // the quote comes with the next word
    private static final int REQUIRED = 0b1111;

    private final ObservationFormat format;
    private final ReadLimits limits;
    private final ByteSource source;
    private final Observations.Columns into;
    private final Account account;
    private final ObservationScanner scanner = new ObservationScanner();
    private final ObservationRow slow;

    private int person;
    private int measure;
    private int day;
    private long unscaled;
    private int scale;
    private int from;
    private int currency;

    ObservationJsonReader(ObservationFormat format, ByteSource in, Observations.Columns into, Account account) {
        this.format = format;
        this.limits = format.csvFormat().limits();
        this.source = in;
        this.into = into;
        this.account = account;
        this.slow = new ObservationRow(format, into);
    }

    private static long quotedName(String name) {
        byte[] bytes = Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), 8);
        return word(bytes, 0);
    }

    void read() {
        long line = 0;
        long taken = 0;
        while (true) {
            int safe = safeEnd();
            byte[] b = source.bytes;
            int at = source.at;
            while (at < safe) {
                line++;
                int next = taken < limits.rows() ? line(b, at) : ObservationScanner.OTHER;
                if (next > 0 && next - at <= limits.rowLength()) {
                    into.add(person, measure, day, unscaled, scale, from, currency);
                    account.accept();
                    taken++;
                    at = next;
                    continue;
                }
                int lf = source.lineFeed(at);
                if (!isBlank(b, at, lf)) {
                    if (taken >= limits.rows()) {
                        boolean unused = account.isFull(line);
                        return;
                    }
                    taken++;
                    slowLine(at, lf > at && b[lf - 1] == '\r' ? lf - 1 : lf, line);
                }
                at = lf + 1;
            }
            source.at = Math.min(at, source.end);
            if (source.exhausted) {
                if (source.isCut()) {
                    account.cut(line + 1);
                }
                return;
            }
            if (!source.fill() && !source.exhausted) {
                line++;
                taken++;
                account.refuse(
                        line,
                        null,
                        Utf8.show(source.bytes, source.at, source.end),
                        Account.malformed("it is longer than " + limits.rowLength() + " bytes"));
                source.skipLine();
            }
        }
    }

    /** Behind the last line that is there as a whole. */
    private int safeEnd() {
        if (source.exhausted && !source.isCut()) {
            return source.end;
        }
        int p = source.end;
        while (p > source.at && source.bytes[p - 1] != '\n') {
            p--;
        }
        return p;
    }

    private static boolean isBlank(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if (b[i] != ' ' && b[i] != '\t' && b[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private static int space(byte[] b, int from) {
        int p = from;
        while (b[p] == ' ' || b[p] == '\t' || b[p] == '\r') {
            p++;
        }
        return p;
    }

    /** Reads a line in the usual form, and returns where the next one begins; OTHER if it is not in that form. */
    private int line(byte[] b, int at) {
        int p = space(b, at);
        if (b[p] != '{') {
            return ObservationScanner.OTHER;
        }
        from = 0;
        currency = -1;
        int seen = 0;
        p++;
        while (true) {
            p = space(b, p);
            if (b[p] != '"') {
                return ObservationScanner.OTHER;
            }
            long name = word(b, p + 1);
            int part;
            if ((name & 0x00FF_FFFF_FFFF_FFFFL) == PERSON) {
                part = 1;
                p += 8;
            } else if (name == MEASURE) {
                part = 2;
                p += 9;
            } else if ((name & 0xFF_FFFF_FFFFL) == DATE) {
                part = 4;
                p += 6;
            } else if ((name & 0xFFFF_FFFF_FFFFL) == VALUE) {
                part = 8;
                p += 7;
            } else if ((name & 0x00FF_FFFF_FFFF_FFFFL) == SOURCE) {
                part = 16;
                p += 8;
            } else if (name == CURRENCY && b[p + 9] == '"') {
                part = 32;
                p += 10;
            } else {
                return ObservationScanner.OTHER;
            }
            if ((seen & part) != 0) {
                return ObservationScanner.OTHER;
            }
            seen |= part;
            p = space(b, p);
            if (b[p] != ':') {
                return ObservationScanner.OTHER;
            }
            p = space(b, p + 1);
            p = value(part, b, p);
            if (p < 0) {
                return ObservationScanner.OTHER;
            }
            p = space(b, p);
            if (b[p] == ',') {
                p++;
            } else if (b[p] == '}') {
                break;
            } else {
                return ObservationScanner.OTHER;
            }
        }
        p = space(b, p + 1);
        return (seen & REQUIRED) == REQUIRED && b[p] == '\n' ? p + 1 : ObservationScanner.OTHER;
    }

    private int value(int part, byte[] b, int p) {
        if (part == 8) {
            if (scanner.number(b, p, false) < 0) {
                return ObservationScanner.OTHER;
            }
            unscaled = scanner.unscaled;
            scale = scanner.scale;
            return scanner.next;
        }
        if (b[p] != '"') {
            return ObservationScanner.OTHER;
        }
        if (part == 4) {
            day = scanner.day(b, p + 1);
            return day == Integer.MIN_VALUE || b[p + 11] != '"' ? ObservationScanner.OTHER : p + 12;
        }
        Interned<?> ids = switch (part) {
            case 1 -> into.persons;
            case 2 -> into.measures;
            case 16 -> into.sources;
            default -> into.currencies;
        };
        int number = scanner.identifier(ids, b, p + 1, (byte) '"', true);
        if (number < 0) {
            return ObservationScanner.OTHER;
        }
        switch (part) {
            case 1 -> person = number;
            case 2 -> measure = number;
            case 16 -> from = number;
            default -> currency = number;
        }
        return scanner.next + 1;
    }

    // ---- the slow way

    private void slowLine(int start, int end, long line) {
        byte[] b = source.bytes;
        if (end - start > limits.rowLength()) {
            account.refuse(
                    line,
                    null,
                    Utf8.show(b, start, end),
                    Account.malformed("it is longer than " + limits.rowLength() + " bytes"));
            return;
        }
        if (Utf8.decode(b, start, end, StandardCharsets.UTF_8) == null) {
            account.refuse(line, null, Utf8.show(b, start, end), Account.malformed("it is not UTF-8"));
            return;
        }
        try (JsonParser p = format.mapper().createParser(b, start, end - start)) {
            parse(p);
            account.accept();
        } catch (CsvRow.Refused e) {
            account.refuse(line, e.column, e.value, e.why);
        } catch (JacksonException e) {
            account.refuse(line, null, Utf8.show(b, start, end), Account.malformed(Refusal.said(e)));
        } catch (IllegalArgumentException | ArithmeticException e) { // a number beyond all bounds
            account.refuse(line, null, Utf8.show(b, start, end), Account.malformed(Csv.said(e)));
        }
    }

    private void parse(JsonParser p) {
        if (p.nextToken() != JsonToken.START_OBJECT) {
            throw new CsvRow.Refused(null, p.getString(), Account.malformed("it is not an object"));
        }
        var texts = new EnumMap<Part, String>(Part.class);
        BigDecimal value = null;
        while (p.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = p.currentName();
            Part part = part(name);
            JsonToken token = p.nextToken();
            if (token == JsonToken.VALUE_NULL) {
                continue; // as if it were absent
            }
            if (part == Part.VALUE) {
                if (!token.isNumeric()) {
                    throw wrong(p, name, "a number");
                }
                value = p.getDecimalValue();
            } else if (token == JsonToken.VALUE_STRING) {
                texts.put(part, p.getString());
            } else {
                throw wrong(p, name, "a text");
            }
        }
        if (p.nextToken() != null) {
            throw new CsvRow.Refused(null, null, Account.malformed("there is something behind the object"));
        }
        slow.add(texts, value);
    }

    private static CsvRow.Refused wrong(JsonParser p, String name, String expected) {
        String found = p.currentToken().isScalarValue()
                ? p.getString()
                : p.currentToken().asString();
        return new CsvRow.Refused(name, found, Account.notReadable(name, expected, String.valueOf(found)));
    }

    private static Part part(String name) {
        for (Part part : Part.values()) {
            if (part.property.equals(name)) {
                return part;
            }
        }
        throw new CsvRow.Refused(
                name,
                null,
                Account.rejected(
                        name, "there is no such property; known: person, measure, date, value, source, currency"));
    }
}
