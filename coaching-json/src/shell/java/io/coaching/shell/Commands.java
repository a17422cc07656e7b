package io.coaching.shell;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that begin with a slash. */
final class Commands {
    private static final Pattern EXIT = Pattern.compile("\\s*/ex(?:it?)?\\s*(\\d{1,3})?\\s*;?\\s*");

    private Commands() {}

    /** The code of an exit command (0 if it names none), or empty for any other text. */
    static OptionalInt exitCode(String command) {
        Matcher exit = EXIT.matcher(command);
        if (!exit.matches()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(exit.group(1) == null ? 0 : Integer.parseInt(exit.group(1)));
    }
}
