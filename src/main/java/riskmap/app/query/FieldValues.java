package riskmap.app.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.filter.Filter;
import riskmap.app.ecql.EcqlCheck;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Domain;
import riskmap.data.Field;
import riskmap.data.gpkg.FeatureTable;

/** The different values of a field and how often each occurs. */
public final class FieldValues {
    /** More different values than this are not kept apart: the field is a name or a measurement. */
    private static final int MOST_KEPT = 20_000;

    /**
     * A value.
     *
     * @param value the value, null for none
     * @param title the value in words
     * @param count how many features have it
     */
    public record Count(Object value, Message title, long count) {}

    /**
     * The values of a field.
     *
     * @param counts the most frequent ones, the most frequent first
     * @param different how many different ones there are; at least so many when not {@code complete}
     * @param complete whether all features were looked at
     */
    public record Found(List<Count> counts, int different, boolean complete) {
        public Found {
            counts = List.copyOf(counts);
        }
    }

    private FieldValues() {}

    /**
     * Reads the values of a field.
     *
     * @param known the catalogue's field, null for none
     * @param most how many are named
     */
    public static Found of(SimpleFeatureSource source, String field, Field known, int most, Progress progress) {
        return of(source, Filter.INCLUDE, field, known, most, progress);
    }

    /** The same of the features that meet a condition. */
    public static Found of(
            SimpleFeatureSource source, Filter condition, String field, Field known, int most, Progress progress) {
        if (source.getSchema().indexOf(field) < 0) {
            throw RiskMapException.of(
                    "analysis.field-missing",
                    field,
                    source.getSchema().getTypeName(),
                    EcqlCheck.fieldNames(source.getSchema()));
        }
        FeatureTable table =
                FeatureTable.of(source, new Query(source.getSchema().getTypeName(), condition, field), progress);
        Map<Object, Long> counts = new HashMap<>();
        boolean complete = true;
        for (int row = 0; row < table.size() && complete; row++) {
            counts.merge(key(table.value(row, field)), 1L, Long::sum);
            complete = counts.size() <= MOST_KEPT;
        }
        List<Map.Entry<Object, Long>> sorted = new ArrayList<>(counts.entrySet());
        sorted.sort(Map.Entry.<Object, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(entry -> entry.getKey().toString()));
        List<Count> found = new ArrayList<>();
        for (Map.Entry<Object, Long> entry : sorted.subList(0, Math.min(most, sorted.size()))) {
            Object value = entry.getKey() == Nothing.HERE ? null : entry.getKey();
            found.add(new Count(value, title(value, known), entry.getValue()));
        }
        return new Found(found, counts.size(), complete);
    }

    /** How many features of a layer meet a condition. */
    public static int count(SimpleFeatureSource source, Filter condition, Progress progress) {
        try {
            Query query = new Query(source.getSchema().getTypeName(), condition);
            int known = source.getCount(query);
            if (known >= 0) {
                return known;
            }
            query.setPropertyNames(new String[0]);
            return FeatureTable.of(source, query, progress).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stands for no value, which a map cannot hold. */
    private enum Nothing {
        HERE
    }

    private static Object key(Object value) {
        return value == null ? Nothing.HERE : value;
    }

    private static Message title(Object value, Field known) {
        if (value == null) {
            return Message.of("analysis.cross-no-value");
        }
        Domain domain = known == null ? null : known.domain();
        Object shown = domain == null
                ? value.toString()
                : domain.find(value.toString()).<Object>map(Domain.Code::title).orElse(value.toString());
        return Message.of("analysis.cross-value", shown);
    }
}
