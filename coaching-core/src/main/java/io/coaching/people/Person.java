package io.coaching.people;

import com.google.common.collect.ImmutableSortedMap;
import io.coaching.base.PersonId;
import io.coaching.internal.check.Checks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A person, and what does not change about them. What changes (role, team, manager ...) is said by {@link Assignment}s.
 *
 * <p>An absent date is no limit: without a day of hire someone counts as employed since ever, without a last day as
 * employed for good. The text of a person is the identifier; the name is for the host's screens only.
 */
@Value.Immutable
public abstract sealed class Person permits ImmutablePerson {
    Person() {}

    /**
     * Starts a person.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a person of whom nothing but the identifier is known.
     *
     * @param id the identifier
     * @return the person
     */
    public static Person of(PersonId id) {
        return builder().id(id).build();
    }

    /**
     * Returns a person hired on a day.
     *
     * @param id the identifier
     * @param hired the first day employed
     * @return the person
     */
    public static Person of(PersonId id, LocalDate hired) {
        return builder().id(id).hired(hired).build();
    }

    /**
     * Identifies the person.
     *
     * @return the identifier
     */
    public abstract PersonId id();

    /**
     * What to call them on a screen.
     *
     * @return the name, if given; the library never prints it
     */
    public abstract Optional<String> name();

    /**
     * The first day employed.
     *
     * @return the day of hire, in the years 1 to 9999, if known
     */
    public abstract Optional<LocalDate> hired();

    /**
     * The last day employed, itself included.
     *
     * @return the last day, in the years 1 to 9999; empty for who has not left
     */
    public abstract Optional<LocalDate> lastDay();

    /**
     * The time zone they work in.
     *
     * @return the zone, if it is known
     */
    public abstract Optional<ZoneId> zone();

    /**
     * The language to address them in.
     *
     * @return a BCP 47 language tag such as {@code pt-BR}, if known
     */
    public abstract Optional<String> locale();

    /**
     * Further facts that do not change, by which people can be compared, such as {@code segment}.
     *
     * @return values by key
     */
    public abstract Map<String, String> attributes();

    /**
     * What the host gave for the study of equity, and for nothing else: it is no rule of likeness, is never printed, and
     * is dropped from a pseudonymous roster unless asked for.
     *
     * @return values by key; empty unless the host chose to give them
     */
    public abstract Map<String, String> inclusion();

    /**
     * The month of hire, which makes those who ramp together a cohort.
     *
     * @return the month, if the day of hire is known
     */
    public Optional<YearMonth> cohort() {
        return hired().map(YearMonth::from);
    }

    /**
     * The day it was for this person.
     *
     * @param instant a point in time
     * @param otherwise the zone for who has none of their own
     * @return the day in the person's time zone
     */
    public LocalDate dayOf(Instant instant, ZoneId otherwise) {
        return LocalDate.ofInstant(instant, zone().orElse(otherwise));
    }

    @Value.Check
    Person normalised() {
        hired().ifPresent(day -> Days.check(day, "hired"));
        lastDay().ifPresent(day -> Days.check(day, "lastDay"));
        if (hired().isPresent() && lastDay().isPresent()) {
            Checks.that(
                    !lastDay().get().isBefore(hired().get()),
                    "lastDay of " + id() + " must not lie before hired " + hired().get() + ": "
                            + lastDay().get());
        }
        if (locale().isPresent() && !locale().get().equals(tag(locale().get()))) {
            return builder().from(this).locale(tag(locale().get())).build();
        }
        return this;
    }

    private static String tag(String locale) {
        try {
            return new Locale.Builder().setLanguageTag(locale.strip()).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException(
                    "locale must be a language tag such as pt-BR: \"" + locale + "\""
                            + (locale.indexOf('_') >= 0 ? "\nMaybe it wants a hyphen instead of the underscore" : ""),
                    e);
        }
    }

    /** All that is known, in a fixed order: tells records apart that have the same id. Holds names: not to be printed. */
    final String content() {
        return id() + "|" + hired() + "|" + lastDay() + "|" + zone() + "|" + locale() + "|"
                + ImmutableSortedMap.copyOf(attributes()) + "|" + ImmutableSortedMap.copyOf(inclusion()) + "|" + name();
    }

    @Override
    public String toString() {
        return "person " + id();
    }

    /** Builds a {@link Person}. */
    public static final class Builder extends ImmutablePerson.Builder {
        Builder() {}
    }
}
