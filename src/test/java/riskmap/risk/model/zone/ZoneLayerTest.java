package riskmap.risk.model.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Progress;
import riskmap.risk.model.SampleDistrict;

/** Zones of levels at the edge of the district, where cells lie partly within. */
class ZoneLayerTest {
    private static final double CELL = 10;

    /** A coast that cuts slantwise through cells: the centres of some lie at sea. */
    private static StudyArea slantingCoast() {
        Polygon town = new GeometryFactory().createPolygon(new Coordinate[] {
            new Coordinate(SampleDistrict.X, SampleDistrict.Y),
            new Coordinate(SampleDistrict.X + 1000, SampleDistrict.Y + 137),
            new Coordinate(SampleDistrict.X + 760, SampleDistrict.Y + 1000),
            new Coordinate(SampleDistrict.X + 20, SampleDistrict.Y + 900),
            new Coordinate(SampleDistrict.X, SampleDistrict.Y)
        });
        return StudyArea.of(
                new Inputs(Map.of(
                        "town",
                        Layers.of("town", Polygon.class, "name:String")
                                .row(town, "甲")
                                .data())),
                CELL,
                Progress.silent());
    }

    @Test
    void cornersOfCellsWhoseCentresLieOutsideAreNoZonesOfTheirOwn() {
        StudyArea area = slantingCoast();
        float[] scores = new float[area.lattice().cellCount()];
        int outside = 0;
        for (int cell = 0; cell < scores.length; cell++) {
            // nothing is known of cells at sea: their score is none
            scores[cell] = area.townOfCell(cell) >= 0 ? 0.6f : 0;
            outside += area.isActive(cell) && area.townOfCell(cell) < 0 ? 1 : 0;
        }
        assertThat(outside).isGreaterThan(50);
        ZoneLayer zones = ZoneLayer.of(area, scores, score -> score >= 0.5f ? 3 : 1, 1000, Progress.silent());
        assertThat(zones.pieces()).hasSize(1);
        assertThat(zones.pieces().get(0).value()).isEqualTo((byte) 3);
        assertThat(zones.pieces().get(0).polygon().getArea())
                .isCloseTo(area.towns().geometry(0).getArea(), within(1e-6));
    }

    @Test
    void whatIsKnownToBeWorseAtTheEdgeStays() {
        StudyArea area = slantingCoast();
        float[] scores = new float[area.lattice().cellCount()];
        for (int cell = 0; cell < scores.length; cell++) {
            scores[cell] = area.townOfCell(cell) >= 0 ? 0.3f : 0.9f;
        }
        ZoneLayer zones = ZoneLayer.of(area, scores, score -> score >= 0.8f ? 4 : 2, 0, Progress.silent());
        assertThat(zones.pieces()).extracting(piece -> (int) piece.value()).contains(2, 4);
    }

    @Test
    void theMostFrequentLevelAroundCountsAndTheHigherOfTwo() {
        StudyArea area = slantingCoast();
        int width = area.lattice().width();
        float[] scores = new float[area.lattice().cellCount()];
        for (int cell = 0; cell < scores.length; cell++) {
            scores[cell] = area.townOfCell(cell) < 0 ? 0 : cell % width < width / 2 ? 0.3f : 0.9f;
        }
        ZoneLayer zones =
                ZoneLayer.of(area, scores, score -> score >= 0.8f ? 4 : score >= 0.2f ? 2 : 1, 0, Progress.silent());
        assertThat(zones.pieces()).extracting(piece -> (int) piece.value()).containsOnly(2, 4);
        double sum = zones.pieces().stream()
                .mapToDouble(piece -> piece.polygon().getArea())
                .sum();
        assertThat(sum).isCloseTo(area.towns().geometry(0).getArea(), within(1e-6));
    }
}
