package io.coaching.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * Reads snippets from a keyboard or a pipe and shows what each gives.
 *
 * <p>A line that begins with a dot goes on with the value before it, so that a chain may be typed or pasted line by
 * line: after {@code coaching.benchmark(kpi)} the line {@code .of(ana)} asks that very question.
 */
final class Prompt {
    private static final int WIDEST_VALUE = 2_000;
    private static final Pattern LAST_SEMICOLON = Pattern.compile(";\\s*$");
    private static final String HELP = """
            Type Java: an expression shows its value, a chain may go on with a line that begins with a dot.
              /vars /methods /types /imports   what has been declared
              /list                            the snippets so far
              /reset                           forget them
              /exit [code]                     leave""";

    private final PrintStream out;
    private final PrintStream err;
    private final Keyboard keyboard;
    private Session session;
    private boolean failed;
    private Optional<Chunk> last = Optional.empty();
    private Optional<Snippet> lastSnippet = Optional.empty();

    private Prompt(PrintStream out, PrintStream err, boolean person) {
        this.out = out;
        this.err = err;
        this.session = started();
        this.keyboard = new Keyboard(person ? editor() : new Pipe());
    }

    static int run(PrintStream out, PrintStream err) {
        boolean person = isPerson();
        Prompt prompt = new Prompt(out, err, person);
        if (person) {
            out.println("The coaching library on Java " + Runtime.version().feature()
                    + ". Tab completes, /help helps, /exit leaves.");
        }
        return prompt.loop();
    }

    // the launcher knows; a console alone does not tell (from Java 22 on there is one for a pipe, too)
    private static boolean isPerson() {
        return Boolean.getBoolean("coaching.shell.terminal") && System.console() != null;
    }

    private Keyboard.Input editor() {
        try {
            return new LineEditor(() -> session.analysis());
        } catch (IOException | LinkageError e) {
            return new Pipe(); // a JDK that hides its editor: no prompt, but it works
        }
    }

    private Session started() {
        Session fresh = new Session(out, err);
        fresh.defineArguments(List.of());
        return fresh;
    }

    private int loop() {
        SnippetReader reader = new SnippetReader(keyboard, session.analysis());
        while (true) {
            Optional<Chunk> next;
            try {
                next = reader.next();
            } catch (LineEditor.GivenUp e) {
                keyboard.clear();
                reader = new SnippetReader(keyboard, session.analysis());
                continue;
            }
            if (next.isEmpty()) {
                return failed && !keyboard.isPerson() ? CoachingShell.FAILED : CoachingShell.OK;
            }
            Chunk chunk = next.get();
            if (chunk.isCommand()) {
                OptionalInt code = Commands.exitCode(chunk.source());
                if (code.isPresent()) {
                    return code.getAsInt();
                }
                if (command(chunk.source().strip())) {
                    reader = new SnippetReader(keyboard, session.analysis());
                }
            } else {
                evaluate(continued(chunk));
            }
            out.flush();
        }
    }

    /** The chunk itself, or the last one with this one's chain put behind it. */
    private Chunk continued(Chunk chunk) {
        if (!SnippetReader.isChain(chunk.source()) || lastSnippet.isEmpty()) {
            return chunk;
        }
        Snippet before = lastSnippet.get();
        if (before.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
            return new Chunk(((VarSnippet) before).name() + chunk.source(), chunk.line());
        }
        if (before instanceof ExpressionSnippet expression && before.subKind() != SubKind.ASSIGNMENT_SUBKIND) {
            return new Chunk(expression.name() + chunk.source(), chunk.line());
        }
        // a declaration or an assignment is made anew, with the longer chain
        Chunk start = last.orElseThrow();
        String source = LAST_SEMICOLON.matcher(start.source()).replaceFirst("");
        return new Chunk(source + "\n" + chunk.source(), start.line());
    }

    private void evaluate(Chunk chunk) {
        Session.Result result = session.run(chunk);
        if (result.failure().isPresent()) {
            failed = true;
            result.failure().get().print("line", err);
            err.flush();
            return;
        }
        for (SnippetEvent event : result.events()) {
            if (event.causeSnippet() == null) {
                last = Optional.of(chunk);
                lastSnippet = Optional.of(event.snippet());
                show(event);
            }
        }
    }

    private void show(SnippetEvent event) {
        Snippet snippet = event.snippet();
        if (event.status() == Status.RECOVERABLE_DEFINED || event.status() == Status.RECOVERABLE_NOT_DEFINED) {
            out.println("|  " + session.unresolved((DeclarationSnippet) snippet));
        } else if (snippet instanceof VarSnippet variable && event.value() != null) {
            out.println(variable.name() + " ==> " + cut(event.value()));
        } else if (snippet instanceof ExpressionSnippet expression && event.value() != null) {
            out.println(expression.name() + " ==> " + cut(event.value()));
        }
    }

    private static String cut(String value) {
        return value.length() <= WIDEST_VALUE ? value : value.substring(0, WIDEST_VALUE) + " ...";
    }

    /** Does what a command says; true if the session began anew. */
    private boolean command(String command) {
        switch (command) {
            case "/vars" ->
                session.shell()
                        .variables()
                        .filter(v -> session.shell().status(v) == Status.VALID)
                        .forEach(v -> out.println("|  " + v.typeName() + " " + v.name() + " = "
                                + cut(session.shell().varValue(v))));
            case "/methods" ->
                session.shell().methods().forEach(m -> out.println("|  " + m.name() + " " + m.signature()));
            case "/types" -> session.shell().types().forEach(t -> out.println("|  " + t.name()));
            case "/imports" ->
                session.shell()
                        .imports()
                        .forEach(i -> out.println("|  " + i.source().strip()));
            case "/list" -> session.typed().forEach(chunk -> out.println(chunk.source()));
            case "/reset" -> {
                session.close();
                session = started();
                last = Optional.empty();
                lastSnippet = Optional.empty();
                return true;
            }
            case "/help", "/?" -> out.println(HELP);
            default -> {
                failed = true;
                err.println("no such command: " + command + "\n" + HELP);
            }
        }
        return false;
    }
}
