package io.coaching.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coaching.base.PersonId;
import io.coaching.base.Severity;
import io.coaching.data.CoachingData;
import io.coaching.scorecard.ItemRating;
import io.coaching.scorecard.Points;
import io.coaching.scorecard.Relation;
import io.coaching.scorecard.Scorecard;
import io.coaching.scorecard.StandardTemplates;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The scorecards of a sample company")
class SampleReviewsTest {
    private static final SampleCompany COMPANY = SampleCompany.of(7).reps(200);
    private static final List<Scorecard> CARDS = COMPANY.scorecards();

    @Test
    @DisplayName("have no fault: all required items, comments at the extremes, an action with owner and date")
    void valid() {
        assertThat(CARDS)
                .isNotEmpty()
                .allSatisfy(card -> assertThat(card.form()
                                .problems(
                                        StandardTemplates.enterpriseSales(),
                                        COMPANY.span().lastDay()))
                        .isEmpty());
        assertThat(CARDS).extracting(Scorecard::id).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName(
            "come from three colleagues, the manager and oneself, four times a year, but for a few never handed in")
    void relations() {
        long calls = CARDS.stream()
                .map(card -> card.occasion().orElseThrow())
                .distinct()
                .count();
        assertThat(calls).isBetween(4 * 200L * 3 / 4, 4 * 200L);
        assertThat(count(Relation.PEER) / (3.0 * calls)).isCloseTo(0.94, within(0.02));
        assertThat(count(Relation.MANAGER) / (double) calls).isCloseTo(0.94, within(0.03));
        assertThat(count(Relation.SELF) / (double) calls).isCloseTo(0.94, within(0.03));
        assertThat(CARDS)
                .allMatch(card ->
                        (card.relation() == Relation.SELF) == card.rater().equals(card.ratee()));
    }

    private static long count(Relation relation) {
        return CARDS.stream().filter(card -> card.relation() == relation).count();
    }

    @Test
    @DisplayName("connect all raters, so that everybody's severity can be compared")
    void connected() {
        Set<PersonId> reached = new LinkedHashSet<>(Set.of(CARDS.get(0).rater()));
        int before;
        do {
            before = reached.size();
            Set<PersonId> ratees = new LinkedHashSet<>();
            CARDS.stream()
                    .filter(card -> card.relation().isOther() && reached.contains(card.rater()))
                    .forEach(card -> ratees.add(card.ratee()));
            CARDS.stream()
                    .filter(card -> card.relation().isOther() && ratees.contains(card.ratee()))
                    .forEach(card -> reached.add(card.rater()));
        } while (reached.size() > before);
        assertThat(reached)
                .containsAll(CARDS.stream()
                        .filter(card -> card.relation().isOther())
                        .map(Scorecard::rater)
                        .toList());
    }

    @Test
    @DisplayName("hold to the truth: a rater's points lie above the skill by the severity, self-ratings by 0.3 more")
    void truth() {
        double all = slope(card -> card.relation().isOther());
        assertThat(all).isCloseTo(0.95, within(0.1)); // the ends of the scale take a little of it
        double self = mean(card -> card.relation() == Relation.SELF)
                - mean(card -> card.relation().isOther());
        assertThat(self).isCloseTo(0.3, within(0.08));
    }

    /** Of mean points given above skill, over the true severity. */
    private static double slope(Predicate<Scorecard> which) {
        Map<PersonId, double[]> byRater = new LinkedHashMap<>();
        CARDS.stream().filter(which).forEach(card -> {
            double[] sum = byRater.computeIfAbsent(card.rater(), rater -> new double[2]);
            sum[0] += excess(card);
            sum[1]++;
        });
        double xy = 0;
        double xx = 0;
        double mean = byRater.values().stream()
                .mapToDouble(sum -> sum[0] / sum[1])
                .average()
                .orElseThrow();
        double center = byRater.keySet().stream()
                .mapToDouble(SampleReviewsTest::severity)
                .average()
                .orElseThrow();
        for (var entry : byRater.entrySet()) {
            double x = severity(entry.getKey()) - center;
            xy += x * (entry.getValue()[0] / entry.getValue()[1] - mean);
            xx += x * x;
        }
        return xy / xx;
    }

    private static double mean(Predicate<Scorecard> which) {
        return CARDS.stream()
                .filter(which)
                .mapToDouble(card -> excess(card) - severity(card.rater()))
                .average()
                .orElseThrow();
    }

    private static double severity(PersonId rater) {
        return COMPANY.truth().severityOf(rater).orElseThrow().effect();
    }

    /** Mean points given above the true skill. */
    private static double excess(Scorecard card) {
        RepTruth truth = COMPANY.truth().of(card.ratee()).orElseThrow();
        double sum = 0;
        int n = 0;
        for (ItemRating rating : card.ratings()) {
            if (rating.points().isPresent()) {
                var item =
                        StandardTemplates.enterpriseSales().item(rating.item()).orElseThrow();
                sum += rating.points().map(Points::value).orElseThrow()
                        - truth.skillIn(item.competency()).orElseThrow().points();
                n++;
            }
        }
        return sum / n;
    }

    @Test
    @DisplayName("are given by raters of whom about half have no severity at all")
    void severities() {
        var severities = COMPANY.truth().severities();
        assertThat(severities).hasSize(200 + 25);
        assertThat(severities.stream().filter(TrueSeverity::isNone).count() / 225.0)
                .isBetween(0.4, 0.6);
        assertThat(severities.stream().filter(severity -> !severity.isNone()))
                .allMatch(severity -> Math.abs(severity.effect()) >= 0.3 && Math.abs(severity.effect()) <= 0.8);
        SampleCompany same = COMPANY.withoutDifferences();
        assertThat(same.truth().severities()).allMatch(TrueSeverity::isNone);
        assertThat(same.truth().reps().stream()
                        .flatMap(rep -> rep.skills().stream())
                        .map(TrueSkill::points)
                        .distinct())
                .hasSize(1);
    }

    @Test
    @DisplayName("are the same for the same seed, and there are some in every company, however short or small")
    void always() {
        assertThat(SampleCompany.of(7).reps(200).scorecards()).isEqualTo(CARDS);
        assertThat(SampleCompany.of(1)
                        .reps(2)
                        .during(io.coaching.time.Span.month(2026, 5))
                        .scorecards())
                .isNotEmpty();
    }

    @Test
    @DisplayName("are in the data only if asked for, all of them and without a finding")
    void optIn() {
        SampleCompany small = SampleCompany.of(3).reps(12).clean();
        assertThat(small.data().scorecards()).isEmpty();
        CoachingData with = small.withScorecards().withTargets().data();
        assertThat(with.scorecards()).containsExactlyInAnyOrderElementsOf(small.scorecards());
        assertThat(with.templates()).containsExactly(StandardTemplates.enterpriseSales());
        assertThat(with.targets().isEmpty()).isFalse();
        assertThat(with.quality().findings())
                .filteredOn(finding -> finding.severity() != Severity.NOTE)
                .isEmpty();
    }
}
