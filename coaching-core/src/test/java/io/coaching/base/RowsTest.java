package io.coaching.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static final List<String> COLUMNS = List.of("person", "value");

    @Test
    void aCellThatIsMissingIsEmpty() {
        Rows rows = Rows.of(COLUMNS, List.of(Map.of("value", 3, "person", "ana"), Map.of("person", "bo")));
        assertThat(rows.table()).isEqualTo("""
                        person  value
                        ------  -----
                        ana     3
                        bo
                        """);
        assertThat(rows).hasToString("2 rows of [person, value]");
    }

    @Test
    void aColumnThatIsNotSaidIsAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rows.of(COLUMNS, List.of(Map.of("valeu", 3))))
                .withMessageContaining("[person, value]: valeu");
    }

    @Test
    void rowsDoNotChangeWithWhatTheyWereMadeOf() {
        Map<String, Object> row = new HashMap<>(Map.of("person", "ana"));
        List<Map<String, Object>> list = new ArrayList<>(List.of(row));
        Rows rows = Rows.of(COLUMNS, list);
        row.put("person", "bo");
        list.clear();
        assertThat(rows.rows()).containsExactly(Map.of("person", "ana"));
    }
}
