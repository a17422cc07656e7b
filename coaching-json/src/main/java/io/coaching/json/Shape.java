package io.coaching.json;

import static java.lang.invoke.MethodType.methodType;

import io.coaching.base.Outcome;
import io.coaching.base.Result;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How one of our types looks as JSON, found by looking at it.
 *
 * <p>All methods are called by handles that were found on public types: so core opens no package to anybody.
 *
 * @param form which of the shapes it is
 * @param type the public type, never a hidden implementation
 * @param properties by name, in alphabetical order; at most one for a scalar
 * @param kind which case of a sealed interface it is; null for all others
 * @param maker makes a value; null for what is only written
 */
record Shape(
        Form form,
        Class<?> type,
        List<Property> properties,
        @Nullable String kind,
        @Nullable Maker maker) {
    /** The property that tells the cases of a sealed interface apart. */
    static final String KIND = "kind";

    private static final String OURS = "io.coaching.";
    private static final MethodHandles.Lookup PUBLIC = MethodHandles.publicLookup();

    /** The faces of a result that repeat its figures in another form. */
    private static final Set<String> NOT_FIGURES =
            Set.of("table", "explain", "rows", "toString", "hashCode", "getClass");

    private static final ClassValue<Optional<Shape>> SHAPES = new ClassValue<>() {
        @Override
        protected Optional<Shape> computeValue(Class<?> type) {
            return find(type);
        }
    };

    /** What there is. */
    enum Form {
        /** A record of one component with {@code of}: written as the component; without one, as its kind. */
        SCALAR,
        /** A value that is written and read by its attributes. */
        VALUE,
        /** What is made of records, and written as these. */
        MADE_OF_RECORDS,
        /** An answer: written with all its figures, not read. */
        RESULT
    }

    /**
     * One property.
     *
     * @param name its name
     * @param getter takes an object, returns an object
     * @param type its type, with type arguments
     * @param raw its type
     * @param slot where the maker wants it
     */
    record Property(String name, MethodHandle getter, Type type, Class<?> raw, int slot) {
        boolean isOptional() {
            return raw.getName().startsWith("java.util.Optional");
        }

        Object get(Object of) {
            try {
                return getter.invokeExact(of);
            } catch (Throwable e) {
                throw unchecked(e);
            }
        }
    }

    /** Makes a value of its parts. */
    interface Maker {
        /** Begins. */
        Object begin();

        /** Takes a part, and returns what to go on with. */
        Object set(Object begun, Property property, Object part);

        /** Ends. */
        Object end(Object begun);
    }

    /** Returns the shape of a class, or of what it implements; null where it has none of ours. */
    static @Nullable Shape of(Class<?> type) {
        return SHAPES.get(type).orElse(null);
    }

    /** Whether a class belongs to this library. */
    static boolean isOurs(Class<?> type) {
        return type.getName().startsWith(OURS);
    }

    /** Whether it is a sealed interface of ours: alternatives, told apart by their kind. */
    static boolean isAlternatives(Class<?> type) {
        return isOurs(type) && type.isInterface() && type.isSealed();
    }

    /** Whether all alternatives are scalars or constants, so that kind and value make one string. */
    static boolean isFamily(Class<?> type) {
        return isAlternatives(type)
                && cases(type).values().stream()
                        .allMatch(c -> c.isRecord() && (c.getRecordComponents().length == 0 || looksScalar(c)))
                && cases(type).values().stream().anyMatch(Shape::looksScalar);
    }

    /** Returns the cases of a sealed interface by their kind, in the order of their declaration. */
    static Map<String, Class<?>> cases(Class<?> alternatives) {
        var cases = new LinkedHashMap<String, Class<?>>();
        for (Class<?> permitted : alternatives.getPermittedSubclasses()) {
            if (isAlternatives(permitted)) {
                cases.putAll(cases(permitted));
            } else {
                cases.put(kindName(permitted), permitted);
            }
        }
        return cases;
    }

    /** {@code NotYetKnown} is "not-yet-known", {@code PersonId} is "person". */
    static String kindName(Class<?> type) {
        String name = type.getSimpleName();
        if (name.endsWith("Id") && name.length() > 2) {
            name = name.substring(0, name.length() - 2);
        }
        var kebab = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z' && i > 0) {
                kebab.append('-');
            }
            kebab.append(c);
        }
        return kebab.toString().toLowerCase(Locale.ROOT);
    }

    private static Optional<Shape> find(Class<?> type) {
        if (!isOurs(type) || type.isEnum() || (type.isInterface() && !Result.class.isAssignableFrom(type))) {
            return Optional.empty();
        }
        if (Result.class.isAssignableFrom(type)) {
            return Optional.of(result(type));
        }
        if (type.isRecord()) {
            List<Class<?>> alternatives = alternativesOf(type);
            boolean inFamilies = alternatives.stream().allMatch(Shape::isFamily);
            if (inFamilies && looksScalar(type)) {
                return Optional.of(scalar(type));
            }
            boolean constant = !alternatives.isEmpty() && type.getRecordComponents().length == 0;
            return Optional.of(inFamilies && constant ? constant(type) : ofRecord(type));
        }
        if (!Modifier.isPublic(type.getModifiers()) && type.getSuperclass() != null) {
            return SHAPES.get(type.getSuperclass()); // the hidden implementation stands for its public parent
        }
        return type.isSealed() ? built(type) : ofRecords(type);
    }

    // ---- records

    private static boolean looksScalar(Class<?> type) {
        if (!type.isRecord() || type.getRecordComponents().length != 1) {
            return false;
        }
        try {
            Method of = type.getMethod("of", type.getRecordComponents()[0].getType());
            return of.getReturnType() == type && Modifier.isStatic(of.getModifiers());
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static Shape scalar(Class<?> type) {
        RecordComponent component = type.getRecordComponents()[0];
        MethodHandle of = handle(() -> PUBLIC.findStatic(type, "of", methodType(type, component.getType())));
        return new Shape(Form.SCALAR, type, List.of(property(type, component, 0)), null, new Spread(of, 1));
    }

    private static Shape constant(Class<?> type) {
        MethodHandle constructor = handle(() -> PUBLIC.findConstructor(type, methodType(void.class)));
        return new Shape(Form.SCALAR, type, List.of(), null, new Spread(constructor, 0));
    }

    private static Shape ofRecord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        var properties = new ArrayList<Property>();
        for (int i = 0; i < components.length; i++) {
            properties.add(property(type, components[i], i));
        }
        properties.sort(Comparator.comparing(Property::name));
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        MethodHandle constructor = handle(() -> PUBLIC.findConstructor(type, methodType(void.class, types)));
        return new Shape(Form.VALUE, type, properties, kindOf(type), new Spread(constructor, components.length));
    }

    private static Property property(Class<?> type, RecordComponent component, int slot) {
        return new Property(
                component.getName(),
                getter(type, component.getAccessor()),
                component.getGenericType(),
                component.getType(),
                slot);
    }

    /** Collects the parts and calls one method with all of them. */
    private static final class Spread implements Maker {
        private final MethodHandle call;
        private final int parts;

        Spread(MethodHandle call, int parts) {
            this.call = call.asType(call.type().generic())
                    .asSpreader(Object[].class, parts)
                    .asType(methodType(Object.class, Object[].class));
            this.parts = parts;
        }

        @Override
        public Object begin() {
            return new @Nullable Object[parts];
        }

        @Override
        public Object set(Object begun, Property property, Object part) {
            ((Object[]) begun)[property.slot()] = part;
            return begun;
        }

        @Override
        public Object end(Object begun) {
            try {
                return call.invokeExact((Object[]) begun);
            } catch (Throwable e) {
                throw unchecked(e);
            }
        }
    }

    // ---- values with a builder

    /**
     * A sealed class with a static {@code builder()} that returns its own nested class. An attribute is an accessor that
     * the builder takes back: a method without arguments whose name is also that of a one-argument builder method which
     * accepts what the accessor returns. Derived values have no such method, so they are no attributes.
     */
    private static Optional<Shape> built(Class<?> type) {
        Method opener;
        Method closer;
        try {
            opener = type.getMethod("builder");
            closer = opener.getReturnType().getMethod("build");
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
        Class<?> builder = opener.getReturnType();
        if (builder.getDeclaringClass() != type || closer.getReturnType() != type) {
            return Optional.empty();
        }
        var properties = new TreeMap<String, Property>();
        var setters = new ArrayList<MethodHandle>();
        for (Method accessor : type.getMethods()) {
            if (accessor.getParameterCount() > 0 || Modifier.isStatic(accessor.getModifiers()) || accessor.isBridge()) {
                continue;
            }
            for (Method setter : builder.getMethods()) {
                if (setter.getName().equals(accessor.getName())
                        && setter.getReturnType() == builder
                        && setter.getParameterCount() == 1
                        && accepts(setter.getParameterTypes()[0], accessor.getReturnType())) {
                    MethodType shape = methodType(builder, setter.getParameterTypes()[0]);
                    Property before = properties.put(
                            accessor.getName(),
                            new Property(
                                    accessor.getName(),
                                    getter(type, accessor),
                                    accessor.getGenericReturnType(),
                                    accessor.getReturnType(),
                                    setters.size()));
                    if (before == null || setter.getParameterTypes()[0] == accessor.getReturnType()) {
                        // found on the public builder, not on the hidden class that declares it
                        setters.add(handle(() -> PUBLIC.findVirtual(builder, setter.getName(), shape))
                                .asType(methodType(Object.class, Object.class, Object.class)));
                    } else {
                        properties.put(accessor.getName(), before);
                    }
                }
            }
        }
        if (properties.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Shape(
                Form.VALUE,
                type,
                List.copyOf(properties.values()),
                kindOf(type),
                new Built(
                        handle(() -> PUBLIC.findStatic(type, "builder", methodType(builder)))
                                .asType(methodType(Object.class)),
                        setters.toArray(MethodHandle[]::new),
                        handle(() -> PUBLIC.findVirtual(builder, "build", methodType(type)))
                                .asType(methodType(Object.class, Object.class)))));
    }

    /**
     * A class with {@code records()} and a static {@code of} that takes such records, as a roster: indexed for use, kept
     * as its records. Where {@code of} tells of records that it refused, there is no value.
     */
    private static Optional<Shape> ofRecords(Class<?> type) {
        try {
            Method records = type.getMethod("records");
            Shape inner = Shape.of(records.getReturnType());
            if (inner == null || inner.maker() == null) {
                return Optional.empty();
            }
            Method of = type.getMethod("of", records.getReturnType());
            if (of.getReturnType() != type && of.getReturnType() != Outcome.class) {
                return Optional.empty();
            }
            MethodHandle maker = handle(
                    () -> PUBLIC.findStatic(type, "of", methodType(of.getReturnType(), records.getReturnType())));
            var property = new Property(
                    "records", getter(type, records), records.getGenericReturnType(), records.getReturnType(), 0);
            return Optional.of(
                    new Shape(Form.MADE_OF_RECORDS, type, List.of(property), null, new Checked(new Spread(maker, 1))));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    /** Takes the value out of an outcome, if nothing was refused. */
    private record Checked(Spread maker) implements Maker {
        @Override
        public Object begin() {
            return maker.begin();
        }

        @Override
        public Object set(Object begun, Property property, Object part) {
            return maker.set(begun, property, part);
        }

        @Override
        public Object end(Object begun) {
            Object made = maker.end(begun);
            return made instanceof Outcome<?> outcome ? outcome.orThrow() : made;
        }
    }

    /** Optional&lt;T&gt; and not T for an optional; Iterable or Map for what is generated for a collection. */
    private static boolean accepts(Class<?> parameter, Class<?> attribute) {
        return parameter == attribute || (parameter != Object.class && parameter.isAssignableFrom(attribute));
    }

    private static final class Built implements Maker {
        private final MethodHandle opener;
        private final MethodHandle[] setters;
        private final MethodHandle closer;

        Built(MethodHandle opener, MethodHandle[] setters, MethodHandle closer) {
            this.opener = opener;
            this.setters = setters;
            this.closer = closer;
        }

        @Override
        public Object begin() {
            try {
                return opener.invokeExact();
            } catch (Throwable e) {
                throw unchecked(e);
            }
        }

        @Override
        public Object set(Object begun, Property property, Object part) {
            try {
                return setters[property.slot()].invokeExact(begun, part);
            } catch (Throwable e) {
                throw unchecked(e);
            }
        }

        @Override
        public Object end(Object begun) {
            try {
                return closer.invokeExact(begun);
            } catch (Throwable e) {
                throw unchecked(e);
            }
        }
    }

    // ---- results

    /**
     * The figures of a result: its public methods without arguments, but for the texts and the rows, which say the same
     * again, and for those that return a result of the same type, which only look at it in another way.
     */
    private static Shape result(Class<?> seen) {
        Class<?> type = publicType(seen);
        var properties = new TreeMap<String, Property>();
        for (Method m : type.getMethods()) {
            if (m.getParameterCount() == 0
                    && !Modifier.isStatic(m.getModifiers())
                    && !m.isBridge()
                    && isOurs(m.getDeclaringClass())
                    && !NOT_FIGURES.contains(m.getName())
                    && !m.getReturnType().isAssignableFrom(type)
                    && isWritable(m.getReturnType())) {
                properties.put(
                        m.getName(),
                        new Property(m.getName(), getter(type, m), m.getGenericReturnType(), m.getReturnType(), -1));
            }
        }
        return new Shape(Form.RESULT, type, List.copyOf(properties.values()), kindOf(type), null);
    }

    private static boolean isWritable(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        if (isOurs(element)) {
            return element.isEnum() || isAlternatives(element) || of(element) != null;
        }
        return element != void.class
                && (element.isPrimitive()
                        || element.getName().startsWith("java.lang.")
                        || element.getName().startsWith("java.math.")
                        || element.getName().startsWith("java.time.")
                        || element.getName().startsWith("java.util.Optional")
                        || element == java.util.Currency.class
                        || java.util.Collection.class.isAssignableFrom(element)
                        || Map.class.isAssignableFrom(element));
    }

    private static Class<?> publicType(Class<?> type) {
        for (Class<?> c = type; c != null && isOurs(c); c = c.getSuperclass()) {
            if (Modifier.isPublic(c.getModifiers())) {
                return c;
            }
        }
        for (Class<?> i : type.getInterfaces()) {
            if (Result.class.isAssignableFrom(i) && Modifier.isPublic(i.getModifiers())) {
                return i;
            }
        }
        return Result.class;
    }

    // ---- kinds

    private static @Nullable String kindOf(Class<?> type) {
        return alternativesOf(type).isEmpty() ? null : kindName(type);
    }

    private static List<Class<?>> alternativesOf(@Nullable Class<?> type) {
        var found = new ArrayList<Class<?>>();
        for (Class<?> c = type; c != null && isOurs(c); c = c.getSuperclass()) {
            for (Class<?> parent : c.getInterfaces()) {
                if (isAlternatives(parent)) {
                    found.add(parent);
                }
                found.addAll(alternativesOf(parent));
            }
        }
        return found;
    }

    // ---- handles

    private interface Finder {
        MethodHandle find() throws NoSuchMethodException, IllegalAccessException;
    }

    private static MethodHandle getter(Class<?> type, Method accessor) {
        return handle(() -> PUBLIC.findVirtual(type, accessor.getName(), methodType(accessor.getReturnType())))
                .asType(methodType(Object.class, Object.class));
    }

    private static MethodHandle handle(Finder finder) {
        try {
            return finder.find();
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException("not a public type of an exported package: " + e.getMessage(), e);
        }
    }

    private static RuntimeException unchecked(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException r ? r : new IllegalStateException(e); // ours throw nothing checked
    }
}
