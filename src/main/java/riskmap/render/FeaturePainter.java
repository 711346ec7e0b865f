package riskmap.render;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.RasterSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.SemanticType;
import org.geotools.api.style.Style;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.locationtech.jts.geom.Envelope;
import riskmap.style.BlendMode;
import riskmap.style.RuleFacts;

/**
 * Paints the features of a layer: feature-type styles one over the other, in each the rules in order, in each the
 * symbolizers in order; features of one look together.
 */
final class FeaturePainter {
    /** Symbols in such numbers are a texture that labels stand on, not things to keep off. */
    private static final int CROWD = 1000;

    /** Farther than anything on earth, in any unit. */
    private static final double FAR = 1e9;

    private final PackedLayer layer;
    private final RuleMatches matches;
    private final Style style;
    private final List<Rule> rules;
    /** How far the geometries shown may lie outside their features, in units of the map's CRS. */
    private final double reach;
    /** How far symbols and strokes may. */
    private final SymbolReach symbols;

    private IntList inSight;
    private Viewport inSightOf;

    FeaturePainter(LayerCache.Styled styled, Style style) {
        this.layer = styled.layer();
        this.matches = styled.matches();
        this.style = style;
        this.rules = RuleMatches.rules(style);
        this.reach = GeometryReach.of(rules);
        this.symbols = styled.matches().reach(rules, layer);
    }

    PackedLayer layer() {
        return layer;
    }

    /** Which rules a row fulfils. */
    BitSet rules(int row) {
        return matches.combinations().get(matches.combination(row));
    }

    /** Whether what is painted of a rule looks the same for all its rows, and values do not say which comes first. */
    boolean isUniform() {
        return style.featureTypeStyles().stream()
                        .allMatch(part -> DrawOrder.of(part).keys().isEmpty())
                && rules.stream()
                        .flatMap(rule -> rule.symbolizers().stream())
                        .filter(symbolizer -> !(symbolizer instanceof TextSymbolizer))
                        .allMatch(symbolizer ->
                                StyleAttributes.of(symbolizer).names().isEmpty());
    }

    /** Whether it draws points, all those of a rule alike, and mixes nothing with what lies below. */
    boolean isPlainPoints() {
        return rules.stream().flatMap(rule -> rule.symbolizers().stream()).anyMatch(PointSymbolizer.class::isInstance)
                && isUniform()
                && !blends();
    }

    /** A target on which nothing of this layer is missed at its edge. */
    PaintTarget wide(PaintTarget target) {
        return target.reaching(symbols.on(target));
    }

    /** Rows of the layer that the target may show and no condition leaves out. */
    IntList visible(PaintTarget narrow) {
        PaintTarget target = wide(narrow);
        IntList inViewport = inSight(target.whole());
        if (target.isWhole()) {
            return inViewport;
        }
        // all rows in sight: whole blocks of them can be skipped
        return inViewport.size() == layer.size()
                ? layer.visible(seenFrom(target))
                : layer.visible(seenFrom(target), inViewport);
    }

    /** Where features may lie of which the target shows something. */
    private Envelope seenFrom(PaintTarget target) {
        Envelope seen = target.worldClip();
        seen.expandBy(Math.min(reach, FAR));
        return seen;
    }

    /** Whether geometries are shown that lie elsewhere than their features. */
    boolean showsElsewhere() {
        return reach > 0;
    }

    /** All rows of a viewport: found once, however many bands and passes ask. */
    private synchronized IntList inSight(PaintTarget whole) {
        if (inSight == null || !inSightOf.equals(whole.viewport())) {
            inSight = shown(layer.visible(seenFrom(whole)));
            inSightOf = whole.viewport();
        }
        return inSight;
    }

    private IntList shown(IntList inExtent) {
        if (matches.combinations().stream().noneMatch(fulfilled -> fulfilled.get(rules.size()))) {
            return inExtent;
        }
        IntList result = new IntList();
        for (int i = 0; i < inExtent.size(); i++) {
            int row = inExtent.get(i);
            if (!matches.combinations().get(matches.combination(row)).get(rules.size())) {
                result.add(row);
            }
        }
        return result;
    }

    /** A rule that is shown at a scale, with its rows. */
    private record Shown(FeatureTypeStyle part, Rule rule, IntList rows) {}

    /** Whether anything of the layer mixes with what lies below it. */
    boolean blends() {
        return BlendedPart.any(style);
    }

    void paint(PaintTarget narrow, IntList visible, double opacity) {
        PaintTarget target = wide(narrow);
        List<Shown> shown = shown(target, visible);
        // parts that mix are faded as a whole, so that a faded layer still mixes with what lies below it
        boolean whole = opacity < 1 && blends();
        LookReader looks = new LookReader(target, whole ? 1 : opacity);
        for (FeatureTypeStyle part : style.featureTypeStyles()) {
            List<Shown> rules = shown.stream().filter(one -> one.part() == part).toList();
            if (!rules.isEmpty()) {
                Blend own = Blend.of(part.getOptions());
                Blend blend = !whole ? own : own == null ? new Blend(BlendMode.NORMAL, opacity) : own.faded(opacity);
                List<List<IntList>> groups = DrawOrder.of(part)
                        .groups(layer, rules.stream().map(Shown::rows).toList());
                BlendedPart.paint(target, blend, on -> groups.forEach(group -> paint(rules, group, on, looks)));
            }
        }
    }

    /** Paints rows of rules, the rules in their order. */
    private void paint(List<Shown> rules, List<IntList> rows, PaintTarget target, LookReader looks) {
        for (int i = 0; i < rules.size(); i++) {
            if (!rows.get(i).isEmpty()) {
                paint(rules.get(i).rule(), rows.get(i), target, looks);
            }
        }
    }

    private void paint(Rule rule, IntList rows, PaintTarget target, LookReader looks) {
        for (Symbolizer symbolizer : rule.symbolizers()) {
            if (!(symbolizer instanceof TextSymbolizer) && !(symbolizer instanceof RasterSymbolizer)) {
                target.progress().check();
                BlendedPart.paint(target, Blend.of(symbolizer.getOptions()), on -> byLook(symbolizer, rows, looks)
                        .forEach((look, same) -> paint(on, look, symbolizer, same)));
            }
        }
    }

    private void paint(PaintTarget target, Object look, Symbolizer symbolizer, IntList rows) {
        Expression geometry = DerivedLayer.computed(symbolizer);
        if (geometry == null) {
            paint(target, look, layer, rows);
        } else {
            DerivedLayer derived = DerivedLayer.of(layer, rows, geometry);
            paint(target, look, derived.layer(), derived.rows());
        }
    }

    private void paint(PaintTarget target, Object look, PackedLayer layer, IntList rows) {
        if (look instanceof PolygonLook polygon) {
            new PolygonPainter(target, layer, polygon).paint(rows, polygon);
        } else if (look instanceof StrokeLook line) {
            new LinePainter(target, layer).paint(rows, line);
        } else if (look instanceof GraphicLook graphic) {
            new PointPainter(target, layer, inSight(target.whole()).size()).paint(rows, graphic);
        }
    }

    /** The crowds of points that painting some rows would draw; only for a style that is uniform. */
    List<Crowd> crowds(PaintTarget narrow, IntList visible) {
        PaintTarget target = wide(narrow);
        List<Crowd> result = new ArrayList<>();
        LookReader looks = new LookReader(target, 1);
        for (Shown one : shown(target, visible)) {
            for (Symbolizer symbolizer : one.rule().symbolizers()) {
                if (symbolizer instanceof PointSymbolizer && DerivedLayer.computed(symbolizer) == null) {
                    byLook(symbolizer, one.rows(), looks).forEach((look, same) -> {
                        if (look instanceof GraphicLook graphic) {
                            new PointPainter(
                                            target,
                                            layer,
                                            inSight(target.whole()).size())
                                    .crowd(same, graphic)
                                    .ifPresent(result::add);
                        }
                    });
                }
            }
        }
        return result;
    }

    /** The rows of each look; one look for all when it does not depend on features. */
    private Map<Object, IntList> byLook(Symbolizer symbolizer, IntList rows, LookReader looks) {
        Map<Object, IntList> result = new LinkedHashMap<>();
        List<String> names =
                StyleAttributes.of(symbolizer).names().stream().sorted().toList();
        FeatureCursor cursor = new FeatureCursor(layer);
        if (names.isEmpty()) {
            Object look = looks.look(symbolizer, rows.isEmpty() ? null : cursor.at(rows.get(0)));
            if (look != null) {
                result.put(look, rows);
            }
            return result;
        }
        boolean remember = layer.columnNames().containsAll(names);
        Map<Object, Object> known = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            Object key = remember
                    ? Arrays.asList(
                            names.stream().map(name -> layer.value(name, row)).toArray())
                    : Integer.valueOf(row);
            Object look = known.computeIfAbsent(key, absent -> looks.look(symbolizer, cursor.at(row)));
            if (look != null) {
                result.computeIfAbsent(look, absent -> new IntList()).add(row);
            }
        }
        return result;
    }

    /** Each rule shown at this scale with its rows, feature-type style by feature-type style. */
    private List<Shown> shown(PaintTarget target, IntList visible) {
        List<Shown> result = new ArrayList<>();
        List<BitSet> combinations = matches.combinations();
        IntList[] byCombination = new IntList[combinations.size()];
        boolean alike = combinations.size() == 1;
        if (alike && !visible.isEmpty()) {
            byCombination[0] = visible;
        }
        for (int i = 0; i < visible.size() && !alike; i++) {
            int combination = matches.combination(visible.get(i));
            if (byCombination[combination] == null) {
                byCombination[combination] = new IntList();
            }
            byCombination[combination].add(visible.get(i));
        }
        double scale = target.scaleDenominator();
        int first = 0;
        for (FeatureTypeStyle part : style.featureTypeStyles()) {
            int end = first + part.rules().size();
            BitSet shown = shown(first, end, scale);
            boolean only = "first".equals(part.getOptions().get("ruleEvaluation"));
            for (int rule = first; rule < end; rule++) {
                IntList rows = shown.get(rule)
                        ? ofTypes(part, rows(rule, first, end, shown, byCombination, only))
                        : new IntList();
                if (!rows.isEmpty()) {
                    result.add(new Shown(part, rules.get(rule), rows));
                }
            }
            first = end;
        }
        return result;
    }

    /** The rows of the kinds of geometry that a feature-type style is for; all when it names none. */
    private IntList ofTypes(FeatureTypeStyle part, IntList rows) {
        Set<SemanticType> types = part.semanticTypeIdentifiers();
        if (types.isEmpty() || types.contains(SemanticType.ANY)) {
            return rows;
        }
        IntList result = new IntList();
        for (int i = 0; i < rows.size(); i++) {
            int dimension = layer.dimension(rows.get(i));
            SemanticType type =
                    dimension == 1 ? SemanticType.POINT : dimension == 2 ? SemanticType.LINE : SemanticType.POLYGON;
            if (types.contains(type)) {
                result.add(rows.get(i));
            }
        }
        return result;
    }

    private BitSet shown(int first, int end, double scale) {
        BitSet result = new BitSet();
        for (int i = first; i < end; i++) {
            Rule rule = rules.get(i);
            // a hair of tolerance, so that 1:100,000 computed as 99,999.9999 counts as 100,000
            result.set(
                    i,
                    RuleFacts.onMap(rule)
                            && scale >= rule.getMinScaleDenominator() * (1 - 1e-6)
                            && scale < rule.getMaxScaleDenominator() * (1 - 1e-6));
        }
        return result;
    }

    /** The rows of a rule; {@code only} when of several rules that are fulfilled the first holds. */
    private IntList rows(int rule, int first, int end, BitSet shown, IntList[] byCombination, boolean only) {
        List<IntList> sources = new ArrayList<>();
        for (int i = 0; i < byCombination.length; i++) {
            if (byCombination[i] == null) {
                continue;
            }
            BitSet matched = (BitSet) matches.combinations().get(i).clone();
            matched.and(shown);
            boolean taken = rules.get(rule).isElseFilter()
                    ? matched.nextSetBit(first) < 0 || matched.nextSetBit(first) >= end
                    : matched.get(rule) && (!only || matched.nextSetBit(first) == rule);
            if (taken) {
                sources.add(byCombination[i]);
            }
        }
        if (sources.size() == 1) {
            return sources.get(0);
        }
        IntList result = new IntList();
        sources.forEach(result::addAll);
        result.sort();
        return result;
    }

    /** Collects the labels, and the boxes of symbols that labels must keep off. */
    void label(PaintTarget target, IntList visible, double opacity, LabelSink sink) {
        LookReader looks = new LookReader(target, opacity);
        TextLookReader texts = new TextLookReader(looks, target.pixel());
        FeatureCursor cursor = new FeatureCursor(layer);
        PathBuilder paths = new PathBuilder(layer, target);
        for (Shown one : shown(target, visible)) {
            IntList rows = one.rows();
            for (Symbolizer symbolizer : one.rule().symbolizers()) {
                if (symbolizer instanceof TextSymbolizer text && text.getLabel() != null) {
                    labels(text, rows, cursor, texts, sink);
                } else if (symbolizer instanceof PointSymbolizer
                        && "true".equals(symbolizer.getOptions().get("labelObstacle"))) {
                    byLook(symbolizer, rows, looks).forEach((look, same) -> {
                        if (look instanceof GraphicLook graphic) {
                            obstacles(graphic, same, paths, sink);
                        }
                    });
                }
            }
        }
    }

    private void labels(TextSymbolizer text, IntList rows, FeatureCursor cursor, TextLookReader texts, LabelSink sink) {
        Expression geometry = DerivedLayer.computed(text);
        if (geometry == null) {
            for (int i = 0; i < rows.size(); i++) {
                label(text, cursor.at(rows.get(i)), layer, rows.get(i), texts, sink);
            }
            return;
        }
        DerivedLayer derived = DerivedLayer.of(layer, rows, geometry);
        for (int i = 0; i < derived.sources().size(); i++) {
            label(text, cursor.at(derived.sources().get(i)), derived.layer(), i, texts, sink);
        }
    }

    private static void label(
            TextSymbolizer text,
            FeatureCursor feature,
            PackedLayer place,
            int row,
            TextLookReader texts,
            LabelSink sink) {
        Object value = text.getLabel().evaluate(feature);
        String words = value == null ? "" : LabelText.of(value);
        if (!words.isBlank()) {
            double priority = LookReader.number(text.getPriority(), feature, 1000);
            sink.label(words, texts.look(text, feature), priority, place, row);
        }
    }

    private void obstacles(GraphicLook graphic, IntList rows, PathBuilder paths, LabelSink sink) {
        if (rows.size() > CROWD) {
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            if (layer.dimension(row) == 1) {
                int point = layer.firstPoint(layer.firstPart(row));
                double x = paths.x(point) + graphic.dx() - graphic.anchorX() * graphic.size();
                double y = paths.y(point) - graphic.dy() - (1 - graphic.anchorY()) * graphic.size();
                sink.obstacle(new Rectangle2D.Double(x, y, graphic.size(), graphic.size()));
            }
        }
    }
}
