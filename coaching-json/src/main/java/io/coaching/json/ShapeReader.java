package io.coaching.json;

import com.fasterxml.jackson.annotation.Nulls;
import io.coaching.json.Shape.Maker;
import io.coaching.json.Shape.Property;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyMetadata;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.jsontype.TypeDeserializer;

/** Reads a value by its properties. It is as strict as the module says, whatever the mapper is set to. */
final class ShapeReader extends ValueDeserializer<Object> {
    private final JavaType javaType;
    private final Shape shape;
    private final Maker maker;
    private final boolean strict;
    private final @Nullable Format format;
    private final int kindAt;
    private final int formatAt;
    private Slot[] slots = {};

    @SuppressWarnings("NullAway.Init") // set by resolve(), before anybody reads
    private PropertyNameMatcher names;

    /**
     * A property with all that is needed to read it.
     *
     * @param property the property
     * @param javaType its type, with type arguments
     * @param reader reads it
     */
    private record Slot(Property property, JavaType javaType, ValueDeserializer<Object> reader) {}

    ShapeReader(JavaType javaType, Shape shape, Maker maker, boolean strict) {
        this.javaType = javaType;
        this.shape = shape;
        this.maker = maker;
        this.strict = strict;
        this.format = Format.of(shape.type());
        int next = shape.properties().size();
        this.kindAt = shape.kind() == null ? -1 : next++;
        this.formatAt = format == null ? -1 : next;
    }

    @Override
    public void resolve(DeserializationContext ctxt) {
        // all at once, and not in the constructor: a value may hold values of its own type
        slots = shape.properties().stream().map(p -> slot(p, ctxt)).toArray(Slot[]::new);
        var known = new ArrayList<String>();
        shape.properties().forEach(p -> known.add(p.name()));
        if (kindAt >= 0) {
            known.add(Shape.KIND);
        }
        if (formatAt >= 0) {
            known.add(Format.PROPERTY);
        }
        names = ctxt.tokenStreamFactory()
                .constructNameMatcher(known.stream().map(Named::fromString).toList(), false);
    }

    private Slot slot(Property property, DeserializationContext ctxt) {
        JavaType type = ctxt.getTypeFactory().resolveMemberType(property.type(), javaType.getBindings());
        var as = new BeanProperty.Std(
                PropertyName.construct(property.name()),
                type,
                null,
                null,
                PropertyMetadata.STD_OPTIONAL.withNulls(Nulls.FAIL, Nulls.FAIL)); // no nulls in collections
        return new Slot(property, type, ctxt.findContextualValueDeserializer(ordered(type, ctxt), as));
    }

    /** Jackson reads a set into one without order; ours keep the order that they were written in. */
    private static JavaType ordered(JavaType type, DeserializationContext ctxt) {
        JavaType content = type.getContentType();
        JavaType ofOrdered = content == null ? type : type.withContentType(ordered(content, ctxt));
        return ofOrdered.getRawClass() == Set.class
                ? ctxt.getTypeFactory().constructSpecializedType(ofOrdered, LinkedHashSet.class)
                : ofOrdered;
    }

    @Override
    public Object deserialize(JsonParser p, DeserializationContext ctxt) {
        if (p.isExpectedStartObjectToken()) {
            p.nextToken();
        } else if (!p.hasToken(JsonToken.PROPERTY_NAME) && !p.hasToken(JsonToken.END_OBJECT)) {
            throw Refusal.unexpected(p, javaType, shape.type());
        }
        Object begun = maker.begin();
        boolean[] seen = new boolean[slots.length + 2];
        for (int at = p.currentNameMatch(names);
                at != PropertyNameMatcher.MATCH_END_OBJECT;
                at = p.nextNameMatch(names)) {
            if (at == PropertyNameMatcher.MATCH_ODD_TOKEN) {
                throw Refusal.unexpected(p, javaType, shape.type());
            }
            String name = p.currentName();
            p.nextToken();
            if (at == PropertyNameMatcher.MATCH_UNKNOWN_NAME) {
                unknown(p, ctxt, name);
                continue;
            }
            if (seen[at]) {
                throw Refusal.mismatch(p, javaType, "Property \"" + name + "\" given twice")
                        .prependPath(shape.type(), name);
            }
            seen[at] = true;
            if (at == kindAt) {
                constant(p, name, String.valueOf(shape.kind()), "");
            } else if (at == formatAt) {
                constant(p, name, String.valueOf(format), "; this version reads \"" + format + "\"");
            } else {
                begun = maker.set(begun, slots[at].property(), read(p, ctxt, slots[at]));
            }
        }
        if (formatAt >= 0 && !seen[formatAt]) {
            throw Refusal.mismatch(
                    p,
                    javaType,
                    shape.type().getSimpleName() + " has no format; this version reads \"" + format + "\"");
        }
        for (int i = 0; i < slots.length; i++) {
            if (!seen[i] && slots[i].property().isOptional()) {
                begun = maker.set(begun, slots[i].property(), absent(slots[i].property()));
            }
        }
        return end(p, begun, seen);
    }

    private void unknown(JsonParser p, DeserializationContext ctxt, String name) {
        if (strict) {
            throw UnrecognizedPropertyException.from(
                    p, shape.type(), Refusal.clipped(name, 80), new TreeSet<>(getKnownPropertyNames()));
        }
        ctxt.handleUnknownProperty(p, this, shape.type(), name);
    }

    private void constant(JsonParser p, String name, String expected, String advice) {
        String found = p.hasToken(JsonToken.VALUE_STRING)
                ? p.getString()
                : p.currentToken().toString();
        if (!found.equals(expected)) {
            throw Refusal.mismatch(
                            p,
                            javaType,
                            "%s has %s \"%s\"%s"
                                    .formatted(
                                            shape.type().getSimpleName(),
                                            name,
                                            Refusal.clipped(found, 80),
                                            advice.isEmpty() ? ", not \"" + expected + "\"" : advice))
                    .prependPath(shape.type(), name);
        }
    }

    private Object read(JsonParser p, DeserializationContext ctxt, Slot slot) {
        try {
            if (p.hasToken(JsonToken.VALUE_NULL)) {
                if (slot.property().isOptional()) {
                    return absent(slot.property());
                }
                throw InvalidNullException.from(
                        ctxt, PropertyName.construct(slot.property().name()), slot.javaType());
            }
            return slot.reader().deserialize(p, ctxt);
        } catch (RuntimeException e) {
            throw DatabindException.wrapWithPath(
                    ctxt,
                    e,
                    new JacksonException.Reference(shape.type(), slot.property().name()));
        }
    }

    static Object absent(Property property) {
        Class<?> type = property.raw();
        if (type == OptionalDouble.class) {
            return OptionalDouble.empty();
        }
        if (type == OptionalLong.class) {
            return OptionalLong.empty();
        }
        return type == OptionalInt.class ? OptionalInt.empty() : Optional.empty();
    }

    private Object end(JsonParser p, Object begun, boolean[] seen) {
        if (shape.type().isRecord()) {
            for (int i = 0; i < slots.length; i++) {
                if (!seen[i] && !slots[i].property().isOptional()) {
                    throw Refusal.mismatch(
                            p,
                            javaType,
                            "Invalid " + shape.type().getSimpleName() + ": property \""
                                    + slots[i].property().name() + "\" is missing");
                }
            }
        }
        try {
            return maker.end(begun);
        } catch (IllegalStateException | IllegalArgumentException | ArithmeticException | NullPointerException e) {
            // a missing attribute, or one that a check rejects: the message says which
            throw Refusal.invalid(p, javaType, shape.type(), e);
        }
    }

    @Override
    public Object deserializeWithType(JsonParser p, DeserializationContext ctxt, TypeDeserializer typeReader) {
        return deserialize(p, ctxt);
    }

    @Override
    public Collection<Object> getKnownPropertyNames() {
        return List.copyOf(shape.properties().stream().map(Property::name).toList());
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
