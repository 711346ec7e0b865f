package riskmap.risk.model.combined;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.geo.Parallel;
import riskmap.risk.model.count.Placement;
import riskmap.risk.model.result.Columns;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.model.zone.ZoneLayer;

/**
 * Shelters by town: how many people live there and in zones of level 3 and 4, how far (in a straight line, mean weighted
 * by people) the nearest shelter of any town is from their building, the capacity of the shelters in the town, and the
 * gap: people in zones of level 3 and 4 less capacity, at least 0.
 */
final class ShelterTable {
    private static final int THREATENED_FROM = 3;

    private ShelterTable() {}

    static Table of(StudyArea area, ZoneLayer zones, Map<String, Placement> places, Progress progress) {
        int towns = area.townNames().length;
        double[] people = new double[towns];
        double[] threatened = new double[towns];
        double[] weightedMetres = new double[towns];
        double[] capacity = new double[towns];
        int[] shelters = new int[towns];
        Placement shelterPlaces = places.get("shelter");
        if (shelterPlaces != null) {
            LayerRows rows = area.rows("shelter", progress);
            double[] capacities = rows.numbers("capacity_people");
            for (int i = 0; i < rows.size(); i++) {
                int town = shelterPlaces.town(i);
                if (town >= 0) {
                    shelters[town]++;
                    capacity[town] += Double.isNaN(capacities[i]) ? 0 : capacities[i];
                }
            }
        }
        Placement buildings = places.get("building");
        if (buildings != null) {
            LayerRows rows = area.rows("building", progress);
            double[] persons = rows.numbers("people");
            double[] metres = nearest(rows, buildings, area, progress);
            for (int i = 0; i < rows.size(); i++) {
                int town = buildings.town(i);
                if (town >= 0 && persons[i] > 0) {
                    people[town] += persons[i];
                    threatened[town] += buildings.level(i) >= THREATENED_FROM ? persons[i] : 0;
                    weightedMetres[town] += persons[i] * metres[i];
                }
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        for (int town = 0; town < towns; town++) {
            double mean = people[town] > 0 ? weightedMetres[town] / people[town] : Double.NaN;
            List<Object> row = new ArrayList<>();
            row.add(area.townNames()[town]);
            row.add(people[town]);
            row.add(threatened[town]);
            row.add(shelters[town]);
            row.add(capacity[town]);
            row.add(Double.isFinite(mean) ? mean : null);
            row.add(Math.max(0, threatened[town] - capacity[town]));
            rows.add(row);
        }
        return new Table(
                "shelter-by-town",
                Message.of("risk.table-shelter"),
                List.of(
                        Columns.column("town", "", 0),
                        Columns.column("people", "人", 0),
                        Columns.column("threatened", "人", 0),
                        Columns.column("shelters", "", 0),
                        Columns.column("capacity", "人", 0),
                        Columns.column("shelter-distance", "m", 0),
                        Columns.column("gap", "人", 0)),
                rows);
    }

    /** Distance from each building to the nearest shelter in metres; infinite when there is none. */
    private static double[] nearest(LayerRows rows, Placement buildings, StudyArea area, Progress progress) {
        double[] metres = new double[rows.size()];
        double[][] points = points(area, progress);
        Parallel.items(metres.length, 1024, progress, (from, to) -> {
            for (int i = from; i < to; i++) {
                double least = Double.POSITIVE_INFINITY;
                for (double[] point : points) {
                    double dx = point[0] - buildings.x(i);
                    double dy = point[1] - buildings.y(i);
                    least = Math.min(least, dx * dx + dy * dy);
                }
                metres[i] = Math.sqrt(least);
            }
        });
        return metres;
    }

    private static double[][] points(StudyArea area, Progress progress) {
        List<double[]> points = new ArrayList<>();
        if (area.has("shelter")) {
            LayerRows rows = area.rows("shelter", progress);
            for (int i = 0; i < rows.size(); i++) {
                if (rows.geometry(i) != null) {
                    Point centre = rows.geometry(i).getCentroid();
                    points.add(new double[] {centre.getX(), centre.getY()});
                }
            }
        }
        return points.toArray(new double[0][]);
    }
}
