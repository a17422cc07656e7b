package io.coaching.benchmark;

import io.coaching.base.Catalogue;
import io.coaching.base.Estimate;
import io.coaching.base.Everyone;
import io.coaching.base.Known;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.PersonId;
import io.coaching.base.Provenance;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.base.Subject;
import io.coaching.internal.text.Figures;
import io.coaching.internal.text.OneLine;
import io.coaching.internal.text.TextTable;
import io.coaching.kpi.Kpi;
import io.coaching.time.Span;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * Whom to learn from on one KPI: the peers who do better than someone, or the exemplars of a group. Listed is only who is
 * better for sure and by enough to matter, so that nobody is sent to a colleague who was lucky.
 */
@Value.Immutable
public abstract sealed class BetterPeers implements Result permits ImmutableBetterPeers {
    BetterPeers() {}

    /**
     * Starts a list.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Than whom: a person, or everyone for exemplars, who are better than their own peers.
     *
     * @return the subject
     */
    public abstract Subject subject();

    /**
     * On what.
     *
     * @return the KPI
     */
    public abstract Kpi kpi();

    /**
     * Over which days.
     *
     * @return the span
     */
    public abstract Span span();

    /**
     * How many were looked at.
     *
     * @return the number of peers with evidence; withheld where the group is too small
     */
    public abstract Estimate compared();

    /**
     * How many were found.
     *
     * @return the number; withheld where the group is too small, undefined where nobody could be compared
     */
    public abstract Estimate found();

    /**
     * Who was found and may be seen, the surest first.
     *
     * @return the better peers; fewer than {@link #found} where the viewer may not see all of them
     */
    public abstract List<BetterPeer> better();

    /**
     * The currency of values that are money.
     *
     * @return the currency
     */
    public abstract Optional<Currency> currency();

    @Override
    public abstract Provenance provenance();

    /**
     * Those of them who are ahead of their own peers.
     *
     * @return the exemplars
     */
    public List<PersonId> exemplars() {
        return better().stream()
                .filter(BetterPeer::exemplar)
                .map(BetterPeer::person)
                .toList();
    }

    private boolean isOfEveryone() {
        return subject() instanceof Everyone;
    }

    @Override
    public String table() {
        if (better().isEmpty()) {
            return this + "\n";
        }
        TextTable table = TextTable.of("person", ">" + kpi().id(), ">drawn in", ">P(better)", ">n", "exemplar");
        for (BetterPeer peer : better()) {
            table.row(
                    peer.person().value(),
                    Words.brief(kpi(), currency(), peer.value()),
                    Words.brief(kpi(), currency(), peer.shrunken()),
                    Figures.percent(peer.probability(), 0),
                    Figures.count(peer.n()),
                    peer.exemplar() ? "yes" : "");
        }
        return table.toString();
    }

    /**
     * The reasoning, sentence by sentence.
     *
     * @return the messages, in order
     */
    public List<Message> messages() {
        var messages = new ArrayList<Message>();
        if (found().isKnown() && compared().isKnown()) {
            Message found = Message.of(isOfEveryone() ? MessageCode.EXEMPLARS_FOUND : MessageCode.BETTER_FOUND)
                    .with("count", Math.round(found().orThrow()))
                    .with("peers", Math.round(compared().orThrow()))
                    .with("kpi", kpi().name());
            messages.add(isOfEveryone() ? found : found.with("person", subject()));
            if (Math.round(found().orThrow()) > better().size()) {
                messages.add(Message.of(MessageCode.BETTER_SHOWN).with("shown", better().size()));
            }
        } else {
            messages.add(Words.missing(kpi().name(), found()));
        }
        for (BetterPeer peer : better()) {
            messages.add(Message.of(MessageCode.BETTER_PEER)
                    .with("person", peer.person())
                    .with("value", Words.value(kpi(), currency(), peer.value()))
                    .with("n", peer.n())
                    .with("probability", Words.share(peer.probability())));
        }
        return List.copyOf(messages);
    }

    @Override
    public String explain(Catalogue catalogue) {
        return catalogue.lines(messages());
    }

    @Override
    public Rows rows() {
        var rows = new ArrayList<Map<String, Object>>();
        for (BetterPeer peer : better()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("person", peer.person().value());
            row.put("kpi", kpi().id().value());
            row.put("value", peer.value());
            row.put("n", peer.n());
            row.put("shrunken", peer.shrunken());
            row.put("probability_better", peer.probability());
            row.put("exemplar", peer.exemplar());
            rows.add(row);
        }
        return Rows.of(List.of("person", "kpi", "value", "n", "shrunken", "probability_better", "exemplar"), rows);
    }

    @Override
    public String toString() {
        String found = found() instanceof Known known && compared() instanceof Known of
                ? Figures.plain(known.value()) + " of " + Figures.plain(of.value())
                : found().toString();
        String than = isOfEveryone() ? "their peers' median" : subject().toString();
        String shown = better().isEmpty()
                ? found().asDouble().orElse(1) == 0 ? "" : ", none shown"
                : ": " + better().stream().map(p -> p.person().value()).collect(Collectors.joining(", "));
        return OneLine.of(found + " better than " + than + " on " + kpi().id() + shown);
    }

    /** Builds a {@link BetterPeers}. */
    public static final class Builder extends ImmutableBetterPeers.Builder {
        Builder() {}
    }
}
