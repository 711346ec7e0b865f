package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.ui.feature.PhotosViewModel;
import riskmap.ui.look.Texts;
import riskmap.ui.table.Row;

/** The attribute table of the real window being edited, and the photos below the form. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class TableEditingTest {
    @TempDir
    private static Path folder;

    private static WindowDriver driver;

    @BeforeAll
    static void openTheTable(WindowDriver open) throws Exception {
        driver = open;
        driver.edit("building");
        driver.run(() -> driver.model().openTable("building"));
        driver.await(() -> table() != null && table().getItems().size() == 400);
        driver.settle();
    }

    @Test
    void aCellIsEditedInPlaceAWrongValueStaysOpenWithItsReason() throws Exception {
        Object before = driver.value("building", 1, "floors");
        edit(0, "floors");
        type("900");
        driver.robot.type(KeyCode.ENTER);
        driver.await(() -> driver.model().tasks().news().get() != null
                && driver.model().tasks().news().get().text().contains("900"));
        driver.settle();
        assertThat(driver.<Object>get(() -> table().getEditingCell())).isNotNull();
        assertThat(driver.value("building", 1, "floors")).isEqualTo(before);
        type("7");
        driver.robot.type(KeyCode.ENTER);
        driver.await(() -> table().getEditingCell() == null);
        driver.settle();
        assertThat(driver.value("building", 1, "floors")).isEqualTo(7L);
        assertThat(driver.<Object>get(() -> shown(0, "floors"))).isEqualTo(7L);
        driver.run(driver.model().editing()::undo);
        driver.settle();
        assertThat(driver.value("building", 1, "floors")).isEqualTo(before);
        assertThat(driver.<Object>get(() -> shown(0, "floors"))).isEqualTo(before);
    }

    @Test
    void escGivesUpWhatWasTyped() throws Exception {
        Object before = driver.value("building", 2, "people");
        edit(1, "people");
        type("77");
        driver.robot.type(KeyCode.ESCAPE);
        driver.await(() -> table().getEditingCell() == null);
        driver.settle();
        assertThat(driver.value("building", 2, "people")).isEqualTo(before);
    }

    @Test
    void aFilterMayHaveOtherCapitalsAndAWrongNameIsSaidAndChangesNothing() throws Exception {
        filter("PEOPLE >= 60 and floors < 3");
        driver.await(() -> table().getItems().size() < 400);
        int found = driver.get(() -> table().getItems().size());
        assertThat(found).isEqualTo((int) IntStream.range(0, 400)
                .filter(i -> 5 + i % 60 >= 60 && 1 + i % 9 < 3)
                .count());
        filter("peopel >= 60");
        assertThat(driver.<String>get(() -> ((Labeled) lookup(".table-problem")).getText()))
                .contains("peopel", "people");
        assertThat(driver.get(() -> table().getItems().size())).isEqualTo(found);
        filter("");
        driver.await(() -> table().getItems().size() == 400);
    }

    @Test
    void theTableFollowsRowsThatComeAndGo() throws Exception {
        var workspace = driver.model().project().workspace().get();
        long fid = workspace.edits().newFid("building");
        driver.run(() -> driver.model()
                .editing()
                .commit(
                        Changes.of(
                                Message.of("ui.command.draw"),
                                RowChange.added(
                                        "building",
                                        fid,
                                        java.util.Map.of(
                                                "floors",
                                                2L,
                                                "structure",
                                                "steel",
                                                "use",
                                                "residential",
                                                "people",
                                                3L,
                                                "geom",
                                                driver.model()
                                                        .project()
                                                        .workspace()
                                                        .get()
                                                        .store()
                                                        .edits()
                                                        .values("building", 1, List.of("geom"))
                                                        .get("geom")))),
                        done -> {}));
        driver.settle();
        assertThat(driver.get(() -> table().getItems().size())).isEqualTo(401);
        driver.run(driver.model().editing()::undo);
        driver.settle();
        assertThat(driver.get(() -> table().getItems().size())).isEqualTo(400);
    }

    @Test
    void selectionIsSharedBothWaysAndSurvivesSorting() throws Exception {
        driver.run(() -> driver.model().selection().only("building", Set.of(5L, 9L)));
        driver.settle();
        assertThat(driver.get(() -> List.copyOf(table().getSelectionModel().getSelectedIndices())))
                .containsExactlyInAnyOrder(4, 8);
        driver.run(() -> {
            var people = table().getColumns().stream()
                    .filter(column -> "people".equals(column.getUserData()))
                    .findFirst()
                    .orElseThrow();
            table().getSortOrder().setAll(List.of(people));
        });
        driver.settle();
        driver.await(() -> table().getSelectionModel().getSelectedIndices().size() == 2);
        assertThat(driver.get(() -> Set.copyOf(driver.model().selection().of("building"))))
                .isEqualTo(Set.of(5L, 9L));
        driver.run(() -> {
            table().getSortOrder().clear();
            driver.model().selection().clear();
        });
        driver.settle();
    }

    @Test
    void photosAreShownBelowTheFormOfTheirFeature() throws Exception {
        Path file = folder.resolve("现场.png");
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        assertThat(ImageIO.write(image, "png", file.toFile())).isTrue();
        PhotosViewModel photos = driver.get(() -> new PhotosViewModel(
                driver.model().forms(), driver.model().editing(), driver.model().tasks()));
        driver.run(() -> driver.model().selection().only("building", Set.of(3L)));
        driver.settle();
        driver.await(() -> photos.possible().get());
        driver.run(() -> photos.add(List.of(file)));
        driver.settle();
        driver.await(() -> photos.photos().get().size() == 1 && lookup("#photo-1") != null);
        driver.run(() -> driver.model().selection().only("building", Set.of(4L)));
        driver.settle();
        driver.await(() -> photos.photos().get().isEmpty() && lookup("#photo-1") == null);
        driver.run(() -> Texts.use(Language.ENGLISH));
        driver.await(() -> isInSight(lookup("#photo-add")) && isInSight(lookup("#photos-hint")));
        driver.run(() -> Texts.use(Language.CHINESE));
        driver.run(driver.model().editing()::undo);
        driver.settle();
        assertThat(driver.model().project().workspace().get().store().verify(Progress.silent()))
                .isEmpty();
    }

    @Test
    void columnsFitWhatTheyHoldAndOneDrawnByHandKeepsItsWidth() throws Exception {
        driver.await(TableEditingTest::isRead);
        driver.settle();
        for (var column : driver.get(() -> List.copyOf(table().getColumns()))) {
            double heading = driver.get(() -> {
                Text text = new Text(column.getText());
                text.setFont(((Labeled) table().lookup(".column-header .label")).getFont());
                return text.getLayoutBounds().getWidth();
            });
            assertThat(column.getWidth())
                    .as(column.getText())
                    .isBetween(Math.min(260, heading + 20), Math.max(260, heading));
        }
        assertThat(driver.get(() -> table().getColumns().stream()
                        .map(javafx.scene.control.TableColumn::getWidth)
                        .distinct()
                        .count()))
                .as("different widths")
                .isGreaterThan(3);
        driver.run(() -> table().resizeColumn(column("floors"), 61));
        double drawn = driver.get(() -> column("floors").getWidth());
        driver.await(
                () -> driver.model().preferences().choice("columns building").contains(" floors"));
        driver.run(() ->
                driver.model().tables().close(driver.model().tables().open().get(0)));
        driver.run(() -> driver.model().openTable("building"));
        driver.await(() -> table() != null && table().getItems().size() == 400 && isRead());
        driver.settle();
        assertThat(column("floors").getWidth()).isCloseTo(drawn, within(1.0));
    }

    /** The cell on the screen; none before the table has laid it out. */
    private static Optional<TableCell<?, ?>> cell(int row, String column) {
        return table().lookupAll(".table-cell").stream()
                .<TableCell<?, ?>>map(node -> (TableCell<?, ?>) node)
                .filter(found -> found.getIndex() == row && found.getTableColumn() == column(column))
                .findFirst();
    }

    private static void edit(int row, String column) throws Exception {
        driver.run(() -> {
            table().scrollTo(0);
            table().scrollToColumn(column(column));
        });
        driver.settle();
        driver.await(() -> cell(row, column).isPresent());
        Node cell = driver.get(() -> cell(row, column).orElseThrow());
        // two clicks count as one double click only where the machine is quick enough
        for (int tries = 0; driver.get(() -> table().getEditingCell() == null); tries++) {
            assertThat(tries).isLessThan(10);
            driver.robot.doubleClickOn(cell);
            driver.settle();
            Thread.sleep(600);
        }
    }

    /** Types in place of what stands in the open cell; keys come when the screen sends them, not when they were pressed. */
    private static void type(String text) throws Exception {
        driver.await(() -> focused() instanceof TextInputControl);
        driver.robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        driver.robot.write(text, 10);
        driver.await(() ->
                focused() instanceof TextInputControl field && field.getText().equals(text));
    }

    private static void filter(String condition) throws Exception {
        driver.run(() -> {
            TextField field = (TextField) lookup("#table-filter");
            field.setText(condition);
            field.getOnAction().handle(null);
        });
        driver.settle();
    }

    private static Node focused() {
        return driver.window().window().getScene().getFocusOwner();
    }

    private static javafx.scene.control.TableColumn<Row, ?> column(String name) {
        return table().getColumns().stream()
                .filter(known -> name.equals(known.getUserData()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isRead() {
        return table().getItems().get(0).values().get() != null;
    }

    private static Object shown(int row, String column) {
        return table().getItems().get(row).values().get()[table().getColumns().indexOf(column(column))];
    }

    @SuppressWarnings("unchecked")
    private static TableView<Row> table() {
        return (TableView<Row>) lookup("#attribute-table");
    }

    private static Node lookup(String id) {
        return driver.window().window().lookup(id);
    }

    private static boolean isInSight(Node node) {
        return node.isVisible()
                && node.localToScene(node.getLayoutBounds()).getMaxX()
                        <= node.getScene().getWidth();
    }
}
