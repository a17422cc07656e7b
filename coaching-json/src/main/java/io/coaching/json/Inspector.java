package io.coaching.json;

import io.coaching.base.Argument;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Place;
import io.coaching.base.Problem;
import io.coaching.base.Severity;
import io.coaching.json.Shape.Form;
import io.coaching.json.Shape.Property;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one value and does not stop at the first fault: a part that cannot be read is noted with its place and left out,
 * and the reading goes on. What can be made of the rest is then checked as a whole. Not thread-safe; for one value.
 */
final class Inspector {
    /** How a builder of ours says which attributes it lacks. */
    private static final Pattern LACKING = Pattern.compile("required attributes are not set \\[(.*)]");

    /** What may only seem to be missing, where something beneath it could not be read. */
    private static final Set<MessageCode> OF_ABSENCE = Set.of(
            MessageCode.CARD_MISSING,
            MessageCode.CARD_NO_ANSWER,
            MessageCode.CARD_NO_ACTIONS,
            MessageCode.TEMPLATE_SCALE_SHORT,
            MessageCode.TEMPLATE_NO_DEFINITION,
            MessageCode.TEMPLATE_EMPTY,
            MessageCode.TEMPLATE_SECTION_EMPTY);

    /** What may only seem to be unknown, where what it names could not be read. */
    private static final Set<MessageCode> OF_REFERENCE =
            Set.of(MessageCode.CARD_ITEM_MISSING, MessageCode.TEMPLATE_UNKNOWN, MessageCode.TEMPLATE_UNRATED);

    private final JsonMapper mapper;
    private final String source;
    private final long line;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> unread = new HashSet<>();
    private final Set<String> lostNames = new HashSet<>();
    private final Map<String, List<Integer>> kept = new HashMap<>();

    Inspector(JsonMapper mapper, String source, long line) {
        this.mapper = mapper;
        this.source = source;
        this.line = line;
    }

    /** Reads a value; null where nothing could be made of it. */
    <T> @Nullable T read(Class<T> type, JsonNode node) {
        return type.cast(read(mapper.constructType(type), node, ""));
    }

    /** Adds what is wrong with the value as a whole, but for what only follows from a part that could not be read. */
    void check(List<Problem> found) {
        for (Problem problem : found) {
            String path = original(problem.place().column().orElse(""));
            if (!follows(problem.message(), path)) {
                add(
                        problem.severity(),
                        problem.message(),
                        path,
                        problem.place().value().orElse(null));
            }
        }
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    // ---- reading

    private @Nullable Object read(JavaType type, JsonNode node, String path) {
        Class<?> raw = type.getRawClass();
        if (raw == Optional.class) {
            Object part = read(type.containedType(0), node, path);
            return part == null ? null : Optional.of(part);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return elements(type.getContentType(), node, path);
        }
        Shape shape = Shape.isAlternatives(raw) ? null : Shape.of(raw);
        if (shape != null && shape.form() == Form.VALUE && shape.maker() != null) {
            return value(shape, node, path);
        }
        try {
            return mapper.treeToValue(node, type);
        } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
            lost(path, node, e instanceof JacksonException j ? Refusal.said(j) : Refusal.clipped(e.getMessage(), 200));
            return null;
        }
    }

    private @Nullable Object elements(JavaType type, JsonNode node, String path) {
        if (!node.isArray()) {
            lost(path, node, "it is not a list");
            return null;
        }
        var elements = new ArrayList<Object>();
        var indices = new ArrayList<Integer>();
        for (int i = 0; i < node.size(); i++) {
            Object element = node.get(i).isNull() ? null : read(type, node.get(i), path + "[" + i + "]");
            if (element != null) {
                elements.add(element);
                indices.add(i);
            } else if (node.get(i).isNull()) {
                lost(path + "[" + i + "]", node.get(i), "it is null");
            } else {
                unread.add(path + "[" + i + "]");
                names(node.get(i));
            }
        }
        kept.put(path, indices);
        return elements;
    }

    private @Nullable Object value(Shape shape, JsonNode node, String path) {
        if (!node.isObject()) {
            lost(path, node, "it is not an object");
            return null;
        }
        Shape.Maker maker = java.util.Objects.requireNonNull(shape.maker());
        var known = new TreeSet<String>();
        shape.properties().forEach(property -> known.add(property.name()));
        Format format = Format.of(shape.type());
        format(format, node, path);
        for (String name : node.propertyNames()) {
            if (!known.contains(name) && !(format != null && name.equals(Format.PROPERTY))) {
                lost(
                        join(path, name),
                        node.get(name),
                        "there is no such property; there are " + String.join(", ", known));
            }
        }
        Object begun = maker.begin();
        var given = new HashSet<String>();
        for (Property property : shape.properties()) {
            JsonNode part = node.get(property.name());
            if (part == null || part.isNull()) {
                if (property.isOptional()) {
                    begun = maker.set(begun, property, ShapeReader.absent(property));
                }
                continue;
            }
            given.add(property.name());
            Object read =
                    read(mapper.getTypeFactory().constructType(property.type()), part, join(path, property.name()));
            if (read != null) {
                begun = maker.set(begun, property, read);
            } else if (property.isOptional()) {
                begun = maker.set(begun, property, ShapeReader.absent(property));
            }
        }
        return made(shape, begun, given, node, path);
    }

    private void format(@Nullable Format format, JsonNode node, String path) {
        if (format != null) {
            JsonNode found = node.get(Format.PROPERTY);
            if (found == null || !found.isString() || !found.stringValue().equals(format.toString())) {
                lost(
                        join(path, Format.PROPERTY),
                        found == null ? node : found,
                        "this version reads \"" + format + "\"");
            }
        }
    }

    private @Nullable Object made(Shape shape, Object begun, Set<String> given, JsonNode node, String path) {
        Shape.Maker maker = java.util.Objects.requireNonNull(shape.maker());
        if (shape.type().isRecord()) {
            List<String> lacking = shape.properties().stream()
                    .filter(property -> !property.isOptional())
                    .map(Property::name)
                    .filter(name -> !given.contains(name) || unread.contains(join(path, name)))
                    .toList();
            if (!lacking.isEmpty()) {
                lacking(lacking, given, node, path);
                return null;
            }
        }
        try {
            return maker.end(begun);
        } catch (IllegalStateException | IllegalArgumentException | ArithmeticException | NullPointerException e) {
            Matcher matcher = LACKING.matcher(String.valueOf(e.getMessage()));
            if (matcher.find()) {
                lacking(List.of(matcher.group(1).split(", ")), given, node, path);
            } else {
                lost(path, node, Refusal.clipped(e.getMessage(), 200));
            }
            return null;
        }
    }

    private void lacking(List<String> names, Set<String> given, JsonNode node, String path) {
        for (String name : names) {
            if (!given.contains(name)) { // what was given and could not be read has been noted
                String at = join(path, name);
                unread.add(at);
                names(node);
                add(Severity.ERROR, Account.missing(at), at, null);
            }
        }
    }

    private void lost(String path, JsonNode node, String why) {
        unread.add(path);
        names(node);
        String value = node.isString() ? node.stringValue() : node.toString();
        add(Severity.ERROR, path.isEmpty() ? Account.malformed(why) : Account.rejected(path, why), path, value);
    }

    /** Remembers which names stand in a part that is lost. */
    private void names(JsonNode node) {
        if (node.isString()) {
            lostNames.add(node.stringValue());
        }
        node.values().stream().filter(JsonNode::isString).forEach(value -> lostNames.add(value.stringValue()));
    }

    private void add(Severity severity, Message message, String path, @Nullable String value) {
        Place.Builder place = Place.builder().source(source);
        if (line > 0) {
            place.line(line);
        }
        if (!path.isEmpty()) {
            place.column(Refusal.clipped(path, 200));
        }
        if (value != null) {
            place.value(value);
        }
        problems.add(new Problem(severity, message, place.build()));
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    // ---- places

    /** A path with the indices of the input in place of those of what was kept of it. */
    private String original(String path) {
        Function<String, List<Integer>> indices = list -> kept.getOrDefault(list, List.of());
        var out = new StringBuilder();
        int from = 0;
        for (int open = path.indexOf('['); open >= 0; open = path.indexOf('[', from)) {
            int close = path.indexOf(']', open);
            out.append(path, from, open);
            int index = Integer.parseInt(path.substring(open + 1, close));
            List<Integer> of = indices.apply(out.toString());
            out.append('[').append(index < of.size() ? of.get(index) : index).append(']');
            from = close + 1;
        }
        return out.append(path.substring(from)).toString();
    }

    private boolean follows(Message message, String path) {
        boolean lost = unread.stream().anyMatch(at -> path.equals(at) || isBeneath(path, at));
        boolean hollow = OF_ABSENCE.contains(message.code()) && unread.stream().anyMatch(at -> isBeneath(at, path));
        boolean named = OF_REFERENCE.contains(message.code())
                && message.arguments().values().stream()
                        .anyMatch(a -> a instanceof Argument.Text text && lostNames.contains(text.value()));
        return lost || hollow || named;
    }

    private static boolean isBeneath(String path, String ancestor) {
        return path.startsWith(ancestor + ".") || path.startsWith(ancestor + "[");
    }
}
