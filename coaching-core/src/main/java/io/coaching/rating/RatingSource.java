package io.coaching.rating;

import io.coaching.base.Provenance;
import io.coaching.base.TemplateId;
import io.coaching.people.Access;
import io.coaching.scorecard.Scorecard;
import java.time.LocalDate;
import java.util.List;

/**
 * Where questions about raters take their scorecards from. The facade gives one; a host with a store of its own may write one.
 */
public interface RatingSource {
    /**
     * The scorecards that count on all versions of a template, of whatever day; their order decides nothing.
     *
     * @param template the template
     * @return the cards
     */
    List<Scorecard> scorecards(TemplateId template);

    /**
     * The last day that is known; it is also the day of looking for access.
     *
     * @return the day
     */
    LocalDate asOf();

    /**
     * Who may see what.
     *
     * @return the rules of access
     */
    Access access();

    /**
     * What it was all made from.
     *
     * @return as-of date, fingerprint and version
     */
    Provenance provenance();
}
