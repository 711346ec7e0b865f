package riskmap.risk.model.zone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** The cells of a raster a site stands for. */
class GridWindowTest {
    /** A place within the circle was taken for its middle: a site a metre from an edge started in the next cell. */
    @ParameterizedTest
    @CsvSource({"75, 101, 1", "75, 99, 1", "99.5, 100.4, 1", "100.4, 99.5, 2"})
    void aSmallCircleBetweenTheCentresOfCellsIsTheCellThatHoldsTheSite(double x, double y, int column) {
        GridGeometry lattice = GridGeometry.covering(new Envelope(0, 200, 0, 200), 50, Crs.of("EPSG:4550"));
        Geometry circle =
                new GeometryFactory().createPoint(new Coordinate(x, y)).buffer(20);
        int row = y > 100 ? 1 : 2;
        assertThat(GridWindow.cells(Grid.filled(lattice, 1), circle)).containsExactly(row * 4 + column);
    }
}
