package riskmap.render;

import static riskmap.render.Scenes.PLANE;
import static riskmap.render.Scenes.features;
import static riskmap.render.Scenes.layer;
import static riskmap.render.Scenes.line;
import static riskmap.render.Scenes.style;
import static riskmap.render.StyleGallery.CENTRE;
import static riskmap.render.StyleGallery.css;
import static riskmap.render.StyleGallery.rule;
import static riskmap.render.StyleGallery.stroke;

/** The maps of the gallery that show symbols behind labels, and features in an order. */
final class GalleryShields {
    private static final String MIDDLE = "<PointPlacement><AnchorPoint><AnchorPointX>0.5</AnchorPointX>"
            + "<AnchorPointY>0.5</AnchorPointY></AnchorPoint>%s</PointPlacement>";

    private GalleryShields() {}

    private static String option(String name, String value) {
        return "<VendorOption name=\"" + name + "\">" + value + "</VendorOption>";
    }

    private static String plate(String mark, String size) {
        return "<Graphic><Mark><WellKnownName>" + mark + "</WellKnownName><Fill>" + css("fill", "#FFD34E") + "</Fill>"
                + stroke("stroke", "#12304A", "stroke-width", "1.5") + "</Mark>" + size + "</Graphic>";
    }

    private static String text(String placement, String rest) {
        return "<TextSymbolizer><Label>G206</Label><Font>" + css("font-size", "14") + "</Font><LabelPlacement>"
                + placement + "</LabelPlacement><Fill>" + css("fill", "#12304A") + "</Fill>" + rest
                + "</TextSymbolizer>";
    }

    static void addTo(StyleGallery gallery) {
        String middle = String.format(MIDDLE, "");
        String fixed = plate("circle", "<Size>52</Size>");
        String roomy = option("graphic-margin", "3 8");
        String stretched = plate("square", "") + option("graphic-resize", "stretch") + roomy;
        String within = plate("circle", "") + option("graphic-resize", "proportional") + roomy;
        String slope = "LINESTRING (8 20, 88 70)";
        label(gallery, "shield", CENTRE, rule(text(middle, fixed)));
        label(gallery, "shield-stretched", CENTRE, rule(text(middle, stretched)));
        label(gallery, "shield-proportional", CENTRE, rule(text(middle, within)));
        label(
                gallery,
                "shield-turned",
                CENTRE,
                rule(text(String.format(MIDDLE, "<Rotation>-30</Rotation>"), stretched)));
        label(gallery, "shield-on-line", slope, rule(line("#2471A3", 3) + text("<LinePlacement/>", stretched)));
    }

    private static void label(StyleGallery gallery, String name, String wkt, String rules) {
        gallery.add("label-" + name, true, layer(features(PLANE, wkt, 1), style(rules)));
    }
}
