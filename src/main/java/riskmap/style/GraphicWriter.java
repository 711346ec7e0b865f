package riskmap.style;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.style.AnchorPoint;
import org.geotools.api.style.Displacement;
import org.geotools.api.style.ExternalGraphic;
import org.geotools.api.style.Fill;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.GraphicalSymbol;
import org.geotools.api.style.Mark;
import org.geotools.api.style.Stroke;

/** Writes fills, strokes, marks and graphics. */
final class GraphicWriter {
    private final SldText out;
    private final ExpressionWriter expressions;

    GraphicWriter(SldText out, ExpressionWriter expressions) {
        this.out = out;
        this.expressions = expressions;
    }

    void parameter(String name, Expression value) {
        String tag = out.se(out.dialect() == SldWriter.Dialect.SE_1_1 ? "SvgParameter" : "CssParameter");
        expressions.value(tag, value, "name", name);
    }

    void fill(String tag, Fill fill) {
        if (fill == null) {
            return;
        }
        out.open(out.se(tag));
        if (fill.getGraphicFill() != null) {
            wrapped("GraphicFill", fill.getGraphicFill());
        }
        parameter("fill", fill.getColor());
        parameter("fill-opacity", fill.getOpacity());
        out.close(out.se(tag));
    }

    void stroke(Stroke stroke) {
        if (stroke == null) {
            return;
        }
        out.open(out.se("Stroke"));
        if (stroke.getGraphicFill() != null) {
            wrapped("GraphicFill", stroke.getGraphicFill());
        }
        if (stroke.getGraphicStroke() != null) {
            wrapped("GraphicStroke", stroke.getGraphicStroke());
        }
        parameter("stroke", stroke.getColor());
        parameter("stroke-width", stroke.getWidth());
        parameter("stroke-opacity", stroke.getOpacity());
        parameter("stroke-linejoin", stroke.getLineJoin());
        parameter("stroke-linecap", stroke.getLineCap());
        if (stroke.dashArray() != null && !stroke.dashArray().isEmpty()) {
            parameter("stroke-dasharray", dashes(stroke.dashArray()));
        }
        parameter("stroke-dashoffset", stroke.getDashOffset());
        out.close(out.se("Stroke"));
    }

    /** Lengths as one text; those that are computed joined with the others by blanks. */
    private static Expression dashes(List<Expression> lengths) {
        if (lengths.size() == 1 && !(lengths.get(0) instanceof Literal)) {
            return lengths.get(0);
        }
        if (lengths.stream().allMatch(Literal.class::isInstance)) {
            return ExpressionReader.FILTERS.literal(SymbolizerWriter.dashes(lengths));
        }
        List<Expression> parts = new ArrayList<>();
        for (Expression length : lengths) {
            if (!parts.isEmpty()) {
                parts.add(ExpressionReader.FILTERS.literal(" "));
            }
            parts.add(length);
        }
        return ExpressionReader.FILTERS.function("Concatenate", parts.toArray(new Expression[0]));
    }

    private void wrapped(String tag, Graphic graphic) {
        out.open(out.se(tag));
        graphic("Graphic", graphic);
        out.close(out.se(tag));
    }

    void graphic(String tag, Graphic graphic) {
        if (graphic == null) {
            return;
        }
        out.open(out.se(tag));
        for (GraphicalSymbol symbol : graphic.graphicalSymbols()) {
            if (symbol instanceof Mark mark) {
                out.open(out.se("Mark"));
                expressions.value(out.se("WellKnownName"), mark.getWellKnownName());
                fill("Fill", mark.getFill());
                stroke(mark.getStroke());
                out.close(out.se("Mark"));
            } else if (symbol instanceof ExternalGraphic external) {
                out.open(out.se("ExternalGraphic"));
                out.empty(out.se("OnlineResource"), "xlink:type", "simple", "xlink:href", external.getURI());
                out.leaf(out.se("Format"), external.getFormat());
                out.close(out.se("ExternalGraphic"));
            }
        }
        expressions.value(out.se("Opacity"), graphic.getOpacity());
        expressions.value(out.se("Size"), graphic.getSize());
        expressions.value(out.se("Rotation"), graphic.getRotation());
        if (graphic.getAnchorPoint() != null) {
            anchor(graphic.getAnchorPoint());
        }
        if (graphic.getDisplacement() != null) {
            displacement(graphic.getDisplacement());
        }
        expressions.value(out.se("InitialGap"), graphic.getInitialGap());
        expressions.value(out.se("Gap"), graphic.getGap());
        out.close(out.se(tag));
    }

    void anchor(AnchorPoint anchor) {
        out.open(out.se("AnchorPoint"));
        expressions.value(out.se("AnchorPointX"), anchor.getAnchorPointX());
        expressions.value(out.se("AnchorPointY"), anchor.getAnchorPointY());
        out.close(out.se("AnchorPoint"));
    }

    void displacement(Displacement displacement) {
        out.open(out.se("Displacement"));
        expressions.value(out.se("DisplacementX"), displacement.getDisplacementX());
        expressions.value(out.se("DisplacementY"), displacement.getDisplacementY());
        out.close(out.se("Displacement"));
    }
}
