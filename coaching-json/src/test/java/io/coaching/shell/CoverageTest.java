package io.coaching.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The coverage page")
class CoverageTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** A class and perhaps a method of it, or a method of the class named before. */
    private static final Pattern TEST = Pattern.compile("`(\\w*(?:Test|Properties))?(?:\\.(\\w+))?`");

    @Test
    @DisplayName("names tests that exist, at least one for each capability and published case")
    void tests() throws IOException {
        Map<String, String> sources = sources();
        int rows = 0;
        for (String line : Files.readAllLines(ROOT.resolve("docs/coverage.md"))) {
            if (!line.startsWith("|") || line.contains("---") || line.contains("| test |")) {
                continue;
            }
            rows++;
            String cells = line.replaceAll("\\|\\s*$", "");
            List<String> missing = missing(cells.substring(cells.lastIndexOf('|')), sources);
            assertThat(missing).as(line).isEmpty();
        }
        assertThat(rows).isGreaterThan(50);
    }

    private static List<String> missing(String cell, Map<String, String> sources) {
        List<String> missing = new ArrayList<>();
        String source = "";
        Matcher names = TEST.matcher(cell);
        while (names.find()) {
            if (names.group(1) != null) {
                source = sources.getOrDefault(names.group(1), "");
            }
            if (source.isEmpty() || (names.group(2) != null && !source.contains(" " + names.group(2) + "("))) {
                missing.add(names.group());
            }
        }
        return source.isEmpty() ? List.of("no test in " + cell) : missing;
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String module : List.of("coaching-core", "coaching-json")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file ->
                                sources.put(file.getFileName().toString().replace(".java", ""), read(file)));
            }
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
