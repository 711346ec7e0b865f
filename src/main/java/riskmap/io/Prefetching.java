package riskmap.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.geotools.api.feature.simple.SimpleFeature;
import riskmap.base.CancelledException;

/**
 * Features of a stream, read a few batches ahead by a thread of its own, so that reading and writing run side by side.
 * The order stays. What the reading throws is thrown by the taker; closing stops the reading and closes the stream.
 */
public final class Prefetching implements Iterator<SimpleFeature>, AutoCloseable {
    private static final int BATCH = 1000;
    private static final int AHEAD = 8;

    private final FeatureStream source;
    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(AHEAD);
    private final Thread reader;
    private volatile boolean closed;
    private volatile double fraction;
    private Iterator<SimpleFeature> current = List.<SimpleFeature>of().iterator();
    private boolean ended;

    /** Features, and what ended the reading behind them. */
    private record Batch(List<SimpleFeature> features, boolean last, Throwable failure) {}

    /** Begins to read; takes the stream over. */
    public Prefetching(FeatureStream source) {
        this.source = source;
        reader = new Thread(this::read, "import-reader");
        reader.setDaemon(true);
        reader.start();
    }

    /** How much of the source has been read, 0 to 1. */
    public double fraction() {
        return fraction;
    }

    private void read() {
        Throwable failure = null;
        List<SimpleFeature> features = new ArrayList<>(BATCH);
        try {
            SimpleFeature feature = source.next();
            for (; feature != null && !closed; feature = source.next()) {
                features.add(feature);
                if (features.size() == BATCH) {
                    fraction = source.fraction();
                    queue.put(new Batch(features, false, null));
                    features = new ArrayList<>(BATCH);
                }
            }
        } catch (InterruptedException stopped) {
            failure = new CancelledException();
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
        try {
            if (!closed) {
                queue.put(new Batch(features, true, failure));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext() && !ended) {
            try {
                Batch batch = queue.take();
                current = batch.features.iterator();
                ended = batch.last;
                if (batch.failure != null) {
                    current = List.<SimpleFeature>of().iterator();
                    throwAgain(batch.failure);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
        }
        return current.hasNext();
    }

    private static void throwAgain(Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw new java.io.UncheckedIOException((IOException) failure);
    }

    @Override
    public SimpleFeature next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return current.next();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        reader.interrupt();
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                queue.clear();
                reader.join(50);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        source.close();
    }
}
