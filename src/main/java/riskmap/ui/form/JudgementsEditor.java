package riskmap.ui.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.risk.weighting.Factor;
import riskmap.risk.weighting.PairwiseComparison;
import riskmap.ui.look.Follow;
import riskmap.ui.look.Texts;

/**
 * A pairwise comparison of the factors as a matrix: the judgements above the diagonal are entered, their reciprocals stand
 * below it, the weights beside it and the consistency ratio below, red where the judgements contradict each other.
 */
final class JudgementsEditor extends VBox {
    /** What the name of a factor has at most in a line. */
    private static final double NAME = 72;

    private final StringProperty value;
    private final StringProperty factors;
    private final GridPane grid = new GridPane();
    private final Label verdict = new Label();
    private final List<TextField> fields = new ArrayList<>();
    private final List<Label> reciprocals = new ArrayList<>();
    private final List<Label> weights = new ArrayList<>();
    private List<String> names = List.of();
    private boolean writing;

    /** @param factors the factors parameter, whose names head the matrix */
    JudgementsEditor(StringProperty value, StringProperty factors) {
        super(6);
        this.value = value;
        this.factors = factors;
        grid.getStyleClass().add("judgements");
        verdict.setId("judgements-verdict");
        verdict.setWrapText(true);
        getChildren().addAll(grid, verdict);
        Follow.changes(this, factors, this::build);
        Follow.changes(this, value, () -> {
            if (!writing) {
                fill();
            }
        });
        Texts.follow(this, this::judge);
        build();
    }

    private void build() {
        List<String> found;
        try {
            found = Factor.parse(factors.get()).stream().map(Factor::name).toList();
        } catch (RiskMapException e) {
            // the factors are being typed: their own editor says what is wrong
            return;
        }
        if (found.equals(names)) {
            return;
        }
        boolean resized = found.size() != names.size() && !names.isEmpty();
        names = found;
        grid.getChildren().clear();
        fields.clear();
        reciprocals.clear();
        weights.clear();
        int size = names.size();
        for (int row = 0; row < size; row++) {
            grid.add(name(row), 0, row + 1);
            grid.add(number(row), row + 1, 0);
            grid.add(new Label("1"), row + 1, row + 1);
            Label weight = new Label();
            weight.getStyleClass().add("form-unit");
            weight.setMinWidth(USE_PREF_SIZE);
            weights.add(weight);
            grid.add(weight, size + 1, row + 1);
            for (int column = row + 1; column < size; column++) {
                TextField field = new TextField();
                field.setPrefColumnCount(3);
                field.setId("judgement-" + row + "-" + column);
                field.textProperty().addListener(property -> write());
                Label reciprocal = new Label();
                fields.add(field);
                reciprocals.add(reciprocal);
                grid.add(field, column + 1, row + 1);
                grid.add(reciprocal, row + 1, column + 1);
            }
        }
        if (resized) {
            value.set(String.join(",", Collections.nCopies(fields.size(), "1")));
        }
        fill();
    }

    /** A factor with its number, its name whole on as many lines as it needs: beside it there is little room. */
    private Label name(int factor) {
        Label label = new Label((factor + 1) + " " + names.get(factor));
        label.setId("judgement-name-" + factor);
        label.getStyleClass().add("form-unit");
        label.setWrapText(true);
        label.setMinWidth(NAME);
        label.setMaxWidth(NAME);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /** The number of a factor above its column. */
    private Label number(int factor) {
        Label label = new Label(Integer.toString(factor + 1));
        label.getStyleClass().add("form-unit");
        label.setTooltip(new Tooltip(names.get(factor)));
        return label;
    }

    private void fill() {
        writing = true;
        String[] parts = value.get() == null ? new String[0] : value.get().split(",");
        for (int i = 0; i < fields.size(); i++) {
            String text = i < parts.length && !parts[i].isBlank() ? parts[i].trim() : "1";
            if (!fields.get(i).getText().equals(text)) {
                fields.get(i).setText(text);
            }
        }
        writing = false;
        judge();
    }

    private void write() {
        if (!writing) {
            writing = true;
            value.set(String.join(
                    ",", fields.stream().map(field -> field.getText().trim()).toList()));
            writing = false;
            judge();
        }
    }

    private void judge() {
        double[] judgements = new double[fields.size()];
        for (int i = 0; i < judgements.length; i++) {
            judgements[i] = number(fields.get(i).getText());
            reciprocals.get(i).setText(shown(1 / judgements[i]));
        }
        try {
            PairwiseComparison found = PairwiseComparison.ofJudgements(judgements, names.size());
            for (int i = 0; i < weights.size(); i++) {
                weights.get(i).setText("w " + String.format(Locale.ROOT, "%.2f", found.weights()[i]));
            }
            String key = found.isConsistent() ? "ui.judgements-good" : "ui.judgements-bad";
            verdict.setText(Message.of(key, shown(found.consistencyRatio())).text());
            verdict.getStyleClass().setAll("label", found.isConsistent() ? "form-unit" : "form-problem");
        } catch (IllegalArgumentException e) {
            weights.forEach(weight -> weight.setText(""));
            verdict.setText(Message.of("ui.judgements-wrong").text());
            verdict.getStyleClass().setAll("label", "form-problem");
        }
    }

    private static double number(String text) {
        try {
            String[] ratio = text.trim().split("/", 2);
            double number = Double.parseDouble(ratio[0]);
            return ratio.length == 1 ? number : number / Double.parseDouble(ratio[1]);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String shown(double number) {
        return Double.isFinite(number)
                ? String.format(Locale.ROOT, "%.3f", number).replaceAll("\\.?0+$", "")
                : "–";
    }
}
