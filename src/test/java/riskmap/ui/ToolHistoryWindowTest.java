package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import riskmap.app.tool.ToolRuns;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.ui.look.Texts;

/** The record of the tools' runs in the real window. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class ToolHistoryWindowTest {
    private static WindowDriver driver;

    @BeforeAll
    static void open(WindowDriver open) {
        driver = open;
    }

    /** The record named the layer and the choice as the program does, #shelter and descending, and a number without its unit. */
    @Test
    void theRecordOfARunNamesLayersAndChoicesAsTheFormDoes() throws Exception {
        assertThat(recorded("rotate", Map.of("angle", "45"), "转过的"))
                .contains("shelter", "转过的", "：45 °")
                .doesNotContain("#", ": ");
        assertThat(recorded("order-rows", Map.of("expression", "name", "order", "descending"), "排好的"))
                .contains("shelter", "排好的", "降序", "3 行")
                .doesNotContain("#", "descending");
        // the open record went on speaking Chinese
        try {
            driver.run(() -> Texts.use(Language.ENGLISH));
            driver.settle();
            assertThat(driver.get(ToolHistoryWindowTest::latest))
                    .contains("shelter", "排好的", "escending")
                    .doesNotContain("降序", "3 行");
        } finally {
            driver.run(() -> Texts.use(Language.CHINESE));
        }
    }

    /** It was called by the number of its record. */
    @Test
    void aRunThatIsRepeatedIsCalledByItsToolAndTime() throws Exception {
        recorded("rotate", Map.of("angle", "30"), "再次的");
        driver.run(() -> driver.window().window().lookupAll("#tool-history .titled-pane .content .button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals("重算并比对"))
                .findFirst()
                .orElseThrow()
                .fire());
        driver.await(() -> Fx.find(".dialog-pane", DialogPane.class) != null);
        assertThat(driver.get(() -> Fx.find(".dialog-pane", DialogPane.class).getContentText()))
                .matches("旋转（\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d）：重算结果与记录完全相同");
        Fx.answer("旋转", "关闭");
    }

    /** What stands of a run over the shelters in the open record, the latest. */
    private static String recorded(String tool, Map<String, String> values, String result) throws Exception {
        driver.run(() -> ToolRuns.run(
                driver.model().project().workspace().get(),
                new ToolRuns.Request(tool, Map.of("features", "#shelter"), values, result),
                Progress.silent()));
        driver.run(() -> driver.command("tool-history").run());
        driver.settle();
        driver.await(() -> latest().contains(result));
        return driver.get(ToolHistoryWindowTest::latest);
    }

    private static String latest() {
        Node text = driver.window().window().lookup("#tool-history .titled-pane .content .label");
        return text == null ? "" : ((Label) text).getText();
    }
}
