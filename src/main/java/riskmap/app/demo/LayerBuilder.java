package riskmap.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureImpl;
import org.geotools.filter.identity.FeatureIdImpl;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import riskmap.data.Catalogue;
import riskmap.data.FieldType;
import riskmap.data.GeometryKind;
import riskmap.data.LayerKind;

/** Makes the features of one layer: values by field key, the common fields filled in. */
final class LayerBuilder {
    /** What every feature names as its source. */
    static final String SOURCE = "演示数据";

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final LocalDate SURVEY_START = LocalDate.of(2022, 3, 1);
    private static final int SURVEY_DAYS = 270;

    private final Ground ground;
    private final PlaceNames names;
    private final LayerKind kind;
    private final SimpleFeatureType type;
    private final List<SimpleFeature> features = new ArrayList<>();
    private final Set<String> given = new HashSet<>();
    private Object[] values;

    LayerBuilder(Scene scene, String key) {
        ground = scene.ground;
        names = scene.names;
        kind = Catalogue.standard().kind(key);
        type = kind.featureType(key, ground.crs);
    }

    /** Begins a feature; the town is filled in from the place of its geometry. */
    LayerBuilder add(Geometry geometry) {
        values = new Object[type.getAttributeCount()];
        int number = features.size();
        features.add(new SimpleFeatureImpl(values, type, new FeatureIdImpl(kind.key() + "." + (number + 1)), false));
        if (geometry != null) {
            values[0] = multi(geometry);
        }
        Noise noise = ground.noise;
        long salt = Noise.mix(kind.key().hashCode());
        set("uuid", uuid(noise.hash(salt, 2L * number), noise.hash(salt, 2L * number + 1)));
        set("source", SOURCE);
        set("surveyor", names.person(noise.below(salt, number, 60)));
        set("surveyed_on", SURVEY_START.plusDays(noise.below(salt, number + 1_000_000L, SURVEY_DAYS)));
        if (geometry != null && kind.field("town").isPresent()) {
            set("town", ground.towns.nameAt(place(geometry)));
        }
        return this;
    }

    LayerBuilder add(Coordinate place) {
        return add(FACTORY.createPoint(new Coordinate(place.x, place.y)));
    }

    /** Sets a value; whole numbers and decimals become what the field holds. */
    LayerBuilder set(String key, Object value) {
        int index = type.indexOf(key);
        if (index < 0) {
            throw new IllegalArgumentException(kind.key() + " has no field " + key);
        }
        Class<?> binding = type.getDescriptor(index).getType().getBinding();
        if (value instanceof Number number) {
            values[index] = binding == FieldType.INTEGER.binding()
                    ? (Object) Math.round(number.doubleValue())
                    : (Object) number.doubleValue();
        } else {
            values[index] = value;
        }
        return this;
    }

    /** Sets a decimal, rounded. */
    LayerBuilder set(String key, double value, int decimals) {
        double factor = StrictMath.pow(10, decimals);
        return set(key, Math.round(value * factor) / factor);
    }

    /** A name of this stem that no other feature of the layer has: 第二, 第三 … in it when it is taken. */
    String distinct(String stem, String ending) {
        String name = stem + ending;
        for (int i = 2; !given.add(name); i++) {
            name = stem + "第" + PlaceNames.chinese(i) + ending;
        }
        return name;
    }

    int size() {
        return features.size();
    }

    SimpleFeatureCollection collection() {
        return new ListFeatureCollection(type, features);
    }

    private static String uuid(long high, long low) {
        // version 4, variant 2
        return new UUID(high & ~0xF000L | 0x4000L, low & ~(3L << 62) | 2L << 62).toString();
    }

    private Geometry multi(Geometry geometry) {
        Geometry result = geometry;
        if (kind.geometry() == GeometryKind.POLYGON && geometry instanceof Polygon polygon) {
            result = FACTORY.createMultiPolygon(new Polygon[] {polygon});
        } else if (kind.geometry() == GeometryKind.LINE && geometry instanceof LineString line) {
            result = FACTORY.createMultiLineString(new LineString[] {line});
        }
        return result;
    }

    private static Coordinate place(Geometry geometry) {
        return geometry.getDimension() == 2
                ? geometry.getInteriorPoint().getCoordinate()
                : geometry.getCoordinates()[geometry.getNumPoints() / 2];
    }
}
