package riskmap.analysis.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;

/** Which feature of its layer it is, from 1: {@code @row_number}. Null where the layer is not known. */
final class RowNumber implements Node {
    private List<SimpleFeature> counted;
    private Map<String, Long> numbers = Map.of();

    @Override
    public Object of(Scope scope) {
        if (scope.feature() == null || scope.rows() == null) {
            return null;
        }
        return numbers(scope.rows()).get(scope.feature().getID());
    }

    private synchronized Map<String, Long> numbers(List<SimpleFeature> rows) {
        if (counted != rows) {
            Map<String, Long> made = new HashMap<>();
            for (SimpleFeature row : rows) {
                made.putIfAbsent(row.getID(), made.size() + 1L);
            }
            numbers = made;
            counted = rows;
        }
        return numbers;
    }
}
