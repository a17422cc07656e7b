package io.coaching.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The standard input when nobody sits at it. */
final class Pipe implements Keyboard.Input {
    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    @Override
    public Optional<String> read(boolean more) {
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isReady() {
        return true; // nobody waits for an answer before the next line
    }

    @Override
    public boolean isPerson() {
        return false;
    }

    @Override
    public void close() {
        // the standard input stays open
    }
}
