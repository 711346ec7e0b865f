package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.FieldSummary;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.shape.Ordinates;

/**
 * The heights (z) or measures (m) of the vertices of each feature as numbers in its fields: the first, the last, least,
 * greatest, mean and so on. Features whose vertices have none get none.
 */
public final class HeightStatistics implements Operation {
    private static final String OWNER = "analysis.height-statistics";
    private static final String FIRST = "first";
    private static final String LAST = "last";
    /** Those that are whole numbers. */
    private static final List<String> COUNTS = List.of("count", "variety");

    /** Those of {@link FieldSummary} under its names. */
    private static final List<String> NAMES = List.of(
            FIRST,
            LAST,
            "count",
            "sum",
            "mean",
            "median",
            "stdev",
            "min",
            "max",
            "range",
            "minority",
            "majority",
            "variety",
            "q1",
            "q3",
            "iqr");

    @Override
    public String id() {
        return "height-statistics";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                VertexOrdinates.ordinate(OWNER),
                Parameter.of(OWNER, "statistics", Parameter.Type.TEXT, "first,last,min,max,mean"),
                Parameter.of(OWNER, "prefix", Parameter.Type.TEXT, "z_").asOptional());
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        List<String> asked = values.names("statistics");
        for (String name : asked) {
            if (!NAMES.contains(name)) {
                throw RiskMapException.of("analysis.statistic-unknown", name, NameList.of(NAMES));
            }
        }
        List<String> wanted = asked.stream().distinct().toList();
        Ordinates which = VertexOrdinates.ordinate(values);
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.4));
        OutputRows output = new OutputRows("heights", OutputRows.geometryType(rows.type()), rows.crs());
        int[] taken = output.take(rows.type());
        String prefix = values.has("prefix") ? values.text("prefix") : "";
        wanted.forEach(name -> output.attribute(prefix + name, COUNTS.contains(name) ? Integer.class : Double.class));
        int without = 0;
        for (int row = 0; row < rows.size(); row++) {
            if ((row & 255) == 0) {
                progress.check();
            }
            Geometry shape = rows.geometry(row);
            double[] all = shape == null ? new double[0] : ordinates(shape, which);
            without += shape != null && all.length == 0 ? 1 : 0;
            output.add(OutputRows.join(shape, OutputRows.values(rows, row, taken), numbers(all, wanted)));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        if (without > 0) {
            notes.add(Message.of("analysis.note-no-heights", without, rows.size()));
        }
        return new Output.Features(output.features(), notes);
    }

    private static double[] ordinates(Geometry shape, Ordinates which) {
        return Arrays.stream(shape.getCoordinates())
                .mapToDouble(which::of)
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private static Object[] numbers(double[] all, List<String> wanted) {
        if (all.length == 0) {
            return new Object[wanted.size()];
        }
        FieldSummary summary = FieldSummary.of(DoubleStream.of(all).boxed().toArray());
        List<Object> known = summary.all();
        return wanted.stream()
                .map(name -> switch (name) {
                    case FIRST -> (Object) all[0];
                    case LAST -> (Object) all[all.length - 1];
                    default -> number(name, known.get(summary.columns().indexOf(called(name))));
                })
                .toArray();
    }

    private static Object number(String name, Object value) {
        if (value == null) {
            return null;
        }
        return COUNTS.contains(name) ? (Object) ((Number) value).intValue() : (Object) ((Number) value).doubleValue();
    }

    private static String called(String name) {
        return switch (name) {
            case "stdev" -> "stddev";
            case "variety" -> "unique";
            default -> name;
        };
    }
}
