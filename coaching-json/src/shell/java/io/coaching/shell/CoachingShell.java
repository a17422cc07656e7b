package io.coaching.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * JShell with the library at hand: a prompt, a runner of scripts, and a runner of the Java blocks of Markdown files.
 *
 * <p>It stands on the JShell API and not on the {@code jshell} tool, because the tool reads one line at a time (a chain
 * whose next line begins with a dot falls apart) and ends with 0 whatever went wrong in a script.
 */
public final class CoachingShell {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;

    private static final String USAGE = """
            Usage: coaching-shell                      a prompt
                   coaching-shell SCRIPT [ARGUMENT...] run a script; it sees its arguments as String[] args
                   coaching-shell PAGE.md              run the java blocks of a Markdown page
                   coaching-shell -                    run a script from the standard input

            The library and java.time, java.util, java.util.function, java.util.stream, java.math and java.nio.file
            are imported. A failing script ends with 1 and says where: file, line and message.""";

    private CoachingShell() {}

    /**
     * Runs the shell and ends the virtual machine with its exit code.
     *
     * @param args a script and its arguments, or nothing for a prompt
     * @throws IOException if the standard input cannot be read
     */
    public static void main(String[] args) throws IOException {
        System.exit(run(List.of(args), System.out, System.err));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) throws IOException {
        String first = args.isEmpty() ? "" : args.get(0);
        switch (first) {
            case "" -> {
                return Prompt.run(out, err);
            }
            case "-h", "--help" -> {
                out.println(USAGE);
                return OK;
            }
            case "-" -> {
                try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                    return script("stdin", in.lines().toList(), args, out, err);
                }
            }
            default -> {
                if (first.startsWith("-")) {
                    err.println("coaching-shell: unknown option " + first + "\n" + USAGE);
                    return MISUSED;
                }
                return file(first, args, out, err);
            }
        }
    }

    private static int file(String name, List<String> args, PrintStream out, PrintStream err) throws IOException {
        Path path = Path.of(name);
        if (!Files.isRegularFile(path)) {
            err.println("coaching-shell: no such file: " + name);
            return MISUSED;
        }
        List<String> lines =
                Arrays.asList(Files.readString(path, StandardCharsets.UTF_8).split("\\R", -1));
        if (name.endsWith(".md")) {
            lines = Markdown.javaLines(lines);
        }
        return script(name, lines, args, out, err);
    }

    private static int script(String name, List<String> lines, List<String> args, PrintStream out, PrintStream err) {
        try (Session session = new Session(out, err)) {
            session.defineArguments(args.subList(1, args.size()));
            return new Script(name, lines, session, err).run();
        }
    }
}
