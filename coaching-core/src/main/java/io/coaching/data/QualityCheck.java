package io.coaching.data;

import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.PersonId;
import io.coaching.base.Problem;
import io.coaching.base.Provenance;
import io.coaching.base.Severity;
import io.coaching.kpi.KpiCatalogue;
import io.coaching.people.Roster;
import io.coaching.pipeline.Opportunity;
import io.coaching.pipeline.OpportunityFinding;
import io.coaching.pipeline.OpportunityStatus;
import io.coaching.process.SalesProcess;
import io.coaching.time.BusinessCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks for what is irregular. Each question is a method; none of them changes anything. */
final class QualityCheck {
    private static final int STALE_AFTER_DAYS = 14;

    private final LocalDate asOf;
    private final BusinessCalendar calendar;
    private final Roster roster;
    private final Optional<SalesProcess> process;
    private final Provenance provenance;
    private final List<Finding> findings = new ArrayList<>();

    QualityCheck(
            LocalDate asOf,
            BusinessCalendar calendar,
            Roster roster,
            Optional<SalesProcess> process,
            Provenance provenance) {
        this.asOf = asOf;
        this.calendar = calendar;
        this.roster = roster;
        this.process = process;
        this.provenance = provenance;
    }

    DataQuality check(
            Records records,
            FactBook facts,
            KpiCatalogue catalogue,
            Set<String> products,
            Set<String> accounts,
            List<Problem> problems,
            FactEmission emission) {
        Collection<Opportunity> deals = records.kept().values();
        repeated(records);
        people(facts);
        opportunities(deals, products, accounts);
        faults(deals);
        days(facts, emission);
        currencies(facts, catalogue);
        refused(problems, emission);
        findings.sort(Comparator.comparing(Finding::severity)
                .reversed()
                .thenComparing(Finding::code)
                .thenComparing(finding -> finding.message().toString()));
        return DataQuality.builder()
                .addAllFindings(findings)
                .putRecord("persons on the roster", (long) roster.ids().size())
                .putRecord("opportunities", (long) records.given())
                .putRecord("facts", facts.table().rows())
                .provenance(provenance)
                .build();
    }

    private void find(Severity severity, MessageCode code, long count, Collection<String> examples) {
        if (count > 0) {
            add(severity, code, Message.of(code).with("count", count), count, examples);
        }
    }

    private void add(Severity severity, MessageCode code, Message message, long count, Collection<String> examples) {
        findings.add(Finding.builder()
                .severity(severity)
                .code(code)
                .message(message)
                .count(count)
                .addAllExamples(examples)
                .build());
    }

    private void repeated(Records records) {
        find(
                Severity.NOTE,
                MessageCode.QUALITY_REPEATED_RECORDS,
                records.repeated().size(),
                records.repeated());
        find(
                Severity.WARNING,
                MessageCode.QUALITY_CONFLICTING_RECORDS,
                records.conflicting().size(),
                records.conflicting());
    }

    private void people(FactBook facts) {
        if (roster.ids().isEmpty()) {
            return; // no roster was given: nobody can be missing from it
        }
        var withFacts = new TreeSet<PersonId>(facts.persons());
        List<String> unknown = withFacts.stream()
                .filter(person -> !roster.contains(person))
                .map(PersonId::value)
                .toList();
        find(Severity.WARNING, MessageCode.QUALITY_UNKNOWN_PERSONS, unknown.size(), unknown);
        List<String> idle = roster.ids().stream()
                .filter(person -> !withFacts.contains(person))
                .map(PersonId::value)
                .toList();
        find(Severity.NOTE, MessageCode.QUALITY_IDLE_PERSONS, idle.size(), idle);
    }

    private void opportunities(Collection<Opportunity> deals, Set<String> products, Set<String> accounts) {
        List<String> unstarted = deals.stream()
                .filter(deal -> deal.status() == OpportunityStatus.NOT_STARTED)
                .map(deal -> deal.id().value())
                .toList();
        find(Severity.NOTE, MessageCode.QUALITY_NOT_STARTED, unstarted.size(), unstarted);
        List<String> without = deals.stream()
                .filter(deal -> deal.account().isEmpty())
                .map(deal -> deal.id().value())
                .toList();
        find(Severity.NOTE, MessageCode.QUALITY_NO_ACCOUNT, without.size(), without);
        unlisted(MessageCode.QUALITY_UNKNOWN_PRODUCTS, deals.stream().flatMap(d -> d.product().stream()), products);
        unlisted(MessageCode.QUALITY_UNKNOWN_ACCOUNTS, deals.stream().flatMap(d -> d.account().stream()), accounts);
        alike(deals);
        List<String> dayOff = deals.stream()
                .filter(deal -> deal.closedOn()
                        .filter(day -> !calendar.isWorkingDay(day))
                        .isPresent())
                .map(deal -> deal.id().value())
                .toList();
        find(Severity.NOTE, MessageCode.QUALITY_CLOSED_ON_DAY_OFF, dayOff.size(), dayOff);
    }

    private void unlisted(MessageCode code, Stream<String> named, Set<String> listed) {
        if (listed.isEmpty()) {
            return;
        }
        var unknown = new TreeMap<String, Long>();
        named.filter(name -> !listed.contains(name)).forEach(name -> unknown.merge(name, 1L, Long::sum));
        long count = unknown.values().stream().mapToLong(Long::longValue).sum();
        List<String> examples = unknown.entrySet().stream()
                .map(entry ->
                        "\"" + entry.getKey() + "\" (" + entry.getValue() + ")" + likeness(entry.getKey(), listed))
                .toList();
        find(Severity.WARNING, code, count, examples);
    }

    /** A listed name that is the same but for blanks, marks and case. */
    private static String likeness(String name, Set<String> listed) {
        return listed.stream()
                .filter(other -> letters(other).equals(letters(name)))
                .findFirst()
                .map(other -> ", maybe \"" + other + "\"")
                .orElse("");
    }

    private static String letters(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(java.util.Locale.ROOT);
    }

    private void alike(Collection<Opportunity> deals) {
        var byContent = new HashMap<String, List<String>>();
        for (Opportunity deal : deals) {
            // the source usually names the id, so it tells nothing
            String content = Records.text(
                    Opportunity.builder().from(deal).source(Observation.UNNAMED).build());
            byContent
                    .computeIfAbsent(content, c -> new ArrayList<>())
                    .add(deal.id().value());
        }
        List<String> alike = byContent.values().stream()
                .filter(ids -> ids.size() > 1)
                .flatMap(List::stream)
                .toList();
        find(Severity.NOTE, MessageCode.QUALITY_ALIKE_BUT_FOR_ID, alike.size(), alike);
    }

    private void faults(Collection<Opportunity> deals) {
        var byCode = new TreeMap<MessageCode, List<OpportunityFinding>>();
        for (Opportunity deal : deals) {
            List<OpportunityFinding> faults = process.isPresent() ? deal.findings(process.get()) : deal.findings();
            for (OpportunityFinding fault : faults) {
                byCode.computeIfAbsent(fault.fault().code(), code -> new ArrayList<>())
                        .add(fault);
            }
        }
        byCode.forEach((code, of) -> add(
                of.get(0).severity(),
                code,
                several(of.size(), of.get(0).message()),
                of.size(),
                of.stream().map(fault -> fault.opportunity().value()).toList()));
    }

    private static Message several(long count, Message first) {
        return count == 1
                ? first
                : Message.of(MessageCode.QUALITY_SEVERAL).with("count", count).with("first", first);
    }

    private void days(FactBook facts, FactEmission emission) {
        find(
                Severity.ERROR,
                MessageCode.QUALITY_IMPOSSIBLE_DAYS,
                emission.recorder().impossibleDays(),
                List.of());
        FactTable table = facts.table();
        long[] late = {0};
        long[] outside = {0};
        int[] newest = {Integer.MIN_VALUE};
        var weeks = new BitSet();
        var idle = new TreeSet<String>();
        int known = FactBook.day(asOf.plusDays(1));
        for (int measure = 0; measure < table.measures(); measure++) {
            for (int number : table.persons(measure)) {
                PersonId person = facts.people().name(number);
                boolean onRoster = roster.contains(person);
                int[] checked = {-1, 0};
                table.forEach(
                        measure, number, FactTable.FIRST_DAY, FactTable.LAST_DAY + 1, (day, value, source, slice) -> {
                            if (day >= known) {
                                late[0]++;
                            } else {
                                newest[0] = Math.max(newest[0], day);
                                weeks.set((day + 3) / 7); // 1970-01-01 was a Thursday
                            }
                            if (onRoster && checked[0] != day) {
                                checked[0] = day;
                                checked[1] = roster.isEmployed(person, LocalDate.ofEpochDay(day)) ? 0 : 1;
                            }
                            if (onRoster && checked[1] == 1) {
                                outside[0]++;
                                idle.add(person.value());
                            }
                        });
            }
        }
        if (late[0] > 0) {
            add(
                    Severity.NOTE,
                    MessageCode.QUALITY_AFTER_AS_OF,
                    Message.of(MessageCode.QUALITY_AFTER_AS_OF)
                            .with("count", late[0])
                            .with("day", asOf),
                    late[0],
                    List.of());
        }
        find(Severity.WARNING, MessageCode.QUALITY_OUTSIDE_EMPLOYMENT, outside[0], idle);
        if (newest[0] == Integer.MIN_VALUE) {
            return;
        }
        long age = asOf.toEpochDay() - newest[0];
        if (age > STALE_AFTER_DAYS) {
            add(
                    Severity.WARNING,
                    MessageCode.QUALITY_STALE,
                    Message.of(MessageCode.QUALITY_STALE)
                            .with("day", LocalDate.ofEpochDay(newest[0]))
                            .with("count", age)
                            .with("asOf", asOf),
                    age,
                    List.of());
        }
        int first = weeks.nextSetBit(0);
        var gaps = new ArrayList<String>();
        for (int week = weeks.nextClearBit(first); week < weeks.length(); week = weeks.nextClearBit(week + 1)) {
            gaps.add("week of " + LocalDate.ofEpochDay(week * 7L - 3));
        }
        find(Severity.NOTE, MessageCode.QUALITY_GAPS, gaps.size(), gaps);
    }

    private void currencies(FactBook facts, KpiCatalogue catalogue) {
        var codes = new TreeSet<String>();
        catalogue
                .measures()
                .forEach(measure ->
                        facts.currenciesOf(measure).forEach(currency -> codes.add(currency.getCurrencyCode())));
        if (codes.size() > 1) {
            find(Severity.WARNING, MessageCode.QUALITY_CURRENCIES, codes.size(), codes);
        }
    }

    private void refused(List<Problem> problems, FactEmission emission) {
        if (emission.refused() > 0) {
            Message message =
                    Message.of(MessageCode.QUALITY_OBSERVATIONS_REFUSED).with("count", emission.refused());
            add(
                    Severity.ERROR,
                    MessageCode.QUALITY_OBSERVATIONS_REFUSED,
                    emission.firstRefusal()
                            .map(first -> message.with("first", first))
                            .orElse(message),
                    emission.refused(),
                    List.of());
        }
        var byCode = new TreeMap<MessageCode, List<Problem>>();
        for (Problem problem : problems) {
            byCode.computeIfAbsent(problem.message().code(), code -> new ArrayList<>())
                    .add(problem);
        }
        for (Map.Entry<MessageCode, List<Problem>> entry : byCode.entrySet()) {
            List<Problem> of = entry.getValue();
            add(
                    of.stream()
                            .map(Problem::severity)
                            .max(Comparator.naturalOrder())
                            .orElseThrow(),
                    entry.getKey(),
                    several(of.size(), of.get(0).message()),
                    of.size(),
                    of.stream().map(problem -> problem.place().toString()).toList());
        }
    }
}
