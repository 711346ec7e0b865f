package riskmap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.filter.FilterAttributeExtractor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.Main;
import riskmap.app.project.Workspace;
import riskmap.app.run.Readiness;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.geo.crs.Crs;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;

/**
 * The program never waits for itself while it starts: what two threads could begin at either end is begun before. Nor does
 * it load libraries that it does not use.
 */
class StartTest {
    /** One thread is inside the map library's factories, as when it lists its functions; another needs its extractor. */
    public static final class TwoThreads {
        private static final long LONG_ENOUGH_MILLIS = 60_000;

        private TwoThreads() {}

        public static void main(String[] arguments) throws InterruptedException {
            Readiness.begin("formats");
            Readiness.await();
            Thread other = new Thread(FilterAttributeExtractor::new, "other");
            other.setDaemon(true);
            synchronized (CommonFactoryFinder.class) {
                other.start();
                other.join(LONG_ENOUGH_MILLIS);
                System.out.println(other.isAlive() ? "STUCK" : "FREE");
            }
        }
    }

    @Test
    void aThreadThatListsFunctionsAndOneThatReadsAConditionDoNotWaitForEachOther() throws Exception {
        Process child = Child.start(TwoThreads.class, List.of(), Map.of());
        assertThat(Child.lines(child).lines().toList()).containsExactly("FREE");
        assertThat(child.waitFor()).as(Child.errors(child)).isZero();
    }

    /** As after a session was left: a print in it needs no screen, only the window does. */
    @Test
    void aMapIsPrintedThoughTheScreenNamedDoesNotAnswer(@TempDir Path folder) throws Exception {
        Path project = folder.resolve("p.gpkg");
        try (Workspace made = Workspace.create(project, "环翠区", "EPSG:4550")) {
            SimpleFeatureType towns = Catalogue.standard().kind("town").featureType("town", Crs.of(4550));
            made.store().createLayer(towns, "town");
            SimpleFeatureBuilder town = new SimpleFeatureBuilder(towns);
            town.set("geom", new GeometryFactory().toGeometry(new Envelope(420e3, 440e3, 4130e3, 4142e3)));
            town.set("name", "羊亭镇");
            made.store()
                    .append("town", new ListFeatureCollection(towns, town.buildFeature("town.1")), Progress.silent());
            MapLayer layer = new MapLayer("town", "镇街", "", "#town", "town", "", true, 1);
            made.updateMap(empty -> new MapDocument("环翠区", "EPSG:4550", List.of(), List.of(layer)));
        }
        Path page = folder.resolve("page.png");
        Process child = Child.start(
                Main.class,
                List.of("-Djava.awt.headless=false"),
                Map.of("DISPLAY", ":987"),
                "print",
                project.toString(),
                "--layout",
                "map-a4",
                "--dpi",
                "50",
                "--out",
                page.toString());
        child.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertThat(child.waitFor()).as(Child.errors(child)).isZero();
        assertThat(page).isNotEmptyFile();
    }

    /** Some 120 classes, which no archive of classes takes: a tenth of a second of every command. */
    @Test
    void aCommandLoadsNothingOfTheImageLibraryThatTheMapLibraryLooksFor() throws Exception {
        Process child = Child.start(Main.class, List.of("-Xlog:class+load=info:stdout"), Map.of(), "operations");
        assertThat(Child.lines(child).lines())
                .anyMatch(line -> line.contains("org.geotools.util.logging.Logging "))
                .noneMatch(line -> line.contains("com.sun.media.jai"));
        assertThat(child.waitFor()).as(Child.errors(child)).isZero();
    }
}
