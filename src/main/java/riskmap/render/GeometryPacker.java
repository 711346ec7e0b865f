package riskmap.render;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.data.gpkg.PlainShape;
import riskmap.geo.crs.CrsTransform;

/** Collects geometries into the arrays of {@link PackedRows}. */
final class GeometryPacker {
    private final CrsTransform transform;
    private byte[] dimension = new byte[1024];
    private int[] firstPart = new int[1025];
    private int[] firstPoint = new int[1025];
    private float[] xy = new float[8192];
    private float[] boxes = new float[4096];
    private int rows;
    private int parts;
    private int points;
    private double originX = Double.NaN;
    private double originY = Double.NaN;
    private double[] buffer = new double[256];

    GeometryPacker(CrsTransform transform) {
        this.transform = transform;
    }

    /** Packs geometries as they would be beside those of another packer with this origin. */
    GeometryPacker(CrsTransform transform, double originX, double originY) {
        this.transform = transform;
        this.originX = originX;
        this.originY = originY;
    }

    double originX() {
        return Double.isNaN(originX) ? 0 : originX;
    }

    double originY() {
        return Double.isNaN(originY) ? 0 : originY;
    }

    /** Adds a geometry; says how many rows it became: none when null or empty. */
    int add(Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            return 0;
        }
        boolean mixed = geometry.getClass() == GeometryCollection.class;
        if (!mixed) {
            return row(geometry);
        }
        int result = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            result += add(geometry.getGeometryN(i));
        }
        return result;
    }

    private int row(Geometry geometry) {
        int partsBefore = parts;
        int kind = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry member = geometry.getGeometryN(i);
            if (member instanceof Point point) {
                kind = 1;
                part(point.getCoordinateSequence(), 0);
            } else if (member instanceof LineString line) {
                kind = 2;
                part(line.getCoordinateSequence(), 0);
            } else if (member instanceof Polygon polygon && !polygon.isEmpty()) {
                kind = 3;
                part(polygon.getExteriorRing().getCoordinateSequence(), 1);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    part(polygon.getInteriorRingN(hole).getCoordinateSequence(), -1);
                }
            }
        }
        return closeRow(partsBefore, kind) ? 1 : 0;
    }

    /** Adds a row of lines or areas; says whether the map's CRS can show it. */
    boolean add(PlainShape shape) {
        int partsBefore = parts;
        for (int i = 0; i < shape.parts(); i++) {
            int from = 2 * shape.begin(i);
            int size = shape.end(i) - shape.begin(i);
            room(size);
            System.arraycopy(shape.xy(), from, buffer, 0, 2 * size);
            part(size, !shape.isArea() ? 0 : shape.isHole(i) ? -1 : 1);
        }
        return closeRow(partsBefore, shape.isArea() ? 3 : 2);
    }

    /** Makes room for so many points of a part. */
    private void room(int size) {
        if (buffer.length < 2 * size) {
            buffer = new double[4 * size];
        }
    }

    /** Adds a point; says whether the map's CRS can show it. There are a million of them: without the steps of a part. */
    boolean addPoint(double x, double y) {
        buffer[0] = x;
        buffer[1] = y;
        if (transform != null) {
            transform.apply(buffer, 1);
        }
        if (!Double.isFinite(buffer[0]) || !Double.isFinite(buffer[1])) {
            return false;
        }
        beginAt(buffer[0], buffer[1]);
        ensure(1);
        room();
        float east = (float) (buffer[0] - originX);
        float north = (float) (buffer[1] - originY);
        xy[2 * points] = east;
        xy[2 * points + 1] = north;
        points++;
        parts++;
        firstPoint[parts] = points;
        dimension[rows] = 1;
        firstPart[rows + 1] = parts;
        boxes[4 * rows] = east;
        boxes[4 * rows + 1] = north;
        boxes[4 * rows + 2] = east;
        boxes[4 * rows + 3] = north;
        rows++;
        return true;
    }

    /** Makes a row of the parts since; false where there are none. */
    private boolean closeRow(int partsBefore, int kind) {
        if (parts == partsBefore) {
            return false;
        }
        room();
        dimension[rows] = (byte) kind;
        firstPart[rows + 1] = parts;
        box(partsBefore);
        rows++;
        return true;
    }

    /** Makes room for one more row. */
    private void room() {
        if (rows == dimension.length) {
            dimension = Arrays.copyOf(dimension, rows * 2);
            firstPart = Arrays.copyOf(firstPart, rows * 2 + 1);
            boxes = Arrays.copyOf(boxes, rows * 8);
        }
    }

    /** Measures from the first place there is. */
    private void beginAt(double x, double y) {
        if (Double.isNaN(originX)) {
            originX = x;
            originY = y;
        }
    }

    private void box(int fromPart) {
        float minX = Float.POSITIVE_INFINITY;
        float minY = Float.POSITIVE_INFINITY;
        float maxX = Float.NEGATIVE_INFINITY;
        float maxY = Float.NEGATIVE_INFINITY;
        for (int i = firstPoint[fromPart]; i < points; i++) {
            minX = Math.min(minX, xy[2 * i]);
            maxX = Math.max(maxX, xy[2 * i]);
            minY = Math.min(minY, xy[2 * i + 1]);
            maxY = Math.max(maxY, xy[2 * i + 1]);
        }
        boxes[4 * rows] = minX;
        boxes[4 * rows + 1] = minY;
        boxes[4 * rows + 2] = maxX;
        boxes[4 * rows + 3] = maxY;
    }

    /**
     * Adds a part without the points that the map's CRS cannot show.
     *
     * @param orientation 1 or −1 for rings that must turn that way, 0 for any
     */
    private void part(CoordinateSequence sequence, int orientation) {
        int size = sequence.size();
        room(size);
        for (int i = 0; i < size; i++) {
            buffer[2 * i] = sequence.getX(i);
            buffer[2 * i + 1] = sequence.getY(i);
        }
        part(size, orientation);
    }

    /** The same for the points in the buffer. */
    private void part(int size, int orientation) {
        int kept = 0;
        if (transform != null) {
            transform.apply(buffer, size);
        }
        for (int i = 0; i < size; i++) {
            if (Double.isFinite(buffer[2 * i]) && Double.isFinite(buffer[2 * i + 1])) {
                buffer[2 * kept] = buffer[2 * i];
                buffer[2 * kept + 1] = buffer[2 * i + 1];
                kept++;
            }
        }
        if (kept == 0) {
            return;
        }
        beginAt(buffer[0], buffer[1]);
        boolean reverse = orientation != 0 && orientation * twiceArea(kept) < 0;
        ensure(kept);
        for (int i = 0; i < kept; i++) {
            int from = reverse ? kept - 1 - i : i;
            xy[2 * (points + i)] = (float) (buffer[2 * from] - originX);
            xy[2 * (points + i) + 1] = (float) (buffer[2 * from + 1] - originY);
        }
        points += kept;
        parts++;
        firstPoint[parts] = points;
    }

    private double twiceArea(int count) {
        double sum = 0;
        for (int i = 0, j = count - 1; i < count; j = i++) {
            sum += (buffer[2 * j] - buffer[0]) * (buffer[2 * i + 1] - buffer[1])
                    - (buffer[2 * i] - buffer[0]) * (buffer[2 * j + 1] - buffer[1]);
        }
        return sum;
    }

    private void ensure(int more) {
        if (2 * (points + more) > xy.length) {
            xy = Arrays.copyOf(
                    xy, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(2L * (points + more), xy.length * 2L)));
        }
        if (parts + 2 > firstPoint.length) {
            firstPoint = Arrays.copyOf(firstPoint, firstPoint.length * 2);
        }
    }

    PackedRows rows(FeatureIds ids) {
        float[] exactBoxes = Arrays.copyOf(boxes, 4 * rows);
        return new PackedRows(
                Arrays.copyOf(dimension, rows),
                Arrays.copyOf(firstPart, rows),
                Arrays.copyOfRange(firstPart, 1, rows + 1),
                parts,
                Arrays.copyOf(firstPoint, parts + 1),
                Arrays.copyOf(xy, 2 * points),
                exactBoxes,
                LayerPacker.blocks(exactBoxes, rows),
                ids);
    }
}
