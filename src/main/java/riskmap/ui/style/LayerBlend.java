package riskmap.ui.style;

import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import riskmap.base.Message;
import riskmap.style.SldDocument;
import riskmap.style.SymbolField;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Titles;

/** How a layer as a whole mixes with what lies below it: overlaps within it do not mix with each other. */
final class LayerBlend extends HBox {
    private final ComboBox<FieldChoice> box = new ComboBox<>();
    private String shown = "";
    private boolean showing;

    LayerBlend(StyleViewModel model) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        Label label = new Label();
        label.textProperty().bind(Texts.of("ui.style-layer-blend"));
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(box);
        box.setId("style-layer-blend");
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.getItems().setAll(FieldChoice.of(SymbolField.Kind.BLEND));
        Titles.show(box, choice -> Message.of(choice.title()).text());
        box.valueProperty().addListener((property, before, now) -> {
            if (!showing && now != null) {
                String wanted = now.in(shown);
                model.edit(document -> document.withBlend(wanted));
            }
        });
        getChildren().setAll(label, box);
    }

    /** Shows what a document says; nothing where its parts say different things. */
    void show(SldDocument document) {
        showing = true;
        shown = document.blend().orElse("");
        box.setValue(
                document.blend().isEmpty()
                        ? null
                        : box.getItems().stream()
                                .filter(choice -> choice.isIn(shown))
                                .findFirst()
                                .orElse(null));
        showing = false;
    }
}
