package riskmap.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Progress;
import riskmap.geo.Crs;
import riskmap.geo.Grid;
import riskmap.geo.GridGeometry;

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
}
