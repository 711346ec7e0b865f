package riskmap.app.tool;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import riskmap.app.Failures;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.base.Progress;

/** Runs several things one after another: one that fails is named, and the rest goes on. */
public final class EachInTurn {
    private EachInTurn() {}

    /**
     * What became of one of them.
     *
     * @param given what was run
     * @param outcome what came out, null when it failed
     * @param problem why it failed, null when it did not
     */
    public record Done<T, R>(T given, R outcome, Message problem) {}

    /**
     * Runs them all.
     *
     * @param told what became of each, as soon as it has run
     * @throws CancelledException when it was cancelled; what was done before stays done
     */
    public static <T, R> void run(
            List<T> all, BiFunction<T, Progress, R> step, Consumer<Done<T, R>> told, Progress progress) {
        for (int i = 0; i < all.size(); i++) {
            progress.check();
            T given = all.get(i);
            Progress part = progress.part((double) i / all.size(), (i + 1.0) / all.size());
            try {
                told.accept(new Done<>(given, step.apply(given, part), null));
            } catch (CancelledException e) {
                throw e;
            } catch (RuntimeException e) {
                told.accept(new Done<>(given, null, Failures.message(e)));
            }
        }
    }
}
