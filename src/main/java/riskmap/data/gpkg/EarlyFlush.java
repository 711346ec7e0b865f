package riskmap.data.gpkg;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import riskmap.base.Beside;
import riskmap.base.Progress;

/**
 * Has the system carry to the disk what of a new file is written already, while more is made ready: whoever finishes the
 * file and forces it to the disk then waits for the rest alone. Promises nothing by itself.
 *
 * <p>Opened before SQLite opens the file and closed after it has closed it: the system drops SQLite's locks when any other
 * channel to the file is closed.
 */
final class EarlyFlush implements AutoCloseable {
    /** Bytes that a disk takes in some hundredths of a second. */
    private static final long STEP = 4L << 20;

    private static final int PAUSE = 20;

    private final FileChannel channel;
    private final CountDownLatch isOver = new CountDownLatch(1);
    private final Beside<Void> work;

    EarlyFlush(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.WRITE);
        work = Beside.begin("riskmap-flush", Progress.silent(), progress -> {
            flush();
            return null;
        });
    }

    private void flush() {
        long flushed = 0;
        try {
            while (!isOver.await(PAUSE, TimeUnit.MILLISECONDS)) {
                long size = channel.size();
                if (size - flushed >= STEP) {
                    channel.force(false);
                    flushed = size;
                }
            }
        } catch (IOException toldLater) {
            // whoever forces the whole file meets it again, and says so
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        isOver.countDown();
        work.close();
        try {
            channel.close();
        } catch (IOException nothingWasPromised) {
            return;
        }
    }
}
