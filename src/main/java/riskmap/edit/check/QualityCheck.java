package riskmap.edit.check;

import java.util.ArrayList;
import java.util.List;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerKind;

/**
 * Runs the rules of the catalogue over the layers of a project. Rows of one layer are checked on all processors; the
 * report is the same whatever their number.
 */
public final class QualityCheck {
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
        for (int i = 0; i < layers.size(); i++) {
            String layer = layers.get(i);
            LayerKind kind = data.kind(layer).orElseThrow();
            Progress part = progress.part((double) i / layers.size(), (i + 1.0) / layers.size());
            part.report(0, Message.of("edit.check-step", kind.title()));
            reports.add(new LayerRun(data, layer, kind, scope, around).run(part));
        }
        return new CheckReport(reports);
    }
}
