package riskmap.geo;

import java.util.List;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.filter.LengthFunction;

/** The most characters a text attribute holds, as a restriction of its type. */
public final class TextLimit {
    private TextLimit() {}

    /**
     * The restriction {@code SimpleFeatureTypeBuilder.length} makes. That one asks for its function by name, for which the
     * library first makes every function it knows: a fifth of a second at the start of each command.
     */
    public static Filter of(int characters) {
        FilterFactory factory = CommonFactoryFinder.getFilterFactory();
        LengthFunction length = new LengthFunction();
        length.setParameters(List.of(factory.property(".")));
        return factory.lessOrEqual(length, factory.literal(characters));
    }
}
