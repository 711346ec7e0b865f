package riskmap.risk.model.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.risk.InputChecks;
import riskmap.risk.model.CombinedRiskModel;

class MemoryNeedTest {
    private static final double GIGABYTE = 1e9;
    /** As large as Weihai: 136 million cells of 10 m. */
    private static final MemoryNeed CITY = new MemoryNeed(new Envelope(0, 137_000, 0, 99_000), 30);

    @Test
    void whatDoesNotFitIsToldWithTheCellsThatDo() {
        assertThat(CITY.unlessEnough(10, 8 * GIGABYTE)).isEmpty();
        assertThat(CITY.unlessEnough(10, 4 * GIGABYTE))
                .hasValueSatisfying(message -> assertThat(message.text(Language.CHINESE))
                        .contains("137 × 99 km", "135.6 百万个像元，约需 4.2 GB", "只能用 4 GB", "15 m 时约需 2 GB"));
        assertThat(CITY.unlessEnough(10, 0.9 * GIGABYTE))
                .hasValueSatisfying(message -> assertThat(message.text(Language.ENGLISH))
                        .contains("cell-size 30 m or more (30 m needs about 0.6 GB)"));
    }

    @Test
    void theNeedIsThatOfTheCellsAndTheProgram() {
        assertThat(CITY.at(1000)).isEqualTo(100e6 + 30 * 137 * 99);
    }

    /** Just below the number of cells that is refused for itself. */
    @Test
    void aModelIsNotStartedWhereItsCellsDoNotFit() {
        String town = "POLYGON((400000 4000000, 599000 4000000, 599000 4199000, 400000 4199000, 400000 4000000))";
        var layers = Map.of(
                "town",
                Layers.of("town", Polygon.class, "name:String").row(town, "镇").data());
        CombinedRiskModel model = new CombinedRiskModel();
        InputChecks checks = new InputChecks(
                new Inputs(layers),
                ParameterValues.of(model.parameters(), Map.of("cell-size", "10")),
                Progress.silent());
        StudyArea.check(checks, "town", Runtime.getRuntime().maxMemory() / 390e6);
        StudyArea.check(checks, "town", Runtime.getRuntime().maxMemory() / 400e6 / 2);
        assertThat(checks.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.fatal()).isTrue();
            assertThat(finding.input()).isEqualTo("cell-size");
            assertThat(finding.message().key()).isEqualTo("risk.check-memory");
        });
    }
}
