package riskmap.risk;

import java.util.LinkedHashMap;
import java.util.Map;

/** How the cases of a table of worked numbers are computed by our classes: one list per family of models. */
public final class WorkedCases {
    /** Computes all quantities of a case from its inputs. */
    @FunctionalInterface
    public interface Case {
        /** Quantities by name; one with several values (a series) as a double[]. */
        Map<String, double[]> compute(Inputs inputs);
    }

    /** The inputs of a case. */
    public record Inputs(Map<String, String> texts) {
        /** An input as a number. */
        public double number(String key) {
            return numbers(key)[0];
        }

        /** An input as numbers, written with blanks between them. */
        public double[] numbers(String key) {
            String[] parts = text(key).split(" ");
            double[] numbers = new double[parts.length];
            for (int i = 0; i < parts.length; i++) {
                numbers[i] = Double.parseDouble(parts[i]);
            }
            return numbers;
        }

        /** An input as text. */
        public String text(String key) {
            if (!texts.containsKey(key)) {
                throw new IllegalArgumentException("no input " + key + " in " + texts);
            }
            return texts.get(key);
        }
    }

    private final Map<String, Case> cases = new LinkedHashMap<>();

    /** Adds a case. */
    public WorkedCases add(String name, Case how) {
        if (cases.put(name, how) != null) {
            throw new IllegalArgumentException("twice: " + name);
        }
        return this;
    }

    Case find(String name) {
        return cases.get(name);
    }

    /** Quantities from pairs of a name and a value (Number or double[]). */
    public static Map<String, double[]> quantities(Object... pairs) {
        Map<String, double[]> result = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            result.put(
                    (String) pairs[i],
                    value instanceof Number number ? new double[] {number.doubleValue()} : (double[]) value);
        }
        return result;
    }
}
