package io.coaching.target;

import io.coaching.base.Estimate;
import io.coaching.base.Money;
import io.coaching.base.Percent;
import io.coaching.base.Provenance;
import io.coaching.base.Subject;
import io.coaching.internal.check.Checks;
import io.coaching.stats.SumOfAmounts;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A funnel from an activity to won deals, to be asked what a quota takes: how many wins, how many opportunities before that,
 * how many meetings before those; and how likely that really is enough.
 *
 * <pre>{@code
 * FunnelPlan plan = FunnelPlan.from("meetings")
 *         .to("opportunities", Percent.of(40))
 *         .to("wins", Percent.of(25))
 *         .averageDealSize(10_000);
 * plan.backSolve(100_000);                                // 100 meetings, 40 opportunities, 10 wins
 * plan.withChance(Percent.of(80)).backSolve(100_000);     // 124 meetings to be 80 % sure
 * }</pre>
 *
 * <p>The plain answer is arithmetic: the quota over the deal size, over one conversion after the other, in exact fractions. It is
 * right on average, so about half of those who keep to it miss. The honest answer is a probability: with known conversions what
 * comes out at the bottom is binomial; a conversion that was observed is no surer than what it was observed on (a beta posterior
 * by Jeffreys' prior, so a beta-binomial), and so are deal sizes (see {@link SumOfAmounts}).
 *
 * <p>What it is not: a forecast. It knows no time lag between stages, takes each unit for independent of the others and each
 * conversion for the same in the time to come, and counts each unit of a stage at most once at the next.
 *
 * <p>A conversion of 0 % that was given is a mistake; 0 of 10 observed is not: then the plain answer is undefined, the honest one
 * is large. Numbers are read as they are printed, to 15 digits. Immutable; each word returns a new plan.
 */
public final class FunnelPlan {
    /** The probability that targets are to have unless said otherwise. */
    public static final Percent DEFAULT_CHANCE = Percent.of(80);

    private final PlanTerms terms;

    private FunnelPlan(PlanTerms terms) {
        this.terms = terms;
    }

    /**
     * Starts a funnel at its top.
     *
     * @param activity what is counted there, in the plural, as {@code "meetings"}
     * @return the plan
     */
    public static FunnelPlan from(String activity) {
        return new FunnelPlan(PlanTerms.builder()
                .addStages(Checks.notBlank(activity, "activity"))
                .build());
    }

    /**
     * Goes on to the next stage, at a conversion that is taken as known.
     *
     * @param stage what is counted there, in the plural
     * @param conversion the share that comes through, above 0 % and at most 100 %
     * @return a new plan
     */
    public FunnelPlan to(String stage, Percent conversion) {
        return to(stage, FunnelRate.given(conversion, stage));
    }

    /**
     * Goes on to the next stage, at a conversion that was observed and so is not known for sure.
     *
     * @param stage what is counted there, in the plural
     * @param converted how many came through, at most as many as entered
     * @param entered of how many; 0 means that nothing is known, and the answer is undefined
     * @return a new plan
     */
    public FunnelPlan to(String stage, long converted, long entered) {
        return to(stage, FunnelRate.observed(converted, entered, stage));
    }

    FunnelPlan to(String stage, FunnelRate rate) {
        String name = Checks.notBlank(stage, "stage");
        Checks.that(!terms.stages().contains(name), "stages must differ, twice: " + name + " in " + terms.stages());
        return changed(more().addStages(name).addRates(rate));
    }

    /**
     * Says what a deal brings, taken as known.
     *
     * @param amount the average amount, above 0
     * @return a new plan
     */
    public FunnelPlan averageDealSize(double amount) {
        return changed(more().deal(DealSize.given(BigDecimal.valueOf(Checks.finite(amount, "averageDealSize")))));
    }

    /**
     * Says what a deal brings, taken as known.
     *
     * @param amount the average amount, above 0
     * @return a new plan, which takes quotas of that currency only
     */
    public FunnelPlan averageDealSize(Money amount) {
        return changed(more().deal(DealSize.given(amount.amount())).currency(amount.currency()));
    }

    /**
     * Says what deals have brought: then neither their spread nor their mean is taken as known.
     *
     * @param won the amounts of won deals, at least one, with a mean above 0; of one alone there is no probability
     * @return a new plan
     */
    public FunnelPlan dealSizes(double... won) {
        Checks.atLeast(won.length, 1, "number of deal sizes");
        BigFraction sum = BigFraction.ZERO;
        for (double amount : won) {
            sum = sum.add(ExactFractions.of(Checks.finite(amount, "deal size")));
        }
        Checks.that(sum.getNumerator().signum() > 0, "deal sizes must have a sum above 0: " + Arrays.toString(won));
        BigFraction average = sum.divide(won.length);
        return dealSize(
                won.length == 1
                        ? DealSize.average(average, 1)
                        : DealSize.observed(
                                average,
                                SumOfAmounts.ofSample(won),
                                won.length,
                                "mean of won amounts",
                                ConversionBasis.OWN),
                terms.currency());
    }

    FunnelPlan dealSize(DealSize deal, Optional<Currency> currency) {
        return changed(more().deal(deal).currency(currency));
    }

    /**
     * With another rule of rounding.
     *
     * @param rounding the rule; {@link StageRounding#CEILING_OF_EXACT} unless said otherwise
     * @return a new plan
     */
    public FunnelPlan with(StageRounding rounding) {
        return changed(more().rounding(rounding));
    }

    /**
     * Asks for the smallest activity that reaches the quota with a probability; for targets, the first is the one to be had.
     *
     * @param chances the probabilities, each above 0 % and below 100 %; they take the place of those asked for before
     * @return a new plan
     */
    public FunnelPlan withChance(Percent... chances) {
        for (Percent chance : chances) {
            checkChance(chance);
        }
        return changed(more().chances(List.of(chances)));
    }

    static void checkChance(Percent chance) {
        Checks.that(
                chance.value() > 0 && chance.value() < 100,
                "chance must be above 0% and below 100%: " + chance,
                "99 is meant: no number of meetings makes a quota certain.");
    }

    /**
     * Says when it is to be done, so that there is a need for each week and working day.
     *
     * @param span over which days
     * @param calendar which of them are worked on; the span must have one
     * @return a new plan
     */
    public FunnelPlan during(Span span, BusinessCalendar calendar) {
        return during(span, WorkDays.of(calendar));
    }

    /**
     * Says when it is to be done, by the calendar that the plan has from its data; of a person days of leave do not count.
     *
     * @param span over which days
     * @return a new plan
     * @throws IllegalStateException if the plan was not made from data
     */
    public FunnelPlan during(Span span) {
        return during(
                span,
                terms.workDays()
                        .orElseThrow(() -> new IllegalStateException(
                                "a calendar must be said\nMaybe during(span, BusinessCalendar.standard(zone))")));
    }

    private FunnelPlan during(Span span, WorkDays days) {
        Checks.that(days.in(span) > 0, "span must have a working day: " + span);
        return changed(more().span(span).workDays(days));
    }

    /**
     * Says what the figures were made from.
     *
     * @param provenance for the results
     * @return a new plan
     */
    public FunnelPlan with(Provenance provenance) {
        return changed(more().provenance(provenance));
    }

    FunnelPlan about(Subject subject, Span history, WorkDays days) {
        return changed(more().subject(subject).history(history).workDays(days));
    }

    FunnelPlan towards(Span period, PlanQuota quota) {
        FunnelPlan plan = changed(more().quota(quota));
        return terms.workDays().orElseThrow().in(period) > 0 ? plan.during(period) : plan;
    }

    /**
     * Sets a target for a stage, to be asked about by {@link #sufficiency(double)}.
     *
     * @param stage one of the stages
     * @param target how many, 1 or more
     * @return a new plan
     */
    public FunnelPlan target(String stage, long target) {
        Checks.that(
                terms.stages().contains(stage),
                "stage must be one of " + terms.stages() + ": " + stage,
                "say to(stage, conversion) before its target.");
        Checks.atLeast(target, 1, "target of " + stage);
        var targets = new LinkedHashMap<>(terms.targets());
        targets.put(stage, target);
        return changed(more().targets(targets));
    }

    /**
     * The stages.
     *
     * @return their names, the top first
     */
    public List<String> stages() {
        return terms.stages();
    }

    /**
     * What does a quota take?
     *
     * @param quota the amount to reach, above 0, in the unit of the deal size
     * @return the answer
     * @throws IllegalStateException if no deal size was said
     */
    public BackSolve backSolve(double quota) {
        return answers(PlanQuota.given(quota, terms.currency())).backSolve();
    }

    /**
     * What does a quota take?
     *
     * @param quota the amount to reach, above 0, in the currency of the deal size if that has one
     * @return the answer
     * @throws IllegalStateException if no deal size was said
     */
    public BackSolve backSolve(Money quota) {
        return answers(PlanQuota.given(quota, terms.currency())).backSolve();
    }

    /**
     * How likely does so much activity reach a quota?
     *
     * @param activity how many there are at the top, 0 or more
     * @param quota the amount to reach, above 0
     * @return the probability; undefined where a conversion or the spread of deal sizes is
     */
    public Estimate chance(long activity, double quota) {
        Checks.atLeast(activity, 0, "activity");
        return answers(PlanQuota.given(quota, terms.currency())).chance(0, activity);
    }

    /**
     * Does being on target at each stage really reach the quota?
     *
     * @param quota the amount to reach, above 0
     * @return the answer
     * @throws IllegalStateException if no target or no deal size was said
     */
    public Sufficiency sufficiency(double quota) {
        return sufficiency(PlanQuota.given(quota, terms.currency()));
    }

    /**
     * Does being on target at each stage really reach the quota?
     *
     * @param quota the amount to reach, above 0, in the currency of the deal size if that has one
     * @return the answer
     * @throws IllegalStateException if no target or no deal size was said
     */
    public Sufficiency sufficiency(Money quota) {
        return sufficiency(PlanQuota.given(quota, terms.currency()));
    }

    /**
     * What does the agreed quota take? For a plan that was made from data {@link FunnelPlanQuestion#towards towards} a period.
     *
     * @return the answer; undefined where no quota is agreed
     * @throws IllegalStateException if the plan knows of no period to ask for
     */
    public BackSolve backSolve() {
        return answers(agreed()).backSolve();
    }

    /**
     * Do the agreed targets really reach the agreed quota? For a plan that was made from data {@link FunnelPlanQuestion#towards
     * towards} a period.
     *
     * @return the answer; unknown where no quota or no target is agreed
     * @throws IllegalStateException if the plan knows of no period to ask for
     */
    public Sufficiency sufficiency() {
        return answers(agreed()).sufficiency();
    }

    private PlanQuota agreed() {
        return terms.quota()
                .orElseThrow(() -> new IllegalStateException("a quota must be said"
                        + "\nMaybe backSolve(100_000), or towards(period) when the plan is made from data"));
    }

    private FunnelAnswers answers(PlanQuota quota) {
        return new FunnelAnswers(
                terms,
                terms.deal()
                        .orElseThrow(
                                () -> new IllegalStateException(
                                        "a deal size must be said first\nMaybe averageDealSize(10_000), in the unit of the quota")),
                quota);
    }

    private Sufficiency sufficiency(PlanQuota quota) {
        if (terms.targets().isEmpty()) {
            throw new IllegalStateException("a target must be said first, for one of " + terms.stages()
                    + "\nMaybe target(\"" + terms.stages().get(0) + "\", 100)");
        }
        return answers(quota).sufficiency();
    }

    private PlanTerms.Builder more() {
        return PlanTerms.builder().from(terms);
    }

    private static FunnelPlan changed(PlanTerms.Builder terms) {
        return new FunnelPlan(terms.build());
    }

    @Override
    public String toString() {
        return "funnel " + String.join(" -> ", terms.stages());
    }
}
