package io.coaching.shell;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Lines as they come. What has already been pasted or piped can be looked at ahead of its turn. */
final class Keyboard implements Lines {
    private final Input input;
    private final Deque<String> ahead = new ArrayDeque<>();
    private int given;

    Keyboard(Input input) {
        this.input = input;
    }

    /** What a keyboard or a pipe gives. */
    interface Input extends AutoCloseable {
        /**
         * Waits for what is entered next: a line, or several that were pasted at once.
         *
         * @param more whether it continues a snippet
         * @return the text, or empty at the end
         */
        Optional<String> read(boolean more);

        /** Whether {@link #read} has something to give without making a person wait. */
        boolean isReady();

        /** Whether a person sits at it, who is to see a prompt. */
        boolean isPerson();

        @Override
        void close();
    }

    boolean isPerson() {
        return input.isPerson();
    }

    /** Forgets what was entered and has not been taken. */
    void clear() {
        ahead.clear();
    }

    @Override
    public Optional<String> next(boolean more) {
        if (ahead.isEmpty() && !fetch(more)) {
            return Optional.empty();
        }
        given++;
        return Optional.of(ahead.removeFirst());
    }

    @Override
    public Optional<String> peekCode() {
        Optional<String> code = Lines.firstCode(ahead.iterator());
        while (code.isEmpty() && input.isReady()) {
            int known = ahead.size();
            if (!fetch(false)) {
                return Optional.empty();
            }
            code = Lines.firstCode(
                    List.copyOf(ahead).subList(known, ahead.size()).iterator());
        }
        return code;
    }

    @Override
    public int number() {
        return given;
    }

    private boolean fetch(boolean more) {
        Optional<String> text = input.read(more);
        text.ifPresent(lines -> ahead.addAll(Arrays.asList(lines.split("\\R", -1))));
        return text.isPresent();
    }
}
