package riskmap.risk.model.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.CountingRule;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Reclassification;
import riskmap.geo.raster.Sampling;
import riskmap.risk.Workings;
import riskmap.risk.model.zone.ZoneClasses;
import riskmap.risk.model.zone.ZoneParts;

/**
 * In which zone of which town each feature lies, and what the zones are called.
 *
 * @param parts of each feature
 * @param titles of the classes from 1 on; of 0, no zone, the last
 * @param values of the classes from 1 on
 * @param notes what the user must know of them
 */
public record ImpactZones(ZoneParts parts, List<Object> titles, List<Object> values, List<Message> notes) {
    public static final String OWNER = "risk.impact";
    public static final String BILINEAR = "bilinear";
    public static final String NEAREST = "nearest";
    /** {@link CountingRule#INTERSECTS}, each feature only for the first of the classes it meets. */
    public static final String HIGHEST = "intersects-highest";

    /** A value on a break is in the class above it, [a, b). */
    public static final String LOWER_INCLUDED = "lower-included";
    /** A value on a break is in the class below it, (a, b]. */
    public static final String UPPER_INCLUDED = "upper-included";

    /** Whether zones are classes of a raster. */
    public static boolean isSampled(ParameterValues values) {
        return values.text("rule").equals(BILINEAR) || values.text("rule").equals(NEAREST);
    }

    public static ImpactZones ofAreas(
            Inputs inputs, LayerRows rows, ImpactTowns towns, ParameterValues values, Progress progress) {
        String layer = values.text("zones");
        ZoneClasses zones = ZoneClasses.of(
                inputs,
                layer,
                values.text("zone-field"),
                values.names("zone-order"),
                rows.crs(),
                progress.part(0, 0.2));
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
                inputs.rows(layer, progress).notes(layer));
    }

    /**
     * Classes of the raster's value at the centroids, the highest first; below the first break or no data is no zone. A break
     * counts as the number that cells can hold: a cell of 0.7 lies on the break 0.7, though neither is 7/10 exactly.
     */
    public static ImpactZones ofRaster(
            Grid raster, LayerRows rows, ImpactTowns towns, ParameterValues values, Progress progress) {
        double[] breaks = values.numbers("breaks");
        Geometry[] shapes = rows.in(raster.geometry().crs(), progress).geometries();
        double[] xy = new double[2 * shapes.length];
        for (int row = 0; row < shapes.length; row++) {
            Point centre = shapes[row] == null ? null : shapes[row].getCentroid();
            xy[2 * row] = centre == null ? Double.NaN : centre.getX();
            xy[2 * row + 1] = centre == null ? Double.NaN : centre.getY();
        }
        Sampling.Method method =
                values.text("rule").equals(BILINEAR) ? Sampling.Method.BILINEAR_WITHIN : Sampling.Method.NEAREST;
        boolean upper = values.text("bounds").equals(UPPER_INCLUDED);
        Reclassification classes = Reclassification.counting(Arrays.stream(breaks)
                .map(each -> upper ? Math.nextUp((float) each) : (float) each)
                .toArray());
        int[] zone = new int[shapes.length];
        long without = 0;
        for (int row = 0; row < shapes.length; row++) {
            if (shapes[row] != null) {
                float value = Sampling.at(raster, method, xy[2 * row], xy[2 * row + 1]);
                without += Float.isNaN(value) ? 1 : 0;
                int reached = Float.isNaN(value) ? 0 : (int) classes.of(value);
                zone[row] = reached == 0 ? 0 : breaks.length - reached + 1;
            }
        }
        ZoneParts parts = ZoneParts.ofClasses(rows.geometries(), zone, towns::at, towns.count(), breaks.length);
        List<Object> titles = new ArrayList<>();
        List<Object> codes = new ArrayList<>();
        for (int i = breaks.length; i >= 1; i--) {
            String from = Workings.shown(breaks[i - 1]);
            titles.add(
                    i == breaks.length
                            ? Message.of(upper ? "risk.value-above" : "risk.value-from", from)
                            : Message.of(
                                    upper ? "risk.value-above-to" : "risk.value-between",
                                    from,
                                    Workings.shown(breaks[i])));
            codes.add((long) i);
        }
        titles.add(Message.of("risk.no-zone"));
        List<Message> notes = new ArrayList<>();
        if (upper) {
            notes.add(Message.of("risk.note-bounds", Message.of(OWNER + ".bounds." + UPPER_INCLUDED)));
        }
        if (without > 0) {
            notes.add(Message.of("risk.note-no-data", without));
        }
        return new ImpactZones(parts, marked(titles, codes, values), codes, notes);
    }

    /** Titles that say which classes affect nobody. */
    private static List<Object> marked(List<Object> titles, List<Object> codes, ParameterValues values) {
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
