package riskmap.risk.model.combination;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.analysis.ExactSum;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.geo.Parallel;
import riskmap.geo.polygonize.ClippedPolygonizer;
import riskmap.geo.raster.Grid;
import riskmap.risk.Chart;
import riskmap.risk.RiskLevel;
import riskmap.risk.RiskResult;
import riskmap.risk.Workings;
import riskmap.risk.model.count.ConservationTable;
import riskmap.risk.model.count.Tally;
import riskmap.risk.model.result.ResultRows;
import riskmap.risk.model.zone.CellSpread;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.model.zone.TownOfPlace;
import riskmap.risk.model.zone.ZoneLayer;
import riskmap.risk.model.zone.ZoneParts;
import riskmap.risk.weighting.Factor;

/** The zones, tables and notes of a combination, gathered while it is computed. */
public final class CombinationOutput {

    private final Inputs inputs;
    private final ParameterValues values;
    private final List<Factor> factors;
    private final ResultRows rows;
    private final List<Table> tables = new ArrayList<>();
    private final List<Message> notes = new ArrayList<>();
    private final List<Tally> tallies = new ArrayList<>();
    private final List<Chart> charts = new ArrayList<>();
    private final String[] levelNames = RiskLevel.names(Language.CHINESE);

    public CombinationOutput(Inputs inputs, ParameterValues values, List<Factor> factors) {
        this.inputs = inputs;
        this.values = values;
        this.factors = factors;
        String areas = values.text("areas");
        CoordinateReferenceSystem crs =
                inputs.has(areas) ? inputs.rows(areas, Progress.silent()).crs() : null;
        this.rows = new ResultRows("combination_zone", crs);
    }

    public RiskResult nothing(Message why) {
        return new RiskResult(List.of(rows.features()), List.of(), List.of(), List.of(), List.of(why));
    }

    void note(Message message) {
        notes.add(message);
    }

    void add(List<Table> more) {
        tables.addAll(more);
    }

    void add(CellSpread spread) {
        spread.addTo(tables, charts);
    }

    /** Zones of cells: by town and level with their ground and what was counted in them. */
    void cells(StudyArea area, ZoneLayer zones, Grid score, Supplier<TownOfPlace> townsOf, Progress progress) {
        double[] means = zones.means(score.cells(), progress.part(0, 0.3));
        boolean smooth = values.text("smoothing").equals("corners");
        List<ClippedPolygonizer.Piece> pieces = (smooth ? zones.smoothed(progress.part(0.3, 0.6)) : zones).pieces();
        int towns = area.townNames().length;
        double[][] ground = new double[towns][RiskLevel.COUNT + 1];
        double difference = 0;
        for (int i = 0; i < pieces.size(); i++) {
            ClippedPolygonizer.Piece piece = pieces.get(i);
            double size = piece.polygon().getArea();
            difference +=
                    smooth ? Math.abs(size - zones.pieces().get(i).polygon().getArea()) : 0;
            ground[piece.area()][piece.value()] += size;
            SimpleFeature row = rows.add(piece.polygon());
            fill(row, area.townNames()[piece.area()], piece.value(), means[i], size);
        }
        if (smooth) {
            note(Message.of("risk.note-smoothed", Workings.shown(difference / 2e6)));
        }
        TownOfPlace townOf = townsOf.get();
        ZoneParts.Where where = new ZoneParts.Where() {
            @Override
            public int town(double x, double y) {
                return townOf.at(x, y);
            }

            @Override
            public int zone(double x, double y) {
                return zones.levelAt(x, y);
            }

            @Override
            public boolean isAtHand() {
                return true;
            }
        };
        count(where, area.towns().crs(), towns, progress.part(0.6, 1));
        byTown(area.townNames(), ground);
    }

    /** One zone for each area. */
    void areas(LayerRows areas, String[] names, double[] score, int[] levels) {
        double[][] ground = new double[names.length][RiskLevel.COUNT + 1];
        for (int i = 0; i < names.length; i++) {
            if (areas.geometry(i) != null && levels[i] > 0) {
                double size = areas.geometry(i).getArea();
                ground[i][levels[i]] = size;
                fill(rows.addArea(areas.geometry(i)), names[i], levels[i], score[i], size);
            }
        }
        riskmap.geo.overlay.AreaIndex index = new riskmap.geo.overlay.AreaIndex(areas.geometries());
        ZoneParts.Where where = new ZoneParts.Where() {
            @Override
            public int town(double x, double y) {
                return index.first(x, y);
            }

            @Override
            public int zone(double x, double y) {
                int town = index.first(x, y);
                return town < 0 ? 0 : levels[town];
            }
        };
        count(where, areas.crs(), names.length, Progress.silent());
        byTown(names, ground);
        charts.add(new Chart("combination-ranking", Chart.Kind.BAR, "town", List.of("points")));
    }

    private void fill(SimpleFeature row, String name, int level, double score, double size) {
        row.setAttribute("level", (long) level);
        row.setAttribute("level_name", levelNames[level]);
        row.setAttribute("town", name);
        row.setAttribute("score", Double.isNaN(score) ? null : score);
        row.setAttribute("area_m2", size);
    }

    private void count(ZoneParts.Where where, CoordinateReferenceSystem crs, int towns, Progress progress) {
        String layer = values.has("count") ? values.text("count") : "";
        if (layer.isEmpty() || !inputs.has(layer) || inputs.isGrid(layer)) {
            return;
        }
        LayerRows counted = inputs.rows(layer, progress.part(0, 0.5)).in(crs, progress);
        ZoneParts parts = ZoneParts.byCentroid(counted, where, towns, RiskLevel.COUNT, progress.part(0.5, 1));
        String field = values.has("count-field") && counted.hasAttribute(values.text("count-field"))
                ? values.text("count-field")
                : null;
        Tally[] found = new Tally[field == null ? 1 : 2];
        Parallel.items(found.length, 1, progress.part(1, 1), (from, to) -> {
            double[] amounts = from == 0 ? new double[counted.size()] : counted.numbers(field);
            if (from == 0) {
                java.util.Arrays.fill(amounts, 1);
            }
            String measure = from == 0 ? "count" : field;
            found[from] = Tally.of(layer, measure, "", amounts, parts, towns, RiskLevel.COUNT, false);
        });
        tallies.addAll(List.of(found));
        notes.addAll(counted.notes(layer));
        tallies.forEach(tally -> note(ConservationTable.note(tally.conservation())));
    }

    private void byTown(String[] names, double[][] ground) {
        List<List<Object>> byLevel = new ArrayList<>();
        for (int level = RiskLevel.COUNT; level >= 0; level--) {
            double sum = 0;
            for (double[] town : ground) {
                sum += town[level];
            }
            List<Object> row = new ArrayList<>(List.of(levelTitle(level), sum / 1e6));
            for (Tally tally : tallies) {
                row.add(ExactSum.number(tally.value(level)));
            }
            byLevel.add(row);
        }
        List<List<Object>> byTown = new ArrayList<>();
        for (int town = 0; town < names.length; town++) {
            for (int level = RiskLevel.COUNT; level >= 1; level--) {
                List<Object> row = new ArrayList<>(List.of(names[town], levelTitle(level), ground[town][level] / 1e6));
                for (Tally tally : tallies) {
                    row.add(ExactSum.number(tally.value(town, level)));
                }
                if (ground[town][level] > 0) {
                    byTown.add(row);
                }
            }
        }
        List<Table.Column> columns = new ArrayList<>(List.of(column("level", "", 0), column("area-km2", "km²", 3)));
        for (Tally tally : tallies) {
            columns.add(new Table.Column(tally.measure(), tally.title(), "", 0));
        }
        tables.add(0, new Table("combination-by-level", Message.of("risk.table-by-level"), columns, byLevel));
        charts.add(new Chart(
                        "combination-by-level",
                        Chart.Kind.BAR,
                        "level",
                        List.of(
                                tallies.isEmpty()
                                        ? "area_km2"
                                        : tallies.get(tallies.size() - 1).measure()))
                .first(RiskLevel.COUNT));
        List<Table.Column> withTown = new ArrayList<>(List.of(column("town", "", 0)));
        withTown.addAll(columns);
        tables.add(1, new Table("combination-by-town", Message.of("risk.table-by-town"), withTown, byTown));
    }

    RiskResult finish(double[] breaks, double[] weights, RiskResult.NamedGrid grid, Workings workings) {
        List<Message> all = new ArrayList<>();
        all.add(Message.of(
                "risk.note-combined-by", Message.of(CombinationChecks.OWNER + ".rule." + values.text("rule"))));
        if (!values.text("rule").equals("matrix")) {
            String text =
                    java.util.Arrays.stream(breaks).mapToObj(Workings::shown).collect(Collectors.joining(" / "));
            all.add(Message.of(
                    "risk.note-breaks",
                    text,
                    Message.of(CombinationChecks.OWNER + ".break-method." + values.text("break-method"))));
        }
        if (values.text("rule").equals("sum")) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < weights.length; i++) {
                text.append(i == 0 ? "" : ", ")
                        .append(factors.get(i).name())
                        .append(' ')
                        .append(Workings.shown(weights[i]));
            }
            all.add(Message.of(
                    "risk.note-weights",
                    text,
                    Message.of(CombinationChecks.OWNER + ".weighting." + values.text("weighting"))));
        }
        all.addAll(notes);
        if (!tallies.isEmpty()) {
            all.add(Message.of("risk.note-rule", Message.of("risk.impact.rule.centroid-within")));
        }
        return new RiskResult(
                List.of(rows.features()),
                grid == null ? List.of() : List.of(grid),
                tables,
                Tally.conservation(tallies),
                all,
                workings.lines(),
                charts);
    }

    /** A level by name, 0 for none. */
    static Message levelTitle(int level) {
        return level == 0 ? Message.of("risk.no-zone") : RiskLevel.title(level);
    }
}
