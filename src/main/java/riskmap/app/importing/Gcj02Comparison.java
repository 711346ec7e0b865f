package riskmap.app.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.ItemBoundable;
import org.locationtech.jts.index.strtree.ItemDistance;
import org.locationtech.jts.index.strtree.STRtree;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;
import riskmap.geo.crs.Gcj02;

/**
 * Places of a source laid beside a layer of the project twice: as they are read, and with the shift of web maps taken
 * off. Where one of the two fits clearly better it is said; a difference that chance could make says nothing.
 *
 * <p>Distances are metres on the plane that touches the earth at the middle of the places: good to a thousandth over a
 * district, which is all that is asked of them.
 */
final class Gcj02Comparison {
    /** What a layer tells of the places. */
    enum Verdict {
        SHIFTED,
        AS_READ,
        UNCLEAR
    }

    /** A verdict and the figures it rests on. */
    record Finding(Verdict verdict, Message reason) {}

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();
    private static final GeometryFactory PLANE = new GeometryFactory();
    /** Metres of a degree of latitude. */
    private static final double DEGREE = 111_195;
    /** Places that are compared, and features of a layer that they are compared with. */
    private static final int PLACES = 400;

    private static final int FEATURES = 20_000;
    /** No shift is longer, metres; with room for what lies around. */
    private static final double REACH = 1_500;

    private static final double SMALLEST_WINDOW = 2_000;
    /** How much nearer half of the places must come, and how many must come nearer at all. */
    private static final double SHARE = 0.35;

    private static final double MAJORITY = 0.75;
    /** Places outside an area that say something, and how many of them may stay outside. */
    private static final int LEAST_OUTSIDE = 5;

    private static final double LEFT_OUTSIDE = 0.1;

    private final Workspace workspace;
    private final Progress progress;
    private final double cosine;
    private final CrsTransform plane;
    private final List<Coordinate> asRead = new ArrayList<>();
    private final List<Coordinate> converted = new ArrayList<>();

    /** Places in degrees; of very many a part, evenly taken. */
    Gcj02Comparison(Workspace workspace, List<Coordinate> places, Progress progress) {
        this.workspace = workspace;
        this.progress = progress;
        cosine = Math.cos(Math.toRadians(places.get(places.size() / 2).y));
        plane = plane(cosine);
        double step = Math.max(1, places.size() / (double) PLACES);
        for (double at = 0; at < places.size(); at += step) {
            Coordinate place = places.get((int) at);
            double[] degrees = {place.x, place.y};
            asRead.add(onPlane(degrees));
            Gcj02.toWgs84().apply(degrees, 1);
            converted.add(onPlane(degrees));
        }
    }

    private Coordinate onPlane(double[] degrees) {
        double[] metres = degrees.clone();
        plane.apply(metres, 1);
        return new Coordinate(metres[0], metres[1]);
    }

    /** From degrees to metres on the plane that touches the earth at a latitude of this cosine. */
    private static CrsTransform plane(double cosine) {
        return new CrsTransform() {
            @Override
            public void apply(double[] xy, int count) {
                for (int at = 0; at < 2 * count; at += 2) {
                    xy[at] *= DEGREE * cosine;
                    xy[at + 1] *= DEGREE;
                }
            }
        };
    }

    /**
     * How far the places are from the nearest feature of a layer.
     *
     * @param least places that it takes to say anything
     * @param near half of the places must come nearer than this, metres
     * @param middles whether the middles of the features count, as where they are of the same kind, or their outlines
     */
    Optional<Finding> distances(String layer, int least, double near, boolean middles) throws IOException {
        Near around = near(layer, middles);
        List<Integer> places = around == null ? List.of() : around.places();
        if (places.size() < least) {
            return Optional.empty();
        }
        double[] before = new double[places.size()];
        double[] after = new double[places.size()];
        int nearer = 0;
        int farther = 0;
        for (int i = 0; i < before.length; i++) {
            progress.check();
            before[i] = around.distance(asRead.get(places.get(i)));
            after[i] = around.distance(converted.get(places.get(i)));
            nearer += after[i] < before[i] ? 1 : 0;
            farther += after[i] > before[i] ? 1 : 0;
        }
        double far = median(before);
        double close = median(after);
        Verdict verdict = clearly(close, far, near, nearer, before.length)
                ? Verdict.SHIFTED
                : clearly(far, close, near, farther, before.length) ? Verdict.AS_READ : Verdict.UNCLEAR;
        return Optional.of(new Finding(
                verdict,
                Message.of(
                        key("distance", verdict),
                        Integer.toString(before.length),
                        title(layer),
                        shown(far),
                        shown(close))));
    }

    private static boolean clearly(double better, double worse, double near, int improved, int count) {
        return better <= near && better <= SHARE * worse && improved >= MAJORITY * count;
    }

    /**
     * How many of the places lie on the wrong side of a layer's areas.
     *
     * @param inside whether they ought to lie in one of the areas; else in none
     */
    Optional<Finding> areas(String layer, int least, boolean inside) throws IOException {
        Near around = near(layer, false);
        if (around == null || !around.areal() || asRead.size() < least) {
            return Optional.empty();
        }
        int wrong = 0;
        int wrongAfter = 0;
        for (int i = 0; i < asRead.size(); i++) {
            progress.check();
            wrong += (around.distance(asRead.get(i)) == 0) == inside ? 0 : 1;
            wrongAfter += (around.distance(converted.get(i)) == 0) == inside ? 0 : 1;
        }
        Verdict verdict = settled(wrongAfter, wrong)
                ? Verdict.SHIFTED
                : settled(wrong, wrongAfter) ? Verdict.AS_READ : Verdict.UNCLEAR;
        String key = key(inside ? "outside" : "within", verdict);
        return Optional.of(new Finding(
                verdict,
                Message.of(
                        key,
                        Integer.toString(asRead.size()),
                        title(layer),
                        Integer.toString(wrong),
                        Integer.toString(wrongAfter))));
    }

    private Object title(String layer) {
        return workspace
                .kind(layer)
                .<Object>map(kind -> Message.of("app.guess-layer", kind.title().text(), layer))
                .orElse(layer);
    }

    private static boolean settled(int better, int worse) {
        return worse >= LEAST_OUTSIDE && better <= LEFT_OUTSIDE * worse;
    }

    private static String key(String what, Verdict verdict) {
        return "app.guess-gcj02-" + what + "-"
                + verdict.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String shown(double metres) {
        return Long.toString(Math.round(metres));
    }

    /** The features of a layer around the places, or around those in the middle where they are too many; null for none. */
    private Near near(String layer, boolean middles) throws IOException {
        SimpleFeatureSource source = workspace.features(layer);
        CoordinateReferenceSystem crs = source.getSchema().getCoordinateReferenceSystem();
        if (crs == null) {
            return null;
        }
        CrsTransform there = Crs.transform(Crs.of(4326), crs);
        Envelope window = new Envelope();
        asRead.forEach(window::expandToInclude);
        Envelope wide = around(window, window.getWidth() / 2, window.getHeight() / 2);
        Filter filter = within(source, wide, there, crs);
        while (source.getCount(new Query(layer, filter)) > FEATURES) {
            if (Math.max(window.getWidth(), window.getHeight()) < SMALLEST_WINDOW) {
                return null;
            }
            Coordinate middle = asRead.get(asRead.size() / 2);
            Envelope half = new Envelope(middle);
            half.expandBy(window.getWidth() / 4, window.getHeight() / 4);
            window = half;
            filter = within(source, around(window, window.getWidth() / 2, window.getHeight() / 2), there, crs);
        }
        return read(source, filter, Crs.transform(crs, Crs.of(4326)), window, middles);
    }

    private static Envelope around(Envelope window, double halfWidth, double halfHeight) {
        Coordinate middle = window.centre();
        return new Envelope(
                middle.x - halfWidth - REACH,
                middle.x + halfWidth + REACH,
                middle.y - halfHeight - REACH,
                middle.y + halfHeight + REACH);
    }

    private Filter within(
            SimpleFeatureSource source, Envelope window, CrsTransform there, CoordinateReferenceSystem crs) {
        Geometry corners = PLANE.toGeometry(new Envelope(
                window.getMinX() / DEGREE / cosine,
                window.getMaxX() / DEGREE / cosine,
                window.getMinY() / DEGREE,
                window.getMaxY() / DEGREE));
        ReferencedEnvelope box = new ReferencedEnvelope(there.apply(corners).getEnvelopeInternal(), crs);
        String column = source.getSchema().getGeometryDescriptor().getLocalName();
        return FILTERS.bbox(FILTERS.property(column), box);
    }

    private Near read(
            SimpleFeatureSource source, Filter filter, CrsTransform toDegrees, Envelope window, boolean middles)
            throws IOException {
        STRtree tree = new STRtree();
        boolean areal = true;
        try (SimpleFeatureIterator rows = source.getFeatures(filter).features()) {
            while (rows.hasNext()) {
                progress.check();
                if (rows.next().getDefaultGeometry() instanceof Geometry geometry && !geometry.isEmpty()) {
                    areal &= geometry.getDimension() == 2;
                    Geometry plain = middles && geometry.getDimension() == 2 ? geometry.getCentroid() : geometry;
                    Geometry moved = plane.apply(toDegrees.apply(plain));
                    tree.insert(moved.getEnvelopeInternal(), moved);
                }
            }
        }
        if (tree.isEmpty()) {
            return null;
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < asRead.size(); i++) {
            if (window.contains(asRead.get(i))) {
                places.add(i);
            }
        }
        return new Near(tree, areal, places);
    }

    /** Features on the plane, and which of the places lie where they were looked for. */
    private record Near(STRtree tree, boolean areal, List<Integer> places) implements ItemDistance {
        double distance(Coordinate from) {
            Geometry point = PLANE.createPoint(from);
            Object nearest = tree.nearestNeighbour(point.getEnvelopeInternal(), point, this);
            return point.distance((Geometry) nearest);
        }

        @Override
        public double distance(ItemBoundable one, ItemBoundable other) {
            return ((Geometry) one.getItem()).distance((Geometry) other.getItem());
        }
    }

    /** Whether a layer could be read at all; what cannot tells nothing. */
    static Optional<Finding> orNothing(Reading reading) {
        try {
            return reading.read();
        } catch (IOException | RiskMapException unreadable) {
            // the layer says of itself that it cannot be read where it is shown
            return Optional.empty();
        }
    }

    /** A comparison with a layer that may turn out to be unreadable. */
    @FunctionalInterface
    interface Reading {
        Optional<Finding> read() throws IOException;
    }
}
