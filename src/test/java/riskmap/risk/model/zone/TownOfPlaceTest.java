package riskmap.risk.model.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Progress;
import riskmap.risk.model.SampleDistrict;

class TownOfPlaceTest {
    private static final Progress SILENT = Progress.silent();

    @Test
    void isTheTownThatTheExactQuestionFindsAlsoAtTheBoundaries() {
        for (double cellSize : new double[] {10, 25, 400}) {
            StudyArea area = StudyArea.of(SampleDistrict.inputs(1), cellSize, SILENT);
            TownOfPlace quick = new TownOfPlace(area, SILENT);
            Random random = new Random(1);
            var lattice = area.lattice();
            boolean outside = false;
            for (int i = 0; i < 5000; i++) {
                double x = lattice.minX() + (1.2 * random.nextDouble() - 0.1) * (lattice.maxX() - lattice.minX());
                double y = lattice.minY() + (1.2 * random.nextDouble() - 0.1) * (lattice.maxY() - lattice.minY());
                assertThat(quick.at(x, y)).isEqualTo(area.townAt(x, y));
                outside |= area.townAt(x, y) < 0;
            }
            assertThat(outside).isTrue();
            for (Geometry town : area.towns().geometries()) {
                for (Coordinate at : town.getCoordinates()) {
                    double x = at.x + random.nextInt(3) - 1;
                    double y = at.y + random.nextInt(3) - 1;
                    assertThat(quick.at(x, y)).isEqualTo(area.townAt(x, y));
                }
            }
        }
    }

    @Test
    void everyCellOfAPlaceInATownIsActive() {
        StudyArea area = StudyArea.of(SampleDistrict.inputs(1), 25, SILENT);
        for (int cell = 0; cell < area.lattice().cellCount(); cell++) {
            int column = cell % area.lattice().width();
            int row = cell / area.lattice().width();
            boolean inTown =
                    area.townAt(area.lattice().x(column), area.lattice().y(row)) >= 0;
            assertThat(area.isActive(cell) || !inTown).isTrue();
        }
    }

    @Test
    void eachOfFortyThousandAreasHasTheCellsInIt() {
        int across = 200;
        GeometryFactory factory = new GeometryFactory();
        Layers parcels = Layers.of("town", Polygon.class, "name:String");
        for (int i = 0; i < across * across; i++) {
            double x = SampleDistrict.X + 10 * (i % across);
            double y = SampleDistrict.Y + 10 * (i / across);
            parcels.row(factory.toGeometry(new Envelope(x, x + 10, y, y + 10)), "#" + i);
        }
        StudyArea area = StudyArea.of(new Inputs(Map.of("town", parcels.data())), 10, SILENT);
        for (int i = 0; i < across * across; i++) {
            int cell = area.cellAt(SampleDistrict.X + 10 * (i % across) + 5, SampleDistrict.Y + 10 * (i / across) + 5);
            assertThat(area.townOfCell(cell)).isEqualTo(i);
        }
    }
}
