package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/** The corpus of damaged, odd and hostile files: each opens with what it holds, or is refused in one sentence. */
class GeoPackageCorpusTest {
    private static final Path CORPUS = Path.of("../shared/data/bad");

    /** What the index demands beyond "opens or is refused". */
    private static final Map<String, String> REFUSED = Map.of(
            "bad_magic", "data.gpkg-not-sqlite",
            "contents_is_view", "data.gpkg-not-geopackage",
            "format_version_9", "data.gpkg-newer-sqlite",
            "gzip_named", "data.gpkg-is-gzip",
            "html_error_page", "data.gpkg-is-web-page",
            "schema_garbage_sql", "data.gpkg-damaged",
            "trunc_50pct", "data.gpkg-truncated",
            "zip_named", "data.gpkg-is-zip");

    /** Files of which a layer cannot be read to its end, and says so. */
    private static final Set<String> PARTLY = Set.of(
            "bitflip_04",
            "bitflip_08",
            "bitflip_09",
            "bitflip_10",
            "bitflip_11",
            "layer_is_bomb_view",
            "page6_zeroed",
            "view_zeroblob_bomb");

    @TempDir
    Path folder;

    private static List<NamedCsvRecord> index(String format) throws IOException {
        assumeTrue(Files.exists(CORPUS.resolve("INDEX.csv")));
        List<NamedCsvRecord> result = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(CORPUS.resolve("INDEX.csv"))) {
            csv.stream().filter(row -> row.getField("format").equals(format)).forEach(result::add);
        }
        return result;
    }

    @Test
    @Timeout(300)
    void everyGeoPackageOpensOrIsRefused() throws Exception {
        for (NamedCsvRecord row : index("gpkg")) {
            String file = row.getField("file");
            if (!Files.exists(CORPUS.resolve("gpkg").resolve(file))) {
                continue;
            }
            Path copy = Samples.copy(CORPUS.resolve("gpkg").resolve(file), Files.createTempDirectory(folder, "g"));
            String name = file.replace(".gpkg", "");
            byte[] before = Files.readAllBytes(copy);
            long began = System.nanoTime();
            String outcome = outcome(copy);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).as(name).isLessThan(Duration.ofSeconds(30));
            if (REFUSED.containsKey(name)) {
                assertThat(outcome).as(name).isEqualTo(REFUSED.get(name));
            } else {
                assertThat(outcome).as(name).startsWith(PARTLY.contains(name) ? "partly" : "opened");
            }
            boolean usesLog =
                    Files.exists(CORPUS.resolve("gpkg").resolve(file + "-wal")) || name.contains("transaction");
            if (!usesLog) {
                assertThat(Files.readAllBytes(copy)).as(name + " unchanged").isEqualTo(before);
            }
        }
    }

    @Test
    void everyFuzzedDatabaseIsRefusedInOneSentence() throws Exception {
        for (NamedCsvRecord row : index("sqlite-fuzz")) {
            String file = row.getField("file");
            if (!Files.exists(CORPUS.resolve("sqlite-fuzz").resolve(file))) {
                continue;
            }
            Path copy = folder.resolve(file.replace(".db", ".gpkg"));
            Files.copy(CORPUS.resolve("sqlite-fuzz").resolve(file), copy);
            byte[] before = Files.readAllBytes(copy);
            assertThat(outcome(copy)).as(file).startsWith("data.gpkg-");
            assertThat(Files.readAllBytes(copy)).as(file + " unchanged").isEqualTo(before);
        }
    }

    /** How opening and reading goes: the refusal's key, or "opened", or "partly" with the key of what stopped it. */
    private static String outcome(Path file) throws Exception {
        try (GeoPackage gpkg = GeoPackage.open(file, true)) {
            String result = "opened";
            for (String layer : gpkg.dataStore().getTypeNames()) {
                try {
                    readAll(gpkg, layer);
                } catch (RiskMapException e) {
                    assertThat(e.userMessage().text(Language.ENGLISH)).doesNotContain("\n");
                    result = "partly " + e.userMessage().key();
                }
            }
            return result;
        } catch (RiskMapException e) {
            assertThat(e.userMessage().text(Language.ENGLISH))
                    .contains(file.toString())
                    .doesNotContain("\n");
            return e.userMessage().key();
        }
    }

    private static void readAll(GeoPackage gpkg, String layer) throws IOException {
        SimpleFeatureSource source = gpkg.dataStore().getFeatureSource(layer);
        int count = source.getCount(Query.ALL);
        int seen = 0;
        try (SimpleFeatureIterator features = source.getFeatures().features()) {
            while (features.hasNext()) {
                features.next();
                seen++;
            }
        }
        assertThat(seen).as(layer).isEqualTo(count);
    }

    @Test
    void anIndexThatLacksRowsHidesNoFeature() throws Exception {
        for (String name : List.of("rtree_missing_rows", "rtree_no_triggers", "rtree_shadow_corrupt")) {
            Path source = CORPUS.resolve("gpkg").resolve(name + ".gpkg");
            assumeTrue(Files.exists(source));
            try (GeoPackage gpkg = GeoPackage.open(Samples.copy(source, folder), true)) {
                Query window = new Query("layer", ECQL.toFilter("BBOX(geom, -179, -89, 179, 89)"));
                assertThat(gpkg.dataStore().getFeatureSource("layer").getCount(window))
                        .as(name)
                        .isEqualTo(10);
            }
        }
    }

    @Test
    void aBrokenIndexIsMadeWholeByTheFirstChange() throws Exception {
        for (String name : List.of("rtree_missing_rows", "rtree_no_triggers")) {
            Path source = CORPUS.resolve("gpkg").resolve(name + ".gpkg");
            assumeTrue(Files.exists(source));
            try (GeoPackage gpkg = GeoPackage.open(Samples.copy(source, folder), false)) {
                var store = (org.geotools.api.data.SimpleFeatureStore)
                        gpkg.dataStore().getFeatureSource("layer");
                String first = Samples.read(gpkg, "layer").get(0).getID();
                store.removeFeatures(ECQL.toFilter("IN ('" + first + "')"));
                assertThat(gpkg.verify(Progress.silent())).as(name).isEmpty();
                assertThat(store.getCount(Query.ALL)).isEqualTo(9);
            }
        }
    }

    @Test
    void curvesSurviveAnEditOfTheirAttributes() throws Exception {
        Path source = CORPUS.resolve("gpkg").resolve("curves.gpkg");
        assumeTrue(Files.exists(source));
        Path copy = Samples.copy(source, folder);
        try (GeoPackage gpkg = GeoPackage.open(copy, false)) {
            List<Object[]> before = blobs(gpkg);
            var store =
                    (org.geotools.api.data.SimpleFeatureStore) gpkg.dataStore().getFeatureSource("layer");
            String attribute = store.getSchema().getAttributeDescriptors().stream()
                    .filter(descriptor -> descriptor.getType().getBinding() == String.class)
                    .findFirst()
                    .orElseThrow()
                    .getLocalName();
            store.modifyFeatures(attribute, "改", org.geotools.api.filter.Filter.INCLUDE);
            try (var writer =
                    gpkg.dataStore().getFeatureWriter("layer", org.geotools.api.data.Transaction.AUTO_COMMIT)) {
                while (writer.hasNext()) {
                    writer.next().setAttribute(attribute, "再");
                    writer.write();
                }
            }
            List<Object[]> after = blobs(gpkg);
            for (int i = 0; i < before.size(); i++) {
                assertThat(Arrays.deepEquals(before.get(i), after.get(i))).isTrue();
            }
            assertThat(Samples.read(gpkg, "layer"))
                    .allMatch(feature -> feature.getAttribute(attribute).equals("再"));
        }
    }

    private static List<Object[]> blobs(GeoPackage gpkg) {
        return gpkg.dataStore()
                .layers()
                .database()
                .read(connection -> Sql.rows(connection, "SELECT geom FROM layer ORDER BY rowid"));
    }

    @Test
    void aForeignTriggerOrUnknownExtensionMakesALayerReadOnly() throws Exception {
        for (String name : List.of(
                "trigger_delete_all",
                "trigger_exfil_copy",
                "trigger_load_extension",
                "trigger_recursive",
                "unknown_extension_rw",
                "pk_none")) {
            Path source = CORPUS.resolve("gpkg").resolve(name + ".gpkg");
            assumeTrue(Files.exists(source));
            try (GeoPackage gpkg = GeoPackage.open(Samples.copy(source, folder), false)) {
                assertThat(gpkg.dataStore().getFeatureSource("layer"))
                        .as(name)
                        .isNotInstanceOf(org.geotools.api.data.SimpleFeatureStore.class);
                assertThat(gpkg.layers().get(0).readOnlyReason().text()).contains("layer");
            }
        }
    }
}
