package io.coaching.shell;

import java.io.PrintStream;
import java.util.List;

/**
 * Why a snippet failed, in places of the script.
 *
 * @param line the line that failed, counted from 1
 * @param message what went wrong; further lines are advice
 * @param chunk the snippet
 * @param column where in {@code line} it went wrong, counted from 0, or -1 if not known
 * @param trace the script's own part of the stack, innermost first
 */
record Failure(int line, String message, Chunk chunk, int column, List<Frame> trace) {
    private static final int MOST_LINES = 12;
    private static final int MOST_FRAMES = 20;

    /**
     * A place of the script that was being run.
     *
     * @param method the method, or empty outside of one
     * @param line the line, counted from 1
     */
    record Frame(String method, int line) {
        String at(String file) {
            return method.isEmpty() ? file + ":" + line : method + " (" + file + ":" + line + ")";
        }
    }

    void print(String file, PrintStream err) {
        err.println(file + ":" + line + ": " + message.stripTrailing());
        String[] source = chunk.source().stripTrailing().split("\n", -1);
        int failing = line - chunk.line();
        int first = Math.max(0, Math.min(failing - MOST_LINES / 2, source.length - MOST_LINES));
        for (int i = first; i < Math.min(source.length, first + MOST_LINES); i++) {
            err.println((i == failing ? "  > " : "  | ") + source[i]);
            if (i == failing && column >= 0 && source.length > 0) {
                err.println("    " + " ".repeat(Math.min(column, source[i].length())) + "^");
            }
        }
        trace.stream().limit(MOST_FRAMES).forEach(frame -> err.println("    at " + frame.at(file)));
        if (trace.size() > MOST_FRAMES) {
            err.println("    and " + (trace.size() - MOST_FRAMES) + " more");
        }
    }
}
