package io.coaching.json;

import static java.util.Objects.requireNonNull;

import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Outcome;
import io.coaching.base.Place;
import io.coaching.base.Problem;
import io.coaching.scorecard.Scorecard;
import io.coaching.scorecard.ScorecardForm;
import io.coaching.scorecard.ScorecardTemplate;
import io.coaching.scorecard.TemplateStatus;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Templates and cards as people write them and hosts hand them in: reading names every fault at once, each with its place,
 * those of JSON and those against the template alike. {@code CoachingJson.mapper()} and {@link Ndjson} read the same JSON
 * and stop at the first fault of a value.
 *
 * <pre>{@code
 * Outcome<Optional<ScorecardTemplate>> template = Scorecards.named("template.json").template(in);
 * Outcome<List<Scorecard>> cards = Scorecards.named("cards.ndjson").cards(in, List.of(v1, v2), asOf);
 * cards.problems(); // cards.ndjson:7 ratings[2].points: 5.5 for questions is not on the scale: 1, 2, 3, 4, 5
 * }</pre>
 *
 * <p>A card with an error is refused; one that only lacks what its template demands is taken, with warnings.
 *
 * <p>Immutable and safe for use by many threads. Nothing is read beyond its limits.
 */
public final class Scorecards {
    private final String source;
    private final ReadLimits limits;
    private final JsonMapper mapper;

    private Scorecards(String source, ReadLimits limits) {
        this.source = requireNonNull(source, "source");
        this.limits = requireNonNull(limits, "limits");
        this.mapper = CoachingJson.mapper(limits);
    }

    /**
     * Returns a reader.
     *
     * @param source the name of the input, as that of a file, which problems mention
     * @return the reader, with {@link ReadLimits#DEFAULT}
     */
    public static Scorecards named(String source) {
        return new Scorecards(source, ReadLimits.DEFAULT);
    }

    /**
     * Returns this reader with other limits.
     *
     * @param other how much input is taken
     * @return the reader
     */
    public Scorecards within(ReadLimits other) {
        return new Scorecards(source, other);
    }

    // ---- templates

    /**
     * Reads a template. A draft may be unsound, and its faults are told all the same.
     *
     * @param in where from; it is read to the end, and left open
     * @return the template, if there is no error; else all that is wrong with it
     * @throws java.io.UncheckedIOException if the stream cannot be read
     */
    public Outcome<Optional<ScorecardTemplate>> template(InputStream in) {
        return template(tree(() -> mapper.readTree(in)));
    }

    /**
     * Reads a template.
     *
     * @param json the text
     * @return the template, if there is no error; else all that is wrong with it
     */
    public Outcome<Optional<ScorecardTemplate>> template(String json) {
        return template(tree(() -> mapper.readTree(json)));
    }

    private Outcome<Optional<ScorecardTemplate>> template(Outcome<Optional<JsonNode>> tree) {
        if (tree.value().isEmpty()) {
            return refused(tree.problems());
        }
        JsonNode node = tree.value().get();
        var inspector = new Inspector(mapper, source, 0);
        // a draft may be unsound: so it can be made, and then be asked for all its faults
        ScorecardTemplate draft = inspector.read(ScorecardTemplate.class, asDraft(node));
        var standIn = new Inspector(mapper, source, 0);
        ScorecardTemplate checked = draft != null ? draft : standIn.read(ScorecardTemplate.class, identified(node));
        if (checked != null) {
            inspector.check(checked.problems());
        }
        if (draft == null || inspector.hasErrors()) {
            return refused(inspector.problems());
        }
        ScorecardTemplate template = inspector.read(ScorecardTemplate.class, node);
        return template == null
                ? refused(inspector.problems())
                : new Outcome<>(Optional.of(template), 1, 0, inspector.problems());
    }

    /** The same template as a draft, which may hold any fault and has not retired; what cannot be read stays to be told. */
    private static JsonNode asDraft(JsonNode node) {
        if (!node.isObject()) {
            return node;
        }
        ObjectNode draft = ((ObjectNode) node).deepCopy();
        String status = node.path("status").asString("");
        if (Arrays.stream(TemplateStatus.values()).map(Enum::name).anyMatch(status::equals)) {
            draft.put("status", TemplateStatus.DRAFT.name());
        }
        if (node.path("retiredOn").asString("").matches("\\d{4}-\\d{2}-\\d{2}")) {
            draft.remove("retiredOn");
        }
        return draft;
    }

    /** The same template with an id, a title and a version, so that the rest of it can be checked. */
    private JsonNode identified(JsonNode node) {
        if (!node.isObject()) {
            return node;
        }
        ObjectNode whole = ((ObjectNode) asDraft(node)).deepCopy();
        whole.put("id", "unread").put("title", "unread").remove(List.of("version", "status", "retiredOn"));
        if (!whole.path("scale").isObject()) {
            whole.putObject("scale");
        }
        return whole;
    }

    // ---- cards

    /**
     * Reads a card.
     *
     * @param json the text
     * @param templates the templates that it can be on
     * @param asOf the last day that can have happened
     * @return the card, if there is no error; else all that is wrong with it
     */
    public Outcome<Optional<Scorecard>> card(String json, Collection<ScorecardTemplate> templates, LocalDate asOf) {
        Outcome<Optional<JsonNode>> tree = tree(() -> mapper.readTree(json));
        return tree.value().isEmpty()
                ? refused(tree.problems())
                : card(tree.value().get(), 0, List.copyOf(templates), asOf);
    }

    /**
     * Reads cards, one a line.
     *
     * @param in where from; it is read to the end or to a limit, and left open
     * @param templates the templates that they can be on
     * @param asOf the last day that can have happened
     * @return the cards without an error, and all that is wrong with the others
     * @throws java.io.UncheckedIOException if the stream cannot be read
     */
    public Outcome<List<Scorecard>> cards(InputStream in, Collection<ScorecardTemplate> templates, LocalDate asOf) {
        var on = List.copyOf(templates);
        var cards = new ArrayList<Scorecard>();
        var account = new Account(source, limits);
        Ndjson.lines(new ByteSource(in, limits), limits, account, (bytes, from, to, line) -> {
            JsonNode node;
            try {
                node = mapper.readTree(bytes, from, to - from);
            } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
                String why = e instanceof JacksonException j ? Refusal.said(j) : Refusal.clipped(e.getMessage(), 200);
                account.refuse(line, null, Utf8.show(bytes, from, to), Account.malformed(why));
                return;
            }
            Outcome<Optional<Scorecard>> card = card(node, line, on, asOf);
            card.problems().forEach(account::note);
            card.value()
                    .ifPresentOrElse(
                            value -> {
                                cards.add(value);
                                account.accept();
                            },
                            account::refuseSilently);
        });
        return account.close(List.copyOf(cards));
    }

    private Outcome<Optional<Scorecard>> card(
            JsonNode node, long line, List<ScorecardTemplate> templates, LocalDate asOf) {
        var inspector = new Inspector(mapper, source, line);
        ScorecardForm form = inspector.read(ScorecardForm.class, node);
        if (form == null) {
            return refused(inspector.problems());
        }
        ScorecardTemplate template = template(form, templates);
        if (template == null) {
            inspector.check(List.of(Problem.error(
                    Message.of(MessageCode.CARD_UNKNOWN_TEMPLATE)
                            .with(
                                    "template",
                                    form.template().map(Object::toString).orElse("for the card")
                                            + (form.version().isPresent()
                                                    ? " v" + form.version().getAsInt()
                                                    : "")),
                    Place.builder().source(source).column("template").build())));
            return refused(inspector.problems());
        }
        inspector.check(form.problems(template, asOf));
        Optional<Scorecard> card = inspector.hasErrors() ? Optional.empty() : form.card(template, asOf);
        return new Outcome<>(card, card.isPresent() ? 1 : 0, card.isPresent() ? 0 : 1, inspector.problems());
    }

    /** The template of a form; where it names none that is there, the newest that can be meant, so that the rest is checked. */
    private static @Nullable ScorecardTemplate template(ScorecardForm form, List<ScorecardTemplate> templates) {
        Comparator<ScorecardTemplate> byVersion = Comparator.comparing(ScorecardTemplate::version);
        List<ScorecardTemplate> named = templates.stream()
                .filter(t -> form.template().filter(t.id()::equals).isPresent())
                .sorted(byVersion)
                .toList();
        if (named.isEmpty()) {
            boolean one =
                    templates.stream().map(ScorecardTemplate::id).distinct().count() == 1;
            return one ? templates.stream().max(byVersion).orElse(null) : null;
        }
        return named.stream()
                .filter(t -> form.version().isPresent() && form.version().getAsInt() == t.version())
                .findFirst()
                .orElse(named.get(named.size() - 1));
    }

    // ---- trees

    private interface TreeReader {
        JsonNode read();
    }

    private Outcome<Optional<JsonNode>> tree(TreeReader reader) {
        try {
            return new Outcome<>(Optional.of(reader.read()), 1, 0, List.of());
        } catch (tools.jackson.core.exc.JacksonIOException e) {
            throw new java.io.UncheckedIOException(e.getCause());
        } catch (JacksonException e) {
            Place.Builder place = Place.builder().source(source);
            if (e.getLocation() != null && e.getLocation().getLineNr() > 0) {
                place.line(e.getLocation().getLineNr());
            }
            return refused(List.of(Problem.error(Account.malformed(Refusal.said(e)), place.build())));
        }
    }

    private static <T> Outcome<Optional<T>> refused(List<Problem> problems) {
        return new Outcome<>(Optional.empty(), 0, 1, problems);
    }
}
