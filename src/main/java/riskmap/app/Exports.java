package riskmap.app;

import java.io.IOException;
import java.nio.file.Path;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.filter.Filter;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.gpkg.GeoPackage;
import riskmap.geo.Crs;
import riskmap.geo.Grid;
import riskmap.io.Format;
import riskmap.io.Formats;
import riskmap.io.GridFormat;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.VectorFormat;
import riskmap.io.WriteOptions;

/** Exports a layer of a project, or a raster, to a file of another format. */
public final class Exports {
    private Exports() {}

    /**
     * Exports.
     *
     * @param address {@code PROJECT#LAYER}, or a raster file
     * @param target the file to write; its ending says the format
     * @param crs EPSG code of the coordinates to write, or null for the layer's (GeoJSON: WGS 84)
     * @param where ECQL condition on the features, or null for all
     * @param encoding encoding of text, or null for UTF-8
     */
    public static Answer run(
            String address, Path target, String crs, String where, String encoding, Progress progress) {
        LayerAddress from = LayerAddress.ofExisting(address);
        Format source = Formats.reading(from.file());
        Format format = Formats.writing(target);
        CoordinateReferenceSystem wanted = crs == null ? null : Crs.of(crs);
        ImportReport report = new ImportReport();
        if (source instanceof GridFormat grids) {
            raster(from, grids, target, format, wanted, progress);
            return report.answer(target);
        }
        if (!source.id().equals("geopackage") || !(format instanceof VectorFormat vectors)) {
            throw RiskMapException.of("app.export-not", from, target);
        }
        WriteOptions options = WriteOptions.standard().withCrs(wanted);
        if (encoding != null) {
            options = options.withEncoding(riskmap.io.Encodings.named(encoding));
        }
        try (GeoPackage store = GeoPackage.open(from.file(), true)) {
            SimpleFeatureSource features = source(store, from);
            Query query = new Query(features.getName().getLocalPart(), filter(where, from));
            ImportLog log = vectors.write(target, features.getFeatures(query), options, progress);
            report.add(target.toString(), log);
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.layer-unreadable", from, String.valueOf(e.getMessage())), e);
        }
        return report.answer(target);
    }

    private static SimpleFeatureSource source(GeoPackage store, LayerAddress from) throws IOException {
        String[] names = store.dataStore().getTypeNames();
        String layer = from.layer().isEmpty() && names.length == 1 ? names[0] : from.layer();
        if (!java.util.List.of(names).contains(layer)) {
            throw RiskMapException.of("app.layer-missing", layer, from.file(), String.join(", ", names));
        }
        return store.dataStore().getFeatureSource(layer);
    }

    private static Filter filter(String where, LayerAddress from) {
        try {
            return where == null || where.isBlank() ? Filter.INCLUDE : ECQL.toFilter(where);
        } catch (CQLException e) {
            throw new RiskMapException(Message.of("app.filter-wrong", where, from, e.getSyntaxError()), e);
        }
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
