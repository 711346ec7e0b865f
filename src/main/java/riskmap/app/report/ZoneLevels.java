package riskmap.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.LayerRows;
import riskmap.app.run.RunRecord;
import riskmap.base.Progress;
import riskmap.geo.overlay.AreaIndex;

/**
 * The zones of a run as they are stored: which level holds a place (the highest where zones overlap), and which town. On a
 * border between zones of the combined risk the place belongs to the cell to the south-east, as in its counting.
 */
final class ZoneLevels {
    /** Far less than a cell, far more than rounding: which side of a border a place counts to. */
    private static final double SOUTH_EAST = 1e-6;

    private final CoordinateReferenceSystem crs;
    private final AreaIndex zones;
    private final List<Integer> levels;
    private final AreaIndex towns;
    private final String[] townNames;
    private final double nudge;

    private ZoneLevels(LayerRows zones, List<Geometry> areas, List<Integer> levels, LayerRows towns, double nudge) {
        this.crs = zones.crs();
        this.zones = new AreaIndex(areas.toArray(Geometry[]::new));
        this.levels = levels;
        this.towns = towns == null ? null : new AreaIndex(towns.geometries());
        this.townNames = towns == null ? new String[0] : towns.texts("name");
        this.nudge = nudge;
    }

    /**
     * What is left of the zones of a run.
     *
     * @param zones them; null when there are none
     * @param kept whether its main layer is still in the project: without zones, the model made no areas with a level
     */
    record Found(ZoneLevels zones, boolean kept) {}

    /** The zones of the run the report is about. */
    static Found of(ReportContext context, Progress progress) {
        RunRecord run = context.run().orElse(null);
        if (run == null) {
            return new Found(null, false);
        }
        List<String> present = context.workspace().layers();
        boolean kept = false;
        for (String name : run.zones()) {
            if (present.contains(name)) {
                LayerRows rows = LayerRows.read(context.workspace().features(name), progress);
                kept |= holdsResultsOf(run, rows);
                if (rows.hasAttribute("level") && rows.hasAttribute("run_id")) {
                    return new Found(of(context, run, rows, progress).orElse(null), kept);
                }
            }
        }
        return new Found(null, kept);
    }

    /** Whether a layer is still the one a run made: its rows, or none as it found nothing, are there. */
    private static boolean holdsResultsOf(RunRecord run, LayerRows rows) {
        return rows.size() == 0
                || !rows.hasAttribute("run_id")
                || List.of(rows.texts("run_id")).contains(run.provenance().runId());
    }

    private static Optional<ZoneLevels> of(ReportContext context, RunRecord run, LayerRows rows, Progress progress) {
        String[] ids = rows.texts("run_id");
        double[] numbers = rows.numbers("level");
        List<Geometry> areas = new ArrayList<>();
        List<Integer> levels = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Geometry area = rows.geometry(row);
            boolean ours = run.provenance().runId().equals(ids[row]);
            if (ours && area != null && area.getDimension() == 2 && numbers[row] >= 1 && numbers[row] <= 4) {
                areas.add(area);
                levels.add((int) numbers[row]);
            }
        }
        if (areas.isEmpty()) {
            return Optional.empty();
        }
        String town = BaseCounts.layer(context.workspace(), "town");
        LayerRows towns = town == null
                ? null
                : LayerRows.read(context.workspace().features(town), progress).in(rows.crs(), progress);
        double nudge = run.provenance().model().equals("combined") ? SOUTH_EAST : 0;
        return Optional.of(new ZoneLevels(rows, areas, levels, towns, nudge));
    }

    CoordinateReferenceSystem crs() {
        return crs;
    }

    /** Level 1 to 4, 0 outside all zones. */
    int level(double x, double y) {
        int[] highest = {0};
        zones.covering(x + nudge, y - nudge, (zone, location) -> highest[0] = Math.max(highest[0], levels.get(zone)));
        return highest[0];
    }

    /** The town, null outside all. */
    String town(double x, double y) {
        int index = towns == null ? -1 : towns.first(x, y);
        return index < 0 ? null : townNames[index];
    }
}
