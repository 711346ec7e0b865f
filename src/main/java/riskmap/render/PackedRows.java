package riskmap.render;

/**
 * The arrays of a {@link PackedLayer}.
 *
 * @param dimension per row: 1 point, 2 line, 3 polygon
 * @param firstPart per row: index of its first part
 * @param endPart per row: index of the part after its last one
 * @param parts how many parts there are; the arrays of parts and points may be longer, with room for edits
 * @param firstPoint per part and one more: index of its first point
 * @param xy coordinates from the origin
 * @param boxes per row: min x, min y, max x, max y
 * @param blocks the same per {@link PackedLayer#BLOCK} rows
 * @param ids ids of the features
 */
record PackedRows(
        byte[] dimension,
        int[] firstPart,
        int[] endPart,
        int parts,
        int[] firstPoint,
        float[] xy,
        float[] boxes,
        float[] blocks,
        FeatureIds ids) {

    PackedRows withBlocks(float[] of) {
        return new PackedRows(dimension, firstPart, endPart, parts, firstPoint, xy, boxes, of, ids);
    }

    long bytes() {
        return dimension.length
                + 4 * (2L * firstPart.length + firstPoint.length + xy.length + boxes.length + blocks.length)
                + ids.bytes();
    }
}
