package riskmap.edit.check;

import java.util.List;
import java.util.Optional;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.data.Catalogue;
import riskmap.data.LayerKind;

/** The layers of a project as the checks see them. Safe for several threads. */
public interface SurveyData {
    /** Names of all tables in the order of the project. */
    List<String> layers();

    /** What a layer holds; empty for a table the catalogue does not know. */
    Optional<LayerKind> kind(String layer);

    /** Every kind the survey knows, whether the project has a layer of it or not. */
    default List<LayerKind> kinds() {
        return Catalogue.standard().kinds();
    }

    /** The rows of a layer. */
    SimpleFeatureSource features(String layer);

    /** CRS of the project, in metres: what places, areas and distances of checks are given in. */
    CoordinateReferenceSystem crs();

    /** The layers of a kind, in the order of the project. */
    default List<String> layersOf(String kind) {
        return layers().stream()
                .filter(layer ->
                        kind(layer).map(LayerKind::key).filter(kind::equals).isPresent())
                .toList();
    }
}
