package riskmap.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.style.ExternalGraphic;
import org.geotools.api.style.Fill;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.Mark;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Stroke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a style says by colour can be told in each of its colour schemes. Neighbouring levels can be told apart, also by who sees no green and on a grey print: CIE 1976 colour differences of the
 * fills, deuteranopia as simulated by Machado, Oliveira and Fernandes (2009), severity 1.
 */
class LevelContrastTest {
    /** About five times what is seen side by side; swatches of a legend lie apart. */
    private static final double LEAST = 12;

    /** Three times what is just noticed (2.3): of colours as they lie on white paper, with the opacity of the style. */
    private static final double LEAST_SHOWN = 7;
    /** Twice what is just noticed: of many classes of a quantity, which lie in order, neighbours are told by less. */
    private static final double LEAST_OF_MANY = 4.6;
    /** Steps of lightness, of 100, that a printer keeps apart; about one is just noticed. */
    private static final double LEAST_GREY = 4;
    /** The same between neighbours of many classes of a quantity. */
    private static final double LEAST_GREY_OF_MANY = 3;
    /** More entries than these are classes of a quantity or have shapes of their own. */
    private static final int FEW = 5;

    private static final double[][] PROTANOPIA = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };

    private static final double[][] DEUTERANOPIA = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };

    @ParameterizedTest
    @ValueSource(strings = {"risk_zone-colourblind", "hazard_zone-colourblind"})
    void neighbouringLevelsOfTheColourBlindSafeStylesAreTold(String style) {
        List<double[]> levels = levels(style);
        assertThat(levels).hasSize(4);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(difference(levels.get(i - 1), levels.get(i))).isGreaterThan(LEAST);
            assertThat(difference(simulated(levels.get(i - 1)), simulated(levels.get(i))))
                    .as("level %d under deuteranopia", i)
                    .isGreaterThan(LEAST);
        }
    }

    @Test
    void rampsThatAreSaidToBeSafeAreSafeInFourClasses() {
        for (ColourRamp ramp : ColourRamp.values()) {
            if (ramp.colourBlindSafe()) {
                List<String> colours = ramp.colours(4, false);
                for (int i = 1; i < colours.size(); i++) {
                    assertThat(difference(simulated(linear(colours.get(i - 1))), simulated(linear(colours.get(i)))))
                            .as("%s, class %d", ramp, i)
                            .isGreaterThan(LEAST);
                }
            }
        }
    }

    @Test
    void redAndGreenOfEqualLightnessWouldFail() {
        assertThat(difference(simulated(linear("#c08000")), simulated(linear("#90a000"))))
                .isLessThan(difference(linear("#c08000"), linear("#90a000")) / 2);
    }

    /** Every shipped style in the usual colours. */
    static List<String> usual() throws IOException {
        return ShippedStylesTest.files().stream()
                .map(file -> file.getFileName().toString().replace(".sld", ""))
                .filter(name -> ColourScheme.ofStyle(name) == ColourScheme.STANDARD)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("usual")
    void everyStyleIsToldByWhoSeesNoRedOrNoGreenAndOnAGreyPrint(String style) {
        List<Drawn> blind = drawn(ColourScheme.COLOURBLIND.named(style));
        List<Drawn> print = drawn(ColourScheme.PRINT.named(style));
        for (int i = 0; i < blind.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (blind.get(i).sameShape(blind.get(j))) {
                    double[] a = blind.get(i).shown();
                    double[] b = blind.get(j).shown();
                    // classes of a quantity: what lies next to each other in the legend
                    boolean many = blind.size() > FEW || style.equals("dem");
                    double least = many ? LEAST_OF_MANY : LEAST_SHOWN;
                    if (blind.size() <= FEW || j == i - 1) {
                        String pair =
                                blind.get(j).title() + " – " + blind.get(i).title();
                        assertThat(difference(simulated(a, DEUTERANOPIA), simulated(b, DEUTERANOPIA)))
                                .as("deuteranopia, " + pair)
                                .isGreaterThan(least);
                        assertThat(difference(simulated(a, PROTANOPIA), simulated(b, PROTANOPIA)))
                                .as("protanopia, " + pair)
                                .isGreaterThan(least);
                        double grey = Math.abs(
                                lab(print.get(i).shown())[0] - lab(print.get(j).shown())[0]);
                        assertThat(grey)
                                .as("lightness in print, " + pair)
                                .isGreaterThan(many ? LEAST_GREY_OF_MANY : LEAST_GREY);
                    }
                }
            }
        }
    }

    @Test
    void theUsualLevelsAreNotSafeInGrey() {
        List<Drawn> levels = drawn("crowd_level");
        assertThat(Math.abs(lab(levels.get(1).shown())[0] - lab(levels.get(3).shown())[0]))
                .isLessThan(LEAST_GREY);
    }

    /**
     * What a legend entry looks like.
     *
     * @param shape all that is not colour
     * @param shown linear RGB of its first colour on white paper
     */
    private record Drawn(String title, String shape, double[] shown) {
        boolean sameShape(Drawn other) {
            return shape.equals(other.shape) && shown != null && other.shown != null;
        }
    }

    private static List<Drawn> drawn(String style) {
        List<Drawn> result = new ArrayList<>();
        for (LegendEntry entry : LegendEntry.of(Styles.shipped(style))) {
            StringBuilder shape = new StringBuilder();
            double[] first = null;
            for (org.geotools.api.style.Symbolizer symbolizer : entry.rule().symbolizers()) {
                Fill fill = null;
                Stroke stroke = null;
                if (symbolizer instanceof PolygonSymbolizer polygon) {
                    fill = polygon.getFill();
                    stroke = polygon.getStroke();
                    shape.append("area ")
                            .append(
                                    fill != null && fill.getGraphicFill() != null
                                            ? fill.getGraphicFill().graphicalSymbols()
                                            : "");
                } else if (symbolizer instanceof LineSymbolizer line) {
                    stroke = line.getStroke();
                    shape.append("line ").append(stroke.dashArray()).append(stroke.getGraphicStroke());
                } else if (symbolizer instanceof PointSymbolizer point) {
                    for (var symbol : point.getGraphic().graphicalSymbols()) {
                        if (symbol instanceof Mark mark) {
                            fill = mark.getFill();
                            shape.append("mark ").append(mark.getWellKnownName());
                        } else if (symbol instanceof ExternalGraphic drawing) {
                            shape.append(drawing.getURI());
                        }
                    }
                }
                if (stroke != null) {
                    shape.append(stroke.getWidth());
                }
                double[] colour = fill != null && fill.getGraphicFill() == null
                        ? onPaper(fill.getColor(), fill.getOpacity())
                        : stroke == null ? null : onPaper(stroke.getColor(), stroke.getOpacity());
                first = first == null ? colour : first;
            }
            result.add(new Drawn(entry.chinese(), shape.toString(), first));
        }
        return result;
    }

    private static double[] onPaper(Expression colour, Expression opacity) {
        if (!(colour instanceof Literal)) {
            return null;
        }
        Double share = opacity == null ? null : opacity.evaluate(null, Double.class);
        double alpha = share == null ? 1 : share;
        int rgb = Integer.parseInt(colour.toString().substring(1), 16);
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            mixed |= (int) Math.round(255 * (1 - alpha) + (rgb >> shift & 255) * alpha) << shift;
        }
        return linear(String.format("#%06x", mixed));
    }

    private static List<double[]> levels(String style) {
        List<double[]> result = new ArrayList<>();
        for (LegendEntry entry : LegendEntry.of(Styles.shipped(style))) {
            entry.rule().symbolizers().stream()
                    .filter(PolygonSymbolizer.class::isInstance)
                    .map(symbolizer -> ((PolygonSymbolizer) symbolizer).getFill())
                    .filter(fill -> fill != null && fill.getColor() != null)
                    .findFirst()
                    .ifPresent(fill -> result.add(linear(fill.getColor().toString())));
        }
        return result;
    }

    /** Linear RGB of {@code #rrggbb}. */
    private static double[] linear(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        double[] result = new double[3];
        for (int i = 0; i < 3; i++) {
            double value = (rgb >> 16 - 8 * i & 255) / 255.0;
            result[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        return result;
    }

    private static double[] simulated(double[] rgb) {
        return simulated(rgb, DEUTERANOPIA);
    }

    private static double[] simulated(double[] rgb, double[][] eye) {
        double[] result = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                result[i] += eye[i][j] * rgb[j];
            }
            result[i] = Math.max(0, Math.min(1, result[i]));
        }
        return result;
    }

    private static double difference(double[] a, double[] b) {
        double[] first = lab(a);
        double[] second = lab(b);
        return Math.sqrt(Math.pow(first[0] - second[0], 2)
                + Math.pow(first[1] - second[1], 2)
                + Math.pow(first[2] - second[2], 2));
    }

    /** CIE L*a*b* under D65. */
    private static double[] lab(double[] rgb) {
        double x = root((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
        double y = root(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
        double z = root((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double root(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
}
