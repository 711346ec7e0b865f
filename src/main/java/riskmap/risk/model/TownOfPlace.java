package riskmap.risk.model;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import riskmap.base.Progress;
import riskmap.geo.GridGeometry;
import riskmap.geo.Parallel;
import riskmap.geo.Rasterizer;

/**
 * The town a place lies in, as {@link StudyArea#townAt} has it, for many places: where no boundary of a town comes near a
 * cell, all of the cell lies in the same towns as its centre; only of the others the exact question is asked.
 */
final class TownOfPlace {
    private final StudyArea area;
    /** Cells that a boundary runs through, and those around them: a place on their edge may fall in either. */
    private final byte[] nearBoundary;

    TownOfPlace(StudyArea area, Progress progress) {
        this.area = area;
        GridGeometry lattice = area.lattice();
        float[] spare = area.takeSpareCells();
        Rasterizer lines = new Rasterizer(
                lattice,
                Rasterizer.Rule.ALL_TOUCHED,
                Rasterizer.Combine.LAST,
                Float.NaN,
                spare == null ? new float[lattice.cellCount()] : spare,
                progress.part(0, 0));
        for (Geometry town : area.towns().geometries()) {
            if (town != null) {
                @SuppressWarnings("unchecked")
                List<LineString> rings = LinearComponentExtracter.getLines(town);
                rings.forEach(ring -> lines.add(ring, 1));
            }
        }
        this.nearBoundary = around(lattice, lines.finish().cells(), progress);
    }

    /** The town (on a common boundary: the first), −1 for none. */
    int at(double x, double y) {
        int cell = area.cellAt(x, y);
        return cell < 0 || nearBoundary[cell] != 0 ? area.townAt(x, y) : area.townOfCell(cell);
    }

    /** 1 in the cells that hold a 1 and in the eight around each, 0 elsewhere. */
    static byte[] around(GridGeometry lattice, float[] cells, Progress progress) {
        int width = lattice.width();
        byte[] beside = new byte[cells.length];
        Parallel.rows(lattice, progress.part(0, 0), (from, to) -> {
            for (int row = from; row < to; row++) {
                int first = row * width;
                int last = first + width - 1;
                for (int i = first; i <= last; i++) {
                    boolean west = i > first && cells[i - 1] == 1;
                    boolean east = i < last && cells[i + 1] == 1;
                    beside[i] = (byte) (west | east | cells[i] == 1 ? 1 : 0);
                }
            }
        });
        byte[] around = new byte[cells.length];
        Parallel.rows(lattice, progress.part(0, 0), (from, to) -> {
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
