package io.coaching.benchmarks;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/** A database in memory with so many threads; rows need not keep their order, which only costs it time. */
final class DuckDb {
    private DuckDb() {}

    static DuckDBConnection open(int threads) {
        try {
            var connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", new Properties());
            execute(connection, "SET threads = " + threads);
            execute(connection, "SET preserve_insertion_order = false");
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(DuckDBConnection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
