package riskmap.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;

/**
 * Which column of a foreign table fills which field of a layer kind.
 *
 * <p>Names are compared without case, spaces, underscores, hyphens and a unit in brackets. A field takes, in this order:
 * the column given by the user, one of its own name, of its Chinese or English title, of an alias, and last one that a
 * shapefile cut off after 10 bytes. A column is used once.
 *
 * @param columns field key → column name, in the order of the form
 * @param unmapped columns that fill no field, in the order of the file
 * @param missing keys of required fields that no column fills
 */
public record ColumnMatch(Map<String, String> columns, List<String> unmapped, List<String> missing) {
    /** Longest column name in a DBF file. */
    private static final int DBF_NAME_BYTES = 10;

    private static final Charset GB18030 = Charset.forName("GB18030");

    public ColumnMatch {
        columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        unmapped = List.copyOf(unmapped);
        missing = List.copyOf(missing);
    }

    static ColumnMatch of(LayerKind kind, List<String> columns, Map<String, String> explicit) {
        Map<String, String> found = new LinkedHashMap<>();
        Set<String> free = new LinkedHashSet<>(columns);
        // a wide table has thousands of columns, and each is asked of every field
        Map<String, String> plain = new HashMap<>();
        columns.forEach(column -> plain.put(column, plain(column)));
        explicit.forEach((field, column) -> take(kind, field, column, columns, found, free));
        List<BiPredicate<Field, String>> steps = List.of(
                named(plain, field -> Set.of(plain(field.key()))),
                named(
                        plain,
                        field -> Set.copyOf(List.of(
                                plain(field.title().chinese()),
                                plain(field.title().english())))),
                named(plain, field -> field.aliases().stream()
                        .map(ColumnMatch::plain)
                        .collect(Collectors.toSet())),
                ColumnMatch::cutOff);
        for (BiPredicate<Field, String> step : steps) {
            for (Field field : kind.fields()) {
                if (!found.containsKey(field.key())) {
                    free.stream()
                            .filter(column -> step.test(field, column))
                            .findFirst()
                            .ifPresent(column -> {
                                found.put(field.key(), column);
                                free.remove(column);
                            });
                }
            }
        }
        return inFormOrder(kind, found, free);
    }

    private static void take(
            LayerKind kind,
            String field,
            String column,
            List<String> columns,
            Map<String, String> found,
            Set<String> free) {
        if (kind.field(field).isEmpty()) {
            List<String> keys = kind.fields().stream().map(Field::key).toList();
            throw RiskMapException.of("data.field-unknown", field, kind.key(), NameList.of(keys));
        }
        if (column.isEmpty()) {
            // the user wants no column for it, whatever their names
            found.put(field, column);
            return;
        }
        if (!columns.contains(column)) {
            throw RiskMapException.of("data.column-unknown", column, NameList.of(columns));
        }
        found.put(field, column);
        free.remove(column);
    }

    private static ColumnMatch inFormOrder(LayerKind kind, Map<String, String> found, Set<String> free) {
        Map<String, String> ordered = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (Field field : kind.fields()) {
            if (!found.getOrDefault(field.key(), "").isEmpty()) {
                ordered.put(field.key(), found.get(field.key()));
            } else if (field.required()) {
                missing.add(field.key());
            }
        }
        return new ColumnMatch(ordered, List.copyOf(free), missing);
    }

    /** Whether a column has one of a field's names; names are worked out once for each field. */
    private static BiPredicate<Field, String> named(Map<String, String> plain, Function<Field, Set<String>> names) {
        Map<Field, Set<String>> known = new IdentityHashMap<>();
        return (field, column) -> known.computeIfAbsent(field, names).contains(plain.get(column));
    }

    /** Whether the column is a name of the field after a shapefile kept only its first bytes. */
    private static boolean cutOff(Field field, String column) {
        List<String> names = new ArrayList<>(field.aliases());
        names.add(field.key());
        names.add(field.title().chinese());
        return names.stream()
                .anyMatch(name -> isCut(name, column, GB18030) || isCut(name, column, StandardCharsets.UTF_8));
    }

    private static boolean isCut(String name, String column, Charset charset) {
        if (column.length() >= name.length()
                || !name.toLowerCase(Locale.ROOT).startsWith(column.toLowerCase(Locale.ROOT))) {
            return false;
        }
        int bytes = column.getBytes(charset).length;
        int next = name.substring(column.length(), column.length() + 1).getBytes(charset).length;
        return bytes <= DBF_NAME_BYTES && bytes + next > DBF_NAME_BYTES;
    }

    private static String plain(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String withoutUnit = plain.replaceAll("\\(.*?\\)", "");
        return (withoutUnit.isBlank() ? plain : withoutUnit).replaceAll("[\\s_\\-]", "");
    }
}
