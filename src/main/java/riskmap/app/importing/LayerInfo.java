package riskmap.app.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.Answer;
import riskmap.app.LayerAddress;
import riskmap.app.TextTable;
import riskmap.app.project.ProjectMap;
import riskmap.app.project.Rasters;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.gpkg.GeoPackage;
import riskmap.data.gpkg.GeoPackageLayer;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.io.FeatureStream;
import riskmap.io.Format;
import riskmap.io.Formats;
import riskmap.io.GridFormat;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.VectorFormat;
import riskmap.map.MapDocuments;
import riskmap.map.MapLayer;

/** What a file holds: layers, geometry type, CRS, count, extent, fields. */
public final class LayerInfo {
    private final List<Object> facts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /** Rows shown of a foreign file, so that a wrong encoding is seen before anything is imported. */
    private static final int PREVIEW = 3;

    private final ImportRequest said;
    private final Workspace project;
    private final int rows;

    private LayerInfo(ImportRequest said, Workspace project, int rows) {
        this.said = said;
        this.project = project;
        this.rows = rows;
    }

    /**
     * Describes a file or one layer of it.
     *
     * @param address {@code FILE} or {@code FILE#LAYER}
     * @param encoding encoding of its text, or null to find it out
     */
    public static Answer describe(String address, String encoding, Progress progress) {
        ImportRequest said = ImportRequest.of(Path.of("-")).withEncoding(encoding);
        return describe(address, said, PREVIEW, progress);
    }

    /**
     * Describes a file or one layer of it as an import would read it.
     *
     * @param said what the user says about it; its project, where it is there, is what the file is compared with
     * @param rows how many of a foreign file are shown
     */
    public static Answer describe(String address, ImportRequest said, int rows, Progress progress) {
        if (!Files.exists(said.project())) {
            return new LayerInfo(said, null, rows).describe(LayerAddress.ofExisting(address), progress);
        }
        try (Workspace project = Workspace.open(said.project(), true, progress)) {
            return new LayerInfo(said, project, rows).describe(LayerAddress.ofExisting(address), progress);
        }
    }

    private Answer describe(LayerAddress at, Progress progress) {
        Format format = Formats.reading(at.file());
        text.append(at.file()).append("  ").append(format.title().text()).append('\n');
        if (format.id().equals("geopackage")) {
            geoPackage(at);
        } else if (format instanceof GridFormat grids) {
            ImportLog log = new ImportLog();
            grid(at, grids.read(at.file(), ReadOptions.standard(), log, progress), log);
        } else if (format instanceof VectorFormat vectors) {
            vectors(at, vectors, progress);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("file", at.file().toString());
        all.put("format", format.id());
        all.put("layers", facts);
        return new Answer(text.toString(), all);
    }

    private void geoPackage(LayerAddress at) {
        try (GeoPackage store = GeoPackage.open(at.file(), true)) {
            List<String> known =
                    store.layers().stream().map(GeoPackageLayer::name).toList();
            if (!at.layer().isEmpty() && !known.contains(at.layer())) {
                throw RiskMapException.of("app.layer-missing", at.layer(), at.file(), NameList.near(at.layer(), known));
            }
            for (GeoPackageLayer layer : store.layers()) {
                boolean rows = layer.kind() == GeoPackageLayer.Kind.FEATURES
                        || layer.kind() == GeoPackageLayer.Kind.ATTRIBUTES;
                if (rows && (at.layer().isEmpty() || at.layer().equals(layer.name()))) {
                    SimpleFeatureSource source = store.dataStore().getFeatureSource(layer.name());
                    SimpleFeatureType type = source.getSchema();
                    long count = source.getCount(Query.ALL);
                    layer(
                            layer.name(),
                            type,
                            layer.geometryType(),
                            count,
                            source.getBounds(),
                            !at.layer().isEmpty());
                    if (layer.readOnlyReason() != null) {
                        text.append("! ").append(layer.readOnlyReason().text()).append('\n');
                    }
                }
            }
            if (at.layer().isEmpty()) {
                rasters(at.file(), store);
            }
            // in the end: looking at the layers may find more
            store.notices()
                    .forEach(notice -> text.append("! ").append(notice.text()).append('\n'));
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.layer-unreadable", at, e.getMessage()), e);
        }
    }

    /** The rasters on the map of a project, which are files beside it. */
    private void rasters(Path file, GeoPackage store) {
        String map = store.document(ProjectMap.KEY).orElse(null);
        if (map == null) {
            return;
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        for (MapLayer layer :
                MapDocuments.read(map, file.toString(), note -> {}).layers()) {
            if (!layer.source().startsWith("#")) {
                text.append(layer.source()).append("  ");
                try {
                    Path raster = Rasters.beside(folder, layer.source());
                    facts.add(lattice(
                            layer.source(),
                            Rasters.lattice(raster, ReadOptions.standard(), note -> {}, Progress.silent())));
                } catch (RiskMapException unreadable) {
                    text.append("! ").append(unreadable.userMessage().text()).append('\n');
                }
            }
        }
    }

    private void vectors(LayerAddress at, VectorFormat format, Progress progress) {
        ReadOptions options = ImportSource.options(said);
        List<String> names = format.layers(at.file(), options);
        List<String> further = format.further(at.file());
        if (!at.layer().isEmpty() && !names.contains(at.layer()) && !further.contains(at.layer())) {
            List<String> all = Stream.concat(names.stream(), further.stream()).toList();
            throw RiskMapException.of("app.layer-missing", at.layer(), at.file(), NameList.near(at.layer(), all));
        }
        for (String name : at.layer().isEmpty() ? names : List.of(at.layer())) {
            ImportLog log = new ImportLog();
            try (FeatureStream stream = format.read(at.file(), name, options, log)) {
                Envelope extent = new Envelope();
                long count = 0;
                String geometryType = null;
                for (SimpleFeature feature = stream.next(); feature != null; feature = stream.next()) {
                    if ((count++ & 1023) == 0) {
                        progress.check();
                        progress.report(stream.fraction());
                    }
                    if (feature.getDefaultGeometry() instanceof Geometry geometry) {
                        extent.expandToInclude(geometry.getEnvelopeInternal());
                    }
                }
                layer(name, stream.type(), geometryType, count, extent, true);
                ImportPreview preview = ImportPreviews.of(new LayerAddress(at.file(), name), said, project, progress);
                text.append(PreviewText.text(preview, rows));
                last(facts).putAll(PreviewText.facts(preview));
                log.reasons().forEach(reason -> text.append("  ! ")
                        .append(reason.message().text())
                        .append('\n'));
            } catch (IOException e) {
                throw new RiskMapException(Message.of("app.layer-unreadable", at, e.getMessage()), e);
            }
        }
        if (at.layer().isEmpty()) {
            further(further);
        }
    }

    /** Layers that are told of only when they are named. */
    private void further(List<String> names) {
        if (!names.isEmpty()) {
            text.append("! ")
                    .append(Message.of("app.info-further", NameList.of(names)).text())
                    .append('\n');
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> last(List<Object> facts) {
        return (Map<String, Object>) facts.get(facts.size() - 1);
    }

    private void layer(
            String name, SimpleFeatureType type, String geometryType, long count, Envelope extent, boolean fields) {
        GeometryDescriptor geometry = type.getGeometryDescriptor();
        String shape = geometry == null
                ? Message.of("app.info-no-geometry").text()
                : geometryType != null
                        ? geometryType
                        : geometry.getType().getBinding().getSimpleName().toUpperCase(Locale.ROOT);
        CoordinateReferenceSystem crs = geometry == null ? null : geometry.getCoordinateReferenceSystem();
        String crsText = geometry == null
                ? ""
                : crs == null ? Message.of("app.info-no-crs").text() : Crs.title(crs);
        text.append(name)
                .append("  ")
                .append(shape)
                .append("  ")
                .append(crsText)
                .append("  ");
        text.append(Message.of("app.info-count", Long.toString(count)).text());
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("name", name);
        fact.put("geometry", geometry == null ? null : shape);
        fact.put("crs", Crs.code(crs));
        fact.put("count", count);
        boolean known = extent != null && !extent.isNull();
        fact.put(
                "extent",
                known ? List.of(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()) : null);
        text.append(known ? "  " + shown(extent) : "").append('\n');
        List<Object> columns = new ArrayList<>();
        for (AttributeDescriptor attribute : type.getAttributeDescriptors()) {
            if (!(attribute instanceof GeometryDescriptor)) {
                String kind = attribute.getType().getBinding().getSimpleName();
                columns.add(Map.of("name", attribute.getLocalName(), "type", kind));
                if (fields) {
                    text.append("  ")
                            .append(attribute.getLocalName())
                            .append("  ")
                            .append(kind)
                            .append('\n');
                }
            }
        }
        fact.put("fields", columns);
        facts.add(fact);
    }

    private void grid(LayerAddress at, Grid grid, ImportLog log) {
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        long valid = 0;
        for (float value : grid.cells()) {
            if (!Float.isNaN(value)) {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
                valid++;
            }
        }
        Map<String, Object> fact = lattice(at.file().getFileName().toString(), grid.geometry());
        text.append(Message.of(
                                "app.info-values",
                                valid == 0 ? "–" : Float.toString(least),
                                valid == 0 ? "–" : Float.toString(greatest),
                                Long.toString(grid.cells().length - valid))
                        .text())
                .append('\n');
        log.reasons()
                .forEach(reason ->
                        text.append("! ").append(reason.message().text()).append('\n'));
        fact.put("minimum", valid == 0 ? null : least);
        fact.put("maximum", valid == 0 ? null : greatest);
        fact.put("no_data", grid.cells().length - valid);
        facts.add(fact);
    }

    /** Says where the cells of a raster lie; the same as facts. */
    private Map<String, Object> lattice(String name, GridGeometry cells) {
        CoordinateReferenceSystem crs = cells.crs();
        Envelope extent = cells.envelope();
        text.append(Message.of(
                                "app.info-grid",
                                Integer.toString(cells.width()),
                                Integer.toString(cells.height()),
                                TextTable.plain(cells.cellWidth()),
                                TextTable.plain(cells.cellHeight()),
                                crs == null ? Message.of("app.info-no-crs").text() : Crs.title(crs))
                        .text())
                .append("  ")
                .append(shown(extent))
                .append('\n');
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("name", name);
        fact.put("width", cells.width());
        fact.put("height", cells.height());
        fact.put("cell", List.of(cells.cellWidth(), cells.cellHeight()));
        fact.put("crs", Crs.code(crs));
        fact.put("extent", List.of(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()));
        return fact;
    }

    private static String shown(Envelope extent) {
        int decimals = Math.abs(extent.getMaxX()) <= 360 && Math.abs(extent.getMaxY()) <= 90 ? 6 : 2;
        String number = "%." + decimals + "f";
        return String.format(
                Locale.ROOT,
                "(" + number + ", " + number + ") – (" + number + ", " + number + ")",
                extent.getMinX(),
                extent.getMinY(),
                extent.getMaxX(),
                extent.getMaxY());
    }
}
