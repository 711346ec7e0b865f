package riskmap.io;

import java.io.IOException;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;

/**
 * The features of a source as features of a layer: geometries moved to its CRS and repaired, columns mapped to its
 * fields. A feature whose geometry is of another dimension than the layer's is skipped and counted; every other one
 * comes out, if need be without geometry.
 */
public final class Importing extends FeatureStream {
    private final FeatureStream source;
    private final ImportLog log;
    private final ColumnMapping mapping;
    private final Relocation relocation;
    private final Rows rows;
    private long number;

    /**
     * Takes over a source; closing this closes it.
     *
     * @param sourceName what to call it in the features
     * @throws riskmap.base.RiskMapException when it has no CRS, its CRS cannot be reached, or a column is missing
     */
    public Importing(FeatureStream source, String sourceName, ImportTarget target, ReadOptions options, ImportLog log) {
        this.source = source;
        this.log = log;
        mapping = new ColumnMapping(source.type(), target, sourceName, log);
        GeometryDescriptor geometry = source.type().getGeometryDescriptor();
        relocation = geometry == null || !mapping.isSpatial()
                ? null
                : new Relocation(
                        sourceName, geometry.getCoordinateReferenceSystem(), options.gcj02(), target.crs(), log);
        rows = new Rows(mapping.type());
    }

    @Override
    public SimpleFeatureType type() {
        return rows.type();
    }

    @Override
    public SimpleFeature next() throws IOException {
        for (SimpleFeature feature = source.next(); feature != null; feature = source.next()) {
            Place place = source.place();
            Geometry geometry = null;
            if (relocation != null) {
                Geometry raw = (Geometry) feature.getAttribute(mapping.geometryFrom());
                geometry = Multi.promote(relocation.apply(raw, place), mapping.binding());
                if (!mapping.fits(geometry)) {
                    log.skipped(
                            Message.of(
                                    "io.other-geometry",
                                    geometry.getGeometryType(),
                                    mapping.binding().getSimpleName()),
                            place);
                    continue;
                }
            }
            return rows.feature(mapping.values(feature, geometry, place), ++number);
        }
        return null;
    }

    @Override
    public double fraction() {
        return source.fraction();
    }

    @Override
    public Place place() {
        return source.place();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
