package riskmap.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.style.ExternalGraphic;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Mark;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Symbolizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At small scales, where pictures have no room, kinds of places are told apart by the shape and colour of a plain mark. */
class SmallSignsTest {
    /** Colours nearer than this, in RGB, are of one tone. */
    private static final double ONE_TONE = 50;

    /** The largest wall sheet of a district: its signs are twice as large as those of the same scale on a desk. */
    private static final double WALL = 150_000;

    private record Sign(String style, String shape, Color colour) {
        boolean isLike(Sign other) {
            int red = colour.getRed() - other.colour.getRed();
            int green = colour.getGreen() - other.colour.getGreen();
            int blue = colour.getBlue() - other.colour.getBlue();
            return shape.equals(other.shape) && Math.sqrt(red * red + green * green + blue * blue) < ONE_TONE;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {200_000, 260_000, 400_000})
    void noTwoKindsOfPlacesHaveTheSameMark(double denominator) throws IOException {
        List<Sign> signs = new ArrayList<>();
        for (String style : LevelContrastTest.usual()) {
            signs.addAll(marks(style, denominator));
        }
        assertThat(signs).hasSizeGreaterThan(15);
        List<String> alike = new ArrayList<>();
        for (int i = 0; i < signs.size(); i++) {
            for (int k = 0; k < i; k++) {
                if (signs.get(i).isLike(signs.get(k))) {
                    alike.add(signs.get(k) + " and " + signs.get(i));
                }
            }
        }
        assertThat(alike).isEmpty();
    }

    /** The plain marks that stand for pictures at a scale: of rules that are for some scales only. */
    private static List<Sign> marks(String style, double denominator) {
        List<Sign> signs = new ArrayList<>();
        for (FeatureTypeStyle part : Styles.shipped(style).featureTypeStyles()) {
            for (Rule rule : part.rules()) {
                boolean drawn =
                        rule.getMinScaleDenominator() <= denominator && denominator < rule.getMaxScaleDenominator();
                if (drawn && rule.getMinScaleDenominator() > 0) {
                    for (Symbolizer symbolizer : rule.symbolizers()) {
                        if (symbolizer instanceof PointSymbolizer point
                                && point.getGraphic().graphicalSymbols().get(0) instanceof Mark mark) {
                            signs.add(sign(style, point, mark));
                        }
                    }
                }
            }
        }
        return signs;
    }

    private static Sign sign(String style, PointSymbolizer point, Mark mark) {
        Color fill = mark.getFill().getColor().evaluate(null, Color.class);
        boolean hollow = fill.equals(Color.WHITE);
        Color tone = hollow ? mark.getStroke().getColor().evaluate(null, Color.class) : fill;
        Double turned = point.getGraphic().getRotation().evaluate(null, Double.class);
        String shape = mark.getWellKnownName().evaluate(null, String.class)
                + (turned == null || turned == 0 ? "" : " turned by " + turned)
                + (hollow ? ", hollow" : "");
        return new Sign(style, shape, tone);
    }

    /** Marks are for maps of small scale on a desk; a sheet on a wall has room for pictures. */
    @Test
    void aWallSheetOfTheDistrictShowsPicturesAndNoPlainMarks() throws IOException {
        int pictures = 0;
        for (String style : LevelContrastTest.usual()) {
            assertThat(marks(style, WALL)).as(style).isEmpty();
            for (FeatureTypeStyle part : Styles.shipped(style).featureTypeStyles()) {
                for (Rule rule : part.rules()) {
                    boolean drawn = rule.getMinScaleDenominator() <= WALL && WALL < rule.getMaxScaleDenominator();
                    pictures += drawn
                                    && rule.symbolizers().stream()
                                            .anyMatch(one -> one instanceof PointSymbolizer point
                                                    && point.getGraphic()
                                                                    .graphicalSymbols()
                                                                    .get(0)
                                                            instanceof ExternalGraphic)
                            ? 1
                            : 0;
                }
            }
        }
        assertThat(pictures).isGreaterThan(25);
    }
}
