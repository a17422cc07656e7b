package io.coaching.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a rival that reads row by row fills: columns with numbers for texts. */
final class Columns {
    final Map<String, Integer> persons = new HashMap<>();
    final Map<String, Integer> measures = new HashMap<>();
    int size;
    int[] person = new int[1024];
    int[] measure = new int[1024];
    int[] day = new int[1024];
    long[] value = new long[1024];

    void add(String ofPerson, String ofMeasure, long epochDay, double amount) {
        if (size == person.length) {
            int more = 2 * size;
            person = Arrays.copyOf(person, more);
            measure = Arrays.copyOf(measure, more);
            day = Arrays.copyOf(day, more);
            value = Arrays.copyOf(value, more);
        }
        person[size] = number(persons, ofPerson);
        measure[size] = number(measures, ofMeasure);
        day[size] = (int) epochDay;
        value[size++] = Math.round(amount * 100);
    }

    private static int number(Map<String, Integer> numbers, String text) {
        Integer known = numbers.get(text);
        if (known == null) {
            known = numbers.size();
            numbers.put(text, known);
        }
        return known;
    }

    private static String[] names(Map<String, Integer> numbers) {
        var names = new String[numbers.size()];
        numbers.forEach((name, number) -> names[number] = name);
        return names;
    }

    List<String> rows() {
        String[] personNames = names(persons);
        String[] measureNames = names(measures);
        var rows = new ArrayList<String>();
        for (int i = 0; i < size; i++) {
            rows.add(personNames[person[i]] + ' ' + measureNames[measure[i]] + ' ' + day[i] + ' ' + value[i]);
        }
        return rows;
    }
}
