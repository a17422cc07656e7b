package io.coaching.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.coaching.shell.ShellProcess.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("README and docs")
class DocsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(?:#[^)]*)?\\)");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path classes;

    @SuppressWarnings("NullAway.Init")
    private static ShellProcess shell;

    @BeforeAll
    static void compile() throws IOException {
        shell = ShellProcess.compiledTo(classes);
    }

    private static List<Path> files(String folder, String suffix) throws IOException {
        Path in = ROOT.resolve(folder);
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(in)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> pages() throws IOException {
        return Stream.of(files("", ".md"), files("docs", ".md"))
                .flatMap(List::stream)
                .toList();
    }

    private static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    @TestFactory
    @DisplayName("hold Java that runs, a page as one session, and print what they show below it")
    Stream<DynamicTest> snippets() throws IOException {
        return pages().stream()
                .filter(page ->
                        lines(page).stream().anyMatch(line -> line.strip().equals("```java")))
                .map(page -> dynamicTest(name(page), () -> {
                    Run run = shell.run(ROOT, "", name(page));
                    assertThat(run.err()).isEmpty();
                    assertThat(run.exitCode()).isZero();
                    for (String shown : shownOutputs(lines(page))) {
                        assertThat(trimmed(run.out())).contains(shown);
                    }
                }));
    }

    @TestFactory
    @DisplayName("have examples that run")
    Stream<DynamicTest> examples() throws IOException {
        return files("docs/examples", ".jsh").stream()
                .map(script -> dynamicTest(name(script), () -> {
                    Run run = shell.run(ROOT, "", name(script));
                    assertThat(run.err()).isEmpty();
                    assertThat(run.exitCode()).isZero();
                    assertThat(run.out()).isNotBlank();
                }));
    }

    @TestFactory
    @DisplayName("link to files that exist")
    Stream<DynamicTest> links() throws IOException {
        return pages().stream()
                .map(page -> dynamicTest(
                        name(page),
                        () -> assertThat(LINK.matcher(String.join("\n", lines(page)))
                                        .results())
                                .extracting(link -> link.group(1))
                                .allSatisfy(target ->
                                        assertThat(page.resolveSibling(target)).exists())));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks fenced as text that follow a block of Java with nothing but blank lines between. */
    private static List<String> shownOutputs(List<String> page) {
        List<String> outputs = new ArrayList<>();
        String before = "";
        String open = "";
        StringBuilder block = new StringBuilder();
        for (String line : page) {
            String text = line.strip();
            if (open.isEmpty() && text.startsWith("```")) {
                open = text;
                block.setLength(0);
            } else if (!open.isEmpty() && text.equals("```")) {
                if (open.equals("```text") && before.equals("```java")) {
                    outputs.add(trimmed(block.toString()));
                }
                before = open;
                open = "";
            } else if (!open.isEmpty()) {
                block.append(line).append('\n');
            } else if (!text.isEmpty()) {
                before = "";
            }
        }
        return outputs;
    }

    private static String trimmed(String text) {
        return text.replaceAll("[ \\t]+(?=\\n|$)", "");
    }
}
