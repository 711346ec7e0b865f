package riskmap.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.Crs;
import riskmap.geo.CrsTransform;
import riskmap.geo.Gcj02;

/**
 * Whether degrees are GCJ-02, the shifted coordinates of Chinese web maps: by what the source says of itself, else by
 * features of the project with the same names, which the shift puts some hundred metres away. The numbers alone cannot
 * tell.
 */
final class Gcj02Guess {
    /** The value of a guess that they are. */
    static final String YES = "gcj02";

    private static final List<String> WORDS = List.of("gcj", "火星", "高德", "amap", "autonavi", "腾讯地图");
    /** Rows of a layer of the project that are looked at; larger ones are no layer of named places. */
    private static final int MOST = 20_000;

    private static final int LEAST_PAIRS = 3;
    /** Nearer than this they lie where they should, metres. */
    private static final double NEAR = 60;
    /** How much nearer they must come. */
    private static final double SHARE = 0.35;
    /** Metres of a degree of latitude. */
    private static final double DEGREE = 111_195;

    /** Features of a source: where they are, and their texts. */
    record Named(Coordinate at, List<String> texts) {}

    private final Workspace workspace;
    private final Progress progress;

    Gcj02Guess(Workspace workspace, Progress progress) {
        this.workspace = workspace;
        this.progress = progress;
    }

    /**
     * Guesses.
     *
     * @param words names of the file, the layer and the columns
     * @param extent of the coordinates, degrees of the source
     * @param features some of the source's
     */
    Guess of(List<String> words, Envelope extent, List<Named> features) {
        if (extent.isNull() || !Gcj02.applies(extent.centre().x, extent.centre().y)) {
            return Guess.none("app.guess-gcj02-abroad");
        }
        for (String word : words) {
            String plain = word.toLowerCase(Locale.ROOT);
            if (WORDS.stream().anyMatch(plain::contains)) {
                return new Guess(YES, Message.of("app.guess-gcj02-word", word));
            }
        }
        Guess compared = workspace == null ? null : compared(features);
        return compared != null ? compared : Guess.none("app.guess-gcj02-unknown");
    }

    private Guess compared(List<Named> features) {
        for (String layer : workspace.layers()) {
            progress.check();
            try {
                Guess guess = compared(layer, features);
                if (guess != null) {
                    return guess;
                }
            } catch (IOException | RiskMapException unreadable) {
                // another layer may tell
                continue;
            }
        }
        return null;
    }

    /** What a layer of the project tells; null for nothing. */
    private Guess compared(String layer, List<Named> features) throws IOException {
        SimpleFeatureSource source = workspace.features(layer);
        boolean usable = source.getSchema().getDescriptor("name") != null
                && source.getSchema().getCoordinateReferenceSystem() != null
                && source.getCount(Query.ALL) <= MOST;
        if (!usable) {
            return null;
        }
        Map<String, Coordinate> places = places(source);
        List<Double> before = new ArrayList<>();
        List<Double> after = new ArrayList<>();
        for (Named feature : features) {
            for (String text : feature.texts()) {
                Coordinate there = places.get(text);
                if (there != null) {
                    before.add(metres(feature.at(), there));
                    after.add(metres(unshifted(feature.at()), there));
                    break;
                }
            }
        }
        if (before.size() < LEAST_PAIRS) {
            return null;
        }
        double far = median(before);
        double near = median(after);
        String count = Integer.toString(before.size());
        if (near < SHARE * far && far > NEAR) {
            return new Guess(YES, Message.of("app.guess-gcj02-nearer", count, layer, rounded(far), rounded(near)));
        }
        return far < NEAR || far < SHARE * near
                ? Guess.none("app.guess-gcj02-not", count, layer, rounded(far), rounded(near))
                : null;
    }

    /** Name → place in degrees, of names that only one feature has. */
    private Map<String, Coordinate> places(SimpleFeatureSource source) throws IOException {
        CoordinateReferenceSystem crs = source.getSchema().getCoordinateReferenceSystem();
        CrsTransform toDegrees = Crs.transform(crs, Crs.of(4326));
        Map<String, Coordinate> places = new HashMap<>();
        List<String> twice = new ArrayList<>();
        try (SimpleFeatureIterator rows = source.getFeatures().features()) {
            while (rows.hasNext()) {
                SimpleFeature row = rows.next();
                Object name = row.getAttribute("name");
                if (name != null && row.getDefaultGeometry() instanceof Geometry geometry && !geometry.isEmpty()) {
                    Coordinate middle = geometry.getCentroid().getCoordinate();
                    double[] at = {middle.x, middle.y};
                    toDegrees.apply(at, 1);
                    if (places.put(name.toString(), new Coordinate(at[0], at[1])) != null) {
                        twice.add(name.toString());
                    }
                }
            }
        }
        twice.forEach(places::remove);
        return places;
    }

    private static Coordinate unshifted(Coordinate at) {
        double[] degrees = {at.x, at.y};
        Gcj02.toWgs84().apply(degrees, 1);
        return new Coordinate(degrees[0], degrees[1]);
    }

    private static double metres(Coordinate one, Coordinate other) {
        double east = (one.x - other.x) * Math.cos(Math.toRadians(one.y));
        return DEGREE * Math.hypot(east, one.y - other.y);
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    private static String rounded(double metres) {
        return Long.toString(Math.round(metres));
    }
}
