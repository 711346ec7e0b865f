package riskmap.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.identity.FeatureId;
import org.geotools.api.style.Rule;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.filter.visitor.DefaultFilterVisitor;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;
import riskmap.map.LayoutItem;
import riskmap.render.MapPainter;
import riskmap.render.PaintLayer;
import riskmap.render.RulesInside;
import riskmap.style.LegendEntry;

/**
 * What is on a page: for every layer in a frame, the rules that draw at least one feature there, with how many. A
 * feature counts when it meets the frame, on a page of an atlas its own area; areas are planar, of the part inside, in the
 * CRS of the layer.
 */
final class LegendContents {
    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    /** A layer in the legend. */
    record Group(String layerId, String title, List<Row> rows) {}

    /**
     * An entry.
     *
     * @param count features on the page, −1 for rasters
     * @param squareMetres their area inside the frame, NaN when not asked for
     */
    record Row(LegendEntry entry, String title, long count, double squareMetres) {}

    private final LayoutItem.Legend item;
    private final FrameView view;
    private final PageContent content;
    private final MapPainter painter;

    private LegendContents(LayoutItem.Legend item, FrameView view, PageContent content, MapPainter painter) {
        this.item = item;
        this.view = view;
        this.content = content;
        this.painter = painter;
    }

    /** The groups from the top layer down, as the eye meets them. */
    static List<Group> collect(
            LayoutItem.Legend item, FrameView view, PageContent content, MapPainter painter, Progress progress) {
        LegendContents contents = new LegendContents(item, view, content, painter);
        if (!contents.isOfAtlasPage()) {
            painter.read(content.layers(view.item()), view.crs(), progress);
        }
        List<Group> groups = new ArrayList<>();
        for (PaintLayer layer : content.layers(view.item())) {
            progress.check();
            List<LegendEntry> entries = LegendEntry.of(StyleAtScale.of(layer.style(), view.styleDenominator()));
            if (entries.isEmpty() || item.without().contains(layer.id())) {
                continue;
            }
            List<Row> rows = contents.rows(layer, entries, progress);
            if (!rows.isEmpty()) {
                groups.add(0, new Group(layer.id(), content.title(layer.id()), rows));
            }
        }
        groups.sort(Comparator.comparingInt(group -> {
            int place = item.first().indexOf(group.layerId());
            return place < 0 ? Integer.MAX_VALUE : place;
        }));
        return groups;
    }

    private List<Row> rows(PaintLayer layer, List<LegendEntry> entries, Progress progress) {
        List<Row> rows = new ArrayList<>();
        if (layer.data() instanceof LayerData.Features features) {
            boolean measured = item.areas().contains(layer.id());
            long[] counts = new long[entries.size()];
            double[] areas = new double[entries.size()];
            if (measured || !countPacked(features.source(), layer, entries, counts, progress)) {
                Geometry frame = frameIn(features.source());
                Filter near = near(features.source(), frame.getEnvelopeInternal());
                count(features.source(), near, layer, entries, counts, measured ? areas : null, progress);
            }
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    rows.add(row(entries.get(i), counts[i], measured ? areas[i] : Double.NaN));
                }
            }
        } else {
            entries.forEach(entry -> rows.add(row(entry, -1, Double.NaN)));
        }
        return rows;
    }

    private Row row(LegendEntry entry, long count, double area) {
        return new Row(entry, entry.title(content.language()), item.counts() ? count : -1, area);
    }

    /** Counts what the painter has read already; false when the rows have to be asked one by one. */
    private boolean countPacked(
            SimpleFeatureSource source, PaintLayer layer, List<LegendEntry> entries, long[] counts, Progress progress) {
        if (isOfAtlasPage() || layer.opacity() <= 0) {
            return false;
        }
        List<Rule> rules = entries.stream().map(LegendEntry::rule).toList();
        RulesInside inside = painter.inside(layer, rules, view.crs(), view.extent(), progress)
                .orElse(null);
        if (inside == null) {
            return false;
        }
        inside.counts().forEach((fulfilled, some) -> add(entries, fulfilled::get, some, 0, counts, null));
        if (!inside.atEdge().isEmpty()) {
            Set<FeatureId> ids = inside.atEdge().stream()
                    .map(FILTERS::featureId)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            count(source, FILTERS.id(ids), layer, entries, counts, null, progress);
        }
        return true;
    }

    private void count(
            SimpleFeatureSource source,
            Filter which,
            PaintLayer layer,
            List<LegendEntry> entries,
            long[] counts,
            double[] areas,
            Progress progress) {
        GeometryDescriptor geometry = source.getSchema().getGeometryDescriptor();
        if (geometry == null) {
            return;
        }
        Geometry frame = frameIn(source);
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(frame);
        Query query = query(source, layer, entries, which);
        Envelope inner = frame.isRectangle() ? frame.getEnvelopeInternal() : new Envelope();
        try (SimpleFeatureIterator features = source.getFeatures(query).features()) {
            for (long read = 0; features.hasNext(); read++) {
                if (read % 1024 == 0) {
                    progress.check();
                }
                SimpleFeature feature = features.next();
                if (feature.getDefaultGeometry() instanceof Geometry shape
                        && (inner.contains(shape.getEnvelopeInternal()) || prepared.intersects(shape))) {
                    double area = areas == null ? 0 : areaInside(shape, frame, inner);
                    add(
                            entries,
                            i -> entries.get(i).rule().getFilter() == null
                                    || entries.get(i).rule().getFilter().evaluate(feature),
                            1,
                            area,
                            counts,
                            areas);
                }
            }
        } catch (IOException e) {
            throw new RiskMapException(Message.of("print.layer-unreadable", content.title(layer.id())), e);
        }
    }

    /** Adds features that fulfil the conditions of some entries; "else" is for those that fulfil none. */
    private static void add(
            List<LegendEntry> entries, IntPredicate fulfilled, long some, double area, long[] counts, double[] areas) {
        boolean matched = false;
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < counts.length; i++) {
                boolean isElse = entries.get(i).rule().isElseFilter();
                boolean fits = pass == 0 ? !isElse && fulfilled.test(i) : isElse && !matched;
                if (fits) {
                    matched = true;
                    counts[i] += some;
                    if (areas != null) {
                        areas[i] += area;
                    }
                }
            }
        }
    }

    private static double areaInside(Geometry shape, Geometry frame, Envelope inner) {
        return inner.contains(shape.getEnvelopeInternal())
                ? shape.getArea()
                : shape.intersection(frame).getArea();
    }

    private Query query(SimpleFeatureSource source, PaintLayer layer, List<LegendEntry> entries, Filter which) {
        String geometry = source.getSchema().getGeometryDescriptor().getLocalName();
        Set<String> names = new LinkedHashSet<>();
        names.add(geometry);
        DefaultFilterVisitor attributes = new DefaultFilterVisitor() {
            @Override
            public Object visit(org.geotools.api.filter.expression.PropertyName name, Object data) {
                names.add(name.getPropertyName());
                return data;
            }
        };
        for (LegendEntry entry : entries) {
            if (entry.rule().getFilter() != null) {
                entry.rule().getFilter().accept(attributes, null);
            }
        }
        names.removeIf(name -> source.getSchema().getDescriptor(name) == null);
        Filter filter = layer.filter() == Filter.INCLUDE ? which : FILTERS.and(which, layer.filter());
        Query query = new Query(source.getSchema().getTypeName(), filter);
        query.setPropertyNames(names.toArray(String[]::new));
        return query;
    }

    private static Filter near(SimpleFeatureSource source, Envelope seen) {
        GeometryDescriptor geometry = source.getSchema().getGeometryDescriptor();
        return geometry == null
                ? Filter.EXCLUDE
                : FILTERS.bbox(
                        FILTERS.property(geometry.getLocalName()),
                        seen.getMinX(),
                        seen.getMinY(),
                        seen.getMaxX(),
                        seen.getMaxY(),
                        null);
    }

    /** On a page of an atlas what lies outside its own area belongs to other pages. */
    private boolean isOfAtlasPage() {
        return view.item().atlas() && content.page() != null;
    }

    /** The frame as a polygon in the CRS of a layer; its sides are bent where the layer has another CRS. */
    private Geometry frameIn(SimpleFeatureSource source) {
        GeometryFactory factory = new GeometryFactory();
        var crs = source.getSchema().getCoordinateReferenceSystem();
        if (isOfAtlasPage()) {
            return crs == null
                    ? content.page().shape()
                    : Crs.transform(view.mapCrs(), crs).apply(content.page().shape());
        }
        Geometry frame = factory.toGeometry(view.extent());
        if (crs == null) {
            return frame;
        }
        CrsTransform transform = Crs.transform(view.crs(), crs);
        if (transform.isIdentity()) {
            return frame;
        }
        double side = Math.max(view.extent().getWidth(), view.extent().getHeight()) / 32;
        return transform.apply(org.locationtech.jts.densify.Densifier.densify(frame, side));
    }
}
