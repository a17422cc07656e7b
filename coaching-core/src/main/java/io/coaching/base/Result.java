package io.coaching.base;

/**
 * The answer of an engine. Beside its own accessors each has the same four faces: {@code toString()} is one line of at
 * most 80 characters, the answer first; {@link #table()} a plain-text table; {@link #explain()} the reasoning with its
 * numbers; {@link #rows()} tidy rows.
 */
public interface Result {
    /**
     * A plain-text table.
     *
     * @return lines of text
     */
    String table();

    /**
     * The reasoning in the words of a catalogue, with its numbers, and what was left out and why.
     *
     * @param catalogue turns messages into text
     * @return lines of text
     */
    String explain(Catalogue catalogue);

    /**
     * The reasoning in English.
     *
     * @return lines of text
     */
    default String explain() {
        return explain(Catalogue.english());
    }

    /**
     * The figures, one observation a row.
     *
     * @return the rows
     */
    Rows rows();

    /**
     * What it was made from.
     *
     * @return as-of date, fingerprint and version
     */
    Provenance provenance();
}
