package io.coaching.data;

import io.coaching.people.Roster;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/** A hash of people and facts: the same for the same content, in whatever order it came. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(FactBook facts, Roster roster, LocalDate asOf) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(asOf.toString().getBytes(StandardCharsets.UTF_8));
            digest.update(roster.records().toString().getBytes(StandardCharsets.UTF_8));
            for (Object names : new Object[] {
                facts.columns().names(), facts.people().names(), facts.sources().names()
            }) {
                digest.update(names.toString().getBytes(StandardCharsets.UTF_8));
            }
            digest.update(facts.table().toBytes());
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
