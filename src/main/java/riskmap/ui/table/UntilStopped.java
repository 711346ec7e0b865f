package riskmap.ui.table;

import java.util.List;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterVisitor;
import org.geotools.factory.CommonFactoryFinder;
import riskmap.base.Progress;

/**
 * What every row meets until the reading is stopped. A store looks at it at each row that it works a condition out for, also
 * at those that the condition keeps out: of a large layer few rows may come, and a stop would wait for the next one.
 */
record UntilStopped(Progress progress) implements Filter {
    /** A condition that ends the reading, too: with a {@link riskmap.base.CancelledException} when it is stopped. */
    static Filter of(Filter condition, Progress progress) {
        return condition == Filter.INCLUDE
                ? condition
                : CommonFactoryFinder.getFilterFactory().and(List.of(new UntilStopped(progress), condition));
    }

    @Override
    public boolean evaluate(Object row) {
        progress.check();
        return true;
    }

    /** What goes through the parts of a condition finds one that lets every row through; what copies them copies it. */
    @Override
    public Object accept(FilterVisitor visitor, Object data) {
        Object made = visitor.visit(Filter.INCLUDE, data);
        return made == Filter.INCLUDE ? this : made;
    }
}
