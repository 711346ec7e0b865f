package riskmap.ui.project;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.filter.Filter;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.app.project.DrawnLayers;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.render.PaintLayer;

/** Makes the layers of a map document ready to paint. A layer that cannot be read is left out and told, not fatal. */
final class MapContents {
    /** What share of the map's own extent a backdrop covers at least. */
    private static final double BACKDROP = 0.9;

    /** How many times the map's own extent a backdrop is at least: a zone that reaches a little beyond it is none. */
    private static final double BACKDROP_SIZE = 1.5;

    private final Workspace workspace;
    private final Consumer<Message> problems;

    MapContents(Workspace workspace, Consumer<Message> problems) {
        this.workspace = workspace;
        this.problems = problems;
    }

    /**
     * The visible layers from the bottom up.
     *
     * @param ready layers of the same document that are made already
     * @param withRasters false if these are to come later
     */
    List<PaintLayer> layers(MapDocument document, List<PaintLayer> ready, boolean withRasters, Progress progress) {
        List<PaintLayer> result = new ArrayList<>();
        for (MapLayer layer : document.layers()) {
            progress.check();
            if (layer.visible() && layer.opacity() > 0 && (withRasters || !isRaster(layer))) {
                PaintLayer made = ready.stream()
                        .filter(known -> known.id().equals(layer.id()))
                        .findFirst()
                        .orElseGet(() -> layer(layer, progress));
                if (made != null) {
                    result.add(made);
                }
            }
        }
        return result;
    }

    static boolean isRaster(MapLayer layer) {
        return !layer.source().startsWith("#");
    }

    /** The smallest rectangle of the map that holds all that layers show; null when they show nothing. */
    Envelope shown(List<MapLayer> layers, CoordinateReferenceSystem mapCrs, Progress progress) {
        Envelope whole = new Envelope();
        layers.forEach(layer -> whole.expandToInclude(extent(layer, DrawnLayers.filter(layer), mapCrs, progress)));
        return whole;
    }

    /** The rectangle of the features of a layer that a filter lets through, or of the whole raster; may be null. */
    private Envelope extent(MapLayer layer, Filter filter, CoordinateReferenceSystem mapCrs, Progress progress) {
        PaintLayer ready = layer(layer, progress);
        if (ready == null) {
            return new Envelope();
        }
        if (ready.data() instanceof LayerData.Raster raster) {
            return inMap(
                    raster.grid().geometry().envelope(),
                    raster.grid().geometry().crs(),
                    mapCrs);
        }
        try {
            SimpleFeatureSource rows = ((LayerData.Features) ready.data()).source();
            ReferencedEnvelope bounds = filter == Filter.INCLUDE
                    ? rows.getBounds()
                    : rows.getFeatures(filter).getBounds();
            return bounds == null ? new Envelope() : inMap(bounds, bounds.getCoordinateReferenceSystem(), mapCrs);
        } catch (java.io.IOException e) {
            problems.accept(Message.of("ui.layer-unreadable", layer.title(), String.valueOf(e.getMessage())));
            return new Envelope();
        }
    }

    /**
     * The rectangle of the map that holds all vector layers, whatever of them is shown; rasters count only where there is
     * nothing else. Where the map has an extent of its own, such as that of its district, what covers nearly all of it and
     * goes on far beyond it, such as land and sea around it, is a backdrop and does not count.
     */
    Envelope extent(MapDocument document, CoordinateReferenceSystem mapCrs, Progress progress) {
        List<Double> corners = document.extent();
        Envelope own = corners.size() == 4
                ? new Envelope(corners.get(0), corners.get(2), corners.get(1), corners.get(3))
                : new Envelope();
        Envelope whole = new Envelope(own);
        for (boolean rasters : new boolean[] {false, true}) {
            for (MapLayer layer : document.layers()) {
                progress.check();
                if (whole.isNull() && isRaster(layer) == rasters || !rasters && !isRaster(layer)) {
                    Envelope reach = extent(layer, Filter.INCLUDE, mapCrs, progress);
                    if (!isBackdrop(reach, own)) {
                        whole.expandToInclude(reach);
                    }
                }
            }
        }
        return whole;
    }

    private static boolean isBackdrop(Envelope reach, Envelope own) {
        return !own.isNull()
                && own.intersection(reach).getArea() >= BACKDROP * own.getArea()
                && reach.getArea() >= BACKDROP_SIZE * own.getArea();
    }

    private PaintLayer layer(MapLayer layer, Progress progress) {
        try {
            return DrawnLayers.one(workspace, layer, progress);
        } catch (RiskMapException e) {
            problems.accept(Message.of("ui.layer-unreadable", layer.title(), e.userMessage()));
            return null;
        }
    }

    private static Envelope inMap(Envelope bounds, CoordinateReferenceSystem crs, CoordinateReferenceSystem mapCrs) {
        if (bounds.isNull() || crs == null || Crs.same(crs, mapCrs)) {
            return new Envelope(bounds);
        }
        Geometry rectangle = new GeometryFactory().toGeometry(bounds);
        return Crs.transform(crs, mapCrs).apply(rectangle).getEnvelopeInternal();
    }
}
