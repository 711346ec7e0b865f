package riskmap.render;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;

/**
 * The features of a layer packed for drawing: coordinates in the map's CRS as floats from an origin inside the layer (2
 * mm fine over 32 km), boxes, and the columns that the style asks for. Never changes once built.
 *
 * <p>Rings are oriented, shells one way and holes the other, so that the non-zero rule fills them right even when many
 * polygons share a path. A member of a geometry collection is a row of its own. A row that an edit has emptied keeps its
 * place with dimension 0 and a box that meets nothing.
 */
final class PackedLayer {
    /** Rows whose boxes are summed into one, to skip them together. */
    static final int BLOCK = 64;

    private final CoordinateReferenceSystem crs;
    private final double originX;
    private final double originY;
    private final PackedRows rows;
    private final Map<String, Object[]> columns;
    private final List<String> columnNames;
    private final EditTrail trail;
    private final int revision;
    private volatile SimpleFeatureType rowType;

    PackedLayer(
            CoordinateReferenceSystem crs,
            double originX,
            double originY,
            PackedRows rows,
            Map<String, Object[]> columns,
            EditTrail trail,
            int revision) {
        this.crs = crs;
        this.originX = originX;
        this.originY = originY;
        this.rows = rows;
        this.columns = columns;
        this.columnNames = List.copyOf(columns.keySet());
        this.trail = trail;
        this.revision = revision;
    }

    /** The layer after an edit: the same columns of other rows. */
    PackedLayer after(PackedRows changed, Map<String, Object[]> values, int next) {
        PackedLayer result = new PackedLayer(crs, originX, originY, changed, values, trail, next);
        result.rowType = rowType;
        return result;
    }

    /** The type of the features that rows stand for. */
    SimpleFeatureType rowType() {
        SimpleFeatureType known = rowType;
        if (known == null) {
            known = FeatureCursor.type(this);
            rowType = known;
        }
        return known;
    }

    CoordinateReferenceSystem crs() {
        return crs;
    }

    double originX() {
        return originX;
    }

    double originY() {
        return originY;
    }

    /** The edits that have led from the layer as it was read to this revision of it, and to later ones. */
    EditTrail trail() {
        return trail;
    }

    /** The edits from an earlier revision to this one; empty when it is another reading or too long ago. */
    Optional<List<EditTrail.Step>> since(PackedLayer earlier) {
        return earlier.trail == trail ? trail.between(earlier.revision, revision) : Optional.empty();
    }

    int size() {
        return rows.dimension().length;
    }

    PackedRows rows() {
        return rows;
    }

    /** 1 for points, 2 for lines, 3 for polygons, 0 for nothing. */
    int dimension(int row) {
        return rows.dimension()[row];
    }

    int firstPart(int row) {
        return rows.firstPart()[row];
    }

    /** The part after the row's last one. */
    int endPart(int row) {
        return rows.endPart()[row];
    }

    int firstPoint(int part) {
        return rows.firstPoint()[part];
    }

    int endPoint(int part) {
        return rows.firstPoint()[part + 1];
    }

    /** x from the origin at even, y at odd places. */
    float[] xy() {
        return rows.xy();
    }

    float minX(int row) {
        return rows.boxes()[4 * row];
    }

    float minY(int row) {
        return rows.boxes()[4 * row + 1];
    }

    float maxX(int row) {
        return rows.boxes()[4 * row + 2];
    }

    float maxY(int row) {
        return rows.boxes()[4 * row + 3];
    }

    List<String> columnNames() {
        return columnNames;
    }

    Object value(String column, int row) {
        return columns.get(column)[row];
    }

    Object[] column(String column) {
        return columns.get(column);
    }

    /** The id of the feature that a row belongs to. */
    String id(int row) {
        return rows.ids().get(row);
    }

    /** The rows whose box meets a rectangle of the map's CRS, in order. */
    IntList visible(Envelope extent) {
        float west = (float) (extent.getMinX() - originX);
        float east = (float) (extent.getMaxX() - originX);
        float south = (float) (extent.getMinY() - originY);
        float north = (float) (extent.getMaxY() - originY);
        float[] blocks = rows.blocks();
        float[] boxes = rows.boxes();
        int size = size();
        int[] result = new int[1024];
        int count = 0;
        for (int block = 0; block * BLOCK < size; block++) {
            int b = 4 * block;
            if (blocks[b] > east || blocks[b + 2] < west || blocks[b + 1] > north || blocks[b + 3] < south) {
                continue;
            }
            if (count + BLOCK > result.length) {
                result = Arrays.copyOf(result, 2 * result.length);
            }
            int end = Math.min(size, (block + 1) * BLOCK);
            for (int row = block * BLOCK; row < end; row++) {
                // noted in any case and kept or not: where rows lie in no order a processor guesses half of them wrong
                result[count] = row;
                count += meets(boxes, 4 * row, west, south, east, north);
            }
        }
        return new IntList(result, count);
    }

    /** 1 when the box at a place meets a rectangle, else 0: found without a branch from the signs of the distances. */
    private static int meets(float[] boxes, int at, float west, float south, float east, float north) {
        int signs = Float.floatToRawIntBits(east - boxes[at])
                | Float.floatToRawIntBits(boxes[at + 2] - west)
                | Float.floatToRawIntBits(north - boxes[at + 1])
                | Float.floatToRawIntBits(boxes[at + 3] - south);
        return ~signs >>> 31;
    }

    /** Those of some rows whose box meets a rectangle of the map's CRS. */
    IntList visible(Envelope extent, IntList of) {
        float west = (float) (extent.getMinX() - originX);
        float east = (float) (extent.getMaxX() - originX);
        float south = (float) (extent.getMinY() - originY);
        float north = (float) (extent.getMaxY() - originY);
        float[] boxes = rows.boxes();
        int[] result = new int[of.size()];
        int count = 0;
        for (int i = 0; i < result.length; i++) {
            int row = of.get(i);
            result[count] = row;
            count += meets(boxes, 4 * row, west, south, east, north);
        }
        return new IntList(result, count);
    }

    /** Bytes held, about: object columns are counted as references and one short value in four. */
    long bytes() {
        return rows.bytes() + (long) columns.size() * size() * 20;
    }
}
