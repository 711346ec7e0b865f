package riskmap.analysis;

import java.util.EnumSet;
import java.util.Set;
import riskmap.base.NameList;
import riskmap.base.Translated;

/**
 * Which layers an input of a tool can be: layers of other shapes are not offered for it. A layer that may hold shapes of any
 * kind fits every input.
 *
 * @param usual what it mostly is, offered first; null where all that fit are alike
 * @param all everything it can be
 */
public record FittingShapes(ShapeKind usual, Set<ShapeKind> all) {
    /** Any layer of shapes. */
    public static final FittingShapes ANY = new FittingShapes(null, EnumSet.complementOf(EnumSet.of(ShapeKind.NONE)));

    /** Layers of areas alone. */
    public static final FittingShapes AREAS = only(ShapeKind.AREAS);

    /** Layers of lines alone. */
    public static final FittingShapes LINES = only(ShapeKind.LINES);

    /** Layers of lines, and of areas for their outlines. */
    public static final FittingShapes PATHS = only(ShapeKind.LINES, ShapeKind.AREAS);

    /** Any layer, and tables too. */
    public static final FittingShapes ROWS = new FittingShapes(null, EnumSet.allOf(ShapeKind.class));

    public FittingShapes {
        all = Set.copyOf(all);
    }

    /** Only these, the first of them mostly. */
    public static FittingShapes only(ShapeKind usual, ShapeKind... others) {
        return new FittingShapes(usual, EnumSet.of(usual, others));
    }

    /** The same, with this kind offered first. */
    public FittingShapes mostly(ShapeKind kind) {
        return new FittingShapes(kind, all);
    }

    /** What an input takes whose name says it: the names of inputs mean the same in all tools. */
    static FittingShapes named(String input) {
        return switch (input) {
            case "areas", "zones" -> AREAS;
            case "lines" -> PATHS;
            case "streams" -> ANY.mostly(ShapeKind.LINES);
            case "outlets", "lookouts" -> ANY.mostly(ShapeKind.POINTS);
            case "table" -> ROWS.mostly(ShapeKind.NONE);
            default -> ANY;
        };
    }

    /** Whether a layer of this kind can be given; null for a layer of any kind. */
    public boolean fits(ShapeKind kind) {
        return kind == null || all.contains(kind);
    }

    /** Everything it can be, in words. */
    public Translated title() {
        return language -> NameList.of(all.stream()
                        .sorted()
                        .map(kind -> kind.title().text(language))
                        .toList())
                .in(language);
    }

    /** The place of a layer of this kind among those offered: the less, the earlier. */
    public int rank(ShapeKind kind) {
        return usual == null || usual == kind ? 0 : 1;
    }
}
