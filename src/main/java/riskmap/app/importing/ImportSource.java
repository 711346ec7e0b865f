package riskmap.app.importing;

import java.io.IOException;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.LayerAddress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.io.Encodings;
import riskmap.io.FeatureStream;
import riskmap.io.Format;
import riskmap.io.GridFormat;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.VectorFormat;

/**
 * One layer or raster to import.
 *
 * @param address where it lies
 * @param format what reads it
 * @param options what the user said about it
 */
record ImportSource(LayerAddress address, Format format, ReadOptions options) {
    private static final String GCJ02 = "gcj02";

    /** What a request says about its sources. */
    static ReadOptions options(ImportRequest request) {
        boolean gcj02 = GCJ02.equalsIgnoreCase(request.crs());
        return new ReadOptions(
                request.crs() == null || gcj02 ? null : Crs.of(request.crs()),
                gcj02,
                request.encoding() == null ? null : Encodings.named(request.encoding()),
                request.x(),
                request.y(),
                request.header());
    }

    boolean isRaster() {
        return format instanceof GridFormat;
    }

    /** What the layer or raster is called when nobody says otherwise. */
    String name() {
        String file = address.file().getFileName().toString().replaceFirst("\\.[^.]*$", "");
        return address.layer().isEmpty() ? file : address.layer();
    }

    /** The file's name, with the layer where the file has several or another name for it. */
    String title() {
        String base = fileName().replaceFirst("\\.[^.]*$", "");
        boolean plain = address.layer().isEmpty() || address.layer().equals(base);
        return plain ? fileName() : fileName() + "#" + address.layer();
    }

    /** The file's name, for messages and features. */
    String fileName() {
        return address.file().getFileName().toString();
    }

    FeatureStream open(ImportLog log) {
        log.about(fileName());
        return ((VectorFormat) format).read(address.file(), address.layer(), options, log);
    }

    /**
     * A position in the source with its CRS, to choose a project's CRS by; null when it has none.
     *
     * @param x x in the CRS
     * @param y y in the CRS
     */
    record Somewhere(CoordinateReferenceSystem crs, double x, double y) {}

    Somewhere somewhere() {
        try (FeatureStream stream = open(new ImportLog())) {
            for (SimpleFeature feature = stream.next(); feature != null; feature = stream.next()) {
                Geometry geometry = (Geometry) feature.getDefaultGeometry();
                CoordinateReferenceSystem crs = stream.type().getCoordinateReferenceSystem();
                if (geometry != null && !geometry.isEmpty() && crs != null) {
                    Coordinate at = geometry.getCoordinate();
                    return new Somewhere(crs, at.x, at.y);
                }
            }
            return null;
        } catch (IOException e) {
            throw new RiskMapException(
                    riskmap.base.Message.of("app.layer-unreadable", address, String.valueOf(e.getMessage())), e);
        }
    }
}
