package riskmap.risk.model.fire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.LayerRows;
import riskmap.risk.Conservation;

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

    /** The proof that every row of a layer is in one of three: it counts, its state does not count, it has no place. */
    static Conservation accounted(String kind, LayerRows rows, Set<String> states) {
        String[] state = rows.texts("state");
        int other = 0;
        int withoutPlace = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.geometry(row) == null) {
                withoutPlace++;
            } else if (state[row] != null && !states.contains(state[row])) {
                other++;
            }
        }
        int counted = of(rows, states).size();
        return counted(kind, "count", counted, other, withoutPlace, rows.size());
    }

    /** A proof in whole numbers. */
    static Conservation counted(
            String layer, String measure, long inside, long outside, long withoutGeometry, long total) {
        return new Conservation(
                layer,
                measure,
                BigDecimal.valueOf(inside),
                BigDecimal.valueOf(outside),
                BigDecimal.valueOf(withoutGeometry),
                BigDecimal.valueOf(total),
                0);
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
