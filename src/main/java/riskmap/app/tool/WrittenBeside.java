package riskmap.app.tool;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import riskmap.app.Answer;
import riskmap.app.Failures;
import riskmap.base.Beside;
import riskmap.base.CancelledException;
import riskmap.base.Progress;

/**
 * Runs several things one after another as {@link EachInTurn} does, but writes what came out of one while the next is
 * computed, as writing alone leaves processors idle. What comes out is the same.
 *
 * @param <T> what is run
 */
final class WrittenBeside<T> implements AutoCloseable {
    /** With more than one part of the memory in so many in use, no two results are held at the same time. */
    private static final int SHARE_OF_MEMORY = 3;

    private final Consumer<EachInTurn.Done<T, Answer>> told;
    /** What is being written; null for nothing. */
    private Beside<EachInTurn.Done<T, Answer>> writing;

    private WrittenBeside(Consumer<EachInTurn.Done<T, Answer>> told) {
        this.told = told;
    }

    /** What came out of one of them, to be written; closing lets go what it is made of. */
    interface Made extends AutoCloseable {
        /** Writes it; what is to be told of it. */
        Answer write(Progress progress);

        @Override
        void close();
    }

    /**
     * Runs them all.
     *
     * @param areApart whether the second neither reads nor writes what the first one writes
     * @param told what became of each, in their order
     * @throws CancelledException when it was cancelled; what was written before stays
     */
    static <T> void run(
            List<T> all,
            BiFunction<T, Progress, Made> step,
            BiPredicate<T, T> areApart,
            Consumer<EachInTurn.Done<T, Answer>> told,
            Progress progress) {
        try (WrittenBeside<T> runs = new WrittenBeside<>(told)) {
            for (int i = 0; i < all.size(); i++) {
                progress.check();
                T given = all.get(i);
                boolean beside = i + 1 < all.size() && areApart.test(given, all.get(i + 1));
                Progress part = progress.part((double) i / all.size(), (i + 1.0) / all.size());
                runs.run(given, step, beside, part);
            }
        }
    }

    private void run(T given, BiFunction<T, Progress, Made> step, boolean beside, Progress progress) {
        Made made = null;
        EachInTurn.Done<T, Answer> done = null;
        try {
            made = step.apply(given, progress.part(0, 0.8));
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            done = new EachInTurn.Done<>(given, null, Failures.message(e));
        }
        Made ready = made;
        boolean later = ready != null && beside && hasRoom();
        if (ready != null && !later) {
            done = written(given, ready, progress.part(0.8, 1));
        }
        if (writing != null) {
            told.accept(writing.result());
            writing = null;
        }
        if (later) {
            writing = Beside.begin("riskmap-write", progress, quiet -> written(given, ready, quiet));
        } else {
            told.accept(done);
        }
    }

    private static boolean hasRoom() {
        Runtime memory = Runtime.getRuntime();
        return memory.totalMemory() - memory.freeMemory() < memory.maxMemory() / SHARE_OF_MEMORY;
    }

    private static <T> EachInTurn.Done<T, Answer> written(T given, Made made, Progress progress) {
        try (made) {
            return new EachInTurn.Done<>(given, made.write(progress), null);
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            return new EachInTurn.Done<>(given, null, Failures.message(e));
        }
    }

    @Override
    public void close() {
        if (writing != null) {
            writing.close();
        }
    }
}
