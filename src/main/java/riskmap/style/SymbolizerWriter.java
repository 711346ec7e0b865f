package riskmap.style;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.style.AnchorPoint;
import org.geotools.api.style.ColorMap;
import org.geotools.api.style.ColorMapEntry;
import org.geotools.api.style.Displacement;
import org.geotools.api.style.Font;
import org.geotools.api.style.LabelPlacement;
import org.geotools.api.style.LinePlacement;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.PointPlacement;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.RasterSymbolizer;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;

/** Writes the symbolizers of a rule. */
final class SymbolizerWriter {
    private final SldText out;
    private final ExpressionWriter expressions;
    private final GraphicWriter graphics;

    SymbolizerWriter(SldText out, ExpressionWriter expressions) {
        this.out = out;
        this.expressions = expressions;
        this.graphics = new GraphicWriter(out, expressions);
    }

    GraphicWriter graphics() {
        return graphics;
    }

    void write(Symbolizer symbolizer) {
        if (symbolizer instanceof PolygonSymbolizer polygon) {
            open("PolygonSymbolizer", symbolizer);
            graphics.fill("Fill", polygon.getFill());
            graphics.stroke(polygon.getStroke());
            if (polygon.getDisplacement() != null) {
                displacement(polygon.getDisplacement());
            }
            offset(polygon.getPerpendicularOffset());
            close("PolygonSymbolizer", symbolizer);
        } else if (symbolizer instanceof LineSymbolizer line) {
            open("LineSymbolizer", symbolizer);
            graphics.stroke(line.getStroke());
            offset(line.getPerpendicularOffset());
            close("LineSymbolizer", symbolizer);
        } else if (symbolizer instanceof PointSymbolizer point) {
            open("PointSymbolizer", symbolizer);
            graphics.graphic("Graphic", point.getGraphic());
            close("PointSymbolizer", symbolizer);
        } else if (symbolizer instanceof TextSymbolizer text) {
            text(text);
        } else if (symbolizer instanceof RasterSymbolizer raster) {
            raster(raster);
        } else {
            throw new IllegalArgumentException("no SLD form for " + symbolizer);
        }
    }

    private void open(String name, Symbolizer symbolizer) {
        StyleUnit unit = StyleUnit.of(symbolizer.getUnitOfMeasure());
        boolean said = symbolizer.getUnitOfMeasure() != null;
        out.open(out.se(name), "uom", said ? unit.uri() : null);
        out.leaf(out.se("Name"), symbolizer.getName());
        if (symbolizer.getGeometry() != null) {
            out.open(out.se("Geometry"));
            expressions.expression(symbolizer.getGeometry());
            out.close(out.se("Geometry"));
        }
    }

    private void close(String name, Symbolizer symbolizer) {
        options(symbolizer.getOptions());
        out.close(out.se(name));
    }

    void options(Map<String, String> options) {
        options.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(option -> out.leaf(out.se("VendorOption"), option.getValue(), "name", option.getKey()));
    }

    private void offset(Expression offset) {
        expressions.value(out.se("PerpendicularOffset"), offset);
    }

    private void displacement(Displacement displacement) {
        graphics.displacement(displacement);
    }

    private void text(TextSymbolizer text) {
        open("TextSymbolizer", text);
        label(text.getLabel());
        text.fonts().forEach(this::font);
        if (text.getLabelPlacement() != null) {
            out.open(out.se("LabelPlacement"));
            placement(text.getLabelPlacement());
            out.close(out.se("LabelPlacement"));
        }
        if (text.getHalo() != null) {
            out.open(out.se("Halo"));
            expressions.value(out.se("Radius"), text.getHalo().getRadius());
            graphics.fill("Fill", text.getHalo().getFill());
            out.close(out.se("Halo"));
        }
        graphics.fill("Fill", text.getFill());
        if (text.getGraphic() != null) {
            graphics.graphic("Graphic", text.getGraphic());
        }
        expressions.value(out.se("Priority"), text.getPriority());
        close("TextSymbolizer", text);
    }

    private void label(Expression label) {
        expressions.value(out.se("Label"), label);
    }

    private void font(Font font) {
        out.open(out.se("Font"));
        font.getFamily().forEach(family -> graphics.parameter("font-family", family));
        graphics.parameter("font-size", font.getSize());
        graphics.parameter("font-style", font.getStyle());
        graphics.parameter("font-weight", font.getWeight());
        out.close(out.se("Font"));
    }

    private void placement(LabelPlacement placement) {
        if (placement instanceof PointPlacement point) {
            out.open(out.se("PointPlacement"));
            AnchorPoint anchor = point.getAnchorPoint();
            if (anchor != null) {
                graphics.anchor(anchor);
            }
            if (point.getDisplacement() != null) {
                graphics.displacement(point.getDisplacement());
            }
            expressions.value(out.se("Rotation"), point.getRotation());
            out.close(out.se("PointPlacement"));
        } else if (placement instanceof LinePlacement line) {
            out.open(out.se("LinePlacement"));
            out.leaf(out.se("IsRepeated"), line.isRepeated() ? "true" : null);
            expressions.value(out.se("InitialGap"), line.getInitialGap());
            expressions.value(out.se("Gap"), line.getGap());
            expressions.value(out.se("PerpendicularOffset"), line.getPerpendicularOffset());
            out.leaf(out.se("IsAligned"), line.isAligned() ? null : "false");
            out.leaf(out.se("GeneralizeLine"), line.isGeneralizeLine() ? "true" : null);
            out.close(out.se("LinePlacement"));
        }
    }

    private void raster(RasterSymbolizer raster) {
        open("RasterSymbolizer", raster);
        expressions.value(out.se("Opacity"), raster.getOpacity());
        ColorMap map = raster.getColorMap();
        if (map != null && map.getColorMapEntries().length > 0) {
            String type = List.of("", "ramp", "intervals", "values").get(Math.max(0, map.getType()));
            out.open(out.se("ColorMap"), "type", type, "extended", map.getExtendedColors() ? "true" : null);
            for (ColorMapEntry entry : map.getColorMapEntries()) {
                out.empty(
                        out.se("ColorMapEntry"),
                        "color",
                        attribute(entry.getColor()),
                        "quantity",
                        attribute(entry.getQuantity()),
                        "opacity",
                        attribute(entry.getOpacity()),
                        "label",
                        entry.getLabel());
            }
            out.close(out.se("ColorMap"));
        }
        if (raster.getShadedRelief() != null) {
            out.open(out.se("ShadedRelief"));
            out.leaf(out.se("BrightnessOnly"), raster.getShadedRelief().isBrightnessOnly() ? "true" : null);
            expressions.value(out.se("ReliefFactor"), raster.getShadedRelief().getReliefFactor());
            out.close(out.se("ShadedRelief"));
        }
        close("RasterSymbolizer", raster);
    }

    private static String attribute(Expression value) {
        return value instanceof Literal literal && literal.getValue() != null
                ? ExpressionWriter.text(literal.getValue())
                : null;
    }

    static String dashes(List<Expression> dashes) {
        return dashes.stream()
                .map(SymbolizerWriter::attribute)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
