package io.coaching.sample;

import io.coaching.base.CompetencyId;
import io.coaching.base.PersonId;
import io.coaching.internal.random.DeterministicRandom;
import io.coaching.people.Leave;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody in a sample company while it is being made. */
final class Rep {
    private static final int RAMP_DAYS = 91;
    private static final double FIRST_DAY = 0.35;

    final PersonId id;
    final Job job;
    final DeterministicRandom random;
    final Map<Trait, Double> truth = new EnumMap<>(Trait.class);
    final Map<Trait, Planted> planted = new EnumMap<>(Trait.class);
    final Map<Trait, TrueChange> changes = new EnumMap<>(Trait.class);
    final Map<CompetencyId, Double> skills = new LinkedHashMap<>();
    final List<Leave> leaves = new ArrayList<>();

    /** Day of hire, first day after the last one, and first day of a long leave; may lie outside the days known. */
    final int hired;

    final int left;
    final int longLeave;
    int team;

    /** Points given on top of what is deserved. */
    double severity;

    private final BitSet there = new BitSet();
    private final boolean ramps;
    private int horizon;

    Rep(PersonId id, Job job, DeterministicRandom random, int team, int hired, int left, int longLeave, boolean ramps) {
        this.id = id;
        this.job = job;
        this.random = random;
        this.team = team;
        this.hired = hired;
        this.left = left;
        this.longLeave = longLeave;
        this.ramps = ramps;
    }

    /** Notes the working days on which the person is there. */
    void attend(Days days) {
        horizon = days.length();
        for (int day = Math.max(0, hired); day < Math.min(days.length(), left); day++) {
            there.set(day, days.isWorking(day));
        }
        for (Leave leave : leaves) {
            int from = Math.max(0, days.of(leave.span().start()));
            int to = Math.min(days.length(), days.of(leave.span().endExclusive()));
            if (from < to) {
                there.clear(from, to);
            }
        }
    }

    boolean isThere(int day) {
        return there.get(day);
    }

    /** The first day on or after a day on which the person works; -1 if there is none. */
    int thereFrom(int day) {
        return there.nextSetBit(day);
    }

    /** Whether the person is at work, after whatever absence, by a day. */
    boolean isBackBy(int day) {
        int gone = Math.min(left, longLeave);
        return gone != left && there.nextSetBit(gone) >= 0 && there.nextSetBit(gone) <= day;
    }

    /** The last day at work before the person leaves or goes on a long leave. */
    int lastDayBeforeGoing() {
        int gone = Math.min(left, longLeave);
        return gone >= horizon ? Integer.MAX_VALUE : there.previousSetBit(Math.max(0, gone - 1));
    }

    double truth(Trait trait) {
        return truth.getOrDefault(trait, 0.0);
    }

    /** What is true on a day, after whatever change. */
    double truth(Trait trait, LocalDate day) {
        TrueChange change = changes.get(trait);
        return change == null ? truth(trait) : change.on(day);
    }

    /** The rate on a day: a newcomer begins at about a third and reaches the full rate after three months; everyone has seasons. */
    double rate(Trait trait, int day, Days days) {
        return truth(trait, days.date(day)) * ramp(day) * days.season(day);
    }

    double ramp(int day) {
        int since = day - hired;
        return !ramps || since >= RAMP_DAYS ? 1 : FIRST_DAY + (1 - FIRST_DAY) * since / RAMP_DAYS;
    }
}
