package riskmap.data.gpkg;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.sort.SortBy;
import org.geotools.api.filter.sort.SortOrder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.FilterAttributeExtractor;
import riskmap.base.Progress;

/**
 * How a query is answered: the SQL, and what is decided and dropped after it.
 *
 * @param table the table
 * @param filter what SQL decides and what is left
 * @param sql the statement; its columns are the key, then the attributes of {@code readType}
 * @param values what to bind
 * @param readType the attributes read: those asked for and those the rest of the filter needs
 * @param resultType the attributes asked for, in that order
 * @param skip rows to leave out after filtering, 0 where SQL did it
 * @param most rows to give after filtering
 */
record RowPlan(
        LayerTable table,
        SqlFilter filter,
        String sql,
        List<Object> values,
        SimpleFeatureType readType,
        SimpleFeatureType resultType,
        int skip,
        int most) {

    /**
     * @param full the type of the whole layer
     * @param useIndex whether the layer's R-tree can be relied on
     */
    static RowPlan of(LayerTable table, SimpleFeatureType full, Query query, boolean useIndex) {
        SqlFilter filter = SqlFilter.of(query, table);
        SimpleFeatureType resultType = query.retrieveAllProperties() ? full : subset(full, query.getPropertyNames());
        SimpleFeatureType readType = readType(full, resultType, filter, table);
        List<Object> values = new ArrayList<>(filter.values());
        StringBuilder sql = new StringBuilder("SELECT ").append(table.sqlKey());
        readType.getAttributeDescriptors()
                .forEach(attribute -> sql.append(", ").append(Sql.name(attribute.getLocalName())));
        sql.append(" FROM ").append(table.sqlName()).append(where(table, filter, useIndex, values));
        sql.append(order(table, query.getSortBy()));
        int skip = query.getStartIndex() == null ? 0 : query.getStartIndex();
        int most = query.getMaxFeatures();
        if (filter.isExact() && (skip > 0 || most != Integer.MAX_VALUE)) {
            sql.append(" LIMIT ").append(most).append(" OFFSET ").append(skip);
            skip = 0;
        }
        return new RowPlan(table, filter, sql.toString(), values, readType, resultType, skip, most);
    }

    /** Whether a query asks for all rows of a layer, in its order. */
    static boolean isOfAllRows(Query query) {
        return query.getFilter() == Filter.INCLUDE
                && !query.getHints().containsKey(WindowRows.WINDOW)
                && query.getMaxFeatures() == Integer.MAX_VALUE
                && (query.getStartIndex() == null || query.getStartIndex() == 0)
                && (query.getSortBy() == null || query.getSortBy().length == 0);
    }

    /** Whether a query asks for the geometries of all rows of a layer, in its order, and for nothing else. */
    static boolean isOfGeometries(Query query, LayerTable table) {
        String[] names = query.getPropertyNames();
        return table.hasGeometry()
                && names != null
                && names.length == 1
                && names[0].equals(table.layer().geometryColumn())
                && isOfAllRows(query);
    }

    /** The same for the rows with these keys only, of a plan for {@linkplain #isOfAllRows all rows}. */
    RowPlan between(long first, long last) {
        String range = sql + " WHERE " + table.sqlKey() + " BETWEEN ? AND ?";
        return new RowPlan(table, filter, range, List.of(first, last), readType, resultType, skip, most);
    }

    /** The conditions as a WHERE clause; adds what to bind for the window. */
    static String where(LayerTable table, SqlFilter filter, boolean useIndex, List<Object> values) {
        List<String> conditions = new ArrayList<>(filter.where());
        if (filter.window() != null && useIndex) {
            conditions.add(SpatialIndex.condition(table));
            values.addAll(SpatialIndex.bind(filter.window()));
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private static SimpleFeatureType subset(SimpleFeatureType full, String[] names) {
        List<String> known = new ArrayList<>();
        for (String name : names) {
            if (full.getDescriptor(name) != null && !known.contains(name)) {
                known.add(name);
            }
        }
        boolean all = known.size() == full.getAttributeCount();
        for (int i = 0; all && i < known.size(); i++) {
            all = full.getDescriptor(i).getLocalName().equals(known.get(i));
        }
        return all ? full : SimpleFeatureTypeBuilder.retype(full, known);
    }

    private static SimpleFeatureType readType(
            SimpleFeatureType full, SimpleFeatureType result, SqlFilter filter, LayerTable table) {
        Set<String> names = new LinkedHashSet<>();
        result.getAttributeDescriptors().forEach(attribute -> names.add(attribute.getLocalName()));
        int asked = names.size();
        if (filter.window() != null) {
            names.add(table.layer().geometryColumn());
        }
        if (filter.rest() != Filter.INCLUDE) {
            FilterAttributeExtractor extractor = new FilterAttributeExtractor(full);
            filter.rest().accept(extractor, null);
            for (String name : extractor.getAttributeNames()) {
                String plain =
                        name.isEmpty() && table.hasGeometry() ? table.layer().geometryColumn() : name;
                if (full.getDescriptor(plain) != null) {
                    names.add(plain);
                }
            }
        }
        return names.size() == asked ? result : SimpleFeatureTypeBuilder.retype(full, new ArrayList<>(names));
    }

    /** Hands over the rows of its cursor; SQL has decided all of the filter. */
    boolean handOver(RowCursor cursor, RowSink sink, Progress progress) throws SQLException {
        Object[] values = new Object[readType.getAttributeCount()];
        int toSkip = skip;
        for (int count = 0; count < most && cursor.next(); ) {
            if ((count & 0x3FF) == 0) {
                progress.check();
            }
            if (toSkip-- <= 0) {
                cursor.values(values);
                sink.row(cursor.key(), cursor.geometry(), values);
                count++;
            }
        }
        return true;
    }

    /** Ties are broken by the key: the order is the same each time. */
    private static String order(LayerTable table, SortBy... sorts) {
        if (sorts == null || sorts.length == 0) {
            return "";
        }
        StringBuilder sql = new StringBuilder(" ORDER BY ");
        for (SortBy sort : sorts) {
            boolean descending = sort.getSortOrder() == SortOrder.DESCENDING || sort.equals(SortBy.REVERSE_ORDER);
            if (sort.getPropertyName() == null) {
                return sql + table.sqlKey() + (descending ? " DESC" : "");
            }
            Column column = table.column(sort.getPropertyName().getPropertyName());
            if (column != null) {
                sql.append(Sql.name(column.name()))
                        .append(column.type() == ColumnType.TEXT ? " COLLATE BINARY" : "")
                        .append(descending ? " DESC, " : ", ");
            }
        }
        return sql + table.sqlKey();
    }
}
