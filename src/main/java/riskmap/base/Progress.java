package riskmap.base;

import java.util.function.BooleanSupplier;

/**
 * How long work reports how far it is, and learns that it was cancelled. Work that may take over 100 ms takes one last.
 * Implementations are safe to call from several threads.
 */
public interface Progress {
    /**
     * Says how far the work is.
     *
     * @param fraction 0 to 1
     * @param step what is being done, or null to leave the text as it is
     */
    void report(double fraction, Message step);

    /** Whether the user asked to stop. */
    boolean isCancelled();

    /** Reports how far the work is and leaves the text. */
    default void report(double fraction) {
        report(fraction, null);
    }

    /** Throws {@link CancelledException} when the user asked to stop. */
    default void check() {
        if (isCancelled()) {
            throw new CancelledException();
        }
    }

    /** The progress of a part of this work that takes it from one fraction to another. */
    default Progress part(double from, double to) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void report(double fraction, Message step) {
                whole.report(from + Math.max(0, Math.min(1, fraction)) * (to - from), step);
            }

            @Override
            public boolean isCancelled() {
                return whole.isCancelled();
            }
        };
    }

    /** The same with the text left as it is, for work in one step of its caller's. */
    default Progress wordless() {
        Progress spoken = this;
        return new Progress() {
            @Override
            public void report(double fraction, Message step) {
                spoken.report(fraction);
            }

            @Override
            public boolean isCancelled() {
                return spoken.isCancelled();
            }
        };
    }

    /** A progress nobody watches and nobody cancels. */
    static Progress silent() {
        return Silent.INSTANCE;
    }

    /** A progress nobody watches, cancelled as soon as it is said to be over. */
    static Progress silentUntil(BooleanSupplier over) {
        return new Progress() {
            @Override
            public void report(double fraction, Message step) {
                // nobody watches
            }

            @Override
            public boolean isCancelled() {
                return over.getAsBoolean();
            }
        };
    }

    /** See {@link #silent()}. */
    enum Silent implements Progress {
        INSTANCE;

        @Override
        public void report(double fraction, Message step) {
            // nobody watches
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
