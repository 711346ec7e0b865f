package riskmap.risk.model.zone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.Field;
import riskmap.geo.overlay.AreaIndex;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskLevel;
import riskmap.risk.Workings;

/**
 * The classes of a layer of zones by the values of a field, the highest first ({@link ZoneOrder}). Where zones overlap, the
 * first class counts. Zones without a value are a class of their own, the last.
 */
public final class ZoneClasses {
    private static final int SHOWN = 20;

    private final List<Object> titles = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final Geometry[] zones;
    private final int[] classOf;
    private final AreaIndex index;

    private ZoneClasses(Geometry[] zones, int[] classOf) {
        this.zones = zones;
        this.classOf = classOf;
        this.index = new AreaIndex(zones);
    }

    /**
     * The classes of the areas of a layer, in a CRS.
     *
     * @param which which value is the higher
     */
    public static ZoneClasses of(
            Inputs inputs,
            String layer,
            String field,
            ZoneOrder which,
            CoordinateReferenceSystem crs,
            Progress progress) {
        LayerRows rows = inputs.rows(layer, progress).in(crs, progress);
        Map<Object, List<Integer>> groups = groups(rows, field);
        List<Object> order = which.sorted(groups.keySet());
        Geometry[] zones = new Geometry[rows.size()];
        int[] classOf = new int[rows.size()];
        for (int i = 0; i < order.size(); i++) {
            for (int row : groups.get(order.get(i))) {
                Geometry shape = rows.geometry(row);
                zones[row] = shape != null && shape.getDimension() == 2 ? shape : null;
                classOf[row] = i + 1;
            }
        }
        ZoneClasses classes = new ZoneClasses(zones, classOf);
        for (Object key : order) {
            classes.values.add(key instanceof Double number ? plain(number) : key);
            classes.titles.add(title(rows, layer, field, key, groups));
        }
        return classes;
    }

    /** The rows by the value of a field: a number, a text without blanks around it, or "" where there is none. */
    static Map<Object, List<Integer>> groups(LayerRows rows, String field) {
        int attribute = rows.attribute(field);
        Map<Object, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            groups.computeIfAbsent(key(rows.value(row, attribute)), none -> new ArrayList<>())
                    .add(row);
        }
        return groups;
    }

    static Object key(Object value) {
        return value instanceof Number number
                ? (Object) number.doubleValue()
                : value == null ? "" : (value + "").strip();
    }

    /** How many rows have no value of a field. */
    public static int without(LayerRows rows, String field) {
        return groups(rows, field).getOrDefault("", List.of()).size();
    }

    /** The values of a field as a user writes them. */
    public static List<String> texts(LayerRows rows, String field) {
        return groups(rows, field).keySet().stream()
                .map(ZoneClasses::text)
                .filter(text -> !text.isEmpty())
                .sorted()
                .toList();
    }

    /**
     * What a parameter names is what the zones have; what is missing is a mistake in writing.
     *
     * @param there the classes as a user writes them
     */
    public static void known(InputChecks checks, String parameter, Collection<String> named, List<String> there) {
        List<String> missing = new ArrayList<>(named);
        missing.removeAll(there);
        if (!missing.isEmpty()) {
            checks.problem(
                    parameter,
                    Message.of(
                            "risk.check-zone-order",
                            checks.values().called(parameter),
                            NameList.of(missing),
                            NameList.of(there.subList(0, Math.min(SHOWN, there.size())))));
        }
    }

    static String text(Object key) {
        return key instanceof Double number ? plain(number).toString() : key.toString();
    }

    /**
     * A class by the depths its areas state, by what the catalogue calls its code, or by its value. Levels are those of risk
     * where the whole field has no others: of five levels the fourth is not the highest.
     */
    private static Object title(
            LayerRows rows, String layer, String field, Object key, Map<Object, List<Integer>> groups) {
        if ("".equals(key)) {
            return Message.of("risk.without-value");
        }
        Object value = key instanceof Double number ? plain(number) : key;
        if (field.equals("level")) {
            Optional<Message> depth = depth(rows, groups.get(key).get(0));
            if (depth.isPresent()) {
                return depth.get();
            }
        }
        Optional<Object> words = Catalogue.standard()
                .find(layer)
                .flatMap(kind -> kind.field(field))
                .map(Field::domain)
                .flatMap(domain -> domain.find(value.toString()))
                .map(code -> Message.of("risk.in-words", code.title()));
        if (words.isPresent()) {
            return words.get();
        }
        return field.equals("level")
                        && value instanceof Long level
                        && groups.keySet().stream().allMatch(ZoneClasses::isRiskLevel)
                ? RiskLevel.title(level.intValue())
                : value;
    }

    private static boolean isRiskLevel(Object key) {
        return "".equals(key)
                || key instanceof Double number
                        && plain(number) instanceof Long level
                        && level >= 1
                        && level <= RiskLevel.COUNT;
    }

    /** The depths between which the areas of a class lie, where they state them. */
    private static Optional<Message> depth(LayerRows rows, int row) {
        if (!rows.hasAttribute("depth_from_m") || !rows.hasAttribute("depth_to_m")) {
            return Optional.empty();
        }
        double from = rows.numbers("depth_from_m")[row];
        double to = rows.numbers("depth_to_m")[row];
        if (Double.isNaN(from)) {
            return Optional.empty();
        }
        return Optional.of(
                Double.isNaN(to)
                        ? Message.of("risk.depth-from", Workings.shown(from))
                        : Message.of("risk.depth-between", Workings.shown(from), Workings.shown(to)));
    }

    private static Object plain(Double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? (Object) number.longValue() : number;
    }

    /** How many classes; they are numbered from 1. */
    public int count() {
        return titles.size();
    }

    /** What a class is called. */
    public Object title(int number) {
        return titles.get(number - 1);
    }

    /** Value of a class: a Long, a Double or a text. */
    public Object value(int number) {
        return values.get(number - 1);
    }

    /** The areas; null where a zone is none. */
    public Geometry[] zones() {
        return zones;
    }

    public int[] classOf() {
        return classOf;
    }

    /** The class at a place, 0 for none. */
    public int at(double x, double y) {
        int[] first = {Integer.MAX_VALUE};
        index.covering(x, y, (zone, location) -> first[0] = Math.min(first[0], classOf[zone]));
        return first[0] == Integer.MAX_VALUE ? 0 : first[0];
    }
}
