package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.locationtech.jts.geom.Coordinate;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.geo.crs.Crs;
import riskmap.map.MapLayer;

/** The small project with a layer of roads, open in the window to be drawn in, and what tests of drawing do again and again. */
final class DrawingDesk implements AutoCloseable {
    private static final double W = SmallProject.WEST;
    private static final double S = SmallProject.SOUTH;

    private final WindowDriver driver;
    private final long first;
    private final String before;

    private DrawingDesk(WindowDriver driver, long first) throws Exception {
        this.driver = driver;
        this.first = first;
        before = state();
    }

    static DrawingDesk open(Path folder) throws Exception {
        Path project = SmallProject.write(folder);
        long first;
        try (Workspace workspace = Workspace.open(project, false, Progress.silent())) {
            SimpleFeatureType road = Catalogue.standard().kind("road").featureType("road", Crs.of("EPSG:4550"));
            workspace.store().createLayer(road, null);
            first = completeFirstBuilding(workspace);
            workspace.updateMap(map -> {
                List<MapLayer> layers = new ArrayList<>(map.layers());
                layers.add(new MapLayer("road", "道路", "承灾体", "#road", "", "", true, 1));
                return map.withLayers(layers);
            });
        }
        return new DrawingDesk(WindowDriver.open(folder).project(project), first);
    }

    WindowDriver driver() {
        return driver;
    }

    /** Number of the step before the first one that a test does. */
    long first() {
        return first;
    }

    void restAids() throws Exception {
        driver.command("topology", true);
        driver.command("avoid-overlap", false);
        driver.command("orthogonal", false);
        driver.command("fixed-length", false);
        driver.command("trace", false);
        driver.command("snapping", true);
        driver.run(driver.model().selection()::clear);
    }

    /** Goes back to where the test began, and finds every geometry as it was. */
    void undoEverything() throws Exception {
        if (driver.model().forms().isNew()) {
            driver.run(driver.model().forms()::revert);
        }
        driver.run(() -> driver.model().tool().set(Tool.PAN));
        driver.run(() -> driver.model().editing().goTo(first));
        driver.settle();
        assertThat(state()).isEqualTo(before);
    }

    @Override
    public void close() throws Exception {
        driver.close();
    }

    static Coordinate at(double east, double north) {
        return new Coordinate(W + east, S + north);
    }

    /** A building that is split is two: both must be complete. */
    private static long completeFirstBuilding(Workspace workspace) {
        Map<String, Object> gaps = new LinkedHashMap<>();
        gaps.put("structure", null);
        gaps.put("use", null);
        RowChange filled =
                new RowChange("building", 1, gaps, Map.of("structure", "brick_concrete", "use", "residential"));
        workspace.edits().commit(Changes.of(Message.of("ui.filling"), filled), Progress.silent());
        return workspace.edits().history(1).get(0).seq();
    }

    void selectFirstBuilding() throws Exception {
        driver.edit("building");
        driver.zoomTo(W + 100, S + 100, W + 500, S + 400);
        driver.run(() -> driver.model().selection().only("building", Set.of(1L)));
        driver.settle();
    }

    void enter(String field, String text) {
        driver.model().forms().form().get().input(field).enter(text);
    }

    void storeShelter() throws Exception {
        driver.await(() -> driver.model().forms().isNew());
        driver.run(() -> {
            enter("name", "新避难所");
            enter("kind", "emergency");
            enter("area_m2", "1200");
            enter("capacity_people", "300");
        });
        store();
    }

    void storeRoad() throws Exception {
        driver.await(() -> driver.model().forms().isNew());
        driver.run(() -> {
            enter("name", "新路");
            enter("class", "county");
        });
        store();
    }

    void storeFlood() throws Exception {
        driver.await(() -> driver.model().forms().isNew());
        driver.run(() -> {
            enter("name", "新淹没区");
            enter("flood_source", "river");
            enter("return_period_years", "50");
            enter("depth_m", "1");
        });
        store();
    }

    void store() throws Exception {
        assertThat(driver.<Object>get(() -> driver.model().forms().form().get().firstWrong() == null
                        ? null
                        : driver.model().forms().form().get().firstWrong().key()))
                .isNull();
        driver.run(driver.model().forms()::store);
        driver.await(() -> !driver.model().forms().isNew());
        driver.settle();
    }

    /** The feature that was drawn just now: it is selected. */
    long drawn(String layer) throws Exception {
        return driver.get(() -> driver.model().selection().of(layer).iterator().next());
    }

    long selected(String layer) throws Exception {
        return driver.get(() -> (long) driver.model().selection().of(layer).size());
    }

    int points(String layer, long fid) throws Exception {
        return driver.geometry(layer, fid).getNumPoints();
    }

    double area(String layer, long fid) throws Exception {
        return driver.geometry(layer, fid).getArea();
    }

    /** All geometries of the file. */
    private String state() throws Exception {
        StringBuilder all = new StringBuilder();
        for (String layer : List.of("town", "flood_zone", "building", "shelter", "road")) {
            try (var rows = driver.model()
                    .project()
                    .workspace()
                    .get()
                    .features(layer)
                    .getFeatures()
                    .features()) {
                while (rows.hasNext()) {
                    var row = rows.next();
                    all.append(row.getID())
                            .append(' ')
                            .append(row.getDefaultGeometry())
                            .append('\n');
                }
            }
        }
        return all.toString();
    }

    /** A condition that reads the file: looked at beside the window's thread. */
    interface Condition {
        boolean holds() throws Exception;
    }

    void await(Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.sleep(30);
        }
        driver.settle();
    }
}
