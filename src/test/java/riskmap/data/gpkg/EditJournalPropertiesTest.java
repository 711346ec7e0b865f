package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Author;
import riskmap.data.Changes;
import riskmap.data.EditStep;
import riskmap.data.RowChange;

/** Doing and undoing is doing nothing: to the bit, rows and index, over any edits, through restarts. */
class EditJournalPropertiesTest {
    private static final Author SOMEBODY = new Author("王芳", "平板", "");
    private static final String AREA = "区域";
    private static final String TABLE = "records";

    private Path path;
    private GeoPackage file;
    private Random random;
    /** Layer → key → row, as the surveyor's program knows it. */
    private Map<String, Map<Long, Map<String, Object>>> rows;

    @Property(tries = 20)
    void undoingEachStepBringsBackEachStateAndRedoingBringsItForward(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int steps) throws Exception {
        begin(seed);
        try {
            Deque<List<String>> before = new ArrayDeque<>();
            Deque<List<String>> after = new ArrayDeque<>();
            for (int i = 0; i < steps; i++) {
                before.push(contents());
                commit();
                sometimesRestart();
            }
            while (!before.isEmpty()) {
                after.push(contents());
                assertThat(file.edits().undo(Progress.silent())).isPresent();
                assertThat(contents()).isEqualTo(before.pop());
                sometimesRestart();
            }
            assertThat(file.edits().undo(Progress.silent())).isEmpty();
            while (!after.isEmpty()) {
                assertThat(file.edits().redo(Progress.silent())).isPresent();
                assertThat(contents()).isEqualTo(after.pop());
                sometimesRestart();
            }
            assertThat(file.edits().redo(Progress.silent())).isEmpty();
            assertThat(file.verify(Progress.silent())).isEmpty();
        } finally {
            end();
        }
    }

    @Property(tries = 20)
    void whateverIsDoneUndoneAndDoneDifferentlyTheDataAreWhatTheStepsMarkedDoneMadeOfThem(
            @ForAll long seed, @ForAll @IntRange(min = 5, max = 40) int steps) throws Exception {
        begin(seed);
        try {
            List<String> empty = contents();
            for (int i = 0; i < steps; i++) {
                int what = random.nextInt(5);
                if (what == 0) {
                    take(file.edits().undo(Progress.silent()).orElse(null));
                } else if (what == 1) {
                    take(file.edits().redo(Progress.silent()).orElse(null));
                } else {
                    commit();
                }
                sometimesRestart();
            }
            List<String> end = contents();
            long done = file.edits().history(1000).stream()
                    .filter(step -> step.state() == EditStep.State.DONE)
                    .count();
            for (long i = 0; i < done; i++) {
                file.edits().undo(Progress.silent());
            }
            assertThat(contents()).isEqualTo(empty);
            for (long i = 0; i < done; i++) {
                file.edits().redo(Progress.silent());
            }
            assertThat(contents()).isEqualTo(end);
            assertThat(file.verify(Progress.silent())).isEmpty();
        } finally {
            end();
        }
    }

    private void begin(long seed) throws IOException {
        random = new Random(seed);
        path = Files.createTempDirectory("journal").resolve("a.gpkg");
        file = GeoPackage.create(path);
        SimpleFeatureType area = Samples.type(
                AREA, "geom", MultiPolygon.class, "名称", String.class, "n", Integer.class, "v", Double.class);
        SimpleFeatureType table = Samples.type(
                TABLE,
                "flag",
                Boolean.class,
                "small",
                Short.class,
                "big",
                Long.class,
                "single",
                Float.class,
                "photo",
                byte[].class,
                "day",
                LocalDate.class,
                "moment",
                Instant.class);
        file.createLayer(area, null);
        file.createLayer(table, null);
        rows = new LinkedHashMap<>();
        rows.put(AREA, new LinkedHashMap<>());
        rows.put(TABLE, new LinkedHashMap<>());
    }

    private void end() throws IOException {
        file.close();
        try (var files = Files.list(path.getParent())) {
            files.forEach(found -> found.toFile().delete());
        }
        Files.delete(path.getParent());
    }

    private void sometimesRestart() {
        if (random.nextInt(12) == 0) {
            file.close();
            file = GeoPackage.open(path, false);
        }
    }

    private void commit() {
        List<RowChange> changes = new ArrayList<>();
        for (String layer :
                random.nextBoolean() ? List.of(AREA, TABLE) : List.of(random.nextBoolean() ? AREA : TABLE)) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                changes.add(change(layer, rows.get(layer)));
            }
        }
        take(file.edits().commit(new Changes(Message.of("一步"), changes), SOMEBODY, Progress.silent()));
    }

    /** One change of a row, on what earlier changes of the same step leave. */
    private RowChange change(String layer, Map<Long, Map<String, Object>> known) {
        List<Long> keys = List.copyOf(known.keySet());
        int what = random.nextInt(4);
        if (keys.isEmpty() || what == 0) {
            long key = file.edits().newFid(layer);
            Map<String, Object> row = row(layer);
            known.put(key, row);
            return RowChange.added(layer, key, row);
        }
        long key = keys.get(random.nextInt(keys.size()));
        if (what == 1) {
            return new RowChange(layer, key, known.remove(key), null);
        }
        Map<String, Object> fresh = row(layer);
        Map<String, Object> before = new LinkedHashMap<>();
        Map<String, Object> after = new LinkedHashMap<>();
        for (String column : fresh.keySet()) {
            if (random.nextBoolean()) {
                before.put(column, known.get(key).get(column));
                after.put(column, fresh.get(column));
            }
        }
        known.get(key).putAll(after);
        return new RowChange(layer, key, before, after);
    }

    /** What the file says it did becomes what the program knows. */
    private void take(Changes applied) {
        if (applied == null) {
            return;
        }
        for (RowChange row : applied.rows()) {
            if (row.isRemoved()) {
                rows.get(row.layer()).remove(row.fid());
            } else {
                rows.get(row.layer())
                        .computeIfAbsent(row.fid(), key -> new LinkedHashMap<>())
                        .putAll(row.after());
            }
        }
    }

    private Map<String, Object> row(String layer) {
        Map<String, Object> row = new LinkedHashMap<>();
        if (layer.equals(AREA)) {
            row.put("geom", maybe(shape()));
            row.put("名称", maybe("甲'\"乙\n" + random.nextInt()));
            row.put("n", maybe(random.nextInt()));
            row.put("v", maybe(random.nextBoolean() ? -0.0 : random.nextGaussian() * 1e9));
            return row;
        }
        byte[] photo = new byte[random.nextInt(50)];
        random.nextBytes(photo);
        row.put("flag", maybe(random.nextBoolean()));
        row.put("small", maybe((short) random.nextInt()));
        row.put("big", maybe(random.nextLong()));
        row.put("single", maybe(random.nextFloat()));
        row.put("photo", maybe(photo));
        row.put("day", maybe(LocalDate.ofEpochDay(random.nextInt(40_000))));
        row.put("moment", maybe(Instant.ofEpochMilli(random.nextInt())));
        return row;
    }

    private Object maybe(Object value) {
        return random.nextInt(6) == 0 ? null : value;
    }

    private Geometry shape() {
        double x = 420_000 + random.nextInt(1000) / 8.0;
        double y = 4_141_000 + random.nextInt(1000) / 8.0;
        String z = random.nextInt(4) == 0 ? " 7.5" : "";
        String ring = "((" + x + " " + y + z + "," + (x + 9) + " " + y + z + "," + (x + 4) + " " + (y + 8) + z + "," + x
                + " " + y + z + "))";
        boolean multi = random.nextBoolean();
        return Samples.wkt(
                (multi ? "MULTIPOLYGON" : "POLYGON") + (z.isEmpty() ? "" : " Z") + (multi ? "(" + ring + ")" : ring));
    }

    /** Every cell of every row, every box of the index, and the extent that is written in the contents. */
    private List<String> contents() throws Exception {
        List<String> lines = new ArrayList<>();
        try (Connection connection =
                new Connections(path, Connections.Access.READ, true).open().connection()) {
            for (String sql : new String[] {
                "SELECT * FROM \"" + AREA + "\" ORDER BY fid",
                "SELECT * FROM " + TABLE + " ORDER BY fid",
                "SELECT * FROM \"rtree_" + AREA + "_geom\" ORDER BY id",
                "SELECT table_name, min_x, min_y, max_x, max_y FROM gpkg_contents WHERE data_type='features'"
            }) {
                for (Object[] row : Sql.rows(connection, sql)) {
                    lines.add(Arrays.stream(row)
                            .map(cell -> cell instanceof byte[] bytes
                                    ? HexFormat.of().formatHex(bytes)
                                    : String.valueOf(cell))
                            .toList()
                            .toString());
                }
            }
        }
        return lines;
    }
}
