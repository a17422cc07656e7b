package io.coaching.target;

import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.Percent;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.stats.UncertainRate;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.commons.math3.fraction.BigFraction;

/** What the terms of a plan and a quota come to. */
final class FunnelAnswers {
    private final PlanTerms terms;
    private final DealSize deal;
    private final PlanQuota quota;

    FunnelAnswers(PlanTerms terms, DealSize deal, PlanQuota quota) {
        this.terms = terms;
        this.deal = deal;
        this.quota = quota;
    }

    BackSolve backSolve() {
        List<StageNeed> needs = new FunnelNeeds(terms, deal, quota).all();
        BackSolve.Builder answer = BackSolve.builder()
                .quota(quota.estimate())
                .currency(quota.currency())
                .subject(terms.subject())
                .dealSize(deal.estimate())
                .dealSizeBasis(deal.basis())
                .stages(needs)
                .rounding(terms.rounding())
                .span(terms.span())
                .workingDays(terms.workingDays().map(OptionalInt::of).orElseGet(OptionalInt::empty))
                .history(terms.history())
                .provenance(provenance());
        Optional<PlanChance> likely = likely(0);
        Estimate noChance = likely.isPresent()
                ? Estimate.undefined(Reason.OUT_OF_REACH)
                : whyNoChance(0).orElseThrow();
        OptionalLong top = needs.get(0).whole();
        answer.plainChance(
                top.isEmpty()
                        ? needs.get(0).exact()
                        : likely.map(chance -> probability(chance.of(top.getAsLong()), top.getAsLong(), 0))
                                .orElse(noChance));
        for (Percent chance : terms.chances()) {
            OptionalLong least = likely.isPresent() ? likely.get().least(chance.fraction()) : OptionalLong.empty();
            answer.addChances(
                    least.isPresent()
                            ? chanceNeed(chance, least.getAsLong(), likely.get())
                            : new ChanceNeed(chance, noChance, noChance, Optional.empty(), Optional.empty()));
        }
        return answer.build();
    }

    private ChanceNeed chanceNeed(Percent chance, long activity, PlanChance likely) {
        Known known = Known.builder()
                .value((double) activity)
                .n(activity, terms.stages().get(0))
                .method("least number with that probability")
                .build();
        var whole = new BigFraction(activity);
        return new ChanceNeed(
                chance,
                known,
                probability(likely.of(activity), activity, 0),
                FunnelNeeds.perWeek(terms, whole),
                FunnelNeeds.perDay(terms, whole));
    }

    Sufficiency sufficiency() {
        Sufficiency.Builder answer = Sufficiency.builder()
                .quota(quota.estimate())
                .currency(quota.currency())
                .subject(terms.subject())
                .wanted(
                        terms.chances().isEmpty()
                                ? FunnelPlan.DEFAULT_CHANCE
                                : terms.chances().get(0))
                .provenance(provenance());
        List<StageNeed> needs = new FunnelNeeds(terms, deal, quota).all();
        Optional<BigFraction> supplied = Optional.empty();
        for (int i = 0; i < needs.size(); i++) {
            StageNeed need = needs.get(i);
            StageTarget.Builder stage =
                    StageTarget.builder().stage(need.stage()).need(need.exact()).whole(need.whole());
            supplied.ifPresent(s -> stage.supplied(ExactFractions.toDouble(s)));
            Optional<BigFraction> here = supplied;
            Long target = terms.targets().get(need.stage());
            if (target != null) {
                here = Optional.of(new BigFraction(target));
                stage.target(target).expected(expected(i, target)).chance(chance(i, target));
            }
            answer.addStages(stage.build());
            Optional<BigFraction> rate =
                    i < terms.rates().size() ? terms.rates().get(i).exact() : Optional.empty();
            supplied = here.flatMap(h -> rate.map(h::multiply));
        }
        return answer.build();
    }

    /** What a number at a stage brings on average. */
    private Estimate expected(int stage, long number) {
        BigFraction amount = new BigFraction(number);
        for (FunnelRate rate : below(stage)) {
            if (rate.exact().isEmpty()) {
                return rate.whyNot();
            }
            amount = amount.multiply(rate.exact().get());
        }
        if (deal.exact().isEmpty()) {
            return deal.estimate();
        }
        return Known.builder()
                .value(ExactFractions.toDouble(amount.multiply(deal.exact().get())))
                .n(number, terms.stages().get(stage))
                .method("number x conversions x deal size")
                .build();
    }

    /** The probability that a number at a stage reaches the quota. */
    Estimate chance(int stage, long number) {
        Optional<PlanChance> likely = likely(stage);
        return likely.isPresent()
                ? probability(likely.get().of(number), number, stage)
                : whyNoChance(stage).orElseThrow();
    }

    private Estimate probability(double value, long number, int stage) {
        boolean known = below(stage).stream().allMatch(rate -> rate.basis() == ConversionBasis.GIVEN);
        return Known.builder()
                .value(value)
                .n(number, terms.stages().get(stage))
                .method((known ? "binomial" : "binomial over beta posteriors")
                        + (deal.sums().isPresent() ? ", gamma sums of deals" : ""))
                .build();
    }

    private Optional<PlanChance> likely(int stage) {
        if (whyNoChance(stage).isPresent()) {
            return Optional.empty();
        }
        BigFraction known = BigFraction.ONE;
        Optional<UncertainRate> uncertain = Optional.empty();
        for (FunnelRate rate : below(stage)) {
            if (rate.basis() == ConversionBasis.GIVEN) {
                known = known.multiply(rate.exact().orElseThrow());
            } else {
                UncertainRate next = UncertainRate.of(rate.belief().orElseThrow());
                uncertain = Optional.of(uncertain.isPresent() ? uncertain.get().times(next) : next);
            }
        }
        UncertainRate certain = UncertainRate.known(ExactFractions.toDouble(known));
        return Optional.of(new PlanChance(
                uncertain.map(certain::times).orElse(certain),
                deal,
                quota.exact().orElseThrow()));
    }

    private Optional<Estimate> whyNoChance(int stage) {
        if (quota.exact().isEmpty()) {
            return Optional.of(quota.estimate());
        }
        for (FunnelRate rate : below(stage)) {
            if (rate.belief().isEmpty()) {
                return Optional.of(rate.estimate());
            }
        }
        Optional<Estimate> noSize = deal.whyNoChance();
        if (noSize.isPresent()) {
            return noSize;
        }
        boolean tooMany =
                PlanChance.dealsNeeded(deal, quota.exact().get()).compareTo(BigInteger.valueOf(PlanChance.MOST_DEALS))
                        > 0;
        return tooMany ? Optional.of(Estimate.undefined(Reason.OUT_OF_REACH)) : Optional.empty();
    }

    /** The conversions from a stage downward. */
    private List<FunnelRate> below(int stage) {
        return terms.rates().subList(stage, terms.rates().size());
    }

    /** Of plain figures nobody said where they come from. */
    private Provenance provenance() {
        return terms.provenance()
                .orElseGet(() -> Provenance.of(
                        terms.span().map(span -> span.start().minusDays(1)).orElse(LocalDate.EPOCH), "not given"));
    }
}
