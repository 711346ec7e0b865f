package riskmap.edit.shape;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.edit.topology.Draft;
import riskmap.edit.topology.RefusedEditException;
import riskmap.edit.topology.Row;
import riskmap.edit.topology.Surroundings;
import riskmap.geo.shape.Cut;

/**
 * Features split by a drawn line. The largest piece stays the feature, with key and uuid; every other is a new feature with
 * the same attributes and a new uuid. In shared layers the neighbours get the new vertices.
 */
public final class SplitShapes {
    private SplitShapes() {}

    /** Splits all the rows that the line splits; refused when it splits none. */
    public static Changes by(Surroundings around, List<Row> rows, LineString line) {
        Draft draft = new Draft(around);
        int pieces = 0;
        for (Row row : rows) {
            List<Geometry> cut = Cut.split(row.geometry(), line);
            if (cut.size() > 1) {
                pieces += cut.size();
                draft.change(row, cut.get(0));
                cut.stream().skip(1).forEach(piece -> draft.addLike(row, piece));
            }
        }
        if (pieces == 0) {
            throw RefusedEditException.at(line.getCoordinate(), "edit.refused-split");
        }
        return draft.finish(Message.of("edit.step-split", pieces));
    }
}
