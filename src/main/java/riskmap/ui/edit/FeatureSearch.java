package riskmap.ui.edit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.data.RowChange;
import riskmap.render.HitTest;
import riskmap.render.PaintLayer;
import riskmap.render.Viewport;
import riskmap.ui.canvas.MapPointer;

/** Which features lie under a click or in an area: of the edited layer, or of all in sight when none is chosen. */
final class FeatureSearch {
    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();
    private static final double CLICK_PIXELS = 5;
    private static final int HITS = 50;

    private final EditDesk desk;

    FeatureSearch(EditDesk desk) {
        this.desk = desk;
    }

    /** The feature a click means, by table; nothing where none lies. The smallest of those on top of each other. */
    void at(MapPointer at, Consumer<Map<String, List<Long>>> found) {
        List<PaintLayer> layers = layers();
        Viewport viewport = desk.map().viewport();
        desk.tasks()
                .start(
                        Message.of("ui.selecting"),
                        progress -> HitTest.at(layers, viewport, at.x(), at.y(), CLICK_PIXELS, HITS).stream()
                                .min(java.util.Comparator.comparingDouble(FeatureSearch::size))
                                .map(hit -> Map.of(
                                        hit.feature().getFeatureType().getTypeName(),
                                        List.of(RowChange.key(hit.feature()))))
                                .orElse(Map.of()),
                        found);
    }

    private static double size(HitTest.Hit hit) {
        return ((Geometry) hit.feature().getDefaultGeometry())
                .getEnvelopeInternal()
                .getDiameter();
    }

    /** The features that meet an area of the map, by table. */
    void in(Geometry area, Consumer<Map<String, List<Long>>> found) {
        List<PaintLayer> layers = layers();
        CoordinateReferenceSystem mapCrs = desk.mapCrs();
        desk.tasks()
                .start(
                        Message.of("ui.selecting"),
                        progress -> {
                            Map<String, List<Long>> result = new TreeMap<>();
                            for (PaintLayer layer : layers) {
                                add(layer, area, mapCrs, result, progress);
                            }
                            return result;
                        },
                        found);
    }

    private List<PaintLayer> layers() {
        String only = desk.layer().map(EditLayer::id).orElse(null);
        return desk.map().content().get().layers().stream()
                .filter(layer -> layer.data() instanceof LayerData.Features)
                .filter(layer -> only == null || layer.id().equals(only))
                .toList();
    }

    private static void add(
            PaintLayer layer,
            Geometry area,
            CoordinateReferenceSystem mapCrs,
            Map<String, List<Long>> result,
            Progress progress) {
        SimpleFeatureSource source = ((LayerData.Features) layer.data()).source();
        if (source.getSchema().getGeometryDescriptor() == null) {
            return;
        }
        CoordinateReferenceSystem own = source.getSchema().getCoordinateReferenceSystem();
        Geometry wanted = EditDesk.reproject(area, mapCrs, own);
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(wanted);
        String column = source.getSchema().getGeometryDescriptor().getLocalName();
        Filter near = FILTERS.bbox(FILTERS.property(column), new ReferencedEnvelope(wanted.getEnvelopeInternal(), own));
        Filter filter = layer.filter() == Filter.INCLUDE ? near : FILTERS.and(near, layer.filter());
        String name = source.getName().getLocalPart();
        List<Long> fids = new ArrayList<>();
        try (SimpleFeatureIterator features = source.getFeatures(
                        new Query(name, filter, Query.DEFAULT_MAX, new String[] {column}, null))
                .features()) {
            while (features.hasNext()) {
                progress.check();
                SimpleFeature feature = features.next();
                if (feature.getDefaultGeometry() instanceof Geometry geometry && prepared.intersects(geometry)) {
                    fids.add(RowChange.key(feature));
                }
            }
        } catch (IOException e) {
            throw new RiskMapException(Message.of("ui.layer-unreadable", name, String.valueOf(e.getMessage())), e);
        }
        if (!fids.isEmpty()) {
            result.computeIfAbsent(name, table -> new ArrayList<>()).addAll(fids);
        }
    }

    /**
     * Selects what was found as the mode says; with Shift besides the selection, with Ctrl the other way round, with both
     * within it.
     */
    void select(Map<String, List<Long>> found, MapPointer with) {
        SelectionViewModel selection = desk.selection();
        if (with.control() && !with.shift()) {
            found.forEach(selection::toggle);
        } else {
            SelectionMode mode = desk.selectionMode().get().with(with.shift(), with.control());
            selection.replaceAll(mode.of(selection.all().get(), found));
        }
        EditLayer edited = desk.layer().orElse(null);
        boolean hidden = edited != null && found.isEmpty() && layers().isEmpty();
        desk.tasks()
                .say(
                        hidden
                                ? Message.of("ui.selected-hidden", selection.size(), edited.title())
                                : Message.of("ui.selected", selection.size()),
                        selection.all());
    }
}
