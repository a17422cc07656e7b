package io.coaching.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coaching.base.MeasureId;
import io.coaching.base.PersonId;
import io.coaching.base.SourceId;
import io.coaching.data.SomeFacts.Fact;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class NamedFactsProperties {
    private static NamedFacts named(List<Fact> facts) {
        NamedFacts.Builder builder = NamedFacts.builder();
        for (Fact f : facts) {
            builder.add(
                    MeasureId.of("m" + f.measure()),
                    PersonId.of("p" + f.person()),
                    LocalDate.ofEpochDay(f.day()),
                    f.value(),
                    SourceId.of("s" + f.source()));
        }
        return builder.seal();
    }

    @Property(tries = 30)
    void theOrderInWhichNamesAreMetDoesNotReachTheResult(@ForAll long seed, @ForAll @IntRange(max = 2_000) int n) {
        List<Fact> facts = SomeFacts.random(seed, n);
        NamedFacts a = named(facts);
        NamedFacts b = named(SomeFacts.shuffled(facts, seed));
        assertThat(b).isEqualTo(a).hasSameHashCodeAs(a);
        assertThat(b.table().toBytes()).isEqualTo(a.table().toBytes());
        for (Fact f : facts.subList(0, Math.min(20, n))) {
            LocalDate day = LocalDate.ofEpochDay(f.day());
            long[] expected = facts.stream()
                    .filter(g -> g.measure() == f.measure() && g.person() == f.person() && g.day() == f.day())
                    .mapToLong(Fact::value)
                    .sorted()
                    .toArray();
            assertThat(a.values(MeasureId.of("m" + f.measure()), PersonId.of("p" + f.person()), day, day.plusDays(1)))
                    .containsExactly(expected);
        }
    }

    @Example
    void whoIsUnknownHasNoFacts() {
        NamedFacts facts = named(List.of(new Fact(0, 1, 20_000, 5, 1, 0)));
        LocalDate day = LocalDate.ofEpochDay(20_000);
        assertThat(facts.aggregate(MeasureId.of("m0"), PersonId.of("p1"), day, day.plusDays(1)))
                .isEqualTo(Aggregate.of(5));
        assertThat(facts.aggregate(MeasureId.of("m0"), PersonId.of("p2"), day, day.plusDays(1)))
                .isEqualTo(Aggregate.EMPTY);
        assertThat(facts.aggregate(MeasureId.of("m1"), PersonId.of("p1"), day, day.plusDays(1)))
                .isEqualTo(Aggregate.EMPTY);
        assertThat(facts.cube(day, day.plusDays(7)).build().cells()).isEqualTo(1);
    }

    @Property(tries = 50)
    void aDictionaryNumbersSortedNames(@ForAll List<String> names) {
        Dictionary<String> dictionary = Dictionary.of(names, Comparator.naturalOrder());
        List<String> sorted = names.stream().distinct().sorted().toList();
        assertThat(dictionary.names()).isEqualTo(sorted);
        assertThat(IntStream.range(0, sorted.size()))
                .allSatisfy(
                        i -> assertThat(dictionary.number(dictionary.name(i))).isEqualTo(i));
    }

    @Example
    void aDictionarySaysWhatItDoesNotKnow() {
        Dictionary<String> dictionary = Dictionary.of(List.of("b", "a", "b"), Comparator.naturalOrder());
        assertThat(dictionary).hasToString("2 names");
        assertThat(dictionary.find("c")).isEmpty();
        assertThatThrownBy(() -> dictionary.number("c")).hasMessage("unknown: c, there are 2 others");
    }
}
