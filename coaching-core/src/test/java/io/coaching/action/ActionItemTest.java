package io.coaching.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.base.PersonId;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An action item")
class ActionItemTest {
    private static final LocalDate DUE = LocalDate.of(2026, 10, 1);
    private static final ActionItem ITEM = ActionItem.of("Call the economic buyer", PersonId.of("ana"), DUE);

    @Test
    @DisplayName("is overdue from the day after its date, and done from the day on which it was done")
    void status() {
        assertThat(ITEM.status(DUE)).isEqualTo(ActionStatus.OPEN);
        assertThat(ITEM.status(DUE.plusDays(1))).isEqualTo(ActionStatus.OVERDUE);
        ActionItem late = ActionItem.builder().from(ITEM).done(DUE.plusDays(3)).build();
        assertThat(late.status(DUE.plusDays(2))).isEqualTo(ActionStatus.OVERDUE);
        assertThat(late.status(DUE.plusDays(3))).isEqualTo(ActionStatus.DONE);
    }

    @Test
    @DisplayName("was kept if it was done by its date, and whenever it was done if it had none")
    void kept() {
        assertThat(ITEM.isDoneInTime()).isFalse();
        assertThat(ActionItem.builder().from(ITEM).done(DUE).build().isDoneInTime())
                .isTrue();
        assertThat(ActionItem.builder().from(ITEM).done(DUE.plusDays(1)).build().isDoneInTime())
                .isFalse();
        assertThat(ActionItem.builder().what("Practise").done(DUE).build().isDoneInTime())
                .isTrue();
        assertThat(ActionItem.builder().what("Practise").build().status(DUE)).isEqualTo(ActionStatus.OPEN);
    }
}
