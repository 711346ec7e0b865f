package riskmap.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/** A layer that a model needs and the project lacks is named in words, with what to do about it. */
class MissingInputsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "inundation, 高程（dem）, 请导入高程栅格并命名为 dem",
        "comparison, 风险区（risk_zone）, 请先运行给出它的模型",
        "crowd-load, 人员密集场所（crowded_place）, 请先导入"
    })
    void whatAModelLacksIsNamedInWordsWithTheWayToGetIt(String model, String layer, String remedy) {
        try (Workspace project = Workspace.create(folder.resolve("区.gpkg"), "试验区", "EPSG:4550")) {
            RiskMapException failure = catchThrowableOfType(
                    () -> RiskRuns.run(project, model, Map.of(), Progress.silent()), RiskMapException.class);
            assertThat(failure.userMessage().text(Language.CHINESE)).contains(layer, remedy);
        }
    }
}
