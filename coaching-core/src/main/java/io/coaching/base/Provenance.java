package io.coaching.base;

import java.time.LocalDate;

/**
 * What a result was made from, so that it can be made again.
 *
 * @param asOf the last day that is known to the data
 * @param fingerprint a hash of the input: equal input has an equal one, whatever the order of its rows
 * @param version the version of the library
 */
public record Provenance(LocalDate asOf, String fingerprint, String version) {
    /** The version of this library. */
    public static final String LIBRARY_VERSION = "0.1.0-SNAPSHOT";

    /**
     * Returns the provenance of a result of this version.
     *
     * @param asOf the last day that is known to the data
     * @param fingerprint a hash of the input
     * @return the provenance
     */
    public static Provenance of(LocalDate asOf, String fingerprint) {
        return new Provenance(asOf, fingerprint, LIBRARY_VERSION);
    }

    @Override
    public String toString() {
        return "as of " + asOf + ", data " + fingerprint + ", version " + version;
    }
}
