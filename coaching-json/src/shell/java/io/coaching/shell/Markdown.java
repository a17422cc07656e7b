package io.coaching.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the Java blocks of a Markdown page, and keeps the numbers of their lines. */
final class Markdown {
    private static final Pattern FENCE = Pattern.compile("\\s*(`{3,}|~{3,})\\s*(.*?)\\s*");

    private Markdown() {}

    /** The page with every line blanked out that does not stand in a block fenced as {@code java}. */
    static List<String> javaLines(List<String> page) {
        List<String> lines = new ArrayList<>();
        String open = "";
        boolean java = false;
        for (String line : page) {
            Matcher fence = FENCE.matcher(line);
            boolean isFence = fence.matches();
            String keep = "";
            if (open.isEmpty()) {
                if (isFence) {
                    open = fence.group(1);
                    java = fence.group(2).equals("java");
                }
            } else if (isFence
                    && fence.group(1).startsWith(open)
                    && fence.group(2).isEmpty()) {
                open = "";
            } else if (java) {
                keep = line;
            }
            lines.add(keep);
        }
        return lines;
    }
}
