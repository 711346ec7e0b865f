package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

class BufferFeaturesTest {
    @Test
    void dissolvedBuffersAreOneFeatureAlsoWhereTheyDoNotMeet() {
        var points = Layers.of("p", Point.class)
                .row("POINT (0 0)")
                .row("POINT (5 0)")
                .row("POINT (500 0)");
        List<Geometry> shapes = Layers.shapes(
                Layers.run("buffer", Map.of("features", points.data()), "distance", "10", "dissolve", "true"));
        assertThat(shapes).hasSize(1);
        assertThat(shapes.get(0).getNumGeometries()).isEqualTo(2);
    }

    /** The area without any straightening is 20 286.26 m²; straightened by the usual hundredth it is 20 297.17. */
    @Test
    void aWindingLineIsNotStraightenedBeforeItIsOffset() {
        var road = Layers.of("road", LineString.class)
                .row("LINESTRING (421328.413 4142263.547, 421343.002 4142278.774, 421359.094 4142291.395, "
                        + "421375.042 4142304.265, 421392.989 4142313.668, 421411.411 4142322.247, "
                        + "421433.639 4142324.228)");
        List<Geometry> shapes = Layers.shapes(Layers.run("buffer", Map.of("features", road.data()), "distance", "50"));
        assertThat(shapes.get(0).getArea()).isCloseTo(20_286.256, within(0.01));
    }
}
