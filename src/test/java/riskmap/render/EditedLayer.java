package riskmap.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Author;
import riskmap.data.Changes;
import riskmap.data.LayerData;
import riskmap.data.RowChange;
import riskmap.data.gpkg.GeoPackage;

/** A layer {@code layer} of triangles with a number {@code v} in a file, and edits of it that come as chance has it. */
final class EditedLayer implements AutoCloseable {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final Author SOMEBODY = new Author("", "", "");

    private final Random random;
    private final double size;
    private final double largest;
    private final Path folder = Files.createTempDirectory("layer");
    private final GeoPackage file = GeoPackage.create(folder.resolve("a.gpkg"));
    private final Map<Long, Map<String, Object>> rows = new LinkedHashMap<>();
    private int done;

    /**
     * Makes the layer.
     *
     * @param size of the square it fills
     * @param largest side of a triangle
     */
    EditedLayer(Random random, int count, double size, double largest) throws IOException {
        this.random = random;
        this.size = size;
        this.largest = largest;
        SimpleFeatureTypeBuilder type = new SimpleFeatureTypeBuilder();
        type.setName("layer");
        type.add("geom", Geometry.class, Scenes.PLANE);
        type.add("v", Integer.class);
        file.createLayer(type.buildFeatureType(), null);
        List<RowChange> first = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            first.add(added());
        }
        step(first);
    }

    LayerData.Features data() throws IOException {
        return new LayerData.Features(file.dataStore().getFeatureSource("layer"));
    }

    /** One to four rows added, removed, moved, given another value, or left without a geometry; or the last step undone. */
    void edit(MapPainter toldTo) {
        boolean undo = done > 0 && random.nextInt(4) == 0;
        done += undo ? -1 : 1;
        Changes applied = undo ? file.edits().undo(Progress.silent()).orElseThrow() : step(changes());
        toldTo.cache().apply(file.dataStore(), applied);
        for (RowChange row : applied.rows()) {
            if (row.isRemoved()) {
                rows.remove(row.fid());
            } else {
                rows.computeIfAbsent(row.fid(), key -> new LinkedHashMap<>()).putAll(row.after());
            }
        }
    }

    private Changes step(List<RowChange> changes) {
        return file.edits().commit(new Changes(Message.of("step"), changes), SOMEBODY, Progress.silent());
    }

    private List<RowChange> changes() {
        List<RowChange> result = new ArrayList<>();
        List<Long> keys = new ArrayList<>(rows.keySet());
        // the first row stays: coordinates are packed from its first point
        keys.remove(Collections.min(keys));
        Collections.shuffle(keys, random);
        for (int i = 0; i <= random.nextInt(4) && i < keys.size(); i++) {
            long key = keys.get(i);
            Map<String, Object> row = rows.get(key);
            result.add(
                    switch (random.nextInt(5)) {
                        case 0 -> added();
                        case 1 -> new RowChange("layer", key, row, null);
                        case 2 -> RowChange.changed("layer", key, "geom", row.get("geom"), shape());
                        case 3 -> RowChange.changed("layer", key, "v", row.get("v"), random.nextLong(10));
                        default -> RowChange.changed("layer", key, "geom", row.get("geom"), null);
                    });
        }
        return result;
    }

    private RowChange added() {
        long key = file.edits().newFid("layer");
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("geom", shape());
        row.put("v", random.nextLong(10));
        rows.putIfAbsent(key, row);
        return RowChange.added("layer", key, row);
    }

    private Geometry shape() {
        double x = random.nextDouble() * 0.95 * size;
        double y = random.nextDouble() * 0.95 * size;
        double side = 2 + random.nextDouble() * (largest - 2);
        return SHAPES.createPolygon(new Coordinate[] {
            new Coordinate(x, y),
            new Coordinate(x + side, y),
            new Coordinate(x + side / 2, y + side),
            new Coordinate(x, y)
        });
    }

    @Override
    public void close() throws IOException {
        file.close();
        try (var files = Files.list(folder)) {
            files.forEach(path -> path.toFile().delete());
        }
        Files.delete(folder);
    }
}
