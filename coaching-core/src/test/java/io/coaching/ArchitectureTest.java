package io.coaching;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.coaching.base.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What docs/architecture.md says of the packages, checked on the compiled classes. */
@DisplayName("The architecture")
class ArchitectureTest {
    /** The floors, from the lowest up. A package imports from floors below its own and from nothing else of ours. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("internal"),
            List.of("base", "time"),
            List.of("stats"),
            List.of("people", "process", "action"),
            List.of("kpi", "scorecard", "recognition", "pipeline", "goal", "session"),
            List.of("data"),
            List.of("benchmark", "trend", "target", "funnel", "rating", "network", "leaderboard", "driver", "impact"),
            List.of("brief"),
            List.of("", "sample"));

    private static final String ROOT = "io.coaching";

    /** Calls whose answer depends on the clock, the place, the machine or chance, or that start what nobody asked for. */
    private static final Pattern IMPURE = Pattern.compile(Stream.of(
                    "java\\.time\\.[\\w.$]+\\.now\\(.*",
                    "java\\.time\\.Clock\\.system.*",
                    "java\\.time\\.ZoneId\\.systemDefault\\(\\)",
                    "java\\.time\\.format\\.DateTimeFormatter\\.ofPattern\\(java\\.lang\\.String\\)",
                    "java\\.time\\.format\\.DateTimeFormatter\\.ofLocalized.*",
                    "java\\.time\\.format\\.DateTimeFormatterBuilder\\.toFormatter\\(\\)",
                    "java\\.time\\.temporal\\.WeekFields\\.of\\(java\\.util\\.Locale\\)",
                    "java\\.util\\.Locale\\.getDefault\\(.*",
                    "java\\.util\\.TimeZone\\.getDefault\\(.*",
                    "java\\.util\\.Currency\\.getSymbol\\(\\)",
                    "java\\.util\\.ResourceBundle\\..*",
                    "java\\.lang\\.String\\.format\\(java\\.lang\\.String, .*",
                    "java\\.lang\\.String\\.formatted\\(.*",
                    "java\\.lang\\.String\\.to(Lower|Upper)Case\\(\\)",
                    "java\\.util\\.Formatter\\.<init>\\(\\)",
                    "java\\.text\\.DecimalFormat\\.<init>\\((java\\.lang\\.String)?\\)",
                    "java\\.text\\.NumberFormat\\.get\\w*Instance\\(\\)",
                    "java\\.lang\\.System\\.(currentTimeMillis|nanoTime|getProperty|getenv|exit|identityHashCode|getLogger)\\(.*",
                    "java\\.lang\\.Runtime\\.getRuntime\\(\\)",
                    "java\\.lang\\.Math\\.random\\(\\)",
                    "java\\.util\\.UUID\\.randomUUID\\(\\)",
                    "java\\.util\\.(Random|SplittableRandom)\\.<init>\\(\\)",
                    "java\\.util\\.concurrent\\.ThreadLocalRandom\\..*",
                    "java\\.security\\.SecureRandom\\..*",
                    "java\\.lang\\.Thread\\.(<init>\\(|start|ofVirtual|ofPlatform|startVirtualThread|sleep).*",
                    "java\\.util\\.Timer\\..*",
                    "java\\.util\\.concurrent\\.Executors\\.new.*",
                    "java\\.util\\.concurrent\\.ForkJoinPool\\.(<init>|commonPool).*",
                    "java\\.util\\.concurrent\\.CompletableFuture\\.\\w+Async\\([^,]*\\)",
                    "java\\.util\\.(stream\\.\\w+\\.parallel|\\w+\\.parallelStream)\\(\\)",
                    "java\\.util\\.Arrays\\.parallel\\w+\\(.*")
            .collect(joining("|")));

    /** The order of these differs between two runs of a virtual machine. */
    private static final Pattern UNORDERED = Pattern.compile("java\\.util\\.(Set|Map)\\.copyOf\\(.*");

    /** Functions whose last bit may differ between machines; StrictMath has the same with one answer. */
    private static final Pattern INEXACT = Pattern.compile(
            "java\\.lang\\.Math\\.(exp|expm1|log|log10|log1p|pow|cbrt|a?sin|a?cos|a?tan|atan2|sinh|cosh|tanh|hypot)\\(.*");

    private static final Pattern MUTABLE = Pattern.compile(
            "java\\.util\\.(Hash|LinkedHash|Tree|Weak|Identity|Enum)\\w+|java\\.util\\.(Array|Linked)List|java\\.util\\.Random"
                    + "|java\\.util\\.concurrent\\..*|java\\.lang\\.(ThreadLocal|StringBuilder)|java\\.text\\..*");

    @SuppressWarnings("NullAway.Init")
    private static JavaClasses core;

    @SuppressWarnings("NullAway.Init")
    private static ModuleDescriptor module;

    @BeforeAll
    static void read() throws IOException, URISyntaxException {
        Path classes = Path.of(Direction.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        core = new ClassFileImporter().importPath(classes);
        try (InputStream descriptor = Files.newInputStream(classes.resolve("module-info.class"))) {
            module = ModuleDescriptor.read(descriptor);
        }
    }

    @Test
    @DisplayName("has floors: a package imports from floors below its own only")
    void floors() {
        classes().that().resideInAPackage(ROOT + "..").should(importDownward()).check(core);
    }

    @Test
    @DisplayName("has no cycle of packages, the internal ones included")
    void noCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(core);
    }

    @Test
    @DisplayName("exports every package but the internal ones")
    void exports() {
        TreeSet<String> expected = new TreeSet<>();
        for (JavaClass each : core) {
            if (!each.getSimpleName().endsWith("-info")
                    && floorName(each).filter("internal"::equals).isEmpty()) {
                expected.add(each.getPackageName());
            }
        }
        assertThat(module.exports())
                .filteredOn(exports -> !exports.isQualified())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(module.isOpen()).isFalse();
        assertThat(module.opens()).isEmpty();
    }

    @Test
    @DisplayName("does no I/O and no logging")
    void noInputOrOutput() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("java.io..")
                        .and(DescribedPredicate.doesNot(named("java\\.io\\.Serial(izable)?"))))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..",
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.sql..",
                        "java.util.logging..",
                        "java.util.prefs..",
                        "org.slf4j..",
                        "tools.jackson..",
                        "com.fasterxml..")
                .check(core);
        noClasses()
                .should()
                .accessFieldWhere(DescribedPredicate.describe(
                        "reads System.in, out or err",
                        access -> access.getTargetOwner().getName().equals("java.lang.System")))
                .check(core);
    }

    @Test
    @DisplayName("asks neither clock nor zone nor locale nor chance, and starts no thread")
    void pure() {
        noClasses()
                .should(call("what asks the clock, the place, the machine or chance, or starts a thread", IMPURE))
                .check(core);
    }

    @Test
    @DisplayName("gives the same bits on every machine and in every run")
    void sameBits() {
        noClasses().should(call("what has no order of its own", UNORDERED)).check(core);
        noClasses()
                .should(call("what has no exact answer (StrictMath has)", INEXACT))
                .check(core);
    }

    @Test
    @DisplayName("keeps no state in static fields")
    void noStaticState() {
        fields().that().areStatic().should().beFinal().check(core);
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should(new ArchCondition<JavaField>("not be of a type that changes") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        boolean mutable =
                                MUTABLE.matcher(field.getRawType().getName()).matches();
                        boolean openArray = field.getRawType().isArray()
                                && !field.getModifiers().contains(JavaModifier.PRIVATE);
                        events.add(new SimpleConditionEvent(field, !mutable && !openArray, field.getDescription()));
                    }
                })
                .check(core);
    }

    @Test
    @DisplayName("shows none of its dependencies' types in a public signature")
    void ownSignatures() {
        classes()
                .that(DescribedPredicate.describe("are exported", this::isExported))
                .should(new ArchCondition<JavaClass>("name only the JDK's types and ours") {
                    @Override
                    public void check(JavaClass owner, ConditionEvents events) {
                        signature(owner)
                                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                                .map(JavaClass::getBaseComponentType)
                                .filter(type -> !type.isPrimitive()
                                        && !type.getName().startsWith("java.")
                                        && !type.getName().startsWith(ROOT + "."))
                                .distinct()
                                .forEach(type -> events.add(SimpleConditionEvent.violated(
                                        owner, owner.getName() + " shows " + type.getName())));
                    }
                })
                .check(core);
    }

    private boolean isExported(JavaClass type) {
        boolean open = type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED);
        return open
                && type.getEnclosingClass().map(this::isExported).orElse(true)
                && module.exports().stream()
                        .anyMatch(exports -> exports.source().equals(type.getPackageName()));
    }

    // with what is inherited: a builder's methods are those of a hidden class above it
    private static Stream<JavaType> signature(JavaClass owner) {
        Stream<JavaType> parents = Stream.concat(owner.getSuperclass().stream(), owner.getInterfaces().stream());
        Stream<JavaType> fields = owner.getAllFields().stream()
                .filter(ArchitectureTest::isOpen)
                .filter(field -> field.getOwner().getPackageName().startsWith(ROOT))
                .map(JavaField::getType);
        Stream<JavaType> members = Stream.concat(owner.getAllMethods().stream(), owner.getConstructors().stream())
                .filter(ArchitectureTest::isOpen)
                .filter(member -> member.getOwner().getPackageName().startsWith(ROOT))
                .filter(member -> !member.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaCodeUnit.class::cast)
                .flatMap(member -> Stream.of(
                                Stream.of(member.getReturnType()),
                                member.getParameterTypes().stream(),
                                member.getExceptionTypes().stream().map(JavaType.class::cast))
                        .flatMap(types -> types));
        return Stream.of(parents.filter(parent -> !isHidden(parent)), fields, members)
                .flatMap(types -> types);
    }

    private static boolean isHidden(JavaType parent) {
        return !parent.toErasure().getModifiers().contains(JavaModifier.PUBLIC)
                && parent.toErasure().getPackageName().startsWith(ROOT);
    }

    private static boolean isOpen(HasModifiers member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static DescribedPredicate<JavaClass> named(String pattern) {
        Pattern names = Pattern.compile(pattern);
        return DescribedPredicate.describe(
                "named " + pattern, type -> names.matcher(type.getName()).matches());
    }

    private static ArchCondition<JavaClass> call(String what, Pattern pattern) {
        return new ArchCondition<>("call " + what) {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                Stream.concat(
                                origin.getCodeUnitAccessesFromSelf().stream(),
                                origin.getCodeUnitReferencesFromSelf().stream())
                        .filter(access -> matches(access, pattern))
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
            }
        };
    }

    private static boolean matches(JavaAccess<?> access, Pattern pattern) {
        return pattern.matcher(access.getTarget().getFullName()).matches();
    }

    private static ArchCondition<JavaClass> importDownward() {
        return new ArchCondition<>("import from floors below their own, and have a floor") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                if (floor(origin).isEmpty()) {
                    events.add(SimpleConditionEvent.violated(
                            origin, origin.getPackageName() + " has no floor: give it one in this test and the docs"));
                    return;
                }
                for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    boolean ours = target.getPackageName().equals(ROOT)
                            || target.getPackageName().startsWith(ROOT + ".");
                    boolean same = floorName(origin).equals(floorName(target));
                    if (ours
                            && !same
                            && floor(target).orElse(FLOORS.size())
                                    >= floor(origin).orElse(-1)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static Optional<Integer> floor(JavaClass type) {
        Optional<String> name = floorName(type);
        return IntStream.range(0, FLOORS.size())
                .boxed()
                .filter(floor -> name.map(FLOORS.get(floor)::contains).orElse(false))
                .findFirst();
    }

    /** The package below the root, without what is below that; empty for a package of someone else. */
    private static Optional<String> floorName(JavaClass type) {
        if (type.getPackageName().equals(ROOT)) {
            return Optional.of("");
        }
        if (!type.getPackageName().startsWith(ROOT + ".")) {
            return Optional.empty();
        }
        String rest = type.getPackageName().substring(ROOT.length() + 1);
        int dot = rest.indexOf('.');
        return Optional.of(dot < 0 ? rest : rest.substring(0, dot));
    }
}
