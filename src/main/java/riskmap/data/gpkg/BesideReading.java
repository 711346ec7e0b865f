package riskmap.data.gpkg;

import java.sql.SQLException;

/** Work on a connection of its own that goes on in a thread of its own while the file is read. */
final class BesideReading {
    /** What is done. */
    interface Work {
        void on(Connections.Opened opened) throws SQLException;
    }

    private final Connections.Opened opened;
    private final Thread thread;

    private BesideReading(Connections.Opened opened, Thread thread) {
        this.opened = opened;
        this.thread = thread;
    }

    /** Begins the work; the connection is given back when it is done. What stands in its way becomes a notice. */
    static BesideReading begin(Database database, Work work) {
        Connections.Opened opened = database.borrow();
        Thread thread = new Thread(
                () -> {
                    try {
                        work.on(opened);
                    } catch (SQLException e) {
                        database.notice(SqlFailure.of(database.file(), e).userMessage());
                    } finally {
                        database.giveBack(opened);
                    }
                },
                "riskmap-beside-reading");
        thread.setDaemon(true);
        thread.start();
        return new BesideReading(opened, thread);
    }

    /** Waits until it is done; an interrupted wait ends early. */
    void await() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops it and waits until its connection is free. */
    void stop() {
        if (opened.deadline() != null) {
            opened.deadline().stop();
        }
        boolean interrupted = Thread.interrupted();
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
