package io.coaching.data;

import io.coaching.base.ExchangeRates;
import io.coaching.base.MeasureId;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Money;
import io.coaching.base.PersonId;
import io.coaching.base.SourceId;
import io.coaching.kpi.Formula;
import io.coaching.kpi.KpiCatalogue;
import io.coaching.kpi.Measure;
import io.coaching.pipeline.Attribution;
import io.coaching.pipeline.Opportunity;
import io.coaching.pipeline.OpportunityMeasures;
import io.coaching.process.SalesProcess;
import io.coaching.scorecard.Scorecard;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns records into facts, amounts into the wanted currency, and counts what it had to refuse. */
final class FactEmission {
    private final KpiCatalogue catalogue;
    private final OpportunityMeasures measures;
    private final @Nullable ExchangeRates rates;
    private final LocalDate asOf;
    private final Set<MeasureId> levels;
    private final FactRecorder recorder = new FactRecorder();
    private final TreeMap<String, Message> refusals = new TreeMap<>();
    private long refused;

    FactEmission(
            KpiCatalogue catalogue,
            Optional<SalesProcess> process,
            Attribution attribution,
            @Nullable ExchangeRates rates,
            LocalDate asOf) {
        this.catalogue = catalogue;
        this.asOf = asOf;
        this.levels = catalogue.kpis().stream()
                .filter(kpi -> kpi.formula() instanceof Formula.Stock)
                .flatMap(kpi -> kpi.formula().measures().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        OpportunityMeasures plain = OpportunityMeasures.withDefaults().with(attribution);
        this.measures = process.map(plain::with).orElse(plain);
        this.rates = rates;
    }

    FactRecorder recorder() {
        return recorder;
    }

    long refused() {
        return refused;
    }

    /** The first refusal, by its text: the same in whatever order the records came. */
    Optional<Message> firstRefusal() {
        return refusals.isEmpty()
                ? Optional.empty()
                : Optional.of(refusals.firstEntry().getValue());
    }

    void opportunities(Iterable<Opportunity> opportunities) {
        for (Opportunity opportunity : opportunities) {
            measures.emit(opportunity, this::fact);
        }
    }

    void scorecards(Iterable<Scorecard> cards, Reviews reviews) {
        var scores = new ScoreEmission();
        for (Scorecard card : cards) {
            if (reviews.counts(card)) {
                scores.emit(card, reviews.template(card).orElseThrow(), this::score);
            }
        }
    }

    private void score(MeasureId measure, String ruler, Scorecard card, long scaled) {
        recorder.add(
                Block.byRuler(catalogue.measure(measure), ruler).id(), card.ratee(), card.day(), scaled, card.source());
    }

    private void fact(
            MeasureId measure,
            PersonId person,
            LocalDate day,
            long value,
            Optional<Currency> currency,
            SourceId source) {
        if (catalogue.hasMeasure(measure)) {
            record(catalogue.measure(measure), person, day, value, currency.orElse(null), source);
        }
    }

    private void record(
            Measure measure, PersonId person, LocalDate day, long value, @Nullable Currency currency, SourceId source) {
        long scaled = value;
        Currency in = currency;
        if (rates != null && in != null) {
            // what goes into a level must come out of it at the same rate, or a rest stays for ever
            LocalDate rateDay = levels.contains(measure.id()) ? asOf : day;
            Optional<Money> converted = rates.convert(Money.ofMinor(value, in), rateDay);
            if (converted.isPresent()) {
                scaled = converted.get().minorUnits();
                in = converted.get().currency();
            }
        }
        recorder.add(Block.of(measure, in).id(), person, day, scaled, source);
    }

    void observations(Iterable<Observation> observations) {
        for (Observation observation : observations) {
            observation(observation);
        }
    }

    private void observation(Observation observation) {
        if (!catalogue.hasMeasure(observation.measure())) {
            refuse(Message.of(MessageCode.OBSERVATION_UNKNOWN_MEASURE)
                    .with("measure", observation.measure().value()));
            return;
        }
        if (Departures.isMeasuredBy(observation.measure())) {
            refuse(ofRoster(observation.measure()));
            return;
        }
        Measure measure = catalogue.measure(observation.measure());
        if (Block.isMoney(measure) != observation.currency().isPresent()) {
            refuse(Message.of(MessageCode.OBSERVATION_CURRENCY)
                    .with("measure", measure.id().value()));
            return;
        }
        int decimals = Block.of(measure, observation.currency().orElse(null)).decimals();
        BigDecimal value = observation.value().stripTrailingZeros();
        if (value.scale() > decimals) {
            refuse(Message.of(MessageCode.OBSERVATION_TOO_PRECISE)
                    .with("measure", measure.id().value())
                    .with("decimals", decimals)
                    .with("value", value.toPlainString()));
            return;
        }
        BigDecimal scaled = value.movePointRight(decimals);
        if (scaled.abs().compareTo(BigDecimal.valueOf(Aggregate.MAX_VALUE)) > 0) {
            refuse(Message.of(MessageCode.OBSERVATION_TOO_LARGE)
                    .with("measure", measure.id().value())
                    .with("value", value.toString()));
            return;
        }
        record(
                measure,
                observation.person(),
                observation.day(),
                scaled.longValueExact(),
                observation.currency().orElse(null),
                observation.source());
    }

    void table(ObservationTable table) {
        table.forEach((id, person, day, value, source) -> {
            int mark = id.value().lastIndexOf('@');
            MeasureId known = mark > 0 && !catalogue.hasMeasure(id)
                    ? MeasureId.of(id.value().substring(0, mark))
                    : id;
            if (Departures.isMeasuredBy(known)) {
                refuse(ofRoster(known));
            } else if (catalogue.hasMeasure(known)) {
                Block block = Block.parse(id, catalogue);
                record(block.measure(), person, day, value, block.currency().orElse(null), source);
            } else {
                refuse(Message.of(MessageCode.OBSERVATION_UNKNOWN_MEASURE).with("measure", known.value()));
            }
        });
    }

    private static Message ofRoster(MeasureId measure) {
        return Message.of(MessageCode.OBSERVATION_OF_ROSTER).with("measure", measure.value());
    }

    private void refuse(Message why) {
        refused++;
        if (refusals.size() < 1000) {
            refusals.putIfAbsent(why.toString(), why);
        }
    }
}
