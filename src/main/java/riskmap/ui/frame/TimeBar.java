package riskmap.ui.frame;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import riskmap.base.Message;
import riskmap.ui.look.Buttons;
import riskmap.ui.look.ChoiceCell;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;

/** The strip under the map that chooses the days shown: from, to, a slider that moves the span, steps, play. */
public final class TimeBar extends VBox {
    /** What is played stays in sight this long at least. */
    private static final Duration BEAT = Duration.millis(700);

    private final TimeViewModel time;
    private final ObservableValue<Boolean> drawing;
    private final Slider slider = new Slider();
    private final ToggleButton play = new ToggleButton();
    private final PauseTransition beat = new PauseTransition(BEAT);
    private boolean filling;

    /**
     * Makes the strip.
     *
     * @param drawing whether a picture of the map is being drawn: playing waits for it
     */
    public TimeBar(TimeViewModel time, ObservableValue<Boolean> drawing) {
        this.time = time;
        this.drawing = drawing;
        setId("time-bar");
        getStyleClass().add("time-bar");
        visibleProperty().bind(time.on());
        managedProperty().bind(visibleProperty());
        slider();
        play();
        CheckBox undated = new CheckBox();
        undated.setId("time-undated");
        undated.textProperty().bind(Texts.of("ui.time-undated"));
        undated.selectedProperty().bindBidirectional(time.undated());
        undated.setMinWidth(Region.USE_PREF_SIZE);
        Button whole = new Button();
        whole.setId("time-whole");
        whole.textProperty().bind(Texts.of("ui.time-whole"));
        whole.setMinWidth(Region.USE_PREF_SIZE);
        whole.setOnAction(event -> time.whole());
        HBox.setHgrow(slider, Priority.ALWAYS);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox days = new HBox(
                6,
                which(),
                day("time-from", "ui.time-from", time.from()),
                new Label("–"),
                day("time-to", "ui.time-to", time.to()),
                whole,
                undated,
                space,
                button("time-close", MaterialDesignC.CLOSE, "ui.time-close", () -> time.on()
                        .set(false)));
        HBox steps = new HBox(
                6,
                button("time-back", MaterialDesignS.SKIP_PREVIOUS, "ui.time-back", () -> time.move(-1)),
                play,
                button("time-forth", MaterialDesignS.SKIP_NEXT, "ui.time-forth", () -> time.move(1)),
                step(),
                slider);
        days.setAlignment(Pos.CENTER_LEFT);
        steps.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(days, steps);
        for (Observable part : new Observable[] {time.from(), time.to(), time.dated()}) {
            part.addListener(property -> fill());
        }
        time.on().addListener((property, before, now) -> play.setSelected(false));
        fill();
    }

    private static Button button(String id, Ikon icon, String name, Runnable action) {
        Button button = Buttons.icon(icon, 18, name, action);
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon");
        return button;
    }

    private Node day(String id, String name, ObjectProperty<LocalDate> day) {
        DatePicker picker = new DatePicker();
        picker.setId(id);
        picker.setPrefWidth(132);
        picker.setMinWidth(132);
        picker.setConverter(new StringConverter<>() {
            @Override
            public String toString(LocalDate date) {
                return date == null ? "" : date.toString();
            }

            @Override
            public LocalDate fromString(String text) {
                // what is no day leaves the day that was
                return text != null && text.strip().matches("\\d{4}-\\d{2}-\\d{2}")
                        ? parsed(text.strip(), day.get())
                        : day.get();
            }
        });
        picker.valueProperty().bindBidirectional(day);
        Tips.name(picker, name);
        return picker;
    }

    private static LocalDate parsed(String text, LocalDate otherwise) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.format.DateTimeParseException noSuchDay) {
            return otherwise;
        }
    }

    private void slider() {
        slider.setId("time-slider");
        slider.setMinWidth(80);
        Tips.name(slider, "ui.time-slider");
        slider.valueProperty().addListener((property, before, now) -> {
            if (!filling && time.first() != null) {
                time.moveTo(time.first().plusDays(Math.round(now.doubleValue())));
            }
        });
    }

    private ComboBox<TimeViewModel.Step> step() {
        ComboBox<TimeViewModel.Step> box = choice(
                "time-step",
                "ui.time-step",
                step -> "ui.time-step-" + step.name().toLowerCase(Locale.ROOT));
        box.getItems().setAll(TimeViewModel.Step.values());
        box.valueProperty().bindBidirectional(time.step());
        return box;
    }

    private ComboBox<Boolean> which() {
        ComboBox<Boolean> box =
                choice("time-which", "ui.time-which", survey -> survey ? "ui.time-of-survey" : "ui.time-of-feature");
        box.getItems().setAll(false, true);
        box.setValue(time.survey().get());
        time.survey().addListener((property, before, now) -> box.setValue(now));
        box.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                time.survey().set(now);
            }
        });
        return box;
    }

    private static <T> ComboBox<T> choice(String id, String name, Function<T, String> key) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        ChoiceCell.use(
                box, value -> value == null ? "" : Message.of(key.apply(value)).text());
        box.setMinWidth(Region.USE_PREF_SIZE);
        Tips.name(box, name);
        return box;
    }

    private void play() {
        play.setId("time-play");
        play.graphicProperty()
                .bind(Bindings.createObjectBinding(
                        () -> Icons.of(play.isSelected() ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY),
                        play.selectedProperty()));
        play.getStyleClass().addAll("flat", "button-icon");
        Tips.name(play, "ui.time-play");
        beat.setOnFinished(event -> next());
        play.selectedProperty().addListener((property, before, now) -> {
            if (now) {
                next();
            } else {
                beat.stop();
            }
        });
    }

    /** The next step once the picture of this one is there; at the end it stops. */
    private void next() {
        if (!play.isSelected()) {
            return;
        }
        if (!drawing.getValue() && !time.move(1)) {
            play.setSelected(false);
            return;
        }
        beat.playFromStart();
    }

    private void fill() {
        LocalDate first = time.first();
        boolean possible =
                first != null && time.from().get() != null && time.to().get() != null;
        slider.setDisable(!possible);
        play.setDisable(!possible);
        if (possible) {
            filling = true;
            long length = ChronoUnit.DAYS.between(time.from().get(), time.to().get());
            // as far as steps go: to where the span still meets the last day
            long room = ChronoUnit.DAYS.between(first, time.last());
            slider.setMax(Math.max(1, room));
            slider.setBlockIncrement(Math.max(1, Math.min(length + 1, room)));
            slider.setValue(ChronoUnit.DAYS.between(first, time.from().get()));
            filling = false;
        }
    }
}
