package io.coaching.benchmark;

import io.coaching.base.PersonId;
import io.coaching.data.Panel;
import io.coaching.data.Sample;
import io.coaching.kpi.Kpi;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Panels for tests: people p000, p001, ... with one sample each. */
final class Panels {
    static final Span Q3 = Span.quarter(2026, 3);

    private Panels() {}

    static PersonId id(int i) {
        return PersonId.of(String.format(Locale.ROOT, "p%03d", i));
    }

    static List<PersonId> ids(int from, int to) {
        var ids = new ArrayList<PersonId>();
        for (int i = from; i < to; i++) {
            ids.add(id(i));
        }
        return ids;
    }

    static Panel of(Kpi kpi, List<? extends Sample> samples) {
        Panel.Builder builder = Panel.builder(kpi).period(Q3);
        for (int i = 0; i < samples.size(); i++) {
            builder.add(id(i), samples.get(i));
        }
        return builder.build();
    }

    static Sample count(int events, double days) {
        return new Sample.Total(events, events, events, days, true);
    }

    static Sample level(double value) {
        return new Sample.Level(3, value, OptionalDouble.empty());
    }

    static Sample mean(long n, double mean, double variance) {
        return new Sample.Mean(n, mean, OptionalDouble.of(variance));
    }
}
