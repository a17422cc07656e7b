package io.coaching.shell;

import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Cuts lines into snippets. A line that goes on with a chain, or with an else, belongs to the snippet before it. */
final class SnippetReader {
    private static final Pattern CHAIN = Pattern.compile("\\s*\\.\\s*[\\p{javaJavaIdentifierStart}<].*");
    private static final Pattern CLAUSE = Pattern.compile("\\s*(else|catch|finally)\\b.*");

    private final Lines lines;
    private final SourceCodeAnalysis analysis;
    private String rest = "";
    private int restLine = 1;

    SnippetReader(Lines lines, SourceCodeAnalysis analysis) {
        this.lines = lines;
        this.analysis = analysis;
    }

    static boolean isChain(String line) {
        return CHAIN.matcher(line).matches();
    }

    /** The next snippet or command, or empty at the end. */
    Optional<Chunk> next() {
        String text = rest;
        int line = restLine;
        rest = "";
        while (true) {
            if (text.isBlank()) {
                Optional<String> read = lines.next(false);
                if (read.isEmpty()) {
                    return Optional.empty();
                }
                text = read.get();
                line = lines.number();
                if (Chunk.isCommand(text)) {
                    return Optional.of(new Chunk(text, line));
                }
                continue;
            }
            CompletionInfo info = analysis.analyzeCompletion(text);
            Completeness completeness = info.completeness();
            if (completeness == Completeness.EMPTY) {
                text = "";
                continue;
            }
            if (completeness.isComplete() && !info.remaining().isBlank()) {
                int end = text.length() - info.remaining().length();
                rest = info.remaining();
                restLine = line + newlines(text.substring(0, end));
                return Optional.of(chunk(info.source(), line));
            }
            if (completeness.isComplete() && !goesOn(text)) {
                return Optional.of(chunk(info.source() == null ? text : info.source(), line));
            }
            Optional<String> read = lines.next(true);
            if (read.isEmpty()) {
                return Optional.of(chunk(text, line));
            }
            text = text + "\n" + read.get();
        }
    }

    private boolean goesOn(String text) {
        if (text.stripTrailing().endsWith(";")) {
            return lines.peekCode()
                    .filter(next -> CLAUSE.matcher(next).matches())
                    .isPresent();
        }
        return lines.peekCode()
                .filter(next -> isChain(next) || CLAUSE.matcher(next).matches())
                .isPresent();
    }

    private static Chunk chunk(String source, int line) {
        int start = source.length() - source.stripLeading().length();
        return new Chunk(source.substring(start), line + newlines(source.substring(0, start)));
    }

    private static int newlines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
