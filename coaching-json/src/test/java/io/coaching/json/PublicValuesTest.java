package io.coaching.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.base.Catalogue;
import io.coaching.base.Result;
import io.coaching.json.Shape.Form;
import io.coaching.json.Shape.Property;
import io.coaching.sample.Seasons;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Every public value of the core is written and read back, also those that are yet to be written. */
class PublicValuesTest {
    private static final JsonMapper MAPPER = CoachingJson.mapper();

    static List<Class<?>> publicTypes() {
        try {
            Path root = Path.of(Catalogue.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(root)) {
                return publicTypes(root);
            }
            try (FileSystem jar = FileSystems.newFileSystem(root)) {
                return publicTypes(jar.getPath("/"));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Class<?>> publicTypes(Path root) throws IOException {
        var types = new ArrayList<Class<?>>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted().toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (!name.endsWith(".class")
                        || !name.startsWith("io/coaching/")
                        || name.startsWith("io/coaching/internal/")) {
                    continue;
                }
                try {
                    Class<?> type = Class.forName(
                            name.substring(0, name.length() - 6).replace('/', '.'),
                            false,
                            Catalogue.class.getClassLoader());
                    if (isPublic(type)) {
                        types.add(type);
                    }
                } catch (ClassNotFoundException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return types;
    }

    private static boolean isPublic(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getEnclosingClass()) {
            if (!Modifier.isPublic(c.getModifiers())) {
                return false;
            }
        }
        return !type.isAnonymousClass() && !type.isSynthetic();
    }

    static List<Class<?>> values() {
        return publicTypes().stream()
                .filter(type -> {
                    Shape shape = Shape.of(type);
                    return shape != null && shape.form() != Form.RESULT && shape.type() == type;
                })
                .toList();
    }

    static List<Class<?>> results() {
        return publicTypes().stream()
                .filter(type -> Result.class.isAssignableFrom(type) && type != Result.class)
                .toList();
    }

    @Test
    void thereAreValuesInAllFloors() {
        assertThat(values()).hasSizeGreaterThan(60);
        assertThat(values().stream().map(Class::getPackageName).distinct())
                .contains(
                        "io.coaching.base",
                        "io.coaching.time",
                        "io.coaching.people",
                        "io.coaching.kpi",
                        "io.coaching.pipeline");
    }

    @ParameterizedTest
    @MethodSource("values")
    void valueIsReadBackAsItWasWritten(Class<?> type) {
        var random = new SplittableRandom(type.getName().length());
        JavaType javaType = javaType(type);
        int made = 0;
        RuntimeException last = null;
        for (int i = 0; i < 400 && made < 10; i++) {
            Object value;
            try {
                value = sample(type, random, 0);
            } catch (IllegalArgumentException
                    | IllegalStateException
                    | ArithmeticException
                    | java.time.DateTimeException e) {
                last = e; // it was refused by a check: another one, then
                continue;
            }
            String json = MAPPER.writeValueAsString(value);
            Object read = MAPPER.readValue(json, javaType);
            assertThat(read).as(json).isEqualTo(value);
            assertThat(MAPPER.writeValueAsString(read)).isEqualTo(json);
            made++;
        }
        assertThat(made)
                .as("samples of %s, the last refused for: %s", type, last)
                .isPositive();
    }

    @ParameterizedTest
    @MethodSource("results")
    void resultHasFiguresToWrite(Class<?> type) {
        Shape shape = Objects.requireNonNull(Shape.of(type));
        assertThat(shape.properties())
                .extracting(Property::name)
                .contains("provenance")
                .hasSizeGreaterThan(1);
    }

    private static JavaType javaType(Class<?> type) {
        return type.getTypeParameters().length == 0
                ? MAPPER.constructType(type)
                : MAPPER.getTypeFactory().constructParametricType(type, String.class);
    }

    // ---- samples, by shape

    private static Object sample(Type type, SplittableRandom random, int depth) {
        if (type instanceof ParameterizedType p) {
            return generic((Class<?>) p.getRawType(), p.getActualTypeArguments(), random, depth);
        }
        if (type instanceof TypeVariable<?>) {
            return "of any type";
        }
        if (type instanceof WildcardType w) {
            return sample(w.getUpperBounds()[0], random, depth);
        }
        return plain((Class<?>) type, random, depth);
    }

    private static Object generic(Class<?> raw, Type[] of, SplittableRandom random, int depth) {
        int size = depth > 3 ? 0 : random.nextInt(3);
        if (raw == Optional.class) {
            return size == 0 ? Optional.empty() : Optional.of(sample(of[0], random, depth + 1));
        }
        if (raw == List.class || raw == Collection.class || raw == Set.class) {
            Collection<Object> items = raw == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
            for (int i = 0; i < size; i++) {
                items.add(sample(of[0], random, depth + 1));
            }
            return items;
        }
        if (raw == Map.class) {
            var map = new LinkedHashMap<Object, Object>();
            for (int i = 0; i < size; i++) {
                Object key = sample(of[0], random, depth + 1);
                map.put(key, of[1] == Object.class ? "cell" : sample(of[1], random, depth + 1));
            }
            return map;
        }
        return plain(raw, random, depth);
    }

    private static Object plain(Class<?> type, SplittableRandom random, int depth) {
        int n = random.nextInt(6);
        if (type == String.class) {
            return List.of("a", "b", "north east", "x-1", "M\u00fcller", "EUR 5")
                    .get(n);
        }
        if (type == int.class || type == Integer.class) {
            return List.of(1, 2, 3, 0, 12, -1).get(n);
        }
        if (type == long.class || type == Long.class) {
            return List.of(1L, 2L, 100L, 0L, 9_000_000_000L, -5L).get(n);
        }
        if (type == double.class || type == Double.class) {
            return List.of(1.0, 0.5, 50.0, 0.0, 1e-9, -2.25, 80.0, 95.0, 120.0, 25.0)
                    .get(random.nextInt(10));
        }
        if (type == boolean.class) {
            return n > 2;
        }
        if (type == Object.class) {
            return "any";
        }
        Optional<Object> jdk = ofTheJdk(type, n);
        if (jdk.isPresent()) {
            return jdk.get();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        if (Shape.isAlternatives(type)) {
            List<Class<?>> cases = List.copyOf(Shape.cases(type).values());
            return sample(cases.get(random.nextInt(cases.size())), random, depth + 1);
        }
        if (type == Seasons.class) {
            return Seasons.typical(); // twelve numbers with a mean of one are not hit by chance
        }
        Shape shape = Shape.of(type);
        if (shape == null || shape.maker() == null) {
            throw new AssertionError(type + " is neither a value nor known to JSON");
        }
        Object begun = shape.maker().begin();
        for (Property property : shape.properties()) {
            begun = shape.maker().set(begun, property, sample(property.type(), random, depth + 1));
        }
        return shape.maker().end(begun);
    }

    private static Optional<Object> ofTheJdk(Class<?> type, int n) {
        LocalDate day = LocalDate.of(2026, 1, 5).plusDays(n * 11L);
        Map<Class<?>, Object> samples = Map.ofEntries(
                Map.entry(BigDecimal.class, BigDecimal.valueOf(125L * n, n % 3)),
                Map.entry(LocalDate.class, day),
                Map.entry(LocalTime.class, LocalTime.of(8 + n, 30)),
                Map.entry(Instant.class, day.atStartOfDay(ZoneOffset.UTC).toInstant()),
                Map.entry(Duration.class, Duration.ofMinutes(45L + n)),
                Map.entry(Period.class, Period.ofMonths(n)),
                Map.entry(YearMonth.class, YearMonth.from(day)),
                Map.entry(MonthDay.class, MonthDay.from(day)),
                Map.entry(Month.class, Month.of(n + 1)),
                Map.entry(DayOfWeek.class, DayOfWeek.of(n + 1)),
                Map.entry(ZoneId.class, ZoneId.of(n > 2 ? "Europe/Paris" : "UTC")),
                Map.entry(Currency.class, Currency.getInstance(n > 2 ? "EUR" : "JPY")),
                Map.entry(OptionalInt.class, n == 0 ? OptionalInt.empty() : OptionalInt.of(n)),
                Map.entry(OptionalLong.class, n == 0 ? OptionalLong.empty() : OptionalLong.of(n)),
                Map.entry(OptionalDouble.class, n == 0 ? OptionalDouble.empty() : OptionalDouble.of(n / 4.0)));
        return Optional.ofNullable(samples.get(type));
    }
}
