package riskmap.render;

import static riskmap.render.Scenes.PLANE;
import static riskmap.render.Scenes.features;
import static riskmap.render.Scenes.fill;
import static riskmap.render.Scenes.layer;
import static riskmap.render.Scenes.line;
import static riskmap.render.Scenes.style;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.style.Style;
import org.locationtech.jts.geom.Envelope;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;

/** One small map for each thing that a style can say, 96 by 96 pixels. */
public final class StyleGallery {
    /** Width and height of a map in style pixels, and of its extent in metres. */
    public static final int SIDE = 96;

    static final String AREA =
            "POLYGON ((10 14, 50 6, 88 24, 82 84, 40 90, 14 70, 10 14), (40 40, 60 40, 60 58, 40 58, 40 40))";
    static final String BEND = "LINESTRING (8 14, 34 78, 60 20, 88 84)";
    static final String ARC =
            "LINESTRING (4 39.8, 15 47.5, 26 52.3, 37 55.1, 48 56.0, 59 55.1, 70 52.3, 81 47.5, 92 39.8)";
    static final String CENTRE = "POINT (48 48)";

    private final List<Scene> scenes = new ArrayList<>();

    private StyleGallery() {}

    /**
     * A map of the gallery.
     *
     * @param name of its picture
     * @param layers from the bottom up
     * @param extent in metres
     * @param text whether it has letters, which look otherwise in another face
     */
    public record Scene(String name, List<PaintLayer> layers, Envelope extent, boolean text) {
        /** The map on a target of so many units an inch. */
        public Viewport viewport(double unitsPerInch) {
            double side = SIDE * unitsPerInch / 96;
            return new Viewport(extent, side, side, unitsPerInch, PLANE);
        }
    }

    /** All maps of the gallery. */
    public static List<Scene> scenes() {
        StyleGallery gallery = new StyleGallery();
        gallery.areas();
        gallery.lines();
        gallery.points();
        gallery.labels();
        gallery.rules();
        gallery.blending();
        GalleryRasters.addTo(gallery);
        GalleryShields.addTo(gallery);
        GalleryMarks.addTo(gallery);
        gallery.units();
        return gallery.scenes;
    }

    void add(String name, LayerData data, Style style) {
        add(name, false, layer(data, style));
    }

    void add(String name, boolean text, PaintLayer... layers) {
        scenes.add(new Scene(name, List.of(layers), new Envelope(0, SIDE, 0, SIDE), text));
    }

    private void onArea(String name, String symbolizers) {
        add("area-" + name, features(PLANE, AREA, 1), style(rule(symbolizers)));
    }

    private void onLine(String name, String symbolizers) {
        add("line-" + name, features(PLANE, BEND, 1), style(rule(symbolizers)));
    }

    static String rule(String content) {
        return "<Rule>" + content + "</Rule>";
    }

    static String css(String... namesAndValues) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            result.append("<CssParameter name=\"")
                    .append(namesAndValues[i])
                    .append("\">")
                    .append(namesAndValues[i + 1])
                    .append("</CssParameter>");
        }
        return result.toString();
    }

    static String stroke(String... namesAndValues) {
        return "<Stroke>" + css(namesAndValues) + "</Stroke>";
    }

    static String polygon(String fill, String stroke) {
        return "<PolygonSymbolizer>" + fill + stroke + "</PolygonSymbolizer>";
    }

    static String mark(String name, String fill, String size) {
        return "<Graphic><Mark><WellKnownName>" + name + "</WellKnownName>"
                + (fill.isEmpty() ? "" : "<Fill>" + css("fill", fill) + "</Fill>") + stroke("stroke", "#12304A")
                + "</Mark><Size>" + size + "</Size></Graphic>";
    }

    private static String hatch(String mark) {
        return polygon(
                "<Fill><GraphicFill>" + mark(mark, "", "9") + "</GraphicFill></Fill>", stroke("stroke", "#12304A"));
    }

    private void areas() {
        onArea("fill", polygon("<Fill>" + css("fill", "#F4A261") + "</Fill>", ""));
        onArea(
                "fill-and-outline",
                polygon(
                        "<Fill>" + css("fill", "#2A9D8F", "fill-opacity", "0.4") + "</Fill>",
                        stroke("stroke", "#12304A", "stroke-width", "3", "stroke-linejoin", "round")));
        for (String mark : List.of("slash", "backslash", "horline", "vertline", "plus", "times", "dot")) {
            onArea("hatch-" + mark, hatch("shape://" + mark));
        }
        onArea("hatch-fill", fill("#FDE9C9") + hatch("shape://slash"));
        onArea(
                "pattern",
                "<PolygonSymbolizer><Fill><GraphicFill>" + mark("triangle", "#C0392B", "8") + "</GraphicFill></Fill>"
                        + "<VendorOption name=\"graphic-margin\">3</VendorOption></PolygonSymbolizer>");
        onArea(
                "dashed-outline",
                polygon("", stroke("stroke", "#7D3C98", "stroke-width", "2", "stroke-dasharray", "8 3 2 3")));
        onArea(
                "offset-outline",
                fill("#DCE7F0") + "<PolygonSymbolizer>" + stroke("stroke", "#C0392B", "stroke-width", "2")
                        + "<PerpendicularOffset>-5</PerpendicularOffset></PolygonSymbolizer>");
        onArea(
                "displaced",
                "<PolygonSymbolizer><Fill>" + css("fill", "#BBBBBB") + "</Fill><Displacement><DisplacementX>4"
                        + "</DisplacementX><DisplacementY>-4</DisplacementY></Displacement></PolygonSymbolizer>"
                        + polygon("<Fill>" + css("fill", "#E9C46A") + "</Fill>", stroke("stroke", "#12304A")));
    }

    private void lines() {
        onLine("wide", line("#2471A3", 6));
        for (String cap : List.of("butt", "round", "square")) {
            onLine(
                    "cap-" + cap,
                    "<LineSymbolizer>"
                            + stroke(
                                    "stroke",
                                    "#1E7B4B",
                                    "stroke-width",
                                    "8",
                                    "stroke-linecap",
                                    cap,
                                    "stroke-linejoin",
                                    cap.equals("round") ? "round" : cap.equals("butt") ? "bevel" : "miter")
                            + "</LineSymbolizer>");
        }
        onLine(
                "dashes",
                "<LineSymbolizer>"
                        + stroke(
                                "stroke",
                                "#A8322A",
                                "stroke-width",
                                "3",
                                "stroke-dasharray",
                                "10 4",
                                "stroke-dashoffset",
                                "4")
                        + "</LineSymbolizer>");
        onLine(
                "offset",
                line("#888888", 1) + "<LineSymbolizer>" + stroke("stroke", "#2471A3", "stroke-width", "2")
                        + "<PerpendicularOffset>6</PerpendicularOffset></LineSymbolizer>");
        onLine(
                "offset-right",
                line("#888888", 1) + "<LineSymbolizer>" + stroke("stroke", "#2471A3", "stroke-width", "2")
                        + "<PerpendicularOffset>-6</PerpendicularOffset></LineSymbolizer>");
        onLine("casing", line("#12304A", 9) + line("#F7D154", 6));
        onLine(
                "railway",
                line("#222222", 5) + "<LineSymbolizer>"
                        + stroke("stroke", "#FFFFFF", "stroke-width", "3", "stroke-dasharray", "8 8")
                        + "</LineSymbolizer>");
        onLine(
                "symbols",
                "<LineSymbolizer><Stroke><GraphicStroke>"
                        + mark("triangle", "#1E7B4B", "8").replace("</Graphic>", "<Gap>8</Gap></Graphic>")
                        + "</GraphicStroke></Stroke></LineSymbolizer>");
        onLine(
                "ticks",
                line("#6E2C00", 2) + "<LineSymbolizer><Stroke><GraphicStroke>"
                        + mark("shape://vertline", "", "9").replace("</Graphic>", "<Gap>2</Gap></Graphic>")
                        + "</GraphicStroke></Stroke></LineSymbolizer>");
    }

    void marks(String name, List<String> marks) {
        PaintLayer[] layers = new PaintLayer[marks.size()];
        for (int i = 0; i < layers.length; i++) {
            String place = "POINT (" + (12 + 24 * (i % 4)) + " " + (84 - 24 * (i / 4)) + ")";
            layers[i] = layer(
                    features(PLANE, place, 1),
                    style(rule("<PointSymbolizer>" + mark(marks.get(i), "#E76F51", "18") + "</PointSymbolizer>")));
        }
        add(name, false, layers);
    }

    private void points() {
        List<String> marks = List.of(
                "square",
                "circle",
                "triangle",
                "star",
                "cross",
                "x",
                "diamond",
                "pentagon",
                "hexagon",
                "shape://carrow",
                "shape://oarrow",
                "shape://plus",
                "shape://times",
                "shape://dot",
                "shape://slash",
                "arrow");
        marks("marks", marks);
        String svg = "<PointSymbolizer><Graphic><ExternalGraphic><OnlineResource xlink:type=\"simple\""
                + " xlink:href=\"symbols/hospital.svg\"/><Format>image/svg+xml</Format></ExternalGraphic>%s</Graphic>"
                + "</PointSymbolizer>";
        add("drawing", features(PLANE, CENTRE, 1), style(rule(String.format(svg, "<Size>48</Size>"))));
        add(
                "drawing-turned-and-faint",
                features(PLANE, CENTRE, 1),
                style(rule(String.format(svg, "<Opacity>0.5</Opacity><Size>48</Size><Rotation>30</Rotation>"))));
        add(
                "anchor-and-shift",
                features(PLANE, CENTRE, 1),
                style(rule("<PointSymbolizer>" + mark("cross", "#888888", "10") + "</PointSymbolizer><PointSymbolizer>"
                        + mark("square", "#E76F51", "16")
                                .replace(
                                        "</Graphic>",
                                        "<AnchorPoint><AnchorPointX>0</AnchorPointX><AnchorPointY>0</AnchorPointY></AnchorPoint>"
                                                + "<Displacement><DisplacementX>10</DisplacementX><DisplacementY>5</DisplacementY>"
                                                + "</Displacement></Graphic>")
                        + "</PointSymbolizer>")));
        add(
                "size-and-turn-by-value",
                features(PLANE, "POINT (20 48)", 10, "POINT (48 48)", 20, "POINT (78 48)", 30),
                style(rule("<PointSymbolizer>"
                        + mark("arrow", "#2A9D8F", "<ogc:PropertyName>v</ogc:PropertyName>")
                                .replace(
                                        "</Graphic>",
                                        "<Rotation><ogc:Mul><ogc:PropertyName>v</ogc:PropertyName><ogc:Literal>3"
                                                + "</ogc:Literal></ogc:Mul></Rotation></Graphic>")
                        + "</PointSymbolizer>")));
        String ends =
                "<PointSymbolizer><Geometry><ogc:Function name=\"%s\"><ogc:PropertyName>the_geom</ogc:PropertyName>"
                        + "</ogc:Function></Geometry>" + mark("%s", "%s", "12") + "</PointSymbolizer>";
        add(
                "points-of-line",
                features(PLANE, BEND, 1),
                style(rule(Scenes.line("#888888", 2)
                        + String.format(ends, "startPoint", "circle", "#1E7B4B")
                        + String.format(ends, "endPoint", "square", "#C0392B"))));
        add(
                "point-of-area",
                features(PLANE, AREA, 1),
                style(rule(fill("#DCE7F0") + "<PointSymbolizer>" + mark("circle", "#C0392B", "12")
                        + "</PointSymbolizer>")));
    }

    static String text(String label, String placement, String rest) {
        return "<TextSymbolizer><Label>" + label + "</Label><Font>" + css("font-size", "14") + "</Font>"
                + (placement.isEmpty() ? "" : "<LabelPlacement>" + placement + "</LabelPlacement>") + rest
                + "</TextSymbolizer>";
    }

    private static final String HALO = "<Halo><Radius>2</Radius><Fill>" + css("fill", "#FFFFFF")
            + "</Fill></Halo><Fill>" + css("fill", "#7B1E1E") + "</Fill>";
    private static final String MIDDLE =
            "<PointPlacement><AnchorPoint><AnchorPointX>0.5</AnchorPointX><AnchorPointY>0.5</AnchorPointY></AnchorPoint>%s</PointPlacement>";

    private void label(String name, String wkt, String rules) {
        add("label-" + name, true, layer(features(PLANE, wkt, "风险区"), style(rules)));
    }

    private void labels() {
        String middle = String.format(MIDDLE, "");
        String v = "<ogc:PropertyName>v</ogc:PropertyName>";
        label("halo", AREA, rule(fill("#5D7E9C") + text(v, middle, HALO)));
        label("turned", CENTRE, rule(text(v, String.format(MIDDLE, "<Rotation>-30</Rotation>"), HALO)));
        String follow = "<VendorOption name=\"followLine\">true</VendorOption>";
        label("along", "LINESTRING (8 20, 88 70)", rule(line("#2471A3", 3) + text(v, "<LinePlacement/>", HALO)));
        label("curved", ARC, rule(line("#2471A3", 2) + text(v + "界线", "<LinePlacement/>", HALO + follow)));
        label(
                "above-line",
                ARC,
                rule(line("#2471A3", 2)
                        + text(
                                v + "界线",
                                "<LinePlacement><PerpendicularOffset>11</PerpendicularOffset></LinePlacement>",
                                follow)));
        label(
                "repeated",
                "LINESTRING (4 88, 92 88, 92 48, 4 48, 4 10, 92 10)",
                rule(line("#2471A3", 1)
                        + text("路", "<LinePlacement/>", HALO + "<VendorOption name=\"repeat\">36</VendorOption>")));
        label("wrapped", CENTRE, rule(text(v + "地质灾害", middle, "<VendorOption name=\"autoWrap\">48</VendorOption>")));
        label("spaced", CENTRE, rule(text(v, middle, HALO + "<VendorOption name=\"charSpacing\">8</VendorOption>")));
        label(
                "interior",
                "POLYGON ((6 6, 90 6, 90 30, 30 30, 30 90, 6 90, 6 6))",
                rule(fill("#CFE3D4") + text("内", middle, "")));
        add(
                "label-priority",
                true,
                layer(
                        features(PLANE, "POINT (45 48)", "11", "POINT (51 48)", "99", "POINT (48 80)", "55"),
                        style(rule("<PointSymbolizer>" + mark("circle", "#888888", "4") + "</PointSymbolizer>"
                                + text(v, middle, "<Priority>" + v + "</Priority>")))));
    }

    private void rules() {
        LayerData.Features three = features(
                PLANE,
                "POLYGON ((4 4, 32 4, 32 92, 4 92, 4 4))",
                1,
                "POLYGON ((34 4, 62 4, 62 92, 34 92, 34 4))",
                2,
                "POLYGON ((64 4, 92 4, 92 92, 64 92, 64 4))",
                3);
        String equals =
                "<ogc:Filter><ogc:PropertyIsEqualTo>%s<ogc:Literal>1</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>";
        String v = "<ogc:PropertyName>v</ogc:PropertyName>";
        add(
                "rule-else",
                three,
                style(rule(String.format(equals, v) + fill("#C0392B")) + rule("<ElseFilter/>" + fill("#DDDDDD"))));
        add(
                "rule-function",
                three,
                style(rule(String.format(
                                equals,
                                "<ogc:Function name=\"modulo\">" + v + "<ogc:Literal>2</ogc:Literal></ogc:Function>")
                        + fill("#2A9D8F"))));
        // 96 pixels of 1/96 inch show 96 m: about 1:3,780
        add(
                "rule-scales",
                three,
                style(rule(
                                "<MinScaleDenominator>1000</MinScaleDenominator><MaxScaleDenominator>3700</MaxScaleDenominator>"
                                        + fill("#C0392B"))
                        + rule("<MinScaleDenominator>3700</MinScaleDenominator>" + fill("#2471A3"))));
        add(
                "colour-by-value",
                three,
                style(
                        rule(
                                "<PolygonSymbolizer><Fill><CssParameter name=\"fill\"><ogc:Function name=\"Interpolate\">"
                                        + v
                                        + "<ogc:Literal>1</ogc:Literal><ogc:Literal>#FFFFB2</ogc:Literal><ogc:Literal>3</ogc:Literal>"
                                        + "<ogc:Literal>#BD0026</ogc:Literal><ogc:Literal>color</ogc:Literal></ogc:Function></CssParameter></Fill></PolygonSymbolizer>")));
        add(
                "rule-first",
                three,
                style(rule(String.format(equals, v) + fill("#C0392B")) + rule(fill("#9FD3C7"))
                        + "<VendorOption name=\"ruleEvaluation\">first</VendorOption>"));
        String crossing = "LINESTRING (8 48, 88 48)";
        add(
                "order-by-rule",
                features(PLANE, crossing, 2, "LINESTRING (48 8, 48 88)", 1),
                style(rule(String.format(equals, v) + line("#12304A", 12) + line("#F7D154", 8))
                        + rule("<ElseFilter/>" + line("#12304A", 12) + line("#FFFFFF", 8))));
        add(
                "order-by-part",
                features(PLANE, crossing, 2, "LINESTRING (48 8, 48 88)", 1),
                style(rule(line("#12304A", 12)) + "</FeatureTypeStyle><FeatureTypeStyle>" + rule(line("#F7D154", 8))));
    }

    private void blending() {
        LayerData.Features circles = features(PLANE, square(8, 30, 56), 1, square(34, 8, 56), 2);
        String base = "POLYGON ((0 38, 96 38, 96 62, 0 62, 0 38))";
        PaintLayer band = layer(features(PLANE, base, 1), style(rule(fill("#F7D154"))));
        add(
                "opacity-of-features",
                false,
                band,
                layer(
                        circles,
                        style(rule(
                                polygon("<Fill>" + css("fill", "#2471A3", "fill-opacity", "0.5") + "</Fill>", "")))));
        add(
                "opacity-of-layer",
                false,
                band,
                new PaintLayer(
                        "layer", circles, style(rule(fill("#2471A3"))), org.geotools.api.filter.Filter.INCLUDE, 0.5));
        for (String mode : List.of(
                "multiply",
                "screen",
                "overlay",
                "darken",
                "lighten",
                "color-dodge",
                "color-burn",
                "hard-light",
                "soft-light",
                "difference",
                "exclusion",
                "multiply, 0.5")) {
            add(
                    "blend-" + mode.replace(", 0.", "-"),
                    false,
                    band,
                    layer(
                            circles,
                            style(rule(fill("#5BA3D9")) + "<VendorOption name=\"composite\">" + mode
                                    + "</VendorOption>")));
        }
        add(
                "blend-of-symbol",
                false,
                band,
                layer(
                        circles,
                        style(
                                rule(
                                        fill("#F3F3F3") + "<PolygonSymbolizer><Fill>" + css("fill", "#5BA3D9")
                                                + "</Fill><VendorOption name=\"composite\">multiply</VendorOption></PolygonSymbolizer>"))));
        add(
                "blend-of-faint-layer",
                false,
                band,
                new PaintLayer(
                        "layer",
                        circles,
                        style(rule(fill("#5BA3D9")) + "<VendorOption name=\"composite\">multiply</VendorOption>"),
                        org.geotools.api.filter.Filter.INCLUDE,
                        0.5));
    }

    private static String square(int x, int y, int side) {
        return String.format(
                "POLYGON ((%1$d %2$d, %3$d %2$d, %3$d %4$d, %1$d %4$d, %1$d %2$d))", x, y, x + side, y + side);
    }

    private void units() {
        String uom = "<LineSymbolizer uom=\"http://www.opengeospatial.org/se/units/%s\">"
                + stroke("stroke", "#2471A3", "stroke-width", "%s") + "</LineSymbolizer>";
        onLine("pixels", String.format(uom, "pixel", "5"));
        onLine("millimetres", String.format(uom, "millimetre", "2"));
        scenes.add(new Scene(
                "line-metres-near",
                List.of(layer(features(PLANE, BEND, 1), style(rule(String.format(uom, "metre", "5"))))),
                new Envelope(24, 72, 24, 72),
                false));
        onLine("metres", String.format(uom, "metre", "5"));
        onLine(
                "mixed-units",
                "<LineSymbolizer>" + stroke("stroke", "#2471A3", "stroke-width", "3mm")
                        + "</LineSymbolizer><LineSymbolizer>" + stroke("stroke", "#FFFFFF", "stroke-width", "3m")
                        + "</LineSymbolizer>");
        CrsTransform degrees = Crs.transform(PLANE, Crs.of(4490));
        var inPlane = Scenes.geometry(
                "POLYGON ((420000 4140000, 420080 4140000, 420080 4140080, 420000 4140080, 420000 4140000))");
        scenes.add(new Scene(
                "reprojected",
                List.of(layer(
                        features(Crs.of(4490), degrees.apply(inPlane), 1),
                        style(rule(fill("#F4A261") + "<LineSymbolizer>"
                                + stroke("stroke", "#12304A", "stroke-width", "4") + "</LineSymbolizer>")))),
                new Envelope(419992, 420088, 4139992, 4140088),
                false));
    }
}
