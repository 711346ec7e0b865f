package riskmap.analysis.raster;

import java.util.ArrayList;
import java.util.List;
import riskmap.base.Parameter;

/** Rasters of which a tool takes several: a, b, c and so on. The first must be there. */
final class LetteredRasters {
    static final List<String> EIGHT = List.of("a", "b", "c", "d", "e", "f", "g", "h");

    private LetteredRasters() {}

    /** A list to which the tool's other parameters are added. */
    static List<Parameter> parameters(String owner, List<String> names) {
        List<Parameter> all = new ArrayList<>();
        for (String name : names) {
            Parameter raster = Parameter.of(owner, name, Parameter.Type.GRID, null);
            all.add(all.isEmpty() ? raster : raster.asOptional());
        }
        return all;
    }
}
