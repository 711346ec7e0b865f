package riskmap.ui.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import riskmap.ui.look.Gradual;
import riskmap.ui.look.Texts;

/**
 * The form of the selected features, made from the catalogue: groups of fields in form order, errors at the fields and
 * counted at the top. Enter stores, Esc takes back, Tab goes on. The controls of a layer are made once, a few with every
 * frame, and filled anew for each feature.
 */
public final class FeatureFormView extends BorderPane {
    private final FeatureFormsViewModel model;
    private final Map<FeatureFormViewModel, VBox> pages = new HashMap<>();
    private final Map<FeatureFormViewModel, List<FieldRow>> rows = new HashMap<>();
    private final Gradual building = new Gradual();
    private final ScrollPane scroll = new ScrollPane();
    private final Label hint = new Label();
    private final FactsGrid facts;
    private final VBox foot = new VBox();

    /** Shows the panel. */
    public FeatureFormView(FeatureFormsViewModel model) {
        this.model = model;
        this.facts = new FactsGrid();
        setId("feature-form");
        getStyleClass().add("feature-form");
        scroll.setFitToWidth(true);
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.textProperty().bind(Texts.of("ui.form-hint"));
        BooleanBinding open = model.form().isNotNull();
        Node head = new FormHead(model, this::showFirstWrong);
        head.visibleProperty().bind(open);
        head.managedProperty().bind(open);
        setTop(head);
        model.form().addListener(property -> show());
        model.facts().addListener(property -> showFacts());
        Texts.follow(this, this::showFacts);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        show();
    }

    /** Adds something below the fields, such as the attachments. */
    public void addBelow(Node node) {
        foot.getChildren().add(node);
    }

    private void show() {
        FeatureFormViewModel form = model.form().get();
        if (form == null) {
            building.finish();
            setCenter(hint);
            setAlignment(hint, javafx.geometry.Pos.TOP_LEFT);
            return;
        }
        VBox page = pages.get(form);
        if (page == null) {
            building.finish();
            pages.clear();
            rows.clear();
            page = new VBox();
            page.getStyleClass().add("form-page");
            // never wider than the panel: what is wide in it is cut or wrapped, not scrolled to
            page.setMinWidth(0);
            pages.put(form, page);
            build(form, page);
        }
        scroll.setContent(page);
        scroll.setVvalue(0);
        setCenter(scroll);
        showFacts();
        if (model.isNew()) {
            focusFirst();
        }
    }

    private void build(FeatureFormViewModel form, VBox page) {
        List<FieldRow> made = new ArrayList<>();
        rows.put(form, made);
        Map<String, Label> headings = new HashMap<>();
        building.each(
                form.inputs(),
                input -> {
                    String group = input.rule().group().chinese();
                    Label heading = headings.get(group);
                    if (heading == null) {
                        heading = new Label();
                        heading.getStyleClass().add("form-group");
                        heading.setMaxWidth(Double.MAX_VALUE);
                        heading.textProperty()
                                .bind(Bindings.createStringBinding(input.rule().group()::text, Texts.language()));
                        headings.put(group, heading);
                        page.getChildren().add(heading);
                    }
                    FieldRow row = new FieldRow(input, () -> model.last().of(form.layer(), input.key()));
                    row.disableProperty().bind(model.storing());
                    made.add(row);
                    page.getChildren().add(row);
                    if (made.size() == 1 && model.isNew()) {
                        row.take();
                    }
                },
                () -> page.getChildren().addAll(facts, foot));
    }

    private void showFacts() {
        facts.show(model.facts().get());
    }

    private void focusFirst() {
        rows.getOrDefault(model.form().get(), List.of()).stream()
                .filter(row -> !row.input().isReadOnly())
                .findFirst()
                .ifPresent(FieldRow::take);
    }

    /** Brings the first wrong field into sight and gives it the keyboard. */
    private void showFirstWrong() {
        building.finish();
        FieldInput wrong =
                model.form().get() == null ? null : model.form().get().firstWrong();
        for (FieldRow row : rows.getOrDefault(model.form().get(), List.of())) {
            if (row.input() == wrong) {
                VBox page = pages.get(model.form().get());
                double room = page.getHeight() - scroll.getViewportBounds().getHeight();
                scroll.setVvalue(room <= 0 ? 0 : (row.getBoundsInParent().getMinY() - 20) / room);
                row.take();
            }
        }
    }

    private void keyPressed(KeyEvent event) {
        FeatureFormViewModel form = model.form().get();
        if (form == null || isPopupOpen(event)) {
            return;
        }
        boolean lines = event.getTarget() instanceof TextArea;
        if (event.getCode() == KeyCode.ENTER && (!lines || event.isShortcutDown())) {
            event.consume();
            if (form.wrong().get() > 0) {
                showFirstWrong();
            } else {
                model.store();
            }
        } else if (event.getCode() == KeyCode.ESCAPE && form.dirty().get()) {
            event.consume();
            model.revert();
        } else if (event.getCode() == KeyCode.PAGE_DOWN && event.isShortcutDown()) {
            event.consume();
            model.go(1);
        } else if (event.getCode() == KeyCode.PAGE_UP && event.isShortcutDown()) {
            event.consume();
            model.go(-1);
        }
    }

    /** Enter and Esc belong to a list or a calendar while it is open. */
    private static boolean isPopupOpen(KeyEvent event) {
        for (Node node = event.getTarget() instanceof Node target ? target : null;
                node != null;
                node = node.getParent()) {
            if (node instanceof PopupField field) {
                return field.isOpen();
            }
        }
        return false;
    }
}
