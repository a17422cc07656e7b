package io.coaching.sample;

import io.coaching.action.ActionItem;
import io.coaching.base.CompetencyId;
import io.coaching.base.ScorecardId;
import io.coaching.internal.random.DeterministicRandom;
import io.coaching.scorecard.Item;
import io.coaching.scorecard.ItemRating;
import io.coaching.scorecard.Relation;
import io.coaching.scorecard.Scorecard;
import io.coaching.scorecard.ScorecardTemplate;
import io.coaching.scorecard.StandardTemplates;
import io.coaching.time.BusinessCalendar;
import io.coaching.time.Cadence;
import io.coaching.time.CalendarPeriod;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Holds the review cycles of a sample company: at the end of each quarter a recorded call of everyone is rated by three
 * colleagues, by the manager and by themselves.
 */
final class Reviews {
    static final ScorecardTemplate TEMPLATE = StandardTemplates.enterpriseSales();

    private static final int WINDOW = 15;
    private static final int PEERS = 3;
    private static final double HANDED_IN = 0.94;
    private static final double APPLICABLE = 0.94;
    private static final double OF_THE_CALL = 0.15;
    private static final double OF_THE_RATER_THAT_DAY = 0.2;
    private static final double OF_THE_ITEM = 0.5;
    private static final double SELF_REGARD = 0.3;

    private final Plan plan;
    private final BusinessCalendar calendar;
    private final Days days;
    private final Cast cast;
    private final List<Scorecard> cards = new ArrayList<>();

    Reviews(Plan plan, BusinessCalendar calendar, Days days, Cast cast) {
        this.plan = plan;
        this.calendar = calendar;
        this.days = days;
        this.cast = cast;
    }

    List<Scorecard> scorecards() {
        List<CalendarPeriod> quarters = calendar.wholePeriods(Cadence.QUARTERLY, plan.span());
        if (quarters.isEmpty()) {
            cycle(plan.span());
        }
        for (CalendarPeriod quarter : quarters) {
            cycle(quarter.span());
        }
        return List.copyOf(cards);
    }

    private void cycle(Span period) {
        int to = days.of(period.endExclusive());
        int from = Math.max(days.begin(), days.workingBefore(to, WINDOW));
        var random = DeterministicRandom.of(plan.seed()).forPart("reviews " + period.start());
        List<Rep> circle = circle(from, to, random);
        for (int i = 0; i < circle.size(); i++) {
            Rep ratee = circle.get(i);
            var call = new Call(ratee, from, to, random.split());
            for (int step : steps(circle.size())) {
                call.rated(circle.get((i + step) % circle.size()), Relation.PEER);
            }
            call.rated(cast.managers.get(ratee.team), Relation.MANAGER);
            call.rated(ratee, Relation.SELF);
        }
    }

    /** Everyone who is there and no newcomer, in an order of chance; who rates the next one connects all raters. */
    private List<Rep> circle(int from, int to, DeterministicRandom random) {
        List<Rep> there = cast.reps.stream()
                .filter(rep -> rep.hired <= from - 30 && rep.left >= to && day(rep, from, to) >= 0)
                .toList();
        int[] order = new int[there.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        random.shuffle(order);
        return java.util.Arrays.stream(order).mapToObj(there::get).toList();
    }

    private static int[] steps(int size) {
        int[] steps = new int[Math.max(0, Math.min(PEERS, size - 1))];
        for (int k = 0; k < steps.length; k++) {
            steps[k] = k == 2 && size > 6 ? 5 : k + 1;
        }
        return steps;
    }

    private static int day(Rep rep, int from, int to) {
        int day = rep.thereFrom(from);
        return day < to ? day : -1;
    }

    /** One call of somebody, and what others make of it. */
    private final class Call {
        private final Rep ratee;
        private final int from;
        private final int to;
        private final DeterministicRandom random;
        private final Map<CompetencyId, Double> shown = new LinkedHashMap<>();

        Call(Rep ratee, int from, int to, DeterministicRandom random) {
            this.ratee = ratee;
            this.from = from;
            this.to = to;
            this.random = random;
            ratee.skills.forEach(
                    (competency, skill) -> shown.put(competency, skill + OF_THE_CALL * random.nextGaussian()));
        }

        void rated(Rep rater, Relation relation) {
            DeterministicRandom own = random.split();
            int day = day(rater, Math.max(from, rater.thereFrom(from + own.nextInt(WINDOW / 2))), to);
            if (day < 0 || !own.nextBoolean(HANDED_IN)) {
                return; // away, or forgotten
            }
            double deviation = rater.severity
                    + (relation == Relation.SELF ? SELF_REGARD : 0)
                    + OF_THE_RATER_THAT_DAY * own.nextGaussian();
            List<ItemRating> ratings = TEMPLATE.items().stream()
                    .map(item -> rating(item, deviation, own))
                    .toList();
            LocalDate on = days.date(day);
            cards.add(Scorecard.builder(TEMPLATE)
                    .id(ScorecardId.of(String.format(Locale.ROOT, "card-%05d", cards.size() + 1)))
                    .rater(rater.id)
                    .ratee(ratee.id)
                    .relation(relation)
                    .day(on)
                    .occasion("call of " + ratee.id.value() + ", " + days.date(from))
                    .ratings(ratings)
                    .addAction(action(ratings, on, own))
                    .build());
        }

        private ItemRating rating(Item item, double deviation, DeterministicRandom own) {
            double seen = shown.getOrDefault(item.competency(), 0.0) + deviation + OF_THE_ITEM * own.nextGaussian();
            if (item.notApplicableAllowed() && !own.nextBoolean(APPLICABLE)) {
                return ItemRating.notApplicable(item.id());
            }
            long points = Math.max(1, Math.min(5, Math.round(seen)));
            ItemRating rating = ItemRating.of(item.id(), (double) points);
            return switch ((int) points) {
                case 1 ->
                    rating.withComment("This did not happen.").withExample("Nothing of the kind in the whole call.");
                case 5 ->
                    rating.withComment("As good as it gets.").withExample("The middle of the call is worth hearing.");
                default -> rating;
            };
        }

        /** The lowest item is to be worked on; three of five do so within the month. */
        private ActionItem action(List<ItemRating> ratings, LocalDate day, DeterministicRandom own) {
            ItemRating lowest = ratings.stream()
                    .filter(rating -> rating.points().isPresent())
                    .min(Comparator.comparingDouble(
                            rating -> rating.points().orElseThrow().value()))
                    .orElseThrow();
            Item item = TEMPLATE.item(lowest.item()).orElseThrow();
            LocalDate due = day.plusDays(30);
            LocalDate done = day.plusDays(own.nextInt(10, 30));
            ActionItem.Builder action = ActionItem.builder();
            action.what("Practise " + item.id() + " in the next two calls")
                    .owner(ratee.id)
                    .due(due)
                    .competency(item.competency());
            if (own.nextBoolean(0.6) && days.of(done) < days.end()) {
                action.done(done);
            }
            return action.build();
        }
    }
}
