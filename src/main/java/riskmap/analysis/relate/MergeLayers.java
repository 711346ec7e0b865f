package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.geo.shape.Ordinates;

/**
 * Up to ten layers one after another in one, in the CRS of the first or one given. Fields of the same name (whatever its case) are one
 * where their types agree, else text; {@code layer} says where a row comes from.
 */
public final class MergeLayers implements Operation {
    private static final String OWNER = "analysis.merge";

    @Override
    public String id() {
        return "merge";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null));
        all.addAll(FurtherLayers.optional(OWNER, 0));
        all.add(Parameter.of(OWNER, "crs", Parameter.Type.CRS, null).asOptional());
        all.add(Parameter.choice(OWNER, "heights", "as-they-are", "as-they-are", "zero"));
        return all;
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ROWS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        List<LayerRows> layers = new ArrayList<>();
        List<String> names = FurtherLayers.with("features", inputs);
        List<Message> notes = new ArrayList<>();
        CoordinateReferenceSystem target = values.has("crs") ? Crs.of(values.text("crs")) : null;
        for (int i = 0; i < names.size(); i++) {
            Progress part = progress.part(0.9 * i / names.size(), 0.9 * (i + 1) / names.size());
            LayerRows rows = LayerRows.read(inputs.features(names.get(i)), part);
            if (i == 0 && !values.has("crs")) {
                target = rows.crs();
            }
            layers.add(rows.in(target, part));
            notes.addAll(rows.notes(names.get(i)));
        }
        Map<String, Class<?>> types = new LinkedHashMap<>();
        Map<String, String> spelling = new LinkedHashMap<>();
        for (LayerRows layer : layers) {
            for (AttributeDescriptor attribute : layer.type().getAttributeDescriptors()) {
                if (!(attribute instanceof GeometryDescriptor)) {
                    String key = attribute.getLocalName().toLowerCase(Locale.ROOT);
                    spelling.putIfAbsent(key, attribute.getLocalName());
                    types.merge(key, attribute.getType().getBinding(), MergeLayers::common);
                }
            }
        }
        OutputRows output = new OutputRows("merged", geometryType(layers), target);
        types.forEach((key, type) -> output.attribute(spelling.get(key), type));
        output.attribute("layer", String.class);
        UnaryOperator<Geometry> shapes =
                values.text("heights").equals("zero") ? withOrdinates(layers) : UnaryOperator.identity();
        for (LayerRows layer : layers) {
            add(layer, types, shapes, output);
        }
        notes.add(Message.of("analysis.note-merged", layers.size(), output.size()));
        return new Output.Features(output.features(), notes);
    }

    /** Gives shapes the heights and measures that any shape has, 0 where they have none. */
    private static UnaryOperator<Geometry> withOrdinates(List<LayerRows> layers) {
        List<Coordinate> places = layers.stream()
                .flatMap(layer -> Arrays.stream(layer.geometries()))
                .filter(shape -> shape != null && !shape.isEmpty())
                .map(Geometry::getCoordinate)
                .toList();
        boolean heights = places.stream().anyMatch(place -> !Double.isNaN(place.getZ()));
        boolean measures = places.stream().anyMatch(place -> !Double.isNaN(place.getM()));
        return !heights && !measures
                ? UnaryOperator.identity()
                : shape -> Ordinates.map(shape, place -> complete(place, heights, measures));
    }

    private static Coordinate complete(Coordinate place, boolean heights, boolean measures) {
        double z = Double.isNaN(place.getZ()) ? 0 : place.getZ();
        double m = Double.isNaN(place.getM()) ? 0 : place.getM();
        return Ordinates.at(place.x, place.y, heights ? z : Double.NaN, measures ? m : Double.NaN);
    }

    private static void add(
            LayerRows layer, Map<String, Class<?>> types, UnaryOperator<Geometry> shapes, OutputRows output) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < layer.type().getAttributeCount(); i++) {
            if (!(layer.type().getDescriptor(i) instanceof GeometryDescriptor)) {
                places.put(layer.type().getDescriptor(i).getLocalName().toLowerCase(Locale.ROOT), i);
            }
        }
        for (int row = 0; row < layer.size(); row++) {
            Object[] cells = new Object[types.size() + 1];
            int at = 0;
            for (var field : types.entrySet()) {
                Integer place = places.get(field.getKey());
                Object value = place == null ? null : layer.value(row, place);
                cells[at++] = value == null ? null : fit(value, field.getValue());
            }
            cells[at] = layer.type().getTypeName();
            Geometry shape = layer.geometry(row);
            output.add(OutputRows.join(shape == null ? null : OutputRows.asMulti(shapes.apply(shape)), cells));
        }
    }

    private static Class<?> common(Class<?> a, Class<?> b) {
        if (a == b) {
            return a;
        }
        boolean numbers = Number.class.isAssignableFrom(a) && Number.class.isAssignableFrom(b);
        if (!numbers) {
            return String.class;
        }
        boolean decimals = List.of(a, b).stream().anyMatch(type -> type == Double.class || type == Float.class);
        return decimals ? Double.class : Long.class;
    }

    private static Object fit(Object value, Class<?> type) {
        if (type == String.class) {
            return value.toString();
        }
        if (value instanceof Number number && type == Double.class) {
            return number.doubleValue();
        }
        return value instanceof Number number && type == Long.class ? Long.valueOf(number.longValue()) : value;
    }

    /** The multi type all layers share, any geometry where they do not. */
    private static Class<? extends Geometry> geometryType(List<LayerRows> layers) {
        Class<? extends Geometry> shared = null;
        for (LayerRows layer : layers) {
            Class<? extends Geometry> type = OutputRows.geometryType(layer.type());
            Class<? extends Geometry> multi = type == null ? Geometry.class : OutputRows.multi(type);
            shared = shared == null || shared == multi ? multi : Geometry.class;
        }
        return shared;
    }
}
