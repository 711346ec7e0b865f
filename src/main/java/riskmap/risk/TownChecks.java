package riskmap.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.geo.crs.Crs;
import riskmap.geo.overlay.Coverage;
import riskmap.geo.overlay.Overlay;
import riskmap.geo.overlay.Repair;

/**
 * What a table by town depends on and the layer of towns need not keep: each has a name of its own and an outline
 * that does not cross itself, and none lies on another. The totals hold either way, so it is told and does not keep a run from starting.
 */
final class TownChecks {
    /** Smaller overlaps are those of borders drawn twice. */
    private static final double TOLD_SQUARE_METRES = 10_000;

    private final InputChecks checks;
    private final String layer;
    private final String nameField;

    TownChecks(InputChecks checks, String layer, String nameField) {
        this.checks = checks;
        this.layer = layer;
        this.nameField = nameField;
    }

    void run(LayerRows towns) {
        names(towns);
        outlines(towns);
        boolean metres = towns.crs() != null && !Crs.isGeographic(towns.crs());
        if (metres && towns.dimension() != 0) {
            overlaps(towns);
        }
    }

    private void names(LayerRows towns) {
        Map<String, Integer> rowsOf = new LinkedHashMap<>();
        List<String> nameless = new ArrayList<>();
        String[] names = towns.texts(nameField);
        for (int row = 0; row < names.length; row++) {
            if (names[row] == null || names[row].isBlank()) {
                nameless.add(towns.id(row));
            } else {
                rowsOf.merge(names[row].strip(), 1, Integer::sum);
            }
        }
        List<String> alike = rowsOf.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .map(each -> each.getKey() + " × " + each.getValue())
                .toList();
        if (!alike.isEmpty()) {
            checks.warning(layer, Message.of("risk.check-towns-alike", InputChecks.some(alike)));
        }
        if (!nameless.isEmpty() && towns.hasAttribute(nameField)) {
            checks.warning(layer, Message.of("risk.check-towns-nameless", nameless.size(), InputChecks.some(nameless)));
        }
    }

    private void outlines(LayerRows towns) {
        List<String> wrong = new ArrayList<>();
        String[] names = towns.texts(nameField);
        for (int row = 0; row < towns.size(); row++) {
            Geometry outline = towns.geometry(row);
            if (outline != null && Repair.error(outline).isPresent()) {
                wrong.add(towns.called(row, names[row]));
            }
        }
        if (!wrong.isEmpty()) {
            checks.warning(layer, Message.of("risk.check-towns-invalid", wrong.size(), InputChecks.some(wrong)));
        }
    }

    private void overlaps(LayerRows towns) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < towns.size(); row++) {
            if (towns.geometry(row) != null && towns.geometry(row).getDimension() == 2) {
                rows.add(row);
            }
        }
        List<Geometry> areas = rows.stream().map(towns::geometry).collect(Collectors.toList());
        // linear in the number of vertices, and most towns share their borders
        Optional<Geometry> whole = Coverage.dissolve(areas);
        if (whole.isPresent()) {
            return;
        }
        int pairs = 0;
        double most = 0;
        int[] of = new int[2];
        for (int one = 0; one < areas.size(); one++) {
            for (int other = one + 1; other < areas.size(); other++) {
                Geometry first = areas.get(one);
                Geometry second = areas.get(other);
                if (first.getEnvelopeInternal().intersects(second.getEnvelopeInternal())) {
                    double common = Overlay.intersection(first, second).getArea();
                    pairs += common > TOLD_SQUARE_METRES ? 1 : 0;
                    if (common > most) {
                        most = common;
                        of = new int[] {rows.get(one), rows.get(other)};
                    }
                }
            }
        }
        if (pairs > 0) {
            String[] names = towns.texts(nameField);
            checks.warning(
                    layer,
                    Message.of(
                            "risk.check-towns-overlap",
                            pairs,
                            towns.called(of[0], names[of[0]]),
                            towns.called(of[1], names[of[1]]),
                            Workings.shown(Math.round(most / 1000) / 10.0)));
        }
    }
}
