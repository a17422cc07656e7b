package io.coaching.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.TemplateId;
import io.coaching.people.Access;
import io.coaching.people.AccessPolicy;
import io.coaching.people.Roster;
import io.coaching.sample.RepTruth;
import io.coaching.sample.SampleCompany;
import io.coaching.sample.TrueSkill;
import io.coaching.scorecard.Scorecard;
import io.coaching.scorecard.StandardTemplates;
import io.coaching.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Severity where the truth was planted. */
class RatingTruthTest {
    private record Company(SampleCompany sample) implements RatingSource {
        @Override
        public List<Scorecard> scorecards(TemplateId template) {
            return sample.scorecards().stream()
                    .filter(card -> card.template().equals(template))
                    .toList();
        }

        @Override
        public LocalDate asOf() {
            return LocalDate.of(2026, 12, 31);
        }

        @Override
        public Access access() {
            return Access.of(Roster.empty(), AccessPolicy.standard());
        }

        @Override
        public Provenance provenance() {
            return Provenance.of(asOf(), "sample");
        }
    }

    private static Severities severities(SampleCompany sample, Span span) {
        return SeverityQuestion.of(new Company(sample), StandardTemplates.enterpriseSales())
                .during(span);
    }

    private static double skill(RepTruth rep) {
        return rep.skills().stream().mapToDouble(TrueSkill::points).average().orElseThrow();
    }

    @Test
    @DisplayName("scores without severity come closer to true skill than scores as given")
    void skillIsRecovered() {
        for (long seed = 1; seed <= 3; seed++) {
            SampleCompany sample = SampleCompany.of(seed).clean();
            Severities severities = severities(sample, Span.quarter(2026, 3));
            var truth = new ArrayList<Double>();
            var raw = new ArrayList<Double>();
            var adjusted = new ArrayList<Double>();
            for (RepTruth rep : sample.truth().reps()) {
                severities.scoreOf(rep.person()).ifPresent(score -> {
                    truth.add(skill(rep));
                    raw.add(score.raw().orThrow());
                    adjusted.add(score.adjusted().orThrow());
                });
            }
            assertThat(truth).hasSizeGreaterThan(30);
            double before = correlation(raw, truth);
            double after = correlation(adjusted, truth);
            assertThat(after).as("seed %d: raw %.3f", seed, before).isGreaterThan(before);
        }
    }

    private static double correlation(List<Double> x, List<Double> y) {
        return new PearsonsCorrelation()
                .correlation(
                        x.stream().mapToDouble(v -> v).toArray(),
                        y.stream().mapToDouble(v -> v).toArray());
    }

    @Test
    @DisplayName(
            "of raters without severity no more than the stated rate are accused, and most who are severe are found")
    void theInnocentAreNotAccused() {
        int innocent = 0;
        int accused = 0;
        int planted = 0;
        int found = 0;
        int reversed = 0;
        for (long seed : LongStream.rangeClosed(11, 14).toArray()) {
            SampleCompany sample = SampleCompany.of(seed).clean();
            for (RaterSeverity each : severities(sample, Span.year(2026)).raters()) {
                double truth = effect(sample, each.rater());
                if (truth == 0) {
                    innocent++;
                    accused += each.leniency().isFlagged() ? 1 : 0;
                } else {
                    planted++;
                    found += each.leniency().isFlagged() ? 1 : 0;
                    reversed += each.leniency() == (truth > 0 ? Leniency.SEVERE : Leniency.LENIENT) ? 1 : 0;
                }
            }
        }
        assertThat(innocent).isGreaterThan(60);
        assertThat(accused / (double) innocent).isLessThanOrEqualTo(0.05);
        assertThat(found / (double) planted).isGreaterThan(0.25);
        assertThat(reversed).isZero();
    }

    private static double effect(SampleCompany sample, PersonId rater) {
        return sample.truth().severityOf(rater).orElseThrow().effect();
    }
}
