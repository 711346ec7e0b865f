package riskmap.app.importing;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.data.Catalogue;
import riskmap.data.GeometryKind;
import riskmap.data.LayerKind;

/** Which kind of survey layer a source holds: as its columns and its name say, of those its geometry fits. */
final class KindGuess {
    /** Columns that every kind has say nothing. */
    private static final Set<String> COMMON =
            Set.of("uuid", "source", "surveyor", "surveyed_on", "remark", "name", "code", "address", "town");

    /** A kind's name in the source's counts as much as this many columns. */
    private static final int NAME = 3;

    /** A name this long may be a title without what stands before it: 避难场所 for 应急避难场所. */
    private static final int SHORT_TITLE = 4;

    private static final int LEAST = 2;
    /** No survey layer has more; a table with thousands is none. */
    private static final int MOST_COLUMNS = 200;

    private KindGuess() {}

    /**
     * Guesses.
     *
     * @param name of the file or layer
     * @param columns of the source
     * @param binding class of its geometry, or null for a table
     */
    static Guess of(String name, List<String> columns, Class<?> binding) {
        String plain = plain(name);
        List<String> first = columns.subList(0, Math.min(MOST_COLUMNS, columns.size()));
        LayerKind best = null;
        int most = 0;
        boolean tie = false;
        for (LayerKind kind : Catalogue.standard().kinds()) {
            if (kind.family().equals("result") || !fits(kind, binding)) {
                continue;
            }
            int score = specific(kind, first).size() + (isNamed(kind, plain) ? NAME : 0);
            tie = score == most && best != null;
            if (score > most) {
                best = kind;
                most = score;
                tie = false;
            }
        }
        if (best == null || most < LEAST || tie) {
            return Guess.none("app.guess-kind-none");
        }
        Set<String> fields = specific(best, first);
        boolean named = isNamed(best, plain);
        Message reason = fields.isEmpty()
                ? Message.of("app.guess-kind-name", name)
                : Message.of(
                        named ? "app.guess-kind-both" : "app.guess-kind-columns",
                        NameList.of(fields.stream().limit(3).toList()),
                        Integer.toString(fields.size()));
        return new Guess(best.key(), reason);
    }

    /** The columns that only few kinds have. */
    private static Set<String> specific(LayerKind kind, List<String> columns) {
        Set<String> result = new HashSet<>();
        kind.match(columns, java.util.Map.of()).columns().forEach((field, column) -> {
            if (!COMMON.contains(field)) {
                result.add(column);
            }
        });
        return columns.stream().filter(result::contains).collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static boolean isNamed(LayerKind kind, String name) {
        String chinese = plain(kind.title().chinese());
        return name.equals(plain(kind.key()))
                || name.startsWith(plain(kind.key())) && kind.key().length() > 3
                || chinese.length() > 1 && name.contains(chinese)
                || name.length() >= SHORT_TITLE && chinese.endsWith(name)
                || name.equals(plain(kind.title().english()));
    }

    private static boolean fits(LayerKind kind, Class<?> binding) {
        return binding == null
                || kind.geometries().stream().anyMatch(geometry -> fits(geometry, binding))
                || !Puntal.class.isAssignableFrom(binding)
                        && !Lineal.class.isAssignableFrom(binding)
                        && !Polygonal.class.isAssignableFrom(binding)
                        && kind.geometry() != GeometryKind.NONE;
    }

    private static boolean fits(GeometryKind geometry, Class<?> binding) {
        return switch (geometry) {
            case NONE -> false;
            case POINT -> Puntal.class.isAssignableFrom(binding);
            case LINE -> Lineal.class.isAssignableFrom(binding);
            case POLYGON -> Polygonal.class.isAssignableFrom(binding);
        };
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_\\-]", "");
    }
}
