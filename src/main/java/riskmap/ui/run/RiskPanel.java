package riskmap.ui.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import riskmap.print.ChartColours;
import riskmap.risk.RiskModel;
import riskmap.ui.look.SpokenName;
import riskmap.ui.look.Texts;
import riskmap.ui.look.TitleCell;
import riskmap.ui.look.Titles;

/** The risk models, one of them chosen with its form below. A form keeps its values while another is looked at. */
public final class RiskPanel extends BorderPane {
    private final ComboBox<RiskModel> chosen = new ComboBox<>();
    private final Function<RiskModel, RiskViewModel> maker;
    private final Runnable importLayers;
    private final Supplier<ChartColours> colours;
    private final Map<String, RiskViewModel> forms = new LinkedHashMap<>();

    /**
     * Shows the first model.
     *
     * @param maker makes the form of a model, when it is first chosen
     * @param importLayers lets the user import what a model lacks
     * @param colours of charts beside the map as it is now
     */
    public RiskPanel(
            List<RiskModel> models,
            Function<RiskModel, RiskViewModel> maker,
            Runnable importLayers,
            Supplier<ChartColours> colours) {
        this.colours = colours;
        this.importLayers = importLayers;
        this.maker = maker;
        setId("risk-panel");
        chosen.setId("risk-model");
        SpokenName.give(chosen, Texts.of("ui.risk-model"));
        chosen.getItems().setAll(models);
        chosen.setMaxWidth(Double.MAX_VALUE);
        chosen.setVisibleRowCount(20);
        Titles.show(chosen, known -> known.title().text());
        chosen.setButtonCell(new TitleCell<>(RiskModel::title));
        chosen.valueProperty().addListener((property, before, now) -> show(now));
        VBox top = new VBox(chosen);
        top.getStyleClass().add("panel-bar");
        setTop(top);
        chosen.setValue(models.get(0));
    }

    /** Chooses a model and takes values over into its form. */
    public void show(RiskModel model, Map<String, String> values) {
        chosen.setValue(model);
        form(model).fill(values);
        // the page may be at the results of another run
        ((RiskView) getCenter()).scrollTo(0);
    }

    /** The layers of the project are others now. */
    public void layersChanged() {
        forms.values().forEach(RiskViewModel::layersChanged);
        double at = ((RiskView) getCenter()).scrolled();
        show(model());
        ((RiskView) getCenter()).scrollTo(at);
    }

    /** The map has other colours now. */
    public void coloursChanged() {
        ((RiskView) getCenter()).coloursChanged();
    }

    private void show(RiskModel model) {
        setCenter(new RiskView(form(model), importLayers, chosen::setValue, colours));
    }

    /** The model that is shown. */
    public RiskModel model() {
        return chosen.getValue();
    }

    private RiskViewModel form(RiskModel model) {
        return forms.computeIfAbsent(model.id(), id -> maker.apply(model));
    }
}
