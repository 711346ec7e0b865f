package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;

/** Clipping repairs what it cuts, and passes by what lies apart. */
class ClipFeaturesTest {
    @Test
    void brokenFeaturesAreRepairedWhereTheyMeetTheAreas() {
        var features = Layers.of("features", Polygon.class, "name:String")
                .row("POLYGON((0 0, 10 10, 10 0, 0 10, 0 0))", "bow tie half inside")
                .row("POLYGON((1000 0, 1010 10, 1010 0, 1000 10, 1000 0))", "bow tie apart")
                .row("POLYGON((1 20, 2 20, 2 21, 1 21, 1 20))", "inside")
                .row("POLYGON((500 0, 510 0, 510 10, 500 10, 500 0))", "apart")
                .source();
        var areas = Layers.of("areas", Polygon.class, "name:String")
                .row("POLYGON((-5 -5, 5 -5, 5 30, -5 30, -5 -5))", "area")
                .source();
        Operation clip = Operations.byId("clip");
        Output.Features output = (Output.Features) clip.run(
                new Inputs(
                        Map.of("features", new LayerData.Features(features), "areas", new LayerData.Features(areas))),
                ParameterValues.of(clip.parameters(), Map.of()),
                Progress.silent());
        List<SimpleFeature> pieces = Layers.list(output.features());
        assertThat(pieces)
                .extracting(piece -> piece.getAttribute("name"))
                .containsExactly("bow tie half inside", "inside");
        assertThat(((Geometry) pieces.get(0).getDefaultGeometry()).getArea()).isCloseTo(25, within(1e-9));
        assertThat(((Geometry) pieces.get(1).getDefaultGeometry()).getArea()).isCloseTo(1, within(1e-9));
        assertThat(output.notes()).hasSize(1);
        assertThat(output.notes().get(0).arguments()).contains(1, 4);
    }
}
