package io.coaching.benchmarks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB, in memory and in process; it has least squares, but neither its p value nor the other two. The answer stays there. */
final class DuckDbSlopes implements TrendFinder {
    private static final String QUERY = """
            CREATE OR REPLACE TEMP TABLE slopes AS
            SELECT series, regr_slope(value, week) AS slope FROM points GROUP BY series
            """;

    private final DuckDBConnection connection;
    private int series;

    DuckDbSlopes(int threads) {
        connection = DuckDb.open(threads);
    }

    private void execute(String sql) throws SQLException {
        DuckDb.execute(connection, sql);
    }

    @Override
    public void load(TrendValues all) {
        series = all.shape.series;
        try {
            execute("CREATE OR REPLACE TABLE points(series INTEGER, week UTINYINT, value DOUBLE)");
            try (DuckDBAppender appender = connection.createAppender("points")) {
                for (int s = 0; s < series; s++) {
                    for (int i = all.starts[s]; i < all.starts[s + 1]; i++) {
                        appender.beginRow();
                        appender.append(s);
                        appender.append((byte) all.weeks[i]);
                        appender.append(all.values[i]);
                        appender.endRow();
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object query() {
        try {
            execute(QUERY);
        } catch (SQLException e) {
            throw new IllegalStateException(QUERY, e);
        }
        return connection;
    }

    @Override
    public TrendAnswer fetch() {
        TrendAnswer answer = new TrendAnswer(series);
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT series, slope FROM slopes")) {
            while (result.next()) {
                answer.slope[result.getInt(1)] = result.getDouble(2);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return answer;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
