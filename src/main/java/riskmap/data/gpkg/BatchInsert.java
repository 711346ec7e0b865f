package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import riskmap.base.Beside;
import riskmap.base.CancelledException;
import riskmap.base.Progress;

/**
 * Puts rows into a table in batches. From the second batch on SQLite works on a thread of its own while the next rows are
 * made ready; a few batches wait at most. The connection may be read by the caller meanwhile: the driver lets one in after
 * the other.
 */
final class BatchInsert implements AutoCloseable {
    private static final int ROWS = 500;
    private static final int BATCHES_WAITING = 4;
    private static final List<Object[]> END = List.of();

    private final RowsInsert rows;
    private final Progress progress;
    private final BlockingQueue<List<Object[]>> waiting = new ArrayBlockingQueue<>(BATCHES_WAITING);
    private List<Object[]> batch = new ArrayList<>(ROWS);
    private Beside<SQLException> worker;
    private boolean isFirst = true;

    BatchInsert(Connection connection, String sql, Progress progress) throws SQLException {
        this.rows = new RowsInsert(connection, sql);
        this.progress = progress;
    }

    /**
     * Adds a row; not changed afterwards.
     *
     * @return whether a batch became full with it
     */
    boolean add(Object[] row) throws SQLException {
        batch.add(row);
        if (batch.size() < ROWS) {
            return false;
        }
        if (isFirst) {
            isFirst = false;
            rows.add(batch);
        } else {
            handOver(batch);
        }
        batch = new ArrayList<>(ROWS);
        return true;
    }

    /** Returns when all rows are in. */
    void finish() throws SQLException {
        if (worker == null) {
            rows.add(batch);
            return;
        }
        handOver(batch);
        handOver(END);
        fail(worker.result());
    }

    private static void fail(SQLException failure) throws SQLException {
        if (failure != null) {
            throw failure;
        }
    }

    private void handOver(List<Object[]> ready) throws SQLException {
        if (worker == null) {
            worker = Beside.begin("riskmap-insert", progress, this::insertAll);
        }
        try {
            while (!waiting.offer(ready, 20, TimeUnit.MILLISECONDS)) {
                if (worker.isDone()) {
                    // it takes no more: it ended with a failure, which is thrown here
                    fail(worker.result());
                    throw new IllegalStateException("ended before all rows were in");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    /** Until the end is handed over; what went wrong, null for nothing. */
    private SQLException insertAll(Progress quiet) {
        try {
            while (true) {
                List<Object[]> next = waiting.poll(20, TimeUnit.MILLISECONDS);
                quiet.check();
                if (next == END) {
                    return null;
                }
                if (next != null) {
                    rows.add(next);
                }
            }
        } catch (SQLException e) {
            return e;
        } catch (InterruptedException e) {
            throw new CancelledException();
        }
    }

    /** Ends the thread, then the statements. */
    @Override
    public void close() throws SQLException {
        if (worker != null) {
            worker.close();
        }
        rows.close();
    }
}
