package riskmap.app.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.data.collection.ListFeatureCollection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Progress;
import riskmap.data.gpkg.GeoPackage;
import riskmap.geo.raster.Grid;

/** Of what several runs of a batch read of the same files the later ones get what the first has read, while that is so. */
class SharedReadingsTest {
    private static final String GRID =
            "ncols 3\nnrows 2\nxllcorner 500000\nyllcorner 4150000\ncellsize 10\n1 2 3\n4 5 6\n";

    @TempDir
    private Path folder;

    private Path points;
    private Path raster;
    private SharedReadings shared = new SharedReadings();

    @BeforeEach
    void makeFiles() throws IOException {
        points = folder.resolve("点.gpkg");
        try (GeoPackage file = GeoPackage.create(points)) {
            add(file, "人", Point.class, "POINT(500001 4150001)", "POINT(500012 4150001)");
            add(file, "地块", Polygon.class, "POLYGON((500000 4150000, 500010 4150000, 500010 4150010, 500000 4150000))");
        }
        raster = Files.writeString(folder.resolve("高程.asc"), GRID);
        settle();
    }

    private static void add(GeoPackage file, String name, Class<? extends Geometry> kind, String... shapes) {
        Layers layer = Layers.of(name, kind, "name:String");
        for (String shape : shapes) {
            layer.row(shape, "名");
        }
        var features = layer.source();
        file.createLayer(features.getSchema(), name);
        try {
            file.append(
                    name,
                    new ListFeatureCollection(features.getSchema(), Layers.list(features.getFeatures())),
                    Progress.silent());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** As if all files had been there for a while: nobody reads twice what has just been written. */
    private void settle() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
            }
        }
    }

    /** What a run reads, by the name of its input; a later one reads the same unless this is the last. */
    private List<Object> read(Map<String, String> addresses, boolean isLast) {
        return read(addresses, List.of(), isLast);
    }

    /** The same with fields of the features. */
    private List<Object> read(Map<String, String> addresses, List<String> fields, boolean isLast) {
        shared.begin(addresses.values(), isLast ? List.of() : addresses.values());
        List<Object> found = new ArrayList<>();
        try (SourceReader reader = new SourceReader(null, shared)) {
            Inputs inputs = reader.read(addresses, Progress.silent());
            addresses
                    .keySet()
                    .forEach(name -> found.add(
                            inputs.isGrid(name)
                                    ? inputs.grid(name)
                                    : inputs.rows(name, fields, Progress.silent())
                                            .points()));
            reader.finish();
            reader.share();
        }
        return found;
    }

    private Map<String, String> people() {
        return Map.of("features", points + "#人");
    }

    private Map<String, String> heights() {
        return Map.of("raster", raster + "@EPSG:4550");
    }

    @Test
    void pointsAndRastersOfUnchangedFilesAreReadOnce() {
        Object cells = read(heights(), false).get(0);
        assertThat(read(heights(), true).get(0)).isSameAs(cells);
        Object xy = read(people(), false).get(0);
        assertThat(read(people(), true).get(0)).isSameAs(xy);
        assertThat((double[]) xy).containsExactly(500001, 4150001, 500012, 4150001);
    }

    @Test
    void fieldsOfNumbersAreReadOnceWithTheirPointsAndTextsByEachRun() throws IOException {
        try (GeoPackage file = GeoPackage.open(points, false)) {
            var features = Layers.of("户", Point.class, "name:String", "people:Double")
                    .row("POINT(500001 4150001)", "甲", 3.0)
                    .row("POINT(500002 4150002)", "乙", null)
                    .source();
            file.createLayer(features.getSchema(), "户");
            file.append(
                    "户",
                    new ListFeatureCollection(features.getSchema(), Layers.list(features.getFeatures())),
                    Progress.silent());
        }
        settle();
        Map<String, String> houses = Map.of("features", points + "#户");
        Object xy = read(houses, List.of("people"), false).get(0);
        assertThat(read(houses, List.of("people"), false).get(0)).isSameAs(xy);
        assertThat(read(houses, List.of(), false).get(0)).isNotSameAs(xy).isEqualTo(xy);
        assertThat(read(houses, List.of("people"), true).get(0)).isSameAs(xy);
        read(people(), true);
        xy = read(houses, List.of("name"), false).get(0);
        assertThat(read(houses, List.of("name"), true).get(0)).isNotSameAs(xy);
    }

    @Test
    void aFileThatAnybodyHasChangedInBetweenIsReadAnew() throws IOException {
        read(people(), false);
        read(heights(), false);
        try (GeoPackage file = GeoPackage.open(points, false)) {
            add(file, "别的", Point.class, "POINT(1 1)");
            var more = Layers.of("人", Point.class, "name:String")
                    .row("POINT(500003 4150003)", "新")
                    .source();
            file.append(
                    "人",
                    new ListFeatureCollection(more.getSchema(), Layers.list(more.getFeatures())),
                    Progress.silent());
        }
        Files.writeString(raster, GRID.replace("1 2 3", "9 2 3"));
        settle();
        assertThat((double[]) read(people(), false).get(0)).hasSize(6).endsWith(500003, 4150003);
        assertThat(((Grid) read(heights(), false).get(0)).get(0, 0)).isEqualTo(9);
    }

    @Test
    void aWorldFileOrALogBesideTheFileCountsAsTheFile() throws IOException {
        Object cells = read(heights(), false).get(0);
        Files.writeString(folder.resolve("高程.prj"), "");
        settle();
        assertThat(read(heights(), false).get(0)).isNotSameAs(cells);
        Object xy = read(people(), false).get(0);
        Files.write(folder.resolve("点.gpkg-journal"), new byte[0]);
        assertThat(read(people(), false).get(0)).isNotSameAs(xy).isEqualTo(xy);
    }

    @Test
    void aLogBesideTheFileThatALinkLeadsToCountsAsTheFile() throws IOException {
        Path link = Files.createDirectory(folder.resolve("链接")).resolve("别名.gpkg");
        Files.createSymbolicLink(link, points);
        Map<String, String> people = Map.of("features", link + "#人");
        Object xy = read(people, false).get(0);
        assertThat(read(people, false).get(0)).isSameAs(xy);
        // another program writes into the log and leaves the database as it is
        Path log = Files.write(folder.resolve("点.gpkg-journal"), new byte[0]);
        Files.setLastModifiedTime(log, FileTime.from(Instant.now().minusSeconds(60)));
        assertThat(read(people, false).get(0)).isNotSameAs(xy).isEqualTo(xy);
    }

    @Test
    void whatWasChangedAMomentAgoIsNotKept() throws IOException {
        Files.setLastModifiedTime(raster, FileTime.from(Instant.now()));
        Object cells = read(heights(), false).get(0);
        assertThat(read(heights(), false).get(0)).isNotSameAs(cells);
    }

    @Test
    void nothingIsKeptThatNoLaterRunNames() {
        Object cells = read(heights(), false).get(0);
        read(people(), true);
        assertThat(read(heights(), true).get(0)).isNotSameAs(cells);
        cells = read(heights(), true).get(0);
        assertThat(read(heights(), true).get(0)).isNotSameAs(cells);
    }

    @Test
    void allThatIsKeptStaysBelowItsBound() {
        // two points take 96 bytes, six cells 24
        shared = new SharedReadings(100);
        Map<String, String> both = new LinkedHashMap<>(people());
        both.putAll(heights());
        List<Object> first = read(both, false);
        List<Object> second = read(both, true);
        assertThat(second.get(0)).isSameAs(first.get(0));
        assertThat(second.get(1)).isNotSameAs(first.get(1));
    }

    @Test
    void whatThereIsToTellOfAFileIsToldByEachRun() throws IOException {
        Path rows = Files.writeString(
                folder.resolve("rows.csv"), "zones,raster\n%1$s#地块,%2$s\n%1$s#地块,%2$s\n".formatted(points, raster));
        settle();
        RowRuns.Told told = RowRuns.run(
                "zonal-statistics",
                Map.of(),
                Map.of(),
                folder.resolve("统计.gpkg").toString(),
                rows,
                Progress.silent());
        assertThat(told.failures()).isEmpty();
        assertThat(told.answer().text().split("高程.asc 没有坐标系", -1)).hasSize(3);
    }

    @Test
    void rowsThatShareWhatTheyReadMakeWhatEachMakesAlone() throws IOException {
        Path other = folder.resolve("区.gpkg");
        try (GeoPackage file = GeoPackage.create(other)) {
            add(
                    file,
                    "区",
                    Polygon.class,
                    "POLYGON((500000 4150000, 500020 4150000, 500020 4150010, 500000 4150010, 500000 4150000))");
        }
        settle();
        Path counted = folder.resolve("甲.gpkg");
        // the third row reads what the first has written, the fourth fails
        Path rows = Files.writeString(
                folder.resolve("rows.csv"),
                """
                zones,features,out
                %1$s#地块,%1$s#人,%2$s#甲
                %3$s,%1$s#人,%4$s#乙
                %2$s,%1$s#人,%4$s#丙
                %1$s#没有,%1$s#人,%4$s#丁
                %3$s,%1$s#人,%4$s#戊
                """
                        .formatted(points, counted, other, folder.resolve("乙.gpkg")));
        RowRuns.Told told = RowRuns.run("count-in-zones", Map.of(), Map.of(), null, rows, Progress.silent());
        assertThat(told.failures()).hasSize(1).first().asString().contains("没有");
        for (String name : List.of("乙", "戊")) {
            OperationRuns.run(
                    "count-in-zones",
                    Map.of("zones", other.toString(), "features", points + "#人"),
                    Map.of(),
                    folder.resolve(name + "-alone.gpkg") + "#" + name,
                    Progress.silent());
            assertThat(texts(folder.resolve("乙.gpkg"), name))
                    .isEqualTo(texts(folder.resolve(name + "-alone.gpkg"), name));
        }
        assertThat(texts(counted, "甲")).singleElement().asString().endsWith("名, 1]");
        assertThat(texts(folder.resolve("乙.gpkg"), "丙"))
                .singleElement()
                .asString()
                .endsWith("名, 1, 1]");
        assertThat(texts(folder.resolve("乙.gpkg"), "戊"))
                .singleElement()
                .asString()
                .endsWith("名, 2]");
    }

    private static List<String> texts(Path file, String layer) throws IOException {
        try (GeoPackage opened = GeoPackage.open(file, true)) {
            return Layers.texts(opened.dataStore().getFeatureSource(layer).getFeatures());
        }
    }
}
