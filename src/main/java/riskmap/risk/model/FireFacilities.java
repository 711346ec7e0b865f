package riskmap.risk.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.LayerRows;

/** Fire lanes and water stores by state of building; a row without a state, or of a layer without states, is built. */
final class FireFacilities {
    private FireFacilities() {}

    /** The shapes of what is built. */
    static List<Geometry> built(LayerRows rows) {
        return of(rows, Set.of("built"));
    }

    /** The shapes of rows in one of these states. */
    static List<Geometry> of(LayerRows rows, Set<String> states) {
        String[] state = rows.texts("state");
        List<Geometry> shapes = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            boolean counts = state[row] == null || states.contains(state[row]);
            if (counts && rows.geometry(row) != null) {
                shapes.add(rows.geometry(row));
            }
        }
        return shapes;
    }

    /** Which states count: what is built, or also what is being built, or all that is planned. */
    static Set<String> states(String counted) {
        return switch (counted) {
            case "planned" -> Set.of("built", "building", "planned");
            case "building" -> Set.of("built", "building");
            default -> Set.of("built");
        };
    }
}
