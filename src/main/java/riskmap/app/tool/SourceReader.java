package riskmap.app.tool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.DataUtilities;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.data.simple.SimpleFeatureCollection;
import riskmap.analysis.Inputs;
import riskmap.analysis.KeptPoints;
import riskmap.app.LayerAddress;
import riskmap.app.project.Rasters;
import riskmap.app.project.Workspace;
import riskmap.base.Beside;
import riskmap.base.FileState;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.data.gpkg.GeoPackage;
import riskmap.geo.raster.Grid;
import riskmap.io.FeatureStream;
import riskmap.io.Format;
import riskmap.io.Formats;
import riskmap.io.GridFormat;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.VectorFormat;

/**
 * Opens layers given as {@code FILE#LAYER}, or as {@code #LAYER} of a project, for a tool; closes what it opened. What is
 * said about the CRS with them ({@link InputAddress}) goes before what the files state.
 */
final class SourceReader implements AutoCloseable {
    private final Workspace project;
    private final List<GeoPackage> opened = new ArrayList<>();
    private final List<Message> notes = Collections.synchronizedList(new ArrayList<>());
    private final List<Beside<Grid>> readings = new ArrayList<>();
    private final SharedReadings shared;
    private final List<Shareable> shareable = new ArrayList<>();
    private final Map<String, KeptPoints> points = new LinkedHashMap<>();

    /**
     * Something that a later run reads too.
     *
     * @param files the files it came from as they were before it was read
     * @param content what was read, once it was
     */
    private record Shareable(InputAddress address, List<FileState> files, Supplier<?> content) {}

    /** Reads files; addresses without a file are of the project, relative ones are seen from its folder. */
    SourceReader(Workspace project) {
        this(project, new SharedReadings());
    }

    /** Reads files for one of several runs. */
    SourceReader(Workspace project, SharedReadings shared) {
        this.project = project;
        this.shared = shared;
    }

    /** What was noticed while reading, so far; of what was noticed often, once. */
    List<Message> notes() {
        List<Message> all = new ArrayList<>(notes);
        Set<String> told = new HashSet<>();
        for (GeoPackage store : opened) {
            store.notices().stream()
                    .filter(notice -> told.add(store.path() + notice.key()))
                    .forEach(all::add);
        }
        return all;
    }

    Inputs read(Map<String, String> addresses, Progress progress) {
        return read(addresses, Set.of(), progress);
    }

    /** Reads inputs; of the rasters with these names only where their cells lie. */
    Inputs read(Map<String, String> addresses, Set<String> lattices, Progress progress) {
        Map<String, LayerData> layers = new LinkedHashMap<>();
        boolean beside = addresses.values().stream().anyMatch(this::isReadLater);
        addresses.forEach(
                (name, address) -> layers.put(name, open(name, address, lattices.contains(name), beside, progress)));
        return new Inputs(layers, points);
    }

    /** Waits until everything is read that was begun, and says what could not be. */
    void finish() {
        readings.forEach(Beside::result);
    }

    /** Leaves to later runs what they read too, where there was nothing to tell about it: they would not tell it. */
    void share() {
        if (!shareable.isEmpty() && notes().isEmpty()) {
            shareable.forEach(each ->
                    shared.keep(each.address(), each.files(), each.content().get()));
        }
    }

    /** Whether this is in a GeoPackage, as far as its name says: its rows are read when the tool asks for them. */
    private boolean isReadLater(String address) {
        return project != null && address.startsWith("#")
                || address.toLowerCase(Locale.ROOT).contains(".gpkg");
    }

    /** @param beside whether a raster is read beside what the tool does first */
    private LayerData open(String name, String address, boolean lattice, boolean beside, Progress progress) {
        InputAddress given = InputAddress.parse(address);
        boolean own = project != null && given.layer().startsWith("#");
        if (own && given.crs() == null) {
            return project.data(given.layer(), progress);
        }
        LayerAddress at = LayerAddress.ofExisting(own ? project.file() + given.layer() : path(given.layer()));
        ReadOptions options = given.options();
        Format format = Formats.reading(at.file());
        if (format instanceof GridFormat) {
            StatedCrs.differs(at, given, format).ifPresent(notes::add);
            if (lattice) {
                return new LayerData.Lattice(Rasters.lattice(at.file(), options, notes::add, progress));
            }
            Optional<Grid> known = shared.grid(given);
            return known.isPresent() ? new LayerData.Raster(known.get()) : raster(given, at, beside, progress);
        }
        VectorFormat vectors = (VectorFormat) format;
        try {
            if (format.id().equals("geopackage") && given.crs() == null) {
                GeoPackage store = store(at.file());
                sharePoints(name, given);
                return new LayerData.Features(store.dataStore().getFeatureSource(layer(at, store.rowLayers())));
            }
            String layer = layer(at, vectors.layers(at.file(), options));
            StatedCrs.differs(new LayerAddress(at.file(), layer), given, format).ifPresent(notes::add);
            return new LayerData.Features(DataUtilities.source(read(at, layer, vectors, options, progress)));
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.layer-unreadable", at, e.getMessage()), e);
        }
    }

    private LayerData raster(InputAddress given, LayerAddress at, boolean beside, Progress progress) {
        List<FileState> before = shared.isReadAgain(given) ? SharedReadings.files(given) : List.of();
        Supplier<Grid> read;
        if (beside) {
            Beside<Grid> reading =
                    Beside.begin("riskmap-raster", progress, quiet -> grid(at.file(), given.options(), quiet));
            readings.add(reading);
            read = reading::result;
        } else {
            Grid grid = grid(at.file(), given.options(), progress);
            read = () -> grid;
        }
        if (!before.isEmpty()) {
            shareable.add(new Shareable(given, before, read));
        }
        return beside ? new LayerData.RasterToCome(read) : new LayerData.Raster(read.get());
    }

    /** Points that are there, or a place for those that come to be read and are needed again. */
    private void sharePoints(String name, InputAddress given) {
        Optional<KeptPoints> known = shared.points(given);
        if (known.isPresent()) {
            points.put(name, known.get());
        } else if (shared.isReadAgain(given)) {
            KeptPoints kept = new KeptPoints();
            points.put(name, kept);
            shareable.add(new Shareable(given, SharedReadings.files(given), () -> kept));
        }
    }

    /** A path as the project's folder or the program sees it. */
    private String path(String address) {
        return project == null || Path.of(address).isAbsolute()
                ? address
                : project.folder().resolve(address).toString();
    }

    private Grid grid(Path file, ReadOptions options, Progress progress) {
        Grid grid = Rasters.read(file, options, notes::add, progress);
        if (grid.geometry().crs() == null) {
            notes.add(Message.of("app.input-without-crs", file.getFileName()));
        }
        return grid;
    }

    /** The file, opened once however many of its layers are read. */
    private GeoPackage store(Path file) {
        Path wanted = file.toAbsolutePath().normalize();
        for (GeoPackage store : opened) {
            if (store.path().equals(wanted)) {
                return store;
            }
        }
        GeoPackage store = GeoPackage.open(file, true);
        opened.add(store);
        return store;
    }

    private static String layer(LayerAddress at, List<String> names) {
        if (!at.layer().isEmpty() && names.contains(at.layer())) {
            return at.layer();
        }
        if (at.layer().isEmpty() && names.size() == 1) {
            return names.get(0);
        }
        if (at.layer().isEmpty() && names.size() > 1) {
            throw RiskMapException.of("app.layer-which", at.file(), NameList.of(names));
        }
        throw RiskMapException.of("app.layer-missing", at.layer(), at.file(), NameList.near(at.layer(), names));
    }

    private SimpleFeatureCollection read(
            LayerAddress at, String layer, VectorFormat format, ReadOptions options, Progress progress)
            throws IOException {
        ImportLog log = new ImportLog();
        List<SimpleFeature> features = new ArrayList<>();
        try (FeatureStream stream = format.read(at.file(), layer, options, log)) {
            for (SimpleFeature feature = stream.next(); feature != null; feature = stream.next()) {
                if ((features.size() & 1023) == 0) {
                    progress.check();
                    progress.report(stream.fraction());
                }
                features.add(feature);
            }
            log.reasons().forEach(reason -> notes.add(Message.of("app.input-note", at, reason.message())));
            if (stream.type().getGeometryDescriptor() != null && stream.type().getCoordinateReferenceSystem() == null) {
                notes.add(Message.of("app.input-without-crs", at));
            }
            return new ListFeatureCollection(stream.type(), features);
        }
    }

    @Override
    public void close() {
        readings.forEach(Beside::close);
        opened.forEach(GeoPackage::close);
    }
}
