package io.coaching.target;

import io.coaching.data.PanelSource;
import io.coaching.goal.TargetIndex;
import io.coaching.goal.Targets;

/** Where questions about targets take their figures, people and targets from. The facade gives one. */
public interface TargetSource extends PanelSource {
    /**
     * What is agreed to be reached.
     *
     * @return the targets and ramps
     */
    Targets targets();

    /**
     * The targets applied to the people, as known on the last day.
     *
     * @return which target holds for whom
     */
    default TargetIndex targetIndex() {
        return targets().over(roster(), calendar(), asOf());
    }
}
