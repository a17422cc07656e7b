package io.coaching.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Runs the snippets of one file in turn and stops at the first that fails. */
final class Script {
    private final String name;
    private final Lines lines;
    private final Session session;
    private final PrintStream err;

    Script(String name, List<String> lines, Session session, PrintStream err) {
        this.name = name;
        this.lines = Lines.of(withoutShebang(lines));
        this.session = session;
        this.err = err;
    }

    int run() {
        SnippetReader reader = new SnippetReader(lines, session.analysis());
        for (Optional<Chunk> next = reader.next(); next.isPresent(); next = reader.next()) {
            Chunk chunk = next.get();
            if (chunk.isCommand()) {
                OptionalInt code = Commands.exitCode(chunk.source());
                if (code.isPresent()) {
                    return code.getAsInt();
                }
                err.println(name + ":" + chunk.line() + ": a script knows no command but /exit [code]: "
                        + chunk.source().strip());
                return CoachingShell.FAILED;
            }
            Optional<Failure> failure = session.run(chunk).failure();
            if (failure.isPresent()) {
                failure.get().print(name, err);
                return CoachingShell.FAILED;
            }
        }
        Optional<Failure> unresolved = session.firstUnresolved();
        unresolved.ifPresent(failure -> failure.print(name, err));
        return unresolved.isPresent() ? CoachingShell.FAILED : CoachingShell.OK;
    }

    private static List<String> withoutShebang(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).startsWith("#!")) {
            return lines;
        }
        List<String> rest = new ArrayList<>(lines);
        rest.set(0, "");
        return rest;
    }
}
