package riskmap.data.gpkg;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.NoSuchElementException;
import org.geotools.api.data.FeatureReader;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.feature.simple.SimpleFeatureImpl;

/** The rows of a {@link RowPlan} as features, with what SQL left of the filter decided. */
final class RowReader implements FeatureReader<SimpleFeatureType, SimpleFeature> {
    private final Database database;
    private final RowPlan plan;
    private final RowCursor cursor;
    private final Runnable release;
    private final int width;
    private int toSkip;
    private int left;
    private SimpleFeature next;
    private boolean closed;

    /** @param release gives the connection back */
    RowReader(Database database, RowPlan plan, RowCursor cursor, Runnable release) {
        this.database = database;
        this.plan = plan;
        this.cursor = cursor;
        this.release = release;
        this.width = plan.readType().getAttributeCount();
        this.toSkip = plan.skip();
        this.left = plan.most();
    }

    @Override
    public SimpleFeatureType getFeatureType() {
        return plan.resultType();
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && left > 0 && !closed && cursor.next()) {
                SimpleFeature candidate = feature();
                if (candidate != null && toSkip-- <= 0) {
                    next = candidate;
                    left--;
                }
            }
            return next != null;
        } catch (SQLException e) {
            throw SqlFailure.of(database.file(), e);
        }
    }

    private SimpleFeature feature() throws SQLException {
        Object[] values = new Object[width];
        cursor.values(values);
        RowId id = new RowId(plan.table().name(), cursor.key());
        Filter rest = plan.filter().rest();
        if (plan.readType() == plan.resultType()) {
            SimpleFeature whole = new SimpleFeatureImpl(values, plan.resultType(), id, false);
            return rest == Filter.INCLUDE || rest.evaluate(whole) ? whole : null;
        }
        if (rest != Filter.INCLUDE && !rest.evaluate(new SimpleFeatureImpl(values, plan.readType(), id, false))) {
            return null;
        }
        // what was asked for stands first in what was read
        Object[] asked = Arrays.copyOf(values, plan.resultType().getAttributeCount());
        return new SimpleFeatureImpl(asked, plan.resultType(), id, false);
    }

    @Override
    public SimpleFeature next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        SimpleFeature result = next;
        next = null;
        return result;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        next = null;
        try {
            cursor.close();
        } catch (SQLException e) {
            throw SqlFailure.of(database.file(), e);
        } finally {
            release.run();
        }
    }
}
