package riskmap.ui.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.util.Converters;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.edit.shape.MoveShapes;
import riskmap.edit.shape.NewShape;
import riskmap.edit.topology.Row;

/**
 * Cut, copy and paste of features between layers and programs. On the system's clipboard they are text as QGIS writes it:
 * a table of tabs whose first column is {@code wkt_geom}; plain WKT is read too. What was copied here is pasted exactly,
 * from memory. Columns of the same name keep their values.
 */
public final class FeatureClipboard {
    private final EditDesk desk;
    private final Steps steps;
    /** What this program has put on the clipboard, null before the first copy. */
    private Copied copied;

    private record Copied(String text, List<Row> rows, CoordinateReferenceSystem crs) {}

    public FeatureClipboard(EditDesk desk) {
        this.desk = desk;
        this.steps = desk.steps();
    }

    /** Copies the selected features of the edited layer. */
    public void copy() {
        copy(() -> {});
    }

    /** Copies the selected features and deletes them. */
    public void cut() {
        EditLayer layer = desk.layer().orElseThrow();
        List<Long> fids = List.copyOf(Jobs.selected(desk));
        copy(() -> desk.editing()
                .make(
                        Message.of("ui.command.cut"),
                        (session, progress) -> EditActions.removal("ui.step-cut", layer, fids),
                        done -> {},
                        desk.editing()::tell));
    }

    private void copy(Runnable then) {
        EditLayer layer = desk.layer().orElseThrow();
        List<Long> fids = List.copyOf(Jobs.selected(desk));
        desk.tasks()
                .start(
                        Message.of("ui.command.copy"),
                        progress -> {
                            List<Row> rows = LayerRows.of(layer.source(), fids);
                            return new Copied(FeatureText.write(rows), rows, layer.crs());
                        },
                        ready -> {
                            copied = ready;
                            ClipboardContent content = new ClipboardContent();
                            content.putString(ready.text());
                            Clipboard.getSystemClipboard().setContent(content);
                            desk.tasks()
                                    .say(Message.of("ui.copied", ready.rows().size()));
                            then.run();
                        });
    }

    /** Pastes what is on the clipboard into the edited layer. */
    public void paste() {
        EditLayer layer = desk.layer().orElseThrow();
        String text = Clipboard.getSystemClipboard().getString();
        Copied own = copied != null && (text == null || copied.text().equals(plain(text))) ? copied : null;
        CoordinateReferenceSystem crs = own == null ? desk.mapCrs() : own.crs();
        steps.addWhole(
                Message.of("ui.command.paste"),
                layer,
                around -> {
                    List<Row> rows = own == null ? FeatureText.read(text == null ? "" : text) : own.rows();
                    List<Geometry> shapes = new ArrayList<>();
                    rows.forEach(row -> shapes.add(EditDesk.reproject(row.geometry(), crs, layer.crs())));
                    Row blank = NewShape.blank(layer.schema(), Steps.defaults(layer));
                    List<Row> fitted =
                            rows.stream().map(row -> fitted(row, layer)).toList();
                    return MoveShapes.paste(around, blank, fitted, shapes);
                },
                Steps.quietly());
    }

    /** The row with its values in the types of the layer's columns; what does not fit is left out. */
    private static Row fitted(Row row, EditLayer layer) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (AttributeDescriptor column : layer.schema().getAttributeDescriptors()) {
            Object value = row.values().get(column.getLocalName());
            if (value != null && !(value instanceof Geometry)) {
                Object converted = Converters.convert(value, column.getType().getBinding());
                if (converted != null) {
                    values.put(column.getLocalName(), converted);
                }
            }
        }
        return new Row(row.layer(), row.fid(), row.column(), row.type(), values);
    }

    /** Some systems change the ends of lines. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n");
    }
}
