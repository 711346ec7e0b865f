package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.NameList;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.RiskMapException;

/** Spatial relations asked for at once: a feature that stands in one of them to another does. */
record Relations(Set<Predicate> predicates) {
    /** The parameter that names further ones beside the first. */
    private static final String ALSO = "also";

    /** The parameter of a tool for further relations. */
    static Parameter also(String owner) {
        return Parameter.of(owner, ALSO, Parameter.Type.TEXT, null).asOptional();
    }

    /**
     * Those of a tool: the first, and what {@link #also} names.
     *
     * @param first key of a parameter that is one of the choices; what is no {@link Predicate} is left to the tool
     */
    static Relations of(ParameterValues values, Parameter first) {
        Set<Predicate> all = new LinkedHashSet<>();
        String chosen = values.text(first.key());
        List<String> keys = Arrays.asList(Predicate.keys());
        if (keys.contains(chosen)) {
            all.add(Predicate.of(chosen));
        }
        for (String name : values.names(ALSO)) {
            if (!keys.contains(name) || !first.choices().contains(name)) {
                throw RiskMapException.of(
                        "base.parameter-choice",
                        also(first.owner()).called(),
                        name,
                        NameList.of(
                                first.choices().stream().filter(keys::contains).toList()));
            }
            all.add(Predicate.of(name));
        }
        return new Relations(all);
    }

    /** As on the command line. */
    Stream<String> keys() {
        return predicates.stream().map(Predicate::key);
    }

    boolean has(Predicate predicate) {
        return predicates.contains(predicate);
    }

    /** Rows a feature stands in one of the relations to, ascending. */
    int[] to(Geometry feature, Related related) {
        List<int[]> each = new ArrayList<>();
        predicates.forEach(predicate -> each.add(related.to(feature, predicate)));
        return each.size() == 1
                ? each.get(0)
                : each.stream().flatMapToInt(IntStream::of).distinct().sorted().toArray();
    }

    /** Whether a feature stands in one of the relations to any row. */
    boolean any(Geometry feature, Related related) {
        return predicates.stream().anyMatch(predicate -> related.any(feature, predicate));
    }
}
