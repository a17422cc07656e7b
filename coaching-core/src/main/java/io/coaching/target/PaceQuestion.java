package io.coaching.target;

import io.coaching.base.Direction;
import io.coaching.base.Estimate;
import io.coaching.base.Interval;
import io.coaching.base.IntervalKind;
import io.coaching.base.Known;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.Subject;
import io.coaching.data.Panel;
import io.coaching.data.Sample;
import io.coaching.goal.RevisionRule;
import io.coaching.goal.TargetInForce;
import io.coaching.goal.TargetIndex;
import io.coaching.internal.check.Checks;
import io.coaching.internal.text.Figures;
import io.coaching.kpi.Exposure;
import io.coaching.kpi.Formula;
import io.coaching.kpi.Kpi;
import io.coaching.people.Peers;
import io.coaching.people.Viewer;
import io.coaching.stats.SumOfAmounts;
import io.coaching.target.PaceModel.Finish;
import io.coaching.target.PaceModel.Sizes;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Will the target be reached, and what does it take from here?
 *
 * <p>What it does, on everything known by the as-of day:
 *
 * <ul>
 *   <li><b>profile</b>: the share of a period's events that had come by the corresponding working day of the last periods, leave
 *       made up for, the subject's own drawn towards the peers' (beta-binomial). So a quarter whose last week brings a third of it is no shock;
 *   <li><b>rate</b>: events for a working day of full productivity (leave and ramp count) in the last periods, drawn towards the
 *       peers' (gamma-Poisson), with what periods of one person differ beyond chance (method of moments), updated by this period;
 *   <li><b>unevenness</b>: days that come in waves make early figures tell less of late ones; how much so is seen in the share
 *       done by now, which differs from period to period beyond chance;
 *   <li><b>finish</b>: the number still to come is negative binomial; amounts are that many deals of the size of the past ({@link
 *       SumOfAmounts}); daily totals are counted in units of their scatter. Summed up, nothing is drawn at random;
 *   <li><b>shares</b>: successes of the trials still to come are beta-binomial; how many trials come is taken as expected.
 * </ul>
 *
 * <p>Edge cases: before the period it is a forecast from the past; after it the probability is 0 or 1 and nothing is needed any
 * more; without a past the running period alone speaks, with little weight; levels, means, quantiles, ratios and derived KPIs have
 * a target and a value and no probability ({@link Reason#NO_ERROR_MODEL}).
 *
 * <p>What it does not know: deals in the pipeline, changes of the market, and season from quarter to quarter.
 *
 * <p>Immutable, may be shared among threads. One answer reads a panel of peers times twice the number of periods looked back.
 */
public final class PaceQuestion {
    private static final Percent LEVEL = Percent.of(80);
    /** With fewer records a day than this share of what later periods have, a period lies partly before the records began. */
    private static final double HALF_EMPTY = 0.5;

    private final TargetSource source;
    private final Kpi kpi;
    private final Optional<Span> span;
    private final Optional<LocalDate> asOf;
    private final Peers peers;
    private final int back;
    private final Percent likely;
    private final Percent level;
    private final RevisionRule rule;
    private final Optional<Viewer> viewer;

    private PaceQuestion(
            TargetSource source,
            Kpi kpi,
            Optional<Span> span,
            Optional<LocalDate> asOf,
            Peers peers,
            int back,
            Percent likely,
            Percent level,
            RevisionRule rule,
            Optional<Viewer> viewer) {
        this.source = source;
        this.kpi = kpi;
        this.span = span;
        this.asOf = asOf;
        this.peers = peers;
        this.back = back;
        this.likely = likely;
        this.level = level;
        this.rule = rule;
        this.viewer = viewer;
    }

    /**
     * Starts a question.
     *
     * @param source where figures and targets come from
     * @param kpi on what
     * @return the question: peers of the same role, eight periods back, likely from 80 % on, intervals at 80 %
     */
    public static PaceQuestion of(TargetSource source, Kpi kpi) {
        return new PaceQuestion(
                source,
                kpi,
                Optional.empty(),
                Optional.empty(),
                Peers.sameRole(),
                8,
                Percent.of(80),
                LEVEL,
                RevisionRule.DEFAULT,
                Optional.empty());
    }

    /**
     * Says when.
     *
     * @param days the period of the target
     * @return a new question
     */
    public PaceQuestion during(Span days) {
        Checks.that(!days.isEmpty(), "span must have a day: " + days);
        return new PaceQuestion(source, kpi, Optional.of(days), asOf, peers, back, likely, level, rule, viewer);
    }

    /**
     * Asks as if it were the end of another day.
     *
     * @param day the last day that is known, not after that of the data
     * @return a new question
     */
    public PaceQuestion asOf(LocalDate day) {
        Checks.that(
                !day.isAfter(source.asOf()),
                "asOf must not be after the last day of the data, " + source.asOf() + ": " + day);
        return new PaceQuestion(source, kpi, span, Optional.of(day), peers, back, likely, level, rule, viewer);
    }

    /**
     * Says whose past helps where one's own says little.
     *
     * @param others the rule
     * @return a new question
     */
    public PaceQuestion against(Peers others) {
        return new PaceQuestion(source, kpi, span, asOf, others, back, likely, level, rule, viewer);
    }

    /**
     * Says how many periods to look back.
     *
     * @param periods 0 or more
     * @return a new question
     */
    public PaceQuestion lookingBack(int periods) {
        Checks.inRange(periods, 0, 1_000, "periods");
        return new PaceQuestion(source, kpi, span, asOf, peers, periods, likely, level, rule, viewer);
    }

    /**
     * Says from which probability on a target counts as likely.
     *
     * @param probability 50 % or more
     * @return a new question
     */
    public PaceQuestion likelyFrom(Percent probability) {
        Checks.inRange(probability.value(), 50, 100, "probability in percent");
        return new PaceQuestion(source, kpi, span, asOf, peers, back, probability, level, rule, viewer);
    }

    /**
     * Says how sure the interval of the finish is to be.
     *
     * @param other the level, above 0 % and below 100 %
     * @return a new question
     */
    public PaceQuestion at(Percent other) {
        Checks.that(other.value() > 0 && other.value() < 100, "level must be above 0% and below 100%: " + other);
        return new PaceQuestion(source, kpi, span, asOf, peers, back, likely, other, rule, viewer);
    }

    /**
     * Says which value counts of a target that was changed in the middle.
     *
     * @param changes the rule
     * @return a new question
     */
    public PaceQuestion with(RevisionRule changes) {
        return new PaceQuestion(source, kpi, span, asOf, peers, back, likely, level, changes, viewer);
    }

    /**
     * Says who is looking, so that nothing is told that they may not see.
     *
     * @param who the viewer
     * @return a new question
     */
    public PaceQuestion as(Viewer who) {
        return new PaceQuestion(source, kpi, span, asOf, peers, back, likely, level, rule, Optional.of(who));
    }

    /**
     * The pace of someone.
     *
     * @param subject a person, team, region or everyone
     * @return the answer
     */
    public Pace of(Subject subject) {
        Groups.known(source.roster(), subject);
        Pace pace = new Running(subject).answer();
        return viewer.flatMap(v -> source.access().whyNot(v, subject, pace.span(), source.asOf()))
                .map(pace::withheld)
                .orElse(pace);
    }

    private Span span() {
        return span.orElseThrow(() -> new IllegalStateException(
                "the span is not said\nMaybe add .during(Span.quarter(2026, 3)) before the last word"));
    }

    /** One sample as sums; a rate per working day is taken back to its total. */
    private record Sums(double total, Sizes sizes, boolean ones) {
        static final Sums NONE = new Sums(0, Sizes.NONE, true);

        static Sums of(Sample sample) {
            if (sample instanceof Sample.Total t) {
                return new Sums(t.total(), new Sizes(t.n(), t.total(), t.variance()), t.ones());
            }
            if (sample instanceof Sample.Ratio r) {
                double variance = r.variance().orElse(0) * r.denominator() * r.denominator();
                double total = r.numerator();
                boolean ones = Math.abs(variance - total) < 1e-6 * Math.max(1, total);
                return new Sums(total, new Sizes(total == 0 ? 0 : r.n(), total, variance), ones);
            }
            return NONE;
        }

        /** No sum of squares is so small: it is the scatter of daily totals. */
        boolean isDaily() {
            return !ones && sizes.n() > 1 && sizes.squares() < total * total / sizes.n() * (1 - 1e-9);
        }
    }

    /** One subject in one period, step by step. */
    private final class Running {
        private final Subject subject;
        private final Span days = span();
        private final LocalDate today = asOf.orElse(source.asOf());
        private final TargetIndex index = source.targetIndex().with(rule).asOf(today);
        private final BusinessCalendar calendar = source.calendar();
        private final boolean isRate;
        private final boolean addsUp;
        private final TargetInForce target;
        private final Span lived;
        private final Span ahead;
        private final List<Span> wholes = new ArrayList<>();
        private final List<Span> earlies = new ArrayList<>();

        Running(Subject subject) {
            this.subject = subject;
            this.isRate = kpi.formula() instanceof Formula.Rate rate && rate.exposure() == Exposure.WORKING_DAY;
            this.addsUp = AttainmentQuestion.addsUp(kpi);
            this.target = index.inForce(subject, kpi.id(), days, addsUp);
            LocalDate next = today.plusDays(1);
            LocalDate cut = next.isBefore(days.start())
                    ? days.start()
                    : next.isAfter(days.endExclusive()) ? days.endExclusive() : next;
            this.lived = Span.of(days.start(), cut);
            this.ahead = Span.of(cut, days.endExclusive());
            int all = calendar.workingDays(days);
            double straight = all == 0 ? 0 : (double) calendar.workingDays(lived) / all;
            Span whole = days;
            for (int i = 0; i < back; i++) {
                whole = Periods.previous(calendar, whole);
                if (whole.start().getYear() < 2) {
                    break;
                }
                if (!whole.endExclusive().isAfter(next)) {
                    wholes.add(whole);
                    earlies.add(early(whole, straight));
                }
            }
        }

        /** The part of a past period up to the working day that corresponds to today. */
        private Span early(Span whole, double straight) {
            int over = (int) Math.round(straight * calendar.workingDays(whole));
            LocalDate end = over == 0
                    ? whole.start()
                    : calendar.plusWorkingDays(whole.start().minusDays(1), over).plusDays(1);
            return Span.of(whole.start(), end.isAfter(whole.endExclusive()) ? whole.endExclusive() : end);
        }

        Pace answer() {
            Pace.Builder pace = Pace.builder()
                    .subject(subject)
                    .kpi(kpi)
                    .span(days)
                    .asOf(today)
                    .days(daysOver())
                    .target(target.value())
                    .derivation(target)
                    .likelyFrom(likely)
                    .provenance(source.provenance());
            if (lived.isEmpty()) {
                return finished(pace, Optional.empty(), Sums.NONE, new Sample.None(Reason.PERIOD_NOT_BEGUN));
            }
            Panel panel = source.panel(kpi, List.of(subject), List.of(lived));
            Sample sample = panel.sample(0, 0);
            Estimate actual = panel.estimate(0, 0);
            Optional<Currency> currency = panel.currency();
            boolean mixed =
                    currency.isPresent() && target.currency().isPresent() && !currency.equals(target.currency());
            if (mixed || !(actual instanceof Known)) {
                boolean notYet = !mixed && isNothingYet(actual);
                if (!notYet) {
                    Estimate none = mixed ? Estimate.undefined(Reason.MIXED_CURRENCIES) : actual;
                    return nothing(pace.currency(target.currency().or(() -> currency)), none, none);
                }
            }
            return finished(pace.actual(actual), currency, Sums.of(sample), sample);
        }

        /** Nothing in a period that has begun may still become something, where the past says what. */
        private boolean isNothingYet(Estimate actual) {
            return actual.whyNot()
                            .filter(why ->
                                    why == Reason.NOTHING_DECIDED || why == Reason.NO_EXPOSURE || why == Reason.NO_DATA)
                            .isPresent()
                    && !ahead.isEmpty();
        }

        private Pace nothing(Pace.Builder pace, Estimate actual, Estimate why) {
            return pace.actual(actual)
                    .shareByNow(why)
                    .expectedByNow(why)
                    .expectedOnStraightLine(why)
                    .projected(why)
                    .probability(why)
                    .neededPerDay(why)
                    .verdict(PaceVerdict.NONE)
                    .build();
        }

        private DaysOver daysOver() {
            return subject instanceof PersonId person && source.roster().contains(person)
                    ? new DaysOver(
                            source.roster().eligibleDays(person, lived, calendar),
                            source.roster().eligibleDays(person, days, calendar))
                    : new DaysOver(calendar.workingDays(lived), calendar.workingDays(days));
        }

        private Pace finished(Pace.Builder pace, Optional<Currency> currency, Sums sums, Sample sample) {
            pace.currency(target.currency().or(() -> currency));
            Estimate actual = lived.isEmpty()
                    ? zero()
                    : source.panel(kpi, List.of(subject), List.of(lived)).estimate(0, 0);
            if (!(target.value() instanceof Known wanted)) {
                return nothing(pace, actual, target.value());
            }
            if (ahead.isEmpty()) {
                return over(pace, actual, wanted.value());
            }
            if (kpi.formula() instanceof Formula.Proportion) {
                return share(pace, actual, sample, wanted.value());
            }
            if (addsUp || isRate) {
                return total(pace, actual, sums, wanted.value());
            }
            return nothing(pace, actual, Estimate.undefined(Reason.NO_ERROR_MODEL));
        }

        private Estimate zero() {
            return addsUp
                    ? Known.builder()
                            .value(0)
                            .n(0, "working days")
                            .method("the period has not begun")
                            .build()
                    : Estimate.undefined(Reason.PERIOD_NOT_BEGUN);
        }

        // ---- it is over

        private Pace over(Pace.Builder pace, Estimate actual, double wanted) {
            Estimate ended = Estimate.undefined(Reason.PERIOD_OVER);
            if (!(actual instanceof Known known)) {
                return nothing(pace, actual, actual);
            }
            boolean reached = kpi.direction().better(known.value() - wanted) >= -1e-9 * Math.abs(wanted);
            Known certain = Known.builder()
                    .value(reached ? 1 : 0)
                    .sizes(known.sizes())
                    .method("the period is over")
                    .build();
            return pace.actual(actual)
                    .shareByNow(Known.builder().from(certain).value(1).build())
                    .expectedByNow(Known.builder().from(certain).value(wanted).build())
                    .expectedOnStraightLine(
                            Known.builder().from(certain).value(wanted).build())
                    .projected(
                            Known.builder().from(certain).value(known.value()).build())
                    .probability(certain)
                    .neededPerDay(ended)
                    .verdict(reached ? PaceVerdict.REACHED : PaceVerdict.MISSED)
                    .build();
        }

        // ---- totals

        private Pace total(Pace.Builder pace, Estimate actual, Sums now, double wantedAsSaid) {
            Field field = field();
            double perUnit = isRate ? Math.max(1, daysOver().all()) : 1;
            double wanted = wantedAsSaid * perUnit;
            Unit unit = unit(field, now);
            List<Past> others = field.others.stream().map(o -> past(o, unit)).toList();
            Past own = past(field.own, unit);
            int all = calendar.workingDays(days);
            double straight = all == 0 ? 0 : (double) calendar.workingDays(lived) / all;
            double share = PaceModel.shareByNow(own, others, straight);
            double done = weighted(lived, share, straight);
            double toCome = weighted(ahead, 1 - share, 1 - straight);
            double byNow = done + toCome == 0 ? straight : done / (done + toCome);
            Past soFar = new Past(new double[] {unit.events(now)}, new double[] {done});
            boolean less = kpi.direction() == Direction.LOWER_IS_BETTER;
            Optional<Finish> finish =
                    PaceModel.total(own, others, soFar, now.total(), share, toCome, unit.size(), wanted, less, level);
            String profile = profile(own, others);
            Estimate needed = daysOver().all() == daysOver().over()
                    ? Estimate.undefined(Reason.NO_EXPOSURE)
                    : known(
                            Math.max(0, wanted - now.total())
                                    / (daysOver().all() - daysOver().over()),
                            "what is missing / days left");
            DaysOver over = daysOver();
            double onLine = over.all() == 0 ? 0 : (double) over.over() / over.all();
            return verdict(
                            pace.actual(actual)
                                    .shareByNow(known(byNow, profile))
                                    .expectedByNow(known(isRate ? wantedAsSaid : wanted * byNow, profile))
                                    .expectedOnStraightLine(
                                            known(isRate ? wantedAsSaid : wanted * onLine, "target x days over / days"))
                                    .neededPerDay(less ? Estimate.undefined(Reason.NO_ERROR_MODEL) : needed)
                                    .runRate(
                                            over.all() == 0 || isRate
                                                    ? Optional.empty()
                                                    : Optional.of(
                                                            new RunRate(now.total(), over.over(), over.all(), wanted))),
                            finish,
                            perUnit,
                            own,
                            others,
                            reachedAlready(now.total(), wanted, less))
                    .build();
        }

        private Optional<PaceVerdict> reachedAlready(double total, double wanted, boolean less) {
            if (less) {
                return total > wanted ? Optional.of(PaceVerdict.MISSED) : Optional.empty();
            }
            return total >= wanted ? Optional.of(PaceVerdict.REACHED) : Optional.empty();
        }

        /** Days of full productivity, by what the profile says a day of this part is worth. */
        private double weighted(Span part, double share, double straight) {
            return part.isEmpty() || straight == 0 ? 0 : index.rampedDays(subject, part) * share / straight;
        }

        private Known known(double value, String method) {
            return Known.builder()
                    .value(value)
                    .n(daysOver().over(), "working days over")
                    .method(method)
                    .build();
        }

        private String profile(Past own, List<Past> others) {
            if (own.periods() == 0 && others.isEmpty()) {
                return "a straight line, for there is no past";
            }
            return "profile of " + own.periods() + " own periods with " + Figures.count(Math.round(own.allEvents()))
                    + " events and " + others.size() + " peers";
        }

        private Pace.Builder verdict(
                Pace.Builder pace,
                Optional<Finish> finish,
                double perUnit,
                Past own,
                List<Past> others,
                Optional<PaceVerdict> already) {
            if (finish.isEmpty()) {
                Estimate none = Estimate.undefined(Reason.TOO_FEW_OBSERVATIONS);
                return pace.projected(none).probability(none).verdict(already.orElse(PaceVerdict.NONE));
            }
            Finish end = finish.get();
            double reaches = already.map(a -> a == PaceVerdict.REACHED ? 1.0 : 0.0)
                    .orElse(Math.max(0, Math.min(1, end.reaches())));
            Known.Builder projected = Known.builder()
                    .value(end.mean() / perUnit)
                    .n(own.periods(), "own periods")
                    .n(others.size(), "peers")
                    .method(end.method())
                    .interval(new Interval(
                            end.low() / perUnit,
                            Math.max(end.low(), end.high()) / perUnit,
                            level,
                            IntervalKind.PREDICTION,
                            end.method()));
            return pace.projected(projected.build())
                    .probability(Known.builder()
                            .value(reaches)
                            .n(own.periods(), "own periods")
                            .n(others.size(), "peers")
                            .method(end.method())
                            .build())
                    .verdict(already.orElse(
                            reaches >= likely.fraction()
                                    ? PaceVerdict.LIKELY
                                    : reaches <= 1 - likely.fraction() ? PaceVerdict.UNLIKELY : PaceVerdict.OPEN));
        }

        // ---- shares

        private Pace share(Pace.Builder pace, Estimate actual, Sample sample, double wanted) {
            Field field = field();
            long successes = sample instanceof Sample.Proportion p ? p.successes() : 0;
            long trials = sample instanceof Sample.Proportion p ? p.trials() : 0;
            List<Past> others = field.others.stream().map(Running::proportions).toList();
            Past own = proportions(field.own);
            List<Past> trialsOfOthers = field.others.stream().map(this::trials).toList();
            Past ownTrials = trials(field.own);
            int all = calendar.workingDays(days);
            double straight = all == 0 ? 0 : (double) calendar.workingDays(lived) / all;
            double byNow = PaceModel.shareByNow(ownTrials, trialsOfOthers, straight);
            double done = weighted(lived, byNow, straight);
            double toCome = weighted(ahead, 1 - byNow, 1 - straight);
            Past soFar = new Past(new double[] {trials}, new double[] {done});
            Optional<Finish> finish = PaceModel.share(
                    own,
                    others,
                    successes,
                    trials,
                    PaceModel.trialsToCome(ownTrials, soFar, toCome),
                    wanted,
                    kpi.direction() == Direction.LOWER_IS_BETTER,
                    level);
            return verdict(
                            pace.actual(actual)
                                    .shareByNow(known(byNow, profile(ownTrials, trialsOfOthers)))
                                    .expectedByNow(known(wanted, "the target itself"))
                                    .expectedOnStraightLine(known(wanted, "the target itself"))
                                    .neededPerDay(Estimate.undefined(Reason.NO_ERROR_MODEL)),
                            finish,
                            1,
                            own,
                            others,
                            Optional.empty())
                    .build();
        }

        private static Past proportions(Series series) {
            List<Sample.Proportion> known = series.whole.stream()
                    .filter(Sample.Proportion.class::isInstance)
                    .map(Sample.Proportion.class::cast)
                    .toList();
            double[] successes =
                    known.stream().mapToDouble(Sample.Proportion::successes).toArray();
            return new Past(
                    successes,
                    known.stream().mapToDouble(Sample.Proportion::trials).toArray());
        }

        private Past trials(Series series) {
            return series.past(sample -> sample instanceof Sample.Proportion p ? p.trials() : 0);
        }

        // ---- the past

        /** What an event is, and how many of them make a figure. */
        private record Unit(double daily, SumOfAmounts size) {
            double events(Sums sums) {
                return daily > 0
                        ? Math.max(0, sums.total()) / daily
                        : sums.sizes().n();
            }
        }

        private Unit unit(Field field, Sums now) {
            List<Sums> everything = new ArrayList<>();
            everything.add(now);
            field.own.whole.forEach(sample -> everything.add(Sums.of(sample)));
            Sizes own = Sizes.NONE;
            for (Sums sums : everything) {
                own = own.plus(sums.sizes());
            }
            List<Sizes> others = new ArrayList<>();
            for (Series other : field.others) {
                Sizes sizes = Sizes.NONE;
                for (Sample sample : other.whole) {
                    Sums sums = Sums.of(sample);
                    everything.add(sums);
                    sizes = sizes.plus(sums.sizes());
                }
                others.add(sizes);
            }
            if (everything.stream().allMatch(Sums::ones)) {
                return new Unit(0, new SumOfAmounts(1, 0, 0));
            }
            if (everything.stream().anyMatch(Sums::isDaily)) {
                Sizes all = own.isUsable() ? own : others.stream().reduce(Sizes.NONE, Sizes::plus);
                double unit = all.squares() > 0 ? all.squares() / all.sum() : 1;
                return new Unit(unit, new SumOfAmounts(unit, 0, 0));
            }
            return new Unit(0, PaceModel.size(own, others));
        }

        private static Past past(Series series, Unit unit) {
            return series.past(sample -> unit.events(Sums.of(sample)));
        }

        /** The past periods of one subject that have an exposure. */
        private record Series(List<Sample> whole, List<Sample> early, double[] days, double[] earlyDays) {
            interface Count {
                double of(Sample sample);
            }

            Past past(Count count) {
                return new Past(
                        whole.stream().mapToDouble(count::of).toArray(),
                        early.stream().mapToDouble(count::of).toArray(),
                        days,
                        earlyDays);
            }
        }

        /** The subject's past and that of the peers. */
        private record Field(Series own, List<Series> others) {}

        private Field field() {
            List<PersonId> group = List.of();
            if (subject instanceof PersonId person && source.roster().contains(person) && !wholes.isEmpty()) {
                Span seen = lived.isEmpty() ? wholes.get(0) : lived;
                group = peers.over(source.roster(), seen, calendar).of(person).peers();
            }
            List<Series> own = series(List.of(subject), group);
            List<Series> others = series(group, List.of(subject)).stream()
                    .filter(series -> series.days().length > 0)
                    .toList();
            return new Field(
                    own.isEmpty() ? new Series(List.of(), List.of(), new double[0], new double[0]) : own.get(0),
                    others);
        }

        /** A series each; periods in which neither they nor the others have a figure were before the data began. */
        private List<Series> series(Collection<? extends Subject> of, Collection<? extends Subject> others) {
            if (of.isEmpty() || wholes.isEmpty()) {
                return List.of();
            }
            Panel whole = source.panel(kpi, of, wholes);
            List<Boolean> known = known(whole, others);
            List<Span> cuts = earlies.stream().filter(span -> !span.isEmpty()).toList();
            Optional<Panel> early = cuts.isEmpty() ? Optional.empty() : Optional.of(source.panel(kpi, of, cuts));
            var series = new ArrayList<Series>();
            for (Subject each : new TreeSet<Subject>(of)) {
                var wholeSamples = new ArrayList<Sample>();
                var earlySamples = new ArrayList<Sample>();
                var exposures = new ArrayList<Double>();
                var earlyExposures = new ArrayList<Double>();
                for (int p = 0; p < wholes.size(); p++) {
                    double exposure = known.get(p) ? index.rampedDays(each, wholes.get(p)) : 0;
                    Sample sample = whole.sample(whole.indexOf(each), p);
                    if (exposure <= 0 || isMixed(sample)) {
                        continue;
                    }
                    int at = cuts.indexOf(earlies.get(p));
                    wholeSamples.add(sample);
                    earlySamples.add(
                            at < 0 || early.isEmpty()
                                    ? new Sample.None(Reason.NO_DATA)
                                    : early.get().sample(early.get().indexOf(each), at));
                    exposures.add(exposure);
                    earlyExposures.add(earlies.get(p).isEmpty() ? 0 : index.rampedDays(each, earlies.get(p)));
                }
                series.add(new Series(
                        wholeSamples,
                        earlySamples,
                        exposures.stream().mapToDouble(Double::doubleValue).toArray(),
                        earlyExposures.stream().mapToDouble(Double::doubleValue).toArray()));
            }
            return series;
        }

        private static boolean isMixed(Sample sample) {
            return sample instanceof Sample.None none && none.reason() == Reason.MIXED_CURRENCIES;
        }

        /** Which periods there are records of; not the oldest ones, where records of open deals reach back but others do not. */
        private List<Boolean> known(Panel whole, Collection<? extends Subject> others) {
            Optional<Panel> more = others.isEmpty() ? Optional.empty() : Optional.of(source.panel(kpi, others, wholes));
            var known = new ArrayList<Boolean>();
            var perDay = new ArrayList<Double>();
            for (int p = 0; p < wholes.size(); p++) {
                known.add(hasFigure(whole, p) || (more.isPresent() && hasFigure(more.get(), p)));
                double days = days(whole, p) + (more.isPresent() ? days(more.get(), p) : 0);
                double records = records(whole, p) + (more.isPresent() ? records(more.get(), p) : 0);
                perDay.add(days > 0 ? records / days : 0);
            }
            for (int p = known.lastIndexOf(true); more.isPresent() && p >= 2; p--) {
                double[] newer = perDay.subList(0, p).stream()
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray();
                if (perDay.get(p) >= HALF_EMPTY * newer[newer.length / 2]) {
                    break;
                }
                known.set(p, false);
            }
            return known;
        }

        private double days(Panel panel, int period) {
            return panel.subjects().stream()
                    .mapToDouble(each -> index.rampedDays(each, wholes.get(period)))
                    .sum();
        }

        private static double records(Panel panel, int period) {
            double records = 0;
            for (int s = 0; s < panel.subjects().size(); s++) {
                records += panel.sample(s, period).n();
            }
            return records;
        }

        private static boolean hasFigure(Panel panel, int period) {
            for (int s = 0; s < panel.subjects().size(); s++) {
                Sample sample = panel.sample(s, period);
                if (sample.n() > 0 && !(sample.asDouble().orElse(0) == 0 && !(sample instanceof Sample.Proportion))) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public String toString() {
        return "pace of " + kpi.id() + " during " + span.map(Span::toString).orElse("?") + " against " + peers
                + viewer.map(v -> " as " + v.role()).orElse("");
    }
}
