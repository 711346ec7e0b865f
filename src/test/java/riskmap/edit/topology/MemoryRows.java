package riskmap.edit.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.geo.Grids;
import riskmap.geo.shape.Form;

/** Layers in memory that edits are made on and applied to, as a session would. */
public final class MemoryRows implements RowsNear {
    private final Map<String, TreeMap<Long, Row>> layers = new TreeMap<>();
    private long nextFid = 1;
    private int read;

    /** Adds a row of the multi-part type of its geometry. */
    public Row add(String layer, String wkt) {
        return add(layer, Grids.wkt(wkt));
    }

    public Row add(String layer, Geometry geometry) {
        Class<?> type =
                switch (geometry.getDimension()) {
                    case 0 -> Point.class;
                    case 1 -> MultiLineString.class;
                    default -> MultiPolygon.class;
                };
        return add(layer, geometry, type);
    }

    public Row add(String layer, Geometry geometry, Class<?> type) {
        long fid = nextFid++;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("geom", Form.of(type, geometry).apply(geometry, null));
        values.put("uuid", "uuid-" + fid);
        values.put("name", "row " + fid);
        values.put("people", (int) fid * 10);
        Row row = new Row(layer, fid, "geom", type, values);
        rows(layer).put(fid, row);
        return row;
    }

    public long newFid(String layer) {
        return nextFid++;
    }

    public Row row(String layer, long fid) {
        return rows(layer).get(fid);
    }

    public Row now(Row row) {
        return row(row.layer(), row.fid());
    }

    public List<Row> all(String layer) {
        return List.copyOf(rows(layer).values());
    }

    public Geometry[] shapes(String layer) {
        return all(layer).stream().map(Row::geometry).toArray(Geometry[]::new);
    }

    /** How many rows were handed out. */
    public int read() {
        return read;
    }

    @Override
    public List<Row> near(String layer, Envelope extent) {
        List<Row> found = new ArrayList<>();
        for (Row row : rows(layer).values()) {
            if (row.extent().intersects(extent)) {
                found.add(row);
            }
        }
        read += found.size();
        return found;
    }

    /** Applies an edit and checks that it says truly what was there before. */
    public void apply(Changes changes) {
        for (RowChange change : changes.rows()) {
            TreeMap<Long, Row> rows = rows(change.layer());
            Row held = rows.get(change.fid());
            if (change.isAdded() != (held == null)) {
                throw new AssertionError("row " + change.fid() + " is " + (held == null ? "not there" : "there"));
            }
            if (change.isRemoved()) {
                expectSame(change.before(), held);
                rows.remove(change.fid());
            } else {
                Row like = held != null
                        ? held
                        : change.isAdded() && !rows.isEmpty()
                                ? rows.firstEntry().getValue()
                                : null;
                Map<String, Object> values = new LinkedHashMap<>(held == null ? Map.of() : held.values());
                if (held != null) {
                    expectSame(change.before(), held);
                }
                values.putAll(change.after());
                Class<?> type = like == null ? values.get("geom").getClass() : like.type();
                rows.put(change.fid(), new Row(change.layer(), change.fid(), "geom", type, values));
            }
        }
    }

    /** All rows with all values, geometries as exact text. */
    public Map<String, Object> picture() {
        Map<String, Object> picture = new TreeMap<>();
        layers.forEach((layer, rows) -> rows.forEach((fid, row) ->
                row.values().forEach((column, value) -> picture.put(layer + "." + fid + "." + column, exact(value)))));
        return picture;
    }

    /** An irregular coverage of quads whose edges have further vertices, in real coordinates; every fifth edge is long. */
    public static MemoryRows coverage(long seed, int size) {
        Random random = new Random(seed);
        Coordinate[][] corners = new Coordinate[size + 1][size + 1];
        for (int i = 0; i <= size; i++) {
            for (int k = 0; k <= size; k++) {
                corners[i][k] = new Coordinate(
                        500000 + 100 * i + 60 * (random.nextDouble() - 0.5),
                        4150000 + 100 * k + 60 * (random.nextDouble() - 0.5));
            }
        }
        Map<String, List<Coordinate>> edges = new LinkedHashMap<>();
        MemoryRows rows = new MemoryRows();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                List<Coordinate> ring = new ArrayList<>();
                edge(edges, random, corners[i][k], corners[i + 1][k], ring);
                edge(edges, random, corners[i + 1][k], corners[i + 1][k + 1], ring);
                edge(edges, random, corners[i + 1][k + 1], corners[i][k + 1], ring);
                edge(edges, random, corners[i][k + 1], corners[i][k], ring);
                ring.add(ring.get(0));
                rows.add(
                        "parcel",
                        new org.locationtech.jts.geom.GeometryFactory().createPolygon(ring.toArray(Coordinate[]::new)));
            }
        }
        return rows;
    }

    /** The edge without its end, with up to two vertices between, the same from both sides. */
    private static void edge(
            Map<String, List<Coordinate>> edges, Random random, Coordinate a, Coordinate b, List<Coordinate> ring) {
        boolean forward = a.compareTo(b) < 0;
        Coordinate from = forward ? a : b;
        Coordinate to = forward ? b : a;
        List<Coordinate> between = edges.computeIfAbsent(from + "/" + to, key -> {
            List<Coordinate> made = new ArrayList<>();
            int count = random.nextInt(3);
            for (int i = 1; i <= count; i++) {
                double share = (double) i / (count + 1);
                double off = 10 * (random.nextDouble() - 0.5);
                made.add(
                        new Coordinate(from.x + share * (to.x - from.x) + off, from.y + share * (to.y - from.y) + off));
            }
            return made;
        });
        ring.add(a);
        List<Coordinate> ordered = new ArrayList<>(between);
        if (!forward) {
            java.util.Collections.reverse(ordered);
        }
        ring.addAll(ordered);
    }

    private static void expectSame(Map<String, Object> before, Row held) {
        before.forEach((column, value) -> {
            if (!RowChange.same(value, held.values().get(column))) {
                throw new AssertionError("before of " + column + " is not what row " + held.fid() + " holds");
            }
        });
    }

    private static Object exact(Object value) {
        if (!(value instanceof Geometry geometry)) {
            return String.valueOf(value);
        }
        StringBuilder text = new StringBuilder(geometry.getGeometryType());
        for (Coordinate vertex : geometry.getCoordinates()) {
            text.append(' ')
                    .append(Double.doubleToLongBits(vertex.x))
                    .append(',')
                    .append(Double.doubleToLongBits(vertex.y))
                    .append(',')
                    .append(Double.doubleToLongBits(vertex.getZ()));
        }
        return text.toString();
    }

    private TreeMap<Long, Row> rows(String layer) {
        return layers.computeIfAbsent(layer, name -> new TreeMap<>());
    }
}
