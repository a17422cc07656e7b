package io.coaching.benchmarks;

import io.coaching.base.Outcome;
import io.coaching.json.ObservationFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** Who reads a file of observations into columns. */
public enum ParsingRival {
    /** This library, with one thread. */
    LIBRARY {
        @Override
        Object parse(Path file, RowFormat format, int threads) {
            ObservationFormat as = format == RowFormat.CSV ? ObservationFormat.csv() : ObservationFormat.ndjson();
            try (InputStream in = Files.newInputStream(file)) {
                return as.read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        List<String> rows(Object parsed) {
            var read = (io.coaching.json.Observations) ((Outcome<?>) parsed).orThrow();
            var rows = new ArrayList<String>();
            for (int i = 0; i < read.size(); i++) {
                rows.add(read.persons().get(read.person(i)) + " "
                        + read.measures().get(read.measure(i)) + ' ' + read.epochDay(i) + ' '
                        + read.value(i).movePointRight(2).longValueExact());
            }
            return rows;
        }
    },

    /** Jackson's plain binding to a record, with one thread. */
    JACKSON_BINDING {
        @Override
        Object parse(Path file, RowFormat format, int threads) {
            var columns = new Columns();
            ObjectReader reader =
                    format == RowFormat.CSV ? CSV.readerFor(Line.class).with(HEADER) : JSON.readerFor(Line.class);
            try (MappingIterator<Line> lines = reader.readValues(file.toFile())) {
                while (lines.hasNext()) {
                    Line line = lines.next();
                    columns.add(line.person(), line.measure(), line.date().toEpochDay(), line.value());
                }
            }
            return columns;
        }
    },

    /** Jackson's tokens, read as the tutorial has it, with one thread. */
    JACKSON_STREAMING {
        @Override
        Object parse(Path file, RowFormat format, int threads) {
            var columns = new Columns();
            try (JsonParser p = format == RowFormat.CSV
                    ? CSV.readerFor(Line.class).with(HEADER).createParser(file.toFile())
                    : JSON.createParser(file.toFile())) {
                while (p.nextToken() == JsonToken.START_OBJECT) {
                    String person = "";
                    String measure = "";
                    long day = 0;
                    double value = 0;
                    while (p.nextToken() == JsonToken.PROPERTY_NAME) {
                        String name = p.currentName();
                        p.nextToken();
                        switch (name) {
                            case "person" -> person = p.getString();
                            case "measure" -> measure = p.getString();
                            case "date" -> day = LocalDate.parse(p.getString()).toEpochDay();
                            case "value" -> value = p.getValueAsDouble();
                            default -> throw new IllegalStateException(name);
                        }
                    }
                    columns.add(person, measure, day, value);
                }
            }
            return columns;
        }
    },

    /** DuckDB's readers with the columns told to it, into a table in memory. */
    DUCKDB {
        @Override
        Object parse(Path file, RowFormat format, int threads) {
            String types = "{person:'VARCHAR', measure:'VARCHAR', date:'DATE', value:'DECIMAL(12,2)'}";
            String source = format == RowFormat.CSV
                    ? "read_csv('" + file + "', header=true, columns=" + types + ")"
                    : "read_json('" + file + "', format='newline_delimited', columns=" + types + ")";
            try {
                Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET threads = " + threads);
                    statement.execute("SET preserve_insertion_order = false");
                    statement.execute("CREATE TABLE observations AS SELECT * FROM " + source);
                }
                return connection;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        List<String> rows(Object parsed) {
            var rows = new ArrayList<String>();
            try (Statement statement = ((Connection) parsed).createStatement();
                    ResultSet result = statement.executeQuery("SELECT person, measure, date - DATE '1970-01-01',"
                            + " CAST(value * 100 AS BIGINT) FROM observations")) {
                while (result.next()) {
                    rows.add(result.getString(1)
                            + ' '
                            + result.getString(2)
                            + ' '
                            + result.getLong(3)
                            + ' '
                            + result.getLong(4));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return rows;
        }

        @Override
        void close(Object parsed) {
            try {
                ((Connection) parsed).close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final CsvMapper CSV = CsvMapper.builder().build();
    private static final CsvSchema HEADER = CsvSchema.emptySchema().withHeader();

    /**
     * A row, in the form that binds fastest.
     *
     * @param person of whom
     * @param measure of what
     * @param date when
     * @param value how much
     */
    public record Line(String person, String measure, LocalDate date, double value) {}

    /** Reads a file; only DuckDB knows what to do with more than one thread. */
    abstract Object parse(Path file, RowFormat format, int threads);

    /** What was read, for comparison. */
    List<String> rows(Object parsed) {
        return ((Columns) parsed).rows();
    }

    /** Lets go of what was read. */
    void close(Object parsed) {}
}
