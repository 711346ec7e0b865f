package riskmap.risk.model.impact;

import java.util.ArrayList;
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
                parts, titles, codes, inputs.rows(layer, progress).notes(layer));
    }

    /** Classes of the raster's value at the centroids, the highest first; below the first break or no data is no zone. */
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
        Reclassification classes = Reclassification.counting(breaks);
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
                            ? Message.of("risk.value-from", from)
                            : Message.of("risk.value-between", from, Workings.shown(breaks[i])));
            codes.add((long) i);
        }
        titles.add(Message.of("risk.no-zone"));
        List<Message> notes = new ArrayList<>();
        if (without > 0) {
            notes.add(Message.of("risk.note-no-data", without));
        }
        return new ImpactZones(parts, titles, codes, notes);
    }

    /** How many classes there are. */
    int count() {
        return values.size();
    }

    /** What a class is called; 0 is no zone. */
    Object title(int zone) {
        return titles.get(zone == 0 ? titles.size() - 1 : zone - 1);
    }
}
