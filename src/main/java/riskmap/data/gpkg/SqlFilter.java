package riskmap.data.gpkg;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.data.Query;
import org.geotools.api.filter.And;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.BBOX3D;
import org.geotools.api.filter.spatial.Beyond;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.Disjoint;
import org.geotools.api.filter.spatial.DistanceBufferOperator;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A filter split into what SQLite does and what is left to do.
 *
 * <p>SQL, exactly as GeoTools would decide ({@link ExactSql}): comparisons of whole-number and REAL columns with
 * numbers, {@code =} and {@code <>} and {@code IN} of text columns with text (case matters), BETWEEN, IS NULL of
 * attributes, feature ids, and AND, OR, NOT of those. As a coarse sieve before the exact test: LIKE (case matters), and
 * through the R-tree every spatial predicate whose result must meet the envelope of its literal. Everything else (dates,
 * order of text, FLOAT columns, functions, case-insensitive text) is decided by GeoTools row by row.
 *
 * @param where SQL conditions, to be joined by AND
 * @param values what to bind, in order
 * @param window rows whose geometry does not meet it are out; null for no window
 * @param box the rectangle that geometries must intersect, null where there is none; already in the window
 * @param rest what GeoTools still has to decide; INCLUDE for nothing
 */
record SqlFilter(List<String> where, List<Object> values, Envelope window, Envelope box, Filter rest) {
    static SqlFilter of(Filter filter, LayerTable table) {
        Splitter splitter = new Splitter(table);
        splitter.split(filter);
        return splitter.result();
    }

    /** The filter of a query, and the window in its hints. */
    static SqlFilter of(Query query, LayerTable table) {
        SqlFilter filter = of(query.getFilter(), table);
        if (!(query.getHints().get(WindowRows.WINDOW) instanceof Envelope hint)) {
            return filter;
        }
        Envelope both = filter.window == null ? hint : filter.window.intersection(hint);
        return new SqlFilter(filter.where, filter.values, both, filter.box, filter.rest);
    }

    /** Whether SQL alone decides. */
    boolean isExact() {
        return rest == Filter.INCLUDE && window == null;
    }

    /** Walks down the outermost ANDs. */
    private static final class Splitter {
        /** Conditions joined by AND: SQLite takes 200, of which those of the window are some; GeoTools decides the others. */
        private static final int MOST = 100;

        private final LayerTable table;
        private final ExactSql exact;
        private final List<String> where = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();
        private final List<Filter> rest = new ArrayList<>();
        private Envelope window;
        private Envelope box;

        Splitter(LayerTable table) {
            this.table = table;
            this.exact = new ExactSql(table);
        }

        void split(Filter filter) {
            if (filter instanceof And and) {
                and.getChildren().forEach(this::split);
                return;
            }
            if (filter == Filter.INCLUDE) {
                return;
            }
            ExactSql.Part part = where.size() < MOST ? exact.of(filter) : null;
            if (part != null) {
                where.add(part.sql());
                values.addAll(part.values());
            } else if (filter instanceof BBOX bbox
                    && !(filter instanceof BBOX3D)
                    && isGeometry(bbox.getExpression1())) {
                box(bbox);
            } else {
                sieve(filter);
                rest.add(filter);
            }
        }

        private void box(BBOX bbox) {
            Envelope bounds = new Envelope(BoxReprojection.box(bbox));
            narrow(bounds);
            if (box == null && bounds.getArea() > 0) {
                box = bounds;
            } else {
                rest.add(bbox);
            }
        }

        private void sieve(Filter filter) {
            if (filter instanceof PropertyIsLike like) {
                ExactSql.Part part = where.size() < MOST ? LikeSieve.of(like, table) : null;
                if (part != null) {
                    where.add(part.sql());
                    values.addAll(part.values());
                }
            } else if (filter instanceof BinarySpatialOperator spatial
                    && !(filter instanceof Disjoint)
                    && !(filter instanceof Beyond)) {
                Envelope reach = envelope(spatial.getExpression1(), spatial.getExpression2());
                if (reach != null && filter instanceof DistanceBufferOperator within) {
                    // units are those of the layer's CRS, which is how GeoTools decides too; a margin covers rounding
                    reach.expandBy(within.getDistance() * (1 + 1e-9));
                }
                if (reach != null) {
                    narrow(reach);
                }
            }
        }

        private Envelope envelope(Expression one, Expression other) {
            Expression literal = isGeometry(one) ? other : isGeometry(other) ? one : null;
            Geometry geometry = literal instanceof Literal ? literal.evaluate(null, Geometry.class) : null;
            return geometry == null ? null : new Envelope(geometry.getEnvelopeInternal());
        }

        private boolean isGeometry(Expression expression) {
            return table.hasGeometry()
                    && expression instanceof PropertyName name
                    && (name.getPropertyName().isEmpty()
                            || name.getPropertyName().equals(table.layer().geometryColumn()));
        }

        private void narrow(Envelope envelope) {
            window = window == null ? envelope : window.intersection(envelope);
        }

        SqlFilter result() {
            Filter left = rest.isEmpty()
                    ? Filter.INCLUDE
                    : rest.size() == 1
                            ? rest.get(0)
                            : CommonFactoryFinder.getFilterFactory().and(rest);
            return new SqlFilter(where, values, window, box, left);
        }
    }
}
