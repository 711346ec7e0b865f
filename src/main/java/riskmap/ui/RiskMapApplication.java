package riskmap.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import riskmap.app.run.Readiness;
import riskmap.data.LayerData;
import riskmap.render.PaintLayer;
import riskmap.ui.look.Look;
import riskmap.ui.look.Maximized;
import riskmap.ui.look.Texts;

/** The window's life: loads the look, shows the start page or the project it was given, closes what is open at the end. */
public final class RiskMapApplication extends Application {
    /** Set when the program is installed: it goes once as far as the first picture and a table, so that its classes are learnt. */
    private static final String REHEARSAL = "riskmap.rehearsal";

    /** A picture that is not there by then will not come. */
    private static final Duration REHEARSED = Duration.minutes(2);

    /** By then the rows in sight are there. */
    private static final Duration LOOKED_AT = Duration.seconds(4);

    /** Pixels of the screen that the frame of a window may take when it is not as large as the screen. */
    private static final double FRAME = 60;

    private WindowController controller;

    @Override
    public void start(Stage stage) {
        Preferences preferences = Preferences.ofUser();
        Texts.use(preferences.language());
        Look.use(preferences.theme());
        Readiness.await();
        WindowViewModel model = new WindowViewModel(preferences, Platform::runLater);
        if (!getParameters().getUnnamed().isEmpty()) {
            // read beside the making of the window, which takes as long
            model.open(Path.of(getParameters().getUnnamed().get(0)));
        }
        if (Boolean.getBoolean(REHEARSAL)) {
            stage.setOpacity(0);
        }
        controller = open(stage, model);
        if (Boolean.getBoolean(REHEARSAL)) {
            rehearse(stage, model);
        }
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> Platform.runLater(() -> controller.tell(failure)));
    }

    /** Closes the window when the map of its project and a table were shown, or when that takes too long. */
    private void rehearse(Stage stage, WindowViewModel model) {
        PauseTransition shown = new PauseTransition(LOOKED_AT);
        shown.setOnFinished(event -> stage.close());
        controller.map().drawing().addListener((property, before, now) -> {
            List<PaintLayer> layers = model.project().content().get().layers();
            if (!now && !layers.isEmpty() && shown.getStatus() != Animation.Status.RUNNING) {
                layers.stream()
                        .filter(layer -> layer.data() instanceof LayerData.Features)
                        .findFirst()
                        .ifPresent(layer -> model.openTable(layer.id()));
                shown.play();
            }
        });
        PauseTransition late = new PauseTransition(REHEARSED);
        late.setOnFinished(event -> stage.close());
        late.play();
    }

    /** Fills a stage with the program and shows it. */
    static WindowController open(Stage stage, Preferences preferences) {
        return open(stage, new WindowViewModel(preferences, Platform::runLater));
    }

    private static WindowController open(Stage stage, WindowViewModel model) {
        model.project().setOutputScale(Screen.getPrimary().getOutputScaleX());
        WindowController controller = new WindowController(stage, model);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(
                controller.window(),
                Math.min(1440, screen.getWidth() - FRAME),
                Math.min(900, screen.getHeight() - FRAME));
        Look.dress(scene);
        // the window is there before its first frame: in the colour of the theme, not in white
        scene.getRoot().applyCss();
        stage.setScene(scene);
        stage.titleProperty().bind(Texts.of("ui.product"));
        stage.setMinWidth(Math.min(900, screen.getWidth()));
        stage.setMinHeight(Math.min(600, screen.getHeight()));
        if (screen.getWidth() < 1700) {
            stage.setX(screen.getMinX());
            stage.setY(screen.getMinY());
            stage.setMaximized(true);
        }
        Maximized.keep(stage);
        // JDK-8316423: under some window managers the first stage of JavaFX 21 shrinks to nothing
        stage.setOnShown(event -> Platform.runLater(() -> {
            if (stage.getWidth() < stage.getMinWidth()) {
                stage.sizeToScene();
            }
            model.project().setOutputScale(stage.getOutputScaleX());
        }));
        stage.show();
        return controller;
    }

    @Override
    public void stop() {
        controller.close();
    }
}
