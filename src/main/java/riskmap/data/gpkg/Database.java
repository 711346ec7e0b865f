package riskmap.data.gpkg;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.StoreUnavailableException;

/**
 * One open SQLite file: connections for as many readers as there are, and the right to write for one at a time. Readers
 * see the last commit; a writer does not hinder them.
 */
final class Database implements AutoCloseable {
    private static final int MOST_NOTICES = 1000;

    private final Path file;
    private final boolean readOnly;
    private final Connections connections;
    private final FileWatch watch;
    /** Null where this file is in its log since it was opened, or is not written into. */
    private final LateLog lateLog;

    private final Runnable afterClose;
    private final Deque<Connections.Opened> idle = new ArrayDeque<>();
    private final Set<Connections.Opened> all = new HashSet<>();
    private final Semaphore writing = new Semaphore(1, true);
    private final List<Message> notices = new ArrayList<>();
    private volatile BesideReading beside;
    private volatile RiskMapException refusal;
    private boolean closed;

    /**
     * @param connections opens connections to the file that is read (a copy, where the file itself cannot be)
     * @param file the file as the user knows it
     * @param afterClose what to do when all is closed
     */
    Database(Connections connections, Path file, Runnable afterClose) {
        this.connections = connections;
        this.file = file;
        this.readOnly = connections.isReadOnly();
        this.watch = new FileWatch(connections.file());
        this.lateLog = readOnly || connections.isOwn() ? null : new LateLog(file);
        this.afterClose = afterClose;
    }

    Path file() {
        return file;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    boolean isOwn() {
        return connections.isOwn();
    }

    boolean isDraft() {
        return connections.isDraft();
    }

    /** Something the user should know, that stops nobody. */
    void notice(Message message) {
        synchronized (notices) {
            if (notices.size() < MOST_NOTICES && !notices.contains(message)) {
                notices.add(message);
            }
        }
    }

    /** From now on nothing is written. */
    void refuseWriting(RiskMapException why) {
        refusal = why;
    }

    /**
     * Finds something out while the file is read: {@link #notices} and the first write wait for it, {@link #close} stops it.
     */
    void beside(BesideReading.Work work) {
        beside = BesideReading.begin(this, work);
    }

    /** What was noticed so far; what is being found out beside the reading is waited for. */
    List<Message> notices() {
        awaitBeside();
        synchronized (notices) {
            return List.copyOf(notices);
        }
    }

    /** An interrupted wait ends early, and leaves the thread interrupted. */
    private void awaitBeside() {
        BesideReading running = beside;
        if (running != null) {
            running.await();
        }
    }

    /** Runs work that only reads. */
    <T> T read(SqlWork<T> work) {
        Connections.Opened opened = borrow();
        try {
            StopOfTask.watch(opened);
            return work.run(opened.connection());
        } catch (SQLException e) {
            throw SqlFailure.of(file, e);
        } finally {
            giveBack(opened);
        }
    }

    /** Runs work in a transaction of its own: all of it is kept, or nothing. */
    <T> T write(SqlWork<T> work) {
        try (WriteSession session = new WriteSession(this)) {
            T result = session.run(work);
            session.commit();
            return result;
        }
    }

    /** A connection for one reader; to be given back. */
    Connections.Opened borrow() {
        synchronized (idle) {
            if (closed) {
                throw new IllegalStateException("closed: " + file);
            }
            Connections.Opened opened = idle.poll();
            if (opened == null) {
                opened = open();
                all.add(opened);
            }
            if (opened.deadline() != null) {
                opened.deadline().allow(Connections.FOREIGN_LIMIT);
            }
            return opened;
        }
    }

    /** Takes a connection back, once: two who were lent the same one would see and end each other's transactions. */
    void giveBack(Connections.Opened opened) {
        synchronized (idle) {
            if (idle.contains(opened)) {
                throw new IllegalStateException("given back twice: " + file);
            }
            if (!closed) {
                idle.push(opened);
            }
        }
    }

    /** Waits for the right to write; refuses when this program is still writing elsewhere. */
    void beginWriting() {
        if (readOnly) {
            throw RiskMapException.of("data.gpkg-read-only", file.toString(), "");
        }
        awaitBeside();
        if (refusal != null) {
            throw refusal;
        }
        try {
            // whoever was interrupted while he waited is turned away here
            if (!writing.tryAcquire(Connections.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreUnavailableException(Message.of("data.gpkg-busy", file.toString()), null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException(Message.of("data.gpkg-busy", file.toString()), e);
        }
    }

    void endWriting() {
        writing.release();
    }

    /** Refuses to go on when the path has come to name another file: a commit would go into the void. */
    void checkStillThere() {
        if (!watch.isSame()) {
            throw new StoreUnavailableException(Message.of("data.gpkg-moved", file.toString()), null);
        }
    }

    /** A commit is done: what lies there now is what the next one has to find. */
    void committed() {
        watch.note();
    }

    /** Puts a foreign file that has come to be this program's own into a log, where nobody is in the way just now. */
    void beginLog(Connection connection) {
        if (lateLog != null) {
            lateLog.begin(connection);
        }
    }

    private Connections.Opened open() {
        try {
            return connections.open();
        } catch (SQLException e) {
            throw SqlFailure.of(file, e);
        }
    }

    @Override
    public void close() {
        BesideReading running = beside;
        if (running != null) {
            running.stop();
        }
        synchronized (idle) {
            if (closed) {
                return;
            }
            closed = true;
            try {
                boolean tidy = lateLog == null ? !readOnly : lateLog.isBegun();
                Connections.Opened last = tidy && !all.isEmpty() ? open() : null;
                for (Connections.Opened opened : all) {
                    closeQuietly(opened.connection());
                }
                if (last != null) {
                    leaveInOneFile(last.connection());
                }
            } finally {
                all.clear();
                idle.clear();
                afterClose.run();
            }
        }
    }

    /** Leaves the file without companions, so that it can be copied, mailed and opened from a read-only disk. */
    private void leaveInOneFile(Connection connection) {
        try (connection;
                Statement statement = connection.createStatement()) {
            Journal.keep(statement, "delete");
        } catch (SQLException e) {
            notice(SqlFailure.of(file, e).userMessage());
        }
    }

    private void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            notice(SqlFailure.of(file, e).userMessage());
        }
    }
}
