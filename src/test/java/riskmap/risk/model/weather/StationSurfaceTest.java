package riskmap.risk.model.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Progress;
import riskmap.geo.raster.GridGeometry;

/** Stations whose values are laid over a district. */
class StationSurfaceTest {
    private static final GridGeometry LATTICE = new GridGeometry(10, 10, 0, 100, 10, 10, null);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void severalStationsInOnePlaceCountAsOneOfTheirMeanValueAndAreTold(boolean kriging) {
        StationSurface apart = others();
        apart.add("A", place(25, 25), 20);
        StationSurface together = others();
        together.add("A", place(25, 25), 15);
        together.add("B", place(25, 25), 18);
        together.add("C", place(25, 25), 27);
        assertThat(together.grid(kriging, LATTICE, Progress.silent()).cells())
                .containsExactly(apart.grid(kriging, LATTICE, Progress.silent()).cells(), within(1e-4f));
        assertThat(apart.notes()).isEmpty();
        List<Message> notes = together.notes();
        assertThat(notes).hasSize(1);
        assertThat(notes.get(0).key()).isEqualTo("risk.note-stations-together");
        assertThat(notes.get(0).arguments()).containsExactly(NameList.of(List.of("A", "B", "C")), "20");
    }

    private static StationSurface others() {
        StationSurface surface = new StationSurface(2);
        surface.add("D", place(85, 15), 10);
        surface.add("E", place(15, 85), 30);
        surface.add("F", place(75, 95), 12);
        surface.add("G", place(55, 45), 22);
        return surface;
    }

    private static Point place(double x, double y) {
        return new GeometryFactory().createPoint(new Coordinate(x, y));
    }
}
