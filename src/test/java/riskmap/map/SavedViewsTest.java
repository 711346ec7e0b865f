package riskmap.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/** Bookmarks and themes as a project keeps them. */
class SavedViewsTest {
    private static final MapDocument MAP = new MapDocument(
            "图",
            "EPSG:4550",
            List.of(),
            List.of(layer("town", true), layer("flood_zone", true), layer("building", false)));

    private static MapLayer layer(String id, boolean visible) {
        return new MapLayer(id, id, "", "#" + id, "", "", visible, 0.8);
    }

    @Test
    void whatIsWrittenIsReadAgainAndAFieldFromElsewhereIsReported() {
        SavedViews views = SavedViews.NONE
                .with(new Bookmark("市区", "EPSG:4550", List.of(1.0, 2.0, 3.0, 4.0), -15))
                .with(MapTheme.of("洪水", MAP));
        List<Message> notes = new ArrayList<>();
        assertThat(SavedViews.read(views.write(), "x", notes::add)).isEqualTo(views);
        assertThat(notes).isEmpty();
        SavedViews.read(views.write().replace("\"rotation\"", "\"pitch\": 3, \"rotation\""), "x", notes::add);
        assertThat(notes).hasSize(1);
    }

    @Test
    void aThemeShowsItsLayersOnlyAndSaysWhichAreGone() {
        MapTheme theme = MapTheme.of("洪水", MAP);
        MapDocument later = MAP.withLayers(List.of(layer("flood_zone", false), layer("building", true)));
        MapDocument applied = theme.on(later);
        assertThat(applied.layers()).extracting(MapLayer::visible).containsExactly(true, false);
        assertThat(theme.missing(later)).containsExactly("town");
        assertThat(theme.on(applied)).as("twice is as once").isEqualTo(applied);
    }

    @Test
    void oneOfTheSameNameIsReplacedInItsPlace() {
        SavedViews views = SavedViews.NONE
                .with(new Bookmark("甲", "EPSG:4550", List.of(1.0, 2.0, 3.0, 4.0), 0))
                .with(new Bookmark("乙", "EPSG:4550", List.of(1.0, 2.0, 3.0, 4.0), 0))
                .with(new Bookmark("甲", "EPSG:4550", List.of(5.0, 6.0, 7.0, 8.0), 0));
        assertThat(views.bookmarks()).extracting(Bookmark::name).containsExactly("甲", "乙");
        assertThat(views.bookmarks().get(0).extent()).startsWith(5.0);
    }

    @Test
    void damagedViewsAreRefusedWithTheirPlace() {
        String threeNumbers =
                """
                {"format": "riskmap-views", "version": 1,
                 "bookmarks": [{"name": "甲", "crs": "EPSG:4550", "extent": [1, 2, 3], "rotation": 0}]}
                """;
        assertThatThrownBy(() -> SavedViews.read(threeNumbers, "项目", note -> {}))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("bookmarks[0].extent");
        assertThatThrownBy(() -> SavedViews.read("{\"themes\": [{}]}", "项目", note -> {}))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("themes[0].name");
    }
}
