package io.coaching.scorecard;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.base.CompetencyId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The content hash of a template, or of the part that one score hangs on. Its canonical form is a list of fields, each
 * with its length in front, so that no two contents have the same form; text is in normal form C with single blanks.
 */
final class Ruler {
    private static final int DIGITS = 16;

    private final StringBuilder form = new StringBuilder();

    private Ruler() {}

    static String of(ScorecardTemplate template) {
        var ruler = new Ruler();
        ruler.scale(template.scale());
        for (Section section : template.sections()) {
            ruler.add("section").add(section.weight());
            section.items().forEach(item -> ruler.weighted(template, item));
        }
        return ruler.hash();
    }

    static String of(ScorecardTemplate template, CompetencyId competency) {
        var ruler = new Ruler();
        ruler.scale(template.scale());
        template.items(competency).forEach(item -> ruler.weighted(template, item));
        return ruler.hash();
    }

    static String of(ScorecardTemplate template, Item item) {
        var ruler = new Ruler();
        ruler.scale(template.scale());
        ruler.item(template, item);
        return ruler.hash();
    }

    private void scale(RatingScale scale) {
        add("scale").add(scale.halfPoints() ? "halves" : "levels");
        for (Level level : scale.levels()) {
            add(level.points().halves()).add(level.name()).add(level.anchor());
        }
    }

    private void weighted(ScorecardTemplate template, Item item) {
        add("weight").add(item.weight());
        item(template, item);
    }

    private void item(ScorecardTemplate template, Item item) {
        add("item")
                .add(item.id().value())
                .add(item.text())
                .add(item.competency().value());
        Optional<Competency> competency = template.competency(item.competency());
        add(competency.flatMap(Competency::definition));
        add(item.behaviour()
                .flatMap(id -> competency.flatMap(c -> c.behaviour(id)))
                .map(Behaviour::text));
        List<Anchor> anchors = template.rubric(item).map(Rubric::anchors).orElse(List.of());
        anchors.stream()
                .sorted(java.util.Comparator.comparing(Anchor::level))
                .forEach(anchor -> add(anchor.level().halves()).add(anchor.text()));
    }

    @CanIgnoreReturnValue
    private Ruler add(int number) {
        return add(Integer.toString(number));
    }

    @CanIgnoreReturnValue
    private Ruler add(Optional<String> text) {
        return text.isEmpty() ? add("absent") : add("present").add(text.get());
    }

    @CanIgnoreReturnValue
    private Ruler add(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
        form.append(plain.length()).append(':').append(plain);
        return this;
    }

    private String hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(form.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
