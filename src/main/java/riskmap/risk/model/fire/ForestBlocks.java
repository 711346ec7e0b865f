package riskmap.risk.model.fire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.polygonize.Polygonizer;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Rasterizer;
import riskmap.risk.model.result.ResultRows;
import riskmap.risk.model.zone.StudyArea;

/**
 * The forest as blocks: cells of forest that hang together over their sides once the cells of fire lanes (and of roads when
 * told so) are taken out. Small parts of less than a hundredth of the largest block allowed are no blocks.
 */
public final class ForestBlocks {
    private static final double LEAST_SHARE = 0.01;

    private final StudyArea area;
    private final List<Polygonizer.Zone> blocks;
    private final double limit;
    private final double cellHectares;

    private ForestBlocks(StudyArea area, List<Polygonizer.Zone> blocks, double limit) {
        this.area = area;
        this.blocks = blocks;
        this.limit = limit;
        this.cellHectares = area.lattice().cellArea() / 1e4;
    }

    public static ForestBlocks of(StudyArea area, ParameterValues values, boolean[] forest, Progress progress) {
        List<Geometry> dividing = new ArrayList<>();
        if (area.has("fire_lane")) {
            Set<String> states = FireFacilities.states(values.text("counted"));
            dividing.addAll(FireFacilities.of(area.rows("fire_lane", progress), states));
        }
        if (values.flag("roads-divide") && area.has("road")) {
            Arrays.stream(area.rows("road", progress).geometries())
                    .filter(Objects::nonNull)
                    .forEach(dividing::add);
        }
        float[] cut = Rasterizer.mask(area.lattice(), dividing, Rasterizer.Rule.ALL_TOUCHED, progress.part(0, 0.4))
                .cells();
        float[] cells = new float[forest.length];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = forest[cell] && cut[cell] != 1 && area.townOfCell(cell) >= 0 ? 1 : Float.NaN;
        }
        double limit = values.number("largest-block");
        double least = LEAST_SHARE * limit * 1e4 / area.lattice().cellArea();
        List<Polygonizer.Zone> blocks =
                Polygonizer.polygonize(new Grid(area.lattice(), cells), progress.part(0.4, 1)).stream()
                        .filter(zone -> zone.cells() >= least)
                        .sorted(Comparator.comparingLong((Polygonizer.Zone zone) -> -zone.cells()))
                        .toList();
        return new ForestBlocks(area, blocks, limit);
    }

    int count() {
        return blocks.size();
    }

    double hectares(int block) {
        return blocks.get(block).cells() * cellHectares;
    }

    /** Blocks above the limit; one of just the limit counts among them. */
    int tooLarge() {
        int count = 0;
        while (count < blocks.size() && hectares(count) >= limit) {
            count++;
        }
        return count;
    }

    /** The town the middle of a block lies in. */
    String town(int block) {
        var middle = blocks.get(block).polygon().getInteriorPoint();
        int town = area.townAt(middle.getX(), middle.getY());
        return town < 0 ? null : area.townNames()[town];
    }

    public ResultRows layer() {
        ResultRows rows = new ResultRows("forest_block", area.lattice().crs());
        int large = tooLarge();
        for (int block = 0; block < blocks.size(); block++) {
            SimpleFeature row = rows.add(blocks.get(block).polygon());
            row.setAttribute("level", block < large ? 4L : 1L);
            row.setAttribute("block", block + 1L);
            row.setAttribute("area_ha", hectares(block));
        }
        return rows;
    }
}
