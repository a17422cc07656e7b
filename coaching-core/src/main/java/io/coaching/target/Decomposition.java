package io.coaching.target;

import io.coaching.base.Known;
import io.coaching.base.Money;
import io.coaching.base.Provenance;
import io.coaching.base.Subject;
import io.coaching.internal.check.Checks;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Cadence;
import io.coaching.time.CalendarPeriod;
import io.coaching.time.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Breaks a target down: a year into quarters, months, weeks, by working days and season, exact to the last unit.
 *
 * <p>The unit is the minor unit of the currency, or 1 for a whole number, or {@link #roundedTo} what is asked for. Each level is
 * shared out from the one above by largest remainder, equal remainders to the earlier period, so months sum to their quarter and
 * quarters to the year. Weeks that reach over the end of a month are cut there. Fiscal calendars with 4-4-5 weeks or a 53rd week
 * need nothing special: they have the days that they have.
 *
 * <p>{@link #replan} takes what was reached and spreads what is missing over the days that are left, in the same proportions. What
 * was overachieved makes the rest smaller. When no day is left there is nothing to plan, and what is missing is said.
 *
 * <p>Immutable.
 *
 * <p>Example: 100 over the quarters of a year with 64, 65, 66 and 66 working days are 24.52, 24.90, 25.29 and 25.29, so 25, 25, 25
 * and 25: the two units left over go to the remainders .90 and .52.
 */
public final class Decomposition {
    private final BigDecimal total;
    private final Optional<Currency> currency;
    private final Span span;
    private final BusinessCalendar calendar;
    private final List<Cadence> cadences;
    private final SeasonalProfile season;
    private final BigDecimal step;
    private final ToDoubleFunction<Span> days;
    private final Optional<Subject> subject;
    private final Provenance provenance;

    private Decomposition(
            BigDecimal total,
            Optional<Currency> currency,
            Span span,
            BusinessCalendar calendar,
            List<Cadence> cadences,
            SeasonalProfile season,
            BigDecimal step,
            ToDoubleFunction<Span> days,
            Optional<Subject> subject,
            Provenance provenance) {
        this.total = total;
        this.currency = currency;
        this.span = span;
        this.calendar = calendar;
        this.cadences = cadences;
        this.season = season;
        this.step = step;
        this.days = days;
        this.subject = subject;
        this.provenance = provenance;
    }

    /**
     * Starts with a number.
     *
     * @param total what is to be reached, 0 or more
     * @param span in which days
     * @param calendar which days are working days, and what a month is
     * @return the decomposition into months
     */
    public static Decomposition of(double total, Span span, BusinessCalendar calendar) {
        BigDecimal exact = BigDecimal.valueOf(Checks.inRange(total, 0, 1e15, "total"));
        BigDecimal plain = exact.stripTrailingZeros();
        BigDecimal step = plain.scale() <= 0 ? BigDecimal.ONE : BigDecimal.ONE.scaleByPowerOfTen(-plain.scale());
        return start(exact, Optional.empty(), span, calendar, step);
    }

    /**
     * Starts with an amount of money.
     *
     * @param total what is to be reached, 0 or more
     * @param span in which days
     * @param calendar which days are working days, and what a month is
     * @return the decomposition into months
     */
    public static Decomposition of(Money total, Span span, BusinessCalendar calendar) {
        Checks.that(total.amount().signum() >= 0, "total must not be below zero: " + total);
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(-total.amount().scale());
        return start(total.amount(), Optional.of(total.currency()), span, calendar, step);
    }

    private static Decomposition start(
            BigDecimal total, Optional<Currency> currency, Span span, BusinessCalendar calendar, BigDecimal step) {
        Checks.that(!span.isEmpty(), "span must have a day: " + span);
        return new Decomposition(
                total,
                currency,
                span,
                calendar,
                List.of(Cadence.MONTHLY),
                SeasonalProfile.flat(),
                step,
                calendar::workingDays,
                Optional.empty(),
                Provenance.of(span.lastDay(), "not given"));
    }

    /**
     * Says into what.
     *
     * @param levels the kinds of periods, the longest first, as quarters and months
     * @return a new decomposition
     */
    public Decomposition into(Cadence... levels) {
        Checks.that(levels.length > 0, "levels must not be empty");
        for (int i = 1; i < levels.length; i++) {
            Checks.that(
                    levels[i].compareTo(levels[i - 1]) < 0,
                    "levels must go from longer to shorter periods: " + levels[i - 1] + ", " + levels[i]);
        }
        return new Decomposition(
                total, currency, span, calendar, List.of(levels), season, step, days, subject, provenance);
    }

    /**
     * Says which times of the year bring more.
     *
     * @param other the season
     * @return a new decomposition
     */
    public Decomposition with(SeasonalProfile other) {
        return new Decomposition(total, currency, span, calendar, cadences, other, step, days, subject, provenance);
    }

    /**
     * Rounds all parts but the last of each level to whole steps, as to thousands; what is less than a step is in the last.
     *
     * @param size the step, above 0
     * @return a new decomposition
     */
    public Decomposition roundedTo(double size) {
        Checks.that(size > 0 && Double.isFinite(size), "size must be above 0: " + size);
        BigDecimal other = BigDecimal.valueOf(size);
        Checks.that(
                Apportionment.steps(total, other).bitLength() < 63, "size must not make more than 2^63 steps: " + size);
        return new Decomposition(total, currency, span, calendar, cadences, season, other, days, subject, provenance);
    }

    /** By the days of somebody: without leave, weighted by ramp. */
    Decomposition by(Subject whose, ToDoubleFunction<Span> their, Provenance from) {
        return new Decomposition(
                total, currency, span, calendar, cadences, season, step, their, Optional.of(whose), from);
    }

    /**
     * Breaks it down.
     *
     * @return the parts
     */
    public TargetPlan plan() {
        return plan(Optional.empty(), OptionalDouble.empty(), part -> OptionalDouble.empty());
    }

    /**
     * Plans the rest anew, after some of the time.
     *
     * @param reached what was reached so far, in the unit of the target
     * @param asOf the last day that is over
     * @return the parts as planned and as they are to be from now on
     */
    public TargetPlan replan(double reached, LocalDate asOf) {
        return replan(Checks.finite(reached, "reached"), asOf, part -> OptionalDouble.empty());
    }

    TargetPlan replan(double reached, LocalDate asOf, PartReached inPart) {
        return plan(Optional.of(asOf), OptionalDouble.of(reached), inPart);
    }

    /** What was reached in a part. */
    interface PartReached {
        OptionalDouble in(Span part);
    }

    private TargetPlan plan(Optional<LocalDate> asOf, OptionalDouble reached, PartReached inPart) {
        var parts = new ArrayList<PlanPart>();
        Span ahead = asOf.map(day -> ahead(day)).orElse(span);
        BigDecimal rest = total.subtract(BigDecimal.valueOf(reached.orElse(0))).max(BigDecimal.ZERO);
        descend(
                parts,
                0,
                span,
                total,
                reached.isPresent() && !ahead.isEmpty() ? Optional.of(rest) : Optional.empty(),
                ahead,
                inPart);
        double weight = weigh(span);
        return TargetPlan.builder()
                .subject(subject)
                .total(Known.builder()
                        .value(total.doubleValue())
                        .n(parts.size(), "parts")
                        .method("largest remainder")
                        .build())
                .currency(currency)
                .span(span)
                .levels(cadences)
                .season(season)
                .step(step.doubleValue())
                .parts(parts)
                .asOf(asOf)
                .reached(reached)
                .plannedByNow(
                        reached.isEmpty() || weight == 0
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(total.doubleValue() * (1 - weigh(ahead) / weight)))
                .daysLeft(reached.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(days(ahead)))
                .provenance(asOf.map(day -> new Provenance(day, provenance.fingerprint(), provenance.version()))
                        .orElse(provenance))
                .build();
    }

    private Span ahead(LocalDate asOf) {
        LocalDate next = asOf.plusDays(1);
        LocalDate from = next.isBefore(span.start())
                ? span.start()
                : next.isAfter(span.endExclusive()) ? span.endExclusive() : next;
        return Span.of(from, span.endExclusive());
    }

    private void descend(
            List<PlanPart> parts,
            int level,
            Span whole,
            BigDecimal amount,
            Optional<BigDecimal> rest,
            Span ahead,
            PartReached inPart) {
        if (level == cadences.size()) {
            return;
        }
        List<CalendarPeriod> periods = calendar.periods(cadences.get(level), whole);
        List<Span> spans = periods.stream()
                .map(p -> p.span().intersection(whole).orElseThrow())
                .toList();
        BigDecimal[] planned = share(amount, spans);
        List<Span> left = spans.stream()
                .map(part -> part.intersection(ahead).orElse(Span.of(part.start(), part.start())))
                .toList();
        Optional<BigDecimal[]> toDo = rest.map(all -> share(all, left));
        for (int i = 0; i < spans.size(); i++) {
            int part = i;
            parts.add(PlanPart.builder()
                    .period(periods.get(i).label())
                    .cadence(cadences.get(level))
                    .span(spans.get(i))
                    .days(days(spans.get(i)))
                    .planned(planned[i].doubleValue())
                    .reached(inPart.in(spans.get(i)))
                    .toDo(toDo.map(all -> OptionalDouble.of(all[part].doubleValue()))
                            .orElse(OptionalDouble.empty()))
                    .build());
            descend(parts, level + 1, spans.get(i), planned[i], toDo.map(all -> all[part]), ahead, inPart);
        }
    }

    private BigDecimal[] share(BigDecimal amount, List<Span> spans) {
        double[] weights = spans.stream().mapToDouble(this::weigh).toArray();
        if (spans.stream().allMatch(part -> weigh(part) == 0)) {
            // no working day in any of them: by calendar days
            weights = spans.stream().mapToDouble(Span::days).toArray();
        }
        long steps = Apportionment.steps(amount, step).longValueExact();
        long[] shares = Apportionment.of(steps, weights);
        BigDecimal[] parts = new BigDecimal[shares.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = step.multiply(BigDecimal.valueOf(shares[i]));
        }
        int last = parts.length - 1;
        while (last > 0 && weights[last] == 0) {
            last--;
        }
        parts[last] = parts[last].add(amount.subtract(step.multiply(BigDecimal.valueOf(steps))));
        return parts;
    }

    private double days(Span part) {
        return part.isEmpty() ? 0 : days.applyAsDouble(part);
    }

    private double weigh(Span part) {
        return part.isEmpty() ? 0 : season.weigh(part, calendar, days);
    }

    @Override
    public String toString() {
        return total.toPlainString() + " over " + span + " into " + cadences + ", " + season;
    }
}
