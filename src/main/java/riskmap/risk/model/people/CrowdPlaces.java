package riskmap.risk.model.people;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.LayerRows;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.data.Table;
import riskmap.risk.RiskLevel;
import riskmap.risk.Workings;
import riskmap.risk.model.result.AlarmCounts;
import riskmap.risk.model.result.Columns;
import riskmap.risk.model.result.ResultRows;
import riskmap.risk.social.CrowdLoad;

/** The crowded places with their people, density and load, the most crowded first. */
public final class CrowdPlaces {
    public static final String KIND = "crowded_place";
    private static final int WRITTEN = 3;

    /** A place, its people and how crowded it is. */
    private record Crowd(
            String name,
            String type,
            String town,
            Geometry shape,
            double people,
            double area,
            double approved,
            double computed,
            CrowdLoad load,
            int level) {
        double capacity() {
            return approved > 0 ? approved : computed;
        }
    }

    private final LayerRows rows;
    private final ParameterValues values;
    private final List<Crowd> crowds;

    public CrowdPlaces(LayerRows rows, ParameterValues values) {
        this.rows = rows;
        this.values = values;
        this.crowds = read(rows, values);
    }

    /** The field of the people that are asked for. */
    public static String visitors(ParameterValues values) {
        return values.text("visitors") + "_visitors";
    }

    private static List<Crowd> read(LayerRows rows, ParameterValues values) {
        String[] names = rows.texts("name");
        String[] types = rows.texts("type");
        String[] towns = rows.texts("town");
        double[] people = rows.numbers(visitors(values));
        double[] areas = rows.numbers("area_m2");
        double[] capacities = rows.numbers("capacity");
        Map<String, Double> room = values.weights("area-per-person");
        List<Crowd> crowds = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            double count = people[row] * values.number("visitor-factor");
            Double each = types[row] == null ? null : room.get(types[row]);
            double computed = each == null ? Double.NaN : CrowdLoad.capacity(areas[row], each);
            double capacity = capacities[row] > 0 ? capacities[row] : computed;
            CrowdLoad load = CrowdLoad.of(count, areas[row], capacity);
            crowds.add(new Crowd(
                    rows.called(row, names[row]),
                    types[row] == null ? "" : types[row],
                    towns[row],
                    rows.geometry(row),
                    count,
                    areas[row],
                    capacities[row],
                    computed,
                    load,
                    load.level(values.numbers("density-breaks"), values.numbers("load-breaks"))));
        }
        crowds.sort(Comparator.comparingInt((Crowd crowd) -> -crowd.level)
                .thenComparingDouble(crowd -> -crowd.load.load())
                .thenComparing(Crowd::name));
        return crowds;
    }

    /** The places as points. */
    public ResultRows layer() {
        ResultRows layer = new ResultRows("crowd_level", rows.crs());
        crowds.forEach(crowd -> add(layer, crowd));
        return layer;
    }

    public List<Message> notes() {
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of(
                "risk.note-crowds",
                crowds.size(),
                Message.of("risk.crowd-load.visitors." + values.text("visitors")),
                Workings.shown(values.number("visitor-factor"))));
        long unknown = crowds.stream().filter(crowd -> crowd.level == 0).count();
        if (unknown > 0) {
            notes.add(Message.of("risk.note-crowds-unknown", unknown));
        }
        notes.addAll(rows.notes(KIND));
        return notes;
    }

    private static void add(ResultRows layer, Crowd crowd) {
        Point place = crowd.shape == null ? null : crowd.shape.getInteriorPoint();
        SimpleFeature row = place == null ? layer.add() : layer.add(place);
        row.setAttribute("level", (long) crowd.level);
        row.setAttribute("level_name", RiskLevel.signal(crowd.level).text(Language.CHINESE));
        row.setAttribute("name", crowd.name);
        row.setAttribute("visitors", Columns.number(crowd.people));
        row.setAttribute("capacity", Columns.number(crowd.capacity()));
        row.setAttribute("load_percent", Columns.number(100 * crowd.load.load()));
        row.setAttribute("density", Columns.number(crowd.load.density()));
    }

    private static Message type(String type) {
        return Message.of(type.isEmpty() ? "risk.missing" : "risk.crowd-load.area-per-person." + type);
    }

    /** Each place, the most crowded first. */
    public Table table() {
        List<List<Object>> rows = new ArrayList<>();
        for (Crowd crowd : crowds) {
            List<Object> row = new ArrayList<>();
            row.add(crowd.name);
            row.add(type(crowd.type));
            row.add(crowd.town);
            row.add(Columns.number(crowd.people));
            row.add(Columns.number(crowd.area));
            row.add(Columns.number(crowd.approved));
            row.add(Columns.number(crowd.computed));
            row.add(Columns.number(100 * crowd.load.load()));
            row.add(Columns.number(crowd.load.density()));
            row.add(RiskLevel.signal(crowd.level));
            rows.add(row);
        }
        return new Table(
                "crowds",
                Message.of("risk.table-crowds"),
                List.of(
                        column("venue", "", 0),
                        column("place-type", "", 0),
                        column("town", "", 0),
                        column("visitors", "人", 0),
                        column("effective-area", "m²", 0),
                        column("capacity-approved", "人", 0),
                        column("capacity-computed", "人", 0),
                        column("load", "%", 1),
                        column("density", "人/m²", 2),
                        column("alarm", "", 0)),
                rows);
    }

    /** Places of each colour by type. */
    public Table byType() {
        Map<String, AlarmCounts> counts = new TreeMap<>();
        crowds.forEach(crowd ->
                counts.computeIfAbsent(crowd.type, type -> new AlarmCounts()).add(crowd.level));
        List<List<Object>> rows = new ArrayList<>();
        counts.forEach((type, count) -> rows.add(count.row(type(type))));
        return new Table(
                "crowds-by-type",
                Message.of("risk.table-crowds-by-type"),
                AlarmCounts.columns(column("place-type", "", 0)),
                rows);
    }

    public Workings workings() {
        Workings workings = new Workings();
        for (Crowd crowd : crowds.subList(0, Math.min(WRITTEN, crowds.size()))) {
            workings.of(crowd.name);
            if (crowd.area > 0) {
                workings.add(
                        "crowd-density", "ρ = n/A", crowd.load.density(), "人/m²", "%s/%s", crowd.people, crowd.area);
            }
            if (crowd.capacity() > 0) {
                workings.add("crowd-load", "q = n/K", crowd.load.load(), "", "%s/%s", crowd.people, crowd.capacity());
            }
        }
        return workings;
    }
}
