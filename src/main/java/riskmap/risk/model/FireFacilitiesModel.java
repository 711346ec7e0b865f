package riskmap.risk.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import riskmap.analysis.Inputs;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.risk.Chart;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.model.fire.FireFacilitiesTables;
import riskmap.risk.model.fire.FireReach;
import riskmap.risk.model.fire.ForestBlocks;
import riskmap.risk.model.zone.StudyArea;

/**
 * How well the forest is equipped against fire: hectares by straight distance to the next water store and fire lane, forest
 * beyond their reach, how far the plan of stores and lanes is fulfilled, and the blocks the lanes divide the forest into.
 */
public final class FireFacilitiesModel implements RiskModel {
    static final String OWNER = "risk.fire-facilities";
    /** Memory of a cell. Measured: 350 MB are too little for 15 million cells. */
    private static final int BYTES_PER_CELL = 16;

    private static final String OWN = "own rule";

    @Override
    public String id() {
        return "fire-facilities";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public List<String> sources() {
        return List.of(
                "环翠区重大突发事件应急保障体系建设2022年工作方案 (9 stores, 21 km)",
                "LY/T 5007, LY/T 1679 (density of lanes; to be checked against the printed standard)");
    }

    @Override
    public List<LayerNeed> needs() {
        return List.of(
                new LayerNeed("town", true),
                new LayerNeed("forest_stand", true),
                new LayerNeed("fire_water_store", false),
                new LayerNeed("fire_lane", false),
                new LayerNeed("road", false));
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.of("fire_gap");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice(OWNER, "counted", "built", "built", "building", "planned"),
                Parameter.number(OWNER, "store-reach", "m", 1500, 1, 50_000).asUnverified(),
                Parameter.number(OWNER, "lane-reach", "m", 1000, 1, 50_000).asUnverified(),
                Parameter.bounded(OWNER, "distances", Parameter.Type.NUMBERS, "m", "500,1000,2000,3000,5000", 1.0, 1e6),
                Parameter.integer(OWNER, "planned-stores", "", 9, 0, 10_000),
                Parameter.number(OWNER, "planned-lanes", "km", 21, 0, 100_000),
                Parameter.of(OWNER, "roads-divide", Parameter.Type.BOOLEAN, "true"),
                Parameter.number(OWNER, "largest-block", "ha", 200, 0.1, 1e6).asUnverified(),
                Parameter.number(OWNER, "cell-size", "m", 20, 2, 500),
                Parameter.number(OWNER, "minimum-zone-area", "m²", 2000, 0, 1e8));
    }

    @Override
    public List<Formula> formulas() {
        return List.of(
                new Formula("fire-reach", "d = min √(Δx² + Δy²)", OWN, Evidence.RECOMPUTED),
                new Formula("plan-share", "p = n/N·100 %", OWN, Evidence.RECOMPUTED),
                new Formula("lane-density", "δ = L/A (m/ha)", "LY/T 5007", Evidence.UNVERIFIED));
    }

    @Override
    public void check(InputChecks checks) {
        StudyArea.check(checks, "town", BYTES_PER_CELL);
        checks.notEmpty("town")
                .projected("town")
                .notEmpty("forest_stand")
                .overlap("town", "forest_stand")
                .overlap("town", "fire_water_store")
                .overlap("town", "fire_lane")
                .notNegative("fire_lane", "length_m")
                .notNegative("fire_water_store", "volume_m3")
                .ascendingNumbers("distances");
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        if (!inputs.has("forest_stand")) {
            return RiskResult.nothing("risk.note-no-forest");
        }
        progress.report(0, Message.of("risk.step-area"));
        StudyArea area = StudyArea.of(inputs, values.number("cell-size"), progress.part(0, 0.1));
        if (area == null) {
            return RiskResult.nothing("risk.note-no-town");
        }
        progress.report(0.1, Message.of("risk.step-reach"));
        FireReach reach = new FireReach(area, values, progress.part(0.1, 0.5));
        progress.report(0.5, Message.of("risk.step-blocks"));
        ForestBlocks blocks = ForestBlocks.of(area, values, reach.forest(), progress.part(0.5, 0.7));
        progress.report(0.7, Message.of("risk.step-zones"));
        FireFacilitiesTables tables = new FireFacilitiesTables(area, values, reach, blocks, progress.part(0.7, 1));
        List<Message> notes = new ArrayList<>(tables.notes());
        notes.addAll(area.rows("forest_stand", progress).notes("forest_stand"));
        return new RiskResult(
                List.of(tables.gaps().features(), blocks.layer().features()),
                List.of(),
                tables.tables(),
                tables.proofs(),
                notes,
                tables.workings().lines(),
                List.of(
                        new Chart("forest-by-distance", Chart.Kind.BAR, "distance", List.of("to_store", "to_lane"))
                                .first(values.numbers("distances").length + 1),
                        new Chart("fire-gaps", Chart.Kind.BAR, "town", List.of("beyond_both"))));
    }
}
