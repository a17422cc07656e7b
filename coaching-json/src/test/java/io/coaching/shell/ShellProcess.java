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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        List<String> command = new ArrayList<>(List.of(tool("javac")));
        command.addAll(LINE_EDITOR);
        command.addAll(List.of("-Xlint:all", "-Werror", "-encoding", "UTF-8"));
        command.addAll(List.of("-cp", classes.toString(), "-d", classes.toString()));
        try (Stream<Path> sources = Files.list(Path.of("src/shell/java/io/coaching/shell"))) {
            sources.map(Path::toString).sorted().forEach(command::add);
        }
        Run compiled = run(command, Path.of("").toAbsolutePath(), classes, "");
        if (compiled.exitCode() != 0) {
            throw new AssertionError("the shell does not compile\n" + compiled.err());
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
        List<String> command = new ArrayList<>(List.of(tool("java")));
        command.addAll(LINE_EDITOR);
        command.addAll(List.of("-Duser.language=tr", "-Dfile.encoding=UTF-8", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(Stream.concat(Stream.of(classes.toString()), path().stream())
                .collect(Collectors.joining(File.pathSeparator)));
        command.add("io.coaching.shell.CoachingShell");
        command.addAll(Arrays.asList(args));
        return run(command, folder, classes, input);
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static Run run(List<String> command, Path folder, Path scratch, String input) {
        try {
            Path in = Files.writeString(Files.createTempFile(scratch, "in", ".txt"), input);
            Path out = Files.createTempFile(scratch, "out", ".txt");
            Path err = Files.createTempFile(scratch, "err", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new Run(
                    process.waitFor(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
