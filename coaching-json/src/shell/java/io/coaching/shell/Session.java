package io.coaching.shell;

import java.io.File;
import java.io.PrintStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.UnresolvedReferenceException;

/**
 * A JShell that has the library imported and knows which line each snippet came from. Snippets run in this virtual
 * machine: a script starts in about a second, and its {@code System.exit} is the exit code of the shell.
 */
final class Session implements AutoCloseable {
    private static final List<String> JDK_PACKAGES = List.of(
            "java.io",
            "java.math",
            "java.nio.file",
            "java.time",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.stream");

    private final JShell shell;
    private final Map<String, Chunk> chunks = new LinkedHashMap<>();

    Session(PrintStream out, PrintStream err) {
        shell = JShell.builder().executionEngine("local").out(out).err(err).build();
        Stream.concat(JDK_PACKAGES.stream(), libraryPackages().stream())
                .forEach(name -> shell.eval("import " + name + ".*;"));
    }

    /** What came of a snippet: the events of JShell, and the failure if there was one. */
    record Result(List<SnippetEvent> events, Optional<Failure> failure) {}

    /** The exported packages of the library's modules on the class path, in order. */
    static List<String> libraryPackages() {
        Path[] path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Session::isOurs)
                .toArray(Path[]::new);
        return ModuleFinder.of(path).findAll().stream()
                .map(module -> module.descriptor())
                .flatMap(descriptor -> descriptor.exports().stream())
                .filter(exports -> !exports.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .sorted()
                .toList();
    }

    // a jar by its name, a folder of classes by its module; other jars need not make sense as modules
    private static boolean isOurs(Path entry) {
        if (Files.isDirectory(entry)) {
            return Files.exists(entry.resolve("module-info.class")) && Files.isDirectory(entry.resolve("io/coaching"));
        }
        Path name = entry.getFileName();
        return name != null && name.toString().startsWith("coaching-") && Files.exists(entry);
    }

    SourceCodeAnalysis analysis() {
        return shell.sourceCodeAnalysis();
    }

    JShell shell() {
        return shell;
    }

    /** The snippets so far, in order. */
    List<Chunk> typed() {
        return List.copyOf(chunks.values());
    }

    void defineArguments(List<String> args) {
        String values = args.stream().map(Session::literal).collect(Collectors.joining(", "));
        shell.eval("String[] args = {" + values + "};");
    }

    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c < ' ') {
                literal.append(String.format(Locale.ROOT, "\\%03o", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }

    Result run(Chunk chunk) {
        List<SnippetEvent> events = shell.eval(chunk.source());
        for (SnippetEvent event : events) {
            chunks.put(event.snippet().id(), chunk);
        }
        for (SnippetEvent event : events) {
            if (event.causeSnippet() != null) {
                continue; // an earlier snippet that this one touched: it fails when it is used
            }
            if (event.status() == Status.REJECTED) {
                return new Result(events, Optional.of(rejected(event.snippet(), chunk)));
            }
            if (event.exception() != null) {
                return new Result(events, Optional.of(thrown(event.exception(), chunk)));
            }
        }
        return new Result(events, Optional.empty());
    }

    /** A declaration that still refers to something that no snippet has declared. */
    Optional<Failure> firstUnresolved() {
        return shell.snippets()
                .filter(snippet -> shell.status(snippet) == Status.RECOVERABLE_DEFINED
                        || shell.status(snippet) == Status.RECOVERABLE_NOT_DEFINED)
                .filter(snippet -> chunks.containsKey(snippet.id()))
                .findFirst()
                .map(snippet -> {
                    Chunk chunk = chunks.get(snippet.id());
                    return new Failure(chunk.line(), unresolved((DeclarationSnippet) snippet), chunk, -1, List.of());
                });
    }

    String unresolved(DeclarationSnippet snippet) {
        return snippet.name() + " refers to what is not declared: "
                + shell.unresolvedDependencies(snippet).collect(Collectors.joining(", "));
    }

    private Failure rejected(Snippet snippet, Chunk chunk) {
        List<Diag> errors = shell.diagnostics(snippet).filter(Diag::isError).toList();
        if (errors.isEmpty()) {
            return new Failure(chunk.line(), "not accepted", chunk, -1, List.of());
        }
        String message =
                errors.stream().map(error -> error.getMessage(Locale.ROOT)).collect(Collectors.joining("\n"));
        int position = (int) Math.min(
                Math.max(0, errors.get(0).getPosition()), chunk.source().length());
        String before = chunk.source().substring(0, position);
        int newlines = (int) before.chars().filter(c -> c == '\n').count();
        return new Failure(chunk.line() + newlines, message, chunk, position - before.lastIndexOf('\n') - 1, List.of());
    }

    private Failure thrown(JShellException exception, Chunk chunk) {
        List<Failure.Frame> trace = new ArrayList<>();
        int line = -1;
        for (StackTraceElement element : exception.getStackTrace()) {
            String file = element.getFileName();
            Chunk at = file != null && file.startsWith("#") ? chunks.get(file.substring(1)) : null;
            if (at != null) {
                int number = at.line() + Math.max(1, element.getLineNumber()) - 1;
                trace.add(new Failure.Frame(method(element), number));
                if (line < 0 && at == chunk) {
                    line = number;
                }
            }
        }
        return new Failure(line < 0 ? chunk.line() : line, message(exception), chunk, -1, trace);
    }

    private static String method(StackTraceElement element) {
        String name = element.getMethodName();
        return name.startsWith("lambda$") || name.contains("do_it") ? "" : name;
    }

    private String message(Throwable exception) {
        StringBuilder message = new StringBuilder();
        String before = "";
        for (Throwable each = exception; each != null; each = each.getCause()) {
            if (each instanceof EvalException eval) {
                message.append(before).append(eval.getExceptionClassName());
                if (eval.getMessage() != null) {
                    message.append(": ").append(eval.getMessage());
                }
            } else if (each instanceof UnresolvedReferenceException reference) {
                message.append(before).append(unresolved(reference.getSnippet()));
            } else {
                message.append(before).append(each);
            }
            before = "\ncaused by ";
        }
        return message.toString();
    }

    @Override
    public void close() {
        shell.close();
    }
}
