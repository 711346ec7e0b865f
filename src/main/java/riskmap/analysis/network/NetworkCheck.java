package riskmap.analysis.network;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.geo.network.NetworkGaps;
import riskmap.geo.network.RoadGraph;

/**
 * What is wrong with roads before routes are looked for on them: nodes that nearly meet ({@code nodes}: a line from each to
 * what it is too near to), roads whose direction field says what nobody knows ({@code roads}), and the places where the
 * network ends ({@code ends}) or where its directions do ({@code directed-ends}). Distances in units of the coordinates.
 */
public final class NetworkCheck implements Operation {
    private static final String OWNER = "analysis.network-check";
    /** As many digits as QGIS writes. */
    private static final MathContext SHOWN = new MathContext(6);

    @Override
    public String id() {
        return "network-check";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(Roads.parameters(OWNER).stream()
                .filter(one ->
                        !List.of("cost", "speed", "speed-field", "measure").contains(one.key()))
                .toList());
        all.add(Parameter.number(OWNER, "between-nodes", Parameter.COORDINATE_UNIT, 1, 0, 1e6));
        all.add(Parameter.number(OWNER, "from-stretches", Parameter.COORDINATE_UNIT, 1, 0, 1e6));
        all.add(Parameter.of(OWNER, "ends-only", Parameter.Type.BOOLEAN, "false"));
        all.add(Parameter.choice(OWNER, "give", "nodes", "nodes", "roads", "ends", "directed-ends"));
        all.add(Parameter.choice(OWNER, "texts", "ours", "ours", "qgis"));
        return all;
    }

    @Override
    public FittingShapes shapes(String input) {
        return Roads.shapes(input);
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Roads roads = Roads.read(inputs, values, progress.part(0, 0.3));
        LayerRows rows = roads.rows();
        Language language = values.text("texts").equals("qgis") ? Language.ENGLISH : Language.current();
        RoadGraph graph = roads.plainGraph(progress.part(0.3, 0.5));
        List<Message> notes = new ArrayList<>();
        OutputRows output;
        if (values.text("give").equals("roads")) {
            output = new OutputRows("wrong_roads", OutputRows.geometryType(rows.type()), rows.crs());
            int[] taken = output.take(rows.type());
            output.attribute("error", String.class);
            for (int row = 0; row < rows.size(); row++) {
                String wrong = roads.unknownDirection(row);
                if (wrong != null) {
                    String text =
                            Message.of("analysis.network-direction", wrong).text(language);
                    output.add(OutputRows.join(
                            rows.geometry(row), OutputRows.values(rows, row, taken), new Object[] {text}));
                }
            }
            notes.add(Message.of("analysis.note-network-roads", output.size()));
        } else {
            NetworkGaps gaps = NetworkGaps.of(graph, roads.shapes());
            boolean lines = values.text("give").equals("nodes");
            output = new OutputRows("network", lines ? LineString.class : Point.class, rows.crs());
            if (lines) {
                gaps(gaps, values, language, output, progress.part(0.5, 1));
                notes.add(Message.of("analysis.note-network-gaps", output.size()));
            } else {
                output.attribute("id", Long.class);
                GeometryFactory factory = new GeometryFactory();
                List<Coordinate> ends = values.text("give").equals("ends") ? gaps.ends() : gaps.endsOfDirections();
                ends.forEach(end -> output.add(factory.createPoint(end), (long) output.size() + 1));
                notes.add(Message.of("analysis.note-network-ends", output.size()));
            }
        }
        if (Crs.isGeographic(rows.crs())) {
            notes.add(Message.of("analysis.note-distance-layer"));
        }
        notes.addAll(rows.notes("roads"));
        return new Output.Features(output.features(), notes);
    }

    private static void gaps(
            NetworkGaps gaps, ParameterValues values, Language language, OutputRows output, Progress progress) {
        output.attribute("error", String.class);
        output.attribute("distance", Double.class);
        double between = values.number("between-nodes");
        double from = values.number("from-stretches");
        GeometryFactory factory = new GeometryFactory();
        for (NetworkGaps.Gap gap : gaps.find(between, from, values.flag("ends-only"), progress)) {
            Message text = Message.of(
                    gap.node() ? "analysis.network-nodes" : "analysis.network-stretch",
                    shown(gap.distance()),
                    shown(gap.node() ? between : from));
            output.add(
                    factory.createLineString(new Coordinate[] {gap.at(), gap.to()}),
                    text.text(language),
                    gap.distance());
        }
    }

    /** Six digits, as C's {@code %g} has them. */
    private static String shown(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).round(SHOWN).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (rounded.signum() == 0) {
            return "0";
        }
        if (exponent >= -4 && exponent < 6) {
            return rounded.toPlainString();
        }
        String digits = rounded.scaleByPowerOfTen(-exponent).toPlainString();
        return digits + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }
}
