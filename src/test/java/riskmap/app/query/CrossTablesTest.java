package riskmap.app.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.map.MapLayer;

class CrossTablesTest {
    /** The table said “Risk zones” of what the tree beside it calls “Combined risk zones”. */
    @Test
    void aResultIsCalledAsInTheMapUnlessTheMapShowsOnlyPartOfIt(@TempDir Path folder) {
        try (Workspace project = Workspace.create(folder.resolve("区.gpkg"), "区", "EPSG:4550")) {
            assertThat(called(project)).isEqualTo("风险区 / Risk zones");
            show(project, "level = 'red'");
            assertThat(called(project)).isEqualTo("风险区 / Risk zones");
            show(project, "");
            assertThat(called(project)).isEqualTo("综合风险区 / Combined risk zones");
        }
    }

    private static void show(Workspace project, String filter) {
        MapLayer zones = new MapLayer("risk_zone", "综合风险区", "", "#risk_zone", "risk_zone", filter, true, 1);
        project.updateMap(map -> map.withLayers(List.of(zones)));
    }

    private static String called(Workspace project) {
        var title = CrossTables.layerTitle(project, "risk_zone");
        return title.text(Language.CHINESE) + " / " + title.text(Language.ENGLISH);
    }
}
