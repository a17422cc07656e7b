package io.coaching.pipeline;

import io.coaching.base.StageId;
import io.coaching.time.Span;

/**
 * A stay of an open deal in a stage. A stage that is entered again has a visit for each time.
 *
 * @param stage the stage
 * @param span from the day it was entered up to the day it was left; empty where both are one day
 */
public record StageVisit(StageId stage, Span span) {}
