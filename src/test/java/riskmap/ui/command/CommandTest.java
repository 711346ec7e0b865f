package riskmap.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

class CommandTest {
    @Test
    void aCommandThatCannotBeDoneSaysWhyAndDoesNothing() {
        AtomicInteger done = new AtomicInteger();
        SimpleBooleanProperty open = new SimpleBooleanProperty();
        SimpleBooleanProperty chosen = new SimpleBooleanProperty();
        Command command = Command.of("print", MaterialDesignP.PRINTER_OUTLINE, "Shortcut+P", done::incrementAndGet)
                .onlyIf(open, "ui.why-no-project")
                .onlyIf(chosen, "ui.why-no-layer");
        command.run();
        assertThat(done).hasValue(0);
        assertThat(command.reason().getValue().key()).isEqualTo("ui.why-no-project");
        open.set(true);
        assertThat(command.reason().getValue().key()).isEqualTo("ui.why-no-layer");
        chosen.set(true);
        command.run();
        assertThat(command.isAvailable()).isTrue();
        assertThat(done).hasValue(1);
    }
}
