package riskmap.render;

import java.util.List;
import java.util.Set;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.Id;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.style.AnchorPoint;
import org.geotools.api.style.Displacement;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Fill;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.Halo;
import org.geotools.api.style.LinePlacement;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.Mark;
import org.geotools.api.style.PointPlacement;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Stroke;
import org.geotools.api.style.Style;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.filter.FilterAttributeExtractor;
import org.geotools.filter.function.InterpolateFunction;
import org.geotools.styling.AbstractStyleVisitor;

/** Which attributes a style or a part of it asks of features; its functions are then ready for several threads. */
public final class StyleAttributes extends AbstractStyleVisitor {
    private static final System.Logger LOG = System.getLogger(StyleAttributes.class.getName());
    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private final FilterAttributeExtractor names = new FilterAttributeExtractor() {
        @Override
        public Object visit(Id filter, Object data) {
            usesIds = true;
            return super.visit(filter, data);
        }

        @Override
        public Object visit(Function function, Object data) {
            if (function instanceof InterpolateFunction) {
                settle(function);
            }
            return super.visit(function, data);
        }
    };

    private boolean usesIds;

    /** The names of the attributes that the rules and symbols of a style ask of features and those of a type lack. */
    public static List<String> missing(Style style, SimpleFeatureType type) {
        return of(style, Filter.INCLUDE).names().stream()
                .filter(name -> !name.isEmpty() && type.getDescriptor(name) == null)
                .sorted()
                .toList();
    }

    static StyleAttributes of(Style style, Filter filter) {
        StyleAttributes result = new StyleAttributes();
        style.accept(result);
        filter.accept(result.names, null);
        return result;
    }

    static StyleAttributes of(Symbolizer symbolizer) {
        StyleAttributes result = new StyleAttributes();
        symbolizer.accept(result);
        return result;
    }

    static StyleAttributes of(Expression expression) {
        StyleAttributes result = new StyleAttributes();
        result.add(expression);
        return result;
    }

    static StyleAttributes of(Filter filter) {
        StyleAttributes result = new StyleAttributes();
        filter.accept(result.names, null);
        return result;
    }

    /**
     * An interpolation reads its points when it is first evaluated, and another thread that evaluates it meanwhile finds
     * them half read: so they are read before several threads draw.
     */
    private static void settle(Function interpolation) {
        synchronized (interpolation) {
            try {
                interpolation.evaluate(null);
            } catch (RuntimeException e) {
                // there is nothing to look up; what is wrong with the function itself is said where it is drawn
                LOG.log(System.Logger.Level.TRACE, "not evaluated", e);
            }
        }
    }

    Set<String> names() {
        return names.getAttributeNameSet();
    }

    boolean usesIds() {
        return usesIds;
    }

    private void add(Expression... expressions) {
        for (Expression expression : expressions) {
            if (expression != null) {
                expression.accept(names, null);
            }
        }
    }

    @Override
    public void visit(FeatureTypeStyle part) {
        DrawOrder.of(part).keys().forEach(key -> add(FILTERS.property(key.field())));
        super.visit(part);
    }

    @Override
    public void visit(Rule rule) {
        if (rule.getFilter() != null) {
            rule.getFilter().accept(names, null);
        }
        super.visit(rule);
    }

    @Override
    public void visit(Fill fill) {
        add(fill.getColor(), fill.getOpacity());
        super.visit(fill);
    }

    @Override
    public void visit(Stroke stroke) {
        add(stroke.getColor(), stroke.getWidth(), stroke.getOpacity(), stroke.getDashOffset());
        add(stroke.getLineCap(), stroke.getLineJoin());
        if (stroke.dashArray() != null) {
            stroke.dashArray().forEach(this::add);
        }
        super.visit(stroke);
    }

    @Override
    public void visit(LineSymbolizer line) {
        add(DerivedLayer.computed(line), line.getPerpendicularOffset());
        super.visit(line);
    }

    @Override
    public void visit(PolygonSymbolizer polygon) {
        add(DerivedLayer.computed(polygon), polygon.getPerpendicularOffset());
        if (polygon.getDisplacement() != null) {
            polygon.getDisplacement().accept(this);
        }
        super.visit(polygon);
    }

    @Override
    public void visit(PointSymbolizer point) {
        add(DerivedLayer.computed(point));
        super.visit(point);
    }

    @Override
    public void visit(Graphic graphic) {
        add(graphic.getSize(), graphic.getRotation(), graphic.getOpacity());
        add(graphic.getGap(), graphic.getInitialGap());
        super.visit(graphic);
    }

    @Override
    public void visit(Mark mark) {
        add(mark.getWellKnownName());
        super.visit(mark);
    }

    @Override
    public void visit(TextSymbolizer text) {
        add(text.getLabel(), text.getPriority(), DerivedLayer.computed(text));
        if (text.getGraphic() != null) {
            text.getGraphic().accept(this);
        }
        text.fonts().forEach(font -> add(font.getSize(), font.getWeight(), font.getStyle()));
        super.visit(text);
    }

    @Override
    public void visit(Halo halo) {
        add(halo.getRadius());
        super.visit(halo);
    }

    @Override
    public void visit(PointPlacement placement) {
        add(placement.getRotation());
        super.visit(placement);
    }

    @Override
    public void visit(AnchorPoint anchor) {
        add(anchor.getAnchorPointX(), anchor.getAnchorPointY());
    }

    @Override
    public void visit(Displacement displacement) {
        add(displacement.getDisplacementX(), displacement.getDisplacementY());
    }

    @Override
    public void visit(LinePlacement placement) {
        add(placement.getPerpendicularOffset());
    }
}
