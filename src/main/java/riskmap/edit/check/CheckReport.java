package riskmap.edit.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the checks say of a project.
 *
 * @param layers one report a layer, in the order of the project
 * @param complete whether the whole project was looked at, so that it can be said what is missing in it
 * @param missing kinds the project should hold and does not; none where no check has looked at the whole project
 */
public record CheckReport(List<LayerReport> layers, boolean complete, List<MissingKind> missing) {
    public CheckReport {
        layers = List.copyOf(layers);
        missing = List.copyOf(missing);
    }

    /** A report on some layers. */
    public CheckReport(List<LayerReport> layers) {
        this(layers, false, List.of());
    }

    /** The report of a layer, if it was checked. */
    public Optional<LayerReport> layer(String name) {
        return layers.stream().filter(report -> report.layer().equals(name)).findFirst();
    }

    /** All listed findings. */
    public Stream<Finding> findings() {
        return layers.stream().flatMap(report -> report.findings().stream());
    }

    /** Number of findings, unlisted ones too. */
    public long count() {
        return layers.stream().mapToLong(LayerReport::count).sum();
    }

    /** Rows that were checked. */
    public long rows() {
        return layers.stream().mapToLong(LayerReport::rows).sum();
    }

    /** The same with other reports of its layers. */
    CheckReport withLayers(List<LayerReport> others) {
        return new CheckReport(others, complete, missing);
    }

    /** The same with what is missing by now. */
    public CheckReport withMissing(SurveyData data) {
        return complete ? new CheckReport(layers, true, MissingKind.of(data)) : this;
    }
}
