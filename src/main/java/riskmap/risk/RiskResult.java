package riskmap.risk;

import java.util.List;
import org.geotools.data.simple.SimpleFeatureCollection;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.geo.Grid;

/**
 * What a model made.
 *
 * @param layers feature layers to store, each named by its schema
 * @param grids rasters worth keeping, with names
 * @param tables result tables
 * @param conservation the proofs that counting lost nothing
 * @param notes what the user must know: rules, conservation, rows without geometry
 */
public record RiskResult(
        List<SimpleFeatureCollection> layers,
        List<NamedGrid> grids,
        List<Table> tables,
        List<Conservation> conservation,
        List<Message> notes) {
    /** A raster with its name. */
    public record NamedGrid(String name, Grid grid) {}
}
