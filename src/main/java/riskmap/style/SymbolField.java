package riskmap.style;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** A field of a symbol that can be set: what it is called by, where it stands in the document, what goes into it. */
public enum SymbolField {
    UNIT("@uom", Kind.UNIT, "Line", "Polygon", "Point", "Text"),
    FILL("Fill/css:fill", Kind.COLOUR, "Polygon"),
    FILL_OPACITY("Fill/css:fill-opacity", Kind.SHARE, "Polygon"),
    HATCH("Fill/GraphicFill/Graphic/Mark/WellKnownName", Kind.PATTERN, "Polygon"),
    HATCH_COLOUR("Fill/GraphicFill/Graphic/Mark/Stroke/css:stroke", Kind.COLOUR, "Polygon"),
    HATCH_WIDTH("Fill/GraphicFill/Graphic/Mark/Stroke/css:stroke-width", Kind.NUMBER, "Polygon"),
    HATCH_SIZE("Fill/GraphicFill/Graphic/Size", Kind.NUMBER, "Polygon"),
    STROKE("Stroke/css:stroke", Kind.COLOUR, "Line", "Polygon"),
    STROKE_WIDTH("Stroke/css:stroke-width", Kind.NUMBER, "Line", "Polygon"),
    STROKE_OPACITY("Stroke/css:stroke-opacity", Kind.SHARE, "Line", "Polygon"),
    DASH("Stroke/css:stroke-dasharray", Kind.DASH, "Line", "Polygon"),
    DASH_OFFSET("Stroke/css:stroke-dashoffset", Kind.NUMBER, "Line", "Polygon"),
    CAP("Stroke/css:stroke-linecap", Kind.CAP, "Line"),
    OFFSET("PerpendicularOffset", Kind.NUMBER, "Line", "Polygon"),
    MARK("Graphic/Mark/WellKnownName", Kind.MARK, "Point"),
    SIZE("Graphic/Size", Kind.NUMBER, "Point"),
    ROTATION("Graphic/Rotation", Kind.NUMBER, "Point"),
    MARK_FILL("Graphic/Mark/Fill/css:fill", Kind.COLOUR, "Point"),
    MARK_STROKE("Graphic/Mark/Stroke/css:stroke", Kind.COLOUR, "Point"),
    MARK_STROKE_WIDTH("Graphic/Mark/Stroke/css:stroke-width", Kind.NUMBER, "Point"),
    GRAPHIC_OPACITY("Graphic/Opacity", Kind.SHARE, "Point"),
    LABEL("Label", Kind.LABEL, "Text"),
    FONT_SIZE("Font/css:font-size", Kind.NUMBER, "Text"),
    FONT_WEIGHT("Font/css:font-weight", Kind.WEIGHT, "Text"),
    FONT_COLOUR("Fill/css:fill", Kind.COLOUR, "Text"),
    HALO("Halo/Radius", Kind.NUMBER, "Text"),
    HALO_COLOUR("Halo/Fill/css:fill", Kind.COLOUR, "Text"),
    PLACEMENT("LabelPlacement", Kind.PLACEMENT, "Text"),
    PRIORITY("Priority", Kind.NUMBER, "Text"),
    WRAP("vendor:autoWrap", Kind.NUMBER, "Text"),
    FOLLOW_LINE("vendor:followLine", Kind.YES, "Text"),
    REPEAT("vendor:repeat", Kind.NUMBER, "Text"),
    OPACITY("Opacity", Kind.SHARE, "Raster"),
    MAP_TYPE("ColorMap/@type", Kind.MAP_TYPE, "Raster"),
    RELIEF("ShadedRelief/ReliefFactor", Kind.NUMBER, "Raster"),
    /** The mode of {@link BlendMode}, by its name in CSS, perhaps with an opacity: {@code multiply, 0.5}. */
    BLEND(SymbolField.BLEND_PATH, Kind.BLEND, "Line", "Polygon", "Point", "Raster");

    /** What goes into a field; decides the control it is set with. */
    public enum Kind {
        NUMBER,
        SHARE,
        COLOUR,
        DASH,
        CAP,
        MARK,
        PATTERN,
        LABEL,
        PLACEMENT,
        WEIGHT,
        YES,
        UNIT,
        MAP_TYPE,
        BLEND
    }

    /** Where a symbolizer or a feature-type style says how it mixes with what lies below it. */
    static final String BLEND_PATH = "vendor:composite";

    private final String path;
    private final Kind kind;
    private final List<String> symbols;

    SymbolField(String path, Kind kind, String... symbols) {
        this.path = path;
        this.kind = kind;
        this.symbols = List.of(symbols);
    }

    String get(Element symbolizer) {
        return switch (this) {
            case MARK -> GraphicChoice.mark(symbolizer);
            case PLACEMENT -> GraphicChoice.placement(symbolizer);
            default -> SldPath.get(symbolizer, path);
        };
    }

    void set(Element symbolizer, String value) {
        switch (this) {
            case MARK -> GraphicChoice.mark(symbolizer, value);
            case HATCH -> GraphicChoice.hatch(symbolizer, value);
            case PLACEMENT -> GraphicChoice.placement(symbolizer, value);
            default -> SldPath.set(symbolizer, path, value);
        }
    }

    public Kind kind() {
        return kind;
    }

    /** A word for a key: {@code stroke-width}. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The fields of a kind of symbol, such as {@code LineSymbolizer}; none for one not known. */
    public static List<SymbolField> of(String symbolizer) {
        return Arrays.stream(values())
                .filter(field -> field.symbols.stream().anyMatch(name -> symbolizer.equals(name + "Symbolizer")))
                .toList();
    }

    /** What a new symbol begins with. */
    static Map<SymbolField, String> initial(String symbolizer) {
        Map<SymbolField, String> values = new LinkedHashMap<>();
        switch (symbolizer) {
            case "PolygonSymbolizer" -> {
                values.put(FILL, "#9ecae1");
                values.put(STROKE, "#4a4a4a");
                values.put(STROKE_WIDTH, "0.8");
            }
            case "LineSymbolizer" -> {
                values.put(STROKE, "#3182bd");
                values.put(STROKE_WIDTH, "1.5");
            }
            case "PointSymbolizer" -> {
                values.put(MARK, "circle");
                values.put(MARK_FILL, "#3182bd");
                values.put(MARK_STROKE, "#4a4a4a");
                values.put(SIZE, "8");
            }
            case "TextSymbolizer" -> {
                values.put(FONT_SIZE, "11");
                values.put(FONT_COLOUR, "#222222");
                values.put(HALO, "1.5");
                values.put(HALO_COLOUR, "#ffffff");
            }
            default -> {
                // a raster symbol without a colour map is grey
            }
        }
        return values;
    }
}
