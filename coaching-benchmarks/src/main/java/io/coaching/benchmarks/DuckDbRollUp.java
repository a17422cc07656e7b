package io.coaching.benchmarks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** DuckDB, in memory and in process. */
final class DuckDbRollUp implements RollUp {
    enum Form {
        DOUBLE("DOUBLE"),
        DECIMAL("DECIMAL(9,2)"),
        INTEGER("INTEGER"),
        SORTED("DOUBLE");

        private final String type;

        Form(String type) {
            this.type = type;
        }
    }

    private final Form form;
    private final DuckDBConnection connection;
    private @Nullable Statement statement;
    private @Nullable ResultSet result;
    private boolean strings;

    DuckDbRollUp(Form form, int threads) {
        this.form = form;
        connection = DuckDb.open(threads);
    }

    private void execute(String sql) throws SQLException {
        DuckDb.execute(connection, sql);
    }

    @Override
    public void load(Observations all) {
        strings = false;
        try {
            execute("CREATE OR REPLACE TABLE facts(m UTINYINT, p USMALLINT, d USMALLINT, v " + form.type + ")");
            try (DuckDBAppender appender = connection.createAppender("facts")) {
                for (int i = 0; i < all.rows; i++) {
                    appender.beginRow();
                    appender.append((byte) all.measure[i]);
                    appender.append((short) all.person[i]);
                    appender.append((short) all.day[i]);
                    value(appender, all.value[i]);
                    appender.endRow();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void loadStrings(Observations all, String[] persons, String[] measures) {
        strings = true;
        try {
            execute("CREATE OR REPLACE TABLE facts(m VARCHAR, p VARCHAR, d USMALLINT, v " + form.type + ")");
            try (DuckDBAppender appender = connection.createAppender("facts")) {
                for (int i = 0; i < all.rows; i++) {
                    appender.beginRow();
                    appender.append(measures[all.measure[i]]);
                    appender.append(persons[all.person[i]]);
                    appender.append((short) all.day[i]);
                    value(appender, all.value[i]);
                    appender.endRow();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void value(DuckDBAppender appender, long value) throws SQLException {
        switch (form) {
            case DOUBLE, SORTED -> appender.append(Observations.unscaled(value));
            case DECIMAL -> appender.appendDecimal((int) value);
            case INTEGER -> appender.append((int) value);
        }
    }

    @Override
    public void prepare() {
        if (form == Form.SORTED) {
            try {
                execute("CREATE OR REPLACE TABLE sorted AS SELECT * FROM facts ORDER BY m, p, d");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public Object query() {
        String what = switch (form) {
            case DOUBLE, SORTED -> "count(*), sum(v), avg(v), stddev_samp(v), min(v), max(v)";
            case DECIMAL -> "count(*), sum(v), sum(v * v), min(v), max(v)";
            case INTEGER -> "count(*), sum(v), sum(v::BIGINT * v), min(v), max(v)";
        };
        String sql = "SELECT m, p, (d - " + Observations.FIRST_DAY + "::USMALLINT) // 7 AS w, " + what + " FROM "
                + (form == Form.SORTED ? "sorted" : "facts") + " GROUP BY ALL";
        try {
            closeResult();
            Statement open = connection.createStatement();
            statement = open;
            // the driver materializes the result before it returns
            ResultSet rows = open.executeQuery(sql);
            result = rows;
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void closeResult() throws SQLException {
        if (result != null) {
            result.close();
            result = null;
        }
        if (statement != null) {
            statement.close();
            statement = null;
        }
    }

    @Override
    public Answer fetch() {
        ResultSet rows = result;
        if (rows == null) {
            throw new IllegalStateException("no query was made");
        }
        Answer answer = new Answer();
        try {
            while (rows.next()) {
                long key = strings
                        ? Observations.key(0, 0, rows.getInt(3))
                        : Observations.key(rows.getInt(1), rows.getInt(2), rows.getInt(3));
                long count = rows.getLong(4);
                switch (form) {
                    case DOUBLE, SORTED ->
                        answer.add(
                                key,
                                count,
                                rows.getDouble(5),
                                rows.getDouble(6),
                                count < 2 ? 0 : rows.getDouble(7),
                                rows.getDouble(8),
                                rows.getDouble(9));
                    case DECIMAL ->
                        add(
                                answer,
                                key,
                                count,
                                rows.getDouble(5),
                                rows.getDouble(6),
                                rows.getDouble(7),
                                rows.getDouble(8));
                    case INTEGER ->
                        add(
                                answer,
                                key,
                                count,
                                rows.getDouble(5) / 100,
                                rows.getDouble(6) / 10_000,
                                rows.getDouble(7) / 100,
                                rows.getDouble(8) / 100);
                }
                if (strings) {
                    answer.name(rows.getString(2), rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return answer;
    }

    private static void add(Answer answer, long key, long count, double sum, double squares, double min, double max) {
        double spread = Math.max(0, squares - sum * sum / count);
        answer.add(key, count, sum, sum / count, count < 2 ? 0 : Math.sqrt(spread / (count - 1)), min, max);
    }

    @Override
    public void close() {
        try {
            closeResult();
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
