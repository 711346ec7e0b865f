package riskmap.risk.model.impact;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.ExactSum;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.Table;
import riskmap.geo.overlay.AreaIndex;
import riskmap.geo.overlay.Overlay;
import riskmap.risk.Chart;
import riskmap.risk.RiskResult;
import riskmap.risk.model.count.ConservationTable;
import riskmap.risk.model.count.Tally;
import riskmap.risk.model.result.Columns;
import riskmap.risk.model.result.ResultRows;
import riskmap.risk.model.zone.ZoneParts;

/** What the difference of two scenarios is told by: its zones, from what to what, by town, and who is there. */
public final class DifferenceOutput {
    /** Classes of the count, in the order of {@link #TITLES}. */
    private static final int CLASSES = 3;

    private static final String[] TITLES = {"higher", "lower", "same"};

    private final Inputs inputs;
    private final ParameterValues values;
    private final Difference difference;
    private final List<Tally> tallies = new ArrayList<>();
    private final List<Message> notes = new ArrayList<>();
    private final ImpactTowns towns;

    public DifferenceOutput(Inputs inputs, ParameterValues values, Difference difference, ImpactTowns towns) {
        this.inputs = inputs;
        this.values = values;
        this.difference = difference;
        this.towns = towns;
    }

    public RiskResult result(Progress progress) {
        count(progress.part(0.1, 0.5));
        List<Table> tables = new ArrayList<>();
        tables.add(summary());
        if (difference.grid() == null) {
            tables.add(transitions());
        }
        List<Chart> charts = new ArrayList<>();
        charts.add(new Chart("difference", Chart.Kind.BAR, "change", List.of("area_km2")).first(CLASSES - 1));
        if (towns.count() > 0) {
            tables.add(byTown(progress.part(0.5, 1)));
            charts.add(new Chart("difference-by-town", Chart.Kind.BAR, "town", List.of("higher_km2", "lower_km2")));
        }
        notes.add(
                0,
                Message.of(
                        "risk.note-difference",
                        Catalogue.called(values.text("first")),
                        Catalogue.called(values.text("second"))));
        tallies.forEach(tally -> notes.add(ConservationTable.note(tally.conservation())));
        return new RiskResult(
                List.of(rows().features()),
                difference.grid() == null
                        ? List.of()
                        : List.of(new RiskResult.NamedGrid("difference", difference.grid())),
                tables,
                Tally.conservation(tallies),
                notes,
                DifferenceExample.of(difference, towns).lines(),
                charts);
    }

    private ResultRows rows() {
        ResultRows rows = new ResultRows("difference_zone", difference.crs());
        for (Difference.Piece piece : difference.pieces()) {
            if (piece.sign() != 0) {
                SimpleFeature row = rows.add(piece.area());
                row.setAttribute("town", piece.town() < 0 ? null : towns.name(piece.town()));
                row.setAttribute("change", piece.sign() > 0 ? "higher" : "lower");
                row.setAttribute("first_value", Columns.finite(piece.first()));
                row.setAttribute("second_value", Columns.finite(piece.second()));
                row.setAttribute("difference", Columns.finite(piece.first() - piece.second()));
                row.setAttribute("area_m2", piece.area().getArea());
            }
        }
        return rows;
    }

    private static int classOf(int sign) {
        return sign > 0 ? 1 : sign < 0 ? 2 : CLASSES;
    }

    private static Message title(int number) {
        return Message.of("risk.change-" + TITLES[number - 1]);
    }

    private void count(Progress progress) {
        String layer = values.has("count") ? values.text("count") : "";
        if (layer.isEmpty() || !inputs.has(layer) || inputs.isGrid(layer)) {
            return;
        }
        LayerRows counted = inputs.rows(layer, progress).in(difference.crs(), progress);
        List<Difference.Piece> pieces = difference.pieces();
        AreaIndex index =
                new AreaIndex(pieces.stream().map(Difference.Piece::area).toArray(Geometry[]::new));
        ZoneParts.Where where = new ZoneParts.Where() {
            @Override
            public int town(double x, double y) {
                return towns.at(x, y);
            }

            @Override
            public int zone(double x, double y) {
                int piece = index.first(x, y);
                return piece < 0 ? 0 : classOf(pieces.get(piece).sign());
            }
        };
        ZoneParts parts = ZoneParts.byCentroid(counted, where, towns.count(), CLASSES, progress);
        double[] ones = new double[counted.size()];
        java.util.Arrays.fill(ones, 1);
        tallies.add(Tally.of(layer, "count", "", ones, parts, towns.count(), CLASSES, false));
        if (values.has("count-field") && counted.hasAttribute(values.text("count-field"))) {
            String field = values.text("count-field");
            tallies.add(Tally.of(layer, field, "", counted.numbers(field), parts, towns.count(), CLASSES, false));
        }
        notes.addAll(counted.notes(layer));
    }

    private List<Table.Column> counted(List<Table.Column> first) {
        List<Table.Column> columns = new ArrayList<>(first);
        for (Tally tally : tallies) {
            columns.add(new Table.Column(tally.measure(), tally.title(), "", 0));
        }
        return columns;
    }

    private Table summary() {
        double[] ground = new double[CLASSES + 1];
        difference
                .pieces()
                .forEach(piece -> ground[classOf(piece.sign())] += piece.area().getArea());
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 1; i <= CLASSES; i++) {
            List<Object> row = new ArrayList<>(List.of(title(i), ground[i] / 1e6));
            for (Tally tally : tallies) {
                row.add(ExactSum.number(tally.value(i)));
            }
            rows.add(row);
        }
        return new Table(
                "difference",
                Message.of("risk.table-difference"),
                counted(List.of(column("change", "", 0), column("area-km2", "km²", 3))),
                rows);
    }

    /** From the value of B to the value of A: ground. */
    private Table transitions() {
        Map<String, double[]> ground = new TreeMap<>();
        List<List<Object>> rows = new ArrayList<>();
        List<Difference.Piece> order = new ArrayList<>(difference.pieces());
        for (Difference.Piece piece : order) {
            String key = piece.second() + " " + piece.first();
            ground.computeIfAbsent(key, none -> new double[] {piece.second(), piece.first(), 0})[2] +=
                    piece.area().getArea();
        }
        ground.values().stream()
                .sorted(java.util.Comparator.<double[]>comparingDouble(each -> each[0])
                        .thenComparingDouble(each -> each[1]))
                .forEach(each ->
                        rows.add(List.of(value(each[0]), value(each[1]), value(each[1] - each[0]), each[2] / 1e6)));
        return new Table(
                "transitions",
                Message.of("risk.table-transitions"),
                List.of(
                        column("value-second", "", 2),
                        column("value-first", "", 2),
                        column("difference", "", 2),
                        column("area-km2", "km²", 3)),
                rows);
    }

    private static Object value(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? (Object) (long) number : number;
    }

    private Table byTown(Progress progress) {
        double[][] ground = new double[towns.count()][CLASSES + 1];
        AreaIndex index = new AreaIndex(towns.areas());
        for (Difference.Piece piece : difference.pieces()) {
            progress.check();
            if (piece.sign() == 0) {
                continue;
            }
            int number = classOf(piece.sign());
            if (difference.grid() == null) {
                if (piece.town() >= 0) {
                    ground[piece.town()][number] += piece.area().getArea();
                }
            } else {
                index.near(piece.area().getEnvelopeInternal(), item -> {
                    int town = (Integer) item;
                    Geometry common = Overlay.intersection(piece.area(), towns.areas()[town]);
                    ground[town][number] += common.getArea();
                });
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        for (int town = 0; town < towns.count(); town++) {
            List<Object> row = new ArrayList<>();
            row.add(towns.name(town));
            row.add(ground[town][1] / 1e6);
            row.add(ground[town][2] / 1e6);
            for (Tally tally : tallies) {
                row.add(ExactSum.number(tally.value(town, 1)));
                row.add(ExactSum.number(tally.value(town, 2)));
            }
            rows.add(row);
        }
        List<Table.Column> columns = new ArrayList<>(
                List.of(column("town", "", 0), column("higher-km2", "km²", 3), column("lower-km2", "km²", 3)));
        for (Tally tally : tallies) {
            columns.add(new Table.Column(
                    tally.measure() + "_higher", Message.of("risk.column-higher-of", tally.title()), "", 0));
            columns.add(new Table.Column(
                    tally.measure() + "_lower", Message.of("risk.column-lower-of", tally.title()), "", 0));
        }
        return new Table("difference-by-town", Message.of("risk.table-difference-by-town"), columns, rows);
    }
}
