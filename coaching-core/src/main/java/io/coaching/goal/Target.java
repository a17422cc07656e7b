package io.coaching.goal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.coaching.base.KpiId;
import io.coaching.base.Money;
import io.coaching.base.Percent;
import io.coaching.base.Subject;
import io.coaching.internal.check.Checks;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a person, a team, a region or everyone is to reach on a KPI in a period, with the history of how it was changed.
 *
 * <p>It is an agreement and not a fact, and it knows nothing of what was reached. A quota is a target in money on bookings:
 * {@link #quota}.
 *
 * <p>The value is for the whole period and for somebody who is there on all of it and fully ramped; {@link Targets} prorates it
 * by eligible working days and by ramp. Where the host has done so already, it says {@code adjusted(true)}.
 *
 * <p>Example: {@code Target.quota(ana, Span.quarter(2026, 3), Money.of(300_000, "EUR")).changed(LocalDate.of(2026, 8, 3),
 * TargetValue.of(Money.of(240_000, "EUR")), "lost two accounts")} asks for 240,000 as of September and remembers the 300,000.
 */
@Value.Immutable
public abstract sealed class Target permits ImmutableTarget {
    /** The KPI of quotas: the won amount. */
    public static final KpiId BOOKINGS = KpiId.of("bookings");

    Target() {}

    /**
     * Starts a target.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A target that is agreed from the first day of its period.
     *
     * @param subject whose
     * @param kpi on what
     * @param period in which days
     * @param value how much
     * @return the target
     */
    public static Target of(Subject subject, KpiId kpi, Span period, TargetValue value) {
        return builder()
                .subject(subject)
                .kpi(kpi)
                .period(period)
                .addRevision(Revision.of(period.start(), value))
                .build();
    }

    /**
     * A target that is a number.
     *
     * @param subject whose
     * @param kpi on what
     * @param period in which days
     * @param number how many
     * @return the target
     */
    public static Target of(Subject subject, KpiId kpi, Span period, double number) {
        return of(subject, kpi, period, TargetValue.of(number));
    }

    /**
     * A target that is a share.
     *
     * @param subject whose
     * @param kpi on what
     * @param period in which days
     * @param share how much
     * @return the target
     */
    public static Target of(Subject subject, KpiId kpi, Span period, Percent share) {
        return of(subject, kpi, period, TargetValue.of(share));
    }

    /**
     * A target that is money.
     *
     * @param subject whose
     * @param kpi on what
     * @param period in which days
     * @param money how much
     * @return the target
     */
    public static Target of(Subject subject, KpiId kpi, Span period, Money money) {
        return of(subject, kpi, period, TargetValue.of(money));
    }

    /**
     * A quota: money to be won.
     *
     * @param subject whose
     * @param period in which days
     * @param money how much
     * @return a target on {@link #BOOKINGS}
     */
    public static Target quota(Subject subject, Span period, Money money) {
        return of(subject, BOOKINGS, period, money);
    }

    /**
     * Whose it is.
     *
     * @return a person, team, region or everyone
     */
    public abstract Subject subject();

    /**
     * On what.
     *
     * @return the KPI
     */
    public abstract KpiId kpi();

    /**
     * In which days it is to be reached.
     *
     * @return the period, one day or more
     */
    public abstract Span period();

    /**
     * Its values, the oldest first. The oldest holds from the first day of the period even if it was agreed later.
     *
     * @return one or more, all of one unit and currency, each since another day, the later ones before the period's end
     */
    public abstract List<Revision> revisions();

    /**
     * Whether the value is final for this person: already prorated and ramped, so that it is taken as it stands.
     *
     * @return false unless said otherwise
     */
    @Value.Default
    public boolean adjusted() {
        return false;
    }

    /**
     * Where things stood when it was agreed, for those who say so.
     *
     * @return the value of the KPI then
     */
    public abstract Optional<TargetValue> baseline();

    /**
     * The same with a change that took effect later.
     *
     * @param since the day it took effect, before the end of the period
     * @param value how much is now to be reached in the whole period
     * @param reason why, in a few words
     * @return the target with one revision more
     */
    public Target changed(LocalDate since, TargetValue value, String reason) {
        return builder()
                .from(this)
                .addRevision(new Revision(since, value, Optional.of(reason)))
                .build();
    }

    /**
     * The value that was the agreed one on a day.
     *
     * @param day the day
     * @return the newest revision that had taken effect; the oldest one before that
     */
    public Revision on(LocalDate day) {
        Revision found = revisions().get(0);
        for (Revision revision : revisions()) {
            if (!revision.since().isAfter(day)) {
                found = revision;
            }
        }
        return found;
    }

    /** The values in force while a span is lived, as known on a day. */
    List<Revision> known(LocalDate asOf) {
        List<Revision> all = revisions();
        return all.stream()
                .filter(revision ->
                        revision.equals(all.get(0)) || !revision.since().isAfter(asOf))
                .toList();
    }

    @Value.Check
    Target normalised() {
        Checks.that(!period().isEmpty(), "period of the target of " + subject() + " must have a day: " + period());
        Checks.that(
                !revisions().isEmpty(), "revisions must not be empty: the target of " + subject() + " has no value");
        List<Revision> sorted = new ArrayList<>(revisions());
        sorted.sort(Comparator.comparing(Revision::since));
        for (int i = 1; i < sorted.size(); i++) {
            Revision before = sorted.get(i - 1);
            Revision revision = sorted.get(i);
            Checks.that(
                    revision.since().isAfter(before.since()),
                    "revisions must take effect on different days: two since " + revision.since());
            Checks.that(
                    revision.since().isBefore(period().endExclusive()),
                    "revision must take effect before the period " + period() + " ends: " + revision.since());
            Checks.that(
                    revision.value().getClass() == before.value().getClass()
                            && revision.value().currency().equals(before.value().currency()),
                    "revisions must be of one unit: " + before.value() + " and " + revision.value());
        }
        return sorted.equals(revisions())
                ? this
                : builder().from(this).revisions(sorted).build();
    }

    @Override
    public String toString() {
        Revision newest = revisions().get(revisions().size() - 1);
        return subject() + " " + kpi() + " " + period() + ": " + newest.value()
                + (revisions().size() > 1 ? ", changed " + newest.since() : "");
    }

    /** Builds a {@link Target}. */
    public static final class Builder extends ImmutableTarget.Builder {
        Builder() {}

        /**
         * Sets a value that holds from a day on.
         *
         * @param since the day it took effect
         * @param value how much is to be reached in the whole period
         * @return {@code this} builder
         */
        @CanIgnoreReturnValue
        public Builder value(LocalDate since, TargetValue value) {
            return addRevision(Revision.of(since, value));
        }
    }
}
