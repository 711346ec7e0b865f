package riskmap.ui.form;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.geotools.api.data.Query;
import org.geotools.data.simple.SimpleFeatureIterator;
import riskmap.app.project.Workspace;
import riskmap.base.RiskMapException;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;

/**
 * The names of rows that parameters of models ask for, such as reservoirs, as they stand in the layers of a project. Read
 * at once, beside the window's thread; a form may ask at any time.
 */
public final class RowNames {
    /** As many as a person looks through; any other name may be typed. */
    private static final int MOST = 1000;

    private volatile Map<RiskModel.Named, List<String>> known = Map.of();

    /** Reads the project again, because its layers may have changed; takes a while. */
    public void readAgain(Workspace project) {
        Map<RiskModel.Named, List<String>> found = new HashMap<>();
        RiskModels.all().stream()
                .flatMap(model -> model.named().values().stream())
                .forEach(named -> found.computeIfAbsent(named, wanted -> read(project, wanted)));
        known = Map.copyOf(found);
    }

    /** The names a parameter of a model may have; none where it names no rows. */
    public List<String> of(RiskModel model, String key) {
        RiskModel.Named named = model.named().get(key);
        return named == null ? List.of() : known.getOrDefault(named, List.of());
    }

    private static List<String> read(Workspace project, RiskModel.Named named) {
        Set<String> names = new LinkedHashSet<>();
        for (String layer : project.layers()) {
            boolean wanted = layer.equals(named.kind())
                    || project.kind(layer)
                            .filter(kind -> kind.key().equals(named.kind()))
                            .isPresent();
            if (wanted) {
                read(project, layer, named.field(), names);
            }
        }
        return List.copyOf(names);
    }

    private static void read(Workspace project, String layer, String field, Set<String> names) {
        try {
            var source = project.features(layer);
            if (source.getSchema().getDescriptor(field) == null) {
                return;
            }
            Query query = new Query(layer);
            query.setPropertyNames(field);
            try (SimpleFeatureIterator rows = source.getFeatures(query).features()) {
                while (rows.hasNext() && names.size() < MOST) {
                    Object name = rows.next().getAttribute(field);
                    if (name != null && !name.toString().isBlank()) {
                        names.add(name.toString());
                    }
                }
            }
        } catch (RiskMapException | IOException unreadable) {
            // told where the layer itself is read; the name can be typed
            names.clear();
        }
    }
}
