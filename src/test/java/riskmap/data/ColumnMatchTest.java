package riskmap.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import riskmap.base.RiskMapException;

class ColumnMatchTest {
    private static final Catalogue CATALOGUE = Catalogue.standard();

    @Test
    void columnsOfASurveyShapefileAreFoundByTitleAliasAndPinyin() {
        ColumnMatch match = CATALOGUE
                .kind("reservoir")
                .match(List.of("OBJECTID", "SKMC", "总库容(万m³)", "坝高", "XXSW", "Design_Level_M", "溢洪道宽度"), Map.of());
        assertThat(match.columns())
                .containsEntry("name", "SKMC")
                .containsEntry("capacity_10k_m3", "总库容(万m³)")
                .containsEntry("dam_height_m", "坝高")
                .containsEntry("flood_limit_level_m", "XXSW")
                .containsEntry("design_level_m", "Design_Level_M")
                .containsEntry("spillway_width_m", "溢洪道宽度");
        assertThat(match.unmapped()).containsExactly("OBJECTID");
        assertThat(match.missing()).contains("check_level_m", "crest_level_m");
    }

    @Test
    void namesThatAShapefileCutAfterTenBytesAreFound() {
        // 10 ASCII letters; 5 characters of GB18030; 3 characters of UTF-8
        ColumnMatch match = CATALOGUE.kind("geohazard_site").match(List.of("threatened", "灾害类型"), Map.of());
        assertThat(match.columns()).containsEntry("threatened_people", "threatened");
        assertThat(CATALOGUE.kind("reservoir").match(List.of("溢洪道堰顶"), Map.of()).columns())
                .containsEntry("spillway_level_m", "溢洪道堰顶");
        assertThat(CATALOGUE.kind("reservoir").match(List.of("下游影"), Map.of()).columns())
                .containsEntry("downstream", "下游影");
    }

    @Test
    void aShortPrefixIsNotTakenForACutName() {
        assertThat(CATALOGUE.kind("building").match(List.of("floo"), Map.of()).columns())
                .isEmpty();
    }

    @Test
    void theUsersChoiceGoesBeforeEverythingElse() {
        ColumnMatch match = CATALOGUE.kind("town").match(List.of("name", "镇名"), Map.of("name", "镇名"));
        assertThat(match.columns()).containsEntry("name", "镇名");
        assertThat(match.unmapped()).containsExactly("name");
    }

    @Test
    void aColumnFillsOneField() {
        ColumnMatch match = CATALOGUE.kind("building").match(List.of("people", "PEOPLE_"), Map.of());
        assertThat(match.columns().values()).doesNotHaveDuplicates();
        assertThat(match.unmapped()).containsExactly("PEOPLE_");
    }

    @Test
    void anExplicitFieldOrColumnThatDoesNotExistIsSaid() {
        LayerKind town = CATALOGUE.kind("town");
        assertThatThrownBy(() -> town.match(List.of("a"), Map.of("nonsense", "a")))
                .isInstanceOf(RiskMapException.class);
        assertThatThrownBy(() -> town.match(List.of("a"), Map.of("name", "b"))).isInstanceOf(RiskMapException.class);
    }
}
