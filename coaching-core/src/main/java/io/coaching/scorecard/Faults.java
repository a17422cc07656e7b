package io.coaching.scorecard;

import io.coaching.base.Message;
import io.coaching.base.Place;
import io.coaching.base.Problem;
import io.coaching.base.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one value, each fault with its place in it. */
final class Faults {
    private final String source;
    private final List<Problem> problems = new ArrayList<>();

    Faults(String source) {
        this.source = source;
    }

    void error(Message why, String path, @Nullable Object value) {
        add(Severity.ERROR, why, path, value);
    }

    void warn(Message why, String path, @Nullable Object value) {
        add(Severity.WARNING, why, path, value);
    }

    void note(Message why, String path) {
        add(Severity.NOTE, why, path, null);
    }

    private void add(Severity severity, Message why, String path, @Nullable Object value) {
        Place.Builder place = Place.builder().source(source).column(path);
        if (value != null) {
            place.value(value.toString());
        }
        problems.add(new Problem(severity, why, place.build()));
    }

    List<Problem> all() {
        return List.copyOf(problems);
    }
}
