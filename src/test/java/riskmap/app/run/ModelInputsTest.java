package riskmap.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.listing.ModelListing;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.risk.RiskModels;

/** What is said of the layers that a model reads. */
class ModelInputsTest {
    @TempDir
    private Path folder;

    @Test
    void aLayerThatAModelLacksIsToldByItsTitleAndByTheNameToImportItUnder() throws IOException {
        try (Workspace project = Workspace.create(folder.resolve("区.gpkg"), "试验区", "EPSG:4550")) {
            Message lacking = catchThrowableOfType(
                            RiskMapException.class,
                            () -> RiskRuns.run(project, "fire-weather", Map.of(), Progress.silent()))
                    .userMessage();
            assertThat(lacking.text(Language.CHINESE)).contains("气象逐日观测", "weather_day");
            assertThat(lacking.text(Language.ENGLISH)).contains("Daily weather", "weather_day");
        }
    }

    @Test
    void theListOfAModelTellsTheTitlesOfTheLayersItReads() {
        String listed = ModelListing.of(RiskModels.byId("fire-weather")).text();
        assertThat(listed)
                .containsPattern("weather_day +"
                        + Catalogue.standard().kind("weather_day").title().text());
    }
}
