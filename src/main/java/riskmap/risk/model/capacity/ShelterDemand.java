package riskmap.risk.model.capacity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.ExactSum;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.overlay.AreaIndex;
import riskmap.risk.Conservation;

/**
 * The people who need a shelter, gathered by cell and town. Shares of people are carried from cell to cell, so that the
 * whole numbers of all cells add up to the rounded sum.
 */
public final class ShelterDemand {
    /** People of one cell in one town: whole, at their centre of gravity. */
    record Cell(int town, double x, double y, int people) {}

    private final CoordinateReferenceSystem crs;
    private final List<String> towns = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<Message> notes = new ArrayList<>();
    private Conservation conservation;

    private ShelterDemand(CoordinateReferenceSystem crs) {
        this.crs = crs;
    }

    public static ShelterDemand of(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows buildings = inputs.rows("building", progress);
        ShelterDemand demand = new ShelterDemand(buildings.crs());
        demand.notes.addAll(buildings.notes("building"));
        AreaIndex towns = demand.readTowns(inputs, progress);
        AreaIndex zones = values.text("demand").equals("risk-zones")
                ? zones(inputs.rows("risk_zone", progress).in(demand.crs, progress), values.integer("from-level"))
                : null;
        demand.gather(buildings, towns, zones, values, progress);
        return demand;
    }

    private AreaIndex readTowns(Inputs inputs, Progress progress) {
        if (!inputs.has("town")) {
            towns.add("");
            return null;
        }
        LayerRows rows = inputs.rows("town", progress).in(crs, progress);
        String[] names = rows.texts("name");
        for (int row = 0; row < rows.size(); row++) {
            towns.add(rows.called(row, names[row]));
        }
        return new AreaIndex(rows.geometries());
    }

    private static AreaIndex zones(LayerRows rows, long fromLevel) {
        double[] levels = rows.numbers("level");
        Geometry[] wanted = new Geometry[rows.size()];
        for (int row = 0; row < wanted.length; row++) {
            wanted[row] = levels[row] >= fromLevel ? rows.geometry(row) : null;
        }
        return new AreaIndex(wanted);
    }

    private record Key(int town, long column, long row) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byTown = Integer.compare(town, other.town);
            int byRow = byTown != 0 ? byTown : Long.compare(other.row, row);
            return byRow != 0 ? byRow : Long.compare(column, other.column);
        }
    }

    private void gather(
            LayerRows buildings, AreaIndex townIndex, AreaIndex zones, ParameterValues values, Progress progress) {
        double cell = values.number("demand-cell");
        double share = values.number("displaced-share");
        double[] people = buildings.numbers("people");
        Map<Key, double[]> sums = new TreeMap<>();
        ExactSum inside = new ExactSum();
        ExactSum outside = new ExactSum();
        ExactSum without = new ExactSum();
        ExactSum total = new ExactSum();
        long unknown = 0;
        for (int row = 0; row < people.length; row++) {
            if ((row & 1023) == 0) {
                progress.check();
            }
            if (Double.isNaN(people[row])) {
                unknown++;
                continue;
            }
            total.add(people[row]);
            if (buildings.geometry(row) == null) {
                without.add(people[row]);
                continue;
            }
            Point centre = buildings.geometry(row).getCentroid();
            boolean wanted = zones == null || zones.first(centre.getX(), centre.getY()) >= 0;
            if (!wanted) {
                outside.add(people[row]);
                continue;
            }
            inside.add(people[row]);
            int town = townIndex == null ? 0 : townIndex.first(centre.getX(), centre.getY());
            double[] sum = sums.computeIfAbsent(
                    new Key(town, (long) Math.floor(centre.getX() / cell), (long) Math.floor(centre.getY() / cell)),
                    key -> new double[3]);
            sum[0] += people[row];
            sum[1] += people[row] * centre.getX();
            sum[2] += people[row] * centre.getY();
        }
        BigDecimal[] exact = {inside.exact(), outside.exact(), without.exact(), total.exact()};
        conservation = new Conservation("building", "people", exact[0], exact[1], exact[2], exact[3], unknown);
        round(sums, share);
    }

    private void round(Map<Key, double[]> sums, double share) {
        double carried = 0;
        for (Map.Entry<Key, double[]> entry : sums.entrySet()) {
            double[] sum = entry.getValue();
            carried += sum[0] * share;
            int whole = (int) Math.floor(carried + 0.5);
            carried -= whole;
            if (whole > 0 && sum[0] > 0) {
                cells.add(new Cell(entry.getKey().town(), sum[1] / sum[0], sum[2] / sum[0], whole));
            }
        }
    }

    public CoordinateReferenceSystem crs() {
        return crs;
    }

    List<Cell> cells() {
        return cells;
    }

    List<String> towns() {
        return towns;
    }

    /** Name of a town by its index, what lies outside all included. */
    Object town(int index) {
        return index < 0 ? Message.of("risk.outside") : towns.get(index);
    }

    int[] people() {
        return cells.stream().mapToInt(Cell::people).toArray();
    }

    long total() {
        return Arrays.stream(people()).asLongStream().sum();
    }

    Conservation conservation() {
        return conservation;
    }

    public List<Message> notes() {
        return notes;
    }
}
