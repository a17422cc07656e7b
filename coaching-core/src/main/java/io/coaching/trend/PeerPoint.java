package io.coaching.trend;

import io.coaching.time.Span;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One period of someone against the peers; totals are those of a usual period.
 *
 * @param label the name of the period
 * @param period its days
 * @param value the person's value
 * @param peerMedian the median of the peers' values
 * @param peers how many peers have a figure
 * @param leftOut why the period does not count; absent if it does
 */
public record PeerPoint(
        String label,
        Span period,
        OptionalDouble value,
        OptionalDouble peerMedian,
        int peers,
        Optional<Omission> leftOut) {}
