package io.coaching.data;

import io.coaching.base.Provenance;
import io.coaching.base.Subject;
import io.coaching.kpi.Kpi;
import io.coaching.people.Access;
import io.coaching.people.Roster;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Where engines take their figures and people from. The facade gives one; a host with a store of its own may write one.
 *
 * <p>Contract: a panel has a cell for each subject and span asked for (a {@link Sample.None} where there is no
 * figure); for a group the persons of a cell are those who contributed or were eligible; equal questions get equal answers.
 */
public interface PanelSource {
    /**
     * The people.
     *
     * @return the roster
     */
    Roster roster();

    /**
     * Which days count.
     *
     * @return the calendar
     */
    BusinessCalendar calendar();

    /**
     * The last day that is known; it is also the day of looking for access.
     *
     * @return the day
     */
    LocalDate asOf();

    /**
     * Who may see what.
     *
     * @return the rules of access over {@link #roster}
     */
    Access access();

    /**
     * What it was all made from.
     *
     * @return as-of date, fingerprint and version
     */
    Provenance provenance();

    /**
     * Figures.
     *
     * @param kpi of what
     * @param subjects of whom
     * @param spans over which days
     * @return the panel
     */
    Panel panel(Kpi kpi, Collection<? extends Subject> subjects, List<Span> spans);
}
