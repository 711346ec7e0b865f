package riskmap.analysis;

import java.util.List;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.polygonize.Sieve;

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
                Parameter.integer(OWNER, "cells", "", 10, 1, 1_000_000_000));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        return new Output.Raster(
                Sieve.sieve(inputs.grid("raster"), (int) values.integer("cells"), progress), List.of());
    }
}
