package riskmap.risk.model.geohazard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.terrain.Runout;
import riskmap.risk.RiskLevel;
import riskmap.risk.model.count.SiteCount;
import riskmap.risk.model.count.ZoneExposure;
import riskmap.risk.model.zone.GridWindow;

/** The run-out of every site of a layer, each by itself. */
public final class RunoutSites {
    /**
     * A site and how far it runs.
     *
     * @param angle reach angle, °
     * @param reach straight distance from the site to the farthest cell reached, m
     * @param drop height of the highest source cell over that cell, m
     * @param areas by level from 1
     * @param surveyed people by the survey, NaN for none
     */
    record Site(
            String name,
            String type,
            double angle,
            double reach,
            double drop,
            List<MultiPolygon> areas,
            SiteCount count,
            double surveyed) {
        double area() {
            return areas.stream().mapToDouble(Geometry::getArea).sum();
        }
    }

    private final Inputs inputs;
    private final ParameterValues values;
    private final Grid ground;
    private final List<Site> sites = new ArrayList<>();
    private int withoutAngle;
    private int offGround;
    private int withoutGeometry;

    public RunoutSites(Inputs inputs, ParameterValues values) {
        this.inputs = inputs;
        this.values = values;
        this.ground = inputs.grid("dem");
    }

    public void run(Progress progress) {
        LayerRows rows =
                inputs.rows("geohazard_site", progress).in(ground.geometry().crs(), progress);
        LayerRows buildings = inputs.has("building")
                ? inputs.rows("building", progress).in(ground.geometry().crs(), progress)
                : null;
        double[] persons = buildings == null ? new double[0] : buildings.numbers("people");
        Map<String, Double> angles = values.weights("reach-angles");
        String[] names = rows.texts("name");
        String[] types = rows.texts("type");
        double[] surveyed = rows.numbers("threatened_people");
        double[] heights = rows.numbers("slope_height_m");
        boolean crown = values.text("crown").equals("surveyed");
        double lowest = lowest();
        Site[] found = new Site[rows.size()];
        int[] why = new int[rows.size()];
        Parallel.items(rows.size(), 1, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                Double angle = types[row] == null ? null : angles.get(types[row]);
                String name = rows.called(row, names[row]);
                if (rows.geometry(row) == null) {
                    why[row] = 1;
                } else if (angle == null) {
                    why[row] = 2;
                } else {
                    double above = crown && heights[row] > 0 ? heights[row] : 0;
                    Start start = new Start(rows.geometry(row), above, angle, lowest);
                    found[row] = site(start, name, types[row], buildings, persons, surveyed[row]);
                    why[row] = found[row] == null ? 3 : 0;
                }
            }
        });
        for (int row = 0; row < found.length; row++) {
            withoutGeometry += why[row] == 1 ? 1 : 0;
            withoutAngle += why[row] == 2 ? 1 : 0;
            offGround += why[row] == 3 ? 1 : 0;
            if (found[row] != null) {
                sites.add(found[row]);
            }
        }
        sites.sort(
                Comparator.comparingDouble((Site site) -> -site.count.people()).thenComparing(Site::name));
    }

    private double lowest() {
        double lowest = Double.POSITIVE_INFINITY;
        for (float height : ground.cells()) {
            lowest = height < lowest ? height : lowest;
        }
        return lowest;
    }

    /**
     * Where a mass starts.
     *
     * @param shape of the site
     * @param above height of the crown over the ground there, m
     * @param angle reach angle, °
     * @param lowest ground of all, m
     */
    private record Start(Geometry shape, double above, double angle, double lowest) {}

    private Site site(Start start, String name, String type, LayerRows buildings, double[] persons, double surveyed) {
        Point middle = start.shape.getInteriorPoint();
        double radius = values.number("source-radius");
        Geometry source = start.shape instanceof Point && radius > 0 ? start.shape.buffer(radius) : start.shape;
        double wide = Math.max(
                source.getEnvelopeInternal().getWidth(),
                source.getEnvelopeInternal().getHeight());
        Grid near = GridWindow.around(ground, middle.getX(), middle.getY(), wide);
        double top = (near == null ? Double.NaN : highest(near, source)) + start.above;
        if (Double.isNaN(top)) {
            return null;
        }
        // no energy line can reach farther than down to the lowest ground of all
        double down = (top - start.lowest) / Math.tan(Math.toRadians(start.angle));
        Grid window = GridWindow.around(
                ground, middle.getX(), middle.getY(), wide + Math.min(values.number("longest"), down));
        float[] levels = levels(window, GridWindow.cells(window, source), start);
        int end = farthest(window.geometry(), levels, middle);
        double reach = end < 0 ? 0 : distance(window.geometry(), end, middle);
        double drop = end < 0 ? 0 : top - window.cells()[end];
        List<MultiPolygon> areas =
                GridWindow.areas(new Grid(window.geometry(), levels), RiskLevel.COUNT, Progress.silent());
        SiteCount count = SiteCount.of(buildings, persons, areas, values.text("counting-rule"));
        return new Site(name, type, start.angle, reach, drop, areas, count, surveyed);
    }

    /** The highest level of each cell, NaN where nothing comes. */
    private float[] levels(Grid window, int[] cells, Start start) {
        float[] levels = new float[window.cells().length];
        Arrays.fill(levels, Float.NaN);
        double[] steps = values.numbers("angle-steps");
        for (int level = 1; level <= steps.length; level++) {
            float[] head = Runout.energyHead(
                            window, cells, start.above, start.angle + steps[level - 1], Progress.silent())
                    .cells();
            for (int cell = 0; cell < head.length; cell++) {
                levels[cell] = Float.isNaN(head[cell]) ? levels[cell] : level;
            }
        }
        return levels;
    }

    private static double highest(Grid near, Geometry source) {
        double top = Double.NaN;
        for (int cell : GridWindow.cells(near, source)) {
            float height = near.cells()[cell];
            top = Float.isNaN(height) || height <= top ? top : height;
        }
        return top;
    }

    private static int farthest(GridGeometry geometry, float[] levels, Point from) {
        int end = -1;
        double most = -1;
        for (int cell = 0; cell < levels.length; cell++) {
            double away = levels[cell] >= 1 ? distance(geometry, cell, from) : -1;
            if (away > most) {
                most = away;
                end = cell;
            }
        }
        return end;
    }

    private static double distance(GridGeometry geometry, int cell, Point from) {
        return Math.hypot(
                geometry.x(cell % geometry.width()) - from.getX(), geometry.y(cell / geometry.width()) - from.getY());
    }

    /** What lies in the bands of all sites together, each building and person once, in the highest band. */
    public ZoneExposure exposure(Progress progress) {
        List<Geometry> areas = new ArrayList<>();
        List<Integer> levels = new ArrayList<>();
        for (Site site : sites) {
            for (int level = 1; level <= RiskLevel.COUNT; level++) {
                if (!site.areas.get(level - 1).isEmpty()) {
                    areas.add(site.areas.get(level - 1));
                    levels.add(level);
                }
            }
        }
        return new ZoneExposure(
                inputs,
                ground.geometry().crs(),
                areas,
                levels,
                new ZoneExposure.Scale(
                        RiskLevel.COUNT, level -> Message.of("risk.runout-level-" + level), "runout-level"),
                progress);
    }

    public List<Message> notes() {
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of(
                "risk.note-runout",
                sites.size(),
                Message.of("risk.geohazard-runout.counting-rule." + values.text("counting-rule"))));
        if (withoutAngle + offGround + withoutGeometry > 0) {
            notes.add(Message.of("risk.note-runout-left", withoutAngle, offGround, withoutGeometry));
        }
        notes.add(Message.of("risk.note-runout-twice"));
        return notes;
    }

    /** The most people in the way first. */
    List<Site> sites() {
        return sites;
    }

    GridGeometry lattice() {
        return ground.geometry();
    }
}
