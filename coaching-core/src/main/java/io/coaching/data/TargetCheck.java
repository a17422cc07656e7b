package io.coaching.data;

import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Place;
import io.coaching.base.Problem;
import io.coaching.base.Severity;
import io.coaching.goal.Target;
import io.coaching.goal.TargetValue;
import io.coaching.goal.Targets;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.KpiCatalogue;
import io.coaching.people.Roster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with targets, in view of the people and KPIs that they are of. */
public final class TargetCheck {
    private TargetCheck() {}

    static List<Problem> problems(Targets targets, Roster roster, KpiCatalogue catalogue) {
        var problems = new ArrayList<Problem>(targets.problems(roster));
        int line = 0;
        for (Target target : targets.targets()) {
            line++;
            Optional<Kpi> kpi = catalogue.kpis().stream()
                    .filter(candidate -> candidate.id().equals(target.kpi()))
                    .findFirst();
            TargetValue value = target.revisions().get(0).value();
            if (kpi.isEmpty()) {
                problems.add(problem(line, said(MessageCode.TARGET_UNKNOWN_KPI, target)));
            } else if (!fits(kpi.get(), value)) {
                problems.add(problem(
                        line, said(MessageCode.TARGET_WRONG_UNIT, target).with("value", value.toString())));
            }
        }
        return problems;
    }

    private static Problem problem(int line, Message message) {
        return new Problem(
                Severity.WARNING,
                message,
                Place.builder().source("targets").line(line).build());
    }

    private static Message said(MessageCode code, Target target) {
        return Message.of(code)
                .with("subject", target.subject())
                .with("kpi", target.kpi().value());
    }

    /**
     * Whether a target is in the unit of its KPI: money for money, a share for a share, a number for the rest.
     *
     * @param kpi the KPI
     * @param value how much is to be reached
     * @return true if it is
     */
    public static boolean fits(Kpi kpi, TargetValue value) {
        return switch (kpi.unit()) {
            case MONEY, MONEY_PER_DAY -> value instanceof TargetValue.Amount;
            case SHARE -> value instanceof TargetValue.Share;
            case COUNT, RATIO, POINTS, DAYS, SECONDS -> value instanceof TargetValue.Quantity;
        };
    }
}
