package riskmap.io.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;

/** GeoTIFF files hold every bit of a grid, whether its tiles are compressed or only stored. */
class GeoTiffFormatTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 270;

    @TempDir
    Path folder;

    private interface Cell {
        float at(int column, int row);
    }

    private Path write(String name, Cell cell) {
        Path file = folder.resolve(name);
        new GeoTiffFormat().write(file, grid(cell), Progress.silent());
        return file;
    }

    private static Grid grid(Cell cell) {
        float[] cells = new float[WIDTH * HEIGHT];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell.at(i % WIDTH, i / WIDTH);
        }
        return new Grid(new GridGeometry(WIDTH, HEIGHT, 500_000, 4_150_000, 10, 10, Crs.of(4550)), cells);
    }

    private static Grid read(Path file) {
        return new GeoTiffFormat().read(file, ReadOptions.standard(), new ImportLog(), Progress.silent());
    }

    @Test
    void noiseAndVoidsComeBackAsTheyWere() throws IOException {
        Random random = new Random(7);
        float[] noise = new float[WIDTH * HEIGHT];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = i % 11 == 3 ? Float.NaN : Float.intBitsToFloat(random.nextInt() & 0xbf7fffff);
        }
        Path file = write("noise.tif", (column, row) -> noise[row * WIDTH + column]);
        assertThat(read(file).cells()).isEqualTo(noise);
        assertThat(Files.size(file)).as("not blown up").isLessThan(4L * WIDTH * HEIGHT + 20_000);
    }

    @Test
    void plainsAreCompressedAndTilesDecideEachForThemselves() throws IOException {
        Cell half = (column, row) -> column < 256 ? (row / 16) % 4 : (float) Math.sin(column * 12.9898 + row * 78.233);
        Path file = write("half.tif", half);
        assertThat(read(file).cells()).isEqualTo(grid(half).cells());
        assertThat(Files.size(write("plain.tif", (column, row) -> row / 40 % 4)))
                .isLessThan(12_000);
    }

    @Test
    void aGridThatWouldNotGetMuchSmallerIsWrittenAsItIs() throws IOException {
        Cell distance = (column, row) -> 10 * (float) Math.hypot(column - 150.3, row - 130.7);
        Path file = write("distances.tif", distance);
        assertThat(Files.size(file)).isGreaterThan(4L * WIDTH * HEIGHT);
        assertThat(read(file).cells()).isEqualTo(grid(distance).cells());
    }

    @Test
    void aGridOfNoiseIsWrittenAsItIsAndReadByOthers() throws IOException {
        Random random = new Random(8);
        float[] noise = new float[WIDTH * HEIGHT];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = i % 97 == 5 ? Float.NaN : random.nextFloat();
        }
        Path file = write("slopes.tif", (column, row) -> noise[row * WIDTH + column]);
        byte[] bytes = Files.readAllBytes(file);
        // the first cell stands behind the eight bytes of the head, the others in order behind it
        ByteBuffer cells = ByteBuffer.wrap(bytes, 8, 4 * noise.length).order(ByteOrder.LITTLE_ENDIAN);
        float[] there = new float[noise.length];
        cells.asFloatBuffer().get(there);
        assertThat(there).isEqualTo(noise);
        assertThat(read(file).geometry()).isEqualTo(grid((column, row) -> 0).geometry());
    }

    @Test
    void codesTakeAByteEachAndComeBackAsTheyWere() throws IOException {
        Random random = new Random(9);
        float[] codes = new float[WIDTH * HEIGHT];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = i % 13 == 4 ? Float.NaN : random.nextInt(255);
        }
        Path file = write("codes.tif", (column, row) -> codes[row * WIDTH + column]);
        assertThat(read(file).cells()).isEqualTo(codes);
        assertThat(Files.size(file))
                .as("a byte each, in four tiles that are not made larger")
                .isBetween((long) WIDTH * HEIGHT, 4L * 256 * 256 + 2_000);
    }

    @Test
    void oneCellThatIsNoCodeKeepsAllAsTheyAre() {
        for (float odd : new float[] {255, 256, -1, -0f, 1.5f, Float.POSITIVE_INFINITY, 16_777_216, -1e30f}) {
            Cell cell = (column, row) -> row == HEIGHT - 1 && column == WIDTH - 1 ? odd : column == 0 ? Float.NaN : 3;
            float[] back = read(write("odd" + odd + ".tif", cell)).cells();
            assertThat(Float.floatToRawIntBits(back[back.length - 1])).isEqualTo(Float.floatToRawIntBits(odd));
            assertThat(back).isEqualTo(grid(cell).cells());
        }
    }

    @Test
    void whereCellsLieIsToldWithoutReadingThem() throws IOException {
        Path file = write("tall.tif", (column, row) -> (float) Math.sin(column * 12.9898 + row * 78.233));
        byte[] bytes = Files.readAllBytes(file);
        assertThat(lattice(file)).isEqualTo(read(file).geometry());
        // the cells are spoilt and the tags, which stand behind them, are not
        Arrays.fill(bytes, 8, 8 + 4 * WIDTH * HEIGHT / 2, (byte) 0xff);
        Files.write(file, bytes);
        assertThat(lattice(file)).isEqualTo(grid((column, row) -> 0).geometry());
    }

    @Test
    void whatIsNoGeoTiffSaysNothingOfWhereCellsLie() throws IOException {
        Path file = Files.writeString(folder.resolve("text.tif"), "not a raster");
        assertThatThrownBy(() -> lattice(file))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("text.tif");
        Path cut = write("cut.tif", (column, row) -> row);
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 100));
        assertThatThrownBy(() -> lattice(cut))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("cut.tif");
    }

    private static GridGeometry lattice(Path file) {
        return new GeoTiffFormat().lattice(file, ReadOptions.standard(), new ImportLog(), Progress.silent());
    }
}
