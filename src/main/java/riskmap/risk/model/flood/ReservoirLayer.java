package riskmap.risk.model.flood;

import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Inputs;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.LayerKind;
import riskmap.risk.model.result.ResultRows;

/** The reservoirs of a result with their alarm level, as points where their water is. */
public final class ReservoirLayer {
    private final ResultRows rows;

    public ReservoirLayer(Inputs inputs) {
        rows = new ResultRows(
                "reservoir_alarm", inputs.rows("reservoir", Progress.silent()).crs());
    }

    /** A row with the name and place of a reservoir. */
    public SimpleFeature add(ReservoirData reservoir) {
        SimpleFeature row = rows.add();
        Geometry shape = reservoir.shape();
        row.setAttribute(LayerKind.GEOMETRY, shape == null ? null : shape.getInteriorPoint());
        row.setAttribute("name", reservoir.name());
        return row;
    }

    /** Sets level and colour: 0 none, 1 blue, 2 yellow, 3 orange, 4 red. */
    public static void level(SimpleFeature row, int level) {
        row.setAttribute("level", (long) level);
        row.setAttribute("level_name", Message.of("risk.signal-" + level).text(Language.CHINESE));
    }

    public ResultRows rows() {
        return rows;
    }
}
