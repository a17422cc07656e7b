package io.coaching.scorecard;

import io.coaching.base.Provenance;
import io.coaching.base.TemplateId;
import io.coaching.people.Access;
import io.coaching.people.Roster;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where questions about scorecards take their cards and people from. The facade gives one; a host may write its own. */
public interface ScorecardSource {
    /**
     * The people.
     *
     * @return the roster
     */
    Roster roster();

    /**
     * Who may see what.
     *
     * @return the rules of access over {@link #roster}
     */
    Access access();

    /**
     * The last day that is known; it is also the day of looking for access.
     *
     * @return the day
     */
    LocalDate asOf();

    /**
     * What it was all made from.
     *
     * @return as-of date, fingerprint and version
     */
    Provenance provenance();

    /**
     * All versions of a template.
     *
     * @param id the template
     * @return the versions, in any order
     */
    List<ScorecardTemplate> templates(TemplateId id);

    /**
     * The cards that count, on all versions of a template.
     *
     * @param id the template
     * @return the cards, one for each id, in any order
     */
    List<Scorecard> cards(TemplateId id);

    /**
     * How severe raters are, so that their scores can be adjusted.
     *
     * @param id the template
     * @param span the days of the cards that it is judged by
     * @return the adjustment; empty where nobody estimates it
     */
    default Optional<RaterAdjustment> adjustment(TemplateId id, Span span) {
        return Optional.empty();
    }
}
