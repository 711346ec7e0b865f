package riskmap.render;

import java.awt.Color;
import java.awt.Font;
import java.util.Map;
import org.geotools.api.style.LinePlacement;
import org.geotools.api.style.PointPlacement;
import org.geotools.api.style.TextSymbolizer;
import riskmap.style.StyleUnit;

/** Evaluates text symbolizers, with GeoServer's vendor options. */
final class TextLookReader {
    /** GeoTools' default for letters along a line. */
    private static final double MAX_ANGLE = 22.5;

    private final LookReader looks;
    private final double pixel;

    TextLookReader(LookReader looks, double pixel) {
        this.looks = looks;
        this.pixel = pixel;
    }

    TextLook look(TextSymbolizer text, Object feature) {
        looks.unit(StyleUnit.of(text.getUnitOfMeasure()));
        boolean bold = false;
        boolean italic = false;
        double size = 10 * pixel;
        if (text.getFont() != null) {
            bold = "bold".equalsIgnoreCase(LookReader.text(text.getFont().getWeight(), feature, "normal"));
            italic = !"normal".equalsIgnoreCase(LookReader.text(text.getFont().getStyle(), feature, "normal"));
            size = looks.size(text.getFont().getSize(), feature, size);
        }
        Font font = Fonts.font(bold, Math.max(0.5, size));
        Color color = text.getFill() == null
                ? looks.color(null, null, feature, Color.BLACK)
                : looks.color(text.getFill().getColor(), text.getFill().getOpacity(), feature, Color.BLACK);
        double radius = 0;
        Color halo = Color.WHITE;
        if (text.getHalo() != null) {
            radius = looks.size(text.getHalo().getRadius(), feature, pixel);
            if (text.getHalo().getFill() != null) {
                halo = looks.color(
                        text.getHalo().getFill().getColor(),
                        text.getHalo().getFill().getOpacity(),
                        feature,
                        Color.WHITE);
            }
        }
        Shield shield = Shield.of(text, looks, pixel, feature);
        Font face = italic ? slanted(font) : font;
        return new TextLook(face, color, radius, halo, spacing(text), shield, place(text, feature));
    }

    private double spacing(TextSymbolizer text) {
        return Math.max(0, number(text.getOptions(), "charSpacing", 0)) * pixel;
    }

    /** Chinese faces have no italics: water names are slanted by hand, to the right by about 12°. */
    private static Font slanted(Font font) {
        return font.deriveFont(java.awt.geom.AffineTransform.getShearInstance(-0.21, 0));
    }

    private TextLook.Place place(TextSymbolizer text, Object feature) {
        Map<String, String> options = text.getOptions();
        double anchorX = 0;
        double anchorY = 0.5;
        double dx = 0;
        double dy = 0;
        double rotation = 0;
        boolean onLine = text.getLabelPlacement() instanceof LinePlacement;
        if (text.getLabelPlacement() instanceof PointPlacement point) {
            if (point.getAnchorPoint() != null) {
                anchorX = LookReader.number(point.getAnchorPoint().getAnchorPointX(), feature, 0);
                anchorY = LookReader.number(point.getAnchorPoint().getAnchorPointY(), feature, 0.5);
            }
            if (point.getDisplacement() != null) {
                dx = looks.signed(point.getDisplacement().getDisplacementX(), feature, 0);
                dy = looks.signed(point.getDisplacement().getDisplacementY(), feature, 0);
            }
            rotation = LookReader.number(point.getRotation(), feature, 0);
        } else if (text.getLabelPlacement() instanceof LinePlacement line) {
            dy = looks.signed(line.getPerpendicularOffset(), feature, 0);
        }
        return new TextLook.Place(
                onLine,
                "true".equals(options.get(TextSymbolizer.FOLLOW_LINE_KEY)),
                anchorX,
                anchorY,
                dx,
                dy,
                rotation,
                number(options, TextSymbolizer.MAX_DISPLACEMENT_KEY, 0) * pixel,
                number(options, TextSymbolizer.LABEL_REPEAT_KEY, 0) * pixel,
                number(options, TextSymbolizer.AUTO_WRAP_KEY, 0) * pixel,
                yes(options.get(TextSymbolizer.GROUP_KEY)),
                !"false".equals(options.get(TextSymbolizer.CONFLICT_RESOLUTION_KEY)),
                number(options, TextSymbolizer.SPACE_AROUND_KEY, 0) * pixel,
                number(options, TextSymbolizer.MAX_ANGLE_DELTA_KEY, MAX_ANGLE));
    }

    private static boolean yes(String option) {
        return "yes".equals(option) || "true".equals(option);
    }

    private static double number(Map<String, String> options, String key, double otherwise) {
        String value = options.get(key);
        try {
            return value == null ? otherwise : Double.parseDouble(value.trim());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
