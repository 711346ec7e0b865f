package riskmap.print;

import java.io.IOException;
import org.geotools.api.data.Query;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;

/** The extent of a layer in the CRS of a map. */
final class LayerExtent {
    private LayerExtent() {}

    static Envelope of(LayerData data, CoordinateReferenceSystem crs) {
        if (data instanceof LayerData.Raster raster) {
            return moved(
                    raster.grid().geometry().envelope(),
                    raster.grid().geometry().crs(),
                    crs);
        }
        LayerData.Features features = (LayerData.Features) data;
        try {
            ReferencedEnvelope bounds = features.source().getBounds();
            if (bounds == null) {
                bounds = features.source().getFeatures(Query.ALL).getBounds();
            }
            return bounds == null
                    ? new Envelope()
                    : moved(bounds, features.source().getSchema().getCoordinateReferenceSystem(), crs);
        } catch (IOException e) {
            throw new RiskMapException(
                    Message.of("print.layer-unreadable", features.source().getName()), e);
        }
    }

    static Envelope moved(Envelope envelope, CoordinateReferenceSystem from, CoordinateReferenceSystem to) {
        if (envelope.isNull() || from == null || Crs.transform(from, to).isIdentity()) {
            return new Envelope(envelope);
        }
        Geometry box = new GeometryFactory().toGeometry(envelope);
        double side = Math.max(envelope.getWidth(), envelope.getHeight()) / 16;
        Geometry sides = side > 0 ? org.locationtech.jts.densify.Densifier.densify(box, side) : box;
        return Crs.transform(from, to).apply(sides).getEnvelopeInternal();
    }
}
