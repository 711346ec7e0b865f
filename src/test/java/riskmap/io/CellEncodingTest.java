package riskmap.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.io.raster.GeoTiffFormat;

/** Cells are written in the type and with the number for no data that another program asks for. */
class CellEncodingTest {
    private static final float NONE = Float.NaN;

    @TempDir
    private Path folder;

    private static Grid grid(float... cells) {
        return new Grid(new GridGeometry(cells.length, 1, 500000, 4150000, 10, 10, Crs.of(4550)), cells);
    }

    private Grid throughAFile(CellEncoding encoding, Grid grid) {
        Path file = folder.resolve("cells.tif");
        new GeoTiffFormat().write(file, grid, encoding, Progress.silent());
        assertThat(new GeoTiffFormat().encoding(file)).contains(encoding);
        return new GeoTiffFormat().read(file, ReadOptions.standard(), new ImportLog(), Progress.silent());
    }

    @ParameterizedTest
    @EnumSource(CellEncoding.Type.class)
    void eachTypeBringsBackWhatItHoldsAndWhatHasNoData(CellEncoding.Type type) {
        Grid grid = grid(0, 1, 200, NONE, 7);
        CellEncoding encoding = CellEncoding.of(type.toString(), "99");
        assertThat(encoding.heed(grid)).isEmpty();
        assertThat(throughAFile(encoding, grid).cells()).isEqualTo(grid.cells());
        assertThat(throughAFile(CellEncoding.of(type.toString(), null), grid).cells())
                .isEqualTo(grid.cells());
    }

    @Test
    void signsAndFractionsAreKeptWhereTheTypeHasThem() {
        assertThat(throughAFile(CellEncoding.of("int16", "-9999"), grid(-300, NONE, 12))
                        .cells())
                .containsExactly(-300, NONE, 12);
        assertThat(throughAFile(CellEncoding.of(null, "-9999"), grid(-1.25f, NONE, 0.1f))
                        .cells())
                .containsExactly(-1.25f, NONE, 0.1f);
        assertThat(throughAFile(CellEncoding.of("float64", null), grid(-1.25f, NONE, 0.1f))
                        .cells())
                .containsExactly(-1.25f, NONE, 0.1f);
    }

    @Test
    void wholeNumbersAreRoundedWhichIsTold() {
        CellEncoding encoding = CellEncoding.of("int32", null);
        assertThat(encoding.heed(grid(1.5f, -1.5f, 2, 2.4f)))
                .containsExactly(Message.of("io.cells-rounded", 3, CellEncoding.Type.INT32));
        assertThat(throughAFile(encoding, grid(1.5f, -1.5f, 2, 2.4f)).cells()).containsExactly(2, -2, 2, 2);
    }

    @Test
    void aRealValueThatStandsForNoneIsTold() {
        List<Message> told = CellEncoding.of("float32", "0").heed(grid(0, 3, NONE, 0));
        assertThat(told).containsExactly(Message.of("io.cells-as-none", 2, "0"));
        assertThat(told.get(0).text()).contains("2").contains("0");
    }

    @Test
    void whatATypeCannotHoldIsRefused() {
        assertThatThrownBy(() -> CellEncoding.of("byte", null).heed(grid(255, 256, -1)))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("2")
                .hasMessageContaining("byte");
        assertThatThrownBy(() -> CellEncoding.of("byte", "-9999")).hasMessageContaining("-9999");
        assertThatThrownBy(() -> CellEncoding.of("int16", "0.5")).hasMessageContaining("0.5");
        assertThatThrownBy(() -> CellEncoding.of("int16", "nan")).isInstanceOf(RiskMapException.class);
        assertThatThrownBy(() -> CellEncoding.of("complex", null))
                .hasMessageContaining("complex")
                .hasMessageContaining("float64");
    }
}
