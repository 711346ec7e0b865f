package riskmap.fault;

import java.util.Map;
import java.util.Set;

/** What the collection's index asks of each kind of file, and the files of which it asks something of its own. */
final class BadFileExpectations {
    /** Features that must come in where the reference program does not count them, or counts wrongly. */
    private static final Map<String, Long> COUNTS = Map.ofEntries(
            // the index cuts the reference's list off; these are its sums
            Map.entry("ets_gdal_sample_v1.2_no_extensions.gpkg", 51L),
            Map.entry("ets_gdal_sample_view.gpkg", 66L),
            // the second table is not registered in the package
            Map.entry("qgis_test_json.gpkg", 10L),
            // a row marked as deleted is no row
            Map.entry("dbf_deleted_rows.shp", 1L));

    /** Valid, and rightly refused: there is nothing in them, or nothing that a map of the plane can hold. */
    private static final Set<String> NOTHING_TO_OPEN =
            Set.of("ets_empty.gpkg", "no_layers.gpkg", "multipatch.shp", "qgis_earth_size_sphere_4978.gpkg");

    /** Bad, and rightly opened without a word, for what is wrong with them is never used: with this many features. */
    private static final Map<String, Long> HARMLESS = Map.ofEntries(
            Map.entry("dup_ids.geojson", 3L),
            Map.entry("ids_0_1_null_1_null.json", 5L),
            Map.entry("utf16.geojson", 1L),
            Map.entry("bbox_nan_reversed.gpkg", 1L),
            // the flipped bit lies in a value; no program can know
            Map.entry("bitflip_00.gpkg", 3000L),
            Map.entry("geotools_cities_srs_84.gpkg", 5L),
            Map.entry("qgis_bug_gh30264_empty_layer_wrong_bbox.gpkg", 0L),
            // the EPSG code beside the unreadable definition says enough
            Map.entry("srs_garbage_wkt.gpkg", 1L),
            // unusual, but what it says is sound
            Map.entry("gpblob_big_endian_header.bin", 1L),
            Map.entry("rtree_missing_rows.gpkg", 10L),
            Map.entry("rtree_no_triggers.gpkg", 10L),
            Map.entry("wal_garbage.gpkg", 10L),
            Map.entry("wal_zero.gpkg", 10L));

    private BadFileExpectations() {}

    /** What is wrong with this outcome; empty when nothing is. */
    static String problem(BadFileCase found) {
        return switch (found.kind()) {
            case "OK-REFERENCE", "VALID-HARD", "MERGE-INPUT" -> valid(found);
            case "BAD" -> bad(found);
            default -> found.outcome().equals("refused") && found.message().isBlank() ? "refused without a word" : "";
        };
    }

    private static String valid(BadFileCase found) {
        if (NOTHING_TO_OPEN.contains(found.file()) && found.outcome().equals("refused")) {
            return found.message().isBlank() ? "refused without a word" : "";
        }
        if (!found.isOpened()) {
            return "valid, but " + found.outcome() + ": " + found.message();
        }
        long expected = COUNTS.getOrDefault(found.file(), found.expected());
        return expected >= 0 && expected != found.count() ? found.count() + " features of " + expected : "";
    }

    private static String bad(BadFileCase found) {
        if (found.outcome().equals("refused")) {
            return found.message().isBlank() ? "refused without a word" : "";
        }
        if (HARMLESS.containsKey(found.file())) {
            return HARMLESS.get(found.file()) == found.count() ? "" : found.count() + " features";
        }
        return found.outcome().equals("opened") ? "bad, but opened without a word" : "";
    }
}
