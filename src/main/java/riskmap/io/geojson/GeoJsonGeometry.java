package riskmap.io.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import riskmap.base.Message;
import riskmap.io.ImportLog;
import riskmap.io.Place;

/**
 * Reads GeoJSON geometry objects; their members may come in any order. Ordinates behind the third are dropped, as RFC
 * 7946 §3.1.1 says.
 */
final class GeoJsonGeometry {
    /** Deepest arrays of coordinates: those of a MultiPolygon. */
    private static final int DEEPEST = 4;

    private static final int DEEPEST_COLLECTION = 16;

    private final GeometryFactory factory = new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY);
    private final ImportLog log;
    private Place place = Place.file();

    GeoJsonGeometry(ImportLog log) {
        this.log = log;
    }

    /** A geometry object that is JSON but no geometry; the parser stands behind it. */
    static final class BadGeometry extends IOException {
        private static final long serialVersionUID = 1L;

        BadGeometry(String message) {
            super(message);
        }
    }

    /**
     * Reads the object at whose start, or at whose null, the parser stands, to its end.
     *
     * @throws BadGeometry when it is no geometry; it is read to its end all the same
     */
    Geometry read(JsonParser in, Place where) throws IOException {
        place = where;
        Raw raw = raw(in, 0);
        return raw == null ? null : geometry(raw);
    }

    /** The members of a geometry object, before their order matters. */
    private static final class Raw {
        private String type;
        private Object coordinates;
        private List<Raw> geometries;
        private String problem;
    }

    private Raw raw(JsonParser in, int depth) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        Raw raw = new Raw();
        if (in.currentToken() != JsonToken.START_OBJECT || depth > DEEPEST_COLLECTION) {
            in.skipChildren();
            raw.problem = "no object";
            return raw;
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            JsonToken value = in.nextToken();
            if (name.equals("type") && value == JsonToken.VALUE_STRING) {
                raw.type = in.getText();
            } else if (name.equals("coordinates") && value == JsonToken.START_ARRAY) {
                raw.coordinates = coordinates(in, raw, 0);
            } else if (name.equals("geometries") && value == JsonToken.START_ARRAY) {
                raw.geometries = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    Raw part = raw(in, depth + 1);
                    if (part != null) {
                        raw.geometries.add(part);
                    }
                }
            } else {
                in.skipChildren();
            }
        }
        return raw;
    }

    /** A position as double[], or a list of positions or lists; reads to the end of the array whatever is in it. */
    private static Object coordinates(JsonParser in, Raw raw, int depth) throws IOException {
        JsonToken token = in.nextToken();
        if (token.isNumeric() || token == JsonToken.VALUE_NULL && depth > 0) {
            return position(in, raw);
        }
        List<Object> items = new ArrayList<>();
        for (; token != JsonToken.END_ARRAY; token = in.nextToken()) {
            if (token == JsonToken.START_ARRAY && depth < DEEPEST) {
                items.add(coordinates(in, raw, depth + 1));
            } else {
                in.skipChildren();
                raw.problem = "coordinates: " + token.name();
            }
        }
        return items;
    }

    private static double[] position(JsonParser in, Raw raw) throws IOException {
        double[] ordinates = new double[3];
        int count = 0;
        for (JsonToken token = in.currentToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            if (token.isNumeric()) {
                if (count < 3) {
                    ordinates[count] = in.getDoubleValue();
                }
                count++;
            } else {
                in.skipChildren();
                raw.problem = "coordinates: " + token.name();
            }
        }
        if (count < 2) {
            raw.problem = "a position of " + count + " numbers";
        }
        return count == 2 ? new double[] {ordinates[0], ordinates[1]} : ordinates;
    }

    private Geometry geometry(Raw raw) throws BadGeometry {
        if (raw.problem != null || raw.type == null) {
            throw new BadGeometry(raw.problem == null ? "no type" : raw.problem);
        }
        try {
            return switch (raw.type) {
                case "Point" -> point(raw.coordinates);
                case "MultiPoint" ->
                    factory.createMultiPoint(
                            list(raw.coordinates).stream().map(this::point).toArray(Point[]::new));
                case "LineString" -> line(raw.coordinates);
                case "MultiLineString" ->
                    factory.createMultiLineString(
                            list(raw.coordinates).stream().map(this::line).toArray(LineString[]::new));
                case "Polygon" -> polygon(raw.coordinates);
                case "MultiPolygon" ->
                    factory.createMultiPolygon(list(raw.coordinates).stream()
                            .map(this::polygon)
                            .filter(polygon -> !polygon.isEmpty())
                            .toArray(Polygon[]::new));
                case "GeometryCollection" -> collection(raw);
                default -> throw new BadGeometry(raw.type);
            };
        } catch (ClassCastException | IllegalArgumentException wrongShape) {
            throw new BadGeometry(raw.type + ": wrong nesting of coordinates");
        }
    }

    private Geometry collection(Raw raw) throws BadGeometry {
        List<Geometry> parts = new ArrayList<>();
        if (raw.geometries == null) {
            throw new BadGeometry("no geometries");
        }
        for (Raw part : raw.geometries) {
            parts.add(geometry(part));
        }
        return factory.createGeometryCollection(parts.toArray(Geometry[]::new));
    }

    private Point point(Object coordinates) {
        if (coordinates instanceof List<?> list && list.isEmpty()) {
            return factory.createPoint();
        }
        return factory.createPoint(sequence(List.of((double[]) coordinates), false));
    }

    private LineString line(Object coordinates) {
        List<?> positions = list(coordinates);
        if (positions.size() == 1) {
            throw new IllegalArgumentException("a line of one point");
        }
        return factory.createLineString(sequence(positions, false));
    }

    private Polygon polygon(Object coordinates) {
        List<LinearRing> rings = new ArrayList<>();
        for (Object part : list(coordinates)) {
            List<?> positions = list(part);
            if (positions.isEmpty()) {
                continue;
            }
            double[] first = (double[]) positions.get(0);
            double[] last = (double[]) positions.get(positions.size() - 1);
            boolean closed = first[0] == last[0] && first[1] == last[1];
            if (!closed) {
                log.repaired(Message.of("io.ring-closed"), place.at(first[0], first[1]));
            }
            if (positions.size() + (closed ? 0 : 1) < 4) {
                log.repaired(Message.of("io.part-dropped"), place.at(first[0], first[1]));
                if (rings.isEmpty()) {
                    return factory.createPolygon();
                }
                continue;
            }
            rings.add(factory.createLinearRing(sequence(positions, !closed)));
        }
        return rings.isEmpty()
                ? factory.createPolygon()
                : factory.createPolygon(
                        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private static List<?> list(Object coordinates) {
        if (coordinates == null) {
            throw new IllegalArgumentException("no coordinates");
        }
        return (List<?>) coordinates;
    }

    private static CoordinateSequence sequence(List<?> positions, boolean close) {
        int dimension = 2;
        for (Object position : positions) {
            dimension = Math.max(dimension, ((double[]) position).length);
        }
        int size = positions.size() + (close ? 1 : 0);
        double[] packed = new double[dimension * size];
        for (int i = 0; i < size; i++) {
            double[] position = (double[]) positions.get(i % positions.size());
            packed[i * dimension] = position[0];
            packed[i * dimension + 1] = position[1];
            if (dimension > 2) {
                packed[i * dimension + 2] = position.length > 2 ? position[2] : Double.NaN;
            }
        }
        return new PackedCoordinateSequence.Double(packed, dimension, 0);
    }
}
