package io.coaching.json;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.util.JsonParserSequence;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.util.TokenBuffer;

/** Sealed interfaces: objects that say their kind. */
final class Alternatives {
    private Alternatives() {}

    /** Writes the case at hand, which says its kind itself. */
    static final class Writer extends ValueSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator g, SerializationContext ctxt) {
            ctxt.findValueSerializer(value.getClass()).serialize(value, g, ctxt);
        }

        @Override
        public void serializeWithType(Object value, JsonGenerator g, SerializationContext ctxt, TypeSerializer type) {
            serialize(value, g, ctxt);
        }
    }

    /** Looks for the kind, and lets the case read. */
    static final class Reader extends ValueDeserializer<Object> {
        private final JavaType javaType;
        private final Map<String, ValueDeserializer<Object>> readers = new HashMap<>();

        Reader(JavaType javaType) {
            this.javaType = javaType;
        }

        @Override
        public void resolve(DeserializationContext ctxt) {
            Shape.cases(javaType.getRawClass())
                    .forEach((kind, type) ->
                            readers.put(kind, ctxt.findContextualValueDeserializer(caseType(ctxt, type), null)));
        }

        private JavaType caseType(DeserializationContext ctxt, Class<?> type) {
            return type.getTypeParameters().length == 0
                    ? ctxt.constructType(type)
                    : ctxt.getTypeFactory().constructSpecializedType(javaType, type);
        }

        @Override
        public Object deserialize(JsonParser p, DeserializationContext ctxt) {
            if (p.isExpectedStartObjectToken()) {
                p.nextToken();
            }
            if (!p.hasToken(JsonToken.PROPERTY_NAME) && !p.hasToken(JsonToken.END_OBJECT)) {
                throw Refusal.unexpected(p, javaType, javaType.getRawClass());
            }
            if (p.hasToken(JsonToken.PROPERTY_NAME) && p.currentName().equals(Shape.KIND)) {
                p.nextToken();
                ValueDeserializer<Object> reader = reader(p);
                p.nextToken();
                return reader.deserialize(p, ctxt);
            }
            return late(p, ctxt);
        }

        /** The kind comes later: what stands before it is kept, and read afterwards. */
        private Object late(JsonParser p, DeserializationContext ctxt) {
            TokenBuffer before = ctxt.bufferForInputBuffering(p);
            before.writeStartObject();
            while (p.hasToken(JsonToken.PROPERTY_NAME)) {
                String name = p.currentName();
                p.nextToken();
                if (name.equals(Shape.KIND)) {
                    ValueDeserializer<Object> reader = reader(p);
                    JsonParser all = JsonParserSequence.createFlattened(false, before.asParser(ctxt, p), p);
                    all.nextToken(); // the start of the object
                    return reader.deserialize(all, ctxt);
                }
                before.writeName(name);
                before.copyCurrentStructure(p);
                p.nextToken();
            }
            throw Refusal.mismatch(p, javaType, javaType.getRawClass().getSimpleName() + " has no kind" + known());
        }

        private ValueDeserializer<Object> reader(JsonParser p) {
            String kind = p.hasToken(JsonToken.VALUE_STRING) ? p.getString() : null;
            ValueDeserializer<Object> reader = kind == null ? null : readers.get(kind);
            if (reader == null) {
                throw Refusal.mismatch(
                                p,
                                javaType,
                                javaType.getRawClass().getSimpleName() + " has kind \"" + Refusal.clipped(kind, 80)
                                        + "\"" + known())
                        .prependPath(javaType.getRawClass(), Shape.KIND);
            }
            return reader;
        }

        private String known() {
            return "; known kinds: " + String.join(", ", new TreeSet<>(readers.keySet()));
        }

        @Override
        public @Nullable Object deserializeWithType(JsonParser p, DeserializationContext ctxt, TypeDeserializer type) {
            return deserialize(p, ctxt);
        }

        @Override
        public boolean isCachable() {
            return true;
        }
    }
}
