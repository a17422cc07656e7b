package io.coaching.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.base.MeasureId;
import io.coaching.base.Outcome;
import io.coaching.base.PersonId;
import io.coaching.base.SourceId;
import io.coaching.data.ObservationTable;
import io.coaching.kpi.KpiCatalogue;
import io.coaching.kpi.Measure;
import io.coaching.kpi.StandardMeasures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationFormatTest {
    private static final ObservationFormat NDJSON = ObservationFormat.ndjson().named("o");
    private static final ObservationFormat CSV = ObservationFormat.csv().named("o");

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Observations one(Outcome<Observations> read) {
        assertThat(read.problems()).isEmpty();
        assertThat(read.accepted()).isEqualTo(1);
        return read.value();
    }

    @DisplayName("one observation, however it is written in JSON")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'person':'ana','measure':'calls','date':'2026-01-05','value':12.50}",
                "{'value':12.50,'date':'2026-01-05','measure':'calls','person':'ana'}",
                " { 'value' : 12.50 , 'date'\t:'2026-01-05', 'measure':'calls','person':'ana' } \r\n",
                "{'person':'\\u0061na','measure':'calls','date':'2026-01-05','value':12.50}",
                "{'p\\u0065rson':'ana','measure':'calls','date':'2026-01-05','value':12.50}",
                "{'person':' ana ','measure':'calls','date':'2026-01-05','value':12.50}",
                "{'person':'ana','measure':'calls','date':'2026-01-05','value':1250e-2}",
                "{'person':'ana','measure':'calls','date':'2026-01-05','value':12.50,'source':null,'currency':null}",
                "{'person':'ana','measure':'calls','date':'2026-01-05','value':12.50,'source':'observations'}",
                "\uFEFF\n\n{'person':'ana','measure':'calls','date':'2026-01-05','value':12.50}\n\n",
            })
    void jsonIsReadInAllItsForms(String json) {
        Observations read = one(NDJSON.read(bytes(json.replace('\'', '"'))));
        assertThat(read.persons()).containsExactly(PersonId.of("ana"));
        assertThat(read.measures()).containsExactly(MeasureId.of("calls"));
        assertThat(read.day(0)).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(read.value(0)).hasToString("12.50");
        assertThat(read.sources()).containsExactly(SourceId.of("observations"));
    }

    @DisplayName("one observation, however it is written in CSV")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "person,measure,date,value\nana,calls,2026-01-05,12.50\n",
                "person,measure,date,value\r\nana,calls,2026-01-05,12.50",
                "\uFEFFvalue,date,x,measure,person\n12.50,2026-01-05,\"a,b\",calls,ana\n",
                "value,date,x,measure,person\n12.50,2026-01-05,\u00fc,calls,ana\n",
                "person,measure,date,value\n\"ana\",\"calls\",\"2026-01-05\",\"12.50\"\n",
                "person,measure,date,value\n ana , calls ,2026-01-05, 12.50\n",
                "person,measure,date,value\nana,calls,2026-01-05,1250e-2\n",
                "person,measure,date,value,source,currency\nana,calls,2026-01-05,12.50,,\n",
            })
    void csvIsReadInAllItsForms(String csv) {
        Observations read = one(CSV.read(bytes(csv)));
        assertThat(read.persons()).containsExactly(PersonId.of("ana"));
        assertThat(read.measures()).containsExactly(MeasureId.of("calls"));
        assertThat(read.day(0)).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(read.value(0)).hasToString("12.50");
    }

    @Test
    void columnsMayHaveOtherNamesAndAnotherDelimiter() {
        Outcome<Observations> read = CSV.columns("Rep", "KPI", "Day", "N")
                .delimitedBy(';')
                .read(bytes("Rep;KPI;Day;N\nana;calls;2026-01-05;7\n"));
        assertThat(one(read).unscaled(0)).isEqualTo(7);
    }

    @Test
    void sourceAndCurrencyAreKept() {
        Observations read = NDJSON.read(
                        bytes("{\"person\":\"a\",\"measure\":\"m\",\"date\":\"2026-01-05\",\"value\":1}\n"
                                + "{\"person\":\"a\",\"measure\":\"m\",\"date\":\"2026-01-05\",\"value\":2,"
                                + "\"source\":\"call-7\",\"currency\":\"EUR\"}\n"))
                .value();
        assertThat(read.sources().get(read.source(0))).isEqualTo(SourceId.of("observations"));
        assertThat(read.sources().get(read.source(1))).isEqualTo(SourceId.of("call-7"));
        assertThat(read.currency(0)).isEmpty();
        assertThat(read.currency(1)).contains(Currency.getInstance("EUR"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'person':'','measure':'m','date':'2026-01-05','value':1} | o:1 person: person is missing",
                "{'measure':'m','date':'2026-01-05','value':1} | o:1 person: person is missing",
                "{'person':'a','measure':'m','date':'2026-02-29','value':1} | o:1 date: date is not a day such as 2026-01-05: 2026-02-29",
                "{'person':'a','measure':'m','date':'2026-1-5','value':1} | o:1 date: date is not a day such as 2026-01-05: 2026-1-5",
                "{'person':'a','measure':'m','date':'2026-01-05','value':'1'} | o:1 value: value is not a number: 1",
                "{'person':'a','measure':'m','date':'2026-01-05','value':1234567890123456789} | o:1 value: value was refused: it has more than 18 digits",
                "{'person':'a','measure':'m','date':'2026-01-05','value':1e999999999} | o:1 value: value was refused: it has more than 18 digits",
                "{'person':7,'measure':'m','date':'2026-01-05','value':1} | o:1 person: person is not a text: 7",
                "{'person':'a','measure':'m','date':'2026-01-05','value':1,'valve':2} | o:1 valve: valve was refused: there is no such property; known: person, measure, date, value, source, currency",
                "{'person':'a','measure':'m','date':'2026-01-05','value':1,'currency':'EURO'} | o:1 currency: currency is not a currency such as EUR: EURO",
                "[1] | o:1: row cannot be read: it is not an object",
                "{'person':'a','measure':'m','date':'2026-01-05','value':1} {} | o:1: row cannot be read: there is something behind the object",
                "{'person':'a','person':'b','measure':'m','date':'2026-01-05','value':1} | o:1: row cannot be read: Duplicate Object property ^person^",
                "{'person':'a','measure':'m','date':'2026-01-05','value':01} | o:1: row cannot be read: Invalid numeric value: Leading zeroes not allowed",
            })
    void whatIsWrongIsSaid(String json, String said) {
        Outcome<Observations> read = NDJSON.read(bytes(json.replace('\'', '"')));
        assertThat(read.refused()).isEqualTo(1);
        assertThat(read.value().persons()).isEmpty();
        String found = read.problems().get(0).toString().replace("\"", "");
        assertThat(found).isEqualTo(said.replace("^", ""));
    }

    @Test
    void leapDaysAreDays() {
        String rows = "person,measure,date,value\n";
        for (String day :
                new String[] {"2000-02-29", "2024-02-29", "0001-01-01", "9999-12-31", "1969-12-31", "1900-03-01"}) {
            rows += "a,m," + day + ",1\n";
        }
        Observations read = CSV.read(bytes(rows)).value();
        assertThat(read.size()).isEqualTo(6);
        assertThat(read.day(2)).isEqualTo(LocalDate.of(1, 1, 1));
        assertThat(read.epochDay(4)).isEqualTo(-1);
        assertThat(CSV.read(bytes("person,measure,date,value\na,m,1900-02-29,1\na,m,2026-04-31,1\n"))
                        .refused())
                .isEqualTo(2);
    }

    @Test
    void everyDayOfFourCenturiesIsReadAsTheCalendarHasIt() {
        var csv = new StringBuilder("person,measure,date,value\n");
        LocalDate first = LocalDate.of(1899, 12, 25);
        int days = 147_000;
        for (int i = 0; i < days; i++) {
            csv.append("a,m,").append(first.plusDays(i)).append(",1\n");
        }
        Observations read = CSV.read(bytes(csv.toString())).value();
        assertThat(read.size()).isEqualTo(days);
        for (int i = 0; i < days; i++) {
            assertThat(read.epochDay(i)).isEqualTo((int) first.plusDays(i).toEpochDay());
        }
    }

    /** Makes rows with short and long identifiers, all kinds of numbers, and sources and currencies here and there. */
    static String ndjson(int rows, long seed) {
        var random = new SplittableRandom(seed);
        var text = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            text.append("{\"person\":\"")
                    .append("p".repeat(1 + random.nextInt(20)))
                    .append(random.nextInt(50));
            text.append("\",\"measure\":\"m").append(random.nextInt(5)).append("\",\"date\":\"");
            text.append(LocalDate.ofEpochDay(random.nextInt(40_000))).append("\",\"value\":");
            text.append(java.math.BigDecimal.valueOf(random.nextLong(-1_000_000, 1_000_000), random.nextInt(5)));
            if (random.nextInt(4) == 0) {
                text.append(",\"source\":\"s").append(random.nextInt(9)).append('"');
            }
            if (random.nextInt(4) == 0) {
                text.append(",\"currency\":\"")
                        .append(random.nextBoolean() ? "EUR" : "JPY")
                        .append('"');
            }
            text.append("}\n");
        }
        return text.toString();
    }

    @Test
    void whatIsWrittenIsReadBackInBothFormatsOverManyWindows() {
        Observations read = NDJSON.read(bytes(ndjson(20_000, 7))).value();
        assertThat(read.size()).isEqualTo(20_000);
        for (ObservationFormat format : new ObservationFormat[] {NDJSON, CSV}) {
            var out = new ByteArrayOutputStream();
            format.write(read, out);
            Outcome<Observations> back = format.read(new ByteArrayInputStream(out.toByteArray()));
            assertThat(back.problems()).isEmpty();
            assertThat(back.value()).isEqualTo(read);
        }
    }

    @Test
    void tableHasWholeNumbersInTheUnitsOfTheMeasures() {
        Measure calls = StandardMeasures.CALLS;
        KpiCatalogue catalogue = KpiCatalogue.standard();
        Outcome<ObservationTable> table = CSV.read(bytes("""
                        person,measure,date,value,currency
                        ana,calls,2026-01-05,12,
                        ana,calls,2026-01-05,12.00,
                        ana,calls,2026-01-05,12.5,
                        ana,no-such,2026-01-05,12,
                        ana,calls,2026-01-05,12,EUR
                        """)).value().toTable(catalogue);
        assertThat(calls.decimals()).isZero();
        assertThat(table.value().size()).isEqualTo(2);
        assertThat(table.refused()).isEqualTo(3);
        assertThat(table.problems().stream().map(Object::toString).map(p -> p.substring(0, Math.min(p.length(), 60))))
                .containsExactly(
                        "observations:3 value: value was refused: it must have at mos",
                        "observations:4 measure: measure was refused: the catalogue h",
                        "observations:5 value: value was refused: measure must be one");
    }

    @Test
    void limitsHold() {
        String row = "{\"person\":\"a\",\"measure\":\"m\",\"date\":\"2026-01-05\",\"value\":1}\n";
        Outcome<Observations> rows =
                NDJSON.within(ReadLimits.DEFAULT.withRows(2)).read(bytes(row.repeat(5)));
        assertThat(rows.accepted()).isEqualTo(2);
        assertThat(rows.problems().get(0).message()).hasToString("reading stopped: more than 2 rows");
        Outcome<Observations> cut = NDJSON.within(ReadLimits.DEFAULT.withDocumentLength(row.length() + 5))
                .read(bytes(row.repeat(5)));
        assertThat(cut.accepted()).isEqualTo(1);
        assertThat(cut.problems().get(0).message().toString()).startsWith("reading stopped: more than");
        Outcome<Observations> longRow = NDJSON.within(ReadLimits.DEFAULT.withRowLength(100))
                .read(bytes(row + " ".repeat(1_000_000) + row + "{" + " ".repeat(200) + row.substring(1) + row));
        assertThat(longRow.accepted()).isEqualTo(2);
        assertThat(longRow.refused()).isEqualTo(2);
        assertThat(longRow.problems().get(0).message()).hasToString("row cannot be read: it is longer than 100 bytes");
        assertThat(longRow.problems().get(1).place().line()).hasValue(3);
    }
}
