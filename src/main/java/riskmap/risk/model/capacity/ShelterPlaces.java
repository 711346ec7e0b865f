package riskmap.risk.model.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/** The shelters with the places they have and how far people come to them. */
public final class ShelterPlaces {
    /** A shelter. */
    record Shelter(String name, String kind, double x, double y, int stated, int byArea, int capacity, double reach) {}

    private final List<Shelter> shelters = new ArrayList<>();
    private final List<Message> notes = new ArrayList<>();

    private ShelterPlaces() {}

    public static ShelterPlaces of(
            Inputs inputs, ParameterValues values, CoordinateReferenceSystem crs, Progress progress) {
        ShelterPlaces places = new ShelterPlaces();
        LayerRows rows = inputs.rows("shelter", progress).in(crs, progress);
        places.notes.addAll(rows.notes("shelter"));
        String[] names = rows.texts("name");
        String[] kinds = rows.texts("kind");
        double[] stated = rows.numbers("capacity_people");
        double[] area = rows.numbers("area_m2");
        Map<String, Double> perHead = values.weights("area-per-head");
        Map<String, Double> distances = values.weights("distances");
        String rule = values.text("capacity-rule");
        int unknownKind = 0;
        int withoutCapacity = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.geometry(row) == null) {
                continue;
            }
            Point centre = rows.geometry(row).getCentroid();
            // an unknown kind counts as an emergency shelter: the nearest reach, so that nobody is sent too far
            String kind = kinds[row] != null && distances.containsKey(kinds[row]) ? kinds[row] : "emergency";
            unknownKind += kind.equals(kinds[row]) ? 0 : 1;
            int fromSurvey = whole(stated[row]);
            int fromArea = whole(area[row] / perHead.getOrDefault(kind, 1.0));
            int capacity = capacity(rule, fromSurvey, fromArea);
            withoutCapacity += capacity < 0 ? 1 : 0;
            places.shelters.add(new Shelter(
                    rows.called(row, names[row]),
                    kind,
                    centre.getX(),
                    centre.getY(),
                    fromSurvey,
                    fromArea,
                    Math.max(0, capacity),
                    distances.getOrDefault(kind, 500.0)));
        }
        if (unknownKind > 0) {
            places.notes.add(Message.of("risk.note-shelter-kind", unknownKind, places.shelters.size()));
        }
        if (withoutCapacity > 0) {
            places.notes.add(Message.of("risk.note-shelter-capacity", withoutCapacity, places.shelters.size()));
        }
        return places;
    }

    private static int capacity(String rule, int stated, int byArea) {
        return switch (rule) {
            case "stated" -> stated;
            case "area" -> byArea;
            default -> stated < 0 ? byArea : byArea < 0 ? stated : Math.min(stated, byArea);
        };
    }

    private static int whole(double value) {
        return value >= 0 && Double.isFinite(value) ? (int) Math.min(Integer.MAX_VALUE / 4, Math.floor(value)) : -1;
    }

    List<Shelter> shelters() {
        return shelters;
    }

    int[] capacities() {
        return shelters.stream().mapToInt(Shelter::capacity).toArray();
    }

    public List<Message> notes() {
        return notes;
    }
}
