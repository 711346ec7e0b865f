package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import riskmap.app.project.Workspace;
import riskmap.app.run.RiskRuns;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.risk.RiskModels;
import riskmap.ui.look.Texts;

/** A model run over rows of values in the real window. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class ModelRowsTest {
    private static WindowDriver driver;

    @BeforeAll
    static void openTheModels(WindowDriver open) throws Exception {
        driver = open;
        driver.run(() -> driver.command("risk").run());
        driver.await(() -> node("#risk-model", ComboBox.class) != null);
        driver.settle();
    }

    @Test
    void aModelIsRunOverRowsOfValuesEachWithALayerAndARecordOfItsOwn() throws Exception {
        choose("combined");
        driver.run(() -> {
            node("#parameter-minimum-zone-area", TextField.class).setText("0");
            node("#risk-rows", Button.class).fire();
        });
        driver.await(() -> node("#rows-table", TableView.class) != null);
        driver.run(() -> node("#rows-add", Button.class).fire());
        driver.await(() -> cells("minimum-zone-area").size() == 2);
        assertThat(driver.get(() -> cells("minimum-zone-area")))
                .extracting(TextField::getText)
                .containsExactly("0", "0");
        driver.run(() -> cells("minimum-zone-area").get(1).setText("large"));
        driver.await(() -> node("#rows-run", Button.class).getText().contains("1"));
        assertThat(driver.get(() -> node("#rows-why", Label.class).getText())).contains("第 2 行", "large");
        driver.run(() -> cells("minimum-zone-area").get(1).setText("900000"));
        driver.run(() -> node("#rows-run", Button.class).fire());
        driver.await(() -> node("#rows-run", Button.class).getText().equals("运行"));
        driver.settle();
        Workspace project = driver.model().project().workspace().get();
        assertThat(project.layers()).contains("risk_zone_1", "risk_zone_2");
        assertThat(RiskRuns.runs(project).stream()
                        .flatMap(id -> RiskRuns.find(project, id).stream())
                        .filter(run -> run.provenance().model().equals("combined"))
                        .map(run -> run.zones() + " "
                                + run.provenance().parameters().get("minimum-zone-area")))
                .contains("[risk_zone_1] 0", "[risk_zone_2] 900000");
        assertThat(driver.get(() -> openTables())).anyMatch(title -> title.endsWith("risk_zone_1"));
        assertThat(driver.get(() -> openTables())).anyMatch(title -> title.endsWith("risk_zone_2"));
        driver.run(() -> node("#risk-reset", Button.class).fire());
    }

    @Test
    void rowsOfAModelThatMakesNoLayerHaveTheirTablesSideBySideAndNoNameToGive() throws Exception {
        choose("peak-discharge");
        driver.run(() -> node("#risk-rows", Button.class).fire());
        driver.await(() -> node("#rows-table", TableView.class) != null);
        driver.run(() -> node("#rows-add", Button.class).fire());
        String result = Message.of("ui.tool-result").text();
        assertThat(driver.get(() -> node("#rows-table", TableView.class).getColumns().stream()
                        .map(column -> ((TableColumn<?, ?>) column).getText())
                        .toList()))
                .doesNotContain(result);
        driver.await(() -> !node("#rows-run", Button.class).isDisabled());
        driver.run(() -> node("#rows-run", Button.class).fire());
        driver.await(() -> node("#rows-run", Button.class).getText().equals("运行"));
        driver.settle();
        assertThat(driver.get(() -> openTables()).stream().filter(title -> title.endsWith("第 1 行")))
                .hasSize(1);
        assertThat(driver.get(() -> openTables()).stream().filter(title -> title.endsWith("第 2 行")))
                .hasSize(1);
    }

    /** They were a text of semicolons and equals signs in a field of a few characters. */
    @Test
    void factorsOfARowAreChosenAsInTheForm() throws Exception {
        choose("combination");
        driver.run(() -> node("#risk-rows", Button.class).fire());
        driver.await(() -> !cells("factors").isEmpty());
        String before = driver.get(() -> cells("factors").get(0).getText());
        // values with and without the button stand in one line
        assertThat(driver.get(() -> middle(cells("factors").get(0))
                        - middle(cells("minimum-zone-area").get(0))))
                .isBetween(-1.0, 1.0);
        driver.run(() -> node("#rows-more-factors", Button.class).fire());
        driver.await(() -> node("#rows-value #factor-add", Button.class) != null);
        driver.run(() -> node("#rows-value #factor-add", Button.class).fire());
        driver.await(() -> !cells("factors").get(0).getText().equals(before));
        assertThat(driver.get(() -> cells("factors").get(0).getText())).startsWith(before);
        driver.settle();
        driver.robot.type(KeyCode.ESCAPE);
        driver.await(() -> node("#rows-value", Node.class) == null);
        assertThat(driver.get(() -> node("#rows-table", TableView.class))).isNotNull();
        assertThat(driver.get(
                        () -> node("#rows-more-minimum-zone-area", Button.class).isVisible()))
                .isFalse();
    }

    @Test
    void headingsOfValuesAreWholeInEnglish() throws Exception {
        try {
            driver.run(() -> Texts.use(Language.ENGLISH));
            choose("accident");
            driver.run(() -> node("#risk-rows", Button.class).fire());
            driver.await(() -> node("#rows-table", TableView.class) != null);
            driver.await(() -> {
                for (Object column : node("#rows-table", TableView.class).getColumns()) {
                    if (((TableColumn<?, ?>) column).getGraphic() instanceof Label heading
                            && heading.getWidth() < heading.prefWidth(-1) - 1) {
                        return false;
                    }
                }
                return true;
            });
        } finally {
            driver.run(() -> Texts.use(Language.CHINESE));
        }
    }

    @AfterEach
    void closeTheRows() throws Exception {
        driver.run(() -> {
            TableView<?> rows = node("#rows-table", TableView.class);
            if (rows != null) {
                rows.getScene().getWindow().hide();
            }
        });
    }

    private static List<String> openTables() {
        return driver.model().tables().open().stream()
                .map(table -> table.title().getValue())
                .toList();
    }

    private static double middle(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getCenterY();
    }

    /** The fields of a value in the rows in sight, from the first row. */
    private static List<TextField> cells(String key) {
        return Fx.find("#rows-table", TableView.class).lookupAll(".table-row-cell").stream()
                .sorted(Comparator.comparingDouble(Node::getLayoutY))
                .map(row -> row.lookup("#rows-cell-" + key))
                .filter(field -> field != null && field.getScene() != null)
                .map(TextField.class::cast)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static void choose(String id) throws Exception {
        driver.run(() -> node("#risk-model", ComboBox.class).setValue(RiskModels.byId(id)));
        // what scrolls is there with the next layout only
        driver.await(() -> node("#risk-rows", Button.class) != null);
    }

    private static <T> T node(String selector, Class<T> type) {
        return Fx.find(selector, type);
    }
}
