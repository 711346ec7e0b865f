package riskmap.ui.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.scene.control.ButtonType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import riskmap.base.Language;

/** The toolkit's own words are in the language of the program, not in that of the system. */
class TextsTest {
    private final Language before = Texts.language().get();
    private final Locale system = Locale.getDefault();

    @AfterEach
    void asBefore() {
        Texts.use(before);
        Locale.setDefault(system);
    }

    @Test
    void theButtonsOfTheToolkitFollowTheLanguage() {
        Texts.use(Language.CHINESE);
        assertThat(ButtonType.CANCEL.getText()).isEqualTo("取消");
        Texts.use(Language.ENGLISH);
        assertThat(ButtonType.CANCEL.getText()).isEqualTo("Cancel");
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        Texts.use(Language.ENGLISH);
        assertThat(ButtonType.CANCEL.getText()).isEqualTo("Cancel");
    }
}
