package riskmap.risk.model.fire;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.geotools.api.feature.simple.SimpleFeature;
import riskmap.analysis.LayerRows;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.risk.Conservation;
import riskmap.risk.Workings;
import riskmap.risk.model.count.ConservationTable;
import riskmap.risk.model.result.ResultRows;
import riskmap.risk.model.zone.ClassBreaks;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.model.zone.ZoneLayer;

/** How well the forest is equipped, as tables and zones. */
public final class FireFacilitiesTables {
    private static final int KINDS = 4;

    private final StudyArea area;
    private final ParameterValues values;
    private final FireReach reach;
    private final ForestBlocks blocks;
    private final ZoneLayer zones;
    private final double cellHectares;
    private final double drawnHectares;
    /** Cells of the forest by town and {@link FireReach#gap}. */
    private final long[][] gapsByTown;

    private final long forestCells;
    private final List<Conservation> proofs;

    public FireFacilitiesTables(
            StudyArea area, ParameterValues values, FireReach reach, ForestBlocks blocks, Progress progress) {
        this.area = area;
        this.values = values;
        this.reach = reach;
        this.blocks = blocks;
        this.cellHectares = area.lattice().cellArea() / 1e4;
        float[] gaps = new float[area.lattice().cellCount()];
        for (int cell = 0; cell < gaps.length; cell++) {
            gaps[cell] = reach.gap(cell);
        }
        zones = ZoneLayer.of(area, gaps, gap -> gap, values.number("minimum-zone-area"), progress);
        double drawn = 0;
        for (var stand : area.rows("forest_stand", progress).geometries()) {
            drawn += stand == null ? 0 : stand.getArea();
        }
        drawnHectares = drawn / 1e4;
        gapsByTown = countGaps();
        forestCells = countForest();
        proofs = accounts();
    }

    /** That no row of the facilities and no cell of the forest is lost. */
    public List<Conservation> proofs() {
        return proofs;
    }

    public List<Table> tables() {
        List<Table> tables = new ArrayList<>(List.of(progress(), byDistance(), byTown()));
        tables.add(largeBlocks());
        return tables;
    }

    public ResultRows gaps() {
        ResultRows rows = new ResultRows("fire_gap", area.lattice().crs());
        zones.pieces().stream().filter(piece -> piece.value() > 0).forEach(piece -> {
            SimpleFeature row = rows.add(piece.polygon());
            row.setAttribute("level", (long) piece.value());
            row.setAttribute(
                    "level_name", Message.of("risk.gap-" + piece.value()).text(Language.CHINESE));
            row.setAttribute("town", area.townNames()[piece.area()]);
            row.setAttribute("area_m2", piece.polygon().getArea());
        });
        return rows;
    }

    /** Stores and kilometres of lanes by state, against the plan. */
    private Table progress() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(plan("stores", "fire_water_store", values.integer("planned-stores"), false));
        rows.add(plan("lanes", "fire_lane", values.number("planned-lanes"), true));
        return new Table(
                "fire-plan",
                Message.of("risk.table-fire-plan"),
                List.of(
                        column("facility", "", 0),
                        column("unit", "", 0),
                        column("plan", "", 2),
                        column("built", "", 2),
                        column("under-construction", "", 2),
                        column("only-planned", "", 2),
                        column("plan-share", "%", 1),
                        column("plan-missing", "", 2)),
                rows);
    }

    private List<Object> plan(String name, String kind, double plan, boolean length) {
        double built = amount(kind, "built", length);
        List<Object> row = new ArrayList<>();
        row.add(Message.of("risk.facility-" + name));
        row.add(Message.of(length ? "risk.unit-km" : "risk.unit-pieces"));
        row.add(plan);
        row.add(built);
        row.add(amount(kind, "building", length));
        row.add(amount(kind, "planned", length));
        row.add(plan > 0 ? (Object) (100 * built / plan) : null);
        row.add(Math.max(0, plan - built));
        return row;
    }

    /** Rows of a state, or the kilometres drawn of them. */
    private double amount(String kind, String state, boolean length) {
        if (!area.has(kind)) {
            return 0;
        }
        LayerRows rows = area.rows(kind, Progress.silent());
        String[] states = rows.texts("state");
        double sum = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (state.equals(states[row] == null ? "built" : states[row])) {
                sum += !length
                        ? 1
                        : rows.geometry(row) == null ? 0 : rows.geometry(row).getLength() / 1000;
            }
        }
        return sum;
    }

    /** Forest by distance to the next store and the next lane, ha. */
    private Table byDistance() {
        double[] distances = values.numbers("distances");
        double[][] hectares = new double[2][distances.length + 1];
        double forest = 0;
        for (int cell = 0; cell < area.lattice().cellCount(); cell++) {
            if (reach.forest()[cell] && area.townOfCell(cell) >= 0) {
                hectares[0][ClassBreaks.level(reach.toStore(cell), distances) - 1] += cellHectares;
                hectares[1][ClassBreaks.level(reach.toLane(cell), distances) - 1] += cellHectares;
                forest += cellHectares;
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i <= distances.length; i++) {
            String low = i == 0 ? "0" : Workings.shown(distances[i - 1]);
            rows.add(List.of(
                    i == distances.length
                            ? Message.of("risk.class-from", low, "m")
                            : Message.of("risk.class-between", low, Workings.shown(distances[i]), "m"),
                    hectares[0][i],
                    share(hectares[0][i], forest),
                    hectares[1][i],
                    share(hectares[1][i], forest)));
        }
        rows.add(List.of(Message.of("risk.total"), forest, share(forest, forest), forest, share(forest, forest)));
        return new Table(
                "forest-by-distance",
                Message.of("risk.table-forest-by-distance"),
                List.of(
                        column("distance", "", 0),
                        column("to-store", "ha", 1),
                        column("to-store-share", "%", 1),
                        column("to-lane", "ha", 1),
                        column("to-lane-share", "%", 1)),
                rows);
    }

    private static double share(double part, double whole) {
        return whole > 0 ? 100 * part / whole : 0;
    }

    /** Forest by town and what reaches it, ha by the centres of cells. */
    private Table byTown() {
        long[][] cells = gapsByTown;
        List<List<Object>> rows = new ArrayList<>();
        for (int town = 0; town < cells.length; town++) {
            List<Object> row = new ArrayList<>();
            row.add(area.townNames()[town]);
            double sum = 0;
            for (int gap = 1; gap <= KINDS; gap++) {
                row.add(cells[town][gap] * cellHectares);
                sum += cells[town][gap] * cellHectares;
            }
            row.add(sum);
            rows.add(row);
        }
        return new Table(
                "fire-gaps",
                Message.of("risk.table-fire-gaps"),
                List.of(
                        column("town", "", 0),
                        column("within-both", "ha", 1),
                        column("beyond-water", "ha", 1),
                        column("beyond-lanes", "ha", 1),
                        column("beyond-both", "ha", 1),
                        column("forest-ha", "ha", 1)),
                rows);
    }

    private long[][] countGaps() {
        long[][] cells = new long[area.townNames().length][KINDS + 1];
        for (int cell = 0; cell < area.lattice().cellCount(); cell++) {
            int town = area.townOfCell(cell);
            if (town >= 0 && reach.gap(cell) > 0) {
                cells[town][reach.gap(cell)]++;
            }
        }
        return cells;
    }

    /** That no row of the facilities and no cell of the forest is lost: within reach of both, or beyond one of them. */
    private List<Conservation> accounts() {
        Set<String> states = FireFacilities.states(values.text("counted"));
        List<Conservation> proofs = new ArrayList<>();
        for (String kind : List.of("fire_water_store", "fire_lane")) {
            if (area.has(kind)) {
                proofs.add(FireFacilities.accounted(kind, area.rows(kind, Progress.silent()), states));
            }
        }
        long within = 0;
        long beyond = 0;
        for (long[] town : gapsByTown) {
            within += town[1];
            beyond += Arrays.stream(town).skip(2).sum();
        }
        proofs.add(FireFacilities.counted("forest_stand", "cells", within, beyond, 0, forestCells));
        return proofs;
    }

    /** The blocks above the limit, the largest first; the largest of all when none is. */
    private Table largeBlocks() {
        List<List<Object>> rows = new ArrayList<>();
        for (int block = 0; block < Math.max(blocks.tooLarge(), Math.min(1, blocks.count())); block++) {
            List<Object> row = new ArrayList<>();
            row.add(block + 1L);
            row.add(blocks.town(block));
            row.add(blocks.hectares(block));
            row.add(Message.of(block < blocks.tooLarge() ? "risk.block-large" : "risk.block-fine"));
            rows.add(row);
        }
        return new Table(
                "forest-blocks",
                Message.of("risk.table-forest-blocks"),
                List.of(
                        column("block", "", 0),
                        column("town", "", 0),
                        column("area-ha", "ha", 1),
                        column("block-size", "", 0)),
                rows);
    }

    private long countForest() {
        long cells = 0;
        for (int cell = 0; cell < area.lattice().cellCount(); cell++) {
            cells += reach.forest()[cell] && area.townOfCell(cell) >= 0 ? 1 : 0;
        }
        return cells;
    }

    private double forest() {
        return forestCells * cellHectares;
    }

    public List<Message> notes() {
        List<Message> notes = new ArrayList<>(List.of(
                Message.of(
                        "risk.note-fire-facilities",
                        Message.of("risk.fire-facilities.counted." + values.text("counted")),
                        Workings.shown(values.number("store-reach")),
                        Workings.shown(values.number("lane-reach"))),
                Message.of("risk.note-forest-cells", Workings.shown(forest()), Workings.shown(drawnHectares)),
                Message.of("risk.note-blocks", blocks.count(), blocks.tooLarge())));
        proofs.forEach(proof -> notes.add(ConservationTable.note(proof)));
        return notes;
    }

    public Workings workings() {
        Workings workings = new Workings();
        double stores = amount("fire_water_store", "built", false);
        double lanes = amount("fire_lane", "built", true);
        double plan = values.integer("planned-stores");
        double kilometres = values.number("planned-lanes");
        workings.of(Message.of("risk.facility-stores"));
        if (plan > 0) {
            workings.add("plan-share", "p = n/N·100 %", 100 * stores / plan, "%", "%s/%s × 100", stores, plan);
        }
        workings.of(Message.of("risk.facility-lanes"));
        if (kilometres > 0) {
            workings.add(
                    "plan-share", "p = n/N·100 %", 100 * lanes / kilometres, "%", "%s/%s × 100", lanes, kilometres);
        }
        if (forest() > 0) {
            workings.add("lane-density", "δ = L/A", 1000 * lanes / forest(), "m/ha", "%s/%s", 1000 * lanes, forest());
        }
        return workings;
    }
}
