package riskmap.cli;

import java.io.PrintWriter;
import riskmap.app.Answer;
import riskmap.app.Failures;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.base.Progress;

/** Where a command says what it found, how far it is and what stands in its way. */
final class Terminal {
    private final PrintWriter out;
    private final PrintWriter err;
    private TerminalProgress progress;

    Terminal(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    /** Prints an answer and gives the exit code. */
    int say(Answer answer, boolean json) {
        endProgress();
        out.println(json ? answer.json() : answer.text().stripTrailing());
        out.flush();
        return answer.good() ? 0 : CommandLineDoor.FOUND_SOMETHING;
    }

    /** Says in one line why a command failed, and where in the program when asked to; gives the exit code. */
    int fail(Exception problem, boolean verbose) {
        endProgress();
        err.println(
                problem instanceof CancelledException
                        ? Message.of("cli.cancelled").text()
                        : Failures.message(problem).text().replace('\n', ' ').replace('\r', ' '));
        if (verbose) {
            problem.printStackTrace(err);
        }
        return CommandLineDoor.FAILED;
    }

    synchronized Progress progress() {
        if (progress == null) {
            progress = new TerminalProgress(err, System.console() != null && System.getenv("TERM") != null);
        }
        return progress;
    }

    private synchronized void endProgress() {
        if (progress != null) {
            progress.end();
        }
    }
}
