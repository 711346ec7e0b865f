package riskmap.risk.model.result;

import riskmap.base.Message;
import riskmap.data.Table;

/** The columns and cells of result tables. */
public final class Columns {
    private Columns() {}

    /** A column that is called {@code risk.column-<key>}. */
    public static Table.Column column(String key, String unit, int decimals) {
        return new Table.Column(key.replace('-', '_'), Message.of("risk.column-" + key), unit, decimals);
    }

    /** A number, null for infinite ones and NaN. */
    public static Object finite(double value) {
        return Double.isFinite(value) ? (Object) value : null;
    }

    /** A number, null for NaN. */
    public static Double number(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }
}
