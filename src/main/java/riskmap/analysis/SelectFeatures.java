package riskmap.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.data.DataUtilities;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.feature.collection.FilteringSimpleFeatureCollection;
import riskmap.analysis.expression.QgisCall;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/** The features that meet an ECQL condition, such as {@code level >= 3 AND BBOX(geom, 410000, 4140000, 420000, 4150000)}. */
final class SelectFeatures implements Operation {
    private static final String OWNER = "analysis.select";
    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    @Override
    public String id() {
        return "select";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "where", Parameter.Type.EXPRESSION, null),
                Parameter.choice(OWNER, "empty", "differs", "differs", "unknown"),
                Parameter.of(OWNER, "rest", Parameter.Type.BOOLEAN, "false"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ROWS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        SimpleFeatureSource source = inputs.features("features");
        Filter given = Expressions.condition(values.text("where"), source.getSchema());
        Filter met = values.text("empty").equals("unknown") ? SurelyTrue.of(given) : given;
        boolean rest = values.flag("rest");
        Filter condition = rest ? FILTERS.not(met) : met;
        boolean here = QgisCall.over(condition, () -> all(source));
        try {
            // a source makes itself a copy of the condition, which would not know of the rows
            // nor would it take rows of which is not known whether they meet it, where those that do not are asked for
            SimpleFeatureCollection chosen = here || rest
                    ? new FilteringSimpleFeatureCollection(source.getFeatures(), condition)
                    : source.getFeatures(new Query(source.getSchema().getTypeName(), condition));
            int all = source.getFeatures().size();
            return new Output.Features(chosen, List.of(Message.of("analysis.note-selected", chosen.size(), all)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SimpleFeature> all(SimpleFeatureSource source) {
        try {
            return DataUtilities.list(source.getFeatures());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
