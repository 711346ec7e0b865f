package riskmap.data.gpkg;

import org.geotools.api.feature.Feature;
import org.geotools.api.filter.identity.FeatureId;
import org.geotools.filter.identity.FeatureIdImpl;

/** A feature id that is put into words only when somebody asks: most readers never do. */
final class RowId extends FeatureIdImpl {
    private final String layer;
    private final long key;

    RowId(String layer, long key) {
        super("");
        this.layer = layer;
        this.key = key;
        this.fid = null;
    }

    @Override
    public String getID() {
        if (fid == null) {
            fid = FeatureIds.of(layer, key);
        }
        return fid;
    }

    @Override
    public boolean matches(Feature feature) {
        return feature != null && getID().equals(feature.getIdentifier().getID());
    }

    @Override
    public boolean equalsExact(FeatureId other) {
        getID();
        return super.equalsExact(other);
    }

    @Override
    public String toString() {
        return getID();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureId id && getID().equals(id.getID());
    }

    @Override
    public int hashCode() {
        return getID().hashCode();
    }
}
