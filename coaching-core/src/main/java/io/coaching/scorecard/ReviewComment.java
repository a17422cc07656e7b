package io.coaching.scorecard;

import io.coaching.base.ItemId;
import io.coaching.base.PersonId;
import java.util.Optional;

/**
 * What a rater wrote.
 *
 * @param relation in what relation
 * @param rater who; absent where the relation is anonymous
 * @param item about what
 * @param comment the comment, if there is one
 * @param example the example, if there is one
 */
public record ReviewComment(
        Relation relation, Optional<PersonId> rater, ItemId item, Optional<String> comment, Optional<String> example) {}
