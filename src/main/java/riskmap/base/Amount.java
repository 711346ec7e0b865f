package riskmap.base;

/** How much a layer, table or raster holds, in words. */
public final class Amount {
    private Amount() {}

    /** So many rows, or so many cells of a raster. */
    public static Message of(long count, boolean raster) {
        return Message.of(raster ? "base.cells" : "base.rows", count);
    }
}
