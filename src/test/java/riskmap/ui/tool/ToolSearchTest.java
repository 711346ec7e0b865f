package riskmap.ui.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import riskmap.analysis.Operation;
import riskmap.analysis.Operations;

class ToolSearchTest {
    private final ToolSearch search = new ToolSearch();

    private String best(String wanted) {
        return search.best(Operations.all(), wanted).map(Operation::id).orElse("none");
    }

    @Test
    void aToolIsFoundByItsNameInEitherLanguageAndInQgis() {
        assertThat(best("buffer")).isEqualTo("buffer");
        assertThat(best("缓冲区")).isEqualTo("buffer");
        assertThat(best("Spatial join")).isEqualTo("spatial-join");
        assertThat(best("statisticsbycategories")).isEqualTo("statistics");
        assertThat(best("native:buffer")).isEqualTo("buffer");
        assertThat(best("gdal:slope")).isEqualTo("slope");
        assertThat(best("kernel density")).isEqualTo("kernel-density");
    }

    @Test
    void aToolOfThatNameGoesBeforeOneWhoseHelpHasTheWord() {
        for (Operation tool : Operations.all()) {
            assertThat(best(tool.id())).isEqualTo(tool.id());
        }
    }

    @Test
    void theWordsMayStandInAnyOrderAndAllMustBeThere() {
        assertThat(best("statistics zonal")).isEqualTo("zonal-statistics");
        assertThat(best("zonal nonsense")).isEqualTo("none");
    }
}
