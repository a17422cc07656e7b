package io.coaching.json;

import io.coaching.json.Shape.Property;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/** Writes a value or a result by its properties. */
final class ShapeWriter extends ValueSerializer<Object> {
    private static final SerializedString KIND = new SerializedString(Shape.KIND);
    private static final SerializedString FORMAT = new SerializedString(Format.PROPERTY);

    private final JavaType javaType;
    private final Shape shape;
    private final @Nullable Format format;
    private Slot[] slots = {};

    /**
     * A property with all that is needed to write it.
     *
     * @param name its name
     * @param property the property
     * @param writer writes it; null where that depends on the class of the value
     * @param typeWriter says which case it is, for those that are written as one string
     */
    private record Slot(
            SerializedString name,
            Property property,
            @Nullable ValueSerializer<Object> writer,
            @Nullable TypeSerializer typeWriter) {}

    ShapeWriter(JavaType javaType, Shape shape) {
        this.javaType = javaType;
        this.shape = shape;
        this.format = Format.of(shape.type());
    }

    @Override
    public void resolve(SerializationContext ctxt) {
        slots = shape.properties().stream().map(p -> slot(p, ctxt)).toArray(Slot[]::new);
    }

    private Slot slot(Property property, SerializationContext ctxt) {
        JavaType type = ctxt.getTypeFactory().resolveMemberType(property.type(), javaType.getBindings());
        if (property.raw() == Optional.class) {
            type = type.containedTypeOrUnknown(0);
        }
        boolean ofNumber = property.isOptional() && property.raw() != Optional.class; // is unwrapped when it is written
        boolean known = !ofNumber && (type.isFinal() || type.isContainerType() || Shape.isOurs(type.getRawClass()));
        return new Slot(
                new SerializedString(property.name()),
                property,
                known ? ctxt.findPrimaryPropertySerializer(type, null) : null,
                ctxt.findTypeSerializer(type));
    }

    @Override
    public void serialize(Object value, JsonGenerator g, SerializationContext ctxt) {
        g.writeStartObject(value);
        if (shape.kind() != null) {
            // a property of the object and not of its place: so it is there also where Jackson has lost the static type
            g.writeName(KIND);
            g.writeString(shape.kind());
        }
        if (format != null) {
            g.writeName(FORMAT);
            g.writeString(format.toString());
        }
        for (Slot slot : slots) {
            write(slot, slot.property().get(value), g, ctxt);
        }
        g.writeEndObject();
    }

    private static void write(Slot slot, Object value, JsonGenerator g, SerializationContext ctxt) {
        Object present = value;
        if (value instanceof Optional<?> optional) {
            if (optional.isEmpty()) {
                return;
            }
            present = optional.get();
        } else if (value instanceof OptionalDouble optional) {
            if (optional.isEmpty()) {
                return;
            }
            present = optional.getAsDouble();
        } else if (value instanceof OptionalLong optional) {
            if (optional.isEmpty()) {
                return;
            }
            present = optional.getAsLong();
        } else if (value instanceof OptionalInt optional) {
            if (optional.isEmpty()) {
                return;
            }
            present = optional.getAsInt();
        }
        g.writeName(slot.name());
        ValueSerializer<Object> writer = slot.writer();
        if (writer == null) {
            writer = ctxt.findPrimaryPropertySerializer(present.getClass(), null);
        }
        if (slot.typeWriter() == null) {
            writer.serialize(present, g, ctxt);
        } else {
            writer.serializeWithType(present, g, ctxt, slot.typeWriter());
        }
    }

    @Override
    public void serializeWithType(
            Object value, JsonGenerator g, SerializationContext ctxt, TypeSerializer typeSerializer) {
        serialize(value, g, ctxt); // the kind is always there
    }

    @Override
    public Class<?> handledType() {
        return shape.type();
    }
}
