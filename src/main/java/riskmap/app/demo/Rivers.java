package riskmap.app.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import riskmap.geo.raster.GridGeometry;

/**
 * The rivers: where more than {@link #THRESHOLD_KM2} drain through a cell. Each runs from its source to the sea, the
 * frame or the river it joins; at a confluence the branch with the larger catchment keeps the name.
 */
final class Rivers {
    /** Catchment at which a river begins, in km². */
    static final double THRESHOLD_KM2 = 1.6;
    /** Rivers shorter than this are left out, in cells. */
    private static final int SHORTEST = 9;
    /** Depth of the bed below the ground beside it, in metres. */
    private static final double BED = 0.8;

    /**
     * A river.
     *
     * @param cells from source to mouth; the last is the cell of the river it joins, if it joins one
     * @param line the same places smoothed, z the height of the bed, never rising
     * @param joins number of the river it joins, or −1
     */
    record River(int number, int[] cells, Coordinate[] line, double catchmentKm2, int joins) {
        double widthMetres() {
            return 3 + 1.9 * Math.sqrt(catchmentKm2);
        }
    }

    private final Relief relief;
    private final Noise noise;
    private final GridGeometry geometry;
    private final Drainage drainage;
    private final float threshold;
    private final int[] mainDonor;
    /** River of each river cell, −1 elsewhere. */
    private final int[] riverOf;

    private final List<River> rivers = new ArrayList<>();

    Rivers(Relief relief, DistrictTerrain terrain, Noise noise) {
        this.noise = noise;
        this.relief = relief;
        geometry = relief.geometry();
        drainage = relief.drainage();
        threshold = (float) (THRESHOLD_KM2 * 1e6 / geometry.cellArea());
        mainDonor = new int[geometry.cellCount()];
        riverOf = new int[geometry.cellCount()];
        Arrays.fill(mainDonor, -1);
        Arrays.fill(riverOf, -1);
        findMainDonors();
        trace(terrain);
    }

    List<River> rivers() {
        return rivers;
    }

    int riverOf(int cell) {
        return riverOf[cell];
    }

    /** The river cell upstream that most of the water comes from, or −1 at the source. */
    int mainDonor(int cell) {
        return mainDonor[cell];
    }

    Relief relief() {
        return relief;
    }

    private boolean isRiver(int cell) {
        return drainage.upstream[cell] >= threshold;
    }

    private void findMainDonors() {
        for (int i = 0; i < drainage.count(); i++) {
            int cell = drainage.order[i];
            int receiver = drainage.receiver[cell];
            if (receiver >= 0
                    && isRiver(cell)
                    && (mainDonor[receiver] < 0 || drainage.upstream[cell] > drainage.upstream[mainDonor[receiver]])) {
                mainDonor[receiver] = cell;
            }
        }
    }

    private void trace(DistrictTerrain terrain) {
        // order runs from the outlets up, so a confluence is known before what joins there
        for (int i = 0; i < drainage.count(); i++) {
            int cell = drainage.order[i];
            int receiver = drainage.receiver[cell];
            if (isRiver(cell) && (receiver < 0 || mainDonor[receiver] != cell)) {
                add(cell, receiver, terrain);
            }
        }
    }

    private void add(int mouth, int receiver, DistrictTerrain terrain) {
        Deque<Integer> path = new ArrayDeque<>();
        int joins = receiver < 0 ? -1 : riverOf[receiver];
        if (receiver >= 0 && joins < 0) {
            // joins a brook too short to be drawn
            return;
        }
        if (receiver >= 0) {
            path.addFirst(receiver);
        }
        for (int cell = mouth; cell >= 0; cell = mainDonor[cell]) {
            path.addFirst(cell);
        }
        if (path.size() < SHORTEST) {
            return;
        }
        int[] cells = path.stream().mapToInt(Integer::intValue).toArray();
        for (int cell : cells) {
            if (riverOf[cell] < 0) {
                riverOf[cell] = rivers.size();
            }
        }
        double catchment = drainage.upstream[mouth] * geometry.cellArea() / 1e6;
        rivers.add(new River(rivers.size(), cells, line(cells, receiver, terrain), catchment, joins));
    }

    private Coordinate[] line(int[] cells, int receiver, DistrictTerrain terrain) {
        List<Coordinate> points = new ArrayList<>();
        for (int cell : cells) {
            points.add(place(cell));
        }
        if (receiver < 0) {
            points.add(beyond(points));
        }
        double bed = Double.MAX_VALUE;
        for (Coordinate point : points) {
            double ground = terrain.height(point.x, point.y);
            bed = Double.isNaN(ground) ? Math.min(bed, 0) : Math.min(bed, Math.max(0.1, ground - BED));
            point.setZ(bed);
        }
        return points.toArray(Coordinate[]::new);
    }

    /** A cell's centre drawn towards the cells above and below it: the same for every river through it. */
    private Coordinate place(int cell) {
        double x = 0;
        double y = 0;
        int[] around = {cell, cell, mainDonor[cell], drainage.receiver[cell]};
        for (int other : around) {
            int used = other < 0 ? cell : other;
            x += geometry.x(used % geometry.width()) / 4;
            y += geometry.y(used / geometry.width()) / 4;
        }
        // meanders between the cells
        double bend = 0.42 * geometry.cellWidth();
        return new Coordinate(x + bend * noise.at(x / 340, y / 340 + 90), y + bend * noise.at(x / 340 + 90, y / 340));
    }

    /** The last step goes on past the coast, so that the line reaches the sea. */
    private static Coordinate beyond(List<Coordinate> points) {
        Coordinate last = points.get(points.size() - 1);
        Coordinate before = points.get(Math.max(0, points.size() - 4));
        double length = Math.max(1, last.distance(before));
        return new Coordinate(last.x + (last.x - before.x) / length * 250, last.y + (last.y - before.y) / length * 250);
    }
}
