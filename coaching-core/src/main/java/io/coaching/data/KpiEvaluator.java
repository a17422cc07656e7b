package io.coaching.data;

import io.coaching.base.Everyone;
import io.coaching.base.MeasureId;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Reason;
import io.coaching.base.Subject;
import io.coaching.kpi.Absence;
import io.coaching.kpi.Exposure;
import io.coaching.kpi.Formula;
import io.coaching.kpi.Grain;
import io.coaching.kpi.Kpi;
import io.coaching.kpi.KpiCatalogue;
import io.coaching.kpi.Measure;
import io.coaching.kpi.Unit;
import io.coaching.people.Membership;
import io.coaching.people.Roster;
import io.coaching.stats.QuantileMethod;
import io.coaching.stats.Quantiles;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns facts into samples. A subject in a span is a list of pieces (person, first day, last day); every figure of it is
 * a sum over pieces of exact aggregates, so it depends neither on the order of facts nor on how people moved about.
 */
final class KpiEvaluator {
    private final FactBook facts;
    private final KpiCatalogue catalogue;
    private final Roster roster;
    private final BusinessCalendar calendar;
    private final TeamAttribution attribution;
    private final java.time.LocalDate asOf;
    private final Reviews reviews;
    private final Departures departures;

    KpiEvaluator(
            FactBook facts,
            KpiCatalogue catalogue,
            Roster roster,
            BusinessCalendar calendar,
            TeamAttribution attribution,
            java.time.LocalDate asOf,
            Reviews reviews) {
        this.facts = facts;
        this.catalogue = catalogue;
        this.roster = roster;
        this.calendar = calendar;
        this.attribution = attribution;
        this.asOf = asOf;
        this.reviews = reviews;
        this.departures = new Departures(roster, asOf);
    }

    /** A person's days that count for a subject; {@code number} is the person in the fact table, -1 if without facts. */
    private record Piece(PersonId person, int number, Span span) {
        int from() {
            return FactBook.day(span.start());
        }

        int to() {
            return FactBook.day(span.endExclusive());
        }
    }

    Panel panel(Kpi kpi, Collection<? extends Subject> subjects, List<Span> spans, Percent level) {
        List<Subject> sorted = new ArrayList<>(new TreeSet<Subject>(subjects));
        // who has left is in no team any more, so only the team that was left can tell
        TeamAttribution teams = Departures.isReadBy(kpi, catalogue) ? TeamAttribution.TEAM_ON_THE_DAY : attribution;
        var pieces = new LinkedHashMap<Subject, List<List<Piece>>>();
        for (Subject subject : sorted) {
            pieces.put(
                    subject,
                    spans.stream()
                            .map(span -> pieces(subject, lived(span), teams))
                            .toList());
        }
        Currencies currencies = currencies(kpi, pieces.values());
        Panel.Builder panel = Panel.builder(kpi)
                .period(spans.toArray(Span[]::new))
                .level(level)
                .events(isRateOfEvents(kpi));
        currencies.only().ifPresent(panel::currency);
        Rulers rulers = rulers(kpi, pieces.values());
        rulers.describe(kpi, panel, reviews);
        Cut cut = new Cut(currencies.only(), rulers.only());
        for (Map.Entry<Subject, List<List<Piece>>> entry : pieces.entrySet()) {
            for (int p = 0; p < spans.size(); p++) {
                List<Piece> of = entry.getValue().get(p);
                Sample sample;
                if (currencies.mixed()) {
                    sample = new Sample.None(Reason.MIXED_CURRENCIES);
                } else if (rulers.mixed()) {
                    sample = new Sample.None(isMeasured(rulers, of) ? Reason.DIFFERENT_RULERS : Reason.NO_DATA);
                } else {
                    sample = sample(kpi, entry.getKey(), lived(spans.get(p)), of, cut, level);
                }
                panel.add(entry.getKey(), p, heads(of), sample);
            }
        }
        return panel.build();
    }

    private boolean isRateOfEvents(Kpi kpi) {
        return kpi.formula() instanceof Formula.Rate rate && isOfEvents(catalogue.measure(rate.measure()));
    }

    private static boolean isOfEvents(Measure measure) {
        return measure.grain() == Grain.EVENT && measure.unit() == Unit.COUNT && measure.decimals() == 0;
    }

    private static int heads(List<Piece> pieces) {
        return (int) pieces.stream().map(Piece::person).distinct().count();
    }

    // ---- who counts, and on which days

    private List<Piece> pieces(Subject subject, Span span, TeamAttribution teams) {
        if (subject instanceof PersonId person) {
            return List.of(piece(person, span));
        }
        if (subject instanceof Everyone) {
            return everyone().stream().map(person -> piece(person, span)).toList();
        }
        if (span.isEmpty()) {
            return List.of();
        }
        if (teams == TeamAttribution.CURRENT_TEAM) {
            return roster.members(subject, span.lastDay()).stream()
                    .map(person -> piece(person, span))
                    .toList();
        }
        var pieces = new ArrayList<Piece>();
        for (Membership membership : roster.membersDuring(subject, span)) {
            for (Span part : membership.spans()) {
                pieces.add(piece(membership.person(), part));
            }
        }
        return pieces;
    }

    private Piece piece(PersonId person, Span span) {
        return new Piece(person, facts.personNumber(person), span);
    }

    private Set<PersonId> everyone() {
        var all = new TreeSet<PersonId>(roster.ids());
        all.addAll(facts.persons());
        return all;
    }

    /** Whose level counts at the end of a span: those who belong to the subject on its last day. */
    private List<Piece> atEnd(Subject subject, Span span) {
        if (span.isEmpty()) {
            return List.of();
        }
        if (subject instanceof PersonId || subject instanceof Everyone) {
            return pieces(subject, span, attribution);
        }
        return roster.members(subject, span.lastDay()).stream()
                .map(person -> piece(person, span))
                .toList();
    }

    // ---- currencies

    private record Currencies(List<Currency> found) {
        boolean mixed() {
            return found.size() > 1;
        }

        Optional<Currency> only() {
            return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
        }
    }

    private Currencies currencies(Kpi kpi, Collection<List<List<Piece>>> pieces) {
        var found = new TreeSet<Currency>(java.util.Comparator.comparing(Currency::getCurrencyCode));
        for (Measure measure : catalogue.measuresOf(kpi)) {
            if (!Block.isMoney(measure)) {
                continue;
            }
            List<Currency> candidates = facts.currenciesOf(measure);
            if (candidates.size() == 1) {
                found.addAll(candidates);
                continue;
            }
            for (Currency currency : candidates) {
                int block =
                        facts.blockNumber(measure, currency.getCurrencyCode()).orElseThrow();
                boolean used = pieces.stream()
                        .flatMap(List::stream)
                        .flatMap(List::stream)
                        .anyMatch(piece -> !aggregate(block, piece).isEmpty());
                if (used) {
                    found.add(currency);
                }
            }
        }
        return new Currencies(List.copyOf(found));
    }

    // ---- rulers

    /** The rulers with which the scores of a panel were measured. */
    private record Rulers(Map<Measure, List<String>> found) {
        boolean mixed() {
            return found.values().stream().anyMatch(rulers -> rulers.size() > 1);
        }

        Map<MeasureId, String> only() {
            var only = new LinkedHashMap<MeasureId, String>();
            found.forEach((measure, rulers) -> {
                if (rulers.size() == 1) {
                    only.put(measure.id(), rulers.get(0));
                }
            });
            return only;
        }

        void describe(Kpi kpi, Panel.Builder panel, Reviews reviews) {
            var all = new TreeSet<String>();
            found.values().forEach(all::addAll);
            if (all.size() == 1 && !all.first().isEmpty()) {
                panel.ruler(all.first());
            }
            if (mixed()) {
                panel.remark(Message.of(MessageCode.RULERS_DIFFER)
                        .with("kpi", kpi.name())
                        .with("count", all.size())
                        .with(
                                "rulers",
                                String.join(
                                        ", ",
                                        all.stream()
                                                .map(reviews::named)
                                                .sorted()
                                                .toList())));
            }
        }
    }

    private Rulers rulers(Kpi kpi, Collection<List<List<Piece>>> pieces) {
        var found = new LinkedHashMap<Measure, List<String>>();
        for (Measure measure : catalogue.measuresOf(kpi)) {
            List<String> candidates = facts.rulersOf(measure);
            if (candidates.size() > 1) {
                candidates = candidates.stream()
                        .filter(ruler -> pieces.stream()
                                .flatMap(List::stream)
                                .anyMatch(cell -> isMeasured(measure, ruler, cell)))
                        .toList();
            }
            if (!candidates.isEmpty()) {
                found.put(measure, candidates);
            }
        }
        return new Rulers(found);
    }

    private boolean isMeasured(Rulers rulers, List<Piece> cell) {
        return rulers.found().entrySet().stream()
                .anyMatch(
                        entry -> entry.getValue().stream().anyMatch(ruler -> isMeasured(entry.getKey(), ruler, cell)));
    }

    private boolean isMeasured(Measure measure, String ruler, List<Piece> cell) {
        int block = facts.blockNumber(measure, ruler).orElseThrow();
        return cell.stream().anyMatch(piece -> !aggregate(block, piece).isEmpty());
    }

    // ---- samples

    private Sample sample(Kpi kpi, Subject subject, Span span, List<Piece> pieces, Cut cut, Percent level) {
        Formula formula = kpi.formula();
        for (MeasureId id : formula.measures()) {
            if (Departures.isMeasuredBy(id)) {
                if (span.start().isAfter(asOf)) {
                    return new Sample.None(Reason.NO_DATA); // who will have left by then is not known
                }
            } else if (facts.isNeverObserved(catalogue.measure(id)) && !(formula instanceof Formula.Proportion)) {
                return new Sample.None(Reason.NO_DATA);
            }
        }
        if (formula instanceof Formula.Proportion proportion) {
            return proportion(proportion, pieces);
        } else if (formula instanceof Formula.Mean mean) {
            return mean(mean, pieces, cut);
        } else if (formula instanceof Formula.Total total) {
            return total(catalogue.measure(total.measure()), pieces, cut, this::workingDays, 1);
        } else if (formula instanceof Formula.Rate rate) {
            return rate(rate, pieces, cut);
        } else if (formula instanceof Formula.Ratio ratio) {
            return ratio(ratio, pieces, cut);
        } else if (formula instanceof Formula.Quantile quantile) {
            return quantile(quantile, pieces, cut, level);
        } else if (formula instanceof Formula.Stock stock) {
            return stock(stock, atEnd(subject, span), span, cut);
        }
        return derived((Formula.Derived) formula, subject, span, pieces, cut, level);
    }

    private Aggregate aggregate(int block, Piece piece) {
        return piece.number() < 0 || piece.span().isEmpty()
                ? Aggregate.EMPTY
                : facts.table().aggregate(block, piece.number(), piece.from(), piece.to());
    }

    private Aggregate aggregate(Measure measure, List<Piece> pieces, Cut cut) {
        if (Departures.isMeasuredBy(measure.id())) {
            return pieces.stream()
                    .map(piece -> departures.of(piece.person(), piece.span()))
                    .reduce(Aggregate.EMPTY, Aggregate::merge);
        }
        OptionalInt block = facts.blockNumber(measure, cut.key(measure));
        Aggregate sum = Aggregate.EMPTY;
        if (block.isPresent()) {
            for (Piece piece : pieces) {
                sum = sum.merge(aggregate(block.getAsInt(), piece));
            }
        }
        return sum;
    }

    /** A scaled integer as the nearest double. */
    private static double natural(BigInteger scaled, int decimals) {
        return new BigDecimal(scaled, decimals).doubleValue();
    }

    private Sample proportion(Formula.Proportion formula, List<Piece> pieces) {
        long successes = count(formula.successes(), pieces);
        long trials = 0;
        for (MeasureId id : formula.trials()) {
            trials = Math.addExact(trials, count(id, pieces));
        }
        if (trials <= 0) {
            return new Sample.None(Reason.NOTHING_DECIDED);
        }
        return successes > trials || successes < 0
                ? new Sample.None(Reason.MORE_SUCCESSES_THAN_TRIALS)
                : new Sample.Proportion(successes, trials);
    }

    private long count(MeasureId id, List<Piece> pieces) {
        Measure measure = catalogue.measure(id);
        BigInteger sum = aggregate(measure, pieces, Cut.NONE).exactSum();
        return Math.round(natural(sum, measure.decimals()));
    }

    private Sample mean(Formula.Mean formula, List<Piece> pieces, Cut cut) {
        Measure measure = catalogue.measure(formula.measure());
        Aggregate all = aggregate(measure, pieces, cut);
        if (all.isEmpty()) {
            return new Sample.None(Reason.NO_DATA);
        }
        int decimals = cut.decimals(measure);
        return new Sample.Mean(all.count(), all.mean(decimals).getAsDouble(), all.variance(decimals));
    }

    private Sample rate(Formula.Rate formula, List<Piece> pieces, Cut cut) {
        Measure measure = catalogue.measure(formula.measure());
        ExposureOf days = Departures.isMeasuredBy(measure.id()) ? departures::daysEmployed : this::calendarDays;
        Sample total = switch (formula.exposure()) {
            case WORKING_DAY -> total(measure, pieces, cut, this::workingDays, 1);
            case WEEK -> total(measure, pieces, cut, days, 7);
            case THIRTY_DAYS -> total(measure, pieces, cut, days, 30);
        };
        if (!(total instanceof Sample.Total t)) {
            return total;
        }
        if (formula.exposure() == Exposure.WORKING_DAY || t.exposure() > 0) {
            OptionalDouble variance = OptionalDouble.of(t.variance() / (t.exposure() * t.exposure()));
            return t.n() == 0 && t.total() == 0
                    ? new Sample.Ratio(1, 0, t.exposure(), OptionalDouble.empty())
                    : new Sample.Ratio(Math.max(1, t.n()), t.total(), t.exposure(), variance);
        }
        return new Sample.None(Reason.NO_EXPOSURE);
    }

    private interface ExposureOf {
        int days(PersonId person, Span span);
    }

    private int workingDays(PersonId person, Span span) {
        return roster.contains(person) ? roster.eligibleDays(person, span, calendar) : calendar.workingDays(span);
    }

    private int calendarDays(PersonId person, Span span) {
        return roster.contains(person) ? roster.eligibleDays(person, span) : span.days();
    }

    /**
     * The days of a span that are known. What lies after the as-of day counts neither above nor below, so that a running
     * period is never inflated; only a span that lies wholly ahead, such as next week, is asked for what is planned in it.
     */
    private Span lived(Span span) {
        var known = asOf.plusDays(1);
        return span.start().isBefore(known) && span.endExclusive().isAfter(known) ? Span.of(span.start(), known) : span;
    }

    private Sample total(Measure measure, List<Piece> pieces, Cut cut, ExposureOf exposureOf, double per) {
        Aggregate all = aggregate(measure, pieces, cut);
        // who has no fact of any kind may be no seller at all: that is no zero
        boolean neverSeen = !Departures.isMeasuredBy(measure.id())
                && pieces.stream().noneMatch(piece -> facts.isActive(piece.number()));
        if (all.isEmpty() && (measure.absence() == Absence.UNKNOWN || neverSeen)) {
            return new Sample.None(Reason.NO_DATA);
        }
        long days = 0;
        for (Piece piece : pieces) {
            days += exposureOf.days(piece.person(), piece.span());
        }
        if (days == 0) {
            if (all.isEmpty()) {
                return new Sample.None(Reason.NO_EXPOSURE);
            }
            // facts of days on which nobody was eligible: the days themselves are all the exposure there is
            days = factDays(measure, pieces, cut);
        }
        int decimals = cut.decimals(measure);
        double total = natural(all.exactSum(), decimals);
        double squares = natural(all.exactSumOfSquares(), 2 * decimals);
        boolean ones = measure.grain() == Grain.EVENT
                && decimals == 0
                && all.exactSum().equals(BigInteger.valueOf(all.count()))
                && all.exactSumOfSquares().equals(all.exactSum());
        double variance = squares;
        if (measure.grain() == Grain.DAILY_TOTAL) {
            long observed = Math.max(days, all.count());
            variance = observed < 2
                    ? squares
                    : Math.max(0, squares - total * total / observed) * observed / (observed - 1);
        }
        return new Sample.Total(all.count(), total, variance, days / per, ones);
    }

    private long factDays(Measure measure, List<Piece> pieces, Cut cut) {
        if (Departures.isMeasuredBy(measure.id())) {
            return aggregate(measure, pieces, cut).count(); // each on a last day of its own
        }
        int block = facts.blockNumber(measure, cut.key(measure)).orElseThrow();
        long days = 0;
        for (Piece piece : pieces) {
            if (piece.number() >= 0) {
                days += Arrays.stream(facts.table().days(block, piece.number(), piece.from(), piece.to()))
                        .distinct()
                        .count();
            }
        }
        return days;
    }

    /**
     * The variance of a ratio of sums by Taylor linearisation (Cochran 1977, 6.4), over clusters of one record on one
     * day: a deal counts above and below in the same cluster, unrelated records stand by themselves.
     */
    private Sample ratio(Formula.Ratio formula, List<Piece> pieces, Cut cut) {
        Measure above = catalogue.measure(formula.numerator());
        Measure below = catalogue.measure(formula.denominator());
        double numerator = natural(aggregate(above, pieces, cut).exactSum(), cut.decimals(above));
        Aggregate under = aggregate(below, pieces, cut);
        double denominator = natural(under.exactSum(), cut.decimals(below));
        if (under.isEmpty() || denominator == 0) {
            return new Sample.None(Reason.ZERO_DENOMINATOR);
        }
        var clusters = new ClusterSums();
        for (Piece piece : pieces) {
            visit(above, piece, cut, clusters::addAbove);
            visit(below, piece, cut, clusters::addBelow);
            clusters.closePerson();
        }
        double ratio = numerator / denominator;
        int n = clusters.size();
        OptionalDouble variance = n < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(clusters.squares(ratio, cut.decimals(above), cut.decimals(below))
                        * n
                        / (n - 1.0)
                        / (denominator * denominator));
        return new Sample.Ratio(n, numerator, denominator, variance);
    }

    private void visit(Measure measure, Piece piece, Cut cut, ClusterSums.Row row) {
        OptionalInt block = facts.blockNumber(measure, cut.key(measure));
        if (block.isPresent() && piece.number() >= 0) {
            facts.table()
                    .forEach(
                            block.getAsInt(),
                            piece.number(),
                            piece.from(),
                            piece.to(),
                            (day, value, source, slice) -> row.add(day, source, value));
        }
    }

    private Sample quantile(Formula.Quantile formula, List<Piece> pieces, Cut cut, Percent level) {
        Measure measure = catalogue.measure(formula.measure());
        double[] values = values(measure, pieces, cut);
        if (values.length == 0) {
            return new Sample.None(Reason.NO_DATA);
        }
        double p = formula.at().fraction();
        OptionalDouble error = p == 0.5 ? Quantiles.medianStandardError(values) : OptionalDouble.empty();
        OptionalDouble variance =
                error.isPresent() ? OptionalDouble.of(error.getAsDouble() * error.getAsDouble()) : error;
        var limits = p > 0 && p < 1
                ? Quantiles.limits(values, p, level.fraction())
                : Optional.<io.coaching.stats.QuantileLimits>empty();
        return new Sample.Quantile(
                values.length,
                QuantileMethod.HF7.ofSorted(values, p),
                variance,
                limits.isPresent() ? OptionalDouble.of(limits.get().low()) : OptionalDouble.empty(),
                limits.isPresent() ? OptionalDouble.of(limits.get().high()) : OptionalDouble.empty());
    }

    private double[] values(Measure measure, List<Piece> pieces, Cut cut) {
        OptionalInt block = facts.blockNumber(measure, cut.key(measure));
        if (block.isEmpty()) {
            return new double[0];
        }
        int decimals = cut.decimals(measure);
        double[] values = pieces.stream()
                .filter(piece -> piece.number() >= 0)
                .flatMapToLong(piece ->
                        Arrays.stream(facts.table().values(block.getAsInt(), piece.number(), piece.from(), piece.to())))
                .mapToDouble(value -> BigDecimal.valueOf(value, decimals).doubleValue())
                .toArray();
        Arrays.sort(values);
        return values;
    }

    private Sample stock(Formula.Stock formula, List<Piece> pieces, Span span, Cut cut) {
        Measure measure = catalogue.measure(formula.changes());
        OptionalInt block = facts.blockNumber(measure, cut.key(measure));
        if (block.isEmpty() || pieces.stream().noneMatch(piece -> facts.isActive(piece.number()))) {
            return new Sample.None(Reason.NO_DATA);
        }
        Aggregate all = Aggregate.EMPTY;
        for (Piece piece : pieces) {
            if (piece.number() >= 0) {
                all = all.merge(facts.table()
                        .aggregate(
                                block.getAsInt(),
                                piece.number(),
                                FactTable.FIRST_DAY,
                                FactBook.day(span.endExclusive())));
            }
        }
        int decimals = cut.decimals(measure);
        double value = natural(all.exactSum(), decimals);
        boolean counted = !Block.isMoney(measure) && decimals == 0;
        return new Sample.Level(
                all.count(), value, counted ? OptionalDouble.of(Math.max(0, value)) : OptionalDouble.empty());
    }

    private Sample derived(
            Formula.Derived formula, Subject subject, Span span, List<Piece> pieces, Cut cut, Percent level) {
        int k = formula.factors().size();
        double[] values = new double[k];
        OptionalDouble[] variances = new OptionalDouble[k];
        long n = Long.MAX_VALUE;
        for (int i = 0; i < k; i++) {
            Sample part = sample(catalogue.kpi(formula.factors().get(i).kpi()), subject, span, pieces, cut, level);
            if (part instanceof Sample.None) {
                return new Sample.None(Reason.PART_UNDEFINED);
            }
            values[i] = part.asDouble().orElseThrow();
            variances[i] = part instanceof Sample.Level ? OptionalDouble.of(0) : part.errorVariance();
            n = Math.min(n, part.n());
        }
        double product = 1;
        for (int i = 0; i < k; i++) {
            int exponent = formula.factors().get(i).exponent();
            if (values[i] == 0 && exponent < 0) {
                return new Sample.None(Reason.ZERO_DENOMINATOR);
            }
            product *= power(values[i], exponent);
        }
        double variance = 0;
        for (int i = 0; i < k; i++) {
            if (variances[i].isEmpty()) {
                return new Sample.Derived(n, product, OptionalDouble.empty());
            }
            double slope = formula.factors().get(i).exponent();
            for (int j = 0; j < k; j++) {
                slope *= power(values[j], formula.factors().get(j).exponent() - (i == j ? 1 : 0));
            }
            variance += slope * slope * variances[i].getAsDouble();
        }
        return new Sample.Derived(n, product, OptionalDouble.of(variance));
    }

    /** Whole powers by multiplication: the same bits everywhere. */
    private static double power(double value, int exponent) {
        double power = 1;
        for (int i = 0; i < Math.abs(exponent); i++) {
            power *= value;
        }
        return exponent < 0 ? 1 / power : power;
    }

    /** Sums by record and day, of one person at a time. */
    private static final class ClusterSums {
        interface Row {
            void add(int day, int source, long value);
        }

        private final Map<Long, long[]> open = new HashMap<>();
        private final List<long[]> closed = new ArrayList<>();

        void addAbove(int day, int source, long value) {
            long[] sums = cluster(day, source);
            sums[0] = Math.addExact(sums[0], value);
        }

        void addBelow(int day, int source, long value) {
            long[] sums = cluster(day, source);
            sums[1] = Math.addExact(sums[1], value);
        }

        private long[] cluster(int day, int source) {
            return open.computeIfAbsent((long) day << 32 | source, key -> new long[2]);
        }

        void closePerson() {
            closed.addAll(open.values());
            open.clear();
        }

        int size() {
            return closed.size();
        }

        /** The sum of (above - ratio x below)^2, of sorted terms so that it does not depend on any order. */
        double squares(double ratio, int decimalsAbove, int decimalsBelow) {
            double[] terms = new double[closed.size()];
            for (int i = 0; i < terms.length; i++) {
                long[] sums = closed.get(i);
                double difference = BigDecimal.valueOf(sums[0], decimalsAbove).doubleValue()
                        - ratio * BigDecimal.valueOf(sums[1], decimalsBelow).doubleValue();
                terms[i] = difference * difference;
            }
            Arrays.sort(terms);
            double sum = 0;
            for (double term : terms) {
                sum += term;
            }
            return sum;
        }
    }
}
