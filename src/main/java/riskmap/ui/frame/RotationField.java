package riskmap.ui.frame;

import java.text.Normalizer;
import java.util.Locale;
import javafx.scene.control.TextField;
import riskmap.ui.canvas.MapViewModel;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;

/** The box of the status bar that says and takes the turn of the map, in degrees clockwise. */
public final class RotationField extends TextField {
    private final MapViewModel map;

    /** Makes the box of a map. */
    public RotationField(MapViewModel map) {
        this.map = map;
        setId("status-rotation");
        getStyleClass().add("status-field");
        setPrefColumnCount(4);
        setMinWidth(62);
        setMaxWidth(62);
        disableProperty().bind(map.isEmpty());
        accessibleTextProperty().bind(Texts.of("ui.rotation-name"));
        setTooltip(Tips.of("ui.rotation-tip"));
        setOnAction(event -> take());
        map.view().addListener((property, before, now) -> {
            if (before.rotation() != now.rotation()) {
                show();
            }
        });
        focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                show();
            }
        });
        show();
    }

    private void show() {
        double rotation = Math.round(map.view().get().rotation() * 10) / 10.0;
        setText(String.format(Locale.ROOT, rotation == Math.rint(rotation) ? "%.0f°" : "%.1f°", rotation + 0.0));
    }

    private void take() {
        String typed =
                Normalizer.normalize(getText().strip(), Normalizer.Form.NFKC).replaceAll("[°度\\s]", "");
        if (typed.matches("[-+]?\\d{1,4}(\\.\\d{1,4})?")) {
            map.rotateTo(Double.parseDouble(typed));
        }
        show();
        selectAll();
    }
}
