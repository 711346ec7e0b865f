package riskmap.risk.model.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.CountingRule;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;
import riskmap.geo.polygonize.Polygonizer;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Reclassification;
import riskmap.geo.raster.Sampling;
import riskmap.risk.Workings;
import riskmap.risk.model.zone.ZoneParts;

/**
 * Zones that are the classes of a raster between breaks, the highest first; below the first break or without data is no
 * zone; a cell lies on a break as {@link Reclassification} says. Features count by the raster's value at their centroid, or as
 * what they have in common with the cells of a class.
 */
public final class ImpactRaster {
    private final Grid raster;
    private final double[] breaks;
    private final boolean upperIncluded;
    private final Reclassification classes;
    private final ParameterValues values;

    public ImpactRaster(Grid raster, ParameterValues values) {
        this.raster = raster;
        this.values = values;
        this.breaks = values.numbers("breaks");
        this.upperIncluded = values.text("bounds").equals(ImpactZones.UPPER_INCLUDED);
        this.classes = Reclassification.counting(Arrays.stream(breaks)
                .map(each -> upperIncluded ? Math.nextUp((float) each) : each)
                .toArray());
    }

    /** The class of each feature, or of each of its parts. */
    public ImpactZones zones(LayerRows rows, ImpactTowns towns, Progress progress) {
        String rule = values.text("rule");
        if (ImpactZones.isSampled(values) || rule.equals(CountingRule.CENTROID_WITHIN.key())) {
            return atCentroids(rows, towns, method(rule), progress);
        }
        List<Polygonizer.Zone> areas = Polygonizer.polygonize(numbered(), progress.part(0, 0.2)).stream()
                .filter(area -> area.value() >= 1)
                .toList();
        Geometry[] shapes = areas.stream().map(this::shape).toArray(Geometry[]::new);
        if (rows.crs() != null && !Crs.same(raster.geometry().crs(), rows.crs())) {
            CrsTransform there = Crs.transform(raster.geometry().crs(), rows.crs());
            Arrays.setAll(shapes, area -> there.apply(shapes[area]));
        }
        boolean highest = rule.equals(ImpactZones.HIGHEST);
        ZoneParts parts = ZoneParts.byShape(
                rows.geometries(),
                highest ? CountingRule.INTERSECTS : CountingRule.of(rule),
                towns.areas(),
                shapes,
                areas.stream().mapToInt(area -> (int) area.value()).toArray(),
                breaks.length,
                progress.part(0.2, 1));
        if (highest) {
            parts.keepFirst();
        }
        return told(parts, 0);
    }

    private Geometry shape(Polygonizer.Zone area) {
        return area.polygon();
    }

    /** 1 for the cells of the highest class and so on; NaN where there is none. */
    private Grid numbered() {
        float[] cells = new float[raster.cells().length];
        for (int cell = 0; cell < cells.length; cell++) {
            int number = number(raster.cells()[cell]);
            cells[cell] = number == 0 ? Float.NaN : number;
        }
        return new Grid(raster.geometry(), cells);
    }

    private int number(float value) {
        int reached = Float.isNaN(value) ? 0 : classes.classOf(value);
        return reached == 0 ? 0 : breaks.length - reached + 1;
    }

    private static Sampling.Method method(String rule) {
        return switch (rule) {
            case ImpactZones.BILINEAR -> Sampling.Method.BILINEAR_WITHIN;
            case ImpactZones.NEAREST_WITHIN -> Sampling.Method.NEAREST_WITHIN;
            default -> Sampling.Method.NEAREST;
        };
    }

    private ImpactZones atCentroids(LayerRows rows, ImpactTowns towns, Sampling.Method method, Progress progress) {
        Geometry[] shapes = rows.in(raster.geometry().crs(), progress).geometries();
        int[] zone = new int[shapes.length];
        long without = 0;
        for (int row = 0; row < shapes.length; row++) {
            if (shapes[row] != null) {
                Point centre = shapes[row].getCentroid();
                float value = Sampling.at(raster, method, centre.getX(), centre.getY());
                without += Float.isNaN(value) ? 1 : 0;
                zone[row] = number(value);
            }
        }
        return told(ZoneParts.ofClasses(rows.geometries(), zone, towns::at, towns.count(), breaks.length), without);
    }

    private ImpactZones told(ZoneParts parts, long without) {
        List<Object> titles = new ArrayList<>();
        List<Object> codes = new ArrayList<>();
        for (int i = breaks.length; i >= 1; i--) {
            titles.add(title(i));
            codes.add((long) i);
        }
        titles.add(Message.of("risk.no-zone"));
        List<Message> notes = new ArrayList<>();
        if (upperIncluded) {
            notes.add(Message.of(
                    "risk.note-bounds", Message.of(ImpactZones.OWNER + ".bounds." + ImpactZones.UPPER_INCLUDED)));
        }
        if (without > 0) {
            notes.add(Message.of("risk.note-no-data", without));
        }
        return new ImpactZones(parts, ImpactZones.marked(titles, codes, values), codes, notes, true);
    }

    private Message title(int number) {
        String from = Workings.shown(breaks[number - 1]);
        if (number == breaks.length) {
            return Message.of(upperIncluded ? "risk.value-above" : "risk.value-from", from);
        }
        return Message.of(
                upperIncluded ? "risk.value-above-to" : "risk.value-between", from, Workings.shown(breaks[number]));
    }
}
