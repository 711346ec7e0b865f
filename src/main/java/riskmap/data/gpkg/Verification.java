package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.ProgressHandler;
import riskmap.base.Message;
import riskmap.base.Progress;

/**
 * Checks a file from the pages up: SQLite's own integrity check, foreign keys, the tables GeoPackage requires, then each
 * layer. What is found is said with its place; more than {@value #MOST} findings of one layer are counted only.
 */
final class Verification {
    static final int MOST = 100;

    private final Layers layers;
    private final List<Message> findings = new ArrayList<>();
    private final Progress progress;

    Verification(Layers layers, Progress progress) {
        this.layers = layers;
        this.progress = progress;
    }

    List<Message> run() {
        Database database = layers.database();
        Connections.Opened opened = database.borrow();
        try {
            ProgressHandler.setHandler(opened.connection(), Deadline.STEPS, new Cancel(progress));
            check(opened.connection());
            progress.report(1);
            return List.copyOf(findings);
        } catch (SQLException e) {
            progress.check();
            throw SqlFailure.of(database.file(), e);
        } finally {
            restore(opened);
        }
    }

    private void check(Connection connection) throws SQLException {
        progress.report(0, Message.of("data.gpkg-step-integrity"));
        for (String problem : Integrity.problems(connection, "PRAGMA integrity_check(20)")) {
            findings.add(Message.of("data.gpkg-finding-integrity", problem));
        }
        progress.check();
        for (Object[] row : Sql.rows(connection, "PRAGMA foreign_key_check")) {
            findings.add(Message.of(
                    "data.gpkg-finding-foreign-key", String.valueOf(row[0]), String.valueOf(row[1]), row[2]));
        }
        checkTables(connection);
        findings.addAll(Photos.findings(connection));
        List<GeoPackageLayer> all = LayerTables.layers(layers.database());
        for (int i = 0; i < all.size(); i++) {
            GeoPackageLayer layer = all.get(i);
            double from = 0.2 + 0.8 * i / all.size();
            progress.report(from, Message.of("data.gpkg-step-layer", layer.name()));
            if (layer.kind() == GeoPackageLayer.Kind.FEATURES || layer.kind() == GeoPackageLayer.Kind.ATTRIBUTES) {
                LayerTable table = LayerTables.find(connection, layer.name());
                new LayerVerification(
                                connection, table, findings, progress.part(from, 0.2 + 0.8 * (i + 1) / all.size()))
                        .run();
            }
        }
    }

    private void checkTables(Connection connection) throws SQLException {
        for (String table : new String[] {"gpkg_spatial_ref_sys", "gpkg_contents"}) {
            if (!Sql.exists(connection, "table", table)) {
                findings.add(Message.of("data.gpkg-finding-table", table));
            }
        }
        long id = Sql.number(connection, "PRAGMA application_id");
        if (id != FileHeader.GPKG) {
            findings.add(Message.of("data.gpkg-finding-application", Long.toHexString(id)));
        }
        for (int srsId : new int[] {-1, 0, 4326}) {
            if (Sql.value(connection, "SELECT 1 FROM gpkg_spatial_ref_sys WHERE srs_id=?", srsId) == null) {
                findings.add(Message.of("data.gpkg-finding-srs-required", Integer.toString(srsId)));
            }
        }
        for (String table : Sql.strings(connection, "SELECT table_name FROM gpkg_contents")) {
            boolean there = Sql.exists(connection, "table", table) || Sql.exists(connection, "view", table);
            if (!there) {
                findings.add(Message.of("data.gpkg-finding-table", table));
            }
        }
    }

    private void restore(Connections.Opened opened) {
        try {
            if (opened.deadline() == null) {
                ProgressHandler.clearHandler(opened.connection());
            } else {
                ProgressHandler.setHandler(opened.connection(), Deadline.STEPS, opened.deadline());
            }
            layers.database().giveBack(opened);
        } catch (SQLException e) {
            layers.database().notice(SqlFailure.of(layers.database().file(), e).userMessage());
        }
    }

    /** Stops SQLite when the user cancels. */
    private static final class Cancel extends ProgressHandler {
        private final Progress progress;

        Cancel(Progress progress) {
            this.progress = progress;
        }

        @Override
        protected int progress() {
            return progress.isCancelled() ? 1 : 0;
        }
    }
}
