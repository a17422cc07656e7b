package io.coaching.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.coaching.json.Shape.Form;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.KeyDeserializers;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.ser.Serializers;

/**
 * Teaches a Jackson mapper the values of this library: {@code JsonMapper.builder().addModule(new CoachingModule())}.
 *
 * <p>Nothing else needs to be set, and the types of others are not touched. Our types keep their names and their
 * strictness whatever the mapper is set to. What a module cannot see to is how the mapper reads numbers: a mapper that
 * takes 1.5 for an integer does so here, too; {@link CoachingJson#mapper()} does not.
 */
public final class CoachingModule extends JacksonModule {
    private final boolean strict;

    /** Creates the module; it rejects properties that it does not know, whatever the mapper is set to. */
    public CoachingModule() {
        this(true);
    }

    private CoachingModule(boolean strict) {
        this.strict = strict;
    }

    /**
     * Leaves it to the mapper whether unknown properties are errors.
     *
     * @return a module that does so
     */
    public static CoachingModule lenient() {
        return new CoachingModule(false);
    }

    @Override
    public String getModuleName() {
        return "coaching";
    }

    @Override
    public Version version() {
        return new Version(0, 1, 0, null, "io.coaching", "coaching-json");
    }

    @Override
    public void setupModule(SetupContext context) {
        context.insertAnnotationIntrospector(new Families());
        context.addSerializers(new Writers());
        context.addKeySerializers(new KeyWriters());
        context.addDeserializers(new Readers(strict));
        context.addKeyDeserializers(new KeyReaders());
        context.addHandler(new Words());
    }

    private static final int WORDS_LISTED = 40;

    /** Lists the words of our enums in their order; Jackson's own list has none. */
    private static final class Words extends DeserializationProblemHandler {
        @Override
        public Object handleWeirdStringValue(DeserializationContext ctxt, Class<?> type, String value, String failure) {
            if (!type.isEnum() || !Shape.isOurs(type)) {
                return NOT_HANDLED;
            }
            throw InvalidFormatException.from(
                    ctxt.getParser(),
                    "Invalid " + type.getSimpleName() + ": must be one of " + words(type.getEnumConstants()) + ": \""
                            + Refusal.clipped(value, 80) + "\"",
                    Refusal.clipped(value, 80),
                    type);
        }
    }

    /** All words of a short list, the first ones of a long one. */
    private static String words(Object[] constants) {
        return constants.length <= WORDS_LISTED
                ? Arrays.toString(constants)
                : Arrays.toString(Arrays.copyOf(constants, WORDS_LISTED)).replace("]", ", ...]") + " ("
                        + constants.length + " in all)";
    }

    private static final class Writers implements Serializers {
        @Override
        public @Nullable ValueSerializer<?> findSerializer(
                SerializationConfig config,
                JavaType type,
                BeanDescription.Supplier description,
                com.fasterxml.jackson.annotation.JsonFormat.Value format) {
            Class<?> raw = type.getRawClass();
            if (Shape.isFamily(raw)) {
                return new Scalars.FamilyWriter(false);
            }
            if (Shape.isAlternatives(raw)) {
                return new Alternatives.Writer();
            }
            Shape shape = Shape.of(raw);
            if (shape == null) {
                return null;
            }
            return switch (shape.form()) {
                case SCALAR -> new Scalars.Writer(shape);
                case MADE_OF_RECORDS -> new AsRecords.Writer(shape);
                default -> new ShapeWriter(type, shape);
            };
        }
    }

    private static final class KeyWriters implements Serializers {
        @Override
        public @Nullable ValueSerializer<?> findSerializer(
                SerializationConfig config,
                JavaType type,
                BeanDescription.Supplier description,
                com.fasterxml.jackson.annotation.JsonFormat.Value format) {
            Class<?> raw = type.getRawClass();
            if (Shape.isFamily(raw)) {
                return new Scalars.FamilyWriter(true);
            }
            Shape shape = Shape.of(raw);
            if (shape != null && shape.form() == Form.SCALAR) {
                return new Scalars.KeyWriter(shape);
            }
            return shape != null && Scalars.parser(raw) != null ? new PrintedKeyWriter() : null;
        }
    }

    private static final class Readers extends Deserializers.Base {
        private final boolean strict;

        Readers(boolean strict) {
            this.strict = strict;
        }

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            Class<?> raw = type.getRawClass();
            if (Shape.isFamily(raw)) {
                return new Scalars.FamilyReader(raw);
            }
            if (Shape.isAlternatives(raw)) {
                return new Alternatives.Reader(type);
            }
            Shape shape = Shape.of(raw);
            if (shape == null) {
                return null;
            }
            if (shape.maker() == null) {
                return new NotRead(raw);
            }
            return switch (shape.form()) {
                case SCALAR -> new Scalars.Reader(type, shape);
                case MADE_OF_RECORDS -> new AsRecords.Reader(type, shape, shape.maker());
                default -> new ShapeReader(type, shape, shape.maker(), strict);
            };
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return Shape.isAlternatives(type) || Shape.of(type) != null;
        }
    }

    private static final class KeyReaders implements KeyDeserializers {
        @Override
        public @Nullable KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.@Nullable Supplier description) {
            Class<?> raw = type.getRawClass();
            if (Shape.isFamily(raw)) {
                return new Scalars.FamilyKeyReader(raw);
            }
            Shape shape = Shape.of(raw);
            if (shape == null) {
                return null;
            }
            if (shape.form() == Form.SCALAR) {
                return new Scalars.KeyReader(shape);
            }
            Method parse = Scalars.parser(raw);
            return parse == null ? null : new PrintedKeyReader(parse);
        }
    }

    /** A key that is printed by {@code toString()} and read by {@code parse}. */
    private static final class PrintedKeyWriter extends ValueSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator g, SerializationContext ctxt) {
            g.writeName(value.toString());
        }
    }

    private static final class PrintedKeyReader extends KeyDeserializer {
        private final Method parse;

        PrintedKeyReader(Method parse) {
            this.parse = parse;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext ctxt) {
            try {
                return parse.invoke(null, key);
            } catch (InvocationTargetException e) {
                throw Refusal.invalidKey(
                        ctxt,
                        parse.getDeclaringClass(),
                        key,
                        e.getCause() instanceof RuntimeException r ? r : new IllegalArgumentException(e.getCause()));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class NotRead extends ValueDeserializer<Object> {
        private final Class<?> type;

        NotRead(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser p, DeserializationContext ctxt) {
            throw Refusal.mismatch(
                    p,
                    ctxt.constructType(type),
                    type.getSimpleName() + " is a result: it is written, not read. Compute it from the data.");
        }
    }

    /** Tells Jackson's collections to say which family is asked for; the rest is ours. */
    private static final class Families extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated a) {
            return a instanceof AnnotatedClass && Shape.isFamily(a.getRawType())
                    ? JsonTypeInfo.Value.construct(
                            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.EXISTING_PROPERTY, Shape.KIND, null, false, null)
                    : null;
        }
    }
}
