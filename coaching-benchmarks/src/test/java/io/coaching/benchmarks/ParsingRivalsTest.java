package io.coaching.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Before anything is timed: all have read the same. */
class ParsingRivalsTest {
    @ParameterizedTest
    @EnumSource(RowFormat.class)
    void allRivalsReadEveryRow(RowFormat format) throws IOException {
        Observations all = Observations.generate(Shape.TINY, RowOrder.RANDOM, 7);
        Path file = ObservationFile.write(all, format);
        List<String> expected = rows(ParsingRival.JACKSON_BINDING, file, format, 1);
        assertThat(expected).hasSize(all.rows);
        for (ParsingRival rival : ParsingRival.values()) {
            for (int threads = 1; threads <= 2; threads++) {
                assertThat(rows(rival, file, format, threads))
                        .as(rival + " " + threads)
                        .isEqualTo(expected);
            }
        }
        Files.delete(file);
    }

    private static List<String> rows(ParsingRival rival, Path file, RowFormat format, int threads) {
        Object parsed = rival.parse(file, format, threads);
        List<String> rows = rival.rows(parsed).stream().sorted().toList();
        rival.close(parsed);
        return rows;
    }
}
