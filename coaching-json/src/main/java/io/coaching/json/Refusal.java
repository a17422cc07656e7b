package io.coaching.json;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says why something was not read: in our words, about our types, and never at great length. */
final class Refusal {
    private static final int LONGEST = 400;

    private Refusal() {}

    /** A check of ours refused it. */
    static DatabindException invalid(JsonParser p, JavaType javaType, Class<?> type, RuntimeException e) {
        return ValueInstantiationException.from(
                p, "Invalid " + type.getSimpleName() + ": " + clipped(e.getMessage()), javaType, e);
    }

    /** The name of a property was refused. */
    static DatabindException invalidKey(DeserializationContext ctxt, Class<?> type, String key, RuntimeException e) {
        return InvalidFormatException.from(
                ctxt.getParser(),
                "Invalid " + type.getSimpleName() + ": " + clipped(e.getMessage()) + ", as a key: \"" + clipped(key, 80)
                        + "\"",
                clipped(key, 80),
                type);
    }

    /** It is of another JSON type. */
    static DatabindException unexpected(JsonParser p, JavaType javaType, Class<?> type) {
        return MismatchedInputException.from(
                p, javaType, "Invalid " + type.getSimpleName() + ": found " + p.currentToken() + " in its place");
    }

    static MismatchedInputException mismatch(JsonParser p, JavaType javaType, String message) {
        return MismatchedInputException.from(p, javaType, clipped(message));
    }

    /** What a reader says of it, without what Jackson adds on its own classes and places. */
    static String said(JacksonException e) {
        if (e instanceof MismatchedInputException m && m.getTargetType() == LocalDate.class) {
            String expected = "it is not a day such as 2026-01-05";
            return e instanceof InvalidFormatException f
                    ? expected + ": \"" + clipped(String.valueOf(f.getValue()), 80) + "\""
                    : expected;
        }
        String text = String.valueOf(e.getOriginalMessage());
        for (String internals : List.of(
                ": Failed to deserialize",
                " (but might if coercion",
                "\n at [",
                " at [Source",
                " (through reference chain")) {
            int at = text.indexOf(internals);
            text = at > 0 ? text.substring(0, at) : text;
        }
        return clipped(text, 200);
    }

    static String clipped(@Nullable String text) {
        return clipped(text, LONGEST);
    }

    static String clipped(@Nullable String text, int length) {
        if (text == null) {
            return "no message";
        }
        return text.length() <= length ? text : text.substring(0, length - 3) + "...";
    }
}
