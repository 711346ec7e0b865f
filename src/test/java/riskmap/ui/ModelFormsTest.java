package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import riskmap.app.project.Workspace;
import riskmap.app.run.RiskRuns;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.UnitText;
import riskmap.data.Catalogue;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;
import riskmap.ui.look.Look;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Theme;

/** The form of every model in the real window. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class ModelFormsTest {
    private static WindowDriver driver;

    @BeforeAll
    static void openTheModels(WindowDriver open) throws Exception {
        driver = open;
        driver.run(() -> driver.command("risk").run());
        driver.await(() -> Fx.find("#risk-model", ComboBox.class) != null);
        driver.settle();
    }

    @Test
    void everyParameterHasItsTitleUnitAndHelpAndWhatIsMissingCanBeImported() throws Exception {
        for (RiskModel model : RiskModels.all()) {
            choose(model.id());
            driver.run(() -> {
                for (Parameter parameter : model.parameters()) {
                    Node field = node("#parameter-" + parameter.key(), Node.class);
                    assertThat(field).as(model.id() + " " + parameter.key()).isNotNull();
                    Node row = field.getParent();
                    while (!row.getStyleClass().contains("form-row")) {
                        row = row.getParent();
                    }
                    List<Label> labels = row.lookupAll(".label").stream()
                            .filter(Label.class::isInstance)
                            .map(Label.class::cast)
                            .toList();
                    assertThat(labels)
                            .as(model.id() + " " + parameter.key())
                            .anyMatch(label ->
                                    label.getText().contains(parameter.title().text())
                                            && label.getTooltip() != null
                                            && label.getTooltip()
                                                    .getText()
                                                    .contains(parameter.help().text()));
                    if (!parameter.unit().isEmpty() && row.isVisible()) {
                        assertThat(labels)
                                .as(model.id() + " " + parameter.key())
                                .anyMatch(label -> label.getText().equals(UnitText.of(parameter.unit()))
                                        && label.getWidth() >= label.prefWidth(-1) - 1);
                    }
                }
                boolean lacks = model.needs().stream().anyMatch(need -> need.required() && !have(need.kind()));
                for (RiskModel.LayerNeed need : model.needs()) {
                    boolean missing = need.required() && !have(need.kind());
                    assertThat(node("#risk-import-" + need.kind(), Button.class) != null)
                            .as(model.id() + " " + need.kind())
                            .isEqualTo(missing);
                }
                if (lacks) {
                    assertThat(node("#risk-run", Button.class).isDisabled()).isTrue();
                }
            });
        }
    }

    @Test
    void whatAnotherModelMakesCanBeComputedFirst() throws Exception {
        choose("geohazard-warning");
        driver.run(() -> node("#risk-first-susceptibility_zone", Button.class).fire());
        assertThat(driver.get(() -> node("#risk-model", ComboBox.class).getValue()))
                .isEqualTo(RiskModels.byId("geohazard-susceptibility"));
    }

    /** The level of the sea stood beside the rise of rivers, and whoever wrote it got the flood of a river. */
    @Test
    void onlyWhatCountsForTheWaterThatIsChosenIsAskedFor() throws Exception {
        choose("inundation");
        driver.await(() -> isAsked("stage") && isAsked("streams"));
        assertThat(List.of(isAsked("stream-area"), isAsked("sea-level"), isAsked("reservoir-level")))
                .containsOnly(false);
        take("streams", "terrain");
        driver.await(() -> isAsked("stream-area"));
        take("water", "sea");
        driver.await(() -> isAsked("sea-level") && !isAsked("stage") && !isAsked("stream-area"));
        driver.run(() -> node("#risk-reset", Button.class).fire());
        driver.await(() -> isAsked("stage") && !isAsked("sea-level"));
    }

    @SuppressWarnings("unchecked")
    private static void take(String key, String choice) throws Exception {
        driver.run(() -> ((ComboBox<String>) node("#parameter-" + key, ComboBox.class)).setValue(choice));
    }

    /** Whether a parameter stands in the form that is shown. */
    private static boolean isAsked(String key) {
        Node field = node("#parameter-" + key, Node.class);
        for (Node part = field; part != null; part = part.getParent()) {
            if (!part.isVisible()) {
                return false;
            }
        }
        return field != null;
    }

    @Test
    void whatIsWrongIsToldBesideItsFieldAndNothingRuns() throws Exception {
        choose("rain-signal");
        var runs = RiskRuns.runs(driver.model().project().workspace().get());
        driver.run(() -> field("thresholds").setText("9,1,50"));
        driver.run(() -> node("#risk-check", Button.class).fire());
        driver.await(() -> node("#risk-go-thresholds", Button.class) != null);
        driver.run(() -> {
            Label text = (Label) node("#risk-go-thresholds", Button.class)
                    .getParent()
                    .getChildrenUnmodifiable()
                    .get(0);
            assertThat(text.getStyleClass()).contains("form-problem");
            assertThat(text.getText()).contains("9,1,50");
            assertThat(besideField("thresholds")).contains("9,1,50");
            node("#risk-run", Button.class).fire();
        });
        driver.await(() -> node("#risk-view", Node.class).lookupAll(".panel-bar .form-problem").stream()
                .anyMatch(
                        label -> label.isVisible() && ((Label) label).getText().contains("9,1,50")));
        driver.settle();
        assertThat(RiskRuns.runs(driver.model().project().workspace().get())).isEqualTo(runs);
        driver.run(() -> node("#risk-reset", Button.class).fire());
        assertThat(besideField("thresholds")).isEmpty();
    }

    @Test
    void aLayerThatIsNotRequiredIsLeftOutOfTheRunAndItsRecordSaysSo() throws Exception {
        choose("coping-capacity");
        driver.run(() -> {
            assertThat(node("#risk-use-town", Node.class)).isNull();
            Node fold = node("#risk-use-shelter", Node.class);
            while (!(fold instanceof TitledPane)) {
                fold = fold.getParent();
            }
            ((TitledPane) fold).setExpanded(true);
            node("#risk-use-shelter", ToggleButton.class).fire();
        });
        driver.run(() -> {
            assertThat(node("#risk-use-shelter", ToggleButton.class).isFocused())
                    .isTrue();
            assertThat(node("#risk-use-shelter", ToggleButton.class).getText())
                    .isEqualTo(Message.of(
                                    "ui.risk-left-out",
                                    Catalogue.standard().kind("shelter").title().text())
                            .text());
            node("#risk-run", Button.class).fire();
        });
        Workspace project = driver.model().project().workspace().get();
        driver.await(() -> RiskRuns.latest(project, "coping-capacity").isPresent());
        driver.settle();
        assertThat(RiskRuns.latest(project, "coping-capacity")
                        .orElseThrow()
                        .provenance()
                        .parameters())
                .containsEntry("without", "shelter");
        driver.run(() -> node("#risk-reset", Button.class).fire());
        assertThat(driver.get(
                        () -> node("#risk-use-shelter", ToggleButton.class).isSelected()))
                .isTrue();
    }

    @Test
    void levelsThatContradictEachOtherAreToldBesideTheirFieldBeforeTheRunInBothLanguages() throws Exception {
        for (List<String> each : List.of(
                List.of("rain-signal", "thresholds", "1,6,50;2,12,50", "risk.signal-2"),
                List.of("monitoring-alarm", "hysteresis", "1.5", "risk.monitoring-alarm.hysteresis"))) {
            choose(each.get(0));
            driver.run(() -> {
                field(each.get(1)).setText(each.get(2));
                node("#risk-check", Button.class).fire();
            });
            driver.await(() -> !besideField(each.get(1)).isEmpty());
            driver.settle();
            driver.await(() -> isWholeInSight(problem(each.get(1))));
            try {
                for (Language language : Language.values()) {
                    driver.run(() -> Texts.use(language));
                    assertThat(driver.get(() -> besideField(each.get(1))))
                            .contains(Message.of(each.get(3)).text(language));
                }
            } finally {
                driver.run(() -> Texts.use(Language.CHINESE));
            }
            driver.run(() -> node("#risk-reset", Button.class).fire());
            assertThat(driver.get(() -> besideField(each.get(1)))).isEmpty();
        }
    }

    @Test
    void aRunThatIsRefusedTellsWhyBesideTheFieldWholeAndInBothLanguages() throws Exception {
        choose("combined");
        driver.run(() -> {
            field("breaks").setText("0.5,0.2,0.9");
            node("#risk-run", Button.class).fire();
        });
        driver.await(() -> !besideField("breaks").isEmpty());
        driver.settle();
        try {
            for (Language language : Language.values()) {
                driver.run(() -> Texts.use(language));
                driver.await(() -> isWholeInSight(problem("breaks")));
                driver.run(() -> {
                    assertThat(node("#risk-model", ComboBox.class)
                                    .getButtonCell()
                                    .getText())
                            .isEqualTo(RiskModels.byId("combined").title().text(language));
                    assertThat(node("#parameter-combination", ComboBox.class)
                                    .getButtonCell()
                                    .getText())
                            .isEqualTo(Message.of("risk.combined.combination.union")
                                    .text(language));
                    assertThat(besideField("breaks"))
                            .contains("0.5,0.2,0.9")
                            .contains(Message.of("risk.combined.breaks").text(language));
                });
            }
        } finally {
            driver.run(() -> Texts.use(Language.CHINESE));
        }
        driver.run(() -> field("breaks").setText("0.2,0.5,0.9"));
        assertThat(besideField("breaks")).isEmpty();
        driver.run(() -> node("#risk-reset", Button.class).fire());
    }

    /** Laid out with all its lines, and not scrolled or cut away. */
    private boolean isWholeInSight(Label told) {
        ScrollPane scroll = (ScrollPane) node("#risk-view", Node.class).lookup(".scroll-pane");
        var seen = scroll.localToScene(scroll.getBoundsInLocal());
        var place = told.localToScene(told.getBoundsInLocal());
        return place.getMinX() >= seen.getMinX()
                && place.getMaxX() <= seen.getMaxX()
                && place.getCenterY() >= seen.getMinY()
                && place.getCenterY() <= seen.getMaxY()
                && told.getHeight() >= told.prefHeight(told.getWidth()) - 1;
    }

    @Test
    void theValuesOfEveryFormStayWhenTheLanguageChanges() throws Exception {
        try {
            for (RiskModel model : RiskModels.all()) {
                driver.run(() -> Texts.use(Language.CHINESE));
                choose(model.id());
                Map<String, String> before = driver.get(() -> typed(model));
                for (Language language : List.of(Language.ENGLISH, Language.CHINESE)) {
                    driver.run(() -> Texts.use(language));
                    assertThat(driver.get(() -> typed(model))).as(model.id()).isEqualTo(before);
                }
            }
        } finally {
            driver.run(() -> Texts.use(Language.CHINESE));
        }
    }

    /** What stands in the fields of a form, by parameter. */
    private static Map<String, String> typed(RiskModel model) {
        Map<String, String> typed = new TreeMap<>();
        for (Parameter parameter : model.parameters()) {
            Node field = node("#parameter-" + parameter.key(), Node.class);
            if (field instanceof TextInputControl text) {
                typed.put(parameter.key(), text.getText());
            } else if (field instanceof ComboBox<?> box) {
                typed.put(
                        parameter.key(), box.isEditable() ? box.getEditor().getText() : String.valueOf(box.getValue()));
            }
        }
        return typed;
    }

    @Test
    void everyFormIsWholeInEnglishOnASmallScreen() throws Exception {
        Window stage = driver.get(() -> driver.window().window().getScene().getWindow());
        double width = driver.get(stage::getWidth);
        try {
            driver.run(() -> {
                Texts.use(Language.ENGLISH);
                stage.setWidth(1366);
            });
            for (RiskModel model : RiskModels.all()) {
                choose(model.id());
                driver.run(() -> node("#risk-view", Node.class)
                        .lookupAll(".titled-pane")
                        .forEach(pane -> ((TitledPane) pane).setExpanded(true)));
                Fx.awaitNothingCut();
            }
        } finally {
            driver.run(() -> {
                Texts.use(Language.CHINESE);
                stage.setWidth(width);
            });
        }
    }

    @Test
    void whatARunTellsFitsIntoThePanelInBothLanguagesOnASmallScreen() throws Exception {
        Window stage = driver.get(() -> driver.window().window().getScene().getWindow());
        double width = driver.get(stage::getWidth);
        try {
            // the panel is as narrow then as that of a window opened on such a screen
            driver.run(() -> stage.setWidth(1290));
            choose("peak-discharge");
            driver.run(() -> node("#risk-run", Button.class).fire());
            driver.await(() -> node("#risk-unverified", Node.class) != null);
            driver.settle();
            Fx.awaitNothingCut();
            driver.run(() -> Texts.use(Language.ENGLISH));
            Fx.awaitNothingCut();
            driver.run(() -> {
                ScrollPane scroll = (ScrollPane) node("#risk-view", Node.class).lookup(".scroll-pane");
                scroll.layout();
                assertThat(scroll.getContent().getLayoutBounds().getWidth())
                        .isLessThanOrEqualTo(scroll.getViewportBounds().getWidth() + 1);
            });
        } finally {
            driver.run(() -> {
                Texts.use(Language.CHINESE);
                stage.setWidth(width);
            });
        }
    }

    @Test
    void inTheDarkThemeNothingIsBlackOnDark() throws Exception {
        try {
            driver.run(() -> Look.use(Theme.DARK));
            for (String id : List.of("geohazard-runout", "combined")) {
                choose(id);
                driver.run(() -> node("#risk-view", Node.class)
                        .lookupAll(".titled-pane")
                        .forEach(pane -> ((TitledPane) pane).setExpanded(true)));
                driver.settle();
                assertThat(driver.get(() -> node("#risk-view", Node.class).lookupAll("*").stream()
                                .filter(part -> part instanceof Labeled text
                                        && text.getText() != null
                                        && text.getTextFill().equals(Color.BLACK))
                                .map(part -> ((Labeled) part).getText())
                                .toList()))
                        .as(id)
                        .isEmpty();
            }
        } finally {
            driver.run(() -> Look.use(Theme.LIGHT));
        }
    }

    private static TextField field(String key) {
        Node field = node("#parameter-" + key, Node.class);
        return (TextField) (field instanceof TextField ? field : field.lookup(".text-field"));
    }

    /** What is told below the field of a parameter; empty for nothing. */
    private static String besideField(String key) {
        Label label = problem(key);
        return label.isVisible() ? label.getText() : "";
    }

    private static Label problem(String key) {
        Node row = node("#parameter-" + key, Node.class);
        while (!row.getStyleClass().contains("form-row")) {
            row = row.getParent();
        }
        List<Node> parts = ((javafx.scene.Parent) row).getChildrenUnmodifiable();
        return (Label) parts.get(parts.size() - 1);
    }

    private static boolean have(String kind) {
        return List.of("town", "flood_zone", "building", "shelter").contains(kind);
    }

    @SuppressWarnings("unchecked")
    private static void choose(String id) throws Exception {
        driver.run(() -> ((ComboBox<RiskModel>) node("#risk-model", ComboBox.class)).setValue(RiskModels.byId(id)));
        driver.run(() -> {
            Node form = node("#risk-view", Node.class);
            form.applyCss();
            form.getParent().layout();
        });
    }

    private static <T> T node(String selector, Class<T> type) {
        return Fx.find(selector, type);
    }
}
