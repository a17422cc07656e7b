package io.coaching.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.shell.ShellProcess.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The shell")
class CoachingShellTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path classes;

    @SuppressWarnings("NullAway.Init")
    private static ShellProcess shell;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeAll
    static void compile() throws IOException {
        shell = ShellProcess.compiledTo(classes);
    }

    private Run run(String name, String text, String... args) throws IOException {
        Files.writeString(folder.resolve(name), text);
        String[] all = Stream.concat(Stream.of(name), Stream.of(args)).toArray(String[]::new);
        return shell.run(folder, "", all);
    }

    @Test
    @DisplayName("runs a script: chains, clauses and snippets as Java would read them, the arguments as args")
    void runsScript() throws IOException {
        Run run = run("a script.jsh", """
                #!/usr/bin/env coaching-shell
                var doubled = List.of(1, 2)
                    .stream() // the chain goes on

                    // past blank lines and comments
                    .map(i -> i * 2)
                    .toList();
                System.out.println(doubled); int a = 1; int b = 2;
                if (a == b) {
                    System.out.println("same");
                }
                else {
                    System.out.println("other");
                }
                var half =
                    .5;
                String text = \"""
                    .not a chain
                    \""";
                System.out.print(half + text);
                System.out.println(Arrays.toString(args));
                """, "plain", "two words", "\"q\" \\u0041 İ\n.");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("[2, 4]\nother\n0.5.not a chain\n[plain, two words, \"q\" \\u0041 İ\n.]\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    @DisplayName("has the library and the usual packages of the JDK imported")
    void imports() throws IOException {
        Run run = run("imports.jsh", """
                System.out.println(Direction.HIGHER_IS_BETTER);
                System.out.println(LocalDate.of(2026, 9, 30));
                System.out.println(Stream.of(Path.of("x")).collect(Collectors.toList()));
                """);
        assertThat(run).isEqualTo(new Run(0, "HIGHER_IS_BETTER\n2026-09-30\n[x]\n", ""));
    }

    @Test
    @DisplayName("stops at what does not compile: file, line, message, and the place in the snippet")
    void compileError() throws IOException {
        Run run = run("broken.jsh", """
                System.out.println("before");
                var sum = List.of(1, 2)
                    .stream()
                    .summ();
                System.out.println("after");
                """);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("before\n");
        assertThat(run.err())
                .startsWith("broken.jsh:4: cannot find symbol\n")
                .contains("summ")
                .contains("  | var sum = List.of(1, 2)\n  |     .stream()\n  >     .summ();\n" + " ".repeat(8) + "^\n");
    }

    @Test
    @DisplayName("stops at an exception: the line that threw it, the message with its cause, the script's own stack")
    void exception() throws IOException {
        Run run = run("throws.jsh", """
                int share(int n) {
                    if (n == 0) {
                        throw new IllegalArgumentException("n must be positive: 0\\nMaybe nobody was found.");
                    }
                    return 100 / n;
                }
                try {
                    Stream.of(2, 0)
                        .map(n -> share(n))
                        .forEach(System.out::println);
                } catch (IllegalArgumentException e) {
                    throw new IllegalStateException("no share", e);
                }
                System.out.println("after");
                """);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("50\n");
        assertThat(run.err())
                .startsWith("""
                        throws.jsh:12: java.lang.IllegalStateException: no share
                        caused by java.lang.IllegalArgumentException: n must be positive: 0
                        Maybe nobody was found.
                        """)
                .contains("  >     throw new IllegalStateException(\"no share\", e);\n")
                .contains("    at throws.jsh:12\n")
                .doesNotContain("jdk.jshell");
        Run direct = run("direct.jsh", "int half(int n) {\n    return 1 / n;\n}\n\nhalf(0);\n");
        assertThat(direct.err()).isEqualTo("""
                        direct.jsh:5: java.lang.ArithmeticException: / by zero
                          > half(0);
                            at half (direct.jsh:2)
                            at direct.jsh:5
                        """);
    }

    @Test
    @DisplayName("does not let a method pass that refers to nothing, nor a snippet without an end")
    void unresolved() throws IOException {
        Run method = run("method.jsh", "int a = 1;\nint f() {\n    return g(a);\n}\n");
        assertThat(method.exitCode()).isEqualTo(1);
        assertThat(method.err()).startsWith("method.jsh:2: f refers to what is not declared: method g(int)\n");
        Run open = run("open.jsh", "int a = 1;\nvar list = List.of(a,\n");
        assertThat(open.exitCode()).isEqualTo(1);
        assertThat(open.err()).startsWith("open.jsh:2: ");
        assertThat(run("forward.jsh", "int f() { return g(); }\nint g() { return 1; }\nf();\n"))
                .isEqualTo(new Run(0, "", ""));
    }

    @Test
    @DisplayName("ends with the code that the script gives, and with 2 when there is no script")
    void exitCodes() throws IOException {
        assertThat(run("slash.jsh", "int a = 1;\n/exit 3\nint b = \"\";\n")).isEqualTo(new Run(3, "", ""));
        assertThat(run("system.jsh", "System.exit(7);\n")).isEqualTo(new Run(7, "", ""));
        assertThat(run("open.jsh", "/open other.jsh\n").err()).startsWith("open.jsh:1: a script knows no command");
        assertThat(shell.run(folder, "", "missing.jsh"))
                .isEqualTo(new Run(2, "", "coaching-shell: no such file: missing.jsh\n"));
    }

    @Test
    @DisplayName("runs the java blocks of a Markdown page in one session, and counts the lines of the page")
    void markdown() throws IOException {
        Run run = run("page.md", """
                # Page
                ```java
                int a = 40;
                ```
                ```text
                not Java
                ```
                1. in a list

                   ```java
                   var sum = Stream.of(a, 2)
                       .mapToInt(i -> i)
                       .sum();
                   System.out.println(sum);
                   ```
                ~~~~
                ```java
                not Java either
                ```
                ~~~~
                ```java
                System.out.println(sum / 0);
                ```
                """);
        assertThat(run.out()).isEqualTo("42\n");
        assertThat(run.err()).startsWith("page.md:22: java.lang.ArithmeticException: / by zero\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "shows values at a prompt; a line with a dot goes on with the value, or with the declaration, before it")
    void prompt() {
        Run run = shell.run(folder, """
                1 + 1
                var list = List.of(3, 4)

                  .stream()
                  .toList();
                /vars
                nonsense
                list
                  .size()
                """);
        assertThat(run.out()).isEqualTo("""
                        $1 ==> 2
                        list ==> [3, 4]
                        |  String[] args = String[0] {  }
                        |  int $1 = 2
                        |  List<Integer> list = [3, 4]
                        $2 ==> 2
                        """);
        assertThat(run.err()).startsWith("line:7: cannot find symbol");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(shell.run(folder, "System.out.println(args[0]);", "-", "x")).isEqualTo(new Run(0, "x\n", ""));
    }

    @Test
    @DisplayName("can import every package of the library at once: no name stands in two of them or in the JDK's")
    void namesDoNotClash() {
        Pattern topLevel = Pattern.compile("(.*)/([A-Z]\\w*)\\.class");
        Map<String, List<String>> owners = Stream.concat(
                        ModuleFinder.ofSystem().find("java.base").stream(),
                        ModuleFinder.of(ShellProcess.path().stream()
                                        .map(Path::of)
                                        .filter(CoachingShellTest::isOurs)
                                        .toArray(Path[]::new))
                                .findAll()
                                .stream())
                .flatMap(module -> entries(module).stream()
                        .map(topLevel::matcher)
                        .filter(entry -> entry.matches()
                                && isImported(module, entry.group(1).replace('/', '.')))
                        .filter(entry -> isPublic(module, entry.group()))
                        .map(entry -> entry.toMatchResult()))
                .collect(Collectors.groupingBy(
                        name -> name.group(2),
                        TreeMap::new,
                        Collectors.mapping(name -> name.group(1), Collectors.toList())));
        assertThat(owners).containsKeys("LocalDate", "Direction");
        // seldom named in a script, and the JDK's is obsolete
        owners.remove("Dictionary");
        owners.values()
                .removeIf(packages ->
                        packages.size() == 1 || packages.stream().noneMatch(name -> name.startsWith("io/coaching")));
        assertThat(owners).isEmpty();
    }

    private static boolean isOurs(Path entry) {
        return entry.endsWith(Path.of("target", "classes")) || entry.toString().contains("coaching-core");
    }

    private static boolean isImported(ModuleReference module, String packageName) {
        if (module.descriptor().name().equals("java.base")) {
            return List.of(
                            "java.io",
                            "java.math",
                            "java.nio.file",
                            "java.time",
                            "java.util",
                            "java.util.concurrent",
                            "java.util.function",
                            "java.util.stream")
                    .contains(packageName);
        }
        return module.descriptor().exports().stream()
                .anyMatch(exports -> exports.source().equals(packageName) && !exports.isQualified());
    }

    // what is not public is not imported
    private static boolean isPublic(ModuleReference module, String entry) {
        String name = entry.replace('/', '.').replaceFirst("\\.class$", "");
        try {
            return Modifier.isPublic(Class.forName(name, false, CoachingShellTest.class.getClassLoader())
                    .getModifiers());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(module + " has no " + name, e);
        }
    }

    private static List<String> entries(ModuleReference module) {
        try (ModuleReader reader = module.open();
                Stream<String> names = reader.list()) {
            return names.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
