package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static riskmap.risk.model.Ground.cell;
import static riskmap.risk.model.Ground.table;

import java.util.Arrays;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.data.Table;
import riskmap.geo.raster.Grid;
import riskmap.risk.Conservation;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.Workings;

/** Rivers, reservoirs and the sea over the ground of a valley. */
class InundationTest extends ValleyFloods {
    @Test
    void aRiverRisesOverItsValleyByTheStage() {
        RiskResult result = run(new InundationModel(), "stage", "2", "minimum-zone-area", "0");
        Grid depths = result.grids().get(0).grid();
        // three cells off the river the ground lies 1.5 m above it, but flows down the slope diagonally: a little less
        assertThat((double) depths.get(50, 100)).isEqualTo(2);
        assertThat((double) depths.get(53, 100)).isCloseTo(0.65, within(0.16));
        assertThat(depths.get(60, 100)).isNaN();
        assertThat(result.layers().get(0).size()).isPositive();
        double area = 0;
        for (SimpleFeature zone : Layers.list(result.layers().get(0))) {
            area += ((Geometry) zone.getDefaultGeometry()).getArea();
            assertThat(zone.getAttribute("town")).isIn("下村镇", "上村镇");
            assertThat(zone.getAttribute("water")).isEqualTo("河流");
        }
        int wet = 0;
        for (float depth : depths.cells()) {
            wet += depth > 0 ? 1 : 0;
        }
        assertThat(area).isCloseTo(wet * 100.0, within(1e-3));
    }

    @Test
    void whereZonesAndCellsDifferItIsSaidByHowMuch() {
        String whole = run(new InundationModel(), "stage", "2", "minimum-zone-area", "0")
                .notes()
                .toString();
        assertThat(whole).doesNotContain("note-zones-and-cells");
        RiskResult sieved = run(new InundationModel(), "stage", "2", "minimum-zone-area", "60000");
        Table areas = table(sieved, "flood-areas");
        double zones = 0;
        for (int town = 0; town < areas.rows().size(); town++) {
            zones += (double) cell(areas, town, "area_km2");
        }
        Table classes = table(sieved, "depth-classes");
        double cells = (double) cell(classes, 0, "exceeded_km2");
        assertThat(zones).isNotCloseTo(cells, within(0.001));
        assertThat(english(sieved))
                .contains(Message.of("risk.note-zones-and-cells", Workings.shown(zones), Workings.shown(cells))
                        .text(Language.ENGLISH));
    }

    @Test
    void withoutALayerOfTheSeaItIsSaidHowMuchOfTheFloodMayBeSea() {
        String sea = "There is no layer of the sea";
        assertThat(english(run(new InundationModel(), "stage", "2"))).noneMatch(note -> note.startsWith(sea));
        Grid low = valley();
        // the 100 southern rows of the valley's floor lie at 0 m or lower
        for (int cell = 0; cell < low.cells().length; cell++) {
            low.cells()[cell] -= 15;
        }
        layers.put("dem", new LayerData.Raster(low));
        assertThat(english(run(new InundationModel(), "stage", "2"))).anyMatch(note -> note.startsWith(sea));
        layers.put("sea", Layers.of("sea", Polygon.class, "name:String").data());
        assertThat(english(run(new InundationModel(), "stage", "2"))).noneMatch(note -> note.startsWith(sea));
    }

    @Test
    void waterOutsideTheTownsIsNoFloodOfTheDistrict() {
        layers.put(
                "town",
                Layers.of("town", Polygon.class, "name:String")
                        .row(box(0, 0, 1000, 1000), "下村镇")
                        .data());
        RiskResult result = run(new InundationModel(), "stage", "2", "minimum-zone-area", "0");
        double zones = (double) cell(table(result, "flood-areas"), 0, "area_km2");
        assertThat(zones).isPositive();
        assertThat((double) cell(table(result, "depth-classes"), 0, "exceeded_km2"))
                .isCloseTo(zones, within(1e-9));
        Grid depths = result.grids().get(0).grid();
        assertThat((double) depths.get(50, 150)).isEqualTo(2);
        assertThat(depths.get(50, 50)).as("north of the town").isNaN();
        assertThat(english(result))
                .anyMatch(note -> note.startsWith("Outside the towns another"))
                .noneMatch(note -> note.startsWith("Zones of depth cover"))
                .contains("Outside the towns another 1 buildings with 10 people stand in water: they are not counted");
        Table damage = table(result, "flood-damage");
        assertThat(damage.rows()).hasSize(1);
        assertThat(damage.rows().get(0).subList(0, 3)).containsExactly("下村镇", 0L, 0.0);
    }

    @Test
    void aTownWithoutElevationIsNotSaidToBeDry() {
        layers.put(
                "town",
                Layers.of("town", Polygon.class, "name:String")
                        .row(box(0, 0, 1000, 2000), "有高程镇")
                        .row(box(5000, 0, 6000, 2000), "无高程镇")
                        .row(box(700, 2000, 1000, 2400), "界外镇")
                        .data());
        RiskResult result = run(new InundationModel(), "stage", "2");
        Table areas = table(result, "flood-areas");
        assertThat((double) cell(areas, 0, "area_km2")).isPositive();
        assertThat(areas.rows().get(1)).containsExactly("无高程镇", null, null, null, null, null, null);
        Table damage = table(result, "flood-damage");
        assertThat(damage.rows().get(0).subList(0, 3)).containsExactly("有高程镇", 1L, 10.0);
        assertThat(damage.rows().get(1)).containsExactly("无高程镇", null, null, null, null, null);
        RiskModel model = new InundationModel();
        ParameterValues values = ParameterValues.of(model.parameters(), Map.of());
        assertThat(InputChecks.of(model, new Inputs(layers), values, Progress.silent())
                        .findings())
                .noneMatch(InputChecks.Finding::fatal)
                .extracting(finding -> finding.message().text(Language.CHINESE))
                .anyMatch(text -> text.startsWith("2 个镇街没有完整的高程") && text.contains("无高程镇 0%、界外镇 0%"));
    }

    @Test
    void aTownWithHalfItsElevationIsNamedBeforeThoseWithNone() {
        var towns = Layers.of("town", Polygon.class, "name:String");
        for (int i = 0; i < 7; i++) {
            towns.row(box(5000 + 100 * i, 0, 5100 + 100 * i, 100), "界外镇" + i);
        }
        layers.put("town", towns.row(box(500, 0, 1500, 2000), "半边镇").data());
        RiskModel model = new InundationModel();
        assertThat(InputChecks.of(
                                model,
                                new Inputs(layers),
                                ParameterValues.of(model.parameters(), Map.of()),
                                Progress.silent())
                        .findings())
                .extracting(finding -> finding.message().text(Language.CHINESE))
                .anyMatch(text -> text.contains("：半边镇 50%、界外镇0 0%、"));
    }

    @Test
    void whoStandsInTheWaterIsCountedByTownAndNothingIsLost() {
        RiskResult result = run(new InundationModel(), "stage", "3");
        assertThat(result.conservation()).isNotEmpty().allMatch(Conservation::holds);
        Conservation people = result.conservation().stream()
                .filter(proof -> proof.measure().equals("people"))
                .findFirst()
                .orElseThrow();
        assertThat(people.total()).isEqualByComparingTo("24");
        assertThat(people.withoutGeometry()).isEqualByComparingTo("3");
        Table damage = table(result, "flood-damage");
        assertThat(cell(damage, 0, "wet_buildings")).isEqualTo(1L);
        assertThat(cell(damage, 0, "floor_area")).isEqualTo(200.0);
        assertThat(cell(damage, 1, "people")).isEqualTo(10.0);
        // two metres and more: 40 % of 300 m² at 1500 a m²
        assertThat((double) cell(damage, 1, "loss")).isCloseTo(18, within(0.01));
    }

    @Test
    void insideIsWhoStandsInTheWaterAndNotWhoLivesInTheTowns() {
        RiskResult result = run(new InundationModel(), "stage", "3");
        Table byDepth = table(result, "zones-by-level");
        int people = byDepth.columns().stream().map(Table.Column::key).toList().indexOf("building_people");
        double inWater = byDepth.rows().stream()
                .takeWhile(row -> !Message.of("risk.no-zone").equals(row.get(0)))
                .mapToDouble(row -> ((Number) row.get(people)).doubleValue())
                .sum();
        Conservation proof = result.conservation().stream()
                .filter(each -> each.measure().equals("people"))
                .findFirst()
                .orElseThrow();
        assertThat(inWater).isPositive().isLessThan(proof.total().doubleValue());
        assertThat(proof.inside()).isEqualByComparingTo(String.valueOf(inWater));
        assertThat(proof.holds()).isTrue();
    }

    @Test
    void aReservoirSpreadsBehindItsDamOnly() {
        RiskResult result =
                run(new InundationModel(), "water", "reservoir", "reservoir", "东山水库", "reservoir-level", "crest");
        Grid depths = result.grids().get(0).grid();
        // ground of 19.4 m at its upper end under a crest of 29 m; nothing below the dam
        assertThat((double) depths.get(50, 12)).isCloseTo(29 - 19.4, within(0.01));
        for (int row = 40; row < 200; row++) {
            assertThat(depths.get(50, row)).as("row " + row).isNaN();
        }
    }

    /** The sea ends within a row of cells whose centres are land: what stands on them stands in the water. */
    @Test
    void theSeaCoversLowConnectedGround() {
        layers.put(
                "sea",
                Layers.of("sea", Polygon.class, "name:String")
                        .row(box(0, 0, 1000, 13), "海")
                        .data());
        Grid depths = run(new InundationModel(), "water", "sea", "sea-level", "12")
                .grids()
                .get(0)
                .grid();
        assertThat((double) depths.get(50, 190)).isCloseTo(12 - 10.5, within(1e-3));
        assertThat((double) depths.get(50, 198)).isPositive();
        assertThat(depths.get(50, 199)).isNaN();
        assertThat(depths.get(50, 150)).isNaN();
        assertThat(depths.get(90, 190)).isNaN();
    }

    /** Elevations often have the sea at 0 and gaps on land: without a layer of the sea both are told. */
    @Test
    void withoutALayerOfTheSeaItsRiseTellsWhatStandsForItAndWhatMayBeIt() {
        Grid ground = valley();
        Arrays.fill(ground.cells(), 190 * 100, 199 * 100, 0);
        Arrays.fill(ground.cells(), 199 * 100, 200 * 100, Float.NaN);
        layers.put("dem", new LayerData.Raster(ground));
        assertThat(english(run(new InundationModel(), "water", "sea", "sea-level", "2")))
                .contains(
                        "There is no layer of the sea: cells without an elevation stand for it, also where they are gaps in"
                                + " the land")
                .anyMatch(
                        note -> note.startsWith(
                                "There is no layer of the sea, and 0.09 km² under water are no higher than 0: possibly the sea"));
        layers.put(
                "sea",
                Layers.of("sea", Polygon.class, "name:String")
                        .row(box(0, 0, 1000, 100), "海")
                        .data());
        assertThat(english(run(new InundationModel(), "water", "sea", "sea-level", "2")))
                .noneMatch(note -> note.startsWith("There is no layer of the sea"));
    }

    @Test
    void reservoirsOffTheElevationAreToldAndNotAmongThoseThatSpread() {
        Grid south = valley();
        Arrays.fill(south.cells(), 0, 50 * 100, Float.NaN);
        layers.put("dem", new LayerData.Raster(south));
        assertThat(english(run(new InundationModel(), "water", "reservoir", "reservoir-level", "crest")))
                .anyMatch(note -> note.startsWith("0 reservoirs at their crest level"))
                .anyMatch(
                        note -> note.startsWith("The water of 1 reservoirs is not on the map") && note.contains("东山水库"))
                .anyMatch(note -> note.contains("无坝高水库"))
                .noneMatch(note -> note.contains("stage–storage"));
    }

    @Test
    void theHistogramOfDepthsHasTheClassesOfTheRunAndTheExceedanceFineSteps() {
        RiskResult result = run(new InundationModel(), "stage", "2", "depth-breaks", "0.5,1.25");
        Grid depths = result.grids().get(0).grid();
        Table classes = table(result, "depth-classes");
        double[] from = {Double.MIN_VALUE, 0.5, 1.25};
        assertThat(classes.rows()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            double reached = ground(depths, from[i]);
            double deeper = i == 2 ? 0 : ground(depths, from[i + 1]);
            assertThat((double) cell(classes, i, "area_km2")).isPositive().isCloseTo(reached - deeper, within(1e-9));
            assertThat((double) cell(classes, i, "exceeded_km2")).isCloseTo(reached, within(1e-9));
        }
        assertThat(classes.rows())
                .extracting(row -> row.get(0))
                .containsExactly(
                        Message.of("risk.depth-between", "0", "0.5"),
                        Message.of("risk.depth-between", "0.5", "1.25"),
                        Message.of("risk.depth-from", "1.25"));
        Table exceedance = table(result, "depth-exceedance");
        assertThat(exceedance.rows()).hasSize(20);
        for (int step = 0; step < exceedance.rows().size(); step++) {
            double depth = (double) cell(exceedance, step, "depth_from");
            assertThat((double) cell(exceedance, step, "exceeded_km2"))
                    .as("from %s m", depth)
                    .isCloseTo(ground(depths, Math.max(Double.MIN_VALUE, depth)), within(1e-9));
        }
    }

    /** km² at least so deep. */
    private static double ground(Grid depths, double least) {
        long cells = 0;
        for (float depth : depths.cells()) {
            cells += depth >= least ? 1 : 0;
        }
        return cells * depths.geometry().cellArea() / 1e6;
    }
}
