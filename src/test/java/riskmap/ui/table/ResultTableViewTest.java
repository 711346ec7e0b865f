package riskmap.ui.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxToolkit;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.ui.Fx;
import riskmap.ui.look.Look;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Theme;

/** A table of results as the window shows it. */
@Timeout(120)
class ResultTableViewTest {
    private static final String LONG = "甲".repeat(200);
    private static final Table WARNINGS = new Table(
            "warnings",
            Message.of("risk.column-threshold"),
            List.of(
                    new Table.Column("threshold", Message.of("risk.column-threshold"), "mm/h", 1),
                    new Table.Column("level", Message.of("risk.note-threshold-fixed"), "", 0),
                    new Table.Column("remark", Message.of("ui.runs-id"), "", 0)),
            List.of(List.of(12.5, 3L, LONG), List.of(1234567.8, 4L, "–")));

    @BeforeAll
    static void screen() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "no screen");
        FxToolkit.registerPrimaryStage();
        Fx.run(() -> Look.use(Theme.LIGHT));
    }

    @AfterEach
    void inChineseAgain() throws Exception {
        Fx.run(() -> Texts.use(Language.CHINESE));
    }

    @Test
    void headingsAreShownWholeInBothLanguagesAlsoOfTheColumnInOrder() throws Exception {
        Fx.run(() -> {
            Texts.use(Language.CHINESE);
            ResultTableView table = new ResultTableView(WARNINGS);
            StackPane root = new StackPane(table);
            Scene scene = new Scene(root, 1600, 300);
            Look.dress(scene);
            headingsAreWhole(table, root);
            Texts.use(Language.ENGLISH);
            headingsAreWhole(table, root);
            table.getSortOrder().setAll(List.of(table.getColumns().get(0)));
            headingsAreWhole(table, root);
        });
    }

    @Test
    void numbersAreShownWholeAndAVeryLongTextDoesNotTakeTheWholeTable() throws Exception {
        Fx.run(() -> {
            ResultTableView table = new ResultTableView(WARNINGS);
            StackPane root = new StackPane(table);
            Look.dress(new Scene(root, 1600, 300));
            layOut(root);
            List<String> cells = new ArrayList<>();
            shown(table, ".table-cell", cells);
            assertThat(cells).contains("12.5", "1,234,567.8", "3", "4").doesNotContain(LONG);
            assertThat(table.getColumns().get(2).getWidth()).isLessThan(300);
        });
    }

    @Test
    void aTextOfFewerButWiderLettersIsShownWholeToo() throws Exception {
        Table rows = new Table(
                "rows",
                Message.of("ui.runs-id"),
                List.of(new Table.Column("row", Message.of("ui.runs-id"), "", 0)),
                List.of(List.of("outside all towns"), List.of("without geometry"), List.of("WWWWWWWWWWWWWWW")));
        Fx.run(() -> {
            ResultTableView table = new ResultTableView(rows);
            StackPane root = new StackPane(table);
            Look.dress(new Scene(root, 800, 300));
            layOut(root);
            List<String> cells = new ArrayList<>();
            shown(table, ".table-cell", cells);
            assertThat(cells).contains("outside all towns", "without geometry", "WWWWWWWWWWWWWWW");
        });
    }

    private static void headingsAreWhole(ResultTableView table, Parent root) {
        layOut(root);
        List<String> headings = new ArrayList<>();
        shown(table, ".column-header > .label", headings);
        assertThat(headings)
                .containsAll(table.getColumns().stream()
                        .map(column -> column.getText())
                        .toList());
    }

    private static void layOut(Parent root) {
        for (int i = 0; i < 3; i++) {
            root.applyCss();
            root.layout();
        }
    }

    /** The texts as they are drawn, cut where they are. */
    private static void shown(ResultTableView table, String selector, List<String> result) {
        for (Node node : table.lookupAll(selector)) {
            ((Labeled) node)
                    .getChildrenUnmodifiable().stream()
                            .filter(Text.class::isInstance)
                            .map(part -> ((Text) part).getText())
                            .forEach(result::add);
        }
    }
}
