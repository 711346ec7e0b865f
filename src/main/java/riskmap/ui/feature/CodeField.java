package riskmap.ui.feature;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import riskmap.data.Domain;
import riskmap.ui.look.Texts;

/** Chooses a code of a domain by its title: from the list, or by typing any part of title or code. */
final class CodeField extends PopupField {
    private static final double LINE = 26;
    private static final int MOST_LINES = 12;

    private final FieldInput input;
    private final Domain domain;
    private ListView<Domain.Code> list;
    private boolean showing;

    CodeField(FieldInput input) {
        super(MaterialDesignC.CHEVRON_DOWN);
        this.input = input;
        this.domain = input.rule().domain();
        FieldEditor.dress(field(), input);
        show();
        input.text().addListener((property, before, now) -> {
            if (!showing) {
                show();
            }
        });
        field().textProperty().addListener((property, before, now) -> {
            if (!showing) {
                typed(now);
            }
        });
        Texts.follow(this, this::show);
    }

    /** The title of what the field holds; what is no code stands there as it is. */
    private void show() {
        showing = true;
        String code = input.text().get();
        field().setText(domain.codes().stream()
                .filter(known -> known.code().equals(code))
                .findFirst()
                .map(known -> known.title().text())
                .orElse(code));
        showing = false;
    }

    private void typed(String text) {
        showing = true;
        input.enter(domain.find(text).map(Domain.Code::code).orElse(text.strip()));
        showing = false;
        List<Domain.Code> left = matching(text);
        if (field().isFocused() && !left.isEmpty()) {
            open();
            list.getItems().setAll(left);
            list.getSelectionModel().select(text.isBlank() ? -1 : 0);
            resize();
        } else {
            hide();
        }
    }

    private List<Domain.Code> matching(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return domain.codes().stream()
                .filter(code -> code.code().toLowerCase(Locale.ROOT).contains(wanted)
                        || code.title().chinese().contains(wanted)
                        || code.title().english().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    @Override
    Node content() {
        list = new ListView<>();
        list.setFixedCellSize(LINE);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> {
            ListCell<Domain.Code> cell = new ListCell<>() {
                @Override
                protected void updateItem(Domain.Code code, boolean empty) {
                    super.updateItem(code, empty);
                    setText(empty || code == null ? null : code.title().text());
                }
            };
            cell.setOnMousePressed(event -> {
                if (!cell.isEmpty()) {
                    choose(cell.getItem());
                }
            });
            return cell;
        });
        list.getItems().setAll(domain.codes());
        resize();
        return list;
    }

    private void resize() {
        list.setPrefHeight(Math.min(MOST_LINES, Math.max(1, list.getItems().size())) * LINE + 4);
    }

    @Override
    boolean openKey(KeyCode key) {
        int at = list.getSelectionModel().getSelectedIndex();
        int last = list.getItems().size() - 1;
        switch (key) {
            case DOWN -> list.getSelectionModel().select(Math.min(last, at + 1));
            case UP -> list.getSelectionModel().select(Math.max(0, at - 1));
            case ENTER -> {
                if (at >= 0) {
                    choose(list.getItems().get(at));
                } else {
                    return false;
                }
            }
            default -> {
                return false;
            }
        }
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
        return true;
    }

    private void choose(Domain.Code code) {
        input.enter(code.code());
        show();
        field().positionCaret(field().getLength());
        hide();
        list.getItems().setAll(domain.codes());
        resize();
    }

    /** Who types a part that means one code only, and goes on, meant that code, unless other words are as good. */
    @Override
    void left() {
        String text = field().getText();
        List<Domain.Code> left = text.isBlank() ? List.of() : matching(text);
        if (left.size() == 1 && !domain.open() && domain.find(text).isEmpty()) {
            input.enter(left.get(0).code());
        }
        show();
        if (list != null) {
            list.getItems().setAll(domain.codes());
            resize();
        }
    }
}
