package riskmap.ui.feature;

import java.time.LocalDate;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.skin.DatePickerSkin;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A date, typed in any usual way (2026-01-31, 2026/1/31, 20260131, 2026年1月31日) or picked from a calendar. */
final class DayField extends PopupField {
    private final FieldInput input;
    private DatePicker calendar;

    DayField(FieldInput input) {
        super(MaterialDesignC.CALENDAR_BLANK_OUTLINE);
        this.input = input;
        field().textProperty().bindBidirectional(input.text());
        FieldEditor.dress(field(), input);
        if (!input.several().get()) {
            field().promptTextProperty().unbind();
            field().setPromptText("YYYY-MM-DD");
        }
    }

    @Override
    Node content() {
        calendar = new DatePicker(day());
        calendar.valueProperty().addListener((property, before, now) -> {
            if (now != null && !now.equals(day())) {
                input.enter(now.toString());
                hide();
            }
        });
        return new DatePickerSkin(calendar).getPopupContent();
    }

    /** A readable date is written in one way once the keyboard goes elsewhere. */
    @Override
    void left() {
        LocalDate day = day();
        if (day != null && input.touched().get()) {
            input.enter(day.toString());
        }
        if (calendar != null) {
            calendar.setValue(day);
        }
    }

    private LocalDate day() {
        return input.rule().value(input.text().get()) instanceof LocalDate day ? day : null;
    }
}
