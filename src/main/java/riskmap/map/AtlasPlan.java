package riskmap.map;

import riskmap.base.RiskMapException;

/**
 * How a layout becomes an atlas: one page for every feature of a layer.
 *
 * @param layer the coverage layer, such as {@code town}
 * @param name attribute that names the pages; empty for {@code name}
 * @param sort attribute by which pages follow each other; empty for the name
 * @param index name of the layout of the index sheet that comes first; empty for none
 */
public record AtlasPlan(String layer, String name, String sort, String index) {
    public AtlasPlan {
        if (layer == null || layer.isBlank()) {
            throw RiskMapException.of("map.atlas-layer-missing");
        }
        name = name == null || name.isBlank() ? "name" : name;
        sort = sort == null ? "" : sort;
        index = index == null ? "" : index;
    }

    /** The same plan over another layer. */
    public AtlasPlan withLayer(String other) {
        return new AtlasPlan(other, name, sort, index);
    }
}
