package io.coaching.scorecard;

import io.coaching.base.CompetencyId;
import io.coaching.base.PersonId;
import io.coaching.base.TemplateId;
import io.coaching.internal.check.Checks;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What somebody says of the coaching programme, not of a person: in words, or how relevant a template or one of its
 * competencies is to the work.
 */
@Value.Immutable
public abstract sealed class ProgrammeFeedback permits ImmutableProgrammeFeedback {
    ProgrammeFeedback() {}

    /**
     * Starts feedback.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Who says it.
     *
     * @return the person; absent where it was given anonymously
     */
    public abstract Optional<PersonId> author();

    /**
     * When.
     *
     * @return the day
     */
    public abstract LocalDate day();

    /**
     * Which template it is about.
     *
     * @return the template; absent if it is about the programme as a whole
     */
    public abstract Optional<TemplateId> template();

    /**
     * Which competency it is about.
     *
     * @return the competency; absent if it is about all
     */
    public abstract Optional<CompetencyId> competency();

    /**
     * How relevant it is to the author's work.
     *
     * @return 1, not at all, to 5, very; absent where it was not asked or answered
     */
    public abstract Optional<Points> relevance();

    /**
     * What they say.
     *
     * @return the text, if there is one
     */
    public abstract Optional<String> text();

    @Value.Check
    void check() {
        relevance().ifPresent(points -> Checks.inRange(points.value(), 1, 5, "relevance"));
        Checks.that(relevance().isPresent() || text().isPresent(), "relevance or text must be given");
    }

    @Override
    public String toString() {
        return "feedback of " + day() + template().map(id -> " on " + id).orElse("")
                + competency().map(id -> "/" + id).orElse("")
                + relevance().map(points -> ", relevance " + points).orElse("");
    }

    /** Builds {@link ProgrammeFeedback}. */
    public static final class Builder extends ImmutableProgrammeFeedback.Builder {
        Builder() {}
    }
}
