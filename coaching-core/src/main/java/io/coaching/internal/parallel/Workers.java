package io.coaching.internal.parallel;

import io.coaching.internal.check.Checks;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs independent tasks, in the calling thread and, where an executor was handed over, in others too.
 *
 * <p>The calling thread works as well, so that a busy or single-threaded executor never blocks the
 * work: whoever comes late finds nothing left to do. An interrupt of the calling thread stops the
 * work at the next task with a {@link CancellationException}; the thread stays interrupted.
 */
public final class Workers {
    private static final Workers CALLER = new Workers(null, 1);

    private final @Nullable Executor executor;
    private final int parallelism;

    private Workers(@Nullable Executor executor, int parallelism) {
        this.executor = executor;
        this.parallelism = parallelism;
    }

    /** Returns workers that use the calling thread alone. */
    public static Workers caller() {
        return CALLER;
    }

    /** Returns workers that use the calling thread and up to {@code parallelism - 1} others. */
    public static Workers on(Executor executor, int parallelism) {
        Checks.inRange(parallelism, 1, 1 << 16, "parallelism");
        return parallelism == 1 ? CALLER : new Workers(executor, parallelism);
    }

    /** Returns how many threads may work at a time, the caller's included. */
    public int parallelism() {
        return parallelism;
    }

    /**
     * Runs {@code task} for 0 to {@code tasks - 1}, in no particular order, and returns when all are done.
     *
     * <p>When tasks fail, no further ones are started and the failure with the smallest index among
     * those seen is thrown.
     */
    public void run(int tasks, IntConsumer task) {
        Batch batch = new Batch(tasks, task);
        Executor others = executor;
        if (others != null) {
            int helpers = Math.min(parallelism, tasks) - 1;
            try {
                for (int i = 0; i < helpers; i++) {
                    others.execute(batch::help);
                }
            } catch (RuntimeException rejected) {
                batch.stop();
                batch.awaitOthers();
                throw rejected;
            }
        }
        batch.work();
    }

    /** Throws a {@link CancellationException} if the current thread was interrupted; leaves it interrupted. */
    public static void checkCancelled() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
    }

    /** The state of one run, guarded by its monitor. */
    private static final class Batch {
        private final int tasks;
        private final IntConsumer task;
        private int next;
        private int running;
        private int failedAt = Integer.MAX_VALUE;
        private @Nullable Throwable failure;

        Batch(int tasks, IntConsumer task) {
            this.tasks = tasks;
            this.task = task;
        }

        /** Works in the calling thread until nothing is left, and waits for what others still do. */
        void work() {
            for (int i = claim(); i >= 0; i = claim()) {
                if (Thread.currentThread().isInterrupted()) {
                    failed(i, new CancellationException("interrupted"));
                } else {
                    runOne(i);
                }
            }
            awaitOthers();
            rethrow();
        }

        void help() {
            for (int i = claim(); i >= 0; i = claim()) {
                runOne(i);
            }
        }

        @SuppressWarnings("CatchThrowable") // whatever a helper thread hits belongs to the caller
        private void runOne(int i) {
            try {
                task.accept(i);
                done();
            } catch (Throwable t) {
                failed(i, t);
            }
        }

        private synchronized int claim() {
            if (next >= tasks) {
                return -1;
            }
            running++;
            return next++;
        }

        private synchronized void done() {
            running--;
            notifyAll();
        }

        private synchronized void failed(int index, Throwable t) {
            if (index < failedAt) {
                failedAt = index;
                failure = t;
            }
            next = tasks;
            running--;
            notifyAll();
        }

        synchronized void stop() {
            next = tasks;
        }

        synchronized void awaitOthers() {
            boolean interrupted = false;
            while (running > 0) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                    next = tasks;
                    if (failure == null) {
                        failure = new CancellationException("interrupted");
                    }
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized void rethrow() {
            Throwable t = failure;
            if (t instanceof Error error) {
                throw error;
            }
            if (t instanceof RuntimeException exception) {
                throw exception;
            }
            if (t != null) {
                throw new IllegalStateException(t);
            }
        }
    }
}
