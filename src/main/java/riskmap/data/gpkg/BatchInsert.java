package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
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

    private final PreparedStatement statement;
    private final Progress progress;
    private final BlockingQueue<List<Object[]>> waiting = new ArrayBlockingQueue<>(BATCHES_WAITING);
    private List<Object[]> batch = new ArrayList<>(ROWS);
    private Beside<SQLException> worker;
    private boolean isFirst = true;

    BatchInsert(Connection connection, String sql, Progress progress) throws SQLException {
        this.statement = connection.prepareStatement(sql);
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
            insert(batch);
        } else {
            handOver(batch);
        }
        batch = new ArrayList<>(ROWS);
        return true;
    }

    /** Returns when all rows are in. */
    void finish() throws SQLException {
        if (worker == null) {
            insert(batch);
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

    private void handOver(List<Object[]> rows) throws SQLException {
        if (worker == null) {
            worker = Beside.begin("riskmap-insert", progress, this::insertAll);
        }
        try {
            while (!waiting.offer(rows, 20, TimeUnit.MILLISECONDS)) {
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
                List<Object[]> rows = waiting.poll(20, TimeUnit.MILLISECONDS);
                quiet.check();
                if (rows == END) {
                    return null;
                }
                if (rows != null) {
                    insert(rows);
                }
            }
        } catch (SQLException e) {
            return e;
        } catch (InterruptedException e) {
            throw new CancelledException();
        }
    }

    private void insert(List<Object[]> rows) throws SQLException {
        for (Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                statement.setObject(i + 1, row[i]);
            }
            statement.addBatch();
        }
        statement.executeBatch();
    }

    /** Ends the thread, then the statement. */
    @Override
    public void close() throws SQLException {
        if (worker != null) {
            worker.close();
        }
        statement.close();
    }
}
