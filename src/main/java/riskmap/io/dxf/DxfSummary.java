package riskmap.io.dxf;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many shapes of each kind a drawing has. */
final class DxfSummary {
    private final Map<DxfShape.Kind, Long> counts = new EnumMap<>(DxfShape.Kind.class);

    void add(DxfShape shape) {
        counts.merge(shape.kind(), 1L, Long::sum);
    }

    /** The layers that have shapes; the lines where none has. */
    List<String> names() {
        return counts.isEmpty()
                ? List.of(DxfShape.Kind.LINES.layerName())
                : counts.keySet().stream().map(DxfShape.Kind::layerName).toList();
    }

    long count(String layer) {
        return counts.getOrDefault(DxfShape.Kind.of(layer), 0L);
    }
}
