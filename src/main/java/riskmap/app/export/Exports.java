package riskmap.app.export;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.identity.FeatureId;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.factory.CommonFactoryFinder;
import riskmap.app.Answer;
import riskmap.app.LayerAddress;
import riskmap.app.ecql.EcqlCheck;
import riskmap.app.importing.ImportReport;
import riskmap.app.importing.RasterImport;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.data.LayerKind;
import riskmap.data.gpkg.GeoPackage;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.io.Encodings;
import riskmap.io.Format;
import riskmap.io.Formats;
import riskmap.io.GridFormat;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.VectorFormat;
import riskmap.io.WriteOptions;

/** Exports a layer of a project, or a raster, to a file of another format. */
public final class Exports {
    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private Exports() {}

    /**
     * Exports a layer of a file, or a raster.
     *
     * @param address {@code PROJECT#LAYER}, or a raster file
     * @param request what to write; its layer is that of the address
     */
    public static Answer run(String address, ExportRequest request, Progress progress) {
        LayerAddress from = LayerAddress.ofExisting(address);
        Format source = Formats.reading(from.file());
        if (source instanceof GridFormat grids) {
            CoordinateReferenceSystem wanted = request.crs() == null ? null : Crs.of(request.crs());
            raster(from, grids, request.target(), Formats.writing(request.target()), wanted, progress);
            return new ImportReport().answer(request.target());
        }
        if (!source.id().equals("geopackage")) {
            throw RiskMapException.of("app.export-not", from, request.target());
        }
        try (GeoPackage store = GeoPackage.open(from.file(), true)) {
            SimpleFeatureSource features = source(store, from);
            String layer = features.getName().getLocalPart();
            String kind = store.document("kind:" + layer).orElse(layer);
            return write(features, from, Catalogue.standard().find(kind).orElse(null), request, progress);
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.layer-unreadable", from, String.valueOf(e.getMessage())), e);
        }
    }

    /** Exports a layer of a project that is open. */
    public static Answer run(ExportRequest request, Workspace workspace, Progress progress) {
        LayerAddress from = new LayerAddress(workspace.file(), request.layer());
        LayerKind kind = workspace.kind(request.layer()).orElse(null);
        try {
            return write(workspace.features(request.layer()), from, kind, request, progress);
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.layer-unreadable", from, String.valueOf(e.getMessage())), e);
        }
    }

    private static Answer write(
            SimpleFeatureSource features, LayerAddress from, LayerKind kind, ExportRequest request, Progress progress)
            throws IOException {
        Path target = request.target();
        if (!(Formats.writing(target) instanceof VectorFormat vectors)) {
            throw RiskMapException.of("app.export-not", from, target);
        }
        if (Files.exists(target) && Files.isSameFile(target, from.file())) {
            throw RiskMapException.of("app.export-onto-itself", target);
        }
        WriteOptions options = WriteOptions.standard()
                .withCrs(request.crs() == null ? null : Crs.of(request.crs()))
                .withEncoding(encoding(request.encoding()))
                .withKind(kind);
        ImportLog log = vectors.write(target, features.getFeatures(query(features, request)), options, progress);
        ImportReport report = new ImportReport();
        report.add(target.toString(), log);
        return report.answer(target);
    }

    /** One that holds every text: a question mark in place of a character would be a loss nobody sees. */
    private static Charset encoding(String name) {
        Charset charset = name == null ? StandardCharsets.UTF_8 : Encodings.named(name);
        boolean holdsAll = charset.name().startsWith("UTF") || charset.equals(Encodings.GB18030);
        if (!holdsAll) {
            throw RiskMapException.of("app.export-encoding", name);
        }
        return charset;
    }

    private static Query query(SimpleFeatureSource features, ExportRequest request) {
        SimpleFeatureType type = features.getSchema();
        String layer = type.getTypeName();
        Filter filter = EcqlCheck.condition(request.where(), type);
        if (request.fids() != null) {
            Set<FeatureId> ids = new TreeSet<>(Comparator.comparing(FeatureId::getID));
            request.fids().forEach(fid -> ids.add(FILTERS.featureId(layer + "." + fid)));
            Filter rows = FILTERS.id(ids);
            filter = filter == Filter.INCLUDE ? rows : FILTERS.and(rows, filter);
        }
        Query query = new Query(layer, filter);
        if (request.fields() != null) {
            List<String> names = new ArrayList<>();
            for (AttributeDescriptor column : type.getAttributeDescriptors()) {
                if (column instanceof GeometryDescriptor || request.fields().contains(column.getLocalName())) {
                    names.add(column.getLocalName());
                }
            }
            for (String field : request.fields()) {
                if (!names.contains(field)) {
                    String all = String.join(
                            ", ",
                            type.getAttributeDescriptors().stream()
                                    .map(AttributeDescriptor::getLocalName)
                                    .toList());
                    throw RiskMapException.of("app.export-field", field, layer, all);
                }
            }
            query.setPropertyNames(names);
        }
        return query;
    }

    private static SimpleFeatureSource source(GeoPackage store, LayerAddress from) throws IOException {
        String[] names = store.dataStore().getTypeNames();
        String layer = from.layer().isEmpty() && names.length == 1 ? names[0] : from.layer();
        if (!List.of(names).contains(layer)) {
            throw RiskMapException.of("app.layer-missing", layer, from.file(), NameList.near(layer, List.of(names)));
        }
        return store.dataStore().getFeatureSource(layer);
    }

    private static void raster(
            LayerAddress from,
            GridFormat source,
            Path target,
            Format format,
            CoordinateReferenceSystem wanted,
            Progress progress) {
        if (!(format instanceof GridFormat grids)) {
            throw RiskMapException.of("app.export-not", from, target);
        }
        Grid grid = source.read(from.file(), ReadOptions.standard(), new ImportLog(), progress.part(0, 0.4));
        Grid moved = wanted == null ? grid : RasterImport.to(grid, from.toString(), wanted, progress.part(0.4, 0.8));
        grids.write(target, moved, progress.part(0.8, 1));
    }
}
