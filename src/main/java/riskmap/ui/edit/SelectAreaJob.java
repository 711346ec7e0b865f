package riskmap.ui.edit;

import java.util.Optional;
import riskmap.base.Message;
import riskmap.data.GeometryKind;
import riskmap.edit.sketch.Sketch;
import riskmap.edit.sketch.SketchGeometry;
import riskmap.ui.canvas.MapPointer;

/** Selects what meets a polygon drawn by hand. */
final class SelectAreaJob implements SketchJob {
    private static final MapPointer PLAIN = new MapPointer(0, 0, 1, false, false, false);

    private final EditDesk desk;
    private final FeatureSearch search;

    SelectAreaJob(EditDesk desk, FeatureSearch search) {
        this.desk = desk;
        this.search = search;
    }

    @Override
    public Optional<Message> hindrance() {
        return desk.editing().workspace() == null ? Optional.of(Message.of("ui.why-no-project")) : Optional.empty();
    }

    @Override
    public GeometryKind kind() {
        return GeometryKind.POLYGON;
    }

    @Override
    public Message hint(Sketch sketch) {
        return Message.of("ui.hint-select-area");
    }

    @Override
    public void done(Sketch sketch, Outcome outcome) {
        search.in(SketchGeometry.of(sketch), found -> search.select(found, PLAIN));
        outcome.kept();
    }
}
