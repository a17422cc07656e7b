package io.coaching.data;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Names and the dense integers that stand for them in a {@link FactTable}: sorted names, numbered from 0.
 *
 * <p>The numbers follow from the names alone, never from the order in which they were met, so that a table has the
 * same bits whatever the order of its rows. Where all names are known beforehand, {@link #of} numbers them and nothing
 * is ever renumbered; where they are met row by row, a {@link Builder} hands out numbers as they come, and
 * {@link Builder#numbersOf} says at the end which number each one takes.
 *
 * <p>Immutable.
 *
 * @param <T> what is numbered, with {@code equals} and {@code hashCode} by content
 */
public final class Dictionary<T> {
    private final Names<T> names;
    private final List<T> sorted;
    private final int[] numberOf;

    private Dictionary(Names<T> names, List<T> sorted, int[] numberOf) {
        this.names = names;
        this.sorted = sorted;
        this.numberOf = numberOf;
    }

    /**
     * Numbers names.
     *
     * @param <T> what is numbered
     * @param names the names in any order; one that comes twice counts once
     * @param order how they are sorted; must tell any two apart
     * @return the dictionary
     */
    public static <T> Dictionary<T> of(Collection<? extends T> names, Comparator<? super T> order) {
        Builder<T> builder = builder();
        for (T name : names) {
            int unused = builder.intern(name);
        }
        return builder.build(order);
    }

    /**
     * Starts a dictionary whose names are met one by one.
     *
     * @param <T> what is numbered
     * @return a builder without names
     */
    public static <T> Builder<T> builder() {
        return new Builder<>();
    }

    /**
     * Returns how many names there are.
     *
     * @return zero or more
     */
    public int size() {
        return sorted.size();
    }

    /**
     * Returns the name of a number.
     *
     * @param number from 0 to {@code size() - 1}
     * @return its name
     * @throws IndexOutOfBoundsException if there is no such number
     */
    public T name(int number) {
        return sorted.get(number);
    }

    /**
     * Returns the number of a name.
     *
     * @param name a name of this dictionary
     * @return its number
     * @throws IllegalArgumentException if the name is unknown
     */
    public int number(T name) {
        int first = names.find(name);
        if (first < 0) {
            throw new IllegalArgumentException("unknown: " + name + ", there are " + size() + " others");
        }
        return numberOf[first];
    }

    /**
     * Looks a name up.
     *
     * @param name any name
     * @return its number; nothing where it is unknown
     */
    public OptionalInt find(T name) {
        int first = names.find(name);
        return first < 0 ? OptionalInt.empty() : OptionalInt.of(numberOf[first]);
    }

    /**
     * Returns all names.
     *
     * @return in order: the place of each is its number
     */
    public List<T> names() {
        return sorted;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Dictionary<?> that && sorted.equals(that.sorted);
    }

    @Override
    public int hashCode() {
        return sorted.hashCode();
    }

    /**
     * Says how many names there are.
     *
     * @return such as {@code 12 names}
     */
    @Override
    public String toString() {
        return size() + " names";
    }

    /** An open hash table of names, numbered as they come. */
    private static final class Names<T> {
        private @Nullable Object[] keys = new Object[64];
        private int[] numbers = new int[64];
        private Object[] inOrder = new Object[48];
        private int size;

        private int slot(Object name) {
            int mask = keys.length - 1;
            int hash = name.hashCode() * 0x9E3779B9;
            int at = (hash ^ hash >>> 15) & mask;
            while (true) {
                Object found = keys[at];
                if (found == null || found == name || found.equals(name)) {
                    return at;
                }
                at = at + 1 & mask;
            }
        }

        int find(T name) {
            int at = slot(name);
            return keys[at] == null ? -1 : numbers[at];
        }

        int intern(T name) {
            int at = slot(name);
            if (keys[at] != null) {
                return numbers[at];
            }
            if (size == inOrder.length) {
                grow();
                at = slot(name);
            }
            keys[at] = name;
            numbers[at] = size;
            inOrder[size] = name;
            return size++;
        }

        private void grow() {
            if (size > 1 << 29) {
                throw new IllegalStateException("a dictionary takes at most " + size + " names");
            }
            keys = new Object[2 * keys.length];
            numbers = new int[keys.length];
            inOrder = Arrays.copyOf(inOrder, keys.length / 4 * 3);
            for (int i = 0; i < size; i++) {
                int at = slot(inOrder[i]);
                keys[at] = inOrder[i];
                numbers[at] = i;
            }
        }

        Names<T> copy() {
            Names<T> copy = new Names<>();
            copy.keys = keys.clone();
            copy.numbers = numbers.clone();
            copy.inOrder = inOrder.clone();
            copy.size = size;
            return copy;
        }

        @SuppressWarnings("unchecked") // only names were put in
        T get(int i) {
            return (T) inOrder[i];
        }
    }

    /**
     * Hands out numbers as names come; for one thread at a time.
     *
     * @param <T> what is numbered
     */
    public static final class Builder<T> {
        private final Names<T> names = new Names<>();

        private Builder() {}

        /**
         * Returns the provisional number of a name, a new one for a new name.
         *
         * @param name the name
         * @return how many different names came before it
         */
        public int intern(T name) {
            return names.intern(name);
        }

        /**
         * Returns how many different names came.
         *
         * @return zero or more
         */
        public int size() {
            return names.size;
        }

        /**
         * Sorts and numbers the names that came.
         *
         * @param order how they are sorted; must tell any two apart
         * @return the dictionary
         */
        public Dictionary<T> build(Comparator<? super T> order) {
            Names<T> copy = names.copy();
            Integer[] places = new Integer[copy.size];
            boolean ascending = true;
            for (int i = 0; i < places.length; i++) {
                places[i] = i;
                ascending &= i == 0 || order.compare(copy.get(i - 1), copy.get(i)) < 0;
            }
            if (!ascending) {
                Arrays.sort(places, (a, b) -> order.compare(copy.get(a), copy.get(b)));
            }
            int[] numberOf = new int[places.length];
            Object[] sorted = new Object[places.length];
            for (int i = 0; i < places.length; i++) {
                numberOf[places[i]] = i;
                sorted[i] = copy.get(places[i]);
            }
            @SuppressWarnings("unchecked") // only names were put in
            List<T> list = (List<T>) List.of(sorted);
            return new Dictionary<>(copy, list, numberOf);
        }

        /**
         * Returns which number each provisional one becomes.
         *
         * @param dictionary what {@link #build} made of the names that came
         * @return for each provisional number, the one in the dictionary; for {@link FactTable.Builder#renumber}
         */
        public int[] numbersOf(Dictionary<T> dictionary) {
            return dictionary.numberOf.clone();
        }
    }
}
