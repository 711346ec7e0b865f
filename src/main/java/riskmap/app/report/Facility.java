package riskmap.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.LayerRows;
import riskmap.base.Progress;
import riskmap.data.Field;
import riskmap.data.LayerKind;

/**
 * A facility inside a zone.
 *
 * @param kind key of its layer kind
 * @param name its name
 * @param town the town it lies in
 * @param level of the zone
 * @param size people, beds or places; not a number when unknown
 * @param basis what the size counts
 */
record Facility(String kind, String name, String town, int level, double size, String basis) {
    /** Which field says how many people a facility of a kind stands for. */
    private static final Map<String, String> SIZES = Map.of(
            "school", "students",
            "hospital", "beds",
            "crowded_place", "capacity",
            "shelter", "capacity_people",
            "hazardous_site", "people_within_500m",
            "reservoir", "downstream_people",
            "village", "population");

    /** The facilities of a layer inside zones of the two highest levels. */
    static List<Facility> inZones(
            ReportContext context, ZoneLevels zones, String kind, String layer, Progress progress) {
        LayerRows rows =
                LayerRows.read(context.workspace().features(layer), progress).in(zones.crs(), progress);
        String field = SIZES.getOrDefault(kind, "people");
        double[] sizes = rows.hasAttribute(field) ? rows.numbers(field) : null;
        String[] names = rows.hasAttribute("name") ? rows.texts("name") : new String[rows.size()];
        String[] stated = rows.hasAttribute("town") ? rows.texts("town") : new String[rows.size()];
        String basis = sizes == null ? "–" : basis(context, layer, field);
        List<Facility> found = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.geometry(row) == null) {
                continue;
            }
            Point centre = rows.geometry(row).getCentroid();
            int level = zones.level(centre.getX(), centre.getY());
            if (level >= 3) {
                String town = zones.town(centre.getX(), centre.getY());
                found.add(new Facility(
                        kind,
                        names[row] == null || names[row].isBlank() ? rows.id(row) : names[row],
                        town != null ? town : stated[row] == null ? "–" : stated[row],
                        level,
                        sizes == null ? Double.NaN : sizes[row],
                        basis));
            }
        }
        return found;
    }

    private static String basis(ReportContext context, String layer, String field) {
        return context.workspace().kind(layer).map(LayerKind::fields).stream()
                .flatMap(List::stream)
                .filter(known -> known.key().equals(field))
                .map(Field::title)
                .map(title -> title.in(context.language()))
                .findFirst()
                .orElse(field);
    }
}
