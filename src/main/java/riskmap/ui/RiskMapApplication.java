package riskmap.ui;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/** The window's life: loads the look, shows the start page or the project it was given, closes what is open at the end. */
public final class RiskMapApplication extends Application {
    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new BorderPane(), 1280, 800));
        stage.show();
    }
}
