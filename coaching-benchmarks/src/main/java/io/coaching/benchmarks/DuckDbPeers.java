package io.coaching.benchmarks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB, in memory and in process; the answer stays there, in a table. */
final class DuckDbPeers implements PeerStandings {
    /**
     * The figures of groups by plain aggregates (as window functions they would be computed anew for every value), the
     * counts of those below and level by two window functions that share a sort.
     */
    private static final String QUERY = """
            CREATE OR REPLACE TEMP TABLE standings AS
            WITH figures AS (
              SELECT kpi, quarter, grp, count(*) AS n, quantile_cont(value, [0.25, 0.5, 0.75]) AS q, mad(value) AS mad
              FROM peers GROUP BY kpi, quarter, grp),
            ranks AS (
              SELECT kpi, quarter, grp, rep, value, rank() OVER level - 1 AS below, count(*) OVER level AS not_above
              FROM peers
              WINDOW level AS (PARTITION BY kpi, quarter, grp ORDER BY value
                RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)),
            placed AS (
              SELECT kpi, quarter, rep, value, 50.0::DOUBLE * (below + not_above) / n AS percentile, q[2] AS median, mad,
                q[1] AS first_quartile, q[3] AS third_quartile
              FROM ranks JOIN figures USING (kpi, quarter, grp))
            SELECT kpi, quarter, rep, percentile, median, mad, first_quartile, third_quartile,
              (value - median) / nullif(1.4826::DOUBLE * mad, 0) AS z,
              CASE WHEN percentile < 25 THEN -1 WHEN percentile > 75 THEN 1 ELSE 0 END::TINYINT AS band
            FROM placed
            """;

    private final DuckDBConnection connection;
    private int rows;
    private int reps;
    private int quarters;

    DuckDbPeers(int threads) {
        connection = DuckDb.open(threads);
    }

    private void execute(String sql) throws SQLException {
        DuckDb.execute(connection, sql);
    }

    @Override
    public void load(PeerValues all) {
        PeerShape shape = all.shape;
        rows = all.rows();
        reps = shape.reps;
        quarters = shape.quarters;
        try {
            execute("CREATE OR REPLACE TABLE peers"
                    + "(kpi UTINYINT, quarter UTINYINT, grp UTINYINT, rep USMALLINT, value DOUBLE)");
            try (DuckDBAppender appender = connection.createAppender("peers")) {
                for (int k = 0; k < shape.kpis; k++) {
                    for (int q = 0; q < shape.quarters; q++) {
                        for (int r = 0; r < shape.reps; r++) {
                            appender.beginRow();
                            appender.append((byte) k);
                            appender.append((byte) q);
                            appender.append((byte) all.group[q * shape.reps + r]);
                            appender.append((short) r);
                            appender.append(all.value[all.row(k, q, r)]);
                            appender.endRow();
                        }
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
    public PeerAnswer fetch() {
        PeerAnswer answer = PeerAnswer.unanswered(rows);
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT kpi, quarter, rep, percentile, median, mad,"
                        + " first_quartile, third_quartile, coalesce(z, 'NaN'::DOUBLE), band FROM standings")) {
            while (result.next()) {
                int row = (result.getInt(1) * quarters + result.getInt(2)) * reps + result.getInt(3);
                answer.percentile[row] = result.getDouble(4);
                answer.median[row] = result.getDouble(5);
                answer.mad[row] = result.getDouble(6);
                answer.firstQuartile[row] = result.getDouble(7);
                answer.thirdQuartile[row] = result.getDouble(8);
                answer.z[row] = result.getDouble(9);
                answer.band[row] = result.getByte(10);
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
