package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javafx.event.ActionEvent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A form that was opened and not filled in yet, in the real window. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class UntouchedFormTest {
    private static WindowDriver driver;

    @BeforeAll
    static void open(WindowDriver open) {
        driver = open;
    }

    /** It was red as soon as the form was there, as if something had been done wrong. */
    @Test
    void whatIsNeededIsSaidCalmlyUntilSomethingWasTyped() throws Exception {
        driver.run(() -> driver.command("toolbox").run());
        driver.await(() -> Fx.find("#toolbox-search", TextField.class) != null);
        driver.run(() -> {
            TextField search = Fx.find("#toolbox-search", TextField.class);
            search.setText("reclassify-by-table");
            search.fireEvent(new ActionEvent());
        });
        driver.await(() -> Fx.find("#parameter-table", TextField.class) != null);
        assertThat(driver.get(() -> said().getText())).isNotEmpty();
        assertThat(driver.get(() -> said().getStyleClass()))
                .contains("hint-inline")
                .doesNotContain("form-problem");
        driver.run(() -> table().setText("0,5"));
        driver.run(() -> table().setText(""));
        assertThat(driver.get(() -> said().getText())).isNotEmpty();
        assertThat(driver.get(() -> said().getStyleClass()))
                .contains("form-problem")
                .doesNotContain("hint-inline");
    }

    private static TextField table() {
        return Fx.find("#parameter-table", TextField.class);
    }

    /** What stands below the field. */
    private static Label said() {
        var row = table().getParent().getChildrenUnmodifiable();
        return (Label) row.get(row.size() - 1);
    }
}
