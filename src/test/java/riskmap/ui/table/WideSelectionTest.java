package riskmap.ui.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxToolkit;
import riskmap.ui.Fx;
import riskmap.ui.look.Look;
import riskmap.ui.look.Theme;

/** More rows than a table's own selection holds, selected with the keys and the mouse as few are. */
@Timeout(60)
class WideSelectionTest {
    private static final int ROWS = 300_000;

    private final Set<Integer> pagesRead = new TreeSet<>();
    private TableView<Row> table;
    private WideSelection wide;

    @BeforeAll
    static void screen() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "no screen");
        FxToolkit.registerPrimaryStage();
        Fx.run(() -> Look.use(Theme.LIGHT));
    }

    @BeforeEach
    void openTable() throws Exception {
        Fx.run(() -> {
            IdList ids = new IdList();
            for (int i = 0; i < ROWS; i++) {
                ids.add("building." + i);
            }
            table = new TableView<>();
            TableColumn<Row, String> column = new TableColumn<>();
            column.setCellValueFactory(
                    cell -> new ReadOnlyStringWrapper(cell.getValue().id()));
            table.getColumns().setAll(List.of(column));
            table.setItems(new LazyRows(ids, pagesRead::add));
            table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
            wide = new WideSelection(table, 1_000);
            table.setRowFactory(view -> {
                TableRow<Row> row = new TableRow<>();
                wide.follow(row);
                return row;
            });
            StackPane root = new StackPane(table);
            Look.dress(new Scene(root, 400, 400));
            root.applyCss();
            root.layout();
        });
    }

    @Test
    void allRowsAreSelectedWithoutReadingThem() throws Exception {
        Fx.run(() -> {
            press(KeyCode.A, false, true);
            assertThat(wide.stretch().get()).isEqualTo(new WideSelection.Stretch(0, ROWS));
            assertThat(table.getSelectionModel().getSelectedIndices()).isEmpty();
            assertThat(pagesRead).hasSizeLessThan(5);
            assertThat(row(3).getPseudoClassStates()).contains(WideSelection.WITHIN);
        });
    }

    @Test
    void aRowSelectedAlonePutsAnEndToIt() throws Exception {
        Fx.run(() -> {
            press(KeyCode.A, false, true);
            table.getSelectionModel().clearAndSelect(2);
            assertThat(wide.stretch().get()).isNull();
            assertThat(table.getSelectionModel().getSelectedIndices()).containsExactly(2);
            assertThat(row(3).getPseudoClassStates()).doesNotContain(WideSelection.WITHIN);
        });
    }

    @Test
    void aStretchGoesFromTheRowWithTheFocus() throws Exception {
        Fx.run(() -> {
            table.getSelectionModel().clearAndSelect(200_000);
            press(KeyCode.END, true, false);
            assertThat(wide.stretch().get()).isEqualTo(new WideSelection.Stretch(200_000, ROWS));
            table.getSelectionModel().clearAndSelect(200_000);
            press(KeyCode.HOME, true, false);
            assertThat(wide.stretch().get()).isEqualTo(new WideSelection.Stretch(0, 200_001));
            table.getSelectionModel().clearAndSelect(200_000);
            shiftClick(row(4));
            assertThat(wide.stretch().get()).isEqualTo(new WideSelection.Stretch(4, 200_001));
        });
    }

    @Test
    void fewRowsStayWithTheTable() throws Exception {
        Fx.run(() -> {
            table.getSelectionModel().clearAndSelect(999);
            press(KeyCode.HOME, true, false);
            assertThat(wide.stretch().get()).isNull();
        });
    }

    private void press(KeyCode code, boolean shift, boolean control) {
        Event.fireEvent(table, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
    }

    private static void shiftClick(Node row) {
        Event.fireEvent(
                row,
                new MouseEvent(
                        MouseEvent.MOUSE_PRESSED,
                        0,
                        0,
                        0,
                        0,
                        MouseButton.PRIMARY,
                        1,
                        true,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
    }

    private TableRow<?> row(int index) {
        return table.lookupAll(".table-row-cell").stream()
                .map(node -> (TableRow<?>) node)
                .filter(row -> row.getIndex() == index && !row.isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
