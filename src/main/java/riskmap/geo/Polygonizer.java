package riskmap.geo;

import java.util.List;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Progress;

/** Polygons of the zones (4-connected cells of one value) of a grid: a valid coverage, areas exactly those of the cells. */
public final class Polygonizer {
    private Polygonizer() {}

    /**
     * A zone.
     *
     * @param value value of its cells
     * @param cells how many cells
     * @param polygon its outline with holes
     */
    public record Zone(float value, int cells, Polygon polygon) {}

    /** The zones in the order of their first cells; cells without data belong to none. */
    public static List<Zone> polygonize(Grid grid, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
