package riskmap.style;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.geotools.api.style.ExternalGraphic;
import org.geotools.api.style.Style;
import org.geotools.api.style.TextSymbolizer;
import org.geotools.styling.visitor.DuplicatingStyleVisitor;

/** Styles without their labels, for maps so small that the names of towns would hide the towns. */
public final class Unlabelled {
    /** The same for the same style, so that what was drawn with it stays known. */
    private static final Map<Style, Style> MADE = Collections.synchronizedMap(new WeakHashMap<>());

    private Unlabelled() {}

    /** A style as it is but for its labels; the style itself is not changed. */
    public static Style of(Style style) {
        return MADE.computeIfAbsent(style, Unlabelled::copy);
    }

    private static Style copy(Style style) {
        DuplicatingStyleVisitor copier = new DuplicatingStyleVisitor() {
            @Override
            public void visit(ExternalGraphic picture) {
                // shared: a picture that is not fetched from anywhere has no address to copy it by
                pages.push(picture);
            }
        };
        style.accept(copier);
        Style copy = (Style) copier.getCopy();
        copy.featureTypeStyles().forEach(one -> one.rules()
                .forEach(rule -> rule.symbolizers().removeIf(symbol -> symbol instanceof TextSymbolizer)));
        return copy;
    }
}
