package riskmap.fault;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Style;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import riskmap.app.Answer;
import riskmap.app.importing.ImportRequest;
import riskmap.app.importing.Imports;
import riskmap.app.importing.LayerInfo;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.data.gpkg.GeoPackage;
import riskmap.geo.crs.Crs;
import riskmap.map.MapDocuments;
import riskmap.render.MapPainter;
import riskmap.render.PaintLayer;
import riskmap.render.Viewport;
import riskmap.style.SldReader;

/** The ways a user's file comes into the program, by its format. */
final class BadFileDoors {
    /** One way in; gives how much came in. */
    record Door(String name, Opening open) {}

    /** What may fail in any way. */
    interface Opening {
        Object get() throws Exception;
    }

    private final Path file;
    private final Path work;
    private final List<String> notes = new ArrayList<>();

    BadFileDoors(Path file, Path work) {
        this.file = file;
        this.work = work;
    }

    List<String> notes() {
        return notes;
    }

    List<Door> of(String format) {
        return switch (format) {
            case "sld" -> List.of(new Door("style", this::style));
            case "wkb" -> List.of(new Door("geometry", this::geometry));
            case "project" ->
                file.toString().endsWith(".zip")
                        ? List.of(new Door("info", this::info), new Door("import", this::imported))
                        : List.of(new Door("map", this::map), new Door("info", this::info));
            default -> List.of(new Door("info", this::info), new Door("import", this::imported));
        };
    }

    private long info() {
        Answer answer = LayerInfo.describe(file.toString(), null, Progress.silent());
        answer.text().lines().filter(line -> line.strip().startsWith("!")).forEach(notes::add);
        return sum(answer, "count");
    }

    /** Imports into a new project; a file that does not say its CRS gets one, as the user would. */
    private long imported() {
        Path project = work.resolve("project.gpkg");
        ImportRequest request = ImportRequest.of(project, file.toString());
        Answer answer;
        try {
            answer = Imports.run(request, Progress.silent());
        } catch (RiskMapException refusal) {
            if (!refusal.userMessage().key().contains("crs")) {
                throw refusal;
            }
            notes.add(refusal.userMessage().text());
            answer = Imports.run(request.withCrs("EPSG:4490"), Progress.silent());
        }
        told(answer);
        if (!Files.exists(project)) {
            throw new IllegalStateException("no project");
        }
        return sum(answer, "written");
    }

    /** A style is read and drawn with. */
    private Object style() throws Exception {
        SldReader.Result result = SldReader.read(file);
        result.notes().forEach(note -> notes.add(note.text()));
        draw(result.style());
        return 1;
    }

    private static void draw(Style style) {
        SimpleFeatureTypeBuilder type = new SimpleFeatureTypeBuilder();
        type.setName("点");
        type.add("geom", Point.class, Crs.of(4490));
        type.add("name", String.class);
        SimpleFeature feature = SimpleFeatureBuilder.build(
                type.buildFeatureType(),
                new Object[] {new GeometryFactory().createPoint(new Coordinate(5, 5)), "甲"},
                "a.1");
        ListFeatureCollection features = new ListFeatureCollection(feature.getFeatureType(), List.of(feature));
        PaintLayer layer = new PaintLayer(
                "a",
                new LayerData.Features(new org.geotools.data.collection.CollectionFeatureSource(features)),
                style,
                Filter.INCLUDE,
                1);
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        Viewport viewport = new Viewport(new Envelope(0, 10, 0, 10), 64, 64, 96, Crs.of(4490));
        new MapPainter().paint(List.of(layer), viewport, graphics, Progress.silent());
        graphics.dispose();
    }

    /** The blob as the geometry of a feature in a package. */
    private long geometry() throws Exception {
        Path packed = work.resolve("blob.gpkg");
        SimpleFeatureTypeBuilder type = new SimpleFeatureTypeBuilder();
        type.setName("layer");
        type.add("geom", Geometry.class, Crs.of(4490));
        Geometry point = new GeometryFactory().createPoint(new Coordinate(1, 1));
        SimpleFeature feature = SimpleFeatureBuilder.build(type.buildFeatureType(), new Object[] {point}, "a.1");
        try (GeoPackage store = GeoPackage.create(packed)) {
            store.createLayer(feature.getFeatureType(), null);
            store.append("layer", new ListFeatureCollection(feature.getFeatureType(), feature), Progress.silent());
        }
        byte[] blob = Files.readAllBytes(file);
        if (file.toString().endsWith(".wkb")) {
            byte[] header = {'G', 'P', 0, 1, 0x1A & 0, 0, 0x11, (byte) 0x8A};
            byte[] whole = new byte[header.length + blob.length];
            System.arraycopy(header, 0, whole, 0, header.length);
            System.arraycopy(blob, 0, whole, header.length, blob.length);
            blob = whole;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + packed.toUri());
                Statement statement = connection.createStatement()) {
            for (String event : List.of("update1", "update2", "update3", "update4", "insert", "delete")) {
                statement.execute("DROP TRIGGER IF EXISTS rtree_layer_geom_" + event);
            }
            try (PreparedStatement update = connection.prepareStatement("UPDATE layer SET geom=?")) {
                update.setBytes(1, blob);
                update.executeUpdate();
            }
        }
        Answer answer =
                Imports.run(ImportRequest.of(work.resolve("project.gpkg"), packed.toString()), Progress.silent());
        told(answer);
        return sum(answer, "written");
    }

    /** What the user is told of odd rows; not what is said of every file. */
    private void told(Answer answer) {
        for (Object layer : (List<?>) ((Map<?, ?>) answer.facts()).get("layers")) {
            for (Object reason : (List<?>) ((Map<?, ?>) layer).get("reasons")) {
                notes.add(String.valueOf(((Map<?, ?>) reason).get("reason")));
            }
        }
    }

    /** A map document that somebody put into a project. */
    private Object map() throws IOException {
        List<Message> unclear = new ArrayList<>();
        MapDocuments.read(
                new String(Files.readAllBytes(file), StandardCharsets.UTF_8),
                file.getFileName().toString(),
                unclear::add);
        unclear.forEach(note -> notes.add(note.text()));
        return 1;
    }

    private static long sum(Answer answer, String key) {
        long sum = 0;
        if (((Map<?, ?>) answer.facts()).get("layers") instanceof List<?> layers) {
            for (Object layer : layers) {
                if (((Map<?, ?>) layer).get(key) instanceof Number number) {
                    sum += number.longValue();
                }
            }
        }
        return sum;
    }
}
