package riskmap.ui.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import riskmap.base.RiskMapException;
import riskmap.map.LayerChoice;
import riskmap.map.MapLayer;

/**
 * What a map frame shows of the layers of the map, as a row for each to choose in. What the choice names and the map
 * does not have keeps a row of its own: a template serves other projects too.
 */
final class FrameLayers {
    /** Whether a layer is on the page. */
    enum Way {
        /** As the map has it: there where it is visible. */
        AS_MAP,
        /** It must be there: no page without it. */
        NEEDED,
        /** Where the map has it, visible or not. */
        IF_THERE,
        NOT
    }

    /** A layer in the frame. */
    static final class Row {
        private final String id;
        private final MapLayer layer;
        private final ObjectProperty<Way> way = new SimpleObjectProperty<>();
        private final ObjectProperty<String> style = new SimpleObjectProperty<>();
        private final StringProperty opacity = new SimpleStringProperty("");

        private Row(String id, MapLayer layer) {
            this.id = id;
            this.layer = layer;
        }

        String id() {
            return id;
        }

        /** What the map calls it; its id where the map does not have it. */
        String title() {
            return layer == null ? id : layer.title();
        }

        boolean isInMap() {
            return layer != null;
        }

        private boolean isVisible() {
            return layer != null && layer.visible() && layer.opacity() > 0;
        }

        ObjectProperty<Way> way() {
            return way;
        }

        /** The name of its style here, null for the map's. */
        ObjectProperty<String> style() {
            return style;
        }

        /** In percent, empty for the map's. */
        StringProperty opacity() {
            return opacity;
        }
    }

    private final LayerChoice before;
    private final BooleanProperty chosen = new SimpleBooleanProperty();
    private final ObjectProperty<List<String>> results = new SimpleObjectProperty<>();
    private final List<Row> rows;

    FrameLayers(LayerChoice before, List<MapLayer> map) {
        this.before = before;
        Map<String, Row> all = new LinkedHashMap<>();
        // the uppermost first, as in the list of layers
        for (int i = map.size() - 1; i >= 0; i--) {
            all.put(map.get(i).id(), new Row(map.get(i).id(), map.get(i)));
        }
        for (Iterable<String> named : List.of(
                before.only(),
                before.also(),
                before.without(),
                before.styles().keySet(),
                before.opacity().keySet())) {
            named.forEach(id -> all.computeIfAbsent(id, missing -> new Row(id, null)));
        }
        rows = List.copyOf(all.values());
        chosen.set(!before.only().isEmpty() || !before.also().isEmpty());
        results.set(before.results());
        for (Row row : rows) {
            row.way.set(way(row.id));
            row.style.set(before.styles().get(row.id));
            Double held = before.opacity().get(row.id);
            row.opacity.set(held == null ? "" : shown(held));
        }
        chosen.addListener((property, was, now) -> rows.forEach(row -> row.way.set(other(row, now))));
    }

    private Way way(String id) {
        if (before.without().contains(id)) {
            return Way.NOT;
        } else if (before.only().contains(id)) {
            return Way.NEEDED;
        } else if (before.also().contains(id)) {
            return Way.IF_THERE;
        }
        return chosen.get() ? Way.NOT : Way.AS_MAP;
    }

    /** The way that shows the same when the frame begins or ceases to follow what is visible. */
    private static Way other(Row row, boolean chosen) {
        if (chosen) {
            return row.way.get() == Way.AS_MAP && row.isVisible() ? Way.IF_THERE : Way.NOT;
        }
        return row.way.get() == Way.NOT && row.isVisible() ? Way.NOT : Way.AS_MAP;
    }

    /** An opacity in percent. */
    private static String shown(double opacity) {
        double rounded = Math.rint(opacity * 100_000) / 1000;
        return rounded == Math.rint(rounded) ? "" + (long) rounded : "" + rounded;
    }

    /** Whether the layers are chosen here; otherwise the visible ones of the map are shown. */
    BooleanProperty chosen() {
        return chosen;
    }

    /** Names of styles: of layers of results in the standard colours only those in one of them are shown. */
    ObjectProperty<List<String>> results() {
        return results;
    }

    List<Row> rows() {
        return rows;
    }

    /** The ways there are to choose from now. */
    List<Way> ways() {
        return chosen.get() ? List.of(Way.NEEDED, Way.IF_THERE, Way.NOT) : List.of(Way.AS_MAP, Way.NOT);
    }

    /**
     * What was chosen.
     *
     * @throws RiskMapException where an opacity is none, or no layer at all was chosen
     */
    LayerChoice choice() {
        List<String> needed = new ArrayList<>();
        List<String> also = new ArrayList<>();
        List<String> without = new ArrayList<>();
        Map<String, String> styles = new LinkedHashMap<>();
        Map<String, Double> opacity = new LinkedHashMap<>();
        for (Row row : rows) {
            switch (row.way.get()) {
                case NEEDED -> needed.add(row.id);
                case IF_THERE -> also.add(row.id);
                case NOT -> {
                    // of chosen layers those that are not are named only where the layout named them before
                    if (!chosen.get() || before.without().contains(row.id)) {
                        without.add(row.id);
                    }
                }
                default -> {}
            }
            if (row.style.get() != null) {
                styles.put(row.id, row.style.get());
            }
            if (!row.opacity.get().isBlank()) {
                opacity.put(row.id, opacity(row));
            }
        }
        if (chosen.get() && needed.isEmpty() && also.isEmpty()) {
            throw RiskMapException.of("ui.layout-layers-none");
        }
        return new LayerChoice(
                asBefore(before.only(), needed),
                asBefore(before.also(), also),
                asBefore(before.without(), without),
                results.get(),
                styles,
                opacity);
    }

    /** The chosen in the order in which the layout names them, and then those that it did not name. */
    private static List<String> asBefore(List<String> before, List<String> chosen) {
        Set<String> ordered = new LinkedHashSet<>(before);
        ordered.retainAll(chosen);
        ordered.addAll(chosen);
        return List.copyOf(ordered);
    }

    private double opacity(Row row) {
        Double held = before.opacity().get(row.id);
        if (held != null && row.opacity.get().equals(shown(held))) {
            return held;
        }
        try {
            double percent = Double.parseDouble(row.opacity.get().strip().replaceFirst("[%％]$", ""));
            if (percent >= 0 && percent <= 100) {
                return percent / 100;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw RiskMapException.of(
                "ui.layout-opacity-wrong", row.title(), row.opacity.get().strip());
    }
}
