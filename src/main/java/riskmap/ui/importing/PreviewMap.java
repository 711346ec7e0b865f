package riskmap.ui.importing;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.data.collection.CollectionFeatureSource;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.importing.ImportPreview;
import riskmap.base.Message;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.render.MapPainter;
import riskmap.render.PaintLayer;
import riskmap.style.Styles;
import riskmap.ui.canvas.MapContent;
import riskmap.ui.canvas.MapGestures;
import riskmap.ui.canvas.MapView;
import riskmap.ui.canvas.MapViewModel;
import riskmap.ui.look.Buttons;
import riskmap.ui.look.Follow;

/** A small map of what a source holds, over the project's own: where it would come to lie. */
final class PreviewMap extends StackPane implements AutoCloseable {
    private final MapViewModel model = new MapViewModel();
    private final MapView view;
    private final Envelope area;
    private final Label says = new Label();
    private MapContent under;
    private List<PaintLayer> over = List.of();
    private Envelope shown = new Envelope();

    /**
     * Makes the map.
     *
     * @param crs of the project
     * @param area where the project's layers lie
     * @param under the project's map
     */
    PreviewMap(MapPainter painter, String crs, Envelope area, ObservableValue<MapContent> under) {
        this.area = new Envelope(area);
        this.under = under.getValue();
        view = new MapView(
                model,
                painter,
                failure -> says.setText(Message.of("ui.import-map-failed").text()));
        view.setId("import-map");
        new MapGestures(view);
        Follow.changes(this, under, () -> {
            this.under = under.getValue();
            paint();
        });
        model.show(Crs.of(crs), area, area);
        says.getStyleClass().add("import-map-says");
        says.setMouseTransparent(true);
        says.setWrapText(true);
        Rows.shownIfFilled(says);
        HBox buttons = new HBox(
                4,
                button(MaterialDesignI.IMAGE_FILTER_CENTER_FOCUS, "ui.import-map-source", () -> model.zoomTo(shown)),
                button(MaterialDesignA.ARROW_EXPAND_ALL, "ui.import-map-both", this::showBoth));
        buttons.setPickOnBounds(false);
        buttons.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        buttons.getStyleClass().add("import-map-buttons");
        setAlignment(buttons, Pos.TOP_RIGHT);
        setAlignment(says, Pos.BOTTOM_LEFT);
        getChildren().addAll(view, buttons, says);
        getStyleClass().add("import-map");
        setMinSize(120, 80);
        paint();
    }

    private static Button button(Ikon icon, String title, Runnable action) {
        Button button = Buttons.icon(icon, title, action);
        button.setFocusTraversable(false);
        return button;
    }

    /** Shows a source, null for none. */
    void show(ImportPreview preview) {
        boolean nothing = preview == null || preview.shapes().isEmpty();
        over = nothing ? List.of() : List.of(layer(preview.shapes()));
        shown = nothing ? new Envelope() : preview.shown();
        says.setText(text(preview));
        paint();
        if (nothing) {
            model.zoomTo(area);
        } else {
            showBoth();
        }
    }

    private String text(ImportPreview preview) {
        if (preview == null) {
            return "";
        }
        if (!preview.isSpatial()) {
            return Message.of("ui.import-map-table").text();
        }
        if (preview.shapes().isEmpty()) {
            return Message.of(
                            preview.crsStated() || preview.crs().isFound()
                                    ? "ui.import-map-empty"
                                    : "ui.import-map-no-crs")
                    .text();
        }
        return preview.elsewhere() == null ? "" : preview.elsewhere().text();
    }

    /** The source, and the project where that is not the other end of the world. */
    private void showBoth() {
        Envelope both = new Envelope(shown);
        if (!area.isNull()) {
            both.expandToInclude(area);
        }
        boolean together =
                shown.isNull() || both.getWidth() + both.getHeight() < 20 * (area.getWidth() + area.getHeight());
        model.zoomTo(together ? both : shown);
    }

    private static PaintLayer layer(List<Geometry> shapes) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("preview");
        builder.add("geom", Geometry.class);
        SimpleFeatureType type = builder.buildFeatureType();
        List<SimpleFeature> features = new ArrayList<>();
        for (Geometry shape : shapes) {
            features.add(SimpleFeatureBuilder.build(type, new Object[] {shape}, "preview." + features.size()));
        }
        return new PaintLayer(
                "preview",
                new LayerData.Features(new CollectionFeatureSource(new ListFeatureCollection(type, features))),
                Styles.shipped("import-preview"),
                Filter.INCLUDE,
                1);
    }

    private void paint() {
        List<PaintLayer> all = new ArrayList<>(under.layers());
        all.addAll(over);
        view.content().set(new MapContent(all));
    }

    @Override
    public void close() {
        view.close();
    }
}
