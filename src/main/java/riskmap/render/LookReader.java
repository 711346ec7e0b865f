package riskmap.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.Displacement;
import org.geotools.api.style.ExternalGraphic;
import org.geotools.api.style.Fill;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.GraphicalSymbol;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.Mark;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Stroke;
import org.geotools.api.style.Symbolizer;
import org.geotools.factory.CommonFactoryFinder;
import riskmap.style.StyleUnit;
import riskmap.style.Symbols;

/** Evaluates the parts of a symbolizer for a feature: colours with opacity, sizes in target units, limits kept. */
final class LookReader {
    /** Nothing on a map is larger; a size of 2³¹ in a hostile style asks for 16 EiB of sprite. */
    static final double MAX_SIZE = 2000;

    /**
     * Height of a drawing without a size of its own, in pixels.
     *
     * <p><b>Source:</b> OGC 05-077r4, 11.3.2.
     */
    static final double DRAWING = 16;

    /**
     * The outline of a graphic that names no mark: black, a pixel wide whatever the unit.
     *
     * <p><b>Source:</b> OGC 05-077r4, 11.3.2: a square with a fill of half grey and a black outline.
     */
    private static final Stroke OUTLINE = CommonFactoryFinder.getStyleFactory()
            .createStroke(
                    CommonFactoryFinder.getFilterFactory().literal("#000000"),
                    CommonFactoryFinder.getFilterFactory().literal("1px"));

    private final PaintTarget target;
    private double opacity;
    private StyleUnit unit = StyleUnit.PIXEL;

    /** A reader for a target; all colours are multiplied by an opacity. */
    LookReader(PaintTarget target, double opacity) {
        this.target = target;
        this.opacity = opacity;
    }

    /** The look of a polygon, line or point symbolizer for a feature. */
    Object look(Symbolizer symbolizer, Object feature) {
        unit = StyleUnit.of(symbolizer.getUnitOfMeasure());
        if (symbolizer instanceof PolygonSymbolizer polygon) {
            // to the outside, which is to the right of a ring as it is packed
            StrokeLook stroke = stroke(polygon.getStroke(), feature, polygon.getPerpendicularOffset(), -1);
            Displacement shift = polygon.getDisplacement();
            return new PolygonLook(
                    fill(polygon.getFill(), feature, symbolizer.getOptions()),
                    stroke,
                    shift == null ? 0 : signed(shift.getDisplacementX(), feature, 0),
                    shift == null ? 0 : signed(shift.getDisplacementY(), feature, 0));
        } else if (symbolizer instanceof LineSymbolizer line) {
            return stroke(line.getStroke(), feature, line.getPerpendicularOffset(), 1);
        } else if (symbolizer instanceof PointSymbolizer point) {
            return graphic(point.getGraphic(), feature, 6);
        }
        return null;
    }

    void unit(StyleUnit wanted) {
        unit = wanted;
    }

    /** The first number of an option, 0 when there is none. */
    /**
     * How an area is filled.
     *
     * @param options of its symbolizer, which may say how far apart the symbols of a pattern are
     */
    FillLook fill(Fill fill, Object feature, Map<String, String> options) {
        if (fill == null) {
            return null;
        }
        Graphic pattern = fill.getGraphicFill();
        if (pattern != null && !pattern.graphicalSymbols().isEmpty()) {
            GraphicLook look = faded(fill.getOpacity(), feature, () -> graphic(pattern, feature, 8));
            PatternRoom room = PatternRoom.of(options, look.size(), target.unit(unit));
            return new FillLook(null, look, room.across(), room.down());
        }
        return new FillLook(color(fill.getColor(), fill.getOpacity(), feature, Color.GRAY), null, 0, 0);
    }

    /** A graphic whose opacity is multiplied by that of the fill it is a pattern of. */
    private GraphicLook faded(Expression by, Object feature, Supplier<GraphicLook> graphic) {
        double whole = opacity;
        opacity *= Math.max(0, Math.min(1, number(by, feature, 1)));
        try {
            return graphic.get();
        } finally {
            opacity = whole;
        }
    }

    StrokeLook stroke(Stroke stroke, Object feature) {
        return stroke(stroke, feature, null, 1);
    }

    private StrokeLook stroke(Stroke stroke, Object feature, Expression offset, int side) {
        if (stroke == null) {
            return null;
        }
        double width = size(stroke.getWidth(), feature, 1);
        if (!(width > 0)) {
            return null;
        }
        List<Float> dashes = dashes(stroke, feature);
        GraphicLook graphic = null;
        double gap = 0;
        double initialGap = -1;
        if (stroke.getGraphicStroke() != null) {
            graphic = graphic(stroke.getGraphicStroke(), feature, 6);
            gap = size(stroke.getGraphicStroke().getGap(), feature, 0);
            initialGap = signed(stroke.getGraphicStroke().getInitialGap(), feature, -1);
        }
        return new StrokeLook(
                color(stroke.getColor(), stroke.getOpacity(), feature, Color.BLACK),
                (float) width,
                switch (text(stroke.getLineCap(), feature, "butt")) {
                    case "round" -> BasicStroke.CAP_ROUND;
                    case "square" -> BasicStroke.CAP_SQUARE;
                    default -> BasicStroke.CAP_BUTT;
                },
                switch (text(stroke.getLineJoin(), feature, "miter")) {
                    case "round" -> BasicStroke.JOIN_ROUND;
                    case "bevel" -> BasicStroke.JOIN_BEVEL;
                    default -> BasicStroke.JOIN_MITER;
                },
                dashes,
                dashOffset(signed(stroke.getDashOffset(), feature, 0), dashes),
                graphic,
                gap,
                initialGap,
                offset == null ? 0 : side * signed(offset, feature, 0));
    }

    /** Where the pattern starts; before its beginning is as far before its end, which Java2D does not take. */
    private static float dashOffset(double offset, List<Float> dashes) {
        double period = dashes.stream().mapToDouble(Float::doubleValue).sum() * (dashes.size() % 2 + 1);
        return (float)
                (offset >= 0 || period == 0 ? Math.max(0, offset) : offset - period * Math.floor(offset / period));
    }

    private List<Float> dashes(Stroke stroke, Object feature) {
        List<Float> result = new ArrayList<>();
        float sum = 0;
        if (stroke.dashArray() != null) {
            for (Expression length : stroke.dashArray()) {
                // an expression gives all lengths at once, as text
                for (String word : text(length, feature, "0").strip().split("[\\s,]+")) {
                    float value = (float) Math.max(0, length(word, 0));
                    result.add(value);
                    sum += value;
                }
            }
        }
        // dashes finer than the target shows are a solid line
        return sum < 2 * target.tolerance() ? List.of() : List.copyOf(result);
    }

    GraphicLook graphic(Graphic graphic, Object feature, double defaultSize) {
        double size = size(graphic.getSize(), feature, defaultSize);
        double rotation = number(graphic.getRotation(), feature, 0);
        float alpha = (float) Math.max(0, Math.min(1, number(graphic.getOpacity(), feature, 1)));
        double anchorX = 0.5;
        double anchorY = 0.5;
        if (graphic.getAnchorPoint() != null) {
            anchorX = number(graphic.getAnchorPoint().getAnchorPointX(), feature, 0.5);
            anchorY = number(graphic.getAnchorPoint().getAnchorPointY(), feature, 0.5);
        }
        double dx = 0;
        double dy = 0;
        if (graphic.getDisplacement() != null) {
            dx = signed(graphic.getDisplacement().getDisplacementX(), feature, 0);
            dy = signed(graphic.getDisplacement().getDisplacementY(), feature, 0);
        }
        String name = "square";
        FillLook fill = new FillLook(new Color(128, 128, 128, (int) Math.round(255 * opacity)), null, 0, 0);
        StrokeLook stroke = stroke(OUTLINE, feature);
        for (GraphicalSymbol symbol : graphic.graphicalSymbols()) {
            if (symbol instanceof ExternalGraphic external
                    && Symbols.bytes(external.getURI()).isPresent()) {
                // a drawing that nobody gave a size is as high as the standard says
                double high = size(graphic.getSize(), feature, DRAWING);
                float shown = (float) (alpha * opacity);
                return new GraphicLook(
                        null, external.getURI(), null, null, high, rotation, shown, anchorX, anchorY, dx, dy);
            } else if (symbol instanceof Mark mark) {
                name = Marks.known(text(mark.getWellKnownName(), feature, "square"));
                fill = fill(mark.getFill(), feature, Map.of());
                stroke = stroke(mark.getStroke(), feature);
                break;
            }
        }
        return new GraphicLook(name, null, fill, stroke, size, rotation, alpha, anchorX, anchorY, dx, dy);
    }

    Color color(Expression color, Expression opacityOf, Object feature, Color otherwise) {
        Color value = color == null ? null : color.evaluate(feature, Color.class);
        Color base = value == null ? otherwise : value;
        double alpha = Math.max(0, Math.min(1, number(opacityOf, feature, 1))) * opacity;
        return new Color(base.getRed(), base.getGreen(), base.getBlue(), (int) Math.round(base.getAlpha() * alpha));
    }

    /** A size in target units, at least 0 and at most {@value #MAX_SIZE} style pixels. */
    double size(Expression expression, Object feature, double otherwise) {
        return Math.max(0, signed(expression, feature, otherwise));
    }

    /** A length in target units; text may name its unit: {@code 0.3mm}, {@code 5px}, {@code 20m}. */
    double signed(Expression expression, Object feature, double otherwise) {
        Given given = given(expression, feature, unit, otherwise);
        return limited(given.number() * target.unit(given.unit()), otherwise);
    }

    /** A length as it is given, with the unit it is in. */
    record Given(double number, StyleUnit unit) {}

    /** The value of a length for a feature, where the symbolizer counts in a unit. */
    static Given given(Expression expression, Object feature, StyleUnit unit, double otherwise) {
        Object value = expression == null ? null : expression.evaluate(feature);
        if (value == null) {
            // what a style leaves out is in pixels, whatever it counts in
            return new Given(otherwise, StyleUnit.PIXEL);
        }
        return value instanceof Number number
                ? new Given(number.doubleValue(), unit)
                : given(value.toString().trim(), unit, otherwise);
    }

    private static Given given(String text, StyleUnit unit, double otherwise) {
        int end = text.length();
        while (end > 0 && Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        StyleUnit own =
                switch (text.substring(end)) {
                    case "mm" -> StyleUnit.MILLIMETRE;
                    case "px" -> StyleUnit.PIXEL;
                    case "m" -> StyleUnit.METRE;
                    default -> unit;
                };
        return new Given(parse(text.substring(0, end), otherwise), own);
    }

    private double length(String text, double otherwise) {
        Given given = given(text, unit, otherwise);
        return limited(given.number() * target.unit(given.unit()), otherwise);
    }

    private double limited(double length, double otherwise) {
        double limit = MAX_SIZE * target.pixel();
        return Double.isNaN(length) ? otherwise : Math.max(-limit, Math.min(limit, length));
    }

    static double number(Expression expression, Object feature, double otherwise) {
        Object value = expression == null ? null : expression.evaluate(feature);
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value == null ? otherwise : parse(value.toString().trim(), otherwise);
    }

    static double parse(String text, double otherwise) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    static String text(Expression expression, Object feature, String otherwise) {
        Object value = expression == null ? null : expression.evaluate(feature);
        return value == null ? otherwise : value.toString();
    }
}
