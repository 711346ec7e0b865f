package riskmap.analysis;

import java.util.List;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.polygonize.LargestNeighbour;
import riskmap.geo.polygonize.Sieve;
import riskmap.geo.raster.Grid;

/** Merges zones of a class raster with fewer than so many cells into the neighbour with the longest common border. */
final class SieveZones implements Operation {
    private static final String OWNER = "analysis.sieve";

    @Override
    public String id() {
        return "sieve";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "raster", Parameter.Type.GRID, null),
                Parameter.integer(OWNER, "cells", "", 10, 1, 1_000_000_000),
                Parameter.choice(OWNER, "into", "border", "border", "largest"),
                Parameter.of(OWNER, "corners", Parameter.Type.BOOLEAN, "false"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        boolean corners = values.flag("corners");
        if (values.text("into").equals("largest")) {
            Grid made = LargestNeighbour.sieve(inputs.grid("raster"), (int) values.integer("cells"), corners, progress);
            return new Output.Raster(made, List.of());
        }
        if (corners) {
            throw RiskMapException.of("analysis.sieve-corners");
        }
        return new Output.Raster(
                Sieve.sieve(inputs.grid("raster"), (int) values.integer("cells"), progress), List.of());
    }
}
