package io.coaching.people;

import static io.coaching.people.People.AE;
import static io.coaching.people.People.ANA;
import static io.coaching.people.People.BEN;
import static io.coaching.people.People.BOSS;
import static io.coaching.people.People.NORTH;
import static io.coaching.people.People.Q1;
import static io.coaching.people.People.day;
import static io.coaching.people.People.roster;
import static io.coaching.people.People.since;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coaching.base.PersonId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
    private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final Roster roster = roster(RosterRecords.builder()
            .addPersons(
                    Person.builder()
                            .id(ANA)
                            .name("Ana Silva")
                            .hired(day(1, 1))
                            .putAttribute("segment", "smb")
                            .putAttribute("desk", "4711")
                            .putInclusion("gender", "f")
                            .build(),
                    Person.of(BEN))
            .addTeams(Team.builder().id(NORTH).name("Ana's team").build())
            .addAssignments(
                    since(ANA, "2026-01-01").team(NORTH).role(AE).manager(BOSS).build(),
                    since(BEN, "2026-01-01").team(NORTH).manager(ANA).build())
            .addLeaves(new Leave(ANA, Q1, LeaveKind.MEDICAL)));

    @Test
    void areTheSameUnderTheSameKeyAndOthersUnderAnother() {
        // printf 'p\0ana' | openssl dgst -sha256 -hmac 0123456789abcdef -binary | head -c 10 | base32
        assertThat(Pseudonyms.keyed(KEY).of(ANA)).isEqualTo(PersonId.of("p-pl5vsvt3qyi7f6lp"));
        byte[] other = KEY.clone();
        other[0]++;
        assertThat(Pseudonyms.keyed(other).of(ANA))
                .isNotEqualTo(Pseudonyms.keyed(KEY).of(ANA));
    }

    @Test
    void leaveTheShapeOfTheRosterAndTakeNamesAway() {
        Pseudonyms pseudonyms = Pseudonyms.keyed(KEY).dropping("desk");
        Pseudonymous hidden = roster.pseudonymous(pseudonyms);
        PersonId ana = pseudonyms.of(ANA);

        Person person = hidden.roster().person(ana).orElseThrow();
        assertThat(person.name()).isEmpty();
        assertThat(person.attributes()).containsOnlyKeys("segment");
        assertThat(person.inclusion()).isEmpty();
        assertThat(hidden.roster().team(NORTH).orElseThrow().name()).isEmpty();
        assertThat(hidden.roster().managerOn(pseudonyms.of(BEN), day(1, 1))).contains(ana);
        assertThat(hidden.roster().managerOn(ana, day(1, 1))).contains(pseudonyms.of(BOSS));
        assertThat(hidden.roster().records().leaves()).extracting(Leave::kind).containsExactly(LeaveKind.OTHER);
        assertThat(hidden.originals())
                .containsEntry(ana, ANA)
                .containsEntry(pseudonyms.of(BOSS), BOSS)
                .hasSize(3);
        assertThat(hidden.toString()).doesNotContain("ana");
    }

    @Test
    void coverGroupsAndKeepInclusionWhenAsked() {
        Pseudonymous hidden =
                roster.pseudonymous(Pseudonyms.keyed(KEY).withGroups().keepingInclusion());
        assertThat(hidden.roster().team(NORTH)).isEmpty();
        assertThat(hidden.roster().role(AE)).isEmpty();
        assertThat(hidden.roster().members(Pseudonyms.keyed(KEY).withGroups().of(NORTH), day(1, 1)))
                .hasSize(2);
        assertThat(hidden.roster().persons())
                .anySatisfy(person -> assertThat(person.inclusion()).containsEntry("gender", "f"));
    }

    @Test
    void needAKeyOfSomeLengthAndDoNotTellIt() {
        assertThatThrownBy(() -> Pseudonyms.keyed(new byte[15])).hasMessageContaining("at least 16 bytes, has 15");
        assertThat(Pseudonyms.keyed(KEY).dropping("desk").withGroups())
                .hasToString("pseudonyms without [desk], of groups too");
    }
}
