package io.coaching.shell;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jdk.internal.org.jline.reader.Candidate;
import jdk.internal.org.jline.reader.EndOfFileException;
import jdk.internal.org.jline.reader.LineReader;
import jdk.internal.org.jline.reader.LineReaderBuilder;
import jdk.internal.org.jline.reader.ParsedLine;
import jdk.internal.org.jline.reader.Parser;
import jdk.internal.org.jline.reader.UserInterruptException;
import jdk.internal.org.jline.terminal.Terminal;
import jdk.internal.org.jline.terminal.TerminalBuilder;
import jdk.jshell.SourceCodeAnalysis;

/**
 * A person's keyboard: arrow keys, history and completion with the tab key, by the line editor that is part of the JDK
 * (the {@code jshell} tool uses it too). It is an internal of the JDK, and so this is the only class that names it.
 */
final class LineEditor implements Keyboard.Input {
    private final Terminal terminal;
    private final LineReader reader;
    private final StringBuilder pending = new StringBuilder();

    /** Thrown when the person gives up the snippet at hand. */
    static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    LineEditor(Supplier<SourceCodeAnalysis> analysis) throws IOException {
        terminal = TerminalBuilder.builder().system(true).build();
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(LineEditor::parse)
                .completer((line, parsed, candidates) -> complete(analysis.get(), parsed, candidates))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
    }

    @Override
    public Optional<String> read(boolean more) {
        if (!more) {
            pending.setLength(0);
        }
        try {
            String text = reader.readLine(more ? "   ...> " : "coaching> ");
            pending.append(text).append('\n');
            return Optional.of(text);
        } catch (UserInterruptException e) {
            throw new GivenUp();
        } catch (EndOfFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isReady() {
        return false; // what is pasted at once comes as one text
    }

    @Override
    public boolean isPerson() {
        return true;
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            // nothing is left to be done with it
        }
    }

    private void complete(SourceCodeAnalysis analysis, ParsedLine line, List<Candidate> candidates) {
        String text = pending + line.line();
        int cursor = pending.length() + line.cursor();
        int[] anchor = {-1};
        for (SourceCodeAnalysis.Suggestion each : analysis.completionSuggestions(text, cursor, anchor)) {
            String typed = text.substring(anchor[0], cursor);
            if (each.continuation().startsWith(typed)) {
                // the word that is replaced may begin before or after the anchor
                String word = line.word().substring(0, line.wordCursor());
                String value = word.substring(0, Math.max(0, word.length() - typed.length())) + each.continuation();
                candidates.add(new Candidate(value, each.continuation(), null, null, null, null, false));
            }
        }
    }

    private static ParsedLine parse(String line, int cursor, Parser.ParseContext context) {
        int start = cursor;
        while (start > 0 && Character.isJavaIdentifierPart(line.charAt(start - 1))) {
            start--;
        }
        String word = line.substring(start, cursor);
        return new Word(word, line, cursor);
    }

    private record Word(String word, String line, int cursor) implements ParsedLine {
        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return Collections.singletonList(word);
        }
    }
}
