package riskmap.app.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import riskmap.analysis.cross.Measure;

/**
 * A cross-table to be made.
 *
 * @param rows what stands down the side
 * @param columns what stands across, if anything
 * @param third what divides the rows once more, if anything
 * @param measures what the cells say; how many, where nothing is asked for
 */
public record CrossSpec(SideSpec rows, Optional<SideSpec> columns, Optional<SideSpec> third, List<Measure> measures) {
    public CrossSpec {
        measures = measures.isEmpty() ? List.of(Measure.COUNT) : List.copyOf(measures);
    }

    /** A table from the texts of its sides and measures; null or blank for a side that is not wanted. */
    public static CrossSpec of(String rows, String columns, String third, List<String> measures) {
        return new CrossSpec(
                SideSpec.of(rows),
                side(columns),
                side(third),
                measures.stream().map(Measure::of).distinct().toList());
    }

    private static Optional<SideSpec> side(String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(SideSpec.of(text));
    }

    /** The sides that are wanted: rows, columns, third. */
    public List<SideSpec> sides() {
        List<SideSpec> sides = new ArrayList<>();
        sides.add(rows);
        columns.ifPresent(sides::add);
        third.ifPresent(sides::add);
        return sides;
    }
}
