package io.coaching.data;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Working memory that tasks hand to each other, so that each thread needs one and none is bound to a thread. */
final class Spares<T> {
    private final ConcurrentLinkedQueue<T> idle = new ConcurrentLinkedQueue<>();
    private final Supplier<T> maker;

    Spares(Supplier<T> maker) {
        this.maker = maker;
    }

    T take() {
        T spare = idle.poll();
        return spare == null ? maker.get() : spare;
    }

    void giveBack(T spare) {
        idle.add(spare);
    }
}
