package riskmap.ui.feature;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import riskmap.ui.look.ShownValue;

/** What is measured of the geometry: titles and values that can be copied. */
final class FactsGrid extends GridPane {
    FactsGrid() {
        setId("geometry-facts");
        getStyleClass().add("facts-grid");
        ColumnConstraints titles = new ColumnConstraints();
        titles.setPercentWidth(45);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(titles, values);
    }

    void show(List<GeometryFacts> facts) {
        getChildren().clear();
        int row = 0;
        for (GeometryFacts fact : facts) {
            Label title = new Label(fact.title().text());
            title.setWrapText(true);
            title.getStyleClass().add("field-title");
            Node value = ShownValue.of(fact.value());
            value.setFocusTraversable(false);
            addRow(row++, title, value);
        }
        setVisible(!facts.isEmpty());
        setManaged(!facts.isEmpty());
    }
}
