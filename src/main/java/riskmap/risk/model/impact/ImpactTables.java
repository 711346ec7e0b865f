package riskmap.risk.model.impact;

import static riskmap.risk.model.result.Columns.column;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.CountingRule;
import riskmap.analysis.ExactSum;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.data.Catalogue;
import riskmap.data.Domain;
import riskmap.data.Table;
import riskmap.geo.GroundSize;
import riskmap.risk.Chart;
import riskmap.risk.Conservation;
import riskmap.risk.RiskResult;
import riskmap.risk.model.count.ConservationTable;
import riskmap.risk.model.count.Tally;
import riskmap.risk.model.result.ResultRows;
import riskmap.risk.model.zone.ZoneParts;

/** The tables of an impact: by class, by town and class, per head and per km², rows that need attention, and the proofs. */
public final class ImpactTables {
    /** Rows without geometry or value that are named; the others are counted. */
    private static final int NAMED = 200;
    /** Behind the name of a field whose values are for each hectare. */
    private static final String OF_HECTARES = "_of_hectares";

    private final LayerRows rows;
    private final ImpactTowns towns;
    private final ImpactZones zones;
    private final ParameterValues values;
    private final String rule;
    /** What is to be known of the cells, where a raster is counted. */
    private final List<Message> ofCells;

    private final ZoneParts affecting;
    private final List<Tally> tallies = new ArrayList<>();
    /** The same without classes that affect nobody. */
    private final List<Tally> affected = new ArrayList<>();
    /** How many of them are the count and the summed fields. */
    private final int summed;

    private final List<double[]> amountsOf = new ArrayList<>();

    public ImpactTables(
            LayerRows rows, ImpactTowns towns, ImpactZones zones, ParameterValues values, List<Message> ofCells) {
        this.ofCells = ofCells;
        this.rows = rows;
        this.towns = towns;
        this.zones = zones;
        this.values = values;
        this.rule = values.text("rule");
        this.affecting = zones.affected(values);
        double[] ones = new double[rows.size()];
        java.util.Arrays.fill(ones, 1);
        tally("count", "", ones);
        // cells without the name of a field hold people all the same: their number is none of people
        for (String field : ofCells.isEmpty() ? values.names("fields") : List.of(ImpactOfCells.measure(values))) {
            if (rows.hasAttribute(field)) {
                tally(field, "", rows.numbers(field));
            }
        }
        this.summed = tallies.size();
        for (String field : values.names("per-hectare")) {
            if (rows.hasAttribute(field)) {
                tally(field + OF_HECTARES, "", ofHectares(rows.numbers(field)));
            }
        }
        if (rule.equals(CountingRule.AREA_SHARE.key())) {
            tally("area_km2", "km²", sizes(1e6));
        } else if (rule.equals(CountingRule.LENGTH_SHARE.key())) {
            tally("length_km", "km", sizes(1e3));
        }
    }

    private void tally(String measure, String unit, double[] amounts) {
        amountsOf.add(amounts);
        Tally all = tally(measure, unit, amounts, zones.parts());
        tallies.add(all);
        affected.add(affecting == zones.parts() ? all : tally(measure, unit, amounts, affecting));
    }

    private Tally tally(String measure, String unit, double[] amounts, ZoneParts parts) {
        boolean whole = rule.equals(CountingRule.INTERSECTS.key());
        return Tally.of(values.text("exposure"), measure, unit, amounts, parts, towns.count(), zones.count(), whole);
    }

    /** What a value for each hectare comes to over the areas; NaN where there is no area. */
    private double[] ofHectares(double[] values) {
        double[] hectares = sizes(1e4);
        double[] amounts = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            amounts[row] = rows.geometry(row) == null ? Double.NaN : values[row] * hectares[row];
        }
        return amounts;
    }

    private double[] sizes(double unit) {
        GroundSize ground = GroundSize.in(rows.crs());
        double[] sizes = new double[rows.size()];
        for (int row = 0; row < sizes.length; row++) {
            Geometry shape = rows.geometry(row);
            sizes[row] =
                    shape == null ? 0 : (shape.getDimension() == 2 ? ground.area(shape) : ground.length(shape)) / unit;
        }
        return sizes;
    }

    public RiskResult result() {
        int first = Math.min(1, tallies.size() - 1);
        ImpactAffected touched = new ImpactAffected(towns, tallies, affected);
        List<Table> tables = new ArrayList<>(List.of(byZone()));
        if (towns.count() > 0) {
            tables.add(byTown());
            tables.add(touched.perHead());
        }
        tables.add(touched.shares(first));
        tables.addAll(
                new ImpactDisplaced(tallies.subList(Math.min(1, summed - 1), summed), towns, zones, values).tables());
        tables.add(attention());
        tables.add(proofs());
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of("risk.note-rule", Message.of(ImpactZones.OWNER + ".rule." + rule)));
        notes.addAll(ofCells);
        if (GroundSize.in(rows.crs()).isOnEllipsoid()) {
            notes.add(Message.of("risk.note-ellipsoid"));
        }
        notes.addAll(zones.notes());
        ImpactFatalities.model(values)
                .ifPresent(model -> notes.add(
                        Message.of("risk.note-fatalities", Message.of("risk.impact.fatalities." + model.key()))));
        notes.addAll(rows.notes(values.text("exposure")));
        long several = tallies.get(0).several();
        if (several > 0 && rule.equals(CountingRule.INTERSECTS.key())) {
            notes.add(Message.of("risk.note-several", several));
        }
        if (tallies.get(0).lacking() > 0) {
            notes.add(Message.of("risk.note-lacking", tallies.get(0).lacking()));
        }
        tallies.forEach(tally -> notes.add(ConservationTable.note(tally.conservation())));
        List<Chart> charts = new ArrayList<>();
        String charted = key(tallies.get(first));
        charts.add(new Chart("impact-by-zone", Chart.Kind.BAR, "zone", List.of(charted)).first(zones.count()));
        if (towns.count() > 0) {
            String rate = touched.isPopulationKnown() ? ImpactAffected.PER_10000 : ImpactAffected.PER_KM2;
            charts.add(new Chart("impact-per-head", Chart.Kind.BAR, "town", List.of(charted)));
            charts.add(new Chart("impact-per-head", Chart.Kind.BAR, "town", List.of(charted + rate)));
        }
        return new RiskResult(
                List.of(impact().features()),
                List.of(),
                tables,
                Tally.conservation(tallies),
                notes,
                new ImpactExample(towns, zones, values)
                        .workings(tallies.get(first), amountsOf.get(first))
                        .lines(),
                charts);
    }

    private static String key(Tally tally) {
        return tally.measure();
    }

    private List<Table.Column> measures(List<Table.Column> first) {
        List<Table.Column> columns = new ArrayList<>(first);
        for (Tally tally : tallies) {
            boolean whole = !rule.endsWith("share")
                    && tally.unit().isEmpty()
                    && !tally.measure().endsWith(OF_HECTARES);
            columns.add(new Table.Column(key(tally), title(tally), tally.unit(), whole ? 0 : 3));
        }
        return columns;
    }

    /** Heading of a measure. */
    static Message title(Tally tally) {
        if (tally.measure().endsWith(OF_HECTARES)) {
            String field = tally.measure().substring(0, tally.measure().length() - OF_HECTARES.length());
            return Message.of("risk.column-of-hectares", Catalogue.called(tally.layer(), field));
        }
        return switch (tally.measure()) {
            case "area_km2" -> Message.of("risk.column-area-km2");
            case "length_km" -> Message.of("risk.column-length-km");
            default -> tally.title();
        };
    }

    private Table byZone() {
        List<List<Object>> lines = new ArrayList<>();
        for (int zone = 1; zone <= zones.count(); zone++) {
            lines.add(line(zones.title(zone), zone));
        }
        lines.add(line(zones.title(0), 0));
        List<Object> without = new ArrayList<>(List.of(Message.of("risk.without-geometry")));
        tallies.forEach(tally -> without.add(ExactSum.number(tally.withoutGeometry())));
        lines.add(without);
        List<Object> total = new ArrayList<>(List.of(Message.of("risk.total")));
        tallies.forEach(tally -> total.add(ExactSum.number(tally.total())));
        lines.add(total);
        return new Table(
                "impact-by-zone",
                Message.of("risk.table-impact-by-zone"),
                measures(List.of(column("zone", "", 0))),
                lines);
    }

    private List<Object> line(Object title, int zone) {
        List<Object> line = new ArrayList<>(List.of(title));
        tallies.forEach(tally -> line.add(ExactSum.number(tally.value(zone))));
        return line;
    }

    private Table byTown() {
        List<List<Object>> lines = new ArrayList<>();
        for (int town = 0; town <= towns.count(); town++) {
            for (int i = 1; i <= zones.count() + 1; i++) {
                int zone = i > zones.count() ? 0 : i;
                List<Object> line = new ArrayList<>(List.of(towns.title(town), zones.title(zone)));
                boolean any = false;
                for (Tally tally : tallies) {
                    BigDecimal value = tally.value(town, zone);
                    any |= value.signum() != 0;
                    line.add(ExactSum.number(value));
                }
                if (any) {
                    lines.add(line);
                }
            }
        }
        return new Table(
                "impact-by-town",
                Message.of("risk.table-impact-by-town"),
                measures(List.of(column("town", "", 0), column("zone", "", 0))),
                lines);
    }

    /** Rows without geometry, and rows without a value of a field: they are in no sum that needs what is missing. */
    private Table attention() {
        List<List<Object>> lines = new ArrayList<>();
        String[] names = rows.texts("name");
        List<String> fields =
                values.names("fields").stream().filter(rows::hasAttribute).toList();
        List<double[]> numbers = fields.stream().map(rows::numbers).toList();
        long more = 0;
        for (int row = 0; row < rows.size(); row++) {
            List<Object> missing = new ArrayList<>();
            if (rows.geometry(row) == null) {
                missing.add(Message.of("risk.without-geometry"));
            }
            for (int i = 0; i < fields.size(); i++) {
                if (Double.isNaN(numbers.get(i)[row])) {
                    missing.add(Catalogue.called(values.text("exposure"), fields.get(i)));
                }
            }
            for (Object each : missing) {
                if (lines.size() < NAMED) {
                    lines.add(java.util.Arrays.asList(rows.id(row), names[row], each));
                } else {
                    more++;
                }
            }
        }
        if (more > 0) {
            lines.add(java.util.Arrays.asList("…", null, Message.of("risk.more-rows", more)));
        }
        return new Table(
                "attention",
                Message.of("risk.table-attention"),
                List.of(column("row", "", 0), column("name", "", 0), column("missing", "", 0)),
                lines);
    }

    private Table proofs() {
        List<List<Object>> lines = new ArrayList<>();
        for (Tally tally : tallies) {
            Conservation proof = tally.conservation();
            lines.add(List.of(
                    title(tally),
                    ExactSum.number(proof.inside()),
                    ExactSum.number(proof.outside()),
                    ExactSum.number(proof.withoutGeometry()),
                    ExactSum.number(proof.total()),
                    proof.nullValues(),
                    Message.of(proof.holds() ? "risk.holds" : "risk.holds-not")));
        }
        return new Table(
                "conservation",
                Message.of("risk.table-conservation"),
                List.of(
                        column("measure", "", 0),
                        column("inside", "", 3),
                        column("outside", "", 3),
                        column("without-geometry", "", 3),
                        column("total", "", 3),
                        column("null-values", "", 0),
                        column("holds", "", 0)),
                lines);
    }

    private ResultRows impact() {
        ResultRows out = new ResultRows("impact", null);
        for (Tally tally : tallies) {
            for (int town = 0; town < towns.count(); town++) {
                for (int zone = 1; zone <= zones.count(); zone++) {
                    BigDecimal value = tally.value(town, zone);
                    if (value.signum() != 0) {
                        SimpleFeature row = out.add();
                        row.setAttribute("layer", tally.layer());
                        row.setAttribute("town", towns.name(town));
                        Object code = zones.values().get(zone - 1);
                        boolean level = code instanceof Long;
                        row.setAttribute("level", level ? code : null);
                        // zones that are no levels are told apart by the measure
                        row.setAttribute("measure", level ? tally.measure() : tally.measure() + Domain.BETWEEN + code);
                        row.setAttribute("value", value.doubleValue());
                        row.setAttribute("unit", tally.unit());
                        row.setAttribute("rule", rule);
                    }
                }
            }
        }
        return out;
    }
}
