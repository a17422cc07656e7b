package io.coaching.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coaching.base.Outcome;
import io.coaching.base.PersonId;
import io.coaching.base.Place;
import io.coaching.base.Problem;
import io.coaching.base.Rows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final Csv CSV = Csv.standard().named("f.csv");

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the columns a and b of each row, joined by a bar. */
    private static Outcome<List<String>> read(Csv csv, String text) {
        return csv.read(
                bytes(text),
                row -> row.find("a").orElse("-") + "|" + row.find("b").orElse("-"));
    }

    @Test
    void cellsMayBeQuotedAndThenHoldDelimitersQuotesAndLineEnds() {
        Outcome<List<String>> read = read(CSV, "a,b\r\n\"x,y\",\"he said \"\"no\"\"\"\n\"two\nlines\",5\" monitor\n");
        assertThat(read.value()).containsExactly("x,y|he said \"no\"", "two\nlines|5\" monitor");
        assertThat(read.refused()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,2",
                "a,b\n1,2\n",
                "a,b\r\n1,2\r\n",
                "\uFEFFa,b\n1,2\n",
                "a,b\n\n1,2\n  \n\n",
                "\"a\",\"b\"\n\"1\",\"2\""
            })
    void lineEndsByteOrderMarkAndBlankLinesMakeNoDifference(String text) {
        assertThat(read(CSV, text).value()).containsExactly("1|2");
        assertThat(read(CSV, text).accepted()).isEqualTo(1);
    }

    @Test
    void blankCellIsAbsentAndAColumnThatIsNotThereToo() {
        assertThat(read(CSV, "a\n\" \"\nx\n").value()).containsExactly("-|-", "x|-");
    }

    @Test
    void delimiterAndEncodingMayBeOthers() {
        Csv csv = CSV.delimitedBy(';').encodedIn(Charset.forName("windows-1252"));
        var in = new ByteArrayInputStream("a;b\nM\u00fcller;\u20ac 5,00".getBytes(Charset.forName("windows-1252")));
        assertThat(csv.read(in, row -> row.text("a") + row.text("b")).value())
                .containsExactly("M\u00fcller\u20ac 5,00");
        assertThatThrownBy(() -> CSV.encodedIn(StandardCharsets.UTF_16))
                .hasMessageContaining("Maybe save the file as UTF-8");
        assertThatThrownBy(() -> CSV.delimitedBy('"')).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tenFaultsInTenRowsAreTenProblemsEachWithItsPlaceAndReason() {
        String[] rows = {
            "ana,2026-01-05,1", // line 2, good
            "ben,2026-02-30,1",
            "cat,05.01.2026,1",
            "dan,2026-01-05,one",
            ",2026-01-05,1",
            "eve,2026-01-05",
            "fay,2026-01-05,1,2",
            "\"gus\"x,2026-01-05,1",
            "hal,2026-01-05,",
            "\u0001,2026-01-05,1",
            "\"ida,2026-01-05,1", // never closed
            "joe,2026-01-06,7", // good again
        };
        Outcome<List<String>> read = CSV.requiring("person", "date", "value")
                .read(bytes("person,date,value\n" + String.join("\n", rows) + "\n"), row -> {
                    String person =
                            row.parse("person", "an identifier", PersonId::of).value();
                    LocalDate date = row.parse("date", "a day such as 2026-01-05", LocalDate::parse);
                    int value = row.parse("value", "a whole number", Integer::parseInt);
                    return person + date + value;
                });
        assertThat(read.value()).containsExactly("ana2026-01-051", "joe2026-01-067");
        assertThat(read.accepted()).isEqualTo(2);
        assertThat(read.refused()).isEqualTo(10);
        assertThat(read.problems().stream().map(p -> said(p)))
                .containsExactly(
                        "f.csv:3 date <2026-02-30> date is not a day such as 2026-01-05: \"2026-02-30\"",
                        "f.csv:4 date <05.01.2026> date is not a day such as 2026-01-05: \"05.01.2026\"",
                        "f.csv:5 value <one> value is not a whole number: \"one\"",
                        "f.csv:6 person <> person is missing",
                        "f.csv:7 <eve,2026-01-05> row cannot be read: it has 2 cells, and the header has 3",
                        "f.csv:8 <fay,2026-01-05,1,2> row cannot be read: it has 4 cells, and the header has 3",
                        "f.csv:9 <\"gus\"x> row cannot be read: there is text behind a closing quote",
                        "f.csv:10 value <> value is missing",
                        "f.csv:11 person <\u0001> person is not an identifier: \"\u0001\"",
                        "f.csv:12 <\"> row cannot be read: its quote is not closed");
    }

    private static String said(Problem problem) {
        Place place = problem.place();
        return place + " <" + place.value().orElse("?") + "> " + problem.message();
    }

    @Test
    void lineNumbersCountThePhysicalLinesOfQuotedCells() {
        Outcome<List<String>> read = read(CSV, "a,b\n\"1\n2\n3\",x\nshort\n\"open\n1,2\n");
        assertThat(read.value()).containsExactly("1\n2\n3|x", "1|2");
        assertThat(read.problems().stream().map(p -> p.place().line().getAsLong()))
                .containsExactly(5L, 6L);
    }

    @Test
    void missingColumnIsNamedWithThoseThatAreThereAndAllRowsCountAsRefused() {
        Outcome<List<String>> read = read(CSV.requiring("a", "Amount"), "a,b,amount\n1,2,3\n4,5,6\n");
        assertThat(read.refused()).isEqualTo(2);
        assertThat(read.accepted()).isZero();
        assertThat(read.problems()).hasSize(1);
        assertThat(read.problems().get(0).message()).hasToString("column Amount is missing; there are: a, b, amount");
        assertThat(read(CSV.requiring("a"), "a,a,b\n1,2,3\n").problems().get(0).message())
                .hasToString("column a is there more than once");
        assertThat(read(CSV.requiring("b"), "a,a,b\n1,2,3\n").value()).containsExactly("1|3");
        assertThat(read(CSV, "").problems().get(0).message()).hasToString("row cannot be read: there is no header");
    }

    @Test
    void rowsThatAreNoTextAreRefusedAndNotMadeIntoQuestionMarks() {
        byte[] bytes = "a,b\nM\u00fcller,1\nx,2\n".getBytes(StandardCharsets.ISO_8859_1);
        Outcome<List<String>> read = CSV.read(new ByteArrayInputStream(bytes), row -> row.text("a"));
        assertThat(read.value()).containsExactly("x");
        assertThat(read.problems().get(0).message()).hasToString("row cannot be read: it is not UTF-8");
    }

    @Test
    void limitsHoldAndSaySo() {
        ReadLimits limits =
                ReadLimits.DEFAULT.withRowLength(20).withColumns(3).withRows(3).withProblems(1);
        Csv small = CSV.within(limits);
        Outcome<List<String>> read =
                read(small, "a,b\n1,2\n" + "x".repeat(1_000_000) + ",2\n\"" + "y\n".repeat(20) + "\n5,6\n7,8\n");
        assertThat(read.accepted() + read.refused()).isEqualTo(3);
        assertThat(read.value()).containsExactly("1|2");
        assertThat(read.problems()).hasSize(1);
        Outcome<List<String>> wide = read(CSV.within(limits.withProblems(9)), "a,b\n1,2,3,4\n1,2\n");
        assertThat(wide.problems().get(0).message()).hasToString("row cannot be read: it has more than 3 cells");
        Outcome<List<String>> cut = read(CSV.within(ReadLimits.DEFAULT.withDocumentLength(10)), "a,b\n1,2\n3,4\n5,6\n");
        assertThat(cut.value()).containsExactly("1|2");
        assertThat(cut.problems().get(0).message()).hasToString("reading stopped: more than 10 bytes");
    }

    @Test
    void textThatLooksLikeAFormulaIsMadeHarmlessAndNumbersAreLeft() {
        var out = new ByteArrayOutputStream();
        CSV.write(
                Rows.of(
                        List.of("text", "number"),
                        List.of(
                                Map.of("text", "=1+1", "number", -5),
                                Map.of("text", "-5", "number", new BigDecimal("1E+3")),
                                Map.of("text", "@x"),
                                Map.of("text", "\tx", "number", 0.5),
                                Map.of("text", "a \"b\", c", "number", 1L))),
                out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("text,number\r\n'=1+1,-5\r\n'-5,1000\r\n'@x,\r\n'\tx,0.5\r\n\"a \"\"b\"\", c\",1\r\n");
        var verbatim = new ByteArrayOutputStream();
        CSV.verbatim().write(Rows.of(List.of("t"), List.of(Map.of("t", "=1"), Map.of())), verbatim);
        assertThat(verbatim.toString(StandardCharsets.UTF_8)).isEqualTo("t\r\n=1\r\n\"\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n=1", "\r=1", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF201"})
    void lineEndsAndSignsAtFullWidthBeginFormulasToo(String text) {
        var out = new ByteArrayOutputStream();
        CSV.write(Rows.of(List.of("t"), List.of(Map.of("t", text))), out);
        assertThat(out.toString(StandardCharsets.UTF_8).replace("\"", "")).isEqualTo("t\r\n'" + text + "\r\n");
    }

    @Test
    void rowFunctionRefusesWithWhateverParsersAndArithmeticThrow() {
        Outcome<List<Object>> read = CSV.read(
                bytes("a\n2026-01-05\n2026-02-30\n0\n2026-01-06\n"),
                row -> row.text("a").length() == 1
                        ? BigDecimal.ONE.divide(new BigDecimal(row.text("a")))
                        : LocalDate.parse(row.text("a")));
        assertThat(read.value()).containsExactly(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 6));
        assertThat(read.refused()).isEqualTo(2);
        assertThat(read.problems().stream().map(p -> p.place().toString())).containsExactly("f.csv:3", "f.csv:4");
        assertThat(read.problems().get(0).message()).asString().contains("2026-02-30");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        List<String> cells = List.of("plain", "a,b", "q\"q", "line\r\nend", " space ", "\u00fcml\u00e4ut", "'x", "1");
        var out = new ByteArrayOutputStream();
        CSV.write(List.of("a"), cells.stream().map(c -> Map.of("a", c)).toList(), out);
        assertThat(CSV.read(new ByteArrayInputStream(out.toByteArray()), row -> row.text("a"))
                        .value())
                .containsExactlyElementsOf(cells.stream().map(String::strip).toList());
    }
}
