package riskmap.ui.form;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.ui.look.Follow;
import riskmap.ui.look.Texts;

/** Named weights, each with a slider and a number, and their sum; other named numbers without a slider. */
final class WeightsEditor extends GridPane {
    /** Room of the names; longer ones have a second line. */
    private static final double TITLES = 110;

    /**
     * A slider whose end is more than this many times the greatest of the usual values would show all of them at its
     * beginning: 4.5 of 100,000 m² looks like 0.
     */
    private static final double FAR = 10;

    private final WeightsViewModel model;
    private final Map<String, TextField> fields = new LinkedHashMap<>();

    WeightsEditor(Parameter parameter, StringProperty value) {
        model = new WeightsViewModel(value);
        getStyleClass().add("weights-editor");
        double most = parameter.maximum() == null ? 1 : parameter.maximum();
        boolean slid = new WeightsViewModel(new SimpleStringProperty(parameter.defaultValue()))
                .parts().values().stream().anyMatch(usual -> parse(usual) * FAR >= most);
        getColumnConstraints()
                .addAll(
                        column(slid ? TITLES : 0, slid ? Priority.NEVER : Priority.ALWAYS),
                        column(slid ? 60 : 0, slid ? Priority.ALWAYS : Priority.NEVER),
                        column(62, Priority.NEVER));
        model.parts().forEach((name, weight) -> addWeight(parameter, name, weight, slid ? most : Double.NaN));
        if (parameter.unit().isEmpty() && parameter.key().endsWith("weights")) {
            addSum(value);
        }
        Follow.changes(this, value, this::refresh);
    }

    /** The sum of weights that share something; of numbers of any other kind it says nothing. */
    private void addSum(StringProperty value) {
        Label sum = new Label();
        sum.getStyleClass().add("form-unit");
        sum.textProperty()
                .bind(Bindings.createStringBinding(() -> "Σ = " + number(model.sum()), value, Texts.language()));
        add(sum, 2, getRowCount());
    }

    /** A row; without a slider where its end is not a number. */
    private void addWeight(Parameter parameter, String name, String weight, double most) {
        Label title = new Label();
        Message known = parameter.choiceTitle(name);
        title.textProperty().bind(known.exists() ? Texts.of(known) : new ReadOnlyStringWrapper(name));
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        TextField field = new TextField(weight);
        field.setId("weight-" + name);
        field.setAlignment(Pos.CENTER_RIGHT);
        field.textProperty().addListener((property, before, now) -> {
            if (!now.trim().equals(model.parts().get(name))) {
                model.set(name, now);
            }
        });
        title.setLabelFor(field);
        field.accessibleTextProperty().bind(title.textProperty());
        fields.put(name, field);
        int row = fields.size() - 1;
        add(title, 0, row);
        add(field, 2, row);
        if (!Double.isNaN(most)) {
            title.setMaxWidth(TITLES);
            add(slider(parameter.minimum() == null ? 0 : parameter.minimum(), most, field), 1, row);
        }
    }

    private static Slider slider(double least, double most, TextField field) {
        Slider slider = new Slider(least, most, parse(field.getText()));
        slider.accessibleTextProperty().bind(field.accessibleTextProperty());
        slider.setBlockIncrement(most / 20);
        field.textProperty().addListener((property, before, now) -> {
            if (!slider.isValueChanging() && Double.isFinite(parse(now))) {
                slider.setValue(parse(now));
            }
        });
        slider.valueProperty().addListener((property, before, now) -> {
            // the arrow keys move it without its being pressed
            if (slider.isValueChanging() || slider.isPressed() || slider.isFocused()) {
                field.setText(number(now.doubleValue()));
            }
        });
        return slider;
    }

    private void refresh() {
        model.parts().forEach((name, weight) -> {
            TextField field = fields.get(name);
            if (field != null && !field.getText().trim().equals(weight)) {
                field.setText(weight);
            }
        });
    }

    private static double parse(String text) {
        try {
            return Double.parseDouble(text.trim());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Two decimals, without trailing zeros. */
    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    private static ColumnConstraints column(double width, Priority grow) {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(width);
        column.setHgrow(grow);
        return column;
    }
}
