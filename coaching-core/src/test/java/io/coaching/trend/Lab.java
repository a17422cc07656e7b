package io.coaching.trend;

import io.coaching.internal.random.DeterministicRandom;
import java.util.*;

public class Lab {
    interface Gen { double[] make(DeterministicRandom r, int n); }
    static double[] walk(DeterministicRandom r, int n, double level, double alpha, double beta, double phi, double b0, double sd) {
        double[] y = new double[n]; double l = level, b = b0;
        for (int t = 0; t < n; t++) { double e = sd * r.nextGaussian(); y[t] = l + phi * b + e; l = l + phi * b + alpha * e; b = phi * b + alpha * beta * e; }
        return y;
    }
    record Kind(String name, ForecastRange range, int period, Gen gen) {}
    static List<Kind> kinds = List.of(
        new Kind("noise", ForecastRange.ANY, 1, (r, n) -> walk(r, n, 100, 0, 0, 1, 0, 10)),
        new Kind("randomwalk", ForecastRange.ANY, 1, (r, n) -> walk(r, n, 100, 1, 0, 1, 0, 10)),
        new Kind("level.3", ForecastRange.ANY, 1, (r, n) -> walk(r, n, 100, .3, 0, 1, 0, 10)),
        new Kind("trend", ForecastRange.ANY, 1, (r, n) -> walk(r, n, 100, .2, .1, 1, 3, 10)),
        new Kind("seasonal12", ForecastRange.ANY, 12, (r, n) -> { double[] y = walk(r, n, 100, .2, 0, 1, .5, 8); for (int t = 0; t < n; t++) y[t] += 25 * Math.sin(t * Math.PI / 6); return y; }),
        new Kind("noise m12", ForecastRange.ANY, 12, (r, n) -> walk(r, n, 100, 0, 0, 1, 0, 10)),
        new Kind("poisson4", ForecastRange.COUNTS, 1, (r, n) -> { double[] y = new double[n]; for (int t = 0; t < n; t++) y[t] = r.nextPoisson(4); return y; }),
        new Kind("poisson.7", ForecastRange.COUNTS, 1, (r, n) -> { double[] y = new double[n]; for (int t = 0; t < n; t++) y[t] = r.nextPoisson(.7); return y; }),
        new Kind("nb40drift", ForecastRange.COUNTS, 1, (r, n) -> { double[] y = new double[n]; double l = Math.log(40); for (int t = 0; t < n; t++) { l += .05 * r.nextGaussian(); y[t] = r.nextPoisson(Math.exp(l) * r.nextGamma(20) / 20); } return y; }),
        new Kind("share20", ForecastRange.SHARES, 1, (r, n) -> { double[] y = new double[n]; for (int t = 0; t < n; t++) y[t] = r.nextBinomial(20, .25) / 20.0; return y; }),
        new Kind("share4", ForecastRange.SHARES, 1, (r, n) -> { double[] y = new double[n]; for (int t = 0; t < n; t++) { int k = 1 + r.nextPoisson(3); y[t] = r.nextBinomial(k, .25) / (double) k; } return y; }),
        new Kind("money", ForecastRange.NON_NEGATIVE, 1, (r, n) -> { double[] y = new double[n]; for (int t = 0; t < n; t++) { int k = r.nextPoisson(2.5); for (int i = 0; i < k; i++) y[t] += 1000 * Math.exp(.8 * r.nextGaussian()); } return y; }));

    public static void main(String[] a) {
        int series = Integer.parseInt(a[0]);
        double[] margins = {0, .05, .1, .2};
        for (int n : new int[] {10, 16, 24, 48}) for (Kind k : kinds) {
            int H = 3;
            var r0 = DeterministicRandom.of(77).forPart(k.name + n);
            long t0 = System.nanoTime();
            // per margin: sum MAE of chosen on future; coverage
            double[] fut = new double[margins.length]; 
            double[][] cov = new double[6][2]; double[][] wid = new double[6][2];
            Map<ForecastMethod, Integer> chosen = new TreeMap<>();
            double bestMean = 0; int used = 0;
            double[] per = new double[ForecastMethod.values().length];
            for (int s = 0; s < series; s++) {
                double[] y = k.gen.make(r0.split(), n + H);
                OptionalDouble[] train = new OptionalDouble[n];
                for (int t = 0; t < n; t++) train[t] = OptionalDouble.of(y[t]);
                int K = Math.max(4, Math.min(24, (int) (n * Double.parseDouble(a[1]))));
                if (k.period > 1 && n - 2 * k.period >= 4) K = Math.min(K, n - 2 * k.period);
                if (k.period > 1 && n - 2 * k.period >= 4) K = Math.max(K, Math.min(12, n - 2*k.period));
                double sumsq = 0; for (int t = 1; t < n; t++) sumsq += Math.pow(y[t] - y[t-1], 2);
                if (sumsq == 0) continue;
                used++;
                double least = sumsq / n * 1e-6;
                List<RollingErrors> all = new ArrayList<>();
                for (ForecastMethod m : ForecastMethod.values()) RollingErrors.of(m, train, k.period, n - K, H, least).ifPresent(all::add);
                RollingErrors rival = all.stream().filter(e -> e.method().isRival()).min(Comparator.comparingDouble(RollingErrors::mae)).orElseThrow();
                Optional<RollingErrors> model = all.stream().filter(e -> !e.method().isRival()).min(Comparator.comparingDouble(RollingErrors::mae));
                for (int g = 0; g < margins.length; g++) {
                    RollingErrors pick = model.isPresent() && model.get().mae() <= rival.mae() * (1 - margins[g]) ? model.get() : rival;
                    FittedMethod f = FittedMethod.of(pick.method(), train, k.period, H).orElseThrow();
                    for (int h = 0; h < H; h++) fut[g] += Math.abs(f.points()[h] - y[n + h]);
                    if (g == 1) {
                        chosen.merge(pick.method(), 1, Integer::sum);
                        double infl = pick.inflation();
                        double[] scale = {1, Math.max(1, infl), (6 + pick.squared().length * infl) / (6 + pick.squared().length), Math.max(1, (6 + pick.squared().length * infl) / (6 + pick.squared().length)), Math.max(1, infl) * 1.1, 1.1*Math.max(1, (6 + pick.squared().length * infl) / (6 + pick.squared().length))};
                        long z = Arrays.stream(y, 0, n).filter(v -> v == 0).count(), o = Arrays.stream(y, 0, n).filter(v -> v == 1).count();
                        boolean hurdle = !k.range.whole();
                        double a0 = hurdle && k.range.low().isPresent() ? z / (double) n : 0, a1 = hurdle && k.range.high().isPresent() ? o / (double) n : 0;
                        double df = Math.max(3, n - Math.max(1, f.parameters()));
                        for (int v = 0; v < scale.length; v++) for (int h = 0; h < H; h++) {
                            var d = new ForecastDistribution(k.range, k.range.clamp(f.points()[h]), Math.sqrt(Math.max(least, scale[v] * f.variances()[h])), df, a0, a1);
                            var i80 = d.interval(io.coaching.base.Percent.of(80)); var i95 = d.interval(io.coaching.base.Percent.of(95));
                            if (i80.contains(y[n + h])) cov[v][0]++; if (i95.contains(y[n + h])) cov[v][1]++;
                            wid[v][0] += i80.high() - i80.low(); wid[v][1] += i95.high() - i95.low();
                        }
                    }
                }
                for (ForecastMethod m : ForecastMethod.values()) { var f = FittedMethod.of(m, train, k.period, H); for (int h = 0; h < H; h++) per[m.ordinal()] += f.map(x -> x.points()[0]).isPresent() ? Math.abs(f.get().points()[h] - y[n + h]) : Double.NaN; }
            }
            StringBuilder sb = new StringBuilder(String.format(Locale.ROOT, "%3d %-11s fut", n, k.name));
            double base = Arrays.stream(per).filter(v -> !Double.isNaN(v)).min().getAsDouble();
            for (double v : fut) sb.append(String.format(Locale.ROOT, " %.3f", v / base));
            sb.append(" cov");
            for (double[] c : cov) sb.append(String.format(Locale.ROOT, " %.0f/%.0f", 1000 * c[0] / used / H, 1000 * c[1] / used / H));
            sb.append(" " + chosen + String.format(Locale.ROOT, " %.1f ms", (System.nanoTime() - t0) / 1e6 / used));
            System.out.println(sb);
        }
    }
}
