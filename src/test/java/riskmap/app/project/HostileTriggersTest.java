package riskmap.app.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import riskmap.app.importing.ImportRequest;
import riskmap.app.importing.Imports;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.geo.crs.Crs;

/**
 * Files whose triggers undo, swallow, copy or destroy what is edited, under a name of their own, under that of a trigger
 * of the spatial index, or on a table beside: the layer may only be read, the trigger is named, nothing of an edit stays,
 * and an import brings the rows without the triggers.
 */
class HostileTriggersTest {
    /** What the triggers do, as the body behind their head. */
    private static final Map<String, String> DEEDS = new LinkedHashMap<>();

    static {
        DEEDS.put("silent_revert", "AFTER UPDATE ON a BEGIN UPDATE a SET 名称 = OLD.名称 WHERE fid = NEW.fid; END");
        DEEDS.put("ignore", "BEFORE UPDATE ON a BEGIN SELECT RAISE(IGNORE); END");
        DEEDS.put("delete_all", "AFTER UPDATE ON a BEGIN DELETE FROM a WHERE fid != NEW.fid; END");
        DEEDS.put("exfil_copy", "AFTER UPDATE ON a BEGIN INSERT INTO hidden SELECT 名称 FROM a; END");
        DEEDS.put("recursive", "AFTER UPDATE ON a BEGIN UPDATE a SET 名称 = 名称 || 'x' WHERE fid = NEW.fid + 1; END");
        DEEDS.put("load_extension", "AFTER UPDATE ON a BEGIN SELECT load_extension('/tmp/x.so'); END");
        DEEDS.put(
                "index_and_more",
                "AFTER UPDATE ON a BEGIN DELETE FROM \"rtree_a_geom\" WHERE id = OLD.fid; DELETE FROM a WHERE fid = 2; END");
    }

    @TempDir
    Path folder;

    /** Where a trigger hides. */
    private static Stream<Map.Entry<String, String>> triggers() {
        Map<String, String> all = new LinkedHashMap<>();
        DEEDS.forEach((deed, body) -> {
            all.put(deed + ", under its own name", "CREATE TRIGGER t1 " + body);
            all.put(deed + ", as if of the index", "CREATE TRIGGER rtree_a_geom_update9 " + body);
        });
        for (String table : List.of("gpkg_contents", "gpkg_geometry_columns")) {
            all.put(
                    "delete_all, beside on " + table,
                    "CREATE TRIGGER t1 AFTER UPDATE ON " + table + " BEGIN DELETE FROM a; END");
        }
        all.put(
                "silent_revert, as if of a feature count",
                "CREATE TRIGGER trigger_insert_feature_count_a AFTER UPDATE ON a BEGIN UPDATE gpkg_ogr_contents SET"
                        + " feature_count = feature_count + 1; UPDATE a SET 名称 = OLD.名称; END");
        return all.entrySet().stream();
    }

    @TestFactory
    Stream<DynamicTest> nothingIsEditedAndOnlyRowsAreImported() {
        assertThat(triggers().count()).isEqualTo(17);
        return triggers().map(trigger -> DynamicTest.dynamicTest(trigger.getKey(), () -> hold(trigger.getValue())));
    }

    private void hold(String trigger) throws Exception {
        Path file = project("敌.gpkg");
        execute(file, "CREATE TABLE hidden(x TEXT)");
        execute(file, trigger);
        List<String> before = rows(file);
        try (Workspace workspace = Workspace.open(file, false, Progress.silent())) {
            assertThat(workspace.store().layers().get(0).readOnlyReason())
                    .as("the trigger is named")
                    .isNotNull();
            Changes edit = edit(workspace);
            assertThatThrownBy(() -> workspace.edits().commit(edit, Progress.silent()))
                    .isInstanceOf(RiskMapException.class);
        }
        assertThat(rows(file)).isEqualTo(before);
        assertThat(query(file, "SELECT count(*) FROM hidden")).containsExactly("0");
        Path own = folder.resolve("自己.gpkg");
        Imports.run(ImportRequest.of(own, file.toString()), Progress.silent());
        assertThat(rows(own)).isEqualTo(before);
        assertThat(query(own, "SELECT name FROM sqlite_master WHERE type='trigger' AND name NOT LIKE 'rtree_a_geom_%'"))
                .isEmpty();
        assertThat(query(own, "SELECT sql FROM sqlite_master WHERE type='trigger'"))
                .noneMatch(sql -> sql.contains("DELETE FROM a") || sql.contains("UPDATE a "));
        try (Workspace workspace = Workspace.open(own, false, Progress.silent())) {
            workspace.edits().commit(edit(workspace), Progress.silent());
        }
        assertThat(rows(own)).contains("1 新名").hasSameSizeAs(before);
        Files.delete(file);
        Files.delete(own);
    }

    /** The triggers of the standard, in the words of this program and in those of others, do not stand in the way. */
    @Test
    void theTriggersOfTheIndexItselfAreKnown() throws Exception {
        Path file = project("友.gpkg");
        execute(file, "DROP TRIGGER rtree_a_geom_delete");
        execute(
                file,
                "CREATE TRIGGER rtree_a_geom_delete AFTER DELETE ON a WHEN old.geom NOT NULL BEGIN"
                        + " DELETE FROM rtree_a_geom WHERE id = OLD.fid; END");
        try (Workspace workspace = Workspace.open(file, false, Progress.silent())) {
            assertThat(workspace.store().layers().get(0).readOnlyReason()).isNull();
            workspace.edits().commit(edit(workspace), Progress.silent());
        }
        assertThat(rows(file)).contains("1 新名");
    }

    private static Changes edit(Workspace workspace) throws IOException {
        try (SimpleFeatureIterator all = workspace.features("a").getFeatures().features()) {
            SimpleFeature first = all.next();
            return new Changes(
                    Message.of("edit.source-here"), List.of(RowChange.changed("a", first, Map.of("名称", "新名"))));
        }
    }

    private Path project(String name) {
        Path file = folder.resolve(name);
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("a");
        builder.add("geom", Point.class, Crs.of(4550));
        builder.add("名称", String.class);
        var type = builder.buildFeatureType();
        List<SimpleFeature> features = Stream.of(1, 2, 3)
                .map(i -> SimpleFeatureBuilder.build(
                        type,
                        new Object[] {new GeometryFactory().createPoint(new Coordinate(500_000 + i, 4_140_000)), "第" + i
                        },
                        null))
                .toList();
        try (Workspace workspace = Workspace.create(file, "敌", "EPSG:4550")) {
            workspace.store().createLayer(type, null);
            workspace.store().append("a", new ListFeatureCollection(type, features), Progress.silent());
        }
        return file;
    }

    private static List<String> rows(Path file) throws SQLException {
        return query(file, "SELECT fid || ' ' || 名称 FROM a ORDER BY fid");
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> query(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> result = new java.util.ArrayList<>();
            while (rows.next()) {
                result.add(rows.getString(1));
            }
            return result;
        }
    }
}
