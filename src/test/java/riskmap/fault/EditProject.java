package riskmap.fault;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.app.project.Workspace;
import riskmap.app.style.StyleStore;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.edit.EditSession;
import riskmap.geo.crs.Crs;
import riskmap.map.MapLayer;
import riskmap.style.SldWriter;
import riskmap.style.Styles;

/** A small project with two layers, and how numbers become its rows. */
final class EditProject {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private EditProject() {}

    static void create(Path file) {
        try (Workspace project = Workspace.create(file, "断电试验", "EPSG:4550")) {
            for (String layer : EditOperation.LAYERS) {
                SimpleFeatureTypeBuilder type = new SimpleFeatureTypeBuilder();
                type.setName(layer);
                type.add("geom", layer.equals("parcel") ? Polygon.class : Point.class, Crs.of(4550));
                type.add("name", String.class);
                type.add("n", Integer.class);
                project.store().createLayer(type.buildFeatureType(), null);
            }
            project.updateMap(map -> map.withLayers(EditOperation.LAYERS.stream()
                    .map(layer -> new MapLayer(layer, layer, "", "#" + layer, "", "", true, 1))
                    .toList()));
            // the tables of the journal come with the first step
            EditSession edits = project.edits();
            perform(edits, new EditModel(), EditOperation.parse("+stop:1:1"));
            edits.undo(Progress.silent());
        }
    }

    /** The model of a project that was just created. */
    static EditModel fresh() {
        EditModel model = new EditModel();
        model.apply(EditOperation.parse("+stop:1:1"));
        model.apply(EditOperation.parse("undo"));
        return model;
    }

    /** Does it with the real project, styles too. */
    static void perform(Workspace project, EditModel model, EditOperation operation) {
        if (operation.kind().equals(EditOperation.LOOK)) {
            EditOperation.Row row = operation.rows().get(0);
            StyleStore.save(project, row.layer(), style(row.value()));
        } else {
            perform(project.edits(), model, operation);
        }
    }

    /** The style that a colour stands for. */
    static String style(int colour) {
        return SldWriter.write(Styles.shipped("default"))
                .replaceFirst("#[0-9a-fA-F]{6}", String.format("#%06x", colour));
    }

    /** Does it with the real session; the model says how rows were before. */
    static void perform(EditSession edits, EditModel model, EditOperation operation) {
        switch (operation.kind()) {
            case "undo" -> edits.undo(Progress.silent()).orElseThrow();
            case "redo" -> edits.redo(Progress.silent()).orElseThrow();
            case "save" -> edits.save("检查点");
            default -> edits.commit(changes(model, operation), Progress.silent());
        }
    }

    private static Changes changes(EditModel model, EditOperation operation) {
        EditModel at = model.copyOfRows();
        List<RowChange> rows = new ArrayList<>();
        for (EditOperation.Row row : operation.rows()) {
            EditModel.Cell before = at.cell(row.layer(), row.fid());
            at.apply(row);
            EditModel.Cell after = at.cell(row.layer(), row.fid());
            Map<String, Object> was = before == null ? null : values(row.layer(), before);
            Map<String, Object> is = after == null ? null : values(row.layer(), after);
            if (was != null && is != null) {
                List<String> same = row.sign() == '~' ? List.of("name", "n") : List.of("geom");
                was.keySet().removeAll(same);
                is.keySet().removeAll(same);
            }
            rows.add(new RowChange(row.layer(), row.fid(), was, is));
        }
        return new Changes(Message.of("试验"), rows);
    }

    static Map<String, Object> values(String layer, EditModel.Cell cell) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("geom", geometry(layer, cell.place()));
        values.put("name", name(cell.words()));
        values.put("n", cell.words());
        return values;
    }

    static String name(int words) {
        // long enough that rows spill over pages now and then
        return "名" + words + "，".repeat(words % 97 == 0 ? 3000 : words % 50);
    }

    static double x(int place) {
        return 420_000 + place % 1000 * 3;
    }

    static Geometry geometry(String layer, int place) {
        double y = 4_141_000 + place / 1000 * 3;
        return layer.equals("parcel")
                ? GEOMETRIES.toGeometry(new Envelope(x(place), x(place) + 2, y, y + 2))
                : GEOMETRIES.createPoint(new Coordinate(x(place), y));
    }
}
