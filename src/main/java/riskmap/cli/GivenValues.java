package riskmap.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import riskmap.base.RiskMapException;

/**
 * What stands behind an option that may be given several times, {@code name=value} each: one value for each name. A name
 * given twice is no oversight to be passed over: of QGIS's tools it is a list, as {@code qgis_process} takes it, of others
 * it is refused.
 */
final class GivenValues extends LinkedHashMap<String, String> {
    private static final long serialVersionUID = 1;

    private String twice;

    /** Adds a value; a second of the same name stands behind the first, with a semicolon between them. */
    @Override
    public String put(String name, String value) {
        if (!containsKey(name)) {
            return super.put(name, value);
        }
        twice = name;
        return super.put(name, get(name) + ";" + value);
    }

    @Override
    public void putAll(Map<? extends String, ? extends String> more) {
        // as the library for command lines adds what stands behind each option
        more.forEach(this::put);
    }

    /** Says so where a name was given twice. */
    GivenValues once() {
        if (twice != null) {
            throw RiskMapException.of("cli.given-twice", twice);
        }
        return this;
    }
}
