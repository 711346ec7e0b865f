package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.render.Scenes.fill;
import static riskmap.render.Scenes.line;
import static riskmap.render.Scenes.paint;
import static riskmap.render.Scenes.style;
import static riskmap.render.Scenes.viewport;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.geotools.api.style.Style;
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

/** A picture kept up with edits is the picture a program started now would paint. */
class LayerCachePropertiesTest {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final Author SOMEBODY = new Author("", "", "");
    private static final Style STYLE = style("<Rule><ogc:Filter><ogc:PropertyIsLessThan><ogc:PropertyName>v"
            + "</ogc:PropertyName><ogc:Literal>5</ogc:Literal></ogc:PropertyIsLessThan></ogc:Filter>"
            + fill("#2040C0") + line("#000000", 1) + "</Rule><Rule><ElseFilter/>" + fill("#E0A000")
            + line("#000000", 1) + "</Rule>");

    @Property(tries = 25)
    void afterAnyEditsThePictureIsThatOfAFreshStart(@ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int steps)
            throws IOException {
        Random random = new Random(seed);
        Path folder = Files.createTempDirectory("cache");
        try (GeoPackage file = GeoPackage.create(folder.resolve("a.gpkg"))) {
            SimpleFeatureTypeBuilder type = new SimpleFeatureTypeBuilder();
            type.setName("layer");
            type.add("geom", Geometry.class, Scenes.PLANE);
            type.add("v", Integer.class);
            file.createLayer(type.buildFeatureType(), null);
            Map<Long, Map<String, Object>> rows = new LinkedHashMap<>();
            // the first row stays: coordinates are packed from its first point
            step(file, List.of(added(file, random, rows)));
            for (int i = 0; i < 80; i++) {
                step(file, List.of(added(file, random, rows)));
            }
            LayerData.Features data = new LayerData.Features(file.dataStore().getFeatureSource("layer"));
            MapPainter kept = new MapPainter();
            paint(kept, viewport(200, 200), Scenes.layer(data, STYLE));
            for (int i = 0; i < steps; i++) {
                Changes applied = random.nextInt(4) == 0
                        ? file.edits().undo(Progress.silent()).orElseThrow()
                        : step(file, edits(file, random, rows));
                kept.cache().apply(file.dataStore(), applied);
                reread(applied, rows);
                if (random.nextInt(3) > 0) {
                    continue;
                }
                BufferedImage now = paint(kept, viewport(200, 200), Scenes.layer(data, STYLE));
                BufferedImage fresh = paint(viewport(200, 200), Scenes.layer(data, STYLE));
                assertThat(Pictures.different(now, fresh, 0)).isZero();
            }
            BufferedImage now = paint(kept, viewport(200, 200), Scenes.layer(data, STYLE));
            assertThat(Pictures.different(now, paint(viewport(200, 200), Scenes.layer(data, STYLE)), 0))
                    .isZero();
        } finally {
            try (var files = Files.list(folder)) {
                files.forEach(path -> path.toFile().delete());
            }
            Files.delete(folder);
        }
    }

    private static Changes step(GeoPackage file, List<RowChange> rows) {
        return file.edits().commit(new Changes(Message.of("step"), rows), SOMEBODY, Progress.silent());
    }

    /** One to four rows added, removed, moved, given another value, or left without a geometry. */
    private static List<RowChange> edits(GeoPackage file, Random random, Map<Long, Map<String, Object>> rows) {
        List<RowChange> result = new ArrayList<>();
        List<Long> keys = new ArrayList<>(rows.keySet());
        keys.remove(Collections.min(keys));
        Collections.shuffle(keys, random);
        for (int i = 0; i <= random.nextInt(4) && i < keys.size(); i++) {
            long key = keys.get(i);
            Map<String, Object> row = rows.get(key);
            result.add(
                    switch (random.nextInt(5)) {
                        case 0 -> added(file, random, rows);
                        case 1 -> new RowChange("layer", key, row, null);
                        case 2 -> RowChange.changed("layer", key, "geom", row.get("geom"), shape(random));
                        case 3 -> RowChange.changed("layer", key, "v", row.get("v"), random.nextLong(10));
                        default -> RowChange.changed("layer", key, "geom", row.get("geom"), null);
                    });
        }
        return result;
    }

    private static RowChange added(GeoPackage file, Random random, Map<Long, Map<String, Object>> rows) {
        long key = file.edits().newFid("layer");
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("geom", shape(random));
        row.put("v", random.nextLong(10));
        rows.putIfAbsent(key, row);
        return RowChange.added("layer", key, row);
    }

    private static Geometry shape(Random random) {
        double x = random.nextDouble() * 190;
        double y = random.nextDouble() * 190;
        double side = 2 + random.nextDouble() * 30;
        return SHAPES.createPolygon(new Coordinate[] {
            new Coordinate(x, y),
            new Coordinate(x + side, y),
            new Coordinate(x + side / 2, y + side),
            new Coordinate(x, y)
        });
    }

    private static void reread(Changes applied, Map<Long, Map<String, Object>> rows) {
        for (RowChange row : applied.rows()) {
            if (row.isRemoved()) {
                rows.remove(row.fid());
            } else {
                rows.computeIfAbsent(row.fid(), key -> new LinkedHashMap<>()).putAll(row.after());
            }
        }
    }
}
