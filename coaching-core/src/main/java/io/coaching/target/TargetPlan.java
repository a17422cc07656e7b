package io.coaching.target;

import io.coaching.base.Argument;
import io.coaching.base.Catalogue;
import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Provenance;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.base.Subject;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.time.Cadence;
import io.coaching.time.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * A target broken down into parts that sum to it exactly on each level; and, where it was planned anew, what was reached and what
 * each part still has to bring.
 */
@Value.Immutable
public abstract sealed class TargetPlan implements Result permits ImmutableTargetPlan {
    TargetPlan() {}

    /**
     * Starts a plan.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Whose it is.
     *
     * @return the subject; absent for plain values
     */
    public abstract Optional<Subject> subject();

    /**
     * What is to be reached in all.
     *
     * @return the value in the unit of its KPI; undefined or withheld where there is no plan
     */
    public abstract Estimate total();

    /**
     * The currency of an amount.
     *
     * @return the currency; absent for what is not money
     */
    public abstract Optional<Currency> currency();

    /**
     * In which days.
     *
     * @return the span
     */
    public abstract Span span();

    /**
     * The levels.
     *
     * @return the kinds of periods, the longest first
     */
    public abstract List<Cadence> levels();

    /**
     * Which times of the year were taken to bring more.
     *
     * @return the season
     */
    public abstract SeasonalProfile season();

    /**
     * To what parts are rounded.
     *
     * @return the step
     */
    public abstract double step();

    /**
     * The parts.
     *
     * @return in the order of time, each followed by its own parts
     */
    public abstract List<PlanPart> parts();

    /**
     * The last day that was over when the rest was planned anew.
     *
     * @return the day; absent where nothing was planned anew
     */
    public abstract Optional<LocalDate> asOf();

    /**
     * What was reached by then.
     *
     * @return the value; absent where nothing was planned anew
     */
    public abstract OptionalDouble reached();

    /**
     * What should have been reached by then.
     *
     * @return the value by working days and season; absent where nothing was planned anew
     */
    public abstract OptionalDouble plannedByNow();

    /**
     * How many days are left for the rest.
     *
     * @return the days; absent where nothing was planned anew
     */
    public abstract OptionalDouble daysLeft();

    @Override
    public abstract Provenance provenance();

    /**
     * What is still to be reached.
     *
     * @return the total less what was reached, at least 0; absent where nothing was planned anew
     */
    public OptionalDouble rest() {
        return reached().isEmpty() || !total().isKnown()
                ? OptionalDouble.empty()
                : OptionalDouble.of(BigDecimal.valueOf(total().orThrow())
                        .subtract(BigDecimal.valueOf(reached().getAsDouble()))
                        .max(BigDecimal.ZERO)
                        .doubleValue());
    }

    /**
     * The parts of one level.
     *
     * @param level one of the levels
     * @return its parts in the order of time
     */
    public List<PlanPart> parts(Cadence level) {
        return parts().stream().filter(part -> part.cadence() == level).toList();
    }

    private Argument value(double value) {
        Argument figure = new Argument.Figure(value, decimals());
        return currency()
                .<Argument>map(c -> new Argument.Said(Message.of(MessageCode.VALUE_MONEY)
                        .with("currency", c.getCurrencyCode())
                        .with("amount", figure)))
                .orElse(figure);
    }

    private int decimals() {
        return Math.max(0, BigDecimal.valueOf(step()).stripTrailingZeros().scale());
    }

    private String brief(double value) {
        return Figures.fixed(value, decimals());
    }

    /**
     * The reasoning, sentence by sentence.
     *
     * @return the messages, in order
     */
    public List<Message> messages() {
        var messages = new ArrayList<Message>();
        if (!(total() instanceof Known all)) {
            return List.of(Message.of(MessageCode.PLAN_NONE)
                    .with("from", span().start())
                    .with("to", span().lastDay())
                    .with("reason", TargetWords.reason(total())));
        }
        messages.add(Message.of(MessageCode.PLAN)
                .with("total", value(all.value()))
                .with("from", span().start())
                .with("to", span().lastDay())
                .with("season", season().toString())
                .with("step", value(step())));
        if (reached().isPresent() && plannedByNow().isPresent()) {
            boolean over = !asOf().orElseThrow().isBefore(span().lastDay());
            MessageCode left = over ? MessageCode.PLAN_OVER : MessageCode.PLAN_ANEW;
            messages.add(Message.of(rest().orElseThrow() == 0 ? MessageCode.PLAN_REACHED : left)
                    .with("day", asOf().orElseThrow())
                    .with("reached", value(reached().getAsDouble()))
                    .with("planned", value(plannedByNow().getAsDouble()))
                    .with("rest", value(rest().orElseThrow()))
                    .with("days", daysLeft().orElse(0), daysLeft().orElse(0) % 1 == 0 ? 0 : 1));
        }
        return List.copyOf(messages);
    }

    @Override
    public String explain(Catalogue catalogue) {
        return catalogue.lines(messages()) + table();
    }

    @Override
    public String table() {
        boolean anew = reached().isPresent();
        TextTable table = anew
                ? TextTable.of("period", ">days", ">planned", ">reached", ">to do")
                : TextTable.of("period", ">days", ">planned");
        for (PlanPart part : parts()) {
            var cells = new ArrayList<String>();
            cells.add("  ".repeat(levels().indexOf(part.cadence())) + part.period());
            cells.add(Figures.fixed(part.days(), part.days() == Math.rint(part.days()) ? 0 : 1));
            cells.add(brief(part.planned()));
            if (anew) {
                cells.add(part.reached().isPresent() ? brief(part.reached().getAsDouble()) : "");
                cells.add(part.toDo().isPresent() ? brief(part.toDo().getAsDouble()) : "");
            }
            table.row(cells);
        }
        return table.toString();
    }

    @Override
    public Rows rows() {
        var rows = new ArrayList<Map<String, Object>>();
        for (PlanPart part : parts()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("level", part.cadence().name());
            row.put("period", part.period());
            row.put("from", part.span().start());
            row.put("to", part.span().lastDay());
            row.put("days", part.days());
            row.put("planned", part.planned());
            part.reached().ifPresent(v -> row.put("reached", v));
            part.toDo().ifPresent(v -> row.put("to_do", v));
            rows.add(row);
        }
        return Rows.of(List.of("level", "period", "from", "to", "days", "planned", "reached", "to_do"), rows);
    }

    @Override
    public String toString() {
        if (!(total() instanceof Known all)) {
            return OneLine.of("no plan, " + total());
        }
        String unit = currency().map(c -> c.getCurrencyCode() + " ").orElse("");
        String into = String.join(
                ", ",
                levels().stream()
                        .map(level -> parts(level).size() + " " + level.name().toLowerCase(Locale.ROOT))
                        .toList());
        return OneLine.of(unit + brief(all.value()) + " in " + into + " parts"
                + (rest().isPresent() ? ", " + unit + brief(rest().getAsDouble()) + " to do" : ""));
    }

    /** Builds a {@link TargetPlan}. */
    public static final class Builder extends ImmutableTargetPlan.Builder {
        Builder() {}
    }
}
