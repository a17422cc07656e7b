package io.coaching.process;

import io.coaching.base.Percent;
import io.coaching.base.ProcessId;
import io.coaching.base.StageId;
import io.coaching.internal.check.Checks;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * The stages that deals go through, in order.
 *
 * <p>The open stages come first, in the order in which a deal reaches them; those of won and lost deals follow. A deal
 * that skips a stage has passed it; one that goes back has not left what it had reached. A deal <em>counts</em> as
 * started from {@link #firstCounted} on: what lies before is a list of possible deals.
 *
 * <p>Immutable.
 */
@Value.Immutable
public abstract sealed class SalesProcess permits ImmutableSalesProcess {
    SalesProcess() {}

    /**
     * Starts a process.
     *
     * @return a builder that needs an id and stages
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A usual process of business-to-business sales: prospecting, qualification, discovery, demo, proposal, negotiation,
     * won, lost. Deals count from qualification on. The probabilities are rules of thumb to begin with, from 10 to 80 %.
     *
     * @return the process
     */
    public static SalesProcess standard() {
        return builder()
                .id(ProcessId.of("standard"))
                .name("Standard sales process")
                .addStages(
                        likely(StandardStages.PROSPECTING, 5),
                        likely(StandardStages.QUALIFICATION, 10),
                        likely(StandardStages.DISCOVERY, 20),
                        likely(StandardStages.DEMO, 40),
                        likely(StandardStages.PROPOSAL, 60),
                        likely(StandardStages.NEGOTIATION, 80),
                        Stage.won(StandardStages.WON.value()),
                        Stage.lost(StandardStages.LOST.value()))
                .firstCounted(StandardStages.QUALIFICATION)
                .build();
    }

    /**
     * The smallest process: prospecting, engaging, won, lost. Deals count from engaging on. Suits exports that know no
     * more than a start and an end.
     *
     * @return the process
     */
    public static SalesProcess simple() {
        return builder()
                .id(ProcessId.of("simple"))
                .name("Simple sales process")
                .addStages(
                        Stage.open(StandardStages.PROSPECTING.value()),
                        Stage.open(StandardStages.ENGAGING.value()),
                        Stage.won(StandardStages.WON.value()),
                        Stage.lost(StandardStages.LOST.value()))
                .firstCounted(StandardStages.ENGAGING)
                .build();
    }

    private static Stage likely(StageId id, double percent) {
        return Stage.builder().id(id).typicalProbability(Percent.of(percent)).build();
    }

    /**
     * Identifies the process.
     *
     * @return the id
     */
    public abstract ProcessId id();

    /**
     * What people call it.
     *
     * @return the name, stripped; the id unless said otherwise
     */
    @Value.Default
    public String name() {
        return id().value();
    }

    /**
     * The stages, in order: open ones, then those of closed deals.
     *
     * @return the stages, at least one of them open; no two with one id
     */
    public abstract List<Stage> stages();

    /**
     * The stage from which on a deal counts as started.
     *
     * @return an open stage; the first one where none is named
     */
    public abstract Optional<StageId> firstCounted();

    @Value.Check
    SalesProcess normalised() {
        String name = Checks.notBlank(name(), "name of process " + id());
        Checks.that(
                !stages().isEmpty() && stages().get(0).kind() == StageKind.OPEN,
                "stages of process " + id() + " must begin with an open one");
        Set<StageId> seen = new HashSet<>();
        boolean closed = false;
        for (Stage stage : stages()) {
            Checks.that(seen.add(stage.id()), "stages of process " + id() + " must have one stage " + stage.id());
            boolean isOpen = stage.kind() == StageKind.OPEN;
            Checks.that(
                    !(closed && isOpen),
                    "open stages of process " + id() + " must stand before those of closed deals: " + stage.id());
            closed = !isOpen;
        }
        firstCounted()
                .ifPresent(first -> Checks.that(
                        indexOf(first) >= 0 && indexOf(first) < openStages().size(),
                        "firstCounted of process " + id() + " must be one of its open stages: " + first));
        return name.equals(name()) ? this : builder().from(this).name(name).build();
    }

    /**
     * Finds a stage.
     *
     * @param id its id
     * @return the stage, if the process has it
     */
    public Optional<Stage> stage(StageId id) {
        int index = indexOf(id);
        return index < 0 ? Optional.empty() : Optional.of(stages().get(index));
    }

    /**
     * Where a stage stands in the order.
     *
     * @param id its id
     * @return 0 for the first, or -1 if the process does not have it
     */
    public int indexOf(StageId id) {
        for (int i = 0; i < stages().size(); i++) {
            if (stages().get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Whether the process has a stage.
     *
     * @param id its id
     * @return true if it has
     */
    public boolean contains(StageId id) {
        return indexOf(id) >= 0;
    }

    /**
     * The stages in which deals are worked on.
     *
     * @return one or more, in order
     */
    public List<Stage> openStages() {
        return stages().stream().filter(stage -> stage.kind() == StageKind.OPEN).toList();
    }

    /**
     * The stage from which on a deal counts as started.
     *
     * @return {@link #firstCounted}, or the first stage where none is named
     */
    public Stage firstCountedStage() {
        return firstCounted().flatMap(this::stage).orElse(stages().get(0));
    }

    /**
     * Whether a deal in a stage has started.
     *
     * @param id a stage
     * @return true from the first counted stage on, and for closed ones; false for a stage that the process lacks
     */
    public boolean isCounted(StageId id) {
        return indexOf(id) >= indexOf(firstCountedStage().id());
    }

    /**
     * Whether a deal that goes from one stage to another goes back.
     *
     * @param from the stage it leaves
     * @param to the stage it enters
     * @return true if both are open stages of this process and {@code to} comes earlier
     */
    public boolean isRegress(StageId from, StageId to) {
        int open = openStages().size();
        int target = indexOf(to);
        return target >= 0 && target < indexOf(from) && indexOf(from) < open;
    }

    /** Builds a {@link SalesProcess}. */
    public static final class Builder extends ImmutableSalesProcess.Builder {
        Builder() {}
    }
}
