package io.coaching.shell;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles the shell from its sources and runs it on the class path of the tests. */
final class ShellProcess {
    private static final List<String> LINE_EDITOR = List.of(
            "--add-exports", "jdk.internal.le/jdk.internal.org.jline.reader=ALL-UNNAMED",
            "--add-exports", "jdk.internal.le/jdk.internal.org.jline.terminal=ALL-UNNAMED");

    private final Path classes;

    private ShellProcess(Path classes) {
        this.classes = classes;
    }

    /** What a run left behind. */
    record Run(int exitCode, String out, String err) {}

    static ShellProcess compiledTo(Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(LINE_EDITOR);
        arguments.addAll(List.of(
                "-Xlint:all", "-Werror", "-encoding", "UTF-8", "-cp", classes.toString(), "-d", classes.toString()));
        try (Stream<Path> sources = Files.list(Path.of("src/shell/java/io/coaching/shell"))) {
            sources.map(Path::toString).sorted().forEach(arguments::add);
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new AssertionError("the shell does not compile");
        }
        return new ShellProcess(classes);
    }

    /** The jars and folders that the tests themselves run on, whether as modules or not. */
    static List<String> path() {
        return Stream.of("jdk.module.path", "surefire.test.class.path", "java.class.path")
                .map(name -> System.getProperty(name, ""))
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                .filter(entry -> !entry.isBlank())
                .distinct()
                .toList();
    }

    /** Runs the shell in a folder, with a text as its standard input. */
    Run run(Path folder, String input, String... args) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(LINE_EDITOR);
        command.addAll(List.of("-Duser.language=tr", "-Dfile.encoding=UTF-8", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(Stream.concat(Stream.of(classes.toString()), path().stream())
                .collect(Collectors.joining(File.pathSeparator)));
        command.add("io.coaching.shell.CoachingShell");
        command.addAll(Arrays.asList(args));
        try {
            Path in = Files.writeString(Files.createTempFile(folder, "in", ".txt"), input);
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            int exitCode = process.waitFor();
            Run run = new Run(
                    exitCode,
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
            for (Path file : List.of(in, out, err)) {
                Files.delete(Objects.requireNonNull(file));
            }
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
