package riskmap.risk;

import java.util.List;
import org.geotools.data.simple.SimpleFeatureCollection;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.geo.raster.Grid;

/**
 * What a model made.
 *
 * @param layers feature layers to store, each named by its schema
 * @param grids rasters worth keeping, with names; the first is the hazard or risk, higher for worse
 * @param tables result tables
 * @param conservation the proofs that counting lost nothing
 * @param notes what the user must know: rules, conservation, rows without geometry
 * @param workings the computation with its numbers, to be checked by hand
 * @param charts tables worth drawing
 */
public record RiskResult(
        List<SimpleFeatureCollection> layers,
        List<NamedGrid> grids,
        List<Table> tables,
        List<Conservation> conservation,
        List<Message> notes,
        List<Working> workings,
        List<Chart> charts) {
    /** A raster with its name. */
    public record NamedGrid(String name, Grid grid) {}

    /** A result without workings and charts. */
    public RiskResult(
            List<SimpleFeatureCollection> layers,
            List<NamedGrid> grids,
            List<Table> tables,
            List<Conservation> conservation,
            List<Message> notes) {
        this(layers, grids, tables, conservation, notes, List.of(), List.of());
    }

    /** What comes out when there is nothing to compute with, and why. */
    public static RiskResult nothing(String note) {
        return new RiskResult(List.of(), List.of(), List.of(), List.of(), List.of(Message.of(note)));
    }

    /** What a calculation without layers made. */
    public static RiskResult of(List<Table> tables, List<Message> notes, List<Working> workings, List<Chart> charts) {
        return new RiskResult(List.of(), List.of(), tables, List.of(), notes, workings, charts);
    }
}
