package riskmap.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.style.PolygonSymbolizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Neighbouring levels can be told apart, also by who sees no green and on a grey print: CIE 1976 colour differences of the
 * fills, deuteranopia as simulated by Machado, Oliveira and Fernandes (2009), severity 1.
 */
class LevelContrastTest {
    /** About five times what is seen side by side; swatches of a legend lie apart. */
    private static final double LEAST = 12;

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
        double[] result = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                result[i] += DEUTERANOPIA[i][j] * rgb[j];
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
