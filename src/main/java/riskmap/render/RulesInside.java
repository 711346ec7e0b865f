package riskmap.render;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.api.style.StyleFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Progress;

/**
 * How many features of a layer lie inside a rectangle, by the rules that they fulfil: counted from what is packed for
 * drawing, so that a legend need not read the layer once more.
 *
 * @param counts features wholly inside, by the set of their rules: bit i is set when rule i is fulfilled, none for rules
 *     without a condition left to them ("else")
 * @param atEdge ids of features that may meet the rectangle and may not: their exact shapes have to be asked
 */
public record RulesInside(Map<BitSet, Long> counts, List<String> atEdge) {
    private static final StyleFactory STYLES = CommonFactoryFinder.getStyleFactory();
    /** More features than this at the edge are as well read with all others. */
    private static final int MOST_AT_EDGE = 2000;
    /** Packed coordinates are floats: they err by this part of their size. */
    private static final double FLOAT_ERROR = Math.scalb(1, -22);

    /** Counts, or nothing where most of the layer lies at the edge. */
    static Optional<RulesInside> of(
            LayerCache.Styled styled, PaintLayer layer, List<Rule> rules, Envelope extent, Progress progress) {
        PackedLayer packed = styled.layer();
        FeatureTypeStyle part = STYLES.createFeatureTypeStyle();
        part.rules().addAll(rules);
        Style style = STYLES.createStyle();
        style.featureTypeStyles().add(part);
        RuleMatches matches = RuleMatches.of(packed, style, layer.filter(), progress);
        long[] sums = new long[matches.combinations().size()];
        List<String> edge = new ArrayList<>();
        for (int row = 0; row < packed.size(); ) {
            int end = row + 1;
            while (end < packed.size() && packed.rows().ids().same(row, end)) {
                end++;
            }
            int place = place(packed, row, end, extent);
            if (place > 0) {
                sums[matches.combination(row)]++;
            } else if (place == 0) {
                if (edge.size() == MOST_AT_EDGE) {
                    return Optional.empty();
                }
                edge.add(packed.id(row));
            }
            row = end;
        }
        Map<BitSet, Long> counts = new LinkedHashMap<>();
        for (int i = 0; i < sums.length; i++) {
            BitSet fulfilled = matches.combinations().get(i);
            // the bit after the last rule says that the row is not part of the layer shown
            if (sums[i] > 0 && !fulfilled.get(rules.size())) {
                counts.put(fulfilled, sums[i]);
            }
        }
        return Optional.of(new RulesInside(counts, List.copyOf(edge)));
    }

    /** 1 when one of a feature's rows is wholly inside, −1 when all are outside or empty, 0 when it is not sure. */
    private static int place(PackedLayer packed, int first, int end, Envelope extent) {
        boolean outside = true;
        for (int row = first; row < end; row++) {
            if (packed.dimension(row) == 0) {
                continue;
            }
            double west = packed.originX() + packed.minX(row) - extent.getMinX();
            double east = extent.getMaxX() - packed.originX() - packed.maxX(row);
            double south = packed.originY() + packed.minY(row) - extent.getMinY();
            double north = extent.getMaxY() - packed.originY() - packed.maxY(row);
            double sure = error(packed, row);
            if (Math.min(Math.min(west, east), Math.min(south, north)) > sure) {
                return 1;
            }
            double width = packed.maxX(row) - (double) packed.minX(row);
            double height = packed.maxY(row) - (double) packed.minY(row);
            outside &= west + width < -sure || east + width < -sure || south + height < -sure || north + height < -sure;
        }
        return outside ? -1 : 0;
    }

    private static double error(PackedLayer packed, int row) {
        double size = Math.max(
                Math.max(Math.abs(packed.minX(row)), Math.abs(packed.maxX(row))),
                Math.max(Math.abs(packed.minY(row)), Math.abs(packed.maxY(row))));
        return size * FLOAT_ERROR;
    }
}
