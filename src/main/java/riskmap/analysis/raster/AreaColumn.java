package riskmap.analysis.raster;

import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.GridGeometry;

/** The column of areas counted in cells; its name in files says the unit: {@code m2}, {@code deg2}, else {@code area}. */
final class AreaColumn {
    private AreaColumn() {}

    static Table.Column of(GridGeometry cells) {
        boolean degrees = cells.crs() != null && Crs.isGeographic(cells.crs());
        String key = isMetres(cells) ? "m2" : degrees ? "deg2" : "area";
        return new Table.Column(key, Message.of("analysis.column-area"), isMetres(cells) ? "m²" : "", degrees ? 9 : 4);
    }

    /** Whether the coordinates are metres. */
    static boolean isMetres(GridGeometry cells) {
        return cells.crs() != null && !Crs.isGeographic(cells.crs()) && "m".equals(Crs.unit(cells.crs()));
    }
}
