package riskmap.risk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.MetresNeeded;
import riskmap.analysis.TextsAmongNumbers;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.geo.crs.Crs;

/**
 * What is wrong with the inputs of a model, found before it runs: every check adds what it finds, and the run starts only
 * when nothing was found that would make its numbers wrong.
 *
 * <p>A layer that was not given is passed over: whether it is needed is said by {@link RiskModel#needs()}.
 */
public final class InputChecks {
    /** Rows of one layer named in one finding; the others are counted. */
    static final int NAMED = 5;

    /** From here on sums of doubles are not exact to the unit any more; no amount of a district is near. */
    static final double HUGE = 1e15;

    /** Layers that know the height of the ground at their places, by which an elevation in feet is found out. */
    public static final List<String> HEIGHT_WITNESSES = List.copyOf(ElevationChecks.WITNESSES.keySet());

    /** Key of what is said of metres under the name of degrees. */
    static final String NO_DEGREES = "risk.check-not-degrees";

    /** Longitude and latitude of whatever division of the world. */
    private static final Envelope ALL_DEGREES = new Envelope(-361, 361, -91, 91);

    /**
     * Something found.
     *
     * @param input name of the layer or parameter it was found in
     * @param fatal whether it keeps the run from starting
     * @param message what, where, and what to do
     */
    public record Finding(String input, boolean fatal, Message message) {}

    private final Inputs inputs;
    private final ParameterValues values;
    private final Progress progress;
    private final List<Finding> findings = new ArrayList<>();
    /** Fields that were looked at for values that are no numbers, as {@code layer field}. */
    private final Set<String> heeded = new HashSet<>();

    public InputChecks(Inputs inputs, ParameterValues values, Progress progress) {
        this.inputs = inputs;
        this.values = values;
        this.progress = progress;
    }

    /**
     * Everything that is looked at before a model runs: what the model itself knows to be wrong, and what is looked at in
     * every layer.
     */
    public static InputChecks of(RiskModel model, Inputs inputs, ParameterValues values, Progress progress) {
        InputChecks checks = new InputChecks(inputs, values, progress);
        model.check(checks);
        new LayerChecks(checks).run(model.needs(values));
        return checks;
    }

    public Inputs inputs() {
        return inputs;
    }

    public ParameterValues values() {
        return values;
    }

    /** Adds what keeps the run from starting. */
    public void problem(String input, Message message) {
        findings.add(new Finding(input, true, message));
    }

    /** Adds what the user should know but may accept. */
    public void warning(String input, Message message) {
        findings.add(new Finding(input, false, message));
    }

    /** The layer has rows, and unless it is a table some of them have a geometry. */
    public InputChecks notEmpty(String kind) {
        if (features(kind)) {
            LayerRows rows = rows(kind);
            boolean table = rows.type().getGeometryDescriptor() == null;
            if (rows.size() == 0) {
                problem(kind, Message.of("risk.check-empty", called(kind)));
            } else if (!table && rows.withoutGeometry() == rows.size()) {
                problem(kind, Message.of("risk.check-no-geometry", called(kind), rows.size()));
            }
        }
        return this;
    }

    /** A list of numbers has so many. */
    public InputChecks howMany(String key, int wanted) {
        if (values.numbers(key).length != wanted) {
            problem(
                    key,
                    Message.of("risk.check-how-many", values.called(key), Integer.toString(wanted), values.text(key)));
        }
        return this;
    }

    /** The layer's coordinates are metres of a known CRS. */
    public InputChecks projected(String kind) {
        if (features(kind)) {
            var crs = rows(kind).crs();
            if (crs == null) {
                problem(kind, Message.of("risk.check-no-crs", called(kind)));
            } else if (Crs.isGeographic(crs)) {
                problem(kind, degrees(kind, crs, rows(kind).extent(), false));
            } else if (!Crs.isInGroundMetres(crs)) {
                problem(kind, notMetres(kind, crs, rows(kind).extent(), false));
            }
        }
        return this;
    }

    /** What is said of an input in degrees. */
    static Message degrees(String kind, CoordinateReferenceSystem crs, Envelope extent, boolean raster) {
        if (!canBeDegrees(extent)) {
            return noDegrees(kind, crs, extent);
        }
        return Message.of("risk.check-degrees", called(kind), Crs.title(crs), MetresNeeded.remedy(crs, extent, raster));
    }

    /** Whether places in this extent can be given in degrees, however the world is divided. */
    static boolean canBeDegrees(Envelope extent) {
        return extent.isNull() || ALL_DEGREES.covers(extent);
    }

    /** What is said of metres under the name of degrees: to reproject them would make it worse. */
    static Message noDegrees(String kind, CoordinateReferenceSystem crs, Envelope extent) {
        return Message.of(NO_DEGREES, called(kind), Crs.title(crs), text(extent));
    }

    /** What is said of an input in Web Mercator or in feet. */
    static Message notMetres(String kind, CoordinateReferenceSystem crs, Envelope extent, boolean raster) {
        Message remedy = MetresNeeded.remedy(crs, extent, raster);
        return Crs.isWebMercator(crs)
                ? Message.of("risk.check-stretched", called(kind), Crs.title(crs), remedy)
                : Message.of("risk.check-not-metres", called(kind), Crs.title(crs), Crs.unit(crs), remedy);
    }

    /** The layer has this field, of numbers or of texts. */
    public InputChecks hasField(String kind, String field) {
        if (features(kind) && !rows(kind).hasAttribute(field)) {
            List<String> names = new ArrayList<>();
            rows(kind).type().getAttributeDescriptors().forEach(each -> names.add(each.getLocalName()));
            problem(kind, Message.of("risk.check-no-field", called(kind), field, NameList.of(names)));
        }
        return this;
    }

    /**
     * What is looked at in the layer of towns, looked at in another layer that takes its place: names and outlines that are
     * told, people that are no amounts.
     */
    public InputChecks towns(String kind, String nameField, String people) {
        boolean usual = kind.equals("town");
        if (features(kind) && !(usual && nameField.equals("name"))) {
            new TownChecks(this, kind, nameField).run(rows(kind));
        }
        return usual ? this : notNegative(kind, people);
    }

    /** The field, where the layer has it, holds numbers alone: texts, even such as "3", are not summed. */
    public InputChecks hasNumbers(String kind, String field) {
        if (features(kind) && rows(kind).hasAttribute(field)) {
            Class<?> type = rows(kind).type().getDescriptor(field).getType().getBinding();
            if (Number.class.isAssignableFrom(type)) {
                textsAmongNumbers(kind, field, message -> problem(kind, message));
            } else if (heeded.add(kind + " " + field)) {
                problem(kind, Message.of("risk.check-no-numbers", called(kind), Catalogue.called(kind, field)));
            }
        }
        return this;
    }

    /** Tells of values of a field that are no numbers, once however many checks ask. */
    void textsAmongNumbers(String kind, String field, Consumer<Message> told) {
        if (features(kind) && heeded.add(kind + " " + field)) {
            TextsAmongNumbers.of(rows(kind), kind, field).ifPresent(told);
        }
    }

    /** The layer holds points (0), lines (1) or areas (2); −1 for anything. */
    public InputChecks dimension(String kind, int dimension) {
        boolean points = features(kind) && rows(kind).points() != null;
        if (dimension > 0 && points && rows(kind).withoutGeometry() < rows(kind).size()) {
            problem(kind, Message.of("risk.check-dimension-" + dimension, called(kind)));
        } else if (dimension >= 0 && features(kind) && !points) {
            for (Geometry shape : rows(kind).geometries()) {
                if (shape != null && shape.getDimension() != dimension) {
                    problem(kind, Message.of("risk.check-dimension-" + dimension, called(kind)));
                    break;
                }
            }
        }
        return this;
    }

    /** Both layers share some ground, in the CRS of the first. */
    public InputChecks overlap(String one, String other) {
        return near(one, other, 0);
    }

    /** Two layers share ground, or are no farther apart than what lies in one reaches the other. */
    public InputChecks near(String one, String other, double metres) {
        unlessNear(one, other, metres, message -> problem(other, message));
        return this;
    }

    /** Tells of two layers that share no ground. */
    void unlessOverlapping(String one, String other, Consumer<Message> told) {
        unlessNear(one, other, 0, told);
    }

    private void unlessNear(String one, String other, double metres, Consumer<Message> told) {
        if (inputs.has(one) && inputs.has(other)) {
            Envelope first = extent(one, one);
            Envelope second = extent(other, one);
            Envelope reached = first.copy();
            reached.expandBy(metres);
            if (!first.isNull() && !second.isNull() && !reached.intersects(second)) {
                told.accept(Message.of("risk.check-no-overlap", called(one), called(other), text(first), text(second)));
            }
        }
    }

    /** The elevation has a CRS in metres, few voids, and heights that can be metres. */
    public InputChecks elevation() {
        if (inputs.has("dem")) {
            new ElevationChecks(this).run(inputs.grid("dem"), progress);
        }
        return this;
    }

    /** No row has a negative number in these fields, none that is beyond all numbers, and nothing else than numbers. */
    public InputChecks notNegative(String kind, String... fields) {
        if (features(kind)) {
            LayerRows rows = rows(kind);
            String[] names = rows.texts("name");
            for (String field : fields) {
                textsAmongNumbers(kind, field, message -> problem(kind, message));
                double[] numbers = rows.numbers(field);
                List<String> wrong = new ArrayList<>();
                List<String> infinite = new ArrayList<>();
                List<String> huge = new ArrayList<>();
                for (int row = 0; row < numbers.length; row++) {
                    if (numbers[row] < 0) {
                        wrong.add(name(names, rows, row) + " " + Workings.shown(numbers[row]));
                    } else if (numbers[row] == Double.POSITIVE_INFINITY) {
                        infinite.add(name(names, rows, row));
                    } else if (numbers[row] >= HUGE) {
                        huge.add(name(names, rows, row) + " " + Workings.shown(numbers[row]));
                    }
                }
                if (!huge.isEmpty()) {
                    problem(
                            kind,
                            Message.of(
                                    "risk.check-huge",
                                    called(kind),
                                    Catalogue.called(kind, field),
                                    huge.size(),
                                    some(huge)));
                }
                if (!infinite.isEmpty()) {
                    problem(
                            kind,
                            Message.of(
                                    "risk.check-infinite",
                                    called(kind),
                                    Catalogue.called(kind, field),
                                    infinite.size(),
                                    some(infinite)));
                }
                if (!wrong.isEmpty()) {
                    problem(
                            kind,
                            Message.of(
                                    "risk.check-negative",
                                    called(kind),
                                    Catalogue.called(kind, field),
                                    wrong.size(),
                                    some(wrong)));
                }
            }
        }
        return this;
    }

    /** In every row the fields never fall from one to the next: levels of a reservoir; gaps are passed over. */
    public InputChecks ascending(String kind, String... fields) {
        if (features(kind)) {
            LayerRows rows = rows(kind);
            String[] names = rows.texts("name");
            double[][] columns = new double[fields.length][];
            for (int i = 0; i < fields.length; i++) {
                columns[i] = rows.numbers(fields[i]);
            }
            for (int row = 0; row < rows.size(); row++) {
                ascending(kind, name(names, rows, row), row, fields, columns);
            }
        }
        return this;
    }

    private void ascending(String kind, String name, int row, String[] fields, double[][] columns) {
        int below = -1;
        for (int i = 0; i < fields.length; i++) {
            double value = columns[i][row];
            if (Double.isNaN(value)) {
                continue;
            }
            if (below >= 0 && value < columns[below][row]) {
                problem(
                        kind,
                        Message.of(
                                "risk.check-levels",
                                called(kind),
                                name,
                                Catalogue.called(kind, fields[below]),
                                Workings.shown(columns[below][row]),
                                Catalogue.called(kind, fields[i]),
                                Workings.shown(value)));
            }
            below = i;
        }
    }

    /** The numbers of a parameter ascend strictly. */
    public InputChecks ascendingNumbers(String key) {
        double[] numbers = values.numbers(key);
        for (int i = 1; i < numbers.length; i++) {
            if (!(numbers[i] > numbers[i - 1])) {
                problem(key, Message.of("risk.check-not-ascending", values.called(key), values.text(key)));
                break;
            }
        }
        return this;
    }

    /** The weights of a parameter add up to 1. */
    public InputChecks sumsToOne(String key) {
        double sum = values.weights(key).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        if (Math.abs(sum - 1) > 1e-6) {
            problem(key, Message.of("risk.check-weights", values.called(key), Workings.shown(sum)));
        }
        return this;
    }

    /** What was found, in the order of the checks. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * Lets a run start.
     *
     * @throws RefusedInputs with everything that stands in its way
     */
    public void require() {
        List<Message> fatal =
                findings.stream().filter(Finding::fatal).map(Finding::message).toList();
        if (fatal.size() == 1) {
            throw new RefusedInputs(fatal.get(0), findings);
        }
        if (!fatal.isEmpty()) {
            Message all = fatal.get(0);
            for (Message next : fatal.subList(1, fatal.size())) {
                all = Message.of("risk.check-and", all, next);
            }
            throw new RefusedInputs(Message.of("risk.check-several", fatal.size(), all), findings);
        }
    }

    /** What a row is called in a finding: its name, else its number. */
    private static String name(String[] names, LayerRows rows, int row) {
        return rows.called(row, names[row]);
    }

    /** What a layer is called in a finding. */
    public static Object called(String kind) {
        return kind.equals("dem") ? Message.of("risk.elevation") : Catalogue.called(kind);
    }

    static NameList some(List<String> all) {
        return NameList.of(all, NAMED);
    }

    private boolean features(String kind) {
        return inputs.has(kind) && !inputs.isGrid(kind);
    }

    LayerRows rows(String kind) {
        return inputs.rows(kind, progress);
    }

    Progress progress() {
        return progress;
    }

    private Envelope extent(String kind, String like) {
        var target = inputs.isGrid(like)
                ? inputs.grid(like).geometry().crs()
                : rows(like).crs();
        if (inputs.isGrid(kind)) {
            var geometry = inputs.grid(kind).geometry();
            boolean moved = geometry.crs() != null && target != null && !Crs.same(geometry.crs(), target);
            return moved
                    ? Crs.transform(geometry.crs(), target)
                            .apply(new GeometryFactory().toGeometry(geometry.envelope()))
                            .getEnvelopeInternal()
                    : geometry.envelope();
        }
        return rows(kind).in(target, progress).extent();
    }

    /** An extent as findings have it: west, south – east, north. */
    public static String text(Envelope extent) {
        return String.format(
                java.util.Locale.ROOT,
                "%.0f, %.0f – %.0f, %.0f",
                extent.getMinX(),
                extent.getMinY(),
                extent.getMaxX(),
                extent.getMaxY());
    }
}
