package riskmap.risk.model.combined;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.geo.overlay.AreaIndex;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Reclassification;
import riskmap.risk.Chart;
import riskmap.risk.RiskLevel;
import riskmap.risk.RiskResult;
import riskmap.risk.Working;
import riskmap.risk.Workings;
import riskmap.risk.model.count.ConservationTable;
import riskmap.risk.model.count.Measure;
import riskmap.risk.model.count.MeasureCount;
import riskmap.risk.model.count.Placement;
import riskmap.risk.model.result.ResultRows;
import riskmap.risk.model.zone.CellSpread;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.model.zone.ZoneLayer;

/** The layers, tables and notes of a combined risk computation, gathered while it runs. */
public final class CombinedOutput {
    private final Inputs inputs;
    private final ParameterValues values;
    private final StudyArea area;
    private final ResultRows hazardZones;
    private final List<Message> notes = new ArrayList<>();
    private List<Working> workings = List.of();

    public CombinedOutput(Inputs inputs, ParameterValues values, StudyArea area) {
        this.inputs = inputs;
        this.values = values;
        this.area = area;
        this.hazardZones = new ResultRows("hazard_zone", crs());
    }

    /** What comes out when there is no town. */
    public RiskResult nothing() {
        return new RiskResult(
                List.of(
                        new ResultRows("risk_zone", crs()).features(),
                        hazardZones.features(),
                        new ResultRows("impact", null).features()),
                List.of(),
                List.of(),
                List.of(),
                List.of(Message.of("risk.note-no-town")));
    }

    /** Keeps what the user must know of the result. */
    public void note(Message note) {
        notes.add(note);
    }

    /** Notes that the project has no layer of a family. */
    public void missing(Family family) {
        notes.add(Message.of("risk.note-family-missing", family.title()));
    }

    /** Takes the computation of one cell. */
    public void example(Workings cell) {
        workings = cell.lines();
    }

    /** Adds the zones of one family. */
    public void hazardZones(Family family, float[] intensity, Progress progress) {
        Reclassification levels = Reclassification.counting(values.numbers("hazard-breaks"));
        ZoneLayer zones =
                ZoneLayer.of(area, intensity, levels::of, values.number("minimum-zone-area"), progress.part(0, 0.8));
        double[] means = zones.means(intensity, progress.part(0.8, 1));
        for (int i = 0; i < means.length; i++) {
            var piece = zones.pieces().get(i);
            SimpleFeature row = hazardZones.add(piece.polygon());
            level(row, piece.value());
            row.setAttribute("family", family.key());
            row.setAttribute("town", area.townNames()[piece.area()]);
            row.setAttribute("score", means[i]);
            row.setAttribute("area_m2", piece.polygon().getArea());
        }
    }

    /** Counts what lies in the zones and puts everything together. */
    public RiskResult finish(ZoneLayer zones, float[] index, byte[] dominant, double[] breaks, Progress progress) {
        Map<String, Placement> places = new LinkedHashMap<>();
        List<MeasureCount> counts = new ArrayList<>();
        int towns = area.townNames().length;
        for (Measure measure : Measure.ALL) {
            progress.check();
            if (!area.has(measure.kind())) {
                continue;
            }
            LayerRows rows = area.rows(measure.kind(), progress);
            if (measure.what() == Measure.What.LENGTH) {
                counts.add(MeasureCount.ofLengths(measure, rows, area, zones, progress.part(0.1, 0.2)));
            } else if (measure.what() == Measure.What.COUNT || rows.hasAttribute(measure.key())) {
                Placement placement = places.computeIfAbsent(
                        measure.kind(), kind -> Placement.of(rows, area, zones, progress.part(0, 0.1)));
                counts.add(MeasureCount.of(measure, rows, placement, towns));
            }
        }
        ResultRows riskZones = riskZones(zones, index, dominant, places.get("building"), progress.part(0.2, 0.8));
        CombinedTables tables = new CombinedTables(area, zones, counts);
        notes.add(breaksNote(breaks));
        notes.add(Message.of("risk.note-counting"));
        notes.add(Message.of("risk.note-cells-of-shapes"));
        inputs.names().stream()
                .filter(name -> !inputs.isGrid(name))
                .forEach(name -> notes.addAll(inputs.rows(name, progress).notes(name)));
        counts.forEach(count -> notes.add(ConservationTable.note(count.conservation())));
        List<Table> all = new ArrayList<>(List.of(
                tables.byLevel(),
                tables.byTown(),
                tables.areasByTown(),
                ShelterTable.of(area, zones, places, progress.part(0.8, 1)),
                tables.conservation()));
        List<Chart> charts = new ArrayList<>(List.of(
                new Chart("risk-areas", Chart.Kind.BAR, "town", List.of("level_4", "level_3", "level_2", "level_1"))));
        CellSpread.ofScores(index, area).ifPresent(spread -> spread.addTo(all, charts));
        return new RiskResult(
                List.of(
                        riskZones.features(),
                        hazardZones.features(),
                        tables.impact().features()),
                List.of(named(area, index)),
                all,
                counts.stream().map(MeasureCount::conservation).toList(),
                notes,
                workings,
                charts);
    }

    /** Names the method; where it found too few different values for four classes, the breaks given were taken instead. */
    private Message breaksNote(double[] breaks) {
        String method = values.text("break-method");
        Message title = Message.of("risk.combined.break-method." + method);
        boolean instead = !method.equals("fixed") && Arrays.equals(breaks, values.numbers("breaks"));
        return Message.of(instead ? "risk.note-breaks-instead" : "risk.note-breaks", text(breaks), title);
    }

    private ResultRows riskZones(
            ZoneLayer zones, float[] index, byte[] dominant, Placement buildings, Progress progress) {
        double[] means = zones.means(index, progress.part(0, 0.4));
        double[] families = zones.majorities(dominant, progress.part(0.4, 0.8));
        int[] houses = new int[means.length];
        double[] people = new double[means.length];
        if (buildings != null) {
            assign(zones, buildings, houses, people, progress.part(0.8, 1));
        }
        ResultRows rows = new ResultRows("risk_zone", crs());
        for (int i = 0; i < means.length; i++) {
            var piece = zones.pieces().get(i);
            SimpleFeature row = rows.add(piece.polygon());
            level(row, piece.value());
            row.setAttribute("score", means[i]);
            row.setAttribute("town", area.townNames()[piece.area()]);
            row.setAttribute("area_m2", piece.polygon().getArea());
            row.setAttribute("buildings", (long) houses[i]);
            row.setAttribute("people", people[i]);
            if (families[i] >= 0) {
                row.setAttribute("family", Family.values()[(int) families[i]].key());
            }
        }
        return rows;
    }

    /** Each building goes to the zone of its town and level that covers its centroid. */
    private void assign(ZoneLayer zones, Placement buildings, int[] houses, double[] people, Progress progress) {
        var pieces = zones.pieces();
        AreaIndex index = new AreaIndex(pieces.stream()
                .map(piece -> (org.locationtech.jts.geom.Geometry) piece.polygon())
                .toArray(org.locationtech.jts.geom.Geometry[]::new));
        LayerRows rows = area.rows("building", progress);
        double[] persons = rows.numbers("people");
        int[] found = new int[rows.size()];
        riskmap.geo.Parallel.items(rows.size(), 1024, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                found[row] = Integer.MAX_VALUE;
                int town = buildings.town(row);
                int level = buildings.level(row);
                int at = row;
                if (town >= 0) {
                    index.covering(buildings.x(row), buildings.y(row), (piece, location) -> {
                        if (pieces.get(piece).area() == town
                                && pieces.get(piece).value() == level) {
                            found[at] = Math.min(found[at], piece);
                        }
                    });
                }
            }
        });
        for (int row = 0; row < found.length; row++) {
            if (found[row] < houses.length) {
                houses[found[row]]++;
                people[found[row]] += Double.isNaN(persons[row]) ? 0 : persons[row];
            }
        }
    }

    private static void level(SimpleFeature row, int level) {
        row.setAttribute("level", (long) level);
        row.setAttribute("level_name", RiskLevel.title(level).text(Language.CHINESE));
    }

    private CoordinateReferenceSystem crs() {
        return inputs.rows("town", Progress.silent()).crs();
    }

    private static String text(double[] breaks) {
        return String.join(
                " / ",
                Arrays.stream(breaks)
                        .mapToObj(value -> String.format(java.util.Locale.ROOT, "%.4g", value))
                        .toList());
    }

    /** The index as a raster. */
    private static RiskResult.NamedGrid named(StudyArea area, float[] index) {
        return new RiskResult.NamedGrid("risk_index", new Grid(area.lattice(), index));
    }
}
