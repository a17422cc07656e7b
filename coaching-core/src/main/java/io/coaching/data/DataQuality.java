package io.coaching.data;

import io.coaching.base.Catalogue;
import io.coaching.base.MessageCode;
import io.coaching.base.Provenance;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.base.Severity;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is irregular in the data, most severe first. It judges records, not people, and it drops nothing: what could not
 * be used is counted here with its reason.
 */
@Value.Immutable
public abstract sealed class DataQuality implements Result permits ImmutableDataQuality {
    DataQuality() {}

    /**
     * Starts a report.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What was found.
     *
     * @return the findings, most severe first, then by code
     */
    public abstract List<Finding> findings();

    /**
     * How many records of each kind were looked at.
     *
     * @return the counts by kind
     */
    public abstract Map<String, Long> records();

    @Override
    public abstract Provenance provenance();

    /**
     * A finding of one kind.
     *
     * @param code the kind
     * @return the finding, if there is one
     */
    public Optional<Finding> finding(MessageCode code) {
        return findings().stream().filter(f -> f.code() == code).findFirst();
    }

    /**
     * How many findings there are.
     *
     * @param severity of which severity
     * @return the number of kinds of irregularity, not of records
     */
    public long count(Severity severity) {
        return findings().stream().filter(f -> f.severity() == severity).count();
    }

    @Override
    public String table() {
        TextTable table = TextTable.of("severity", ">count", "finding");
        for (Finding finding : findings()) {
            table.row(
                    finding.severity().name().toLowerCase(java.util.Locale.ROOT),
                    Figures.count(finding.count()),
                    OneLine.of(finding.message().toString()));
            if (!finding.examples().isEmpty()) {
                table.row("", "", "  " + OneLine.of(String.join(", ", finding.examples())));
            }
        }
        return table.toString();
    }

    @Override
    public String explain(Catalogue catalogue) {
        var out = new StringBuilder();
        records()
                .forEach((kind, n) ->
                        out.append(Figures.count(n)).append(' ').append(kind).append('\n'));
        for (Finding finding : findings()) {
            out.append("- ").append(catalogue.text(finding.message()));
            if (!finding.examples().isEmpty()) {
                out.append(": ").append(String.join(", ", finding.examples()));
                if (finding.count() > finding.examples().size()) {
                    out.append(", ...");
                }
            }
            out.append('\n');
        }
        return out.append(provenance()).append('\n').toString();
    }

    @Override
    public Rows rows() {
        var rows = new ArrayList<Map<String, Object>>();
        for (Finding finding : findings()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("severity", finding.severity().name());
            row.put("code", finding.code().name());
            row.put("count", finding.count());
            row.put("message", finding.message().toString());
            row.put("examples", String.join("; ", finding.examples()));
            rows.add(row);
        }
        return Rows.of(List.of("severity", "code", "count", "message", "examples"), rows);
    }

    @Override
    public String toString() {
        return count(Severity.ERROR) + " errors, " + count(Severity.WARNING) + " warnings, " + count(Severity.NOTE)
                + " notes";
    }

    /** Builds a {@link DataQuality}. */
    public static final class Builder extends ImmutableDataQuality.Builder {
        Builder() {}
    }
}
