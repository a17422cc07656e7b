package io.coaching.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PlaceTest {
    @Test
    void aPlaceReadsLikeThatOfACompiler() {
        Place.Builder place = Place.builder().source("deals.csv");
        assertThat(place.build()).hasToString("deals.csv");
        assertThat(place.line(7).column("close_date").value("31/02/2026").build())
                .hasToString("deals.csv:7 close_date");
    }

    @Test
    void aLongValueIsCut() {
        Place place = Place.builder().source("s").value("x".repeat(81)).build();
        assertThat(place.value()).contains("x".repeat(77) + "...");
        String fits = "x".repeat(80);
        assertThat(Place.builder().source("s").value(fits).build().value()).contains(fits);
    }

    @Test
    void linesCountFromOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Place.builder().source("s").line(0).build())
                .withMessageContaining("line must be at least 1: 0");
    }
}
