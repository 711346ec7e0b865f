package riskmap.edit.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the checks say of a project.
 *
 * @param layers one report a layer, in the order of the project
 */
public record CheckReport(List<LayerReport> layers) {
    public CheckReport {
        layers = List.copyOf(layers);
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

    /** The same with the reports of layers that were checked again in place of their old ones. */
    public CheckReport with(CheckReport again) {
        return new CheckReport(
                layers.stream().map(old -> again.layer(old.layer()).orElse(old)).toList());
    }
}
