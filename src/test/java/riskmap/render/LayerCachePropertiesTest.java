package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.render.Scenes.fill;
import static riskmap.render.Scenes.line;
import static riskmap.render.Scenes.paint;
import static riskmap.render.Scenes.style;
import static riskmap.render.Scenes.viewport;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.geotools.api.style.Style;
import riskmap.data.LayerData;

/** A picture kept up with edits is the picture a program started now would paint. */
class LayerCachePropertiesTest {
    private static final Style STYLE = style("<Rule><ogc:Filter><ogc:PropertyIsLessThan><ogc:PropertyName>v"
            + "</ogc:PropertyName><ogc:Literal>5</ogc:Literal></ogc:PropertyIsLessThan></ogc:Filter>"
            + fill("#2040C0") + line("#000000", 1) + "</Rule><Rule><ElseFilter/>" + fill("#E0A000")
            + line("#000000", 1) + "</Rule>");

    @Property(tries = 25)
    void afterAnyEditsThePictureIsThatOfAFreshStart(@ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int steps)
            throws IOException {
        Random random = new Random(seed);
        try (EditedLayer layer = new EditedLayer(random, 80, 200, 32)) {
            LayerData.Features data = layer.data();
            MapPainter kept = new MapPainter();
            paint(kept, viewport(200, 200), Scenes.layer(data, STYLE));
            for (int i = 0; i < steps; i++) {
                layer.edit(kept);
                if (random.nextInt(3) > 0 && i < steps - 1) {
                    continue;
                }
                BufferedImage now = paint(kept, viewport(200, 200), Scenes.layer(data, STYLE));
                BufferedImage fresh = paint(viewport(200, 200), Scenes.layer(data, STYLE));
                assertThat(Pictures.different(now, fresh, 0)).isZero();
            }
        }
    }
}
