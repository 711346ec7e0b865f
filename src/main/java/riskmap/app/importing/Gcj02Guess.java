package riskmap.app.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.data.GeometryKind;
import riskmap.data.QualityRule;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;
import riskmap.geo.crs.Gcj02;
import riskmap.io.FeatureStream;
import riskmap.io.ImportLog;

/**
 * Whether degrees are GCJ-02, the shifted coordinates of Chinese web maps: by what the source says of itself, else by
 * features of the project with the same names, which the shift puts some hundred metres away, else by how well the
 * places fit the layers they ought to fit ({@link Gcj02Comparison}): features of their kind, what the catalogue's rules
 * say they lie at or keep clear of, the area of the district. The numbers alone cannot tell, and nothing is converted
 * because of a guess: it is told with its figures.
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

    /** Places that it takes to compare: with features of their kind, with a rule, with any other layer. */
    private static final int OF_KIND = 5;

    private static final int OF_RULE = 8;
    private static final int OF_OTHER = 20;
    /** How near features of one kind in two surveys lie, and features of two layers that hold the same things, metres. */
    private static final double SAME_PLACE = 30;

    private static final double SAME_THING = 15;
    /** Rules that let features lie farther off say nothing about a shift. */
    private static final double NEAR_RULE = 200;
    /** Layers of the catalogue that hold the district's area, the most exact first. */
    private static final List<String> AREAS = List.of("district", "town");
    /** Features that are looked at to warn in an import that nobody previewed. */
    private static final int LOOKED_AT = 2_000;

    /** Features of a source, in degrees, and their texts. */
    record Named(Geometry shape, List<String> texts) {
        Coordinate at() {
            return shape.getEnvelopeInternal().centre();
        }
    }

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
     * @param kind key of the kind they seem to be of, or empty
     */
    Guess of(List<String> words, Envelope extent, List<Named> features, String kind) {
        if (extent.isNull() || !Gcj02.applies(extent.centre().x, extent.centre().y)) {
            return Guess.none("app.guess-gcj02-abroad");
        }
        for (String word : words) {
            String plain = word.toLowerCase(Locale.ROOT);
            if (WORDS.stream().anyMatch(plain::contains)) {
                return new Guess(YES, Message.of("app.guess-gcj02-word", word));
            }
        }
        if (workspace == null || features.isEmpty()) {
            return Guess.none("app.guess-gcj02-unknown");
        }
        Guess compared = compared(features);
        return compared != null ? compared : fitting(features, kind);
    }

    /** What the layers tell that the features ought to fit. */
    private Guess fitting(List<Named> features, String kind) {
        Gcj02Comparison middles = comparison(features, false);
        Gcj02Comparison vertices = comparison(features, true);
        boolean lines = features.get(0).shape().getDimension() == 1;
        List<Gcj02Comparison.Reading> readings = new ArrayList<>();
        List<String> present = workspace.layers();
        for (String layer : present) {
            if (!kind.isEmpty() && isOf(layer, kind)) {
                readings.add(() -> (lines ? vertices : middles).distances(layer, OF_KIND, SAME_PLACE, !lines));
            }
        }
        Catalogue.standard().find(kind).ifPresent(known -> known.rules().stream()
                .filter(rule -> rule.setting("only").isEmpty()
                        && present.contains(rule.setting("layer").orElse("")))
                .forEach(rule -> readings.add(() -> byRule(rule, middles))));
        AREAS.stream()
                .filter(present::contains)
                .forEach(layer -> readings.add(() -> middles.areas(layer, OF_OTHER, true)));
        for (String layer : present) {
            if (holdsSuch(layer, features.get(0).shape())) {
                readings.add(() -> (lines ? vertices : middles).distances(layer, OF_OTHER, SAME_THING, !lines));
            }
        }
        Message unclear = null;
        for (Gcj02Comparison.Reading reading : readings) {
            progress.check();
            Gcj02Comparison.Finding found = Gcj02Comparison.orNothing(reading).orElse(null);
            if (found != null && found.verdict() != Gcj02Comparison.Verdict.UNCLEAR) {
                return new Guess(found.verdict() == Gcj02Comparison.Verdict.SHIFTED ? YES : "", found.reason());
            }
            unclear = unclear == null && found != null ? found.reason() : unclear;
        }
        return unclear == null ? Guess.none("app.guess-gcj02-unknown") : new Guess("", unclear);
    }

    private Gcj02Comparison comparison(List<Named> features, boolean vertices) {
        List<Coordinate> places = new ArrayList<>();
        for (Named feature : features) {
            if (vertices) {
                places.addAll(List.of(feature.shape().getCoordinates()));
            } else {
                places.add(
                        feature.shape().getDimension() == 2
                                ? feature.shape().getCentroid().getCoordinate()
                                : feature.at());
            }
        }
        return new Gcj02Comparison(workspace, places, progress);
    }

    private boolean isOf(String layer, String kind) {
        return layer.equals(kind)
                || workspace.kind(layer).filter(of -> of.key().equals(kind)).isPresent();
    }

    /** Whether a layer's geometries are of one dimension with a shape, and few enough to be looked at for that alone. */
    private boolean holdsSuch(String layer, Geometry shape) {
        try {
            SimpleFeatureSource source = workspace.features(layer);
            GeometryDescriptor geometry = source.getSchema().getGeometryDescriptor();
            return geometry != null
                    && GeometryKind.of(geometry.getType().getBinding()) == GeometryKind.of(shape.getClass())
                    && source.getCount(Query.ALL) <= MOST;
        } catch (IOException | RiskMapException unreadable) {
            return false;
        }
    }

    private static Optional<Gcj02Comparison.Finding> byRule(QualityRule rule, Gcj02Comparison places)
            throws IOException {
        String layer = rule.setting("layer").orElseThrow();
        String is = rule.type().equals("relation") ? rule.setting("is").orElse("") : "";
        double metres = rule.number("metres", 0);
        if (is.equals("near") && metres > 0 && metres <= NEAR_RULE) {
            return places.distances(layer, OF_RULE, metres, false);
        }
        boolean clear =
                is.equals("clear") && metres == 0 && rule.setting("where").isEmpty();
        return clear ? places.areas(layer, OF_OTHER, false) : Optional.empty();
    }

    /** What to warn of before a source is imported as it stands; empty where nothing speaks for GCJ-02. */
    static Optional<Message> warning(ImportSource source, String kind, Workspace workspace, Progress progress)
            throws IOException {
        try (FeatureStream stream = source.open(new ImportLog())) {
            CoordinateReferenceSystem crs = stream.type().getCoordinateReferenceSystem();
            if (source.options().gcj02() || crs == null || !Crs.isGeographic(crs)) {
                return Optional.empty();
            }
            List<String> words = new ArrayList<>(List.of(source.fileName(), source.name()));
            stream.type().getAttributeDescriptors().forEach(column -> words.add(column.getLocalName()));
            Envelope extent = new Envelope();
            List<Named> features = new ArrayList<>();
            SimpleFeature feature = stream.next();
            for (int i = 0; i < LOOKED_AT && feature != null; i++, feature = stream.next()) {
                if (feature.getDefaultGeometry() instanceof Geometry shape && !shape.isEmpty()) {
                    extent.expandToInclude(shape.getEnvelopeInternal());
                    List<String> texts = new ArrayList<>();
                    feature.getAttributes().stream()
                            .filter(value -> value instanceof String)
                            .forEach(value -> texts.add((String) value));
                    features.add(new Named(shape, texts));
                }
            }
            Guess guess = new Gcj02Guess(workspace, progress).of(words, extent, features, kind);
            return guess.isFound() ? Optional.of(guess.reason()) : Optional.empty();
        }
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
