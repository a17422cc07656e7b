package io.coaching.benchmarks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** DuckDB, in memory and in process; the answer stays there, in two tables. */
final class DuckDbScorecards implements ScorecardRollUp {
    /** Twelve bits for the count of each level: a person has fewer than 4,096 cards in a quarter. */
    private static final int BITS = 12;

    private final DuckDBConnection connection;
    private final boolean wide;
    private final boolean sorted;
    private @Nullable ScorecardShape shape;

    DuckDbScorecards(int threads, boolean wide, boolean sorted) {
        this.wide = wide;
        this.sorted = sorted;
        connection = DuckDb.open(threads);
    }

    private void execute(String sql) throws SQLException {
        DuckDb.execute(connection, sql);
    }

    private static String each(int from, int to, String separator, IntFunction<String> text) {
        return IntStream.range(from, to).mapToObj(text).collect(Collectors.joining(separator));
    }

    private static String items(String separator, IntFunction<String> text) {
        return each(0, Scorecards.ITEMS, separator, text);
    }

    @Override
    public void load(Scorecards cards) {
        shape = cards.shape;
        try {
            execute("CREATE OR REPLACE TABLE cards(ratee USMALLINT, quarter UTINYINT, "
                    + items(", ", i -> "r" + i + " UTINYINT") + ")");
            try (DuckDBAppender appender = connection.createAppender("cards")) {
                for (int c = 0; c < cards.ratee.length; c++) {
                    appender.beginRow();
                    appender.append((short) cards.ratee[c]);
                    appender.append(cards.quarter[c]);
                    for (int i = 0; i < Scorecards.ITEMS; i++) {
                        byte level = cards.level[c * Scorecards.ITEMS + i];
                        if (level < 0) {
                            appender.appendNull();
                        } else {
                            appender.append(level);
                        }
                    }
                    appender.endRow();
                }
            }
            if (sorted) {
                execute("SET preserve_insertion_order = true");
                execute("CREATE OR REPLACE TABLE cards AS SELECT * FROM cards ORDER BY ratee, quarter");
            }
            if (!wide) {
                execute("CREATE OR REPLACE TABLE items AS SELECT * FROM (VALUES "
                        + items(
                                ", ",
                                i -> "(" + i + "::UTINYINT, " + Scorecards.COMPETENCY[i] + "::UTINYINT, "
                                        + Scorecards.WEIGHT[i] + ")")
                        + ") AS t(item, competency, weight)");
                execute("CREATE OR REPLACE TABLE ratings AS "
                        + items(
                                " UNION ALL ",
                                i -> "SELECT ratee, quarter, " + i + "::UTINYINT AS item, r" + i
                                        + " AS level FROM cards WHERE r" + i + " IS NOT NULL"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object query() {
        try {
            if (wide) {
                wideQuery();
            } else {
                longQuery();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return connection;
    }

    private static String levels(String separator, IntFunction<String> text) {
        return each(0, Scorecards.LEVELS, separator, text);
    }

    private void longQuery() throws SQLException {
        execute("CREATE OR REPLACE TEMP TABLE units AS SELECT ratee, quarter, item, "
                + levels(", ", k -> "count(*) FILTER (WHERE level = " + k + ") AS c" + k)
                + " FROM ratings GROUP BY ratee, quarter, item");
        execute("CREATE OR REPLACE TEMP TABLE means AS SELECT ratee, quarter, competency, sum(weight * ("
                + levels(" + ", k -> (k + 1) + " * c" + k) + "))::DOUBLE / sum(weight * ("
                + levels(" + ", k -> "c" + k) + ")) AS mean"
                + " FROM units JOIN items USING (item) GROUP BY ratee, quarter, competency");
        execute("CREATE OR REPLACE TEMP TABLE agreement AS SELECT quarter, competency, sum("
                + levels(" + ", k -> "c" + k + " * (c" + k + " - 1)") + ")::DOUBLE / sum(("
                + levels(" + ", k -> "c" + k) + ") * (" + levels(" + ", k -> "c" + k)
                + " - 1)) AS agreement FROM units JOIN items USING (item) GROUP BY quarter, competency");
    }

    private static String count(int item, int level) {
        return "((p" + item + " >> " + BITS * level + ") & " + ((1 << BITS) - 1) + ")";
    }

    private static String ofCompetency(int competency, IntFunction<String> text) {
        return IntStream.range(0, Scorecards.ITEMS)
                .filter(i -> Scorecards.COMPETENCY[i] == competency)
                .mapToObj(text)
                .collect(Collectors.joining(" + "));
    }

    private void wideQuery() throws SQLException {
        execute("CREATE OR REPLACE TEMP TABLE units AS SELECT ratee, quarter, "
                + items(
                        ", ",
                        i -> "coalesce(sum_no_overflow(1::BIGINT << (" + BITS + " * r" + i + ")), 0)::BIGINT AS p" + i)
                + " FROM cards GROUP BY ratee, quarter");
        execute("CREATE OR REPLACE TEMP TABLE means AS SELECT ratee, quarter, "
                + each(
                        0,
                        Scorecards.COMPETENCIES,
                        ", ",
                        c -> "("
                                + ofCompetency(
                                        c,
                                        i -> Scorecards.WEIGHT[i] + " * ("
                                                + levels(" + ", k -> (k + 1) + " * " + count(i, k)) + ")")
                                + ")::DOUBLE / nullif("
                                + ofCompetency(
                                        c, i -> Scorecards.WEIGHT[i] + " * (" + levels(" + ", k -> count(i, k)) + ")")
                                + ", 0) AS m" + c)
                + " FROM units");
        execute("CREATE OR REPLACE TEMP TABLE agreement AS WITH counts AS (SELECT quarter, "
                + items(
                        ", ",
                        i -> levels(" + ", k -> count(i, k)) + " AS n" + i + ", "
                                + levels(" + ", k -> count(i, k) + " * (" + count(i, k) + " - 1)") + " AS e" + i)
                + " FROM units) SELECT quarter, "
                + each(
                        0,
                        Scorecards.COMPETENCIES,
                        ", ",
                        c -> "sum(" + ofCompetency(c, i -> "e" + i) + ")::DOUBLE / nullif(sum("
                                + ofCompetency(c, i -> "n" + i + " * (n" + i + " - 1)") + "), 0) AS a" + c)
                + " FROM counts GROUP BY quarter");
    }

    @Override
    public ScorecardAnswer fetch() {
        ScorecardShape of = shape;
        if (of == null) {
            throw new IllegalStateException("not loaded");
        }
        ScorecardAnswer answer = new ScorecardAnswer(of);
        int competencies = Scorecards.COMPETENCIES;
        try (Statement statement = connection.createStatement()) {
            String means = wide
                    ? "SELECT ratee, quarter, " + each(0, competencies, ", ", c -> "m" + c) + " FROM means"
                    : "SELECT ratee, quarter, mean, competency FROM means";
            try (ResultSet rows = statement.executeQuery(means)) {
                while (rows.next()) {
                    int cell = (rows.getInt(1) * of.quarters + rows.getInt(2)) * competencies;
                    if (wide) {
                        for (int c = 0; c < competencies; c++) {
                            double mean = rows.getDouble(3 + c);
                            answer.mean[cell + c] = rows.wasNull() ? Double.NaN : mean;
                        }
                    } else {
                        answer.mean[cell + rows.getInt(4)] = rows.getDouble(3);
                    }
                }
            }
            String agreement = wide
                    ? "SELECT quarter, " + each(0, competencies, ", ", c -> "a" + c) + " FROM agreement"
                    : "SELECT quarter, agreement, competency FROM agreement";
            try (ResultSet rows = statement.executeQuery(agreement)) {
                while (rows.next()) {
                    int cell = rows.getInt(1) * competencies;
                    if (wide) {
                        for (int c = 0; c < competencies; c++) {
                            answer.agreement[cell + c] = rows.getDouble(2 + c);
                        }
                    } else {
                        answer.agreement[cell + rows.getInt(3)] = rows.getDouble(2);
                    }
                }
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
