package io.coaching.base;

import io.coaching.internal.text.Figures;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Turns messages into text. A host with readers of another language gives its own.
 *
 * <p>A catalogue should answer for every {@link MessageCode}; {@link MessageCode#english()} is the pattern to translate.
 */
@FunctionalInterface
public interface Catalogue {
    /**
     * Returns the text of a message.
     *
     * @param message the message
     * @return its text
     */
    String text(Message message);

    /**
     * Returns the text of several messages, each on a line of its own that ends with a line feed.
     *
     * @param messages the messages, in order
     * @return their text; empty where there is none
     */
    default String lines(List<Message> messages) {
        return messages.stream().map(message -> text(message) + "\n").collect(Collectors.joining());
    }

    /**
     * Returns the English catalogue.
     *
     * @return the catalogue
     */
    static Catalogue english() {
        return message -> Pattern.fill(message.code().english(), message, Catalogue.english());
    }

    /**
     * Returns a catalogue made of patterns such as {@code "{person} is at {value}"}.
     *
     * @param patterns gives the pattern of a code
     * @return the catalogue; it prints numbers in the English way
     */
    static Catalogue ofPatterns(java.util.function.Function<MessageCode, String> patterns) {
        return new Catalogue() {
            @Override
            public String text(Message message) {
                return Pattern.fill(patterns.apply(message.code()), message, this);
            }
        };
    }

    /** Fills patterns. */
    final class Pattern {
        private Pattern() {}

        private static String fill(String pattern, Message message, Catalogue catalogue) {
            var out = new StringBuilder();
            int at = 0;
            while (at < pattern.length()) {
                int open = pattern.indexOf('{', at);
                int close = open < 0 ? -1 : pattern.indexOf('}', open);
                if (close < 0) {
                    break;
                }
                String name = pattern.substring(open + 1, close);
                Argument argument = message.arguments().get(name);
                out.append(pattern, at, open).append(argument == null ? "{" + name + "}" : print(argument, catalogue));
                at = close + 1;
            }
            return out.append(pattern, at, pattern.length()).toString();
        }

        private static String print(Argument argument, Catalogue catalogue) {
            if (argument instanceof Argument.Text text) {
                return text.value();
            }
            if (argument instanceof Argument.Count count) {
                return Figures.count(count.value());
            }
            if (argument instanceof Argument.Figure figure) {
                return Figures.fixed(figure.value(), figure.decimals());
            }
            if (argument instanceof Argument.Share share) {
                return Figures.percent(share.fraction(), share.decimals());
            }
            if (argument instanceof Argument.Day day) {
                return day.value().toString();
            }
            if (argument instanceof Argument.Who who) {
                return who.value().value();
            }
            return catalogue.text(((Argument.Said) argument).value());
        }
    }
}
