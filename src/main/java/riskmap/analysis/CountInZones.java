package riskmap.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/**
 * Counts the features of a layer in each zone, and adds up fields, under a named {@link CountingRule}. The result is the
 * zones with {@code count} and {@code sum_FIELD}; or, in place of the count, the sum of a field or the number of its different
 * values.
 *
 * <p>A feature counts for every zone it belongs to; the notes say how many features lie in at least one zone, outside, or
 * have no geometry: together the layer's total.
 */
final class CountInZones implements Operation {
    private static final String OWNER = "analysis.count-in-zones";

    @Override
    public String id() {
        return "count-in-zones";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "zones", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.choice(OWNER, "rule", CountingRule.CENTROID_WITHIN.key(), CountingRule.keys()),
                Parameter.of(OWNER, "sum", Parameter.Type.FIELDS, null).asOptional(),
                Parameter.of(OWNER, "kinds", Parameter.Type.FIELD, null).asOptional(),
                Parameter.of(OWNER, "name", Parameter.Type.TEXT, "count"),
                Parameter.choice(OWNER, "counted", "features", "features", "sum", "kinds"));
    }

    @Override
    public String inputOfFields(String parameter) {
        return "features";
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        List<String> sumFields = values.names("sum");
        List<String> fields = new ArrayList<>(sumFields);
        fields.addAll(values.names("kinds"));
        CountedLayers layers = CountedLayers.read(inputs, values, fields, progress);
        LayerRows zones = layers.zones();
        ZoneCount count = layers.count(false, progress);
        double[] counted = new double[zones.size()];
        ExactSum[][] sums = layers.emptySums(zones.size(), sumFields.size());
        layers.forEachPart(count, (feature, zone, share) -> counted[zone] += share);
        layers.addUp(count, sumFields, sums);
        List<Set<String>> kinds = values.has("kinds") ? kinds(layers, count, values.text("kinds")) : List.of();

        boolean single = Polygon.class.isAssignableFrom(
                zones.type().getGeometryDescriptor().getType().getBinding());
        OutputRows output = new OutputRows("count", single ? Polygon.class : MultiPolygon.class, zones.crs());
        int[] taken = output.take(zones.type());
        String counts = values.text("counted");
        boolean features = counts.equals("features");
        boolean bySum = counts.equals("sum") && !sumFields.isEmpty();
        if (!features && !bySum && (counts.equals("sum") || kinds.isEmpty())) {
            throw RiskMapException.of("analysis.counted-without-field", counts);
        }
        Class<?> whole = layers.rule().isShare() ? Double.class : Long.class;
        output.attribute(values.text("name"), features ? whole : bySum ? Double.class : Long.class);
        List<String> apart = bySum ? sumFields.subList(1, sumFields.size()) : sumFields;
        apart.forEach(field -> output.attribute("sum_" + field, Double.class));
        boolean kindsApart = !kinds.isEmpty() && !counts.equals("kinds");
        if (kindsApart) {
            output.attribute("kinds_" + values.text("kinds"), Long.class);
        }
        SimpleFeatureCollection rows = output.features(zones.size(), zone -> {
            List<Object> numbers = new ArrayList<>();
            if (features) {
                numbers.add(layers.rule().isShare() ? (Object) counted[zone] : (Object) Math.round(counted[zone]));
            }
            if (counts.equals("kinds")) {
                numbers.add((long) kinds.get(zone).size());
            }
            for (ExactSum sum : sums[zone]) {
                numbers.add(sum.value());
            }
            if (kindsApart) {
                numbers.add((long) kinds.get(zone).size());
            }
            var shape = zones.geometry(zone);
            return OutputRows.join(
                    single || shape == null ? shape : OutputRows.asMulti(shape),
                    OutputRows.values(zones, zone, taken),
                    numbers.toArray());
        });
        return new Output.Features(rows, layers.notes(count));
    }

    /** The different values of a field in each zone; a feature without a value counts for none. */
    private static List<Set<String>> kinds(CountedLayers layers, ZoneCount count, String field) {
        layers.features().attribute(field);
        String[] texts = layers.features().texts(field);
        List<Set<String>> kinds = new ArrayList<>();
        for (int zone = 0; zone < layers.zones().size(); zone++) {
            kinds.add(new HashSet<>());
        }
        layers.forEachPart(count, (feature, zone, share) -> {
            if (texts[feature] != null) {
                kinds.get(zone).add(texts[feature]);
            }
        });
        return kinds;
    }
}
