package io.coaching.data;

import com.google.common.collect.ImmutableSet;
import io.coaching.base.MeasureId;
import io.coaching.base.PersonId;
import io.coaching.base.SourceId;
import io.coaching.kpi.KpiCatalogue;
import io.coaching.kpi.Measure;
import io.coaching.pipeline.OpportunityMeasures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The fact table together with the meaning of its numbers: which column is which measure in which currency. */
final class FactBook {
    private static final Set<MeasureId> OF_OPPORTUNITIES = ImmutableSet.copyOf(OpportunityMeasures.ids());

    private final FactTable table;
    private final Dictionary<MeasureId> columns;
    private final Dictionary<PersonId> persons;
    private final Dictionary<SourceId> sources;
    private final Map<MeasureId, Map<String, Integer>> blocks = new HashMap<>();
    private final Set<MeasureId> scores = new HashSet<>();
    private final BitSet active = new BitSet();

    FactBook(
            FactTable table,
            Dictionary<MeasureId> columns,
            Dictionary<PersonId> persons,
            Dictionary<SourceId> sources,
            KpiCatalogue catalogue) {
        this.table = table;
        this.columns = columns;
        this.persons = persons;
        this.sources = sources;
        List<MeasureId> ids = columns.names();
        for (int i = 0; i < ids.size(); i++) {
            Block block = Block.parse(ids.get(i), catalogue);
            blocks.computeIfAbsent(block.measure().id(), m -> new HashMap<>()).put(block.key(), i);
            if (block.ruler().isPresent()) {
                scores.add(block.measure().id());
            } else {
                for (int person : table.persons(i)) {
                    active.set(person);
                }
            }
        }
    }

    FactTable table() {
        return table;
    }

    Dictionary<MeasureId> columns() {
        return columns;
    }

    Dictionary<SourceId> sources() {
        return sources;
    }

    Dictionary<PersonId> people() {
        return persons;
    }

    List<PersonId> persons() {
        return persons.names();
    }

    /** The number of a person in the table, or -1. */
    int personNumber(PersonId person) {
        return persons.find(person).orElse(-1);
    }

    OptionalInt blockNumber(Measure measure, String key) {
        Map<String, Integer> byKey = blocks.get(measure.id());
        Integer number = byKey == null ? null : byKey.get(key);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Whether somebody did something that is counted: to have been rated is none of one's own doing. */
    boolean isActive(int person) {
        return person >= 0 && active.get(person);
    }

    /** Whether nobody looked: a measure of opportunities is looked at as soon as there is one, and may be zero. */
    boolean isNeverObserved(Measure measure) {
        return !blocks.containsKey(measure.id()) && !(OF_OPPORTUNITIES.contains(measure.id()) && hasOpportunities());
    }

    private boolean hasOpportunities() {
        return blocks.containsKey(OpportunityMeasures.STARTED);
    }

    /** The currencies in which a measure has facts, sorted by code. */
    List<Currency> currenciesOf(Measure measure) {
        if (scores.contains(measure.id())) {
            return List.of();
        }
        var codes = new ArrayList<>(blocks.getOrDefault(measure.id(), Map.of()).keySet());
        codes.remove("");
        return codes.stream().sorted().map(Currency::getInstance).toList();
    }

    /** The rulers that a measure has facts of, sorted; "" among them for facts that came without one. */
    List<String> rulersOf(Measure measure) {
        return scores.contains(measure.id())
                ? blocks.getOrDefault(measure.id(), Map.of()).keySet().stream()
                        .sorted()
                        .toList()
                : List.of();
    }

    /** Whether every name has a fact: only then are the numbers those of a table built from scratch. */
    boolean isTight() {
        var usedPersons = new BitSet();
        var usedSources = new BitSet();
        for (int column = 0; column < table.measures(); column++) {
            if (table.rows(column) == 0) {
                return false;
            }
            for (int person : table.persons(column)) {
                usedPersons.set(person);
                table.forEach(
                        column,
                        person,
                        FactTable.FIRST_DAY,
                        FactTable.LAST_DAY + 1,
                        (day, value, source, slice) -> usedSources.set(source));
            }
        }
        return usedPersons.cardinality() == persons.size() && usedSources.cardinality() == sources.size();
    }

    /** A day as the fact table counts it, brought into its range: a span may begin before all facts. */
    static int day(LocalDate day) {
        return (int) Math.max(FactTable.FIRST_DAY, Math.min(FactTable.LAST_DAY + 1L, day.toEpochDay()));
    }
}
