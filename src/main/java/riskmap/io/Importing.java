package riskmap.io;

import java.io.IOException;
import java.util.List;
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
    /** Judges features before they go into the layer, and takes those that may not. */
    public interface Gate {
        /** What stands against a feature of the layer; null where nothing does. */
        Message problem(SimpleFeature feature);

        /**
         * A feature that was turned away.
         *
         * @param source as its source has it
         * @param geometry in the layer's CRS, as far as it could be made; may be null
         */
        void rejected(SimpleFeature source, Geometry geometry, Message reason, Place place);
    }

    private final FeatureStream source;
    private final ImportLog log;
    private final ColumnMapping mapping;
    private final Relocation relocation;
    private final Rows rows;
    private Gate gate;
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

    /** Lets every feature be judged; without a gate what cannot be kept is left out and counted. */
    public Importing through(Gate newGate) {
        gate = newGate;
        return this;
    }

    /** The schema of the source. */
    public SimpleFeatureType sourceType() {
        return source.type();
    }

    /** Which column fills which field, and what was converted on the way so far. */
    public List<FieldConversion> conversions() {
        return mapping.conversions();
    }

    /** Columns of the source that fill no field. */
    public List<String> unmapped() {
        return mapping.unmapped();
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
                    Message reason = Message.of(
                            "io.other-geometry",
                            geometry.getGeometryType(),
                            mapping.binding().getSimpleName());
                    turnAway(feature, geometry, reason, place);
                    continue;
                }
            }
            Object[] values = mapping.values(feature, geometry, place, gate != null);
            SimpleFeature made = rows.feature(values, number + 1);
            Message problem = gate == null ? null : mapping.unreadable();
            if (gate != null && problem == null) {
                problem = gate.problem(made);
            }
            if (problem != null) {
                turnAway(feature, geometry, problem, place);
                continue;
            }
            number++;
            return made;
        }
        return null;
    }

    /** Gives a feature of the layer that its receiver does not take to those turned away. */
    public void turnedAway(SimpleFeature made, Message reason) {
        if (gate != null) {
            gate.rejected(made, (Geometry) made.getDefaultGeometry(), reason, Place.file());
        }
    }

    private void turnAway(SimpleFeature feature, Geometry geometry, Message reason, Place place) {
        log.skipped(reason, place);
        if (gate != null) {
            gate.rejected(feature, geometry, reason, place);
        }
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
