package riskmap.geo.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.base.Progress;

/** Through a window, a feature has in common with an area what it has with the whole of it. */
class AreaWindowsPropertiesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Property(tries = 40)
    void cellsAndOutlinesHaveInCommonWithAnAreaWhatTheOverlayFinds(@ForAll long seed) {
        Random random = new Random(seed);
        double shift = 4_141_000.1;
        AreaWindows windows = new AreaWindows(AreaCutterPropertiesTest.area(random, 12, 400, shift));
        for (int i = 0; i < 15; i++) {
            double size = Math.pow(10, 1.3 - 3 * random.nextDouble());
            double x = shift + 30 * (random.nextDouble() - 0.5);
            double y = shift + 30 * (random.nextDouble() - 0.5);
            alike(windows, FACTORY.toGeometry(new Envelope(x, x + size, y, y + size)));
            alike(windows, AreaCutterPropertiesTest.star(random, 24, 3 + random.nextInt(30), shift, size));
        }
    }

    /** Vertices on whole numbers: sides of cells lie along borders of the area and of its holes, and corners on corners. */
    @Property(tries = 40)
    void cellsAlongBordersToo(@ForAll long seed) {
        Random random = new Random(seed);
        List<Geometry> boxes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int x = random.nextInt(40);
            int y = random.nextInt(40);
            boxes.add(FACTORY.toGeometry(new Envelope(x, x + 1 + random.nextInt(2), y, y + 1)));
        }
        AreaWindows windows = new AreaWindows(Coverage.union(boxes, Progress.silent()));
        for (int i = 0; i < 50; i++) {
            double x = random.nextInt(88) / 2.0 - 2;
            double y = random.nextInt(88) / 2.0 - 2;
            alike(windows, FACTORY.toGeometry(new Envelope(x, x + 1, y, y + 1)));
        }
    }

    private static void alike(AreaWindows windows, Geometry feature) {
        AreaWindows.Window window = windows.around(feature.getEnvelopeInternal());
        Geometry whole = windows.whole().shape();
        double expected = Overlay.intersection(feature, whole).getArea();
        // an overlay's own corners are rounded to 1e-9 of a unit there, a window's too
        double rounding = 1e-9 * feature.getArea() + 4e-9 * feature.getLength();
        assertThat(window.commonArea(feature)).as("%s %s", whole, feature).isCloseTo(expected, within(rounding));
        assertThat(Overlay.intersection(feature, window.shape()).getArea()).isCloseTo(expected, within(rounding));
        if (whole.covers(feature)) {
            assertThat(window.commonArea(feature)).isCloseTo(feature.getArea(), within(rounding));
        }
    }
}
