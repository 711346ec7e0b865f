package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.ui.Fx.await;
import static riskmap.ui.Fx.click;
import static riskmap.ui.Fx.find;
import static riskmap.ui.Fx.onWindowThread;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.testfx.api.FxRobot;
import riskmap.app.importing.ImportMode;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.io.Encodings;
import riskmap.io.Workbook;
import riskmap.io.WriteOptions;
import riskmap.io.shapefile.ShapefileFormat;
import riskmap.ui.export.ExportViewModel;
import riskmap.ui.importing.ImportEntry;
import riskmap.ui.importing.ImportViewModel;

/** The import assistant and the export dialog in the real window, with the files that offices send. */
@Timeout(value = 400, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class ImportAssistantTest {
    @TempDir
    private static Path folder;

    private static WindowDriver driver;
    private static WindowController window;
    private static WindowViewModel model;
    private static FxRobot robot;

    @BeforeAll
    static void openTheProject(WindowDriver open) throws Exception {
        driver = open;
        window = driver.window();
        model = driver.model();
        robot = driver.robot;
    }

    private static void closeOthers() {
        Window.getWindows().stream()
                .filter(other -> other != window.window().getScene().getWindow())
                .toList()
                .forEach(Window::hide);
    }

    /** Schools in a shapefile as a bureau sends it: GBK, no .cpg, no .prj, language id 0. */
    private static Path schools(String name) throws IOException {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName(name);
        builder.add("geom", Point.class, Crs.of(4550));
        for (String column : List.of("学校名称", "学校类型", "备用")) {
            builder.add(column, String.class);
        }
        builder.add("学生数", Integer.class);
        SimpleFeatureType type = builder.buildFeatureType();
        List<SimpleFeature> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Point at = new GeometryFactory()
                    .createPoint(new Coordinate(SmallProject.WEST + 500 + 500 * i, SmallProject.SOUTH + 3000));
            Object[] values = {at, "环翠第" + i + "小学", i == 3 ? "说不清" : "小学", "甲", i == 5 ? -20 : 300 + i};
            rows.add(SimpleFeatureBuilder.build(type, values, name + "." + i));
        }
        Path file = folder.resolve(name + ".shp");
        new ShapefileFormat()
                .write(
                        file,
                        new ListFeatureCollection(type, rows),
                        WriteOptions.standard().withEncoding(Encodings.GB18030),
                        Progress.silent());
        Files.delete(folder.resolve(name + ".cpg"));
        Files.delete(folder.resolve(name + ".prj"));
        try (RandomAccessFile dbf =
                new RandomAccessFile(folder.resolve(name + ".dbf").toFile(), "rw")) {
            dbf.seek(29);
            dbf.write(0);
        }
        return file;
    }

    private static ImportViewModel open(Path... files) throws Exception {
        ImportViewModel assistant = onWindowThread(() -> window.imports().open(List.of(files)));
        await(() -> !assistant.finding().get()
                && assistant.entries().stream()
                        .noneMatch(entry -> entry.reading().get()));
        return assistant;
    }

    @Test
    void aShapefileInGbkIsLookedAtMatchedTriedAndImported() throws Exception {
        ImportViewModel assistant = open(schools("中小学校"));
        ImportEntry entry = assistant.entries().get(0);
        assertThat(entry.kind().get()).isEqualTo("school");
        assertThat(text("#import-encoding-reason")).contains("GB18030");
        assertThat(text("#import-crs-reason")).contains("按项目坐标系");
        assertThat(rows("#import-rows").getItems().get(0).toString()).contains("环翠第0小学");
        assertThat(entry.columns().get()).containsEntry("name", "学校名称").containsEntry("students", "学生数");

        choose("#import-encoding", "windows-1252");
        await(() -> !entry.reading().get() && entry.preview().get() != null);
        assertThat(rows("#import-rows").getItems().get(0).toString()).doesNotContain("环翠");
        choose("#import-encoding", "GB18030");
        await(() -> !entry.reading().get()
                && entry.columns().get().getOrDefault("name", "").equals("学校名称"));

        onWindowThread(() -> {
            find("#import-window .tab-pane", javafx.scene.control.TabPane.class)
                    .getSelectionModel()
                    .select(1);
            return null;
        });
        await(() -> find("#import-field-备用", ComboBox.class) != null);
        choose("#import-field-备用", "remark");
        assertThat(entry.columns().get()).containsEntry("remark", "备用");

        click("#import-dry");
        await(() -> find("#import-outcome-sources", TableView.class) != null);
        assertThat(text("#import-outcome-head")).contains("将新增 10 行", "拒收 2 行");
        assertThat(rows("#import-places").getItems()).hasSize(2);
        Workspace workspace = model.project().workspace().get();
        assertThat(workspace.layers()).doesNotContain("school");

        Path log = folder.resolve("试运行日志.txt");
        assertThat(onWindowThread(() -> find("#import-log", Node.class).isVisible()))
                .isTrue();
        Fx.run(() -> assistant.saveLog(log));
        await(() -> Files.exists(log));
        assertThat(Files.readString(log)).contains("试运行日志", "中小学校.shp → school", "说不清", "第 6 个要素", "-20");

        click("#import-back");
        await(() -> find("#import-choices", Node.class) != null);
        click("#import-run");
        await(() -> assistant.outcome().get() != null);
        assertThat(text("#import-outcome-head")).contains("导入完成", "新增 10 行");
        assertThat(workspace.features("school").getCount(Query.ALL)).isEqualTo(10);
        assertThat(workspace.features("school_rejected").getCount(Query.ALL)).isEqualTo(2);
        click("#import-zoom");
        await(() -> model.project().document().get().layers().stream()
                .anyMatch(layer -> layer.source().equals("#school")));

        // the same office's file of next month is known, and updates by name
        ImportViewModel next = open(schools("下月"));
        ImportEntry known = next.entries().get(0);
        assertThat(known.kind().get()).isEqualTo("school");
        assertThat(known.columns().get()).containsEntry("remark", "备用");
        onWindowThread(() -> {
            known.mode().set(ImportMode.UPDATE);
            return null;
        });
        assertThat(next.hindrance().get().text()).contains("关键字段");
        onWindowThread(() -> {
            known.key().set("name");
            return null;
        });
        assertThat(next.hindrance().get()).isNull();
        click("#import-dry");
        await(() -> next.outcome().get() != null);
        assertThat(next.outcome().get().results().get(0).outcomes().get(0).unchanged())
                .isEqualTo(10);
        onWindowThread(() -> {
            closeOthers();
            return null;
        });
    }

    @Test
    void nothingCanBeImportedWhileSomethingIsMissingAndTheWindowSaysWhat() throws Exception {
        Path metres = Files.writeString(folder.resolve("井.csv"), "编号,x,y\n1,9000123,88\n2,9000223,98\n");
        Path good = Files.writeString(folder.resolve("监测点.csv"), "名称,经度,纬度\n一号,123.02,37.40\n", StandardCharsets.UTF_8);
        Path empty = Files.writeString(folder.resolve("空.csv"), "");
        ImportViewModel assistant = open(metres, good, empty);
        assertThat(text("#import-unread")).contains("空.csv");
        assertThat(assistant.entries()).hasSize(2);
        assertThat(assistant.hindrance().get().text()).contains("井.csv", "坐标系");
        assertThat(find("#import-run", Node.class).isDisabled()).isTrue();
        assertThat(find("#import-dry", Node.class).isDisabled()).isTrue();
        assertThat(text("#import-why")).contains("井.csv");
        onWindowThread(() -> {
            assistant.entries().get(0).included().set(false);
            return null;
        });
        assertThat(find("#import-run", Node.class).isDisabled()).isFalse();
        onWindowThread(() -> {
            assistant.entries().get(1).layer().set("gpkg_x");
            return null;
        });
        assertThat(find("#import-run", Node.class).isDisabled()).isTrue();
        onWindowThread(() -> {
            closeOthers();
            return null;
        });
    }

    @Test
    void dataOfAnotherPlaceAreMarkedAndTheirPlaceIsTold() throws Exception {
        Path away = Files.writeString(folder.resolve("外地.csv"), "名称,经度,纬度\n甲,116.40,39.90\n乙,116.41,39.91\n");
        Path partly = Files.writeString(folder.resolve("个别.csv"), "名称,经度,纬度\n甲,123.02,37.40\n乙,37.40,23.02\n");
        Path here = Files.writeString(folder.resolve("本地.csv"), "名称,经度,纬度\n甲,123.02,37.40\n乙,123.01,37.41\n");
        ImportViewModel assistant = open(away, partly, here);
        assertThat(assistant.hindrance().get()).isNull();
        await(() -> state("本地.csv") != null && state("外地.csv") != null && state("个别.csv") != null);
        assertThat(onWindowThread(() -> state("外地.csv").getText())).contains("不在项目范围内", "项目西北方向约 6");
        assertThat(onWindowThread(() -> state("个别.csv").getText())).contains("2 个要素里有 1 个不在项目范围内");
        assertThat(onWindowThread(() -> state("本地.csv").getText())).doesNotContain("范围");
        await(() -> ((Text) state("外地.csv").lookup(".text")).getText().endsWith("可能不对"));
        Paint warned = onWindowThread(() -> colour("外地.csv"));
        assertThat(onWindowThread(() -> colour("个别.csv"))).isEqualTo(warned);
        assertThat(onWindowThread(() -> colour("本地.csv"))).isNotEqualTo(warned);
        Fx.run(ImportAssistantTest::closeOthers);
    }

    /** What is said of a source in the list of them. */
    private static Label state(String file) {
        return find("#import-sources", ListView.class).lookupAll(".list-cell").stream()
                .map(cell -> (ListCell<?>) cell)
                .filter(cell -> cell.getItem() instanceof ImportEntry entry
                        && entry.name().equals(file))
                .map(cell -> (Label) cell.lookup(".import-state"))
                .findFirst()
                .orElse(null);
    }

    private static Paint colour(String file) {
        return ((FontIcon) state(file).getGraphic()).getIconColor();
    }

    @Test
    void theSheetsOfAWorkbookAreChosenAndACoverIsLeftOut() throws Exception {
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        sheets.put("填表说明", List.of(List.of("请按表填写")));
        sheets.put("学校", List.of(List.of("学校名称", "经度", "纬度"), List.of("一小", 122.1, 37.4)));
        sheets.put("旧表", List.of(List.of("名称", "经度", "纬度"), List.of("旧点", 122.1, 37.4)));
        ImportViewModel assistant = open(Workbook.write(folder.resolve("上报.xlsx"), sheets, List.of("旧表")));
        assertThat(assistant.entries()).extracting(ImportEntry::name).containsExactly("上报.xlsx # 填表说明", "上报.xlsx # 学校");
        assertThat(assistant.entries())
                .extracting(entry -> entry.included().get())
                .containsExactly(false, true);
        await(() -> find("#import-sheet", ComboBox.class) != null);
        assertThat(onWindowThread(
                        () -> List.copyOf(find("#import-sheet", ComboBox.class).getItems())))
                .isEqualTo(List.of("填表说明", "学校", "旧表"));
        choose("#import-sheet", "旧表");
        await(() ->
                assistant.entries().stream().noneMatch(entry -> entry.reading().get()));
        assertThat(assistant.selected().get().name()).isEqualTo("上报.xlsx # 旧表");
        assertThat(rows("#import-rows").getItems().get(0).toString()).contains("旧点");
        Fx.run(ImportAssistantTest::closeOthers);
    }

    @Test
    void whatIsSelectedIsExportedWithTheFieldsChosen() throws Exception {
        List<Long> fids = List.of(1L, 2L, 3L);
        onWindowThread(() -> {
            model.selection().set("building", fids);
            model.layers().selected().set("building");
            return null;
        });
        ExportViewModel export = onWindowThread(() -> window.imports().exportLayer());
        await(() -> find("#export-run", Node.class) != null);
        Path target = folder.resolve("选中房屋.csv");
        onWindowThread(() -> {
            export.format()
                    .set(ExportViewModel.formats().stream()
                            .filter(format -> format.id().equals("csv"))
                            .findFirst()
                            .orElseThrow());
            export.fields().get().values().forEach(field -> field.set(false));
            export.fields().get().get("name").set(true);
            export.chooseTarget(folder.resolve("没有这里").resolve("x.csv").toString());
            return null;
        });
        assertThat(export.layer().get()).isEqualTo("building");
        assertThat(export.onlySelected().get()).isTrue();
        assertThat(find("#export-run", Node.class).isDisabled()).isTrue();
        assertThat(text("#export-why")).contains("没有这里");
        onWindowThread(() -> {
            export.chooseTarget(target.toString());
            return null;
        });
        assertThat(find("#export-run", Node.class).isDisabled()).isFalse();
        click("#export-run");
        await(() -> Files.exists(target));
        List<String> lines = Files.readAllLines(target, StandardCharsets.UTF_8);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).endsWith("name,wkt");
        assertThat(lines.get(1)).startsWith("房屋0,");
        onWindowThread(() -> {
            closeOthers();
            model.selection().clear();
            return null;
        });
    }

    private static String text(String id) throws Exception {
        return onWindowThread(() -> find(id, Label.class).getText());
    }

    @SuppressWarnings("unchecked")
    private static TableView<Object> rows(String id) {
        return find(id, TableView.class);
    }

    @SuppressWarnings("unchecked")
    private static void choose(String id, String value) throws Exception {
        onWindowThread(() -> {
            find(id, ComboBox.class).setValue(value);
            return null;
        });
    }
}
