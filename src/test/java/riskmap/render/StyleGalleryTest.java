package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static riskmap.render.Scenes.PLANE;
import static riskmap.render.Scenes.features;
import static riskmap.render.Scenes.layer;
import static riskmap.render.Scenes.style;

import java.awt.image.BufferedImage;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every thing that a style can say is drawn as in {@code src/test/resources/riskmap/render/gallery}, which people looked
 * at. The pictures as they are now lie in {@code target/pictures/gallery}.
 */
class StyleGalleryTest {
    /** Of 9,216 pixels so many may differ: antialiasing of another processor. */
    private static final int MOST = 12;

    /** Smaller than elsewhere: drawing is the same on every machine, only letters may differ. */
    static final int TOLERANCE = 16;

    @TestFactory
    Stream<DynamicTest> everyMapLooksAsItDid() {
        return StyleGallery.scenes().stream()
                .map(scene -> DynamicTest.dynamicTest(scene.name(), () -> {
                    int different = Pictures.differentFromGolden(paint(scene), "gallery/" + scene.name(), TOLERANCE);
                    assumeTrue(!scene.text() || Letters.areThoseOfGoldens(), "letters are drawn otherwise here");
                    assertThat(different).isLessThanOrEqualTo(MOST);
                }));
    }

    private static BufferedImage paint(StyleGallery.Scene scene) {
        return Scenes.paint(scene.viewport(96), scene.layers().toArray(PaintLayer[]::new));
    }

    @Test
    void aSlightlyOtherWidthColourDashOrSizeWouldBeNoticed() {
        StyleGallery.Scene any = StyleGallery.scenes().get(0);
        String bend = StyleGallery.BEND;
        for (String[] pair : new String[][] {
            {Scenes.line("#2471A3", 6), Scenes.line("#2471A3", 7)},
            {Scenes.line("#2471A3", 1), Scenes.line("#2471A3", 1.5)},
            {Scenes.line("#2471A3", 6), Scenes.line("#2491C3", 6)},
            {dashed("10 4"), dashed("10 5")}
        }) {
            BufferedImage one =
                    Scenes.paint(any.viewport(96), layer(features(PLANE, bend, 1), style(StyleGallery.rule(pair[0]))));
            BufferedImage other =
                    Scenes.paint(any.viewport(96), layer(features(PLANE, bend, 1), style(StyleGallery.rule(pair[1]))));
            assertThat(Pictures.different(one, other, TOLERANCE)).as(pair[1]).isGreaterThan(MOST);
        }
    }

    private static String dashed(String dashes) {
        return "<LineSymbolizer>"
                + StyleGallery.stroke("stroke", "#A8322A", "stroke-width", "3", "stroke-dasharray", dashes)
                + "</LineSymbolizer>";
    }
}
