package riskmap.app.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.LayerAddress;
import riskmap.app.TextTable;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.data.ColumnMatch;
import riskmap.data.LayerKind;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;
import riskmap.geo.crs.Gcj02;
import riskmap.geo.raster.Grid;
import riskmap.io.CellText;
import riskmap.io.FeatureStream;
import riskmap.io.Format;
import riskmap.io.Formats;
import riskmap.io.GridFormat;
import riskmap.io.ImportLog;
import riskmap.io.VectorFormat;

/** Looks at a source before it is imported: reads its first features, and guesses what the source does not say. */
public final class ImportPreviews {
    /** Rows that are shown. */
    public static final int ROWS = 50;
    /** Features that are looked at; the rest of a large source is estimated. */
    static final int FEATURES = 20_000;

    private static final int SHAPES = 4_000;
    private static final int SAMPLES = 3;
    private static final int LONGEST = 200;

    private final LayerAddress address;
    private final ImportRequest request;
    private final Workspace workspace;
    private final Progress progress;
    private final ImportLog log = new ImportLog();
    private final List<ImportPreview.Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Set<String>> samples = new ArrayList<>();
    private final List<Geometry> shapes = new ArrayList<>();
    private final List<Gcj02Guess.Named> named = new ArrayList<>();
    private final Set<String> geometryTypes = new LinkedHashSet<>();
    private final Envelope extent = new Envelope();
    /** The CRS that the source or the user states, null without. */
    private CoordinateReferenceSystem stated;

    private long count;
    private boolean whole = true;

    private ImportPreviews(LayerAddress address, ImportRequest request, Workspace workspace, Progress progress) {
        this.address = address;
        this.request = request;
        this.workspace = workspace;
        this.progress = progress;
    }

    /**
     * Looks at one layer or raster.
     *
     * @param address where it lies
     * @param request what the user says about it; its sources are not used
     * @param workspace the project it is to go into; null for none
     * @throws RiskMapException when it cannot be read
     */
    public static ImportPreview of(
            LayerAddress address, ImportRequest request, Workspace workspace, Progress progress) {
        Format format = Formats.reading(address.file());
        ImportPreviews look = new ImportPreviews(address, request, workspace, progress);
        if (format instanceof GridFormat grids) {
            return look.raster(grids);
        }
        try (FeatureStream stream = new ImportSource(address, format, ImportSource.options(request)).open(look.log)) {
            return look.features((VectorFormat) format, stream);
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.layer-unreadable", address, String.valueOf(e.getMessage())), e);
        }
    }

    private ImportPreview raster(GridFormat format) {
        ImportSource source = new ImportSource(address, format, ImportSource.options(request));
        Grid grid = format.read(address.file(), source.options(), log, progress);
        stated = grid.geometry().crs();
        extent.expandToInclude(grid.geometry().envelope());
        Guess crs = crs();
        shapes.add(new org.locationtech.jts.geom.GeometryFactory().toGeometry(extent));
        List<Message> notes = notes();
        notes.add(
                0,
                Message.of(
                        "app.preview-raster",
                        Integer.toString(grid.width()),
                        Integer.toString(grid.height()),
                        TextTable.plain(grid.geometry().cellWidth())));
        List<Geometry> moved = moved(crs, false);
        return new ImportPreview(
                source.fileName(),
                format.title(),
                true,
                "",
                List.of(),
                List.of(),
                moved,
                box(moved),
                0,
                true,
                new Guess("", null),
                crs,
                stated != null,
                new Guess("", null),
                new Guess("", null),
                null,
                null,
                null,
                Elsewhere.of(moved, workspace),
                notes);
    }

    private ImportPreview features(VectorFormat format, FeatureStream stream) throws IOException {
        ImportSource source = new ImportSource(address, format, ImportSource.options(request));
        read(stream);
        GeometryDescriptor geometry = stream.type().getGeometryDescriptor();
        Class<?> binding = geometry == null ? null : binding(geometry);
        stated = geometry == null ? null : geometry.getCoordinateReferenceSystem();
        Guess crs = geometry == null ? new Guess("", null) : crs();
        boolean degrees = geometry != null && (stated != null || crs.isFound()) && Crs.isGeographic(system(crs));
        List<String> names = columns.stream().map(ImportPreview.Column::name).toList();
        Optional<ImportMemory> memory =
                workspace == null ? Optional.empty() : ImportMemory.of(workspace, ImportMemory.form(stream.type()));
        Guess kind = memory.filter(
                        known -> Catalogue.standard().find(known.kind()).isPresent())
                .map(known -> new Guess(known.kind(), Message.of("app.guess-kind-remembered")))
                .orElseGet(() -> KindGuess.of(source.name(), names, binding));
        Guess gcj02 = degrees ? gcj02(source, kind) : new Guess("", null);
        Map<String, String> known = request.columns().isEmpty()
                ? memory.filter(last -> last.kind().equals(request.kind()))
                        .map(last -> last.columnsIn(names))
                        .orElse(Map.of())
                : request.columns();
        List<Geometry> moved = moved(crs, ImportSource.options(request).gcj02());
        return new ImportPreview(
                source.title(),
                format.title(),
                false,
                geometry == null ? "" : binding.getSimpleName(),
                columns,
                rows,
                moved,
                box(moved),
                whole ? count : Math.round(count / Math.max(1e-6, stream.fraction())),
                whole,
                new Guess(log.facts().encoding(), log.facts().encodingReason()),
                crs,
                stated != null,
                gcj02,
                kind,
                log.table(),
                match(names, known),
                memory.orElse(null),
                Elsewhere.of(moved, workspace),
                notes());
    }

    private ColumnMatch match(List<String> names, Map<String, String> known) {
        Optional<LayerKind> kind = chosenKind();
        if (kind.isEmpty()) {
            return null;
        }
        Map<String, String> usable = new java.util.LinkedHashMap<>(known);
        usable.keySet().removeIf(field -> kind.get().field(field).isEmpty());
        return kind.get().match(names, usable);
    }

    private Optional<LayerKind> chosenKind() {
        if (request.kind() != null) {
            return Catalogue.standard().find(request.kind());
        }
        String layer = request.layer();
        if (layer == null || workspace == null || !workspace.layers().contains(layer)) {
            return Optional.empty();
        }
        return Optional.of(workspace
                .kind(layer)
                .orElseGet(() -> LayerKind.of(workspace.features(layer).getSchema())));
    }

    private void read(FeatureStream stream) throws IOException {
        for (AttributeDescriptor column : stream.type().getAttributeDescriptors()) {
            if (!(column instanceof GeometryDescriptor)) {
                samples.add(new LinkedHashSet<>());
            }
        }
        for (SimpleFeature feature = stream.next(); feature != null; feature = stream.next()) {
            if ((count++ & 255) == 0) {
                progress.check();
                progress.report(stream.fraction());
            }
            take(feature);
            if (count == FEATURES) {
                whole = stream.next() == null;
                break;
            }
        }
        int at = 0;
        for (AttributeDescriptor column : stream.type().getAttributeDescriptors()) {
            if (!(column instanceof GeometryDescriptor)) {
                String type = column.getType().getBinding().getSimpleName();
                columns.add(new ImportPreview.Column(column.getLocalName(), type, List.copyOf(samples.get(at++))));
            }
        }
    }

    private void take(SimpleFeature feature) {
        List<String> texts = new ArrayList<>();
        List<AttributeDescriptor> all = feature.getFeatureType().getAttributeDescriptors();
        for (int i = 0; i < all.size(); i++) {
            if (!(all.get(i) instanceof GeometryDescriptor)) {
                texts.add(CellText.shown(feature.getAttribute(i)));
            }
        }
        if (rows.size() < ROWS) {
            rows.add(texts.stream().map(ImportPreviews::cut).toList());
        }
        for (int i = 0; i < texts.size(); i++) {
            if (samples.get(i).size() < SAMPLES && !texts.get(i).isBlank()) {
                samples.get(i).add(cut(texts.get(i)));
            }
        }
        if (feature.getDefaultGeometry() instanceof Geometry geometry && !geometry.isEmpty()) {
            extent.expandToInclude(geometry.getEnvelopeInternal());
            geometryTypes.add(geometry.getGeometryType());
            if (shapes.size() < SHAPES) {
                shapes.add(geometry);
                named.add(new Gcj02Guess.Named(geometry, texts));
            }
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** The type of the column, or where that says nothing, of what is in it. */
    private Class<?> binding(GeometryDescriptor geometry) {
        Class<?> binding = geometry.getType().getBinding();
        if (binding == Geometry.class && !geometryTypes.isEmpty()) {
            boolean points = geometryTypes.stream().allMatch(name -> name.endsWith("Point"));
            boolean lines = geometryTypes.stream().allMatch(name -> name.endsWith("LineString"));
            boolean polygons = geometryTypes.stream().allMatch(name -> name.endsWith("Polygon"));
            return points
                    ? org.locationtech.jts.geom.Point.class
                    : lines
                            ? org.locationtech.jts.geom.MultiLineString.class
                            : polygons ? org.locationtech.jts.geom.MultiPolygon.class : binding;
        }
        return binding;
    }

    private Guess crs() {
        if (ImportSource.options(request).gcj02()) {
            stated = Crs.of(4326);
            return new Guess("EPSG:4326", Message.of("app.guess-gcj02-chosen"));
        }
        if (stated == null) {
            return CrsGuess.of(extent, workspace);
        }
        Message reason = log.facts().crsReason();
        Message why = reason == null ? Message.of("app.guess-crs-stated") : reason;
        String code = Crs.code(stated);
        return code == null
                ? new Guess("", Message.of("app.guess-crs-own", Crs.title(stated), why))
                : new Guess(code, why);
    }

    private CoordinateReferenceSystem system(Guess crs) {
        return stated != null ? stated : Crs.of(crs.value());
    }

    private Guess gcj02(ImportSource source, Guess kind) {
        if (ImportSource.options(request).gcj02()) {
            return new Guess(Gcj02Guess.YES, Message.of("app.guess-gcj02-chosen"));
        }
        List<String> words = new ArrayList<>(List.of(source.fileName(), source.name()));
        columns.forEach(column -> words.add(column.name()));
        return new Gcj02Guess(workspace, progress)
                .of(words, extent, named, request.kind() == null ? kind.value() : request.kind());
    }

    /** The shapes on the map of the project, or in degrees where there is none. */
    private List<Geometry> moved(Guess crs, boolean shifted) {
        if (stated == null && !crs.isFound()) {
            return List.of();
        }
        CoordinateReferenceSystem to =
                workspace == null ? Crs.of(4490) : Crs.of(workspace.map().crs());
        List<Geometry> result = new ArrayList<>();
        try {
            CrsTransform way = Crs.transform(system(crs), to);
            for (Geometry shape : shapes) {
                progress.check();
                Geometry moved = way.apply(shifted ? Gcj02.toWgs84().apply(shape) : shape);
                Envelope box = moved.getEnvelopeInternal();
                if (Double.isFinite(box.getMinX() + box.getMaxX() + box.getMinY() + box.getMaxY())) {
                    result.add(moved);
                }
            }
        } catch (RiskMapException noWay) {
            log.notice(noWay.userMessage());
        }
        return result;
    }

    private static Envelope box(List<Geometry> shapes) {
        Envelope box = new Envelope();
        shapes.forEach(shape -> box.expandToInclude(shape.getEnvelopeInternal()));
        return box;
    }

    /** What the readers say, but for what is shown elsewhere. */
    private List<Message> notes() {
        Set<String> elsewhere = Set.of("io.encoding-detected", "io.crs-assumed");
        List<Message> notes = new ArrayList<>();
        for (ImportLog.Reason reason : log.reasons()) {
            if (!elsewhere.contains(reason.example().key())) {
                notes.add(reason.message());
            }
        }
        return notes;
    }
}
