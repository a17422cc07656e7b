package io.coaching.json;

import io.coaching.json.ObservationFormat.Part;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads observations from CSV.
 *
 * <p>A row in the usual form (ASCII, without a quote) is read from its bytes, every other one by {@link CsvSplitter}. The
 * two agree on every row that both can read.
 */
final class ObservationCsvReader {
    private static final int SKIPPED = -1;

    private final ObservationFormat format;
    private final Csv csv;
    private final ReadLimits limits;
    private final byte delimiter;
    private final ByteSource source;
    private final CsvSplitter splitter;
    private final Observations.Columns into;
    private final Account account;
    private final ObservationScanner scanner = new ObservationScanner();
    private final ObservationRow slow;

    /** Which part stands in which column, by number. */
    private int[] parts = {};

    /** The column of each part. */
    private final Map<Part, Integer> columns = new EnumMap<>(Part.class);

    private int person;
    private int measure;
    private int day;
    private long unscaled;
    private int scale;
    private int from;
    private int currency;

    ObservationCsvReader(ObservationFormat format, ByteSource in, Observations.Columns into, Account account) {
        this.format = format;
        this.csv = format.csvFormat()
                .requiring(
                        format.column(Part.PERSON),
                        format.column(Part.MEASURE),
                        format.column(Part.DATE),
                        format.column(Part.VALUE));
        this.limits = csv.limits();
        this.delimiter = (byte) csv.delimiter();
        this.source = in;
        this.splitter = new CsvSplitter(source, csv.delimiter(), limits);
        this.into = into;
        this.account = account;
        this.slow = new ObservationRow(format, into);
    }

    void read() {
        Map<String, Integer> header = csv.header(source, splitter, account);
        if (header == null) {
            while (splitter.next() && !account.isFull(splitter.line)) {
                account.refuseSilently();
            }
            return;
        }
        parts = new int[header.size()];
        Arrays.fill(parts, SKIPPED);
        for (Part part : Part.values()) {
            Integer column = header.get(format.column(part));
            if (column != null) {
                columns.put(part, column);
                parts[column] = part.number;
            }
        }
        long taken = 0;
        while (true) {
            int safe = safeEnd();
            byte[] b = source.bytes;
            int at = source.at;
            while (at < safe && taken < limits.rows()) {
                int next = row(b, at);
                if (next < 0 || next - at > limits.rowLength()) {
                    break;
                }
                into.add(person, measure, day, unscaled, scale, from, currency);
                account.accept();
                taken++;
                splitter.skippedLine();
                at = next;
            }
            source.at = Math.min(at, source.end);
            // one row by the slow way: it is out of the ordinary, or the last one in the window
            if (!splitter.next()) {
                break;
            }
            if (account.isFull(splitter.line)) {
                return;
            }
            taken++;
            slowRow();
        }
        if (source.isCut()) {
            account.cut(splitter.line);
        }
    }

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

    /** Reads a row in the usual form, and returns where the next one begins; OTHER if it is not in that form. */
    private int row(byte[] b, int at) {
        int p = at;
        from = 0;
        currency = -1;
        int last = parts.length - 1;
        for (int i = 0; ; i++) {
            p = cell(parts[i], b, p);
            if (p < 0) {
                return ObservationScanner.OTHER;
            }
            if (i == last) {
                break;
            }
            if (b[p] != delimiter) {
                return ObservationScanner.OTHER;
            }
            p++;
        }
        if (b[p] == '\r') {
            p++;
        }
        return b[p] == '\n' ? p + 1 : ObservationScanner.OTHER;
    }

    private int cell(int part, byte[] b, int p) {
        switch (part) {
            case 0 -> {
                person = scanner.identifier(into.persons, b, p, delimiter, false);
                return person < 0 ? person : scanner.next;
            }
            case 1 -> {
                measure = scanner.identifier(into.measures, b, p, delimiter, false);
                return measure < 0 ? measure : scanner.next;
            }
            case 2 -> {
                day = scanner.day(b, p);
                return day == Integer.MIN_VALUE ? ObservationScanner.OTHER : p + 10;
            }
            case 3 -> {
                if (scanner.number(b, p, true) < 0) {
                    return ObservationScanner.OTHER;
                }
                unscaled = scanner.unscaled;
                scale = scanner.scale;
                return scanner.next;
            }
            case 4 -> {
                if (b[p] == delimiter || b[p] == '\n' || b[p] == '\r') {
                    return p;
                }
                from = scanner.identifier(into.sources, b, p, delimiter, false);
                return from < 0 ? from : scanner.next;
            }
            case 5 -> {
                if (b[p] == delimiter || b[p] == '\n' || b[p] == '\r') {
                    return p;
                }
                currency = scanner.identifier(into.currencies, b, p, delimiter, false);
                return currency < 0 ? ObservationScanner.OTHER : scanner.next;
            }
            default -> {
                int q = p;
                while (b[q] != delimiter && b[q] != '\n' && b[q] != '\r' && b[q] != '"' && b[q] >= 0) {
                    q++;
                }
                return b[q] == '"' || b[q] < 0 ? ObservationScanner.OTHER : q;
            }
        }
    }

    private void slowRow() {
        try {
            List<String> cells = csv.cells(source, splitter, parts.length);
            var texts = new EnumMap<Part, String>(Part.class);
            columns.forEach((part, column) -> {
                if (!cells.get(column).isBlank()) {
                    texts.put(part, cells.get(column).strip());
                }
            });
            slow.add(texts, null);
            account.accept();
        } catch (CsvRow.Refused e) {
            account.refuse(splitter.line, e.column, e.value, e.why);
        }
    }
}
