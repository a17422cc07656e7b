package io.coaching.json;

import io.coaching.json.Shape.Maker;
import io.coaching.json.Shape.Property;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/** Scalars: records of one component, written as that component; as a case of a family, with their kind in front. */
final class Scalars {
    private Scalars() {}

    /** Returns {@code "person:ana"}, or the kind alone for a case without a component. */
    static String tagged(Object value) {
        Shape shape = shape(value.getClass());
        String kind = Shape.kindName(value.getClass());
        return shape.properties().isEmpty()
                ? kind
                : kind + ":" + shape.properties().get(0).get(value);
    }

    private static Shape shape(Class<?> type) {
        Shape shape = Shape.of(type);
        if (shape == null) {
            throw new IllegalStateException("no scalar: " + type.getName());
        }
        return shape;
    }

    /** Makes a scalar of a part, or a constant. */
    private static Object make(Shape shape, @Nullable Object part) {
        Maker maker = shape.maker();
        if (maker == null) {
            throw new IllegalStateException("no scalar: " + shape.type().getName());
        }
        Object begun = maker.begin();
        for (Property property : shape.properties()) {
            if (part != null) {
                begun = maker.set(begun, property, part);
            }
        }
        return maker.end(begun);
    }

    /** Turns the text of a key into the component of a scalar. */
    private static Object part(Shape shape, String text) {
        Class<?> type = shape.properties().get(0).raw();
        if (type == String.class) {
            return text;
        }
        if (type == int.class) {
            return Integer.parseInt(text);
        }
        if (type == long.class) {
            return Long.parseLong(text);
        }
        if (type == double.class) {
            return Double.parseDouble(text);
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(text);
        }
        throw new IllegalArgumentException(shape.type().getSimpleName() + " cannot be a key");
    }

    /** Reads {@code "person:ana"}. */
    private static Object untagged(Class<?> family, String text) {
        int colon = text.indexOf(':');
        Map<String, Class<?>> cases = Shape.cases(family);
        Class<?> type = cases.get(colon < 0 ? text : text.substring(0, colon));
        if (type == null || shape(type).properties().isEmpty() != colon < 0) {
            var known = new TreeSet<String>();
            cases.forEach((kind, c) -> known.add(shape(c).properties().isEmpty() ? kind : kind + ":..."));
            throw new IllegalArgumentException("must be one of " + known);
        }
        Shape shape = shape(type);
        return colon < 0 ? make(shape, null) : make(shape, part(shape, text.substring(colon + 1)));
    }

    // ---- one scalar

    private static @Nullable Property only(Shape shape) {
        return shape.properties().isEmpty() ? null : shape.properties().get(0);
    }

    /** Writes the component, or the kind where there is none; both where the place asks for the family. */
    static final class Writer extends ValueSerializer<Object> {
        private final @Nullable Property property;

        Writer(Shape shape) {
            this.property = only(shape);
        }

        @Override
        public void serialize(Object value, JsonGenerator g, SerializationContext ctxt) {
            Object part = property == null ? tagged(value) : property.get(value);
            if (part instanceof String text) {
                g.writeString(text);
            } else {
                ctxt.findValueSerializer(part.getClass()).serialize(part, g, ctxt);
            }
        }

        @Override
        public void serializeWithType(Object value, JsonGenerator g, SerializationContext ctxt, TypeSerializer type) {
            g.writeString(tagged(value));
        }
    }

    /** Writes the component as the name of a property. */
    static final class KeyWriter extends ValueSerializer<Object> {
        private final @Nullable Property property;

        KeyWriter(Shape shape) {
            this.property = only(shape);
        }

        @Override
        public void serialize(Object value, JsonGenerator g, SerializationContext ctxt) {
            g.writeName(property == null ? tagged(value) : property.get(value).toString());
        }
    }

    /** Reads the component. */
    static final class Reader extends ValueDeserializer<Object> {
        private final JavaType javaType;
        private final Shape shape;
        private @Nullable ValueDeserializer<Object> part;

        Reader(JavaType javaType, Shape shape) {
            this.javaType = javaType;
            this.shape = shape;
        }

        @Override
        public void resolve(DeserializationContext ctxt) {
            Property property = only(shape);
            part = property == null
                    ? null
                    : ctxt.findContextualValueDeserializer(ctxt.constructType(property.raw()), null);
        }

        @Override
        public Object deserialize(JsonParser p, DeserializationContext ctxt) {
            if (!p.currentToken().isScalarValue() || p.hasToken(JsonToken.VALUE_NULL)) {
                throw Refusal.unexpected(p, javaType, shape.type());
            }
            try {
                if (part != null) {
                    return make(shape, part.deserialize(p, ctxt));
                }
                Object constant = make(shape, null);
                if (!tagged(constant).equals(p.getString())) {
                    throw new IllegalArgumentException("must be \"" + tagged(constant) + "\"");
                }
                return constant;
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw Refusal.invalid(p, javaType, shape.type(), e);
            }
        }

        @Override
        public Object deserializeWithType(JsonParser p, DeserializationContext ctxt, TypeDeserializer type) {
            return deserialize(p, ctxt);
        }

        @Override
        public Class<?> handledType() {
            return shape.type();
        }

        @Override
        public boolean isCachable() {
            return true;
        }
    }

    /** Reads the name of a property. */
    static final class KeyReader extends KeyDeserializer {
        private final Shape shape;

        KeyReader(Shape shape) {
            this.shape = shape;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext ctxt) {
            try {
                return make(shape, shape.properties().isEmpty() ? null : part(shape, key));
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw Refusal.invalidKey(ctxt, shape.type(), key, e);
            }
        }
    }

    // ---- a family

    /** Writes kind and component as one string. */
    static final class FamilyWriter extends ValueSerializer<Object> {
        private final boolean asKey;

        FamilyWriter(boolean asKey) {
            this.asKey = asKey;
        }

        @Override
        public void serialize(Object value, JsonGenerator g, SerializationContext ctxt) {
            if (asKey) {
                g.writeName(tagged(value));
            } else {
                g.writeString(tagged(value));
            }
        }

        @Override
        public void serializeWithType(Object value, JsonGenerator g, SerializationContext ctxt, TypeSerializer type) {
            serialize(value, g, ctxt);
        }
    }

    /** Reads kind and component as one string. */
    static final class FamilyReader extends ValueDeserializer<Object> {
        private final Class<?> family;

        FamilyReader(Class<?> family) {
            this.family = family;
        }

        @Override
        public Object deserialize(JsonParser p, DeserializationContext ctxt) {
            if (!p.hasToken(JsonToken.VALUE_STRING)) {
                throw Refusal.unexpected(p, ctxt.constructType(family), family);
            }
            try {
                return untagged(family, p.getString());
            } catch (IllegalArgumentException e) {
                throw Refusal.invalid(p, ctxt.constructType(family), family, e);
            }
        }

        @Override
        public Object deserializeWithType(JsonParser p, DeserializationContext ctxt, TypeDeserializer type) {
            return deserialize(p, ctxt);
        }

        @Override
        public boolean isCachable() {
            return true;
        }
    }

    /** Reads kind and component from the name of a property. */
    static final class FamilyKeyReader extends KeyDeserializer {
        private final Class<?> family;

        FamilyKeyReader(Class<?> family) {
            this.family = family;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext ctxt) {
            try {
                return untagged(family, key);
            } catch (IllegalArgumentException e) {
                throw Refusal.invalidKey(ctxt, family, key, e);
            }
        }
    }

    // ---- keys that print and parse

    /** Finds {@code static T parse(String)}, the counterpart of {@code toString()}. */
    static @Nullable Method parser(Class<?> type) {
        try {
            Method parse = type.getMethod("parse", String.class);
            return parse.getReturnType() == type ? parse : null;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
