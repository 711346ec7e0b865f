package riskmap.risk.model.impact;

import java.util.ArrayList;
import java.util.List;
import riskmap.analysis.CountingRule;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.risk.InputChecks;
import riskmap.risk.model.zone.ZoneClasses;
import riskmap.risk.model.zone.ZoneOrder;
import riskmap.risk.model.zone.ZoneParts;

/**
 * In which zone of which town each feature lies, and what the zones are called.
 *
 * @param parts of each feature
 * @param titles of the classes from 1 on; of 0, no zone, the last
 * @param values of the classes from 1 on
 * @param notes what the user must know of them
 * @param ofRaster whether they are classes of a raster, numbered from the lowest
 */
public record ImpactZones(
        ZoneParts parts, List<Object> titles, List<Object> values, List<Message> notes, boolean ofRaster) {
    public static final String OWNER = "risk.impact";
    public static final String BILINEAR = "bilinear";
    public static final String NEAREST = "nearest";
    /** {@link #NEAREST}, but nothing in the outer half cell of the raster, as InaSAFE has it. */
    public static final String NEAREST_WITHIN = "nearest-within";
    /** {@link CountingRule#INTERSECTS}, each feature only for the first of the classes it meets. */
    public static final String HIGHEST = "intersects-highest";

    /** A value on a break is in the class above it, [a, b). */
    public static final String LOWER_INCLUDED = "lower-included";
    /** A value on a break is in the class below it, (a, b]. */
    public static final String UPPER_INCLUDED = "upper-included";

    /** Whether zones are classes of a raster. */
    public static boolean isSampled(ParameterValues values) {
        return isSampled(values.text("rule"));
    }

    /** Whether a rule takes a raster's value at a place. */
    static boolean isSampled(String rule) {
        return rule.equals(BILINEAR) || rule.equals(NEAREST) || rule.equals(NEAREST_WITHIN);
    }

    /** Which of the zones' values is the higher. */
    private static ZoneOrder order(ParameterValues values) {
        return new ZoneOrder(values.names("zone-order"), ImpactAffected.none(values));
    }

    /** Areas without a value are told, and those whose values have no order that is known where the numbers hang on it. */
    public static void checkClasses(InputChecks checks, LayerRows zones) {
        ParameterValues values = checks.values();
        ImpactAffected.withoutValue(checks, values.text("zones"), zones, values.text("zone-field"));
        String rule = values.text("rule");
        if (!rule.equals(CountingRule.INTERSECTS.key())) {
            order(values).check(checks, "zone-order", zones, values.text("zone-field"), rule.equals(HIGHEST));
        }
    }

    public static ImpactZones ofAreas(
            Inputs inputs, LayerRows rows, ImpactTowns towns, ParameterValues values, Progress progress) {
        String layer = values.text("zones");
        ZoneClasses zones = ZoneClasses.of(
                inputs, layer, values.text("zone-field"), order(values), rows.crs(), progress.part(0, 0.2));
        boolean highest = values.text("rule").equals(HIGHEST);
        CountingRule rule = highest ? CountingRule.INTERSECTS : CountingRule.of(values.text("rule"));
        ZoneParts parts;
        if (rule == CountingRule.CENTROID_WITHIN) {
            parts = ZoneParts.byCentroid(
                    rows,
                    new ZoneParts.Where() {
                        @Override
                        public int town(double x, double y) {
                            return towns.at(x, y);
                        }

                        @Override
                        public int zone(double x, double y) {
                            return zones.at(x, y);
                        }
                    },
                    towns.count(),
                    zones.count(),
                    progress.part(0.2, 1));
        } else {
            parts = ZoneParts.byShape(
                    rows.geometries(),
                    rule,
                    towns.areas(),
                    zones.zones(),
                    zones.classOf(),
                    zones.count(),
                    progress.part(0.2, 1));
        }
        if (highest) {
            parts.keepFirst();
        }
        List<Object> titles = new ArrayList<>();
        List<Object> codes = new ArrayList<>();
        for (int i = 1; i <= zones.count(); i++) {
            titles.add(zones.title(i));
            codes.add(zones.value(i));
        }
        titles.add(Message.of("risk.no-zone"));
        return new ImpactZones(
                parts,
                marked(titles, codes, values),
                codes,
                inputs.rows(layer, progress).notes(layer),
                false);
    }

    /** Titles that say which classes affect nobody. */
    static List<Object> marked(List<Object> titles, List<Object> codes, ParameterValues values) {
        List<String> none = ImpactAffected.none(values);
        for (int i = 0; i < codes.size(); i++) {
            if (none.contains(codes.get(i).toString())) {
                titles.set(i, Message.of("risk.zone-unaffected", titles.get(i)));
            }
        }
        return titles;
    }

    /** The parts where classes that affect nobody are no zone; the parts themselves where all affect. */
    ZoneParts affected(ParameterValues values) {
        List<String> none = ImpactAffected.none(values);
        boolean[] outside = new boolean[count() + 1];
        for (int zone = 1; zone <= count(); zone++) {
            outside[zone] = none.contains(values().get(zone - 1).toString());
        }
        return none.isEmpty() ? parts : parts.without(outside);
    }

    /** How many classes there are. */
    int count() {
        return values.size();
    }

    /** What a class is called; 0 is no zone. */
    Object title(int zone) {
        return titles.get(zone == 0 ? titles.size() - 1 : zone - 1);
    }

    /** The values of the classes from 1 on as a user writes them. */
    List<String> texts() {
        return values.stream().map(Object::toString).toList();
    }
}
