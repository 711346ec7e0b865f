package riskmap.cli;

import java.io.PrintWriter;
import riskmap.base.Message;
import riskmap.base.Progress;

/**
 * Progress on standard error: a bar that redraws itself on a terminal, a line per step elsewhere. Ctrl-C ends the
 * process; outputs are written to temporary names, so nothing half-written stays.
 */
final class TerminalProgress implements Progress {
    private static final int BAR = 30;

    private final PrintWriter err;
    private final boolean terminal;
    private Message step;
    private boolean drawn;
    private long lastDrawn;

    TerminalProgress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public synchronized void report(double fraction, Message newStep) {
        boolean changed = newStep != null && !newStep.equals(step);
        if (changed) {
            step = newStep;
        }
        long now = System.nanoTime();
        if (!terminal) {
            if (changed) {
                err.println(step.text());
            }
        } else if (changed || now - lastDrawn > 100_000_000L) {
            lastDrawn = now;
            int full = (int) Math.round(Math.max(0, Math.min(1, fraction)) * BAR);
            err.print("\r\033[K[" + "█".repeat(full) + "·".repeat(BAR - full) + "] " + Math.round(fraction * 100)
                    + " % " + (step == null ? "" : step.text()));
            err.flush();
            drawn = true;
        }
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    /** Takes the bar off the terminal. */
    synchronized void end() {
        if (drawn) {
            err.print("\r\033[K");
            err.flush();
            drawn = false;
        }
    }
}
