package riskmap.app.tool;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import riskmap.analysis.raster.CellFormula;

/** Values of QGIS's calls that are written in another way here than there, by the tool they belong to. */
final class QgisValues {
    private static final Pattern ITEM = Pattern.compile("[,;]");
    private static final Pattern PLACE = Pattern.compile("\\s*([^\\[]+?)\\s*\\[([^\\]]+)]\\s*");
    private static final Pattern STEP = Pattern.compile("\\bproj=(\\w+)");
    private static final Pattern QUERY = Pattern.compile(
            "\\s*select\\s+\\*\\s+from\\s+(?:\"[^\"]+\"|\\w+)(?:\\s+where\\s+(.+?))?\\s*;?\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** What stands for an end left open in a table of ranges. */
    private static final String OPEN = "1e30";

    private QgisValues() {}

    /** The parameters of a call with such values as they are written here. */
    static Map<String, String> of(QgisNames.Call call) {
        String name = call.operation().toLowerCase(Locale.ROOT);
        Map<String, String> given = new LinkedHashMap<>(call.parameters());
        switch (name.substring(name.indexOf(':') + 1)) {
            case "extractbyattribute", "selectbyattribute" -> condition(given);
            case "reclassifybytable" -> given.computeIfPresent("TABLE", (key, table) -> rowsOfThree(table));
            case "rastercalculator" -> cells(given);
            case "executesql" -> query(given);
            case "reprojectlayer" ->
                given.computeIfPresent("OPERATION", (key, steps) -> sameDatum(steps) ? null : steps);
            case "fuzzifyrasterlinearmembership",
                    "fuzzifyrasterpowermembership",
                    "fuzzifyrasterlargemembership",
                    "fuzzifyrastersmallmembership",
                    "fuzzifyrasternearmembership",
                    "fuzzifyrastergaussianmembership",
                    "roundrastervalues" -> given.put("FORMULA", QgisCells.formula(name, given));
            case "zonalstatisticsfb", "zonalstatistics" ->
                given.computeIfPresent("STATISTICS", (key, list) -> inTurn(list));
            case "creategrid" -> given.computeIfPresent("EXTENT", (key, extent) -> ofTheCrs(extent, given.get("CRS")));
            case "aggregate" -> QgisAggregates.plain(given, call.ids());
            case "refactorfields" -> QgisAggregates.newFields(given, call.ids());
            case "extractbyextent",
                    "clipvectorbyextent",
                    "regularpoints",
                    "randompointsinextent",
                    "createconstantrasterlayer" -> apart(given, "EXTENT", "extent-crs");
            case "cliprasterbyextent" -> apart(given, "PROJWIN", "extent-crs");
            case "rasterize" -> rasterize(given);
            case "fillnodata" -> filled(given);
            case "shortestpathpointtopoint",
                    "shortestpathlayertopoint",
                    "shortestpathpointtolayer",
                    "serviceareafrompoint" -> {
                apart(given, "START_POINT", "from-crs");
                apart(given, "END_POINT", "to-crs");
                seconds(given);
            }
            case "serviceareafromlayer" -> seconds(given);
            case "idwinterpolation", "tininterpolation" -> {
                apart(given, "EXTENT", "extent-crs");
                QgisInterpolation.plain(given);
            }
            case "gridinversedistance", "gridnearestneighbor", "gridaverage", "griddatametrics" -> circle(given);
            case "gridlinear" -> given.computeIfPresent("RADIUS", (key, radius) -> number(radius) < 0 ? "0" : radius);
            case "warpreproject" -> stated(given, "SOURCE_CRS");
            case "translate" -> stated(given, "TARGET_CRS");
            case "proximity" -> distances(given, call.inputs().getOrDefault("INPUT", given.get("INPUT")));
            case "pointtolayer" -> apart(given, "INPUT", "crs");
            case "extenttolayer" -> apart(given, "INPUT", "extent-crs");
            case "rotatefeatures" -> apart(given, "ANCHOR", "about-crs");
            default -> {
                // as it is
            }
        }
        return given;
    }

    private static void filled(Map<String, String> given) {
        String fill = given.remove("FILL_VALUE");
        given.put("FORMULA", "if_then_else(isNull(a), " + (fill == null ? "1" : fill.strip()) + ", a)");
    }

    /** The formula of a calculator of rasters, and the cells it asks for: 0 is the cells of the rasters. */
    private static void cells(Map<String, String> given) {
        given.computeIfPresent(
                "EXPRESSION",
                (key, formula) -> CellFormula.plain(formula(formula, given.getOrDefault("LAYERS", "")), false));
        given.computeIfPresent("FORMULA", (key, formula) -> CellFormula.plain(formula, true));
        for (String size : List.of("CELLSIZE", "CELL_SIZE")) {
            given.computeIfPresent(size, (key, cell) -> cell.matches("\\s*0+(\\.0*)?\\s*") ? null : cell);
        }
    }

    /** Whether the steps of PROJ only change how a place is written, as we do too: no other datum, no grid of shifts. */
    private static boolean sameDatum(String steps) {
        return steps.isBlank()
                || STEP.matcher(steps)
                        .results()
                        .map(step -> step.group(1).toLowerCase(Locale.ROOT))
                        .noneMatch(name -> name.contains("helmert")
                                || name.contains("shift")
                                || name.contains("molodensky")
                                || name.contains("deformation"));
    }

    /** The CRS a raster is said to have, behind its file. */
    private static void stated(Map<String, String> given, String name) {
        String crs = given.getOrDefault(name, "");
        if (crs.matches("\\s*|None")) {
            given.remove(name);
        } else if (given.containsKey("INPUT")) {
            given.computeIfPresent("INPUT", (key, file) -> file + "@" + crs.strip());
            given.remove(name);
        }
    }

    /** {@code 0,1,2,3 [EPSG:4550]} without the CRS, where it is that of the result; another is left to be refused. */
    private static String ofTheCrs(String extent, String crs) {
        String suffix = "[" + (crs == null ? "" : crs.strip()) + "]";
        return extent.endsWith(suffix) ? extent.substring(0, extent.length() - suffix.length()) : extent;
    }

    /** {@code 2.3,3 [EPSG:4326]}: a place or an extent apart from its CRS. */
    private static void apart(Map<String, String> given, String name, String crs) {
        Matcher parts = PLACE.matcher(given.getOrDefault(name, ""));
        if (parts.matches()) {
            given.put(name, parts.group(1));
            given.put(crs, parts.group(2));
        }
    }

    /**
     * Sizes in cells or in units; what is burnt where no field is; and what the rest has: without a word of it 0, or the
     * number that stands for none.
     */
    private static void rasterize(Map<String, String> given) {
        apart(given, "EXTENT", "extent-crs");
        boolean units = given.getOrDefault("UNITS", "0").strip().equals("1");
        given.remove("UNITS");
        String width = given.remove("WIDTH");
        String height = given.remove("HEIGHT");
        if (units && width != null && width.equals(height)) {
            given.put("cell", width);
        } else if (!units && width != null && height != null) {
            given.put("columns", width.replaceFirst("\\.0*$", ""));
            given.put("rows", height.replaceFirst("\\.0*$", ""));
        } else {
            // sides of two lengths are left to be refused
            given.put("WIDTH", String.valueOf(width));
            given.put("HEIGHT", String.valueOf(height));
        }
        boolean field = !given.getOrDefault("FIELD", "").matches("\\s*|None");
        String burn = given.remove("BURN");
        if (!field) {
            given.put("value", burn == null ? "0" : burn);
        }
        String none = given.remove("NODATA");
        String rest =
                given.getOrDefault("INIT", "").matches("\\s*|None") ? none == null ? "0" : none : given.get("INIT");
        given.remove("INIT");
        if (none != null && !none.matches("\\s*|None")) {
            given.put("none", none);
            given.put(CellsAsked.NO_DATA, none);
        }
        if (!rest.matches("\\s*|None")) {
            given.put("background", rest);
        }
    }

    /** The older of the two limits is one of seconds, where it is one of time. */
    private static void seconds(Map<String, String> given) {
        if (given.getOrDefault("STRATEGY", "0").strip().equals("1")) {
            given.computeIfPresent("TRAVEL_COST", (key, cost) -> {
                double seconds = number(cost);
                return Double.isNaN(seconds) ? cost : Double.toString(seconds / 3600);
            });
        }
    }

    /**
     * What gdal_proximity has where it is told nothing: cells without data are what the number that stands for them is, and
     * cells too far away have the greatest number that fits, up to 65,535.
     */
    private static void distances(Map<String, String> given, String raster) {
        boolean nought = raster != null
                && CellsAsked.encoding(raster)
                        .filter(cells -> cells.noData() == 0)
                        .isPresent();
        given.put("gaps", nought ? "nothing" : "sources");
        String type = given.getOrDefault("DATA_TYPE", "5").strip();
        given.putIfAbsent("NODATA", type.equals("0") ? "255" : type.equals("1") ? "32767" : "65535");
    }

    /** Numbers of a list from the least on: the fields stand in that order there, however they are asked for. */
    private static String inTurn(String list) {
        return list.matches("[\\d,; ]+")
                ? ITEM.splitAsStream(list)
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .sorted(Comparator.comparingInt(Integer::parseInt))
                        .collect(Collectors.joining(","))
                : list;
    }

    /** Two radii that are one; of an ellipse the second is left to be refused. */
    private static void circle(Map<String, String> given) {
        double second = number(given.getOrDefault("RADIUS_2", ""));
        if (second == number(given.getOrDefault("RADIUS_1", ""))) {
            given.remove("RADIUS_2");
        }
    }

    /** NaN for what is none. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    /** Which rows a query takes; one that asks for more than the rows of one layer is left to be refused. */
    private static void query(Map<String, String> given) {
        for (String name : List.of("SQL", "INPUT_QUERY")) {
            Matcher query = QUERY.matcher(given.getOrDefault(name, ""));
            if (query.matches()) {
                given.remove(name);
                given.put("where", query.group(1) == null ? "1=1" : QgisExpression.condition(query.group(1)));
            }
        }
    }

    /** The condition of a selection by one field in one. */
    private static void condition(Map<String, String> given) {
        String field = given.remove("FIELD");
        String operator = given.remove("OPERATOR");
        String value = given.remove("VALUE");
        if (field != null) {
            given.put("where", FieldCondition.ecql(field, operator == null ? "0" : operator, value));
        }
    }

    /** {@code 1,850,3,850,,4} as {@code 1,850,3;850,1e30,4}; what is no such list stays, to be refused as it is. */
    private static String rowsOfThree(String table) {
        String[] items = ITEM.split(table, -1);
        if (items.length % 3 != 0) {
            return table;
        }
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < items.length; i++) {
            String item = items[i].strip();
            String open = i % 3 == 0 ? "-" + OPEN : OPEN;
            rows.append(i == 0 ? "" : i % 3 == 0 ? ";" : ",").append(item.isEmpty() && i % 3 < 2 ? open : item);
        }
        return rows.toString();
    }

    /** {@code "dem@1" * 2} as {@code a * 2}: the rasters by their place in the list, whose first band is meant. */
    private static String formula(String formula, String layers) {
        String made = formula;
        int at = 0;
        for (String layer : layers.split(";")) {
            String file = layer.strip().replace('\\', '/');
            String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
            String plain = Pattern.quote(name + "@1");
            made = made.replaceAll(
                    "\"" + plain + "\"|(?<![\\w@])" + plain + "(?!\\w)",
                    Matcher.quoteReplacement(String.valueOf((char) ('a' + at++))));
        }
        return made;
    }
}
