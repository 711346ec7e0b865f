package riskmap.app.tool;

import java.util.Map;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/** QGIS's tools that work out each cell of a raster from itself, as formulas of the raster calculator, where it is a. */
final class QgisCells {
    private QgisCells() {}

    /** The formula of a tool, whose values are taken out of those given; what is not given is as there. */
    static String formula(String tool, Map<String, String> given) {
        String kind = tool.substring(tool.indexOf(':') + 1).replace("fuzzifyraster", "");
        return switch (kind.replace("membership", "")) {
            case "linear" -> linear(given);
            case "power" -> {
                double exponent = take(given, "FUZZYEXPONENT", 2);
                yield "pow(" + linear(given) + ", " + exponent + ")";
            }
            case "large" -> ratio(given, -1);
            case "small" -> ratio(given, 1);
            case "near" -> {
                String off = squared(given, 50);
                yield "1 / (1 + " + take(given, "FUZZYSPREAD", 0.01) + " * " + off + ")";
            }
            case "gaussian" -> {
                String off = squared(given, 10);
                yield "exp(0 - " + take(given, "FUZZYSPREAD", 0.01) + " * " + off + ")";
            }
            default -> rounded(given);
        };
    }

    /** 0 up to one bound, 1 from the other on. */
    private static String linear(Map<String, String> given) {
        double low = take(given, "FUZZYLOWBOUND", 0);
        double high = take(given, "FUZZYHIGHBOUND", 1);
        boolean rises = low < high;
        return "if(a %s %s, 0, if(a %s %s, 1, (a%s) / (%s)))"
                .formatted(rises ? "<=" : ">=", low, rises ? ">=" : "<=", high, minus(low), high - low);
    }

    private static String ratio(Map<String, String> given, int sign) {
        double middle = take(given, "FUZZYMIDPOINT", 50);
        return "1 / (1 + pow(a / (" + middle + "), " + sign * take(given, "FUZZYSPREAD", 5) + "))";
    }

    private static String squared(Map<String, String> given, double usual) {
        return "pow(a" + minus(take(given, "FUZZYMIDPOINT", usual)) + ", 2)";
    }

    private static String minus(double number) {
        return number < 0 ? " + " + -number : " - " + number;
    }

    /** To so many places of a base: halves away from 0, and with decimals up is away from 0 too, down towards it. */
    private static String rounded(Map<String, String> given) {
        int direction = (int) take(given, "ROUNDING_DIRECTION", 1);
        double places = take(given, "DECIMAL_PLACES", 2);
        double step = Math.pow(take(given, "BASE_N", 10), Math.abs(places));
        String out = places < 0 ? "a / " + step : "a * " + step;
        String back = places < 0 ? " * " + step : " / " + step;
        return switch (direction) {
            case 0 ->
                places < 0 ? "ceil(" + out + ")" + back : "if(a < 0, floor(" + out + "), ceil(" + out + "))" + back;
            case 2 ->
                places < 0 ? "floor(" + out + ")" + back : "if(a < 0, ceil(" + out + "), floor(" + out + "))" + back;
            default -> "if(a < 0, ceil(" + out + " - 0.5), floor(" + out + " + 0.5))" + back;
        };
    }

    private static double take(Map<String, String> given, String name, double usual) {
        String text = given.remove(name);
        if (text == null || text.matches("\\s*|None")) {
            return usual;
        }
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw RiskMapException.of("base.parameter-type", name, text, Message.of("base.type-number"));
        }
    }
}
