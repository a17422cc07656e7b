package io.coaching.benchmark;

import static io.coaching.benchmark.Panels.count;
import static io.coaching.benchmark.Panels.id;
import static io.coaching.benchmark.Panels.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.data.Sample;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.StandardKpis;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What needs a look is activity or skill")
class AreaTest {
    private static final int PEERS = 20;

    /** Peers around 600 calls in 60 days and 300 connects of 600 calls; the person comes last. */
    private static PersonBenchmark person(int calls, int connects) {
        return new PersonBenchmark(
                id(PEERS),
                List.of(compare(StandardKpis.CALLS, calls, 0), compare(StandardKpis.CONNECT_RATE, connects, 1)));
    }

    private static PeerComparison compare(Kpi kpi, int own, int kind) {
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < PEERS; i++) {
            samples.add(sample(kind, kind == 0 ? 580 + 2 * i : 281 + 2 * i));
        }
        samples.add(sample(kind, own));
        return Benchmark.withDefaults().compare(Panels.of(kpi, samples), 0, id(PEERS), ids(0, PEERS + 1));
    }

    private static Sample sample(int kind, int events) {
        return kind == 0 ? count(events, 60) : new Sample.Proportion(events, 600);
    }

    @Test
    @DisplayName("by the same verdicts as the comparisons, in one sentence")
    void sentence() {
        PersonBenchmark quality = person(600, 120);
        assertThat(quality.behindOn(Area.VOLUME)).isEmpty();
        assertThat(quality.behindOn(Area.QUALITY)).containsExactly(quality.on(StandardKpis.CONNECT_RATE.id()));
        assertThat(quality.explain()).contains("p020 is behind on quality, not on volume: Connect rate.");

        PersonBenchmark volume = person(250, 300);
        assertThat(volume.behindOn(Area.VOLUME)).containsExactly(volume.on(StandardKpis.CALLS.id()));
        assertThat(volume.explain())
                .contains("p020 is behind on volume, not on quality: " + StandardKpis.CALLS.name() + ".");

        assertThat(person(250, 120).explain())
                .contains(
                        "p020 is behind on volume (" + StandardKpis.CALLS.name() + ") and on quality (Connect rate).");
    }

    @Test
    @DisplayName("and nothing is said where nobody is behind, or only one of both was compared")
    void silence() {
        assertThat(person(600, 300).explain()).doesNotContain("behind on volume", "behind on quality");
        PersonBenchmark half = new PersonBenchmark(id(PEERS), List.of(compare(StandardKpis.CALLS, 250, 0)));
        assertThat(half.behindOn(Area.VOLUME)).hasSize(1);
        assertThat(half.explain()).doesNotContain("behind on volume");
    }

    @Test
    @DisplayName("while results, sizes and durations are neither")
    void neither() {
        assertThat(Area.of(StandardKpis.CALLS)).contains(Area.VOLUME);
        assertThat(Area.of(StandardKpis.WIN_RATE)).contains(Area.QUALITY);
        assertThat(Area.of(StandardKpis.SALES_CYCLE)).isEmpty();
        assertThat(Area.of(StandardKpis.BOOKINGS)).isEmpty();
        assertThat(Area.of(StandardKpis.OPEN_PIPELINE)).isEmpty();
    }
}
