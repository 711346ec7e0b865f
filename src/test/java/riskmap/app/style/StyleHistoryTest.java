package riskmap.app.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.Changes;
import riskmap.data.EditStep;
import riskmap.data.LayerKind;
import riskmap.data.RowChange;
import riskmap.geo.crs.Crs;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.style.SldWriter;
import riskmap.style.Styles;

/** Saved styles and edits of rows stand in one history: the last step of either kind is the first to be taken back. */
class StyleHistoryTest {
    private static final String LAYER = "shelter";
    private static final Progress SILENT = Progress.silent();

    @TempDir
    private Path folder;

    private Workspace project;
    private int places;

    @BeforeEach
    void aProjectWithShelters() {
        project = Workspace.create(folder.resolve("项目.gpkg"), "环翠区", "EPSG:4550");
        LayerKind kind = Catalogue.standard().kind(LAYER);
        SimpleFeatureType type = kind.featureType(LAYER, Crs.of("EPSG:4550"));
        project.store().createLayer(type, kind.title().chinese());
        project.updateMap(map -> new MapDocument(
                "环翠区",
                "EPSG:4550",
                List.of(),
                List.of(new MapLayer(LAYER, kind.title().chinese(), "", "#" + LAYER, "", "", true, 1))));
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void theLastStepOfEitherKindIsTakenBackFirst() {
        String bare = look();
        draw();
        save("#112233");
        String styled = look();
        draw();
        assertThat(names()).containsExactly("绘制要素", "图层“应急避难场所”的样式", "绘制要素");

        undo();
        assertThat(rows()).isEqualTo(1);
        assertThat(look()).isEqualTo(styled);
        assertThat(project.edits().undoName().orElseThrow().text()).isEqualTo("图层“应急避难场所”的样式");
        undo();
        assertThat(look()).isEqualTo(bare);
        assertThat(rows()).isEqualTo(1);
        undo();
        assertThat(rows()).isZero();
        assertThat(project.edits().undo(SILENT)).isEmpty();

        reopen();
        redo();
        redo();
        assertThat(look()).isEqualTo(styled);
        assertThat(rows()).isEqualTo(1);
        save("#445566");
        assertThat(project.edits().redoName())
                .as("a style is a new step: what was undone is out of reach")
                .isEmpty();
    }

    @Test
    void undoingSomeStepsAndRedoingThemIsIdentity() {
        Random random = new Random(7);
        List<String> states = new ArrayList<>(List.of(state()));
        for (int i = 0; i < 40; i++) {
            if (random.nextInt(3) > 0) {
                draw();
            } else {
                save(String.format("#%06x", random.nextInt(1 << 24)));
            }
            states.add(state());
        }
        for (int walk = 0; walk < 3; walk++) {
            for (int i = states.size() - 2; i >= 0; i--) {
                undo();
                assertThat(state()).isEqualTo(states.get(i));
            }
            if (walk == 1) {
                reopen();
            }
            for (int i = 1; i < states.size(); i++) {
                redo();
                assertThat(state()).isEqualTo(states.get(i));
            }
        }
    }

    @Test
    void aStyleIsTakenBackByItselfAlsoBehindLaterEdits() {
        String bare = look();
        save("#112233");
        String styled = look();
        draw();
        assertThat(StyleStore.undo(project)).isPresent();
        assertThat(look()).isEqualTo(bare);
        assertThat(rows()).isEqualTo(1);
        assertThat(StyleStore.redo(project)).isPresent();
        assertThat(look()).isEqualTo(styled);
        undo();
        assertThat(rows()).isZero();
        assertThat(look()).isEqualTo(styled);
    }

    @Test
    void aStepOfALayerThatLooksOtherwiseByNowIsSkippedAndDoesNotBlockTheHistory() {
        draw();
        save("#112233");
        project.updateMap(map -> map.withLayers(
                map.layers().stream().map(layer -> layer.withStyle("town")).toList()));
        List<String> told = new ArrayList<>();
        project.edits().addListener(new riskmap.edit.EditSession.Listener() {
            @Override
            public void applied(Changes changes) {
                // rows do not matter here
            }

            @Override
            public void restyled(Message skipped) {
                told.add(skipped.text());
            }
        });
        undo();
        assertThat(told).singleElement().asString().contains("应急避难场所", "已从历史中略过");
        assertThat(project.map().layers().get(0).style()).isEqualTo("town");
        assertThat(project.edits().history(1).get(0).state()).isEqualTo(EditStep.State.ABANDONED);
        undo();
        assertThat(rows()).isZero();
    }

    @Test
    void aColourSchemeIsOneStepOverAllLayersAndIsThereAfterAKill() throws IOException {
        project.updateMap(map -> map.withLayers(
                List.of(map.layers().get(0), new MapLayer("again", "再次", "", "#" + LAYER, "shelter", "", true, 1))));
        List<String> usual = styles();
        draw();
        assertThat(ColourSchemes.use(project, "print", null).layers()).isEqualTo(2);
        List<String> printed = styles();
        assertThat(printed).hasSize(2).doesNotContainAnyElementsOf(usual);
        ColourSchemes.use(project, "print", null);
        assertThat(names()).as("twice is one step").containsExactly("地图改用黑白印刷配色", "绘制要素");

        // the file and its log as a program that is killed now leaves them
        Path killed = folder.resolve("killed.gpkg");
        Files.copy(project.file(), killed);
        Files.copy(folder.resolve("项目.gpkg-wal"), folder.resolve("killed.gpkg-wal"));
        project.close();
        project = Workspace.open(killed, false, SILENT);
        assertThat(styles()).isEqualTo(printed);
        assertThat(project.edits().undoName().orElseThrow().text()).isEqualTo("地图改用黑白印刷配色");
        undo();
        assertThat(styles()).isEqualTo(usual);
        assertThat(rows()).isEqualTo(1);
        redo();
        assertThat(styles()).isEqualTo(printed);
    }

    private List<String> styles() {
        return project.map().layers().stream().map(MapLayer::style).toList();
    }

    private void draw() {
        places++;
        Map<String, Object> values = new HashMap<>();
        values.put(
                LayerKind.GEOMETRY,
                new GeometryFactory().createPoint(new Coordinate(500_000 + places, 4_150_000 + places)));
        values.put("name", "避难场所" + places);
        values.put("uuid", "00000000-0000-4000-8000-" + String.format("%012d", places));
        values.put("area_m2", 800.0);
        values.put("capacity_people", 400);
        values.put("kind", "emergency");
        project.edits()
                .commit(
                        new Changes(
                                Message.of("ui.command.draw"),
                                List.of(new RowChange(LAYER, project.edits().newFid(LAYER), null, values))),
                        SILENT);
    }

    private void save(String colour) {
        String sld = SldWriter.write(Styles.shipped("default")).replaceFirst("#[0-9a-fA-F]{6}", colour);
        StyleStore.save(project, LAYER, sld);
    }

    private void undo() {
        assertThat(project.edits().undo(SILENT)).isPresent();
    }

    private void redo() {
        assertThat(project.edits().redo(SILENT)).isPresent();
    }

    private void reopen() {
        Path file = project.file();
        project.close();
        project = Workspace.open(file, false, SILENT);
    }

    private String state() {
        return rows() + look();
    }

    private String look() {
        MapLayer layer = project.map().layers().get(0);
        return layer.style()
                + project.store().styles().stream()
                        .map(style -> style.name() + style.sld())
                        .sorted()
                        .toList();
    }

    private long rows() {
        try {
            return project.features(LAYER).getCount(org.geotools.api.data.Query.ALL);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> names() {
        return project.edits().history(10).stream()
                .map(step -> step.name().text())
                .toList();
    }
}
