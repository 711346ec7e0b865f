package riskmap.risk.model.zone;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import riskmap.base.Progress;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Rasterizer;

/**
 * The town a place lies in, as {@link StudyArea#townAt} has it, for many places: where no boundary of a town comes near a
 * cell, all of the cell lies in the same towns as its centre; only of the others the exact question is asked.
 */
public final class TownOfPlace {
    private final StudyArea area;
    /** Cells that a boundary runs through, and those around them: a place on their edge may fall in either. */
    private final byte[] nearBoundary;

    public TownOfPlace(StudyArea area, Progress progress) {
        this.area = area;
        List<LineString> rings = new ArrayList<>();
        for (Geometry town : area.towns().geometries()) {
            if (town != null) {
                LinearComponentExtracter.getLines(town, rings);
            }
        }
        this.nearBoundary = around(area.lattice(), rings, progress);
    }

    /** The town (on a common boundary: the first), −1 for none. */
    public int at(double x, double y) {
        int cell = area.cellAt(x, y);
        return cell < 0 || nearBoundary[cell] != 0 ? area.townAt(x, y) : area.townOfCell(cell);
    }

    /** 1 in the cells that one of the shapes touches and in the eight around each, 0 elsewhere. */
    static byte[] around(GridGeometry lattice, List<? extends Geometry> shapes, Progress progress) {
        int width = lattice.width();
        byte[] touched = Rasterizer.marks(lattice, shapes, Rasterizer.Rule.ALL_TOUCHED, progress.part(0, 0));
        byte[] beside = new byte[touched.length];
        lattice.bandsOfRows(progress.part(0, 0), (from, to) -> {
            for (int row = from; row < to; row++) {
                int first = row * width;
                int last = first + width - 1;
                // what lies over the edge counts as what lies at it
                beside[first] = (byte) (touched[first] | touched[Math.min(first + 1, last)]);
                beside[last] = (byte) (touched[last] | touched[Math.max(last - 1, first)]);
                for (int i = first + 1; i < last; i++) {
                    beside[i] = (byte) (touched[i - 1] | touched[i] | touched[i + 1]);
                }
            }
        });
        // what was touched is not asked for any more
        byte[] around = touched;
        lattice.bandsOfRows(progress.part(0, 0), (from, to) -> {
            for (int row = from; row < to; row++) {
                int here = row * width;
                int north = Math.max(0, row - 1) * width;
                int south = Math.min(lattice.height() - 1, row + 1) * width;
                for (int i = 0; i < width; i++) {
                    around[here + i] = (byte) (beside[north + i] | beside[here + i] | beside[south + i]);
                }
            }
        });
        return around;
    }
}
