package riskmap.risk.model.geohazard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Rasterizer;
import riskmap.geo.raster.Reclassification;
import riskmap.geo.terrain.LocalRelief;
import riskmap.geo.terrain.Terrain;
import riskmap.risk.InputChecks;
import riskmap.risk.Workings;
import riskmap.risk.model.zone.StudyArea;

/**
 * What may say where slopes fail, as classes per cell: slope, aspect, local relief, distance to road, river and fault, land
 * cover. A factor whose layer the project does not have or is empty, or whose breaks were left empty, is left out.
 */
public final class SusceptibilityFactors {
    /** Ground flatter than this faces nowhere, in degrees. */
    private static final double FLAT = 2;

    private static final int DIRECTIONS = 8;
    /** Ground that is none of these, and four kinds. */
    private static final int COVERS = 5;
    /** Breaks of a factor, whose classes are numbered in a byte. */
    private static final int MOST_BREAKS = 126;

    private static final Map<String, String> LAYERS = Map.of("road", "road", "river", "river", "fault", "fault_line");
    private static final List<String> LAND_COVERS = List.of("farmland", "forest_stand", "building");
    private static final Set<String> TREES = Set.of("conifer", "broadleaf", "mixed");

    /**
     * A factor.
     *
     * @param key names it
     * @param classes by cell, from 0; −1 where it is not known
     * @param titles of its classes
     */
    public record Factor(String key, byte[] classes, List<Message> titles) {
        Message title() {
            return Message.of("risk.factor-" + key);
        }
    }

    private final StudyArea area;
    private final ParameterValues values;
    private final List<Factor> factors = new ArrayList<>();

    private SusceptibilityFactors(StudyArea area, ParameterValues values) {
        this.area = area;
        this.values = values;
    }

    public static List<Factor> of(StudyArea area, ParameterValues values, Progress progress) {
        SusceptibilityFactors result = new SusceptibilityFactors(area, values);
        Grid ground = area.ground(progress.part(0, 0.1));
        Grid slope = Terrain.slopeDegrees(ground, progress.part(0.1, 0.2));
        result.breaks("slope", slope, "°");
        if (values.flag("use-aspect")) {
            result.aspect(slope, Terrain.aspect(ground, progress.part(0.2, 0.3)));
        }
        int radius = (int) Math.max(
                1, Math.rint(values.number("relief-radius") / area.lattice().cellWidth()));
        if (values.has("relief-breaks")) {
            result.breaks("relief", LocalRelief.of(ground, radius, progress.part(0.3, 0.4)), "m");
        }
        result.distance("road", progress.part(0.4, 0.55));
        result.distance("river", progress.part(0.55, 0.65));
        result.distance("fault", progress.part(0.65, 0.75));
        if (values.flag("use-land-cover")) {
            result.cover(progress.part(0.75, 1));
        }
        return result.factors;
    }

    /** The classes of all factors can be numbered, and so can what they combine to. */
    public static void check(InputChecks checks) {
        ParameterValues values = checks.values();
        Inputs inputs = checks.inputs();
        double all = values.flag("use-aspect") ? DIRECTIONS + 1 : 1;
        for (String key : List.of("slope", "relief", "road", "river", "fault")) {
            String breaks = key + "-breaks";
            if (values.has(breaks) && (!LAYERS.containsKey(key) || inputs.has(LAYERS.get(key)))) {
                int many = values.numbers(breaks).length;
                all *= many + 1;
                if (many > MOST_BREAKS) {
                    checks.problem(
                            breaks, Message.of("risk.check-many-breaks", values.called(breaks), many, MOST_BREAKS));
                }
            }
        }
        if (values.flag("use-land-cover") && LAND_COVERS.stream().anyMatch(inputs::has)) {
            all *= COVERS;
        }
        if (all > SusceptibilityCells.MOST) {
            checks.problem("slope-breaks", Message.of("risk.classes-too-many", (long) all));
        }
    }

    private void distance(String key, Progress progress) {
        String kind = LAYERS.get(key);
        if (values.has(key + "-breaks") && area.has(kind) && someShape(kind, progress)) {
            float[] metres = area.distanceTo(kind, progress);
            breaks(key, new Grid(area.lattice(), metres), "m");
        }
    }

    /** From an empty layer every cell is infinitely far, which says nothing of any. */
    private boolean someShape(String kind, Progress progress) {
        return Arrays.stream(area.rows(kind, progress).geometries()).anyMatch(Objects::nonNull);
    }

    private void breaks(String key, Grid quantity, String unit) {
        if (!values.has(key + "-breaks")) {
            return;
        }
        double[] breaks = values.numbers(key + "-breaks");
        Reclassification counting = Reclassification.counting(breaks);
        byte[] classes = new byte[quantity.cells().length];
        each(cell -> {
            float value = quantity.cells()[cell];
            classes[cell] = (byte) (Float.isNaN(value) ? -1 : counting.of(value));
        });
        List<Message> titles = new ArrayList<>();
        for (int i = 0; i <= breaks.length; i++) {
            titles.add(
                    i == 0
                            ? Message.of("risk.class-below", Workings.shown(breaks[0]), unit)
                            : i == breaks.length
                                    ? Message.of("risk.class-from", Workings.shown(breaks[i - 1]), unit)
                                    : Message.of(
                                            "risk.class-between",
                                            Workings.shown(breaks[i - 1]),
                                            Workings.shown(breaks[i]),
                                            unit));
        }
        factors.add(new Factor(key, classes, titles));
    }

    /** Class 0 flat, 1 north, then clockwise. */
    private void aspect(Grid slope, Grid aspect) {
        byte[] classes = new byte[slope.cells().length];
        each(cell -> {
            float steep = slope.cells()[cell];
            float faces = aspect.cells()[cell];
            int direction = (int) Math.floor((faces + 22.5) / 45) % DIRECTIONS;
            classes[cell] = (byte) (Float.isNaN(steep) ? -1 : steep < FLAT || Float.isNaN(faces) ? 0 : 1 + direction);
        });
        List<Message> titles = new ArrayList<>();
        for (int i = 0; i <= DIRECTIONS; i++) {
            titles.add(Message.of("risk.aspect-" + i));
        }
        factors.add(new Factor("aspect", classes, titles));
    }

    /** Class 0 other ground, 1 fields, 2 trees, 3 shrub, grass and orchards, 4 buildings; the last that is there counts. */
    private void cover(Progress progress) {
        Rasterizer rasterizer =
                new Rasterizer(area.lattice(), Rasterizer.Rule.CENTRE, Rasterizer.Combine.LAST, 0, progress);
        boolean some = burn(rasterizer, "farmland", 1, progress);
        if (area.has("forest_stand")) {
            LayerRows stands = area.rows("forest_stand", progress);
            String[] fuels = stands.texts("fuel_type");
            for (int row = 0; row < stands.size(); row++) {
                if (stands.geometry(row) != null) {
                    rasterizer.add(stands.geometry(row), fuels[row] == null || TREES.contains(fuels[row]) ? 2 : 3);
                }
            }
            some = true;
        }
        some |= burn(rasterizer, "building", 4, progress);
        if (some) {
            float[] cover = rasterizer.finish().cells();
            byte[] classes = new byte[cover.length];
            each(cell -> classes[cell] = (byte) cover[cell]);
            List<Message> titles = new ArrayList<>();
            for (int i = 0; i < COVERS; i++) {
                titles.add(Message.of("risk.cover-" + i));
            }
            factors.add(new Factor("land-cover", classes, titles));
        }
    }

    private boolean burn(Rasterizer rasterizer, String kind, int number, Progress progress) {
        if (!area.has(kind)) {
            return false;
        }
        for (Geometry shape : area.rows(kind, progress).geometries()) {
            if (shape != null) {
                rasterizer.add(shape, number);
            }
        }
        return true;
    }

    private interface CellWork {
        void run(int cell);
    }

    private void each(CellWork work) {
        int width = area.lattice().width();
        area.lattice().bandsOfRows(Progress.silent(), (from, to) -> {
            for (int cell = from * width; cell < to * width; cell++) {
                work.run(cell);
            }
        });
    }
}
