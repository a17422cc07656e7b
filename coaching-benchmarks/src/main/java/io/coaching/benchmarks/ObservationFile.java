package io.coaching.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Observations in a file: what every rival is given to read. */
final class ObservationFile {
    private ObservationFile() {}

    /** Writes a temporary file: 71 MB of NDJSON or 32 MB of CSV for a million. */
    static Path write(Observations all, RowFormat format) {
        try {
            Path file = Files.createTempFile("observations", format == RowFormat.CSV ? ".csv" : ".ndjson");
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                if (format == RowFormat.CSV) {
                    out.write("person,measure,date,value\n");
                }
                for (int i = 0; i < all.rows; i++) {
                    out.write(row(all, i, format));
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(Observations all, int i, RowFormat format) {
        String person = "p" + (10_000 + all.person[i]);
        String measure = "kpi-" + (10 + all.measure[i]);
        LocalDate day = LocalDate.ofEpochDay(Observations.FIRST_DAY + all.day[i]);
        BigDecimal value = BigDecimal.valueOf(all.value[i], Observations.DECIMALS);
        return format == RowFormat.CSV
                ? person + ',' + measure + ',' + day + ',' + value + '\n'
                : "{\"person\":\"" + person + "\",\"measure\":\"" + measure + "\",\"date\":\"" + day + "\",\"value\":"
                        + value + "}\n";
    }
}
