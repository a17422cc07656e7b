package io.coaching.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void figuresStandRightWordsLeftAndNoLineEndsInBlanks() {
        assertThat(TextTable.of("who", ">n", "note")
                        .row("ana", "1,000", "")
                        .row("b\u00e9a", "7", "new")
                        .toString())
                .isEqualTo("""
                        who      n  note
                        ---  -----  ----
                        ana  1,000
                        béa      7  new
                        """);
    }

    @Test
    void aRowHasAsManyCellsAsThereAreHeads() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextTable.of("a", "b").row("1"))
                .withMessageContaining("row must have 2 cells: [1]");
    }
}
