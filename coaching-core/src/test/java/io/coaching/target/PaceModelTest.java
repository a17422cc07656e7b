package io.coaching.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.Percent;
import io.coaching.stats.SumOfAmounts;
import io.coaching.target.PaceModel.Sizes;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The model of a running period")
class PaceModelTest {
    private static final SumOfAmounts ONE = new SumOfAmounts(1, 0, 0);

    private static Past past(double[] events, double... days) {
        return new Past(events, days);
    }

    @Test
    @DisplayName("counts what is to come by the negative binomial")
    void negativeBinomial() {
        RemainingTotal rest = RemainingTotal.of(6, 30, 45, ONE);
        // R: 1 - pnbinom(c(8, 14, 0) - 1, size = 6, prob = 30 / 75); qnbinom(c(.1, .9), 6, .4)
        assertThat(rest.reaches(8)).isCloseTo(0.5743964233728001, within(1e-12));
        assertThat(rest.reaches(14)).isCloseTo(0.16292248248747287, within(1e-12));
        assertThat(rest.reaches(0)).isEqualTo(1);
        assertThat(rest.mean()).isCloseTo(9, within(1e-9));
        assertThat(rest.quantile(0.1)).isEqualTo(4);
        assertThat(rest.quantile(0.9)).isEqualTo(15);
    }

    @Test
    @DisplayName("does so with a small shape and with a hundred thousand events")
    void extremes() {
        // R: 1 - pnbinom(0, .3, 2 / 5); 1 - pnbinom(1e5 - 1, 400, 1 / (1 + 250))
        assertThat(RemainingTotal.of(0.3, 2, 3, ONE).reaches(1)).isCloseTo(0.2403422070676261, within(1e-12));
        assertThat(RemainingTotal.of(400, 1, 250, ONE).reaches(1e5)).isCloseTo(0.49339066336914605, within(1e-4));
        assertThat(RemainingTotal.of(6, 30, 0, ONE).reaches(1)).isZero();
    }

    @Test
    @DisplayName("adds up gamma amounts over the number of deals")
    void amounts() {
        // Python: sum(nbinom.pmf(k, 6, .4) * gamma.sf(90000, 4 * k, scale=2500)) over k; each deal gamma with mean
        // 10,000, sd 5,000
        RemainingTotal rest = RemainingTotal.of(6, 30, 45, new SumOfAmounts(10_000, 5_000, 0));
        assertThat(rest.reaches(90_000)).isCloseTo(0.44162225454810017, within(1e-9));
        assertThat(rest.mean()).isCloseTo(90_000, within(1e-3));
        double median = rest.quantile(0.5);
        assertThat(rest.reaches(median)).isCloseTo(0.5, within(1e-4));
    }

    @Test
    @DisplayName("counts successes to come by the beta-binomial")
    void betaBinomial() {
        // Python: betabinom.sf(7, 20, 3.5, 9.5), betabinom.ppf([.1, .9], 20, 3.5, 9.5)
        RemainingShare rest = RemainingShare.of(3.5, 9.5, 20);
        assertThat(rest.reaches(8)).isCloseTo(0.2355839417741663, within(1e-12));
        assertThat(rest.mean()).isCloseTo(20 * 3.5 / 13, within(1e-9));
        assertThat(rest.quantile(0.1)).isEqualTo(2);
        assertThat(rest.quantile(0.9)).isEqualTo(10);
        assertThat(RemainingShare.of(0.1, 0.2, 5).reaches(1)).isCloseTo(0.44248269425215825, within(1e-12));
    }

    @Test
    @DisplayName("sees no more spread between periods than chance makes, and finds what is there")
    void overdispersion() {
        assertThat(Past.overdispersion(List.of(past(new double[] {10, 10, 10}, 60, 60, 60))))
                .isZero();
        // 100 and 200 on equal days: each 50 off 150; chance makes 2 x 75 of the squares; two periods show half of what
        // there is
        double found = Past.overdispersion(List.of(past(new double[] {100, 200}, 60, 60)));
        assertThat(found).isCloseTo((5_000 - 150) / (300.0 * 300 * 2 * 0.25 * 0.5), within(1e-12));
        assertThat(Past.overdispersion(List.of(past(new double[] {100}, 60)))).isZero();
    }

    @Test
    @DisplayName("takes the profile from the own periods and the peers': three quarters of it come late")
    void profile() {
        Past own = new Past(new double[] {10, 10}, new double[] {2, 3}, new double[] {60, 60}, new double[] {30, 30});
        Past peer = new Past(new double[] {100}, new double[] {25}, new double[] {60}, new double[] {30});
        double share = PaceModel.shareByNow(own, List.of(peer, peer, peer), 0.5);
        assertThat(share).isBetween(0.245, 0.255);
        assertThat(PaceModel.shareByNow(own, List.of(), 0.5))
                .as("alone: 5 of 20, and one period of 10 on a straight line")
                .isCloseTo((5 + 5) / 30.0, within(1e-12));
        assertThat(PaceModel.shareByNow(own, List.of(peer), 0)).isZero();
    }

    @Test
    @DisplayName("does not take leave for a profile, nor for days that are uneven")
    void leaveInThePast() {
        // two a day; ten of sixty days off, once early and once late, and an even period
        Past past = new Past(
                new double[] {100, 100, 120}, new double[] {40, 60, 60}, new double[] {50, 50, 60}, new double[] {
                    20, 30, 30
                });
        Past early = new Past(new double[] {100}, new double[] {40}, new double[] {50}, new double[] {20});
        assertThat(past.asIfAlwaysThere(0.5).allEarly()
                        / past.asIfAlwaysThere(0.5).allEvents())
                .isCloseTo(0.5, within(1e-12));
        assertThat(PaceModel.shareByNow(early, List.of(), 0.5)).isCloseTo(0.5, within(0.01));
        assertThat(Past.unevenness(List.of(past))).isZero();
        Past waves = new Past(
                new double[] {120, 120, 120}, new double[] {30, 90, 60}, new double[] {60, 60, 60}, new double[] {
                    30, 30, 30
                });
        // (30^2 + 30^2 - 3 x 30 x 2/3) / (3 x 120 x 119 / 4 x 2/3)
        assertThat(Past.unevenness(List.of(waves))).isCloseTo(1740 / 7140.0, within(1e-12));
    }

    @Test
    @DisplayName("draws a few deals' size towards the peers' and keeps the scatter they have in common")
    void sizes() {
        Sizes own = new Sizes(1, 30_000, 9e8);
        Sizes peer = new Sizes(50, 500_000, 50 * (1e8 + 25e6));
        SumOfAmounts size = PaceModel.size(own, List.of(peer, peer, peer));
        assertThat(size.mean()).isBetween(9_900.0, 14_000.0);
        assertThat(size.sd() / size.mean()).isCloseTo(Math.sqrt(0.25 * 50 / 49), within(1e-9));
        assertThat(PaceModel.size(own, List.of()).sd()).as("one deal alone").isEqualTo(30_000);
    }

    @Test
    @DisplayName("knows less after a wild past than after a steady one")
    void wildAndSteady() {
        Past now = past(new double[] {10}, 30);
        var steady = PaceModel.total(
                        past(new double[] {20, 20, 20, 20}, 60, 60, 60, 60),
                        List.of(),
                        now,
                        10,
                        0.5,
                        30,
                        ONE,
                        26,
                        false,
                        Percent.of(80))
                .orElseThrow();
        var wild = PaceModel.total(
                        past(new double[] {2, 38, 5, 35}, 60, 60, 60, 60),
                        List.of(),
                        now,
                        10,
                        0.5,
                        30,
                        ONE,
                        26,
                        false,
                        Percent.of(80))
                .orElseThrow();
        assertThat(wild.high() - wild.low()).isGreaterThan(steady.high() - steady.low());
        assertThat(wild.reaches()).isGreaterThan(steady.reaches());
    }
}
