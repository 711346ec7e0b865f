package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static riskmap.ui.Fx.await;
import static riskmap.ui.Fx.click;
import static riskmap.ui.Fx.onWindowThread;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import riskmap.app.Tasks;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.map.Box;
import riskmap.map.Layout;
import riskmap.map.LayoutItem;
import riskmap.map.Layouts;
import riskmap.map.LocalText;
import riskmap.map.PageSize;
import riskmap.render.MapPainter;
import riskmap.ui.layout.LayoutEditor;
import riskmap.ui.layout.LayoutViewModel;
import riskmap.ui.look.Look;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Theme;
import riskmap.ui.task.TasksViewModel;

/** A sheet is composed by mouse and keyboard, kept as a template, opened again and printed. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
@ExtendWith(ShotOnFailure.class)
class LayoutEditorTest {
    @TempDir
    private static Path folder;

    private static Workspace workspace;
    private static LayoutViewModel model;
    private static LayoutEditor editor;
    private static FxRobot robot;

    @BeforeAll
    static void open() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "no screen");
        System.setProperty("riskmap.layouts", folder.resolve("layouts").toString());
        Language.use(Language.CHINESE);
        workspace = Workspace.open(SmallProject.write(folder), true, Progress.silent());
        FxToolkit.registerPrimaryStage();
        robot = new QuickRobot();
        Layout empty = new Layout("空白", LocalText.of("空白"), PageSize.of("A4", true), "#ffffff", List.of());
        editor = onWindowThread(() -> {
            Texts.use(Language.CHINESE);
            Look.use(Theme.LIGHT);
            TasksViewModel tasks = new TasksViewModel(new Tasks(), Platform::runLater);
            model = new LayoutViewModel(tasks, workspace, new MapPainter(), empty);
            LayoutEditor window = new LayoutEditor(null, model);
            window.show();
            return window;
        });
        settle();
    }

    @AfterAll
    static void close() throws Exception {
        System.clearProperty("riskmap.layouts");
        if (editor != null) {
            onWindowThread(() -> {
                editor.stage().hide();
                return null;
            });
            FxToolkit.hideStage();
            workspace.close();
        }
    }

    @Test
    void aSheetIsComposedByMouseKeptAndPrinted() throws Exception {
        draw("map-frame", 20, 30, 200, 180);
        await(() -> model.layout().get().frames().size() == 1);
        LayoutItem.MapFrame frame = model.layout().get().frames().get(0);
        assertThat(frame.box().x()).isBetween(19.0, 21.0);
        // the edge near the margin has been caught by its guide
        draw("text", 20, 10.5, 200, 24);
        LayoutItem title = item("text");
        assertThat(title.box().y()).isEqualTo(10.0);
        draw("legend", 210, 30, 285, 120);
        draw("scale-bar", 210, 150, 280, 165);
        assertThat(model.layout().get().items()).hasSize(4);

        type("#layout-text-zh", "试验区洪水图");
        await(() -> item("text") instanceof LayoutItem.Text text
                && text.text().chinese().equals("试验区洪水图"));

        Box before = item("scale-bar").box();
        drag(before.centreX(), before.centreY(), before.centreX(), before.centreY() + 15);
        await(() -> item("scale-bar").box().y() > before.y() + 10);
        Box dragged = item("scale-bar").box();
        focusPage();
        robot.type(KeyCode.RIGHT, 3);
        // all three: the steps back are counted
        await(() -> Math.abs(item("scale-bar").box().x() - dragged.x() - 3) < 0.01);
        robot.press(KeyCode.CONTROL).type(KeyCode.Z, 4).release(KeyCode.CONTROL);
        await(() -> item("scale-bar").box().equals(before));

        Box legend = item("legend").box();
        onWindowThread(() -> {
            model.select(Set.of("legend"));
            return null;
        });
        settle();
        // the corner in hand: the opposite one stays
        drag(legend.right(), legend.bottom(), legend.right() - 12, legend.bottom() - 20);
        await(() -> Math.abs(item("legend").box().height() - legend.height() + 20) < 2);
        assertThat(item("legend").box().width()).isBetween(legend.width() - 14, legend.width() - 10);
        assertThat(item("legend").box().x()).isEqualTo(legend.x());
        assertThat(item("legend").box().y()).isEqualTo(legend.y());

        onWindowThread(() -> {
            model.select(Set.of("text", "map-frame"));
            return null;
        });
        click("#layout-do-align-left");
        await(() -> item("text").box().x() == item("map-frame").box().x());
        await(() -> !model.drawing().get()
                && model.problem().get() == null
                && model.preview().get() != null);

        Path file = onWindowThread(() -> model.save("我的版面"));
        assertThat(Layouts.read(Files.readString(file), "again", note -> {}))
                .isEqualTo(model.layout().get());
        onWindowThread(() -> {
            model.open("map-a3");
            model.open("我的版面");
            return null;
        });
        assertThat(model.layout().get().items()).hasSize(4);

        Path out = folder.resolve("sheet.pdf");
        CompletableFuture<String> told = new CompletableFuture<>();
        onWindowThread(() -> {
            model.print(out, answer -> told.complete(answer.text()));
            return null;
        });
        assertThat(told.get(60, TimeUnit.SECONDS)).contains("sheet.pdf");
        try (PDDocument document = Loader.loadPDF(out.toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("试验区洪水图", "图例");
        }
    }

    @Test
    void anAtlasIsPrintedFromTheEditorWithAPageForEveryTown() throws Exception {
        Path own = Files.createDirectories(folder.resolve("layouts")).resolve("towns.json");
        Files.writeString(
                own,
                "{\"format\": \"riskmap-layout\", \"version\": 1, \"name\": \"towns\", \"title\": {\"zh\": \"各镇\", \"en\":"
                        + " \"Towns\"}, \"extends\": \"map-a4\", \"atlas\": {\"layer\": \"town\", \"name\": \"name\"},"
                        + " \"items\": [{\"id\": \"map\", \"atlas\": true}]}");
        onWindowThread(() -> {
            model.open("towns");
            return null;
        });
        int pages = onWindowThread(model::pages);
        assertThat(pages).isGreaterThan(1);
        Path out = folder.resolve("atlas.pdf");
        CompletableFuture<String> told = new CompletableFuture<>();
        onWindowThread(() -> {
            model.print(out, answer -> told.complete(answer.text()));
            return null;
        });
        assertThat(told.get(60, TimeUnit.SECONDS)).contains("atlas.pdf");
        try (PDDocument document = Loader.loadPDF(out.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(pages);
        }
    }

    @Test
    void signaturesChartsPicturesAndTheLooksOfAFrameAreSetInThePanelAndUndone() throws Exception {
        onWindowThread(() -> {
            model.add("signatures", new Box(20, 185, 120, 15));
            return null;
        });
        enter("#layout-entries-zh", "编制\n会签\n签发");
        await(() -> item("signatures") instanceof LayoutItem.Signatures lines
                && lines.entries().stream().map(LocalText::chinese).toList().equals(List.of("编制", "会签", "签发")));
        undone("signatures", 3);

        onWindowThread(() -> {
            model.add("chart", new Box(20, 20, 60, 40));
            return null;
        });
        enter("#layout-colours", "#e0402f, #f39237");
        await(() -> item("chart") instanceof LayoutItem.Chart chart
                && chart.colours().equals(List.of("#e0402f", "#f39237")));
        onWindowThread(() -> {
            model.undo();
            return null;
        });
        assertThat(((LayoutItem.Chart) item("chart")).colours()).isEmpty();

        onWindowThread(() -> {
            model.add("picture", new Box(100, 20, 20, 20));
            model.set("picture", "file", model.pictureName(folder.resolve("pictures/seal.png")));
            return null;
        });
        assertThat(((LayoutItem.Picture) item("picture")).file()).isEqualTo("pictures/seal.png");
        assertThat(editor.stage().getScene().getRoot().lookupAll("#layout-file-choose"))
                .hasSize(1);

        onWindowThread(() -> {
            model.add("map-frame", new Box(150, 20, 60, 60));
            return null;
        });
        LayoutItem.MapFrame frame =
                model.layout().get().frames().get(model.layout().get().frames().size() - 1);
        Fx.click("#layout-layers");
        Fx.click("#frame-layers-chosen");
        choose("#frame-layers-way-town", "NEEDED");
        choose("#frame-layers-style-building", "building");
        write("#frame-layers-opacity-town", "400");
        Fx.click("#frame-layers-take");
        Fx.await(() -> Fx.find("#frame-layers-problem", Node.class).isVisible());
        write("#frame-layers-opacity-town", "40");
        Fx.click("#frame-layers-take");
        await(() -> item(frame.id()) instanceof LayoutItem.MapFrame now
                && now.layers().only().equals(List.of("town"))
                && now.layers().also().contains("building")
                && now.layers().styles().equals(Map.of("building", "building"))
                && now.layers().opacity().equals(Map.of("town", 0.4)));
        onWindowThread(() -> {
            model.select(Set.of("signatures", "chart", "picture", frame.id()));
            model.delete();
            return null;
        });
    }

    private static void choose(String box, String value) throws Exception {
        Fx.run(() -> choose(Fx.find(box, ComboBox.class), value));
    }

    private static <T> void choose(ComboBox<T> box, String value) {
        box.setValue(box.getItems().stream()
                .filter(each -> each != null && each.toString().equals(value))
                .findFirst()
                .orElseThrow());
    }

    private static void write(String field, String text) throws Exception {
        Fx.run(() -> Fx.find(field, TextField.class).setText(text));
    }

    /** Writes into a field of the panel and leaves it. */
    private static void enter(String field, String text) throws Exception {
        settle();
        onWindowThread(() -> {
            javafx.scene.control.TextInputControl input = find(field);
            input.requestFocus();
            input.setText(text);
            return null;
        });
        focusPage();
    }

    private static void undone(String id, int entries) throws Exception {
        click("#layout-do-undo");
        await(() -> item(id) instanceof LayoutItem.Signatures lines
                && lines.entries().size() == entries
                && lines.entries().get(1).chinese().equals("审核"));
    }

    private static LayoutItem item(String id) {
        return model.layout().get().item(id).orElseThrow();
    }

    /** Takes a kind of item in hand and draws its box, in millimetres of the page. */
    private static void draw(String kind, double x1, double y1, double x2, double y2) throws Exception {
        int count = model.layout().get().items().size();
        onWindowThread(() -> {
            javafx.scene.control.ComboBox<String> kinds = find("#layout-add");
            kinds.setValue(kind);
            return null;
        });
        drag(x1, y1, x2, y2);
        await(() -> model.layout().get().items().size() == count + 1);
    }

    private static void drag(double x1, double y1, double x2, double y2) throws Exception {
        double[] from = onScreen(x1, y1);
        double[] to = onScreen(x2, y2);
        robot.moveTo(from[0], from[1]).press(MouseButton.PRIMARY);
        robot.moveTo((from[0] + to[0]) / 2, (from[1] + to[1]) / 2).moveTo(to[0], to[1]);
        robot.release(MouseButton.PRIMARY);
        settle();
    }

    private static double[] onScreen(double x, double y) throws Exception {
        return onWindowThread(() -> {
            Node page = find("#layout-page");
            Bounds bounds = page.localToScreen(page.getLayoutBounds());
            Layout layout = model.layout().get();
            return new double[] {
                bounds.getMinX() + x / layout.page().width() * bounds.getWidth(),
                bounds.getMinY() + y / layout.page().height() * bounds.getHeight()
            };
        });
    }

    private static void type(String field, String text) throws Exception {
        onWindowThread(() -> {
            model.select(Set.of("text"));
            return null;
        });
        settle();
        onWindowThread(() -> {
            TextArea area = find(field);
            area.requestFocus();
            area.setText(text);
            return null;
        });
        focusPage();
    }

    private static void focusPage() throws Exception {
        onWindowThread(() -> {
            find("#layout-page").requestFocus();
            return null;
        });
        await(() -> find("#layout-page").isFocused());
        settle();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Node> T find(String selector) {
        return (T) editor.stage().getScene().lookup(selector);
    }

    private static void settle() throws Exception {
        for (int i = 0; i < 4; i++) {
            Thread.sleep(60);
            onWindowThread(() -> null);
        }
    }
}
