package riskmap.ui;

/** The n of a scale the user types: {@code 1:25000}, {@code 1：25,000}, {@code 25000}, {@code 2.5万}. */
final class ScaleText {
    private ScaleText() {}

    /** The denominator, not a number when the text is none. */
    static double parse(String text) {
        String digits = text.strip().replace('：', ':').replaceAll("^1\\s*[:/]\\s*", "");
        double unit = 1;
        if (digits.endsWith("万")) {
            unit = 10_000;
            digits = digits.substring(0, digits.length() - 1);
        }
        digits = digits.replaceAll("[,\\s]", "");
        if (!digits.matches("\\d{1,9}(\\.\\d+)?")) {
            return Double.NaN;
        }
        double value = Double.parseDouble(digits) * unit;
        return value > 0 ? value : Double.NaN;
    }
}
