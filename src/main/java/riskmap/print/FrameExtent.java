package riskmap.print;

import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.TurnedCrs;
import riskmap.map.LayoutItem;
import riskmap.render.PaintLayer;

/** What part of the world a map frame must show: its own extent, the atlas feature, a layer, or the map. */
final class FrameExtent {
    private FrameExtent() {}

    /**
     * The view of a frame.
     *
     * @param crs of the map
     */
    static FrameView view(LayoutItem.MapFrame frame, PageContent content, CoordinateReferenceSystem crs) {
        if (content.layers(frame).isEmpty()) {
            throw RiskMapException.of("print.map-empty", frame.id());
        }
        if (frame.rotation() % 360 != 0 && Crs.isGeographic(crs)) {
            throw RiskMapException.of("print.turned-degrees", frame.id());
        }
        CoordinateReferenceSystem turned = TurnedCrs.of(crs, frame.rotation());
        Envelope world = world(frame, content, crs, turned);
        Envelope shown = shown(frame, content, crs, turned, world);
        // the feature of an atlas page stands in the middle, whatever lies around
        return FrameView.of(frame, turned, shown, frame.atlas() ? shown : world);
    }

    private static Envelope shown(
            LayoutItem.MapFrame frame,
            PageContent content,
            CoordinateReferenceSystem crs,
            CoordinateReferenceSystem turned,
            Envelope world) {
        if (frame.atlas() && content.page() != null) {
            return Crs.transform(crs, turned).apply(content.page().shape()).getEnvelopeInternal();
        }
        if (!frame.extent().isEmpty()) {
            return LayerExtent.moved(envelope(frame.extent()), crs, turned);
        }
        return content.layers(frame).stream()
                .filter(layer -> layer.id().equals(frame.fit()))
                .map(layer -> LayerExtent.of(layer.data(), turned))
                .filter(extent -> !extent.isNull())
                .findFirst()
                .orElse(world);
    }

    private static Envelope world(
            LayoutItem.MapFrame frame,
            PageContent content,
            CoordinateReferenceSystem crs,
            CoordinateReferenceSystem turned) {
        if (!content.map().extent().isEmpty()) {
            return LayerExtent.moved(envelope(content.map().extent()), crs, turned);
        }
        Envelope all = new Envelope();
        for (PaintLayer layer : content.layers(frame)) {
            all.expandToInclude(LayerExtent.of(layer.data(), turned));
        }
        return all;
    }

    private static Envelope envelope(List<Double> numbers) {
        return new Envelope(numbers.get(0), numbers.get(2), numbers.get(1), numbers.get(3));
    }
}
