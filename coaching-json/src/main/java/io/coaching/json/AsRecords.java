package io.coaching.json;

import io.coaching.json.Shape.Maker;
import io.coaching.json.Shape.Property;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/** What is made of records, such as a roster: the JSON is that of its records. */
final class AsRecords {
    private AsRecords() {}

    /** Writes the records. */
    static final class Writer extends ValueSerializer<Object> {
        private final Property records;

        Writer(Shape shape) {
            this.records = shape.properties().get(0);
        }

        @Override
        public void serialize(Object value, JsonGenerator g, SerializationContext ctxt) {
            ctxt.findValueSerializer(records.raw()).serialize(records.get(value), g, ctxt);
        }

        @Override
        public void serializeWithType(Object value, JsonGenerator g, SerializationContext ctxt, TypeSerializer type) {
            serialize(value, g, ctxt);
        }
    }

    /** Reads the records, and makes the value of them. */
    static final class Reader extends ValueDeserializer<Object> {
        private final JavaType javaType;
        private final Shape shape;
        private final Maker maker;
        private @Nullable ValueDeserializer<Object> records;

        Reader(JavaType javaType, Shape shape, Maker maker) {
            this.javaType = javaType;
            this.shape = shape;
            this.maker = maker;
        }

        @Override
        public void resolve(DeserializationContext ctxt) {
            records = ctxt.findContextualValueDeserializer(
                    ctxt.constructType(shape.properties().get(0).raw()), null);
        }

        @Override
        public Object deserialize(JsonParser p, DeserializationContext ctxt) {
            if (records == null) {
                throw new IllegalStateException("not resolved");
            }
            Object read = records.deserialize(p, ctxt);
            try {
                return maker.end(maker.set(maker.begin(), shape.properties().get(0), read));
            } catch (IllegalArgumentException e) {
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
}
