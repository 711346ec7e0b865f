package riskmap.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.geotools.data.simple.SimpleFeatureCollection;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.base.SafeFile;
import riskmap.data.Catalogue;
import riskmap.data.ProjectLock;
import riskmap.data.gpkg.GeoPackage;
import riskmap.geo.raster.Grid;
import riskmap.io.raster.GeoTiffFormat;
import riskmap.map.MapDocument;
import riskmap.map.MapDocuments;

/**
 * The demonstration district: about 1,000 km² by the sea, made up and made anew each time with the same bytes. See the
 * package for what is invented and what is real.
 */
public final class DemonstrationDistrict {
    /** Name of the project file. */
    public static final String PROJECT = "demo.gpkg";
    /** What a project of a former run is renamed to. */
    public static final String FORMER = PROJECT + ".bak";
    /** Name of the elevation file beside it. */
    public static final String ELEVATION = DemonstrationMap.ELEVATION;

    /** How much of it is made; coast, hills, rivers, roads and towns are the same. */
    public enum Size {
        /** For tests and the first run: elevation at 50 m, some thousand buildings, large stands and fields. */
        SMALL(50),
        /** As a district is surveyed: elevation at 10 m, some hundred thousand buildings. */
        DISTRICT(10);

        private final double cellMetres;

        Size(double cellMetres) {
            this.cellMetres = cellMetres;
        }

        /** Cell size of the elevation in metres. */
        public double cellMetres() {
            return cellMetres;
        }
    }

    private final Size size;
    private Scene scene;

    public DemonstrationDistrict(Size size) {
        this.size = size;
    }

    /** All layers and tables, each named by its schema after its kind in the catalogue; from the bottom of a map up. */
    public List<SimpleFeatureCollection> layers(Progress progress) {
        Scene all = scene(progress.part(0, 0.7));
        progress.report(0.7, Message.of("app.demo-layers"));
        CompletableFuture<List<SimpleFeatureCollection>> floods =
                CompletableFuture.supplyAsync(() -> new FloodLayers(all).all());
        List<Supplier<List<SimpleFeatureCollection>>> parts = List.of(
                () -> new BaseLayers(all).all(),
                () -> coverAndFires(all),
                floods::join,
                () -> new WaterLayers(all).all(),
                () -> new SettlementLayers(all).all(),
                () -> new RoadLayers(all).all(),
                () -> new IndustryLayers(all).all(),
                () -> new CoastLayers(all).all(),
                () -> new SlopeLayers(all).all(),
                () -> new PublicLayers(all).all(),
                () -> new CareLayers(all).all(),
                // shelters keep out of the floods
                () -> new ResponseLayers(all, floods.join().get(0)).all(),
                () -> new WeatherLayers(all).all());
        // no other part sees what another makes, so they may run side by side
        List<SimpleFeatureCollection> layers = parts.parallelStream()
                .flatMap(part -> {
                    progress.check();
                    return part.get().stream();
                })
                .toList();
        progress.report(1);
        return layers;
    }

    private static List<SimpleFeatureCollection> coverAndFires(Scene scene) {
        List<SimpleFeatureCollection> layers = new ArrayList<>(new LandCover(scene).all());
        layers.addAll(new FireLayers(scene, layers.get(1)).all());
        return layers;
    }

    /** Height of the ground in metres, the water of reservoirs and the crests of dams in it; NaN at sea. */
    public Grid elevation(Progress progress) {
        return scene(progress.part(0, 0.5)).ground.elevation(size.cellMetres, progress.part(0.5, 1));
    }

    /** The map of the project. */
    public MapDocument map() {
        return DemonstrationMap.of(DistrictPlan.read());
    }

    /**
     * Writes the project and its elevation into a folder. A project of a former run is kept beside it as {@value
     * #FORMER}: somebody may have worked in it.
     *
     * @return the project file
     * @throws RiskMapException when the folder cannot be written, or a project there is open in another program
     */
    public Path write(Path folder, Progress progress) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.demo-folder", folder), e);
        }
        Path project = folder.resolve(PROJECT);
        try (ProjectLock alone = ProjectLock.take(project, Duration.ZERO, progress)) {
            writeAlone(folder, project, progress);
        }
        progress.report(1);
        return project;
    }

    /** Writes them while no other program may change the project. */
    private void writeAlone(Path folder, Path project, Progress progress) {
        Path unfinished = folder.resolve(PROJECT + ".part");
        settle(project);
        try {
            Files.deleteIfExists(unfinished);
            List<SimpleFeatureCollection> layers = layers(progress.part(0, 0.45));
            progress.report(0.45, Message.of("app.demo-elevation-step"));
            Grid elevation = elevation(progress.part(0.45, 0.6));
            new GeoTiffFormat().write(folder.resolve(ELEVATION), elevation, progress.part(0.6, 0.7));
            store(unfinished, layers, progress.part(0.7, 1));
            SafeFile.force(unfinished);
            settle(project);
            if (Files.exists(project)) {
                SafeFile.replace(project, folder.resolve(FORMER));
            }
            SafeFile.replace(unfinished, project);
            SafeFile.forceFolder(folder);
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.demo-folder", folder), e);
        } finally {
            discard(unfinished);
        }
    }

    /**
     * Brings a project that is there back to one file, its log written into it; says so when it is in use. To take a file
     * away from under a program that has it open would leave that program's log beside the file that takes its place.
     */
    private static void settle(Path project) {
        if (Files.exists(project)) {
            GeoPackage.open(project, false).close();
        }
        if (Files.exists(project.resolveSibling(PROJECT + "-wal"))) {
            throw RiskMapException.of("app.demo-in-use", project);
        }
    }

    private void store(Path file, List<SimpleFeatureCollection> layers, Progress progress) {
        long total = layers.stream().mapToLong(SimpleFeatureCollection::size).sum();
        long done = 0;
        try (GeoPackage store = GeoPackage.createDraft(file)) {
            store.putDocument("map", MapDocuments.write(map()));
            for (SimpleFeatureCollection layer : layers) {
                String title = Catalogue.standard()
                        .kind(layer.getSchema().getTypeName())
                        .title()
                        .text();
                progress.report((double) done / total, Message.of("app.demo-writing", title));
                store.createLayer(layer.getSchema(), title);
                long end = done + layer.size();
                store.append(
                        layer.getSchema().getTypeName(),
                        layer,
                        progress.part((double) done / total, (double) end / total)
                                .wordless());
                done = end;
            }
        }
    }

    private static void discard(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            System.getLogger(DemonstrationDistrict.class.getName())
                    .log(System.Logger.Level.WARNING, "left behind: " + unfinished, e);
        }
    }

    private synchronized Scene scene(Progress progress) {
        if (scene == null) {
            scene = new Scene(size == Size.SMALL, progress);
        }
        return scene;
    }
}
