package riskmap.render;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import riskmap.style.Symbols;

/** The SVG drawings of the styles folder, read once. Nothing that a drawing refers to outside itself is loaded. */
final class SvgSymbols {
    private static final Map<String, Optional<SVGDocument>> READ = new ConcurrentHashMap<>();

    private SvgSymbols() {}

    private static Optional<SVGDocument> document(String address) {
        return READ.computeIfAbsent(address, SvgSymbols::read);
    }

    private static Optional<SVGDocument> read(String address) {
        LoaderContext context = LoaderContext.builder()
                .externalResourcePolicy(ResourcePolicy.DENY_ALL)
                .build();
        return Symbols.bytes(address)
                .map(bytes -> new SVGLoader().load(new ByteArrayInputStream(bytes), null, context));
    }

    /** Width of a drawing for its height of 1; 1 when it cannot be read. */
    static double aspect(String address) {
        return document(address)
                .map(drawing -> (double) drawing.size().width / Math.max(1e-6, drawing.size().height))
                .orElse(1.0);
    }

    /** Draws into a box. False when there is no such drawing. */
    static boolean draw(Graphics2D graphics, String address, double x, double y, double width, double height) {
        Optional<SVGDocument> drawing = document(address);
        drawing.ifPresent(svg -> svg.render(
                (java.awt.Component) null, graphics, new ViewBox((float) x, (float) y, (float) width, (float) height)));
        return drawing.isPresent();
    }
}
