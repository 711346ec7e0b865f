package riskmap.risk;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.data.Catalogue;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.risk.InputChecks.Finding;

/**
 * What is looked at in every layer a model reads, whatever the model: a coordinate reference system, rows, the ground of
 * the elevation or the towns, amounts that are not negative, numbers that are some, and rows that are there once. A
 * model's own checks go before: what they found is not told twice.
 *
 * <p>Only what makes numbers wrong keeps a run from starting: places without a reference system, which would be counted as
 * if they were in that of the others, whether or not the model needs the layer; and amounts that are negative or no number,
 * which would lower every sum they are in. An empty layer, or one that lies elsewhere, counts as nothing: it is told, and the user decides.
 */
final class LayerChecks {
    /** The fields that models add up or multiply, by kind: a negative one is no amount. */
    private static final Map<String, List<String>> AMOUNTS = Map.ofEntries(
            Map.entry("building", List.of("people")),
            Map.entry("village", List.of("population")),
            Map.entry("town", List.of("population", "elderly")),
            Map.entry("school", List.of("students")),
            Map.entry("hospital", List.of("beds")),
            Map.entry("shelter", List.of("capacity_people", "area_m2")),
            Map.entry("crowded_place", List.of("capacity", "area_m2", "peak_visitors", "daily_visitors")),
            Map.entry("hazardous_site", List.of("quantity_t", "critical_quantity_t", "pressure", "people_within_500m")),
            Map.entry("rescue_team", List.of("people")),
            Map.entry("supply_stock", List.of("quantity")),
            Map.entry("isolation_site", List.of("rooms")),
            Map.entry("flood_zone", List.of("depth_m", "return_period_years")),
            Map.entry("waterlogging_point", List.of("depth_m")),
            Map.entry("geohazard_site", List.of("volume", "threatened_people", "slope_height_m")));

    private final InputChecks checks;
    private final Set<String> told = new HashSet<>();

    LayerChecks(InputChecks checks) {
        this.checks = checks;
        for (Finding finding : checks.findings()) {
            told.add(finding.input() + " " + finding.message().key());
        }
    }

    void run(List<RiskModel.LayerNeed> needs) {
        Set<String> placed = new LinkedHashSet<>();
        for (RiskModel.LayerNeed need : needs) {
            String kind = need.kind();
            if (checks.inputs().has(kind)) {
                boolean grid = checks.inputs().isGrid(kind);
                if (grid ? placed(kind, checks.inputs().grid(kind).geometry()) : placed(kind)) {
                    placed.add(kind);
                }
                if (!grid) {
                    amounts(kind);
                    otherNumbers(kind);
                    if (kind.equals("town")) {
                        new TownChecks(checks, "town", "name").run(checks.rows(kind));
                    } else {
                        TwinRows.check(checks, kind);
                    }
                }
            }
        }
        scales(placed);
        String ground = placed.contains("dem") ? "dem" : "town";
        for (String kind : placed) {
            if (placed.contains(ground) && !kind.equals(ground) && !told(kind, "risk.check-no-overlap")) {
                checks.unlessOverlapping(ground, kind, message -> checks.warning(kind, message));
            }
        }
        if (placed.contains("dem")
                && placed.contains("town")
                && areInMetres(checks.inputs().grid("dem"))) {
            TownGround.check(checks);
        }
    }

    /** Areas and densities are measured in the plane of the towns, slopes and floods in that of the elevation. */
    private void scales(Set<String> placed) {
        if (placed.contains("town")) {
            LayerRows towns = checks.rows("town");
            ScaleCheck.run(checks, "town", towns.crs(), towns.extent(), false);
        }
        if (placed.contains("dem")) {
            GridGeometry cells = checks.inputs().grid("dem").geometry();
            ScaleCheck.run(checks, "dem", cells.crs(), cells.envelope(), true);
        }
    }

    private static boolean areInMetres(Grid dem) {
        CoordinateReferenceSystem crs = dem.geometry().crs();
        return crs != null && Crs.isInGroundMetres(crs);
    }

    /** Looks at rows and reference system; whether the layer has places that can be compared with others. */
    private boolean placed(String kind) {
        LayerRows rows = checks.rows(kind);
        if (rows.size() == 0) {
            if (!told(kind, "risk.check-empty")) {
                checks.warning(kind, Message.of("risk.check-empty", InputChecks.called(kind)));
            }
            return false;
        }
        if (rows.type().getGeometryDescriptor() == null) {
            return false;
        }
        if (rows.crs() == null && rows.withoutGeometry() < rows.size()) {
            nowhere(kind);
        }
        return rows.crs() != null && areDegrees(kind, rows.crs(), rows.extent());
    }

    /** Metres under the name of degrees lie nowhere: what is brought to metres from there fills the world. */
    private boolean areDegrees(String kind, CoordinateReferenceSystem crs, Envelope extent) {
        if (!Crs.isGeographic(crs) || InputChecks.canBeDegrees(extent)) {
            return true;
        }
        if (!told(kind, InputChecks.NO_DEGREES)) {
            checks.problem(kind, InputChecks.noDegrees(kind, crs, extent));
        }
        return false;
    }

    private boolean placed(String kind, GridGeometry lattice) {
        if (lattice.crs() == null) {
            nowhere(kind);
        }
        return lattice.crs() != null && areDegrees(kind, lattice.crs(), lattice.envelope());
    }

    private void nowhere(String kind) {
        if (!told(kind, "risk.check-no-crs")) {
            checks.problem(kind, Message.of("risk.check-no-crs", InputChecks.called(kind)));
        }
    }

    private void amounts(String kind) {
        if (!told(kind, "risk.check-negative")) {
            checks.notNegative(kind, AMOUNTS.getOrDefault(kind, List.of()).toArray(String[]::new));
        }
    }

    /** A value that is no number has no part in what a model computes from its field: told, wherever it does not refuse it. */
    private void otherNumbers(String kind) {
        Set<String> numbers = new LinkedHashSet<>();
        for (AttributeDescriptor attribute : checks.rows(kind).type().getAttributeDescriptors()) {
            if (Number.class.isAssignableFrom(attribute.getType().getBinding())) {
                numbers.add(attribute.getLocalName());
            }
        }
        Catalogue.standard().find(kind).ifPresent(known -> known.fields().stream()
                .filter(field -> Number.class.isAssignableFrom(field.type().binding()))
                .forEach(field -> numbers.add(field.key())));
        numbers.forEach(field -> checks.textsAmongNumbers(kind, field, message -> checks.warning(kind, message)));
    }

    private boolean told(String kind, String key) {
        return told.contains(kind + " " + key);
    }
}
