package io.coaching.data;

import io.coaching.goal.Target;
import io.coaching.goal.Targets;
import io.coaching.people.Roster;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.TreeMap;

/** A hash of people and facts: the same for the same content, in whatever order it came. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(FactBook facts, Roster roster, Targets targets, Reviews reviews, LocalDate asOf) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(asOf.toString().getBytes(StandardCharsets.UTF_8));
            digest.update(roster.records().toString().getBytes(StandardCharsets.UTF_8));
            if (!targets.isEmpty()) {
                digest.update(content(targets).getBytes(StandardCharsets.UTF_8));
            }
            if (!reviews.isEmpty()) {
                digest.update(reviews.content().getBytes(StandardCharsets.UTF_8));
            }
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

    private static String content(Targets targets) {
        var text = new StringBuilder().append(targets.ramp());
        new TreeMap<>(targets.rampsByRole())
                .forEach((role, ramp) -> text.append(role).append(ramp));
        for (Target target : targets.merged()) {
            text.append(target.subject().getClass().getSimpleName())
                    .append(target)
                    .append(target.revisions())
                    .append(target.adjusted())
                    .append(target.baseline());
        }
        return text.toString();
    }
}
