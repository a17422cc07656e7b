package io.coaching.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Before anything is timed: all give the same answer. */
class RollUpRivalsTest {
    private static List<Integer> byKey(Answer answer) {
        return IntStream.range(0, answer.size)
                .boxed()
                .sorted(Comparator.comparingLong(i -> answer.key[i]))
                .toList();
    }

    private static void assertSame(Answer actual, Answer expected) {
        assertThat(actual.size).isEqualTo(expected.size).isPositive();
        List<Integer> a = byKey(actual);
        List<Integer> e = byKey(expected);
        for (int i = 0; i < actual.size; i++) {
            int x = a.get(i);
            int y = e.get(i);
            assertThat(actual.key[x]).isEqualTo(expected.key[y]);
            assertThat(actual.count[x]).isEqualTo(expected.count[y]);
            assertThat(actual.sum[x]).isCloseTo(expected.sum[y], within(1e-6));
            assertThat(actual.mean[x]).isCloseTo(expected.mean[y], within(1e-7));
            assertThat(actual.deviation[x]).isCloseTo(expected.deviation[y], within(1e-4));
            assertThat(actual.min[x]).isEqualTo(expected.min[y]);
            assertThat(actual.max[x]).isEqualTo(expected.max[y]);
        }
    }

    /** The plainest way there is. */
    private static Answer expected(Observations all) {
        StreamsRollUp streams = new StreamsRollUp(false, 1);
        streams.load(all);
        Object unused = streams.query();
        Answer answer = streams.fetch();
        streams.close();
        return answer;
    }

    @ParameterizedTest
    @EnumSource(Rival.class)
    void allRivalsAgreeOnEveryCell(Rival rival) {
        for (RowOrder order : RowOrder.values()) {
            Observations all = Observations.generate(Shape.TINY, order, 7);
            for (int threads = 1; threads <= 2; threads++) {
                try (RollUp rollUp = rival.start(threads)) {
                    rollUp.load(all);
                    rollUp.prepare();
                    Object unused = rollUp.query();
                    assertSame(rollUp.fetch(), expected(all));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Rival.class,
            names = {"LIBRARY", "DUCKDB_DOUBLE", "DUCKDB_INTEGER"})
    void withStringsTheAnswerIsTheSame(Rival rival) {
        Observations all = Observations.generate(Shape.TINY, RowOrder.RANDOM, 8);
        try (RollUp rollUp = rival.start(2)) {
            String[] persons = LoadRollUpFetchBenchmark.names("person-", Shape.TINY.persons);
            String[] measures = LoadRollUpFetchBenchmark.names("measure-", Observations.MEASURES);
            rollUp.loadStrings(all, persons, measures);
            rollUp.prepare();
            Object unused = rollUp.query();
            Answer answer = rollUp.fetch();
            for (int i = 0; i < answer.size; i++) {
                answer.key[i] += Observations.key(
                        List.of(measures).indexOf(answer.measure[i]),
                        List.of(persons).indexOf(answer.person[i]),
                        0);
            }
            assertSame(answer, expected(all));
        }
    }
}
