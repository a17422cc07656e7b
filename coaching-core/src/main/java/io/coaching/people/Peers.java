package io.coaching.people;

import com.google.common.collect.ImmutableSortedSet;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.internal.check.Checks;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Who is compared with whom: rules of likeness, applied to a roster over a span.
 *
 * <pre>{@code
 * Peers.sameRole().tenureWithin(Period.ofMonths(6)).excluding(boss)
 * }</pre>
 *
 * <p><b>Defaults.</b>
 *
 * <ul>
 *   <li>Ramp: like with like ({@link RampMatch#ALIKE}): newcomers are measured by newcomers, and do not drag down the
 *       yardstick of the others.
 *   <li>Presence: a peer was employed and not on leave on at least half of the days of the span ({@link #leastShare()}),
 *       and on one day at least. With a calendar, working days count; in a span without any, calendar days do.
 * </ul>
 *
 * <p><b>What someone was over a span.</b> The combination of the compared traits, attributes and ramp state that held on
 * the most eligible days of the span; of two that held equally long, the later. Changes in what is not compared do not
 * matter. A subject who was never eligible counts as what they were while employed; one who was not employed, as what
 * they were last before the end of the span, else what they became first. What is absent is a value: without a role
 * recorded for anyone, all have the same one.
 *
 * <p><b>Tenure.</b> Two people are within a period if the one hired first, plus the period, reaches the hire of the
 * other: {@code Period.ofMonths(6)} takes in hires of 1 January and 1 July, not of 2 July. An unknown day of hire is within
 * nothing.
 *
 * <p>The subject is never a peer. With {@link RampMatch#ALIKE} or {@link RampMatch#ANY} being a peer is mutual among those
 * who are present enough; without a tenure, it is an equivalence, which {@link PeerIndex#groups()} makes use of.
 */
@Value.Immutable
public abstract sealed class Peers permits ImmutablePeers {
    /** How much of the span a peer has to be there for, unless said otherwise. */
    public static final Percent DEFAULT_LEAST_SHARE = Percent.of(50);

    Peers() {}

    /**
     * Starts peers, as for reading them back; {@link #everyone()} reads better in code.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Everyone who is present enough, ramped with ramped and ramping with ramping.
     *
     * @return the rules
     */
    public static Peers everyone() {
        return builder().build();
    }

    /**
     * Everyone in the same role: the usual beginning.
     *
     * @return the rules
     */
    public static Peers sameRole() {
        return everyone().same(Trait.ROLE);
    }

    // ---- what is held

    /**
     * In what peers are alike.
     *
     * @return the traits
     */
    public abstract Set<Trait> traits();

    /**
     * In which further attributes peers are alike.
     *
     * @return the keys
     */
    public abstract Set<String> attributes();

    /**
     * How far apart the days of hire may be.
     *
     * @return the period, if it matters
     */
    public abstract Optional<Period> tenure();

    /**
     * How those who are ramping are compared.
     *
     * @return the rule; {@link RampMatch#ALIKE} unless said otherwise
     */
    @Value.Default
    public RampMatch ramp() {
        return RampMatch.ALIKE;
    }

    /**
     * The only people who may be peers.
     *
     * @return their identifiers; empty if anyone may
     */
    public abstract Set<PersonId> only();

    /**
     * People who are never peers. They may still be compared with others.
     *
     * @return their identifiers
     */
    public abstract Set<PersonId> except();

    /**
     * On what share of the days of the span a peer was employed and not on leave, at least.
     *
     * @return the share, 0 to 100 percent; {@link #DEFAULT_LEAST_SHARE} unless said otherwise
     */
    @Value.Default
    public Percent leastShare() {
        return DEFAULT_LEAST_SHARE;
    }

    // ---- refinements

    /**
     * Alike in further traits.
     *
     * @param traits the traits
     * @return these rules with more of them
     */
    public Peers same(Trait... traits) {
        return builder().from(this).addTraits(traits).build();
    }

    /**
     * Alike in a further attribute, of the assignment or else of the person.
     *
     * @param attribute the key
     * @return these rules with one more
     */
    public Peers same(String attribute) {
        return builder().from(this).addAttributes(attribute).build();
    }

    /**
     * Of the same team, for most of the span.
     *
     * @return these rules with one more
     */
    public Peers sameTeam() {
        return same(Trait.TEAM);
    }

    /**
     * Of the same region.
     *
     * @return these rules with one more
     */
    public Peers sameRegion() {
        return same(Trait.REGION);
    }

    /**
     * With the same manager.
     *
     * @return these rules with one more
     */
    public Peers sameManager() {
        return same(Trait.MANAGER);
    }

    /**
     * In the same work mode.
     *
     * @return these rules with one more
     */
    public Peers sameWorkMode() {
        return same(Trait.WORK_MODE);
    }

    /**
     * Hired at about the same time.
     *
     * @param period how far apart, such as six months; not negative
     * @return these rules with this period
     */
    public Peers tenureWithin(Period period) {
        return builder().from(this).tenure(period).build();
    }

    /**
     * Compares everyone, also who is ramping, with those who are ramped.
     *
     * @return these rules with {@link RampMatch#RAMPED_ONLY}
     */
    public Peers rampedOnly() {
        return builder().from(this).ramp(RampMatch.RAMPED_ONLY).build();
    }

    /**
     * Compares without regard to ramp.
     *
     * @return these rules with {@link RampMatch#ANY}
     */
    public Peers rampedOrNot() {
        return builder().from(this).ramp(RampMatch.ANY).build();
    }

    /**
     * Only these people, as far as the other rules let them in.
     *
     * @param persons who may be a peer, added to those named before
     * @return these rules with more names
     */
    public Peers named(PersonId... persons) {
        return builder().from(this).addOnly(persons).build();
    }

    /**
     * Not these people, whatever the other rules.
     *
     * @param persons who is never a peer, added to those named before
     * @return these rules with more names
     */
    public Peers excluding(PersonId... persons) {
        return builder().from(this).addExcept(persons).build();
    }

    /**
     * Only those who were there for long enough.
     *
     * @param share the least share of the span's days, 0 to 100 percent
     * @return these rules with this share
     */
    public Peers atLeastShareOfPeriod(Percent share) {
        return builder().from(this).leastShare(share).build();
    }

    // ---- application

    /**
     * The peers of one person. For everyone in turn, {@link #over} is made once and asked often.
     *
     * @param roster the people
     * @param subject who is compared
     * @param span the days that decide
     * @return the peers, and why the others are not
     * @throws IllegalArgumentException if the subject is not among the people, or the span is empty
     */
    public PeerGroup of(Roster roster, PersonId subject, Span span) {
        return over(roster, span).of(subject);
    }

    /**
     * The same, with presence counted in working days.
     *
     * @param roster the people
     * @param subject who is compared
     * @param span the days that decide
     * @param calendar says which days are working days
     * @return the peers, and why the others are not
     * @throws IllegalArgumentException if the subject is not among the people, or the span is empty
     */
    public PeerGroup of(Roster roster, PersonId subject, Span span, BusinessCalendar calendar) {
        return over(roster, span, calendar).of(subject);
    }

    /**
     * Applies the rules to everyone.
     *
     * @param roster the people
     * @param span the days that decide
     * @return an index to get the peers of anyone from
     * @throws IllegalArgumentException if the span is empty
     */
    public PeerIndex over(Roster roster, Span span) {
        return new PeerIndex(this, roster, Days.Counter.all(checked(span)));
    }

    /**
     * The same, with presence counted in working days.
     *
     * @param roster the people
     * @param span the days that decide
     * @param calendar says which days are working days
     * @return an index to get the peers of anyone from
     * @throws IllegalArgumentException if the span is empty
     */
    public PeerIndex over(Roster roster, Span span, BusinessCalendar calendar) {
        Days.Counter working = Days.Counter.working(checked(span), calendar);
        return new PeerIndex(this, roster, working.total() > 0 ? working : Days.Counter.all(span));
    }

    private static Span checked(Span span) {
        Checks.that(!span.isEmpty(), "span must not be empty: " + span);
        return span;
    }

    @Value.Check
    Peers normalised() {
        Checks.inRange(leastShare().value(), 0, 100, "leastShare in percent");
        tenure().ifPresent(period -> Checks.that(!period.isNegative(), "tenure must not be negative: " + period));
        for (String attribute : attributes()) {
            Checks.that(!Checks.notBlank(attribute, "attribute").isEmpty(), "attribute must not be blank");
        }
        // One order for equal rules, so that they read and are written alike.
        boolean sorted = isSorted(traits()) && isSorted(attributes()) && isSorted(only()) && isSorted(except());
        return sorted
                ? this
                : builder()
                        .from(this)
                        .traits(ImmutableSortedSet.copyOf(traits()))
                        .attributes(ImmutableSortedSet.copyOf(attributes()))
                        .only(ImmutableSortedSet.copyOf(only()))
                        .except(ImmutableSortedSet.copyOf(except()))
                        .build();
    }

    private static <T extends Comparable<? super T>> boolean isSorted(Set<T> set) {
        return List.copyOf(set).equals(List.copyOf(ImmutableSortedSet.copyOf(set)));
    }

    /** The rules in words, without the names. */
    @Override
    public String toString() {
        var words = new ArrayList<String>();
        for (Trait trait : traits()) {
            words.add("same " + trait.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        attributes().forEach(attribute -> words.add("same " + attribute));
        tenure().ifPresent(period -> words.add("hired within " + period));
        if (ramp() == RampMatch.RAMPED_ONLY) {
            words.add("ramped only");
        } else if (ramp() == RampMatch.ANY) {
            words.add("ramped or not");
        }
        if (!only().isEmpty()) {
            words.add("of " + only().size() + " named");
        }
        if (!except().isEmpty()) {
            words.add("without " + except().size() + " named");
        }
        if (!leastShare().equals(DEFAULT_LEAST_SHARE)) {
            words.add("there for " + leastShare() + " of the period");
        }
        return words.isEmpty() ? "everyone" : String.join(", ", words);
    }

    /** Builds {@link Peers}. */
    public static final class Builder extends ImmutablePeers.Builder {
        Builder() {}
    }
}
