package riskmap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.io.Format;
import riskmap.io.Formats;
import riskmap.io.GridFormat;
import riskmap.io.StandardLayers;
import riskmap.io.VectorFormat;
import riskmap.io.WriteOptions;

/**
 * Good files of every format, damaged in many ways: cut off, bits turned, numbers made huge or not finite, pieces twice or
 * gone. Each opens or is refused in a sentence; none brings the program down, holds it up, or needs more than half a
 * gigabyte. More of them with {@code -Driskmap.mutations=500}; the same seed makes the same files.
 */
class MutatedFilesTest {
    private static final int EACH = Integer.getInteger("riskmap.mutations", 8);
    private static final long SEED = Long.getLong("riskmap.seed", 20_260_101L);
    /** What numbers in text files are made. */
    private static final String[] NUMBERS = {
        "1e999", "-1e999", "NaN", "99999999999999999999", "-1", "", "2147483647", "0x7f", "4294967295", "1e-400"
    };

    @TempDir
    Path folder;

    @Test
    void damagedFilesOpenOrAreRefusedInASentence() throws Exception {
        List<String> problems = new ArrayList<>();
        Random random = new Random(SEED);
        int done = 0;
        try (BadFileProcess process = new BadFileProcess(folder.resolve("worker"))) {
            for (Path good : goodFiles()) {
                for (int i = 0; i < EACH; i++) {
                    Path home = Files.createDirectories(folder.resolve("m"));
                    Path damaged = damage(good, home, random);
                    BadFileProcess.Answer answer =
                            process.ask(good.getFileName().toString().replaceAll(".*\\.", ""), damaged);
                    String problem = problem(answer);
                    if (!problem.isEmpty()) {
                        keep(home, good, i);
                        problems.add(good.getFileName() + " " + i + ": " + problem);
                    }
                    delete(home);
                    done++;
                }
            }
        }
        assertThat(problems).isEmpty();
        assertThat(done).isGreaterThanOrEqualTo(11 * EACH);
    }

    private static String problem(BadFileProcess.Answer answer) {
        JsonNode facts = answer.facts();
        List<String> found = new ArrayList<>(List.of(
                answer.failure(),
                facts.path("unexpected").asText(),
                facts.path("connections").isEmpty() ? "" : "connects"));
        for (JsonNode refusal : facts.path("refusals")) {
            String text = refusal.asText();
            found.add(text.contains("\n") || text.isBlank() ? "not one line: " + text : "");
        }
        found.removeIf(String::isEmpty);
        return String.join("; ", found);
    }

    /** A damaged file is kept where it can be looked at. */
    private static void keep(Path home, Path good, int number) throws IOException {
        Path kept = Files.createDirectories(Path.of("target/mutated"));
        try (Stream<Path> files = Files.list(home)) {
            for (Path file : files.toList()) {
                Files.write(
                        kept.resolve(number + "-" + good.getFileName() + "-" + file.getFileName()),
                        Files.readAllBytes(file));
            }
        }
    }

    private static void delete(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Files of every format that is written, and small ones of those that are only read. */
    private List<Path> goodFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        SimpleFeatureCollection layer = StandardLayers.all().get("holes");
        for (Format format : Formats.all()) {
            String name = "good." + format.extensions().get(0);
            Path file = Files.createDirectories(folder.resolve("good-" + format.id()))
                    .resolve(name);
            if (format instanceof VectorFormat vectors && format.writes()) {
                vectors.write(file, layer, WriteOptions.standard(), Progress.silent());
            } else if (format instanceof GridFormat grids) {
                GridGeometry geometry = new GridGeometry(40, 30, 500_000, 4_140_000, 10, 10, Crs.of(4550));
                float[] cells = new float[geometry.cellCount()];
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = i % 7 == 0 ? Float.NaN : i;
                }
                grids.write(file, new Grid(geometry, cells), Progress.silent());
            } else {
                Files.writeString(
                        file,
                        switch (format.id()) {
                            case "gpx" -> gpx();
                            case "gml" -> gml();
                            default -> dxf();
                        });
            }
            files.add(file);
        }
        Path zip = folder.resolve("good.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Path file : List.copyOf(files).subList(1, 4)) {
                out.putNextEntry(new ZipEntry(file.getFileName().toString()));
                out.write(Files.readAllBytes(file));
            }
        }
        files.add(zip);
        return files;
    }

    private static String gpx() {
        StringBuilder text =
                new StringBuilder("<?xml version=\"1.0\"?><gpx version=\"1.1\"><trk><name>路</name><trkseg>");
        for (int i = 0; i < 20; i++) {
            text.append("<trkpt lat=\"37.")
                    .append(i)
                    .append("\" lon=\"122.")
                    .append(i)
                    .append("\"><ele>3</ele></trkpt>");
        }
        return text + "</trkseg></trk><wpt lat=\"37.5\" lon=\"122.1\"><name>甲</name></wpt></gpx>";
    }

    private static String gml() {
        StringBuilder text = new StringBuilder(
                "<?xml version=\"1.0\"?><gml:FeatureCollection" + " xmlns:gml=\"http://www.opengis.net/gml/3.2\">");
        for (int i = 0; i < 20; i++) {
            text.append("<gml:featureMember><a gml:id=\"a" + i + "\"><geom><gml:Point srsName=\""
                    + "urn:ogc:def:crs:EPSG::4326\"><gml:pos>37." + i + " 122." + i
                    + "</gml:pos></gml:Point></geom><name>甲</name></a></gml:featureMember>");
        }
        return text + "</gml:FeatureCollection>";
    }

    private static String dxf() {
        StringBuilder text =
                new StringBuilder("0\nSECTION\n2\nBLOCKS\n0\nBLOCK\n2\nB1\n10\n0\n20\n0\n0\nCIRCLE\n8\n层\n");
        text.append("10\n1\n20\n1\n40\n5\n0\nENDBLK\n0\nENDSEC\n0\nSECTION\n2\nENTITIES\n");
        for (int i = 0; i < 10; i++) {
            text.append("0\nLINE\n8\n层\n10\n").append(500_000 + i).append("\n20\n4140000\n11\n500100\n21\n4140100\n");
            text.append(
                    "0\nINSERT\n8\n层\n2\nB1\n10\n500000\n20\n4140000\n41\n2\n42\n2\n70\n2\n71\n2\n44\n10\n45\n10\n");
        }
        return text + "0\nENDSEC\n0\nEOF\n";
    }

    /** A copy of the file with its companions, one of which is damaged. */
    private static Path damage(Path good, Path home, Random random) throws IOException {
        List<Path> parts;
        try (Stream<Path> beside = Files.list(good.getParent())) {
            parts = beside.filter(Files::isRegularFile)
                    .filter(path -> path.equals(good) || !good.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        }
        Path victim = random.nextInt(3) > 0 ? good : parts.get(random.nextInt(parts.size()));
        for (Path part : parts) {
            byte[] bytes = Files.readAllBytes(part);
            int times = 1 + random.nextInt(3);
            for (int i = 0; part.equals(victim) && i < times; i++) {
                bytes = mutate(bytes, random);
            }
            Files.write(home.resolve(part.getFileName().toString()), bytes);
        }
        return home.resolve(good.getFileName().toString());
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        if (bytes.length < 4) {
            return new byte[random.nextInt(40)];
        }
        byte[] result = bytes.clone();
        // headers are where counts and offsets are
        int at = random.nextInt(random.nextBoolean() ? Math.min(200, bytes.length - 3) : bytes.length - 3);
        switch (random.nextInt(8)) {
            case 0:
                return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1:
                result[at] ^= (byte) (1 << random.nextInt(8));
                return result;
            case 2:
                java.util.Arrays.fill(result, at, Math.min(bytes.length, at + 1 + random.nextInt(8)), (byte) 0xff);
                return result;
            case 3:
                java.util.Arrays.fill(result, at, Math.min(bytes.length, at + 1 + random.nextInt(64)), (byte) 0);
                return result;
            case 4:
                result[at] = (byte) (random.nextBoolean() ? 0x7f : 0x80);
                return result;
            case 5:
                return spliced(bytes, at, Math.min(bytes.length - at, 1 + random.nextInt(200)), random.nextInt(3) * 40);
            case 6:
                return renumbered(bytes, random);
            default:
                random.nextBytes(result);
                System.arraycopy(bytes, 0, result, 0, at);
                return result;
        }
    }

    /** A piece taken out and put back so many times. */
    private static byte[] spliced(byte[] bytes, int at, int length, int times) {
        byte[] result = new byte[bytes.length - length + times * length];
        System.arraycopy(bytes, 0, result, 0, at);
        for (int i = 0; i < times; i++) {
            System.arraycopy(bytes, at, result, at + i * length, length);
        }
        System.arraycopy(bytes, at + length, result, at + times * length, bytes.length - at - length);
        return result;
    }

    /** A number of a text file made another. */
    private static byte[] renumbered(byte[] bytes, Random random) {
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        java.util.regex.Matcher numbers =
                java.util.regex.Pattern.compile("-?\\d+(?:\\.\\d+)?").matcher(text);
        int from = random.nextInt(text.length());
        if (!numbers.find(from)) {
            return bytes;
        }
        String other = NUMBERS[random.nextInt(NUMBERS.length)];
        String changed = text.substring(0, numbers.start()) + other + text.substring(numbers.end());
        return changed.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
