package io.coaching.target;

import io.coaching.base.Argument;
import io.coaching.base.Estimate;
import io.coaching.base.Known;
import io.coaching.base.Reason;
import io.coaching.internal.text.Figures;

/** Shares and sentences of the answers about targets. */
final class TargetWords {
    private TargetWords() {}

    /** A share with one decimal, or why there is none. */
    static String share(Estimate estimate) {
        return estimate instanceof Known known ? Figures.percent(known.value(), 1) : estimate.toString();
    }

    static String probability(Estimate estimate) {
        return estimate instanceof Known known ? probability(known.value()) : estimate.toString();
    }

    /** A probability in whole percent that is never rounded to certainty. */
    static String probability(double p) {
        if (p > 0.99 && p < 1) {
            return "> 99%";
        }
        return p < 0.01 && p > 0 ? "< 1%" : Figures.percent(p, 0);
    }

    static Argument.Share argument(double share) {
        return new Argument.Share(share, 1);
    }

    static Argument reason(Estimate estimate) {
        return new Argument.Text(estimate.whyNot().orElse(Reason.NO_DATA).text());
    }
}
