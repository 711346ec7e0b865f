package riskmap.risk.model.fire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.DistanceTransform;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Rasterizer;
import riskmap.geo.terrain.SpreadTime;
import riskmap.risk.Workings;
import riskmap.risk.fire.SpreadRate;
import riskmap.risk.model.count.ZoneExposure;
import riskmap.risk.model.zone.GridWindow;

/** One fire on the cells of the elevation around where it broke out. */
public final class FireSpreadRun {
    private static final double MINUTES = 60;

    private final Inputs inputs;
    private final ParameterValues values;
    private final Grid ground;
    private final Point ignition;
    private final boolean given;
    private final SpreadRate rate;
    private final double[] times;
    private float[] fuel;
    private boolean[] forest;
    private float[] arrival;
    private Grid rings;
    private List<MultiPolygon> burnt;
    private List<MultiPolygon> threatened;

    private FireSpreadRun(Inputs inputs, ParameterValues values, Grid ground, Point ignition, boolean given) {
        this.inputs = inputs;
        this.values = values;
        this.ground = ground;
        this.ignition = ignition;
        this.given = given;
        this.times = values.numbers("times");
        this.rate = SpreadRate.of(
                values.number("temperature"),
                values.number("humidity"),
                values.number("wind-speed"),
                values.number("wind-from"));
    }

    /** The fire of the values, in the largest stand when no place is given; null where there is no ground or forest. */
    public static FireSpreadRun of(Inputs inputs, ParameterValues values, Progress progress) {
        Optional<Ignition> start = Ignition.of(inputs, values, progress);
        if (start.isEmpty()) {
            return null;
        }
        Grid dem = inputs.grid("dem");
        Point place = start.get().place();
        Grid ground = GridWindow.around(dem, place.getX(), place.getY(), values.number("farthest"));
        if (ground == null) {
            return null;
        }
        FireSpreadRun run =
                new FireSpreadRun(inputs, values, ground, place, start.get().isGiven());
        run.fuels(inputs.rows("forest_stand", progress).in(dem.geometry().crs(), progress), progress);
        return run;
    }

    private void fuels(LayerRows stands, Progress progress) {
        Map<String, Double> factors = values.weights("fuel-factors");
        String[] types = stands.texts("fuel_type");
        Rasterizer rasterizer =
                new Rasterizer(ground.geometry(), Rasterizer.Rule.CENTRE, Rasterizer.Combine.MAX, Float.NaN, progress);
        for (int row = 0; row < stands.size(); row++) {
            if (stands.geometry(row) != null) {
                rasterizer.add(stands.geometry(row), types[row] == null ? 1 : factors.getOrDefault(types[row], 1.0));
            }
        }
        fuel = rasterizer.finish().cells();
        forest = new boolean[fuel.length];
        for (int cell = 0; cell < fuel.length; cell++) {
            forest[cell] = !Float.isNaN(fuel[cell]);
            fuel[cell] = forest[cell] ? fuel[cell] : (float) values.number("other-land");
        }
        if (values.flag("lanes-stop")) {
            barrier("fire_lane", progress);
        }
        if (values.flag("water-stops")) {
            barrier("river", progress);
            barrier("reservoir", progress);
        }
    }

    /** Nothing burns where such a thing is; only what is built counts. */
    private void barrier(String kind, Progress progress) {
        if (inputs.has(kind)) {
            LayerRows rows = inputs.rows(kind, progress).in(ground.geometry().crs(), progress);
            float[] mask = Rasterizer.mask(
                            ground.geometry(), FireFacilities.built(rows), Rasterizer.Rule.ALL_TOUCHED, progress)
                    .cells();
            for (int cell = 0; cell < mask.length; cell++) {
                fuel[cell] = mask[cell] == 1 ? 0 : fuel[cell];
            }
        }
    }

    public void spread(Progress progress) {
        float[] heights = ground.cells();
        SpreadTime spread = new SpreadTime(ground, (from, to, east, north) -> {
            if (!(fuel[to] > 0)) {
                return 0;
            }
            double rise = (heights[to] - heights[from]) / Math.hypot(east, north);
            return MINUTES * rate.speed(fuel[to], east, north, rise);
        });
        int column = ground.geometry().column(ignition.getX());
        int row = ground.geometry().row(ignition.getY());
        int start = row * ground.width() + column;
        arrival = spread.from(new int[] {start}, times[times.length - 1], progress.part(0, 0.6))
                .cells();
        float[] classes = new float[arrival.length];
        for (int cell = 0; cell < classes.length; cell++) {
            int ring = ring(arrival[cell]);
            classes[cell] = ring == 0 ? Float.NaN : ring;
        }
        rings = new Grid(ground.geometry(), classes);
        burnt = GridWindow.areas(rings, times.length, progress.part(0.6, 0.8));
        threatened = GridWindow.areas(threat(progress.part(0.8, 0.9)), times.length, progress.part(0.9, 1));
    }

    /** 1 for what burns before the first time, and so on; 0 for what does not burn before the last. */
    private int ring(float hours) {
        if (Float.isNaN(hours) || hours >= times[times.length - 1]) {
            return 0;
        }
        int ring = 1;
        for (double time : times) {
            ring += hours >= time ? 1 : 0;
        }
        return ring;
    }

    /** The first ring that comes within the exposure distance of each cell. */
    private Grid threat(Progress progress) {
        double near = values.number("exposure-distance");
        float[] first = rings.cells().clone();
        for (int ring = 1; ring <= times.length && near > 0; ring++) {
            progress.check();
            float[] mask = new float[first.length];
            boolean some = false;
            for (int cell = 0; cell < mask.length; cell++) {
                boolean burns = rings.cells()[cell] <= ring;
                some |= burns;
                mask[cell] = burns ? 1 : Float.NaN;
            }
            float[] distance = some
                    ? DistanceTransform.distance(new Grid(ground.geometry(), mask), progress.part(0, 0))
                            .cells()
                    : mask;
            for (int cell = 0; cell < mask.length; cell++) {
                boolean earlier = first[cell] <= ring;
                first[cell] = !earlier && distance[cell] <= near ? ring : first[cell];
            }
        }
        return new Grid(ground.geometry(), first);
    }

    public ZoneExposure exposure(Progress progress) {
        List<Geometry> areas = new ArrayList<>();
        List<Integer> levels = new ArrayList<>();
        for (int ring = 1; ring <= times.length; ring++) {
            if (!threatened.get(ring - 1).isEmpty()) {
                areas.add(threatened.get(ring - 1));
                levels.add(times.length + 1 - ring);
            }
        }
        return new ZoneExposure(
                inputs,
                ground.geometry().crs(),
                areas,
                levels,
                new ZoneExposure.Scale(times.length, level -> title(times.length + 1 - level), "ring"),
                progress);
    }

    /** From when to when a ring burns. */
    Message title(int ring) {
        return Message.of("risk.fire-ring", Workings.shown(hoursFrom(ring)), Workings.shown(times[ring - 1]));
    }

    double hoursFrom(int ring) {
        return ring == 1 ? 0 : times[ring - 2];
    }

    double hoursTo(int ring) {
        return times[ring - 1];
    }

    int ringCount() {
        return times.length;
    }

    MultiPolygon burnt(int ring) {
        return burnt.get(ring - 1);
    }

    /** Forest in a ring by cells, ha. */
    double forestHectares(int ring) {
        long cells = 0;
        for (int cell = 0; cell < forest.length; cell++) {
            cells += forest[cell] && rings.cells()[cell] == ring ? 1 : 0;
        }
        return cells * ground.geometry().cellArea() / 1e4;
    }

    /** Straight distance from where it broke out to the farthest cell of a ring, m. */
    double farthest(int ring) {
        double most = 0;
        for (int cell = 0; cell < arrival.length; cell++) {
            if (rings.cells()[cell] == ring) {
                most = Math.max(
                        most,
                        Math.hypot(
                                ground.geometry().x(cell % ground.width()) - ignition.getX(),
                                ground.geometry().y(cell / ground.width()) - ignition.getY()));
            }
        }
        return most;
    }

    SpreadRate rate() {
        return rate;
    }

    ParameterValues values() {
        return values;
    }

    Grid ground() {
        return ground;
    }

    /** Hours left of the last time when the fire arrives: the more, the sooner. */
    public Grid urgency() {
        float[] left = new float[arrival.length];
        for (int cell = 0; cell < left.length; cell++) {
            left[cell] = (float) (times[times.length - 1] - arrival[cell]);
        }
        return new Grid(ground.geometry(), left);
    }

    public List<Message> notes() {
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of(
                given ? "risk.note-ignition" : "risk.note-ignition-chosen",
                Workings.shown(Math.rint(ignition.getX())),
                Workings.shown(Math.rint(ignition.getY()))));
        int column = ground.geometry().column(ignition.getX());
        int row = ground.geometry().row(ignition.getY());
        if (!forest[row * ground.width() + column]) {
            notes.add(Message.of("risk.note-ignition-no-forest"));
        }
        double first = times[0] * MINUTES * rate.still();
        if (first < 2 * ground.geometry().cellWidth()) {
            notes.add(Message.of(
                    "risk.note-coarse-cells", Workings.shown(ground.geometry().cellWidth())));
        }
        if (atEdge()) {
            notes.add(Message.of("risk.note-fire-at-edge", Workings.shown(values.number("farthest"))));
        }
        notes.add(Message.of("risk.note-fire-spread", Workings.shown(values.number("exposure-distance"))));
        return notes;
    }

    private boolean atEdge() {
        int width = ground.width();
        int height = ground.height();
        for (int i = 0; i < Math.max(width, height); i++) {
            boolean side = i < height && (reached(i * width) || reached(i * width + width - 1));
            boolean end = i < width && (reached(i) || reached((height - 1) * width + i));
            if (side || end) {
                return true;
            }
        }
        return false;
    }

    private boolean reached(int cell) {
        return !Float.isNaN(arrival[cell]);
    }
}
