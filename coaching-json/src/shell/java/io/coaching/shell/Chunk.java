package io.coaching.shell;

/**
 * One snippet, or one command, and the line it starts on.
 *
 * @param source the text, without blank lines before it
 * @param line the number of its first line, counted from 1
 */
record Chunk(String source, int line) {
    boolean isCommand() {
        return isCommand(source);
    }

    static boolean isCommand(String line) {
        String text = line.strip();
        return text.length() > 1 && text.charAt(0) == '/' && (Character.isLetter(text.charAt(1)) || text.equals("/?"));
    }
}
