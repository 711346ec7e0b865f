package riskmap.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.geotools.api.data.Query;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.ui.canvas.ShownPicture;
import riskmap.ui.table.AttributeTableViewModel;

/**
 * Measures editing in the real window on a layer of hundreds of thousands of polygons: from the release of the mouse to
 * the new picture, the step being on the disk; a commit of ten thousand rows; an attribute table. Run by hand:
 * {@code java riskmap.ui.EditSpeed FILE.gpkg LAYER [TABLE …]}, {@code -} for
 * no layer to edit; works on a copy.
 */
final class EditSpeed {
    private static final int EDITS = 40;
    private static final int ROWS = 10_000;

    private EditSpeed() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("edit-speed");
        Path project = folder.resolve("speed.gpkg");
        Files.copy(Path.of(arguments[0]), project, StandardCopyOption.REPLACE_EXISTING);
        try (WindowDriver driver = WindowDriver.open(folder)) {
            driver.project(project);
            if (!arguments[1].equals("-")) {
                System.out.println(arguments[1] + ": "
                        + driver.model()
                                .project()
                                .workspace()
                                .get()
                                .features(arguments[1])
                                .getCount(Query.ALL)
                        + " rows");
                edits(driver, arguments[1]);
                commit(driver.model().project().workspace().get(), arguments[1]);
            }
            for (int i = 2; i < arguments.length; i++) {
                table(driver, arguments[i]);
            }
        }
        System.exit(0);
    }

    private static void edits(WindowDriver driver, String layer) throws Exception {
        driver.edit(layer);
        List<RowChange> some = rows(driver.model().project().workspace().get(), layer, EDITS, geometry -> geometry);
        AtomicLong released = new AtomicLong();
        AtomicLong applied = new AtomicLong();
        AtomicLong seen = new AtomicLong();
        driver.run(() -> {
            driver.window().map().addEventFilter(MouseEvent.MOUSE_RELEASED, event -> released.set(System.nanoTime()));
            driver.model().editing().onApplied(changes -> applied.compareAndSet(0, System.nanoTime()));
            ShownPicture.onShown(driver.window().map(), () -> {
                if (applied.get() != 0) {
                    seen.compareAndSet(0, System.nanoTime());
                }
            });
        });
        List<Double> toDisk = new ArrayList<>();
        List<Double> toPicture = new ArrayList<>();
        List<Double> drawn = new ArrayList<>();
        for (RowChange row : some) {
            Geometry shape = (Geometry) row.before().values().iterator().next();
            Envelope place = shape.getEnvelopeInternal();
            driver.zoomTo(place.getMinX() - 300, place.getMinY() - 200, place.getMaxX() + 300, place.getMaxY() + 200);
            driver.run(() -> {
                driver.model().selection().only(layer, List.of(row.fid()));
                driver.model().tool().set(Tool.VERTEX);
            });
            driver.settle();
            var corner = shape.getCoordinates()[0];
            Point2D from = driver.onScreen(corner.x, corner.y);
            driver.robot.moveTo(from);
            driver.settle();
            driver.robot.press(MouseButton.PRIMARY);
            // away from the middle, so that the outline does not cross itself, which would be refused
            Point2D middle = driver.onScreen(place.centre().x, place.centre().y);
            Point2D away = from.subtract(middle).normalize().multiply(13);
            driver.robot.moveTo(from.add(away));
            driver.settle();
            applied.set(0);
            seen.set(0);
            driver.robot.release(MouseButton.PRIMARY);
            long end = System.nanoTime() + 10_000_000_000L;
            while (seen.get() == 0 && System.nanoTime() < end) {
                Thread.sleep(5);
            }
            if (seen.get() == 0) {
                System.out.println("row " + row.fid() + ": no picture, "
                        + driver.model().tasks().news().get());
            } else {
                toDisk.add((applied.get() - released.get()) / 1e6);
                toPicture.add((seen.get() - released.get()) / 1e6);
                drawn.add((seen.get() - applied.get()) / 1e6);
            }
            driver.robot.type(KeyCode.ESCAPE);
        }
        say("release to applied (on disk)", toDisk);
        say("applied to new picture", drawn);
        say("release to new picture", toPicture);
    }

    private static void commit(Workspace workspace, String layer) {
        for (int run = 0; run < 3; run++) {
            List<RowChange> rows = rows(workspace, layer, ROWS, geometry -> {
                Geometry moved = geometry.copy();
                moved.apply(org.locationtech.jts.geom.util.AffineTransformation.translationInstance(1, 1));
                return moved;
            });
            Changes step = new Changes(Message.of("ui.command.move"), rows);
            long start = System.nanoTime();
            workspace.edits().commit(step, Progress.silent());
            System.out.printf("commit of %,d rows: %.0f ms%n", rows.size(), (System.nanoTime() - start) / 1e6);
        }
    }

    private static void table(WindowDriver driver, String layer) throws Exception {
        WindowWatch watch = new WindowWatch();
        long start = System.nanoTime();
        driver.run(() -> driver.model().openTable(layer));
        driver.await(() -> front(driver) != null
                && driver.model().tables().front().get().key().equals(layer)
                && front(driver).count().get() > 0);
        System.out.printf("table: first rows after %.0f ms%n", (System.nanoTime() - start) / 1e6);
        driver.await(() -> !front(driver).reading().get());
        System.out.printf(
                "table: all %,d rows listed after %.0f ms%n",
                driver.get(() -> front(driver).count().get()), (System.nanoTime() - start) / 1e6);
        driver.settle();
        watch.tell("table: opening");
        AttributeTableViewModel rows = front(driver);
        watch = new WindowWatch();
        String column = rows.fields().get(0).name();
        long sorted = System.nanoTime();
        driver.run(() -> rows.sort(column, false));
        driver.await(() -> !rows.reading().get());
        System.out.printf("table: sorted by %s after %.0f ms%n", column, (System.nanoTime() - sorted) / 1e6);
        driver.settle();
        watch.tell("table: sorting");
        watch = new WindowWatch();
        long filtered = System.nanoTime();
        driver.run(() -> rows.filter(column + " > 0"));
        driver.await(() -> !rows.reading().get());
        System.out.printf(
                "table: %,d rows filtered after %.0f ms%n",
                driver.get(() -> rows.count().get()), (System.nanoTime() - filtered) / 1e6);
        driver.settle();
        watch.tell("table: filtering");
        if (Boolean.getBoolean("scroll")) {
            scroll(driver, rows.rows());
        }
    }

    private static AttributeTableViewModel front(WindowDriver driver) {
        var front = driver.model().tables().front().get();
        return front == null ? null : front.rows();
    }

    private static void scroll(WindowDriver driver, ObservableValue<? extends List<?>> rows) throws Exception {
        var view = driver.find("#attribute-table", javafx.scene.control.TableView.class);
        List<Double> pulses = new ArrayList<>();
        long[] last = {0};
        var timer = new javafx.animation.AnimationTimer() {
            @Override
            public void handle(long now) {
                if (last[0] != 0) {
                    pulses.add((now - last[0]) / 1e6);
                }
                last[0] = now;
                view.scrollTo((int)
                        (pulses.size() * 1_237L % Math.max(1, rows.getValue().size())));
            }
        };
        driver.run(timer::start);
        Thread.sleep(5_000);
        driver.run(timer::stop);
        say("table: frame while scrolling 1,237 rows a frame", pulses);
    }

    /** Rows with a geometry before and after. */
    private static List<RowChange> rows(
            Workspace workspace, String layer, int count, java.util.function.UnaryOperator<Geometry> change) {
        var source = workspace.features(layer);
        String column = source.getSchema().getGeometryDescriptor().getLocalName();
        Query query = new Query(layer);
        query.setMaxFeatures(count);
        query.setPropertyNames(column);
        List<RowChange> rows = new ArrayList<>();
        try (SimpleFeatureIterator features = source.getFeatures(query).features()) {
            while (features.hasNext()) {
                var feature = features.next();
                Geometry held = (Geometry) feature.getDefaultGeometry();
                rows.add(new RowChange(
                        layer, RowChange.key(feature), Map.of(column, held), Map.of(column, change.apply(held))));
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return rows;
    }

    private static void say(String what, List<Double> millis) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "%s: n=%d p50=%.0f ms p95=%.0f ms max=%.0f ms%n",
                what, sorted.length, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1));
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
