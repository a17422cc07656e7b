package io.coaching.data;

import io.coaching.base.MeasureId;
import io.coaching.base.PersonId;
import io.coaching.base.SourceId;
import io.coaching.kpi.KpiCatalogue;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Takes facts by name, in any order, and makes a {@link FactBook} of them. Names are numbered in their own order once all
 * are known, so that the table is the same to the bit whatever came first.
 */
final class FactRecorder {
    private final Dictionary.Builder<MeasureId> columns = Dictionary.builder();
    private final Dictionary.Builder<PersonId> persons = Dictionary.builder();
    private final Dictionary.Builder<SourceId> sources = Dictionary.builder();
    private int[] column = new int[1024];
    private int[] person = new int[1024];
    private int[] day = new int[1024];
    private int[] source = new int[1024];
    private long[] value = new long[1024];
    private int size;
    private long impossibleDays;

    /** Records a fact; one on a day outside the range of the table is counted and left out. */
    void add(MeasureId block, PersonId who, LocalDate when, long scaled, SourceId from) {
        long epochDay = when.toEpochDay();
        if (epochDay < FactTable.FIRST_DAY || epochDay > FactTable.LAST_DAY) {
            impossibleDays++;
            return;
        }
        if (size == column.length) {
            int larger = size + (size >> 1);
            column = Arrays.copyOf(column, larger);
            person = Arrays.copyOf(person, larger);
            day = Arrays.copyOf(day, larger);
            source = Arrays.copyOf(source, larger);
            value = Arrays.copyOf(value, larger);
        }
        column[size] = columns.intern(block);
        person[size] = persons.intern(who);
        day[size] = (int) epochDay;
        source[size] = sources.intern(from);
        value[size] = scaled;
        size++;
    }

    long impossibleDays() {
        return impossibleDays;
    }

    FactBook seal(KpiCatalogue catalogue, @Nullable Executor executor, int parallelism) {
        Dictionary<MeasureId> byColumn = columns.build(Comparator.naturalOrder());
        Dictionary<PersonId> byPerson = persons.build(Comparator.comparing(PersonId::value));
        Dictionary<SourceId> bySource = sources.build(Comparator.naturalOrder());
        FactTable.Builder table = rows(
                columns.numbersOf(byColumn), persons.numbersOf(byPerson), sources.numbersOf(bySource), byColumn.size());
        return new FactBook(
                executor == null ? table.seal() : table.seal(executor, parallelism),
                byColumn,
                byPerson,
                bySource,
                catalogue);
    }

    /** The rows numbered as in an existing book; null if that book lacks one of the names. */
    FactTable.@Nullable Builder numberedAs(FactBook book) {
        int[] toColumn = numbers(columns.build(Comparator.naturalOrder()), book.columns(), columns);
        int[] toPerson = numbers(persons.build(Comparator.comparing(PersonId::value)), book.people(), persons);
        int[] toSource = numbers(sources.build(Comparator.naturalOrder()), book.sources(), sources);
        return toColumn == null || toPerson == null || toSource == null
                ? null
                : rows(toColumn, toPerson, toSource, book.columns().size());
    }

    private static <T> int @Nullable [] numbers(Dictionary<T> own, Dictionary<T> other, Dictionary.Builder<T> builder) {
        int[] numbers = builder.numbersOf(own);
        for (int i = 0; i < numbers.length; i++) {
            var found = other.find(own.name(numbers[i]));
            if (found.isEmpty()) {
                return null;
            }
            numbers[i] = found.getAsInt();
        }
        return numbers;
    }

    private FactTable.Builder rows(int[] toColumn, int[] toPerson, int[] toSource, int blocks) {
        FactTable.Builder table = FactTable.builder(blocks);
        for (int i = 0; i < size; i++) {
            table.add(toColumn[column[i]], toPerson[person[i]], day[i], value[i], toSource[source[i]]);
        }
        return table;
    }
}
