package riskmap.risk.model.fire;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Inputs;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Rasterizer;
import riskmap.geo.terrain.Viewshed;
import riskmap.risk.Chart;
import riskmap.risk.Conservation;
import riskmap.risk.Workings;
import riskmap.risk.model.result.ResultRows;
import riskmap.risk.model.zone.GridWindow;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.model.zone.ZoneLayer;

/** How many lookouts see each cell of the forest (of all ground, when the project has no forest). */
public final class LookoutCount {
    /** Cells seen by more are shown as these. */
    private static final int MOST = 2;

    /** The ground seen by none, one, two and more, without the sums. */
    public static final Chart CHART =
            new Chart("lookout-summary", Chart.Kind.BAR, "seen", List.of("area_ha")).first(MOST + 1);

    private final StudyArea area;
    private final ParameterValues values;
    private final List<Lookouts.Lookout> lookouts;
    private final boolean[] looked;
    private final int[] seen;
    private final long[] cellsOf;
    private final long[] onlyOf;
    private final double cellHectares;
    private final boolean forest;
    private final long[][] byTown;
    private final long[] bySeen = new long[MOST + 1];
    private final boolean[] off;
    private final long[] unknown;
    private ZoneLayer zones;

    public LookoutCount(Inputs inputs, ParameterValues values, StudyArea area, Progress progress) {
        this.area = area;
        this.values = values;
        this.cellHectares = area.lattice().cellArea() / 1e4;
        this.forest = area.has("forest_stand");
        lookouts = Lookouts.of(inputs, values, area.lattice().crs(), progress);
        off = new boolean[lookouts.size()];
        unknown = new long[area.townNames().length];
        Grid ground = area.ground(progress.part(0, 0.1));
        looked = looked(ground, progress.part(0.1, 0.2));
        seen = new int[looked.length];
        int[] last = new int[looked.length];
        cellsOf = new long[lookouts.size()];
        onlyOf = new long[lookouts.size()];
        for (int i = 0; i < lookouts.size(); i++) {
            double from = 0.2 + 0.8 * i / lookouts.size();
            look(ground, i, last, progress.part(from, from + 0.8 / lookouts.size()));
        }
        for (int cell = 0; cell < seen.length; cell++) {
            if (seen[cell] == 1 && area.townOfCell(cell) >= 0) {
                onlyOf[last[cell]]++;
            }
        }
        byTown = byTownAndSeen();
        for (long[] town : byTown) {
            for (int i = 0; i <= MOST; i++) {
                bySeen[i] += town[i];
            }
        }
    }

    private boolean[] looked(Grid ground, Progress progress) {
        boolean[] cells = new boolean[area.lattice().cellCount()];
        float[] mask = null;
        if (forest) {
            List<Geometry> stands = Arrays.stream(
                            area.rows("forest_stand", progress).geometries())
                    .filter(Objects::nonNull)
                    .toList();
            mask = Rasterizer.mask(area.lattice(), stands, Rasterizer.Rule.CENTRE, progress)
                    .cells();
        }
        for (int cell = 0; cell < cells.length; cell++) {
            boolean wanted = area.isActive(cell) && (mask == null || mask[cell] == 1);
            cells[cell] = wanted && !Float.isNaN(ground.cells()[cell]);
            if (wanted && !cells[cell] && area.townOfCell(cell) >= 0) {
                unknown[area.townOfCell(cell)]++;
            }
        }
        return cells;
    }

    private void look(Grid ground, int number, int[] last, Progress progress) {
        Lookouts.Lookout lookout = lookouts.get(number);
        Grid window = GridWindow.around(ground, lookout.x(), lookout.y(), lookout.radius());
        if (window == null || Float.isNaN(ground.at(lookout.x(), lookout.y()))) {
            off[number] = true;
            return;
        }
        float[] view = new Viewshed(window, lookout.height(), values.number("target-height"), lookout.radius())
                .count(new double[] {lookout.x(), lookout.y()}, progress)
                .cells();
        int column = area.lattice().column(window.geometry().x(0));
        int row = area.lattice().row(window.geometry().y(0));
        for (int y = 0; y < window.height(); y++) {
            for (int x = 0; x < window.width(); x++) {
                int cell = (row + y) * area.lattice().width() + column + x;
                if (view[y * window.width() + x] > 0 && looked[cell]) {
                    seen[cell]++;
                    last[cell] = number;
                    cellsOf[number] += area.townOfCell(cell) >= 0 ? 1 : 0;
                }
            }
        }
    }

    public void zones(Progress progress) {
        float[] classes = new float[seen.length];
        for (int cell = 0; cell < classes.length; cell++) {
            classes[cell] = looked[cell] ? 1 + Math.min(MOST, seen[cell]) : 0;
        }
        zones = ZoneLayer.of(area, classes, each -> each, values.number("minimum-zone-area"), progress);
    }

    public ResultRows layer() {
        ResultRows rows = new ResultRows("lookout_view", area.lattice().crs());
        zones.pieces().stream().filter(piece -> piece.value() > 0).forEach(piece -> {
            SimpleFeature row = rows.add(piece.polygon());
            row.setAttribute("seen", piece.value() - 1L);
            row.setAttribute(
                    "seen_name", Message.of("risk.seen-" + (piece.value() - 1)).text(Language.CHINESE));
            row.setAttribute("town", area.townNames()[piece.area()]);
            row.setAttribute("area_m2", piece.polygon().getArea());
        });
        return rows;
    }

    /** Cells by town and how many see them: none, one, two and more. */
    private long[][] byTownAndSeen() {
        long[][] cells = new long[area.townNames().length][MOST + 1];
        for (int cell = 0; cell < seen.length; cell++) {
            int town = area.townOfCell(cell);
            if (town >= 0 && looked[cell]) {
                cells[town][Math.min(MOST, seen[cell])]++;
            }
        }
        return cells;
    }

    public Table summary() {
        long[] cells = bySeen;
        double all = Arrays.stream(cells).sum();
        List<List<Object>> rows = new ArrayList<>();
        rows.add(line("risk.seen-0", cells[0], all));
        rows.add(line("risk.seen-1", cells[1], all));
        rows.add(line("risk.seen-2", cells[2], all));
        rows.add(line("risk.seen-any", cells[1] + cells[2], all));
        rows.add(line("risk.total", Arrays.stream(cells).sum(), all));
        return new Table(
                "lookout-summary",
                Message.of("risk.table-lookout-summary"),
                List.of(column("seen", "", 0), column("area-ha", "ha", 1), column("area-share", "%", 2)),
                rows);
    }

    private List<Object> line(String key, long cells, double all) {
        return List.of(Message.of(key), cells * cellHectares, all > 0 ? 100 * cells / all : 0.0);
    }

    /** What each lookout sees, and what it alone sees. */
    public Table byLookout() {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < lookouts.size(); i++) {
            Lookouts.Lookout lookout = lookouts.get(i);
            rows.add(Arrays.asList(
                    lookout.name(),
                    lookout.height(),
                    lookout.radius() / 1000,
                    off[i] ? null : (Object) (cellsOf[i] * cellHectares),
                    off[i] ? null : (Object) (onlyOf[i] * cellHectares)));
        }
        return new Table(
                "lookouts",
                Message.of("risk.table-lookouts"),
                List.of(
                        column("lookout", "", 0),
                        column("eye-height", "m", 0),
                        column("view-radius", "km", 1),
                        column("seen-ha", "ha", 1),
                        column("only-ha", "ha", 1)),
                rows);
    }

    public Table byTown() {
        long[][] cells = byTown;
        List<List<Object>> rows = new ArrayList<>();
        for (int town = 0; town < cells.length; town++) {
            double all = Arrays.stream(cells[town]).sum();
            boolean known = all > 0 || unknown[town] == 0;
            List<Object> row = new ArrayList<>();
            row.add(area.townNames()[town]);
            row.add(known ? (Object) (all * cellHectares) : null);
            for (int i = 0; i <= MOST; i++) {
                row.add(known ? (Object) (cells[town][i] * cellHectares) : null);
            }
            row.add(all > 0 ? (Object) (100 * cells[town][0] / all) : null);
            rows.add(row);
        }
        return new Table(
                "lookout-towns",
                Message.of("risk.table-lookout-towns"),
                List.of(
                        column("town", "", 0),
                        column("looked-ha", "ha", 1),
                        column("blind-ha", "ha", 1),
                        column("once-ha", "ha", 1),
                        column("twice-ha", "ha", 1),
                        column("blind-share", "%", 1)),
                rows);
    }

    /** That no station and no cell to be looked at is lost: seen by one or more, or by none. */
    public List<Conservation> proofs(Inputs inputs, Progress progress) {
        long[] cells = bySeen;
        long all = 0;
        for (int cell = 0; cell < looked.length; cell++) {
            all += looked[cell] && area.townOfCell(cell) >= 0 ? 1 : 0;
        }
        return List.of(
                Lookouts.accounted(inputs, lookouts.size(), progress),
                FireFacilities.counted(
                        forest ? "forest_stand" : "town", "cells", cells[1] + cells[2], cells[0], 0, all));
    }

    public List<Message> notes() {
        List<Message> notes = new ArrayList<>();
        long[] cells = bySeen;
        double all = Arrays.stream(cells).sum();
        int outside = 0;
        for (boolean one : off) {
            outside += one ? 1 : 0;
        }
        notes.add(Message.of(
                forest ? "risk.note-lookouts" : "risk.note-lookouts-ground",
                lookouts.size() - outside,
                percent(cells[1] + cells[2], all),
                percent(cells[2], all)));
        if (outside > 0) {
            notes.add(Message.of("risk.note-lookouts-outside", outside));
        }
        long without = Arrays.stream(unknown).sum();
        if (without > 0) {
            notes.add(Message.of(
                    forest ? "risk.note-lookouts-unknown" : "risk.note-lookouts-unknown-ground",
                    Workings.shown(without * cellHectares)));
        }
        return notes;
    }

    private static String percent(double part, double all) {
        return String.format(java.util.Locale.ROOT, "%.1f", all > 0 ? 100 * part / all : 0);
    }

    /** How far the earth curves down at the end of each view. */
    public Workings workings() {
        Workings workings = new Workings();
        for (Lookouts.Lookout lookout : lookouts.subList(0, Math.min(2, lookouts.size()))) {
            workings.of(lookout.name());
            workings.add(
                    "earth-curvature",
                    "c = (1 − k)·d²/2R",
                    0.87 * lookout.radius() * lookout.radius() / (2 * 6_371_000),
                    "m",
                    "0.87 × %s²/(2 × 6371000)",
                    lookout.radius());
        }
        return workings;
    }
}
