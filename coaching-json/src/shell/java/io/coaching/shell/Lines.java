package io.coaching.shell;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Where lines come from: a file, a pipe, or someone at a keyboard. */
interface Lines {
    /**
     * The next line.
     *
     * @param more whether the line continues a snippet (a prompt shows it)
     * @return the line, or empty at the end
     */
    Optional<String> next(boolean more);

    /** The next line that holds more than blanks and line comments, if it can be known without waiting. */
    Optional<String> peekCode();

    /** The number of the line that {@link #next} gave last. */
    int number();

    static Lines of(List<String> lines) {
        return new Lines() {
            private int given;

            @Override
            public Optional<String> next(boolean more) {
                return given < lines.size() ? Optional.of(lines.get(given++)) : Optional.empty();
            }

            @Override
            public Optional<String> peekCode() {
                return firstCode(lines.listIterator(given));
            }

            @Override
            public int number() {
                return given;
            }
        };
    }

    static Optional<String> firstCode(Iterator<String> lines) {
        while (lines.hasNext()) {
            String line = lines.next();
            if (!line.isBlank() && !line.strip().startsWith("//")) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }
}
