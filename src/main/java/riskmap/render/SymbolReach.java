package riskmap.render;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.AnchorPoint;
import org.geotools.api.style.Displacement;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.GraphicalSymbol;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.Mark;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Stroke;
import org.geotools.api.style.Symbolizer;
import riskmap.style.StyleUnit;

/**
 * How far symbols and strokes of a style may lie outside the shapes they are drawn for, so that what stands beyond the edge
 * of a map and reaches into it is found. Never less than it is; at one scale as good as at another, because lengths are
 * kept in the units they are given in.
 */
final class SymbolReach {
    /** A part of a symbol's size: half of it, and what a turned square has more. */
    private static final double OF_SIZE = 0.75;

    /** So many rows are asked by one thread. */
    private static final int CHUNK = 20_000;

    /** A length that adds to the reach, times a factor. */
    private record Length(Expression expression, StyleUnit unit, double otherwise, double factor) {}

    private final Map<StyleUnit, Double> farthest;

    private SymbolReach(Map<StyleUnit, Double> farthest) {
        this.farthest = farthest;
    }

    /** The reach of what rules draw of the rows of a layer, whether they fulfil them or not. */
    static SymbolReach of(List<Rule> rules, PackedLayer layer) {
        return of(rules, layer, IntStream.range(0, layer.size()).toArray());
    }

    /** After an edit that touched some rows: no less than before, for the others may still be there. */
    SymbolReach and(List<Rule> rules, PackedLayer layer, int[] touched) {
        return new SymbolReach(farther(farthest, of(rules, layer, touched).farthest));
    }

    private static SymbolReach of(List<Rule> rules, PackedLayer layer, int[] rows) {
        Map<StyleUnit, Double> most = new EnumMap<>(StyleUnit.class);
        for (Rule rule : rules) {
            for (Symbolizer symbolizer : rule.symbolizers()) {
                Map<StyleUnit, Double> own = new EnumMap<>(StyleUnit.class);
                for (Length length : lengths(symbolizer)) {
                    of(length, layer, rows).forEach((unit, value) -> own.merge(unit, value, Double::sum));
                }
                most = farther(most, own);
            }
        }
        return new SymbolReach(most);
    }

    private static Map<StyleUnit, Double> farther(Map<StyleUnit, Double> one, Map<StyleUnit, Double> other) {
        Map<StyleUnit, Double> result = new EnumMap<>(StyleUnit.class);
        result.putAll(one);
        other.forEach((unit, value) -> result.merge(unit, value, Double::max));
        return result;
    }

    /** The reach on a target, in its units. */
    double on(PaintTarget target) {
        double sum = 0;
        for (Map.Entry<StyleUnit, Double> each : farthest.entrySet()) {
            sum += each.getValue() * target.unit(each.getKey());
        }
        // no length is drawn longer
        return Math.min(sum, 2 * LookReader.MAX_SIZE * target.pixel());
    }

    private static List<Length> lengths(Symbolizer symbolizer) {
        List<Length> result = new ArrayList<>();
        StyleUnit unit = StyleUnit.of(symbolizer.getUnitOfMeasure());
        if (symbolizer instanceof PointSymbolizer point && point.getGraphic() != null) {
            graphic(point.getGraphic(), unit, result);
        } else if (symbolizer instanceof LineSymbolizer line) {
            stroke(line.getStroke(), unit, result);
            add(line.getPerpendicularOffset(), unit, 0, 1, result);
        } else if (symbolizer instanceof PolygonSymbolizer polygon) {
            stroke(polygon.getStroke(), unit, result);
            add(polygon.getPerpendicularOffset(), unit, 0, 1, result);
            shift(polygon.getDisplacement(), unit, result);
        }
        return result;
    }

    private static void graphic(Graphic graphic, StyleUnit unit, List<Length> into) {
        AnchorPoint anchor = graphic.getAnchorPoint();
        double beside = anchor == null
                ? 0
                : Math.max(
                        Math.abs(LookReader.number(anchor.getAnchorPointX(), null, 0.5) - 0.5),
                        Math.abs(LookReader.number(anchor.getAnchorPointY(), null, 0.5) - 0.5));
        add(graphic.getSize(), unit, LookReader.DRAWING, OF_SIZE + beside, into);
        shift(graphic.getDisplacement(), unit, into);
        for (GraphicalSymbol symbol : graphic.graphicalSymbols()) {
            if (symbol instanceof Mark mark) {
                stroke(mark.getStroke(), unit, into);
            }
        }
    }

    private static void shift(Displacement shift, StyleUnit unit, List<Length> into) {
        if (shift != null) {
            add(shift.getDisplacementX(), unit, 0, 1, into);
            add(shift.getDisplacementY(), unit, 0, 1, into);
        }
    }

    private static void stroke(Stroke stroke, StyleUnit unit, List<Length> into) {
        if (stroke == null) {
            return;
        }
        // half of it at each side, more at a sharp corner
        add(stroke.getWidth(), unit, 1, StrokeLook.MITRE_LIMIT / 2, into);
        if (stroke.getGraphicStroke() != null) {
            graphic(stroke.getGraphicStroke(), unit, into);
        }
    }

    private static void add(Expression length, StyleUnit unit, double otherwise, double factor, List<Length> into) {
        into.add(new Length(length, unit, otherwise, factor));
    }

    /** The greatest of a length by the units that its values are in. */
    private static Map<StyleUnit, Double> of(Length length, PackedLayer layer, int[] rows) {
        if (length.expression() == null
                || StyleAttributes.of(length.expression()).names().isEmpty()) {
            Map<StyleUnit, Double> one = new EnumMap<>(StyleUnit.class);
            note(length, null, one);
            return one;
        }
        return IntStream.rangeClosed(0, (rows.length - 1) / CHUNK)
                .parallel()
                .mapToObj(chunk -> {
                    Map<StyleUnit, Double> most = new EnumMap<>(StyleUnit.class);
                    FeatureCursor cursor = new FeatureCursor(layer);
                    for (int i = chunk * CHUNK; i < Math.min(rows.length, (chunk + 1) * CHUNK); i++) {
                        note(length, cursor.at(rows[i]), most);
                    }
                    return most;
                })
                .reduce(Map.of(), SymbolReach::farther);
    }

    private static void note(Length length, Object feature, Map<StyleUnit, Double> most) {
        LookReader.Given given = LookReader.given(length.expression(), feature, length.unit(), length.otherwise());
        if (!Double.isNaN(given.number())) {
            most.merge(given.unit(), Math.abs(given.number()) * length.factor(), Double::max);
        }
    }
}
