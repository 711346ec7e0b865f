package riskmap.edit.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.data.Query;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerKind;

/**
 * Runs the rules of the catalogue over the layers of a project. Rows of one layer are checked on all processors; the
 * report is the same whatever their number.
 */
public final class QualityCheck {
    /** What a layer takes beside its rows, in rows. */
    private static final int SOME_ROWS = 500;

    private QualityCheck() {}

    /**
     * Checks what the scope says.
     *
     * @throws RiskMapException when a layer named by the scope is not of the catalogue
     */
    public static CheckReport run(SurveyData data, Scope scope, Progress progress) {
        for (String name : scope.layers().keySet()) {
            if (data.kind(name).isEmpty()) {
                throw RiskMapException.of("edit.check-no-kind", name);
            }
        }
        List<String> layers = data.layers().stream()
                .filter(scope::takes)
                .filter(layer ->
                        data.kind(layer).filter(kind -> !kind.rules().isEmpty()).isPresent())
                .toList();
        Surroundings around = new Surroundings(data);
        List<LayerReport> reports = new ArrayList<>();
        double[] ends = ends(data, layers);
        for (int i = 0; i < layers.size(); i++) {
            String layer = layers.get(i);
            LayerKind kind = data.kind(layer).orElseThrow();
            Progress part = progress.part(i == 0 ? 0 : ends[i - 1], ends[i]);
            part.report(0, Message.of("edit.check-step", kind.title()));
            reports.add(new LayerRun(data, layer, kind, scope, around).run(part));
        }
        return new CheckReport(reports, scope.complete(), List.of()).withMissing(data);
    }

    /** Where in the whole work each layer ends: by the number of its rows. */
    private static double[] ends(SurveyData data, List<String> layers) {
        double[] ends = new double[layers.size()];
        double sum = 0;
        for (int i = 0; i < ends.length; i++) {
            try {
                sum += SOME_ROWS + Math.max(0, data.features(layers.get(i)).getCount(Query.ALL));
            } catch (IOException e) {
                throw new RiskMapException(Message.of("edit.check-unreadable", layers.get(i), e.getMessage()), e);
            }
            ends[i] = sum;
        }
        for (int i = 0; i < ends.length; i++) {
            ends[i] /= sum;
        }
        return ends;
    }
}
