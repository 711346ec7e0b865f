package riskmap.ui.feature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.data.LayerKind;
import riskmap.data.RowChange;
import riskmap.ui.edit.Fids;

/**
 * Features read for a form.
 *
 * @param source their layer
 * @param kind its kind in the catalogue
 * @param fids the keys that were asked for
 * @param features in the order of the keys; a key that is gone has none
 * @param facts of the geometry, for a single feature
 */
record FormRows(
        SimpleFeatureSource source,
        Optional<LayerKind> kind,
        List<Long> fids,
        List<SimpleFeature> features,
        List<GeometryFacts> facts) {

    static FormRows read(Workspace from, String layer, List<Long> fids, Progress progress) {
        SimpleFeatureSource source = from.features(layer);
        Map<Long, SimpleFeature> found = new HashMap<>();
        try (SimpleFeatureIterator rows =
                source.getFeatures(Fids.query(source, fids)).features()) {
            while (rows.hasNext()) {
                SimpleFeature feature = rows.next();
                found.put(RowChange.key(feature), feature);
                progress.check();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<SimpleFeature> features =
                fids.stream().map(found::get).filter(Objects::nonNull).toList();
        boolean spatial = source.getSchema().getGeometryDescriptor() != null;
        List<GeometryFacts> facts = !spatial || features.size() != 1
                ? List.of()
                : GeometryFacts.of(
                        (Geometry) features.get(0).getDefaultGeometry(),
                        source.getSchema().getCoordinateReferenceSystem());
        return new FormRows(source, from.kind(layer), fids, features, facts);
    }

    /** Whether a form has the columns of these features. */
    boolean fits(FeatureFormViewModel form) {
        var type = source.getSchema();
        long columns = type.getAttributeDescriptors().stream()
                .filter(column -> column != type.getGeometryDescriptor())
                .count();
        return form.inputs().size() == columns
                && form.inputs().stream().allMatch(input -> type.getDescriptor(input.key()) != null);
    }
}
