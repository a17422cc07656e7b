package io.coaching.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.base.Estimate;
import io.coaching.base.ExchangeRates;
import io.coaching.base.Interval;
import io.coaching.base.MeasureId;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Money;
import io.coaching.base.Outcome;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.SourceId;
import io.coaching.pipeline.Opportunity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.core.JacksonException;

/**
 * Thousands of damaged inputs: nothing but a {@link JacksonException} or an outcome comes of them, and every row is
 * accounted for, as counted by somebody who knows nothing of windows and readers.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DamageTest {
    private static final int ROUNDS = 4_000;

    private static final byte[] CSV = """
            person,measure,date,value
            ana,calls,2026-01-05,12
            "ben, b",calls,2026-01-06,1.50
            "cat ""c"" c",meetings,2026-01-07,-3

            d\u00e4n,calls,2026-01-08,0
            "eve
            two lines",calls,2026-01-09,7
            fay,calls,2026-01-10,8
            """.getBytes(StandardCharsets.UTF_8);

    private static final byte[] NDJSON = """
            {"person":"ana","measure":"calls","date":"2026-01-05","value":12}
            {"value":1.50,"date":"2026-01-06","measure":"calls","person":"ben"}
            { "person" : "c\\u00e4t" , "measure":"calls","date":"2026-01-07","value":1e2}

            {"person":"d\u00e4n","measure":"meetings","date":"2026-01-08","value":-0.5,"source":"s-1"}
            {"person":"eve","measure":"calls","date":"2026-01-09","value":7,"currency":"EUR","source":"s-2"}
            """.getBytes(StandardCharsets.UTF_8);

    /** An observation as the general binding sees it. */
    public record Seen(
            PersonId person,
            MeasureId measure,
            LocalDate date,
            BigDecimal value,
            Optional<SourceId> source,
            Optional<Currency> currency) {}

    // ---- damage

    private static byte[] damaged(byte[] good, SplittableRandom random) {
        byte[] bytes = good;
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
            bytes = damagedOnce(bytes, random);
        }
        return bytes;
    }

    private static byte[] damagedOnce(byte[] b, SplittableRandom random) {
        int at = random.nextInt(b.length + 1);
        int to = Math.min(b.length, at + random.nextInt(30));
        return switch (random.nextInt(14)) {
            case 0 -> spliced(b, at, Math.min(at + 1, b.length), new byte[] {(byte) random.nextInt(256)});
            case 1 -> spliced(b, at, b.length, new byte[0]); // the end is missing
            case 2 -> spliced(b, at, to, new byte[0]);
            case 3 -> spliced(b, at, at, java.util.Arrays.copyOfRange(b, at, to)); // twice
            case 4 -> spliced(b, at, at, new byte[] {0});
            case 5 -> spliced(b, at, at, new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF});
            case 6 -> spliced(b, at, at, "9".repeat(random.nextInt(400)).getBytes(StandardCharsets.US_ASCII));
            case 7 -> spliced(b, at, at, "1e99999999999".getBytes(StandardCharsets.US_ASCII));
            case 8 -> spliced(b, at, at, "[".repeat(random.nextInt(3_000)).getBytes(StandardCharsets.US_ASCII));
            case 9 -> spliced(b, at, at, "x".repeat(random.nextInt(5_000)).getBytes(StandardCharsets.US_ASCII));
            case 10 -> spliced(b, at, at, one("\"\\,\n\r{}[]:'= \t", random));
            case 11 -> spliced(b, at, at, "{\"a\":".repeat(random.nextInt(500)).getBytes(StandardCharsets.US_ASCII));
            case 12 -> spliced(b, at, at, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
            default -> spliced(b, at, Math.min(at + 1, b.length), one("\"\\,\n\r{}[]:'= \t", random));
        };
    }

    private static byte[] one(String of, SplittableRandom random) {
        return new byte[] {(byte) of.charAt(random.nextInt(of.length()))};
    }

    private static byte[] spliced(byte[] b, int from, int to, byte[] middle) {
        var out = new ByteArrayOutputStream();
        out.write(b, 0, from);
        out.writeBytes(middle);
        out.write(b, to, b.length - to);
        return out.toByteArray();
    }

    // ---- counting, without windows

    private static int start(byte[] b) {
        return b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF ? 3 : 0;
    }

    private static int lineEnd(byte[] b, int from) {
        int p = from;
        while (p < b.length && b[p] != '\n') {
            p++;
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

    private static long lines(byte[] b) {
        long lines = 0;
        for (int at = start(b); at < b.length; at = lineEnd(b, at) + 1) {
            lines += isBlank(b, at, lineEnd(b, at)) ? 0 : 1;
        }
        return lines;
    }

    /** Rows of CSV behind the header: a bad quote ends its row with the line that it is on. */
    private static long rows(byte[] b) {
        long rows = 0;
        int at = start(b);
        while (at < b.length) {
            int end = rowEnd(b, at);
            rows += isBlank(b, at, Math.min(end, b.length)) ? 0 : 1;
            at = end + 1;
        }
        return Math.max(0, rows - 1);
    }

    private static int rowEnd(byte[] b, int from) {
        int p = from;
        while (true) {
            if (p < b.length && b[p] == '"') {
                int opened = p++;
                while (p < b.length && (b[p] != '"' || (p + 1 < b.length && b[p + 1] == '"'))) {
                    p += b[p] == '"' ? 2 : 1;
                }
                if (p >= b.length) {
                    return lineEnd(b, opened);
                }
                p++;
                if (p < b.length && b[p] == '\r' && (p + 1 == b.length || b[p + 1] == '\n')) {
                    p++;
                }
                if (p < b.length && b[p] != ',' && b[p] != '\n') {
                    return lineEnd(b, p);
                }
            } else {
                while (p < b.length && b[p] != ',' && b[p] != '\n') {
                    p++;
                }
            }
            if (p >= b.length || b[p] == '\n') {
                return p;
            }
            p++;
        }
    }

    private static ByteSource window(byte[] bytes, int size) {
        return new ByteSource(new ByteArrayInputStream(bytes), ReadLimits.DEFAULT, size);
    }

    private static void check(Outcome<?> read, long rows, byte[] bytes) {
        assertThat(read.accepted() + read.refused())
                .as(() -> new String(bytes, StandardCharsets.ISO_8859_1))
                .isEqualTo(rows);
        for (var problem : read.problems()) {
            assertThat(problem.toString()).hasSizeLessThan(700);
        }
    }

    // ---- the tests

    @Test
    void damagedCsvLosesNoRow() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = damaged(CSV, random);
            Csv csv = Csv.standard().requiring("person");
            Outcome<List<String>> read =
                    csv.read(new ByteArrayInputStream(bytes), row -> row.text("person") + row.date("date"));
            check(read, rows(bytes), bytes);
            var account = new Account("csv", ReadLimits.DEFAULT);
            csv.rows(window(bytes, 3 + random.nextInt(60)), account, row -> {
                String unused = row.text("person") + row.date("date");
            });
            Outcome<Integer> narrow = account.close(0);
            assertThat(narrow.problems()).isEqualTo(read.problems());
            assertThat(narrow.accepted()).isEqualTo(read.accepted());
        }
    }

    @Test
    void damagedNdjsonLosesNoLine() {
        var random = new SplittableRandom(2);
        Ndjson<Seen> format = Ndjson.of(Seen.class);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = damaged(NDJSON, random);
            Outcome<List<Seen>> read = format.read(new ByteArrayInputStream(bytes));
            check(read, lines(bytes), bytes);
            Outcome<List<Seen>> narrow =
                    format.read(window(bytes, 3 + random.nextInt(60)), Collectors.toUnmodifiableList());
            assertThat(narrow).isEqualTo(read);
        }
    }

    @Test
    void damagedObservationsLoseNoRowAndDoNotDependOnTheWindow() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] json = damaged(NDJSON, random);
            Outcome<Observations> fromJson = ObservationFormat.ndjson().read(new ByteArrayInputStream(json));
            check(fromJson, lines(json), json);
            assertThat(ObservationFormat.ndjson().read(window(json, 3 + random.nextInt(60))))
                    .isEqualTo(fromJson);
            byte[] csv = damaged(CSV, random);
            Outcome<Observations> fromCsv = ObservationFormat.csv().read(new ByteArrayInputStream(csv));
            check(fromCsv, rows(csv), csv);
            assertThat(ObservationFormat.csv().read(window(csv, 3 + random.nextInt(60))))
                    .isEqualTo(fromCsv);
        }
    }

    @Test
    void observationsAreReadAsTheGeneralBindingReadsThem() {
        var random = new SplittableRandom(4);
        Ndjson<Seen> general = Ndjson.of(Seen.class);
        int both = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = damaged(NDJSON, random);
            for (int at = start(bytes); at < bytes.length; at = lineEnd(bytes, at) + 1) {
                byte[] line = java.util.Arrays.copyOfRange(bytes, at, lineEnd(bytes, at));
                Outcome<List<Seen>> expected = general.read(new ByteArrayInputStream(line));
                Observations read = ObservationFormat.ndjson()
                        .read(new ByteArrayInputStream(line))
                        .value();
                if (read.size() == 0) {
                    // the general binding takes days with a time, and numbers of any length
                    expected.value()
                            .forEach(s -> assertThat(s.value().precision() > 18
                                            || s.value().scale() > 18
                                            || s.value().precision() - s.value().scale() > 18
                                            || s.date().toString().length() != 10
                                            || new String(line, StandardCharsets.UTF_8).contains(s.date() + "T"))
                                    .as(() -> new String(line, StandardCharsets.UTF_8))
                                    .isTrue());
                    continue;
                }
                assertThat(expected.value())
                        .as(() -> new String(line, StandardCharsets.UTF_8))
                        .hasSize(1);
                Seen seen = expected.value().get(0);
                assertThat(read.persons()).containsExactly(seen.person());
                assertThat(read.measures()).containsExactly(seen.measure());
                assertThat(read.day(0)).isEqualTo(seen.date());
                assertThat(read.value(0)).isEqualByComparingTo(seen.value());
                assertThat(read.currency(0)).isEqualTo(seen.currency());
                assertThat(read.sources().get(read.source(0)))
                        .isEqualTo(seen.source().orElse(SourceId.of("observations")));
                both++;
            }
        }
        assertThat(both).isGreaterThan(ROUNDS);
    }

    @Test
    void damagedDocumentsAreReadOrRefused() {
        var random = new SplittableRandom(5);
        var mapper = CoachingJson.mapper();
        List<Object> values = List.of(
                ExchangeRates.builder()
                        .into("EUR")
                        .rate("USD", LocalDate.of(2026, 1, 1), "0.9123")
                        .build(),
                BindingTest.KNOWN,
                Money.of("12.50", "EUR"),
                Interval.confidence(1, 2, Percent.of(95), "Wilson"),
                Message.of(MessageCode.VALUE_REJECTED).with("column", "c").with("n", 5),
                Opportunity.plain("o")
                        .owner(PersonId.of("ana"))
                        .created(LocalDate.of(2026, 1, 5))
                        .won(LocalDate.of(2026, 2, 5), Money.of(5, "EUR"))
                        .build());
        int read = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Object value = values.get(i % values.size());
            Class<?> type = value instanceof Estimate ? Estimate.class : value.getClass();
            byte[] bytes = damaged(mapper.writeValueAsBytes(value), random);
            try {
                assertThat(mapper.<Object>readValue(bytes, mapper.constructType(type)))
                        .isNotNull();
                read++;
            } catch (JacksonException e) {
                assertThat(e.getMessage()).hasSizeLessThan(6_000);
            }
        }
        assertThat(read).isBetween(1, ROUNDS - 1);
    }

    @Test
    void damagedExportsOfDealsLoseNoRow() {
        var random = new SplittableRandom(6);
        byte[] good = """
                opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
                A,Ana Lee,GTXPro,Cancity,Won,2016-10-20,2017-03-01,1054
                B,Ana Lee,GTX Pro,,Lost,2016-10-20,2017-03-01,0
                C,Ben Ode,"a, b",,Engaging,2016-10-20,,
                D,Ben Ode,GTX Pro,,Prospecting,,,
                """.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = damaged(good, random);
            check(OpportunityCsv.crmSales().read(new ByteArrayInputStream(bytes)), rows(bytes), bytes);
        }
    }

    @Test
    void quotesThatAreNeverClosedDoNotMakeReadingSlow() {
        byte[] bytes = "\"a\n".repeat(400_000).getBytes(StandardCharsets.US_ASCII);
        Outcome<List<String>> read = Csv.standard().read(new ByteArrayInputStream(bytes), row -> "x");
        assertThat(read.accepted() + read.refused()).isEqualTo(rows(bytes));
        byte[] doubled = "x,\"a\"\"\"\"\"\"\n".repeat(200_000).getBytes(StandardCharsets.US_ASCII);
        Outcome<List<String>> odd = Csv.standard().read(new ByteArrayInputStream(doubled), row -> "x");
        assertThat(odd.accepted() + odd.refused()).isEqualTo(rows(doubled));
    }
}
