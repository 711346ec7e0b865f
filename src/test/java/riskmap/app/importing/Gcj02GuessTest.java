package riskmap.app.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.LayerAddress;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.geo.crs.Gcj02;

/** GCJ-02 is recognised by how the places of a source fit the layers of the project; nothing is moved because of it. */
class Gcj02GuessTest {
    private static final double WEST = 122.0;
    private static final double SOUTH = 37.3;
    private static final double SIZE = 0.2;

    @TempDir
    Path folder;

    private Workspace project;

    @BeforeEach
    void aDistrictWithRoadsAndFarms() throws IOException {
        project = Workspace.create(folder.resolve("区.gpkg"), "区", "EPSG:4550");
        bring("district", List.of("POLYGON((122 37.3,122.2 37.3,122.2 37.5,122 37.5,122 37.3))"));
        List<String> roads = new ArrayList<>();
        for (int i = 1; i < 10; i++) {
            double y = SOUTH + 0.02 * i;
            roads.add(String.format(Locale.ROOT, "LINESTRING(122.0 %.6f,122.1 %.6f,122.2 %.6f)", y, y + 0.004, y));
        }
        bring("road", roads);
        bring("animal_farm", points(farms(0)));
    }

    @AfterEach
    void close() {
        project.close();
    }

    private void bring(String kind, List<String> shapes) throws IOException {
        Path file = table(kind, shapes);
        Imports.run(ImportRequest.of(project.file(), file.toString()).into(kind, null), project, Progress.silent());
    }

    private Path table(String name, List<String> shapes) throws IOException {
        StringBuilder text = new StringBuilder(name + "序,wkt\n");
        for (int i = 0; i < shapes.size(); i++) {
            text.append(i).append(",\"").append(shapes.get(i)).append("\"\n");
        }
        return Files.writeString(folder.resolve(name + ".csv"), text);
    }

    private static List<String> points(List<double[]> places) {
        return places.stream()
                .map(at -> String.format(Locale.ROOT, "POINT(%.7f %.7f)", at[0], at[1]))
                .toList();
    }

    private static List<double[]> shifted(List<double[]> places) {
        return places.stream()
                .map(at -> {
                    double[] moved = at.clone();
                    Gcj02.fromWgs84().apply(moved, 1);
                    return moved;
                })
                .toList();
    }

    /** Farms that nobody named, each survey a few metres off. */
    private static List<double[]> farms(long survey) {
        Random place = new Random(5);
        Random off = new Random(survey);
        List<double[]> result = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            result.add(new double[] {
                WEST + 0.02 + place.nextDouble() * 0.16 + off.nextGaussian() * 3e-5,
                SOUTH + 0.02 + place.nextDouble() * 0.16 + off.nextGaussian() * 3e-5
            });
        }
        return result;
    }

    /** Places all over the district, as near its edge as a margin says. */
    private static List<double[]> everywhere(double margin) {
        List<double[]> result = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                double step = (SIZE - 2 * margin) / 11;
                result.add(new double[] {WEST + margin + i * step, SOUTH + margin + j * step});
            }
        }
        return result;
    }

    private Guess guess(String name, String kind, List<double[]> places) throws IOException {
        ImportRequest said = ImportRequest.of(project.file()).into(kind, null).withCrs("EPSG:4326");
        Path file = table(name, points(places));
        return ImportPreviews.of(new LayerAddress(file, ""), said, project, Progress.silent())
                .gcj02();
    }

    @Test
    void featuresOfTheSameKindTellByTheirDistance() throws IOException {
        Guess web = guess("养殖场二", "animal_farm", shifted(farms(2)));
        assertThat(web.value()).isEqualTo("gcj02");
        assertThat(web.reason().key()).isEqualTo("app.guess-gcj02-distance-shifted");
        assertThat(web.reason().arguments().get(0)).isEqualTo("30");
        assertThat(Integer.parseInt(web.reason().arguments().get(2).toString())).isBetween(300, 700);
        assertThat(Integer.parseInt(web.reason().arguments().get(3).toString())).isLessThan(12);
        Guess survey = guess("养殖场三", "animal_farm", farms(3));
        assertThat(survey.isFound()).isFalse();
        assertThat(survey.reason().key()).isEqualTo("app.guess-gcj02-distance-as-read");
    }

    @Test
    void whatLiesAtRoadsTellsByTheRoads() throws IOException {
        List<double[]> bridges = new ArrayList<>();
        for (int i = 1; i < 10; i++) {
            for (int j = 1; j < 5; j++) {
                bridges.add(new double[] {WEST + 0.02 * j, SOUTH + 0.02 * i + 0.0008 * j + 5e-5});
            }
        }
        Guess web = guess("桥", "bridge_tunnel", shifted(bridges));
        assertThat(web.value()).isEqualTo("gcj02");
        assertThat(web.reason().arguments().get(1).toString()).contains("road");
        assertThat(guess("桥", "bridge_tunnel", bridges).reason().key()).isEqualTo("app.guess-gcj02-distance-as-read");
    }

    @Test
    void theDistrictTellsByWhatIsOutside() throws IOException {
        Guess web = guess("点", null, shifted(everywhere(0.0005)));
        assertThat(web.value()).isEqualTo("gcj02");
        assertThat(web.reason().key()).isEqualTo("app.guess-gcj02-outside-shifted");
        assertThat(web.reason().arguments().get(3)).isEqualTo("0");
        Guess survey = guess("点", null, everywhere(0.0005));
        assertThat(survey.isFound()).isFalse();
        assertThat(survey.reason().key()).isEqualTo("app.guess-gcj02-outside-as-read");
    }

    @Test
    void whereBothFitAlikeNothingIsClaimed() throws IOException {
        for (List<double[]> places : List.of(everywhere(0.03), shifted(everywhere(0.03)))) {
            Guess guess = guess("点", null, places);
            assertThat(guess.isFound()).isFalse();
            assertThat(guess.reason().key()).isEqualTo("app.guess-gcj02-outside-unclear");
        }
        assertThat(guess("点", null, farms(1).subList(0, 4)).reason().key()).isEqualTo("app.guess-gcj02-unknown");
    }

    @Test
    void anImportSaysItAndMovesNothingUntilItIsTold() throws IOException {
        List<double[]> web = shifted(farms(2));
        Path file = table("养殖场二", points(web));
        ImportRequest request =
                ImportRequest.of(project.file(), file.toString()).into("animal_farm", "二");
        ImportOutcome asRead = Imports.run(request, project, Progress.silent()).get(0);
        assertThat(asRead.remarks()).extracting(riskmap.base.Message::key).contains("app.import-gcj02-likely");
        assertThat(metresFrom("二", farms(2).get(0))).isBetween(300.0, 700.0);
        ImportOutcome told = Imports.run(request.into("animal_farm", "三").withCrs("gcj02"), project, Progress.silent())
                .get(0);
        assertThat(told.remarks()).isEmpty();
        assertThat(metresFrom("三", farms(2).get(0))).isLessThan(1);
    }

    private double metresFrom(String layer, double[] place) throws IOException {
        double[] at = place.clone();
        riskmap.geo.crs.Crs.transform(riskmap.geo.crs.Crs.of(4326), riskmap.geo.crs.Crs.of(4550))
                .apply(at, 1);
        try (var rows = project.features(layer).getFeatures().features()) {
            Geometry first = (Geometry) rows.next().getDefaultGeometry();
            return Math.hypot(first.getCoordinate().x - at[0], first.getCoordinate().y - at[1]);
        }
    }
}
