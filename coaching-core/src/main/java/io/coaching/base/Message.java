package io.coaching.base;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that an engine says: a code with typed arguments. A {@link Catalogue} turns it into text; {@link #toString()}
 * is the English one.
 *
 * @param code what is said
 * @param arguments the arguments by name, in the order given
 */
public record Message(MessageCode code, Map<String, Argument> arguments) {
    /**
     * Keeps a copy of the arguments, in their order.
     *
     * @param code what is said
     * @param arguments the arguments by name
     */
    public Message {
        arguments = ImmutableMap.copyOf(arguments);
    }

    /**
     * Returns a message without arguments.
     *
     * @param code what is said
     * @return the message
     */
    public static Message of(MessageCode code) {
        return new Message(code, Map.of());
    }

    /**
     * Returns this message with one more argument.
     *
     * @param name the name that the text of the code uses
     * @param argument the argument
     * @return the message
     */
    public Message with(String name, Argument argument) {
        Map<String, Argument> more = new LinkedHashMap<>(arguments);
        more.put(name, argument);
        return new Message(code, more);
    }

    /**
     * Adds a text.
     *
     * @param name the name of the argument
     * @param text the text
     * @return the message
     */
    public Message with(String name, String text) {
        return with(name, new Argument.Text(text));
    }

    /**
     * Adds a whole number.
     *
     * @param name the name of the argument
     * @param count the number
     * @return the message
     */
    public Message with(String name, long count) {
        return with(name, new Argument.Count(count));
    }

    /**
     * Adds a number.
     *
     * @param name the name of the argument
     * @param value the number
     * @param decimals how many decimals are worth printing
     * @return the message
     */
    public Message with(String name, double value, int decimals) {
        return with(name, new Argument.Figure(value, decimals));
    }

    /**
     * Adds a share.
     *
     * @param name the name of the argument
     * @param fraction the share as a fraction
     * @return the message
     */
    public Message withShare(String name, double fraction) {
        return with(name, new Argument.Share(fraction, 1));
    }

    /**
     * Adds a day.
     *
     * @param name the name of the argument
     * @param day the day
     * @return the message
     */
    public Message with(String name, LocalDate day) {
        return with(name, new Argument.Day(day));
    }

    /**
     * Adds whom it is about.
     *
     * @param name the name of the argument
     * @param subject the person, team, region or everyone
     * @return the message
     */
    public Message with(String name, Subject subject) {
        return with(name, new Argument.Who(subject));
    }

    /**
     * Adds another message.
     *
     * @param name the name of the argument
     * @param message the other message
     * @return the message
     */
    public Message with(String name, Message message) {
        return with(name, new Argument.Said(message));
    }

    @Override
    public String toString() {
        return Catalogue.english().text(this);
    }
}
