package riskmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static riskmap.geo.Grids.SILENT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.geo.raster.Grid;
import riskmap.geo.terrain.WaterFlow;

/** Catchments beside those of GRASS r.watershed, where it is installed. */
@Tag("slow")
class GrassComparisonTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 260;

    @TempDir
    Path folder;

    /** Valleys that fall to the south, with a little noise. */
    private static Grid hills() {
        Random random = new Random(11);
        Grid grid = Grid.filled(Grids.geometry(WIDTH, HEIGHT), 0);
        for (int i = 0; i < grid.cells().length; i++) {
            double x = i % WIDTH;
            double y = i / WIDTH;
            grid.cells()[i] = (float) (400
                    - 0.8 * y
                    + 25 * Math.cos(x / 22 + Math.sin(y / 30))
                    + 2 * Math.sin(y / 9 + x / 13)
                    + 0.02 * random.nextDouble());
        }
        return grid;
    }

    @Test
    void theLargestCatchmentsHaveTheSameArea() throws Exception {
        assumeTrue(Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "grass"))));
        Grid ground = hills();
        double[] theirs = watershed(ground);
        WaterFlow flow = WaterFlow.of(ground, SILENT);
        List<Integer> rivers = IntStream.range(0, theirs.length)
                .filter(cell -> flow.accumulation()[cell] > 2000 && inside(cell))
                .filter(cell -> flow.surface().cells()[cell] == ground.cells()[cell])
                .boxed()
                .sorted(Comparator.comparingInt(cell -> -flow.accumulation()[cell]))
                .toList();
        assertThat(rivers).hasSizeGreaterThan(100);
        List<Double> differences = new ArrayList<>();
        for (int cell : rivers) {
            double least = 1;
            for (int row = -2; row <= 2; row++) {
                for (int column = -2; column <= 2; column++) {
                    double there = Math.abs(theirs[cell + row * WIDTH + column]);
                    least = Math.min(least, Math.abs(there / flow.accumulation()[cell] - 1));
                }
            }
            differences.add(least);
        }
        // within depressions, where GRASS searches the least cost and we flow over the filled flat, courses differ
        long same = differences.stream().filter(difference -> difference < 0.02).count();
        assertThat((double) same / differences.size()).isGreaterThan(0.9);
    }

    private static boolean inside(int cell) {
        int column = cell % WIDTH;
        int row = cell / WIDTH;
        return column > 5 && row > 5 && column < WIDTH - 6 && row < HEIGHT - 6;
    }

    /** Accumulation by r.watershed, single direction. */
    private double[] watershed(Grid ground) throws Exception {
        StringBuilder text = new StringBuilder("north: %d\nsouth: 0\neast: %d\nwest: 0\nrows: %d\ncols: %d\n"
                .formatted(10 * HEIGHT, 10 * WIDTH, HEIGHT, WIDTH));
        for (int i = 0; i < ground.cells().length; i++) {
            text.append(ground.cells()[i]).append(i % WIDTH == WIDTH - 1 ? '\n' : ' ');
        }
        Files.writeString(folder.resolve("dem.txt"), text);
        Files.writeString(
                folder.resolve("job.sh"),
                """
                set -e
                r.in.ascii input=dem.txt output=dem --q
                g.region raster=dem
                r.watershed -s elevation=dem accumulation=acc --q
                r.out.ascii -h input=acc output=acc.txt precision=0 --q
                """);
        run("grass", "-c", "XY", "place", "-e");
        run("grass", "place/PERMANENT", "--exec", "bash", "job.sh");
        return Stream.of(Files.readString(folder.resolve("acc.txt")).trim().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("out.txt")))
                .isZero();
    }
}
