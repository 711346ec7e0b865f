package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxToolkit;
import riskmap.ui.look.Waiting;

@ExtendWith(ShotOnFailure.class)
@Timeout(120)
class WaitingSignTest {
    private Region line;
    private Node wheel;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "no screen");
        Stage stage = FxToolkit.registerPrimaryStage();
        Fx.run(() -> show(stage));
    }

    private void show(Stage stage) {
        line = Waiting.line();
        wheel = Waiting.wheel(16);
        line.setPrefSize(200, 4);
        stage.setScene(new Scene(new VBox(line, wheel)));
        stage.show();
    }

    @Test
    void signsMoveSomeTimesASecondWhileTheyAreSeenAndRestWhileTheyAreNot() throws Exception {
        AtomicInteger turns = new AtomicInteger();
        List<Double> places = new ArrayList<>();
        Node piece = line.getChildrenUnmodifiable().get(0);
        Fx.run(() -> {
            wheel.rotateProperty().addListener(property -> turns.incrementAndGet());
            piece.layoutXProperty().addListener((property, before, now) -> places.add(now.doubleValue()));
        });

        Fx.await(() -> turns.get() > 0 && places.size() > 0);
        Thread.sleep(2_000);
        int seen = turns.get();
        Fx.run(() -> {
            line.setVisible(false);
            wheel.setVisible(false);
        });
        int hidden = turns.get();
        Thread.sleep(1_000);

        assertThat(seen).as("moves in two seconds").isBetween(3, 30);
        assertThat(Fx.onWindowThread(() -> List.copyOf(places)))
                .allMatch(place -> place >= 0 && place <= line.getWidth());
        assertThat(turns.get()).as("while it is not to be seen").isEqualTo(hidden);
    }
}
