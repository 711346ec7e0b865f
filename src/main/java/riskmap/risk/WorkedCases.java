package riskmap.risk;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/** How the cases of a table of worked numbers are computed by our classes: one list per family of models. */
public final class WorkedCases {
    /** Computes all quantities of a case from its inputs. */
    @FunctionalInterface
    public interface Case {
        /** Quantities by name; one with several values (a series) as a double[]. */
        Map<String, double[]> compute(Inputs inputs);
    }

    /** The inputs of a case, which know which of them were asked for. */
    public static final class Inputs {
        private final Map<String, String> texts;
        private final Set<String> asked = new HashSet<>();

        Inputs(Map<String, String> texts) {
            this.texts = texts;
        }

        /** Those that the case did not ask for. */
        Set<String> unasked() {
            Set<String> rest = new TreeSet<>(texts.keySet());
            rest.removeAll(asked);
            return rest;
        }

        /** An input as a number. */
        public double number(String key) {
            return numbers(key)[0];
        }

        /** An input as a number that may be left out. */
        public double number(String key, double otherwise) {
            return texts.containsKey(key) ? number(key) : otherwise;
        }

        /** An input as numbers, written with blanks between them. */
        public double[] numbers(String key) {
            String[] parts = text(key).trim().split("[ ,]+");
            double[] numbers = new double[parts.length];
            for (int i = 0; i < parts.length; i++) {
                numbers[i] = parsed(key, parts[i]);
            }
            return numbers;
        }

        /** An input as one of a few names. */
        public <E extends Enum<E>> E choice(String key, Class<E> names) {
            String given = text(key);
            for (E each : names.getEnumConstants()) {
                if (each.name().equals(given)) {
                    return each;
                }
            }
            String known = Arrays.toString(names.getEnumConstants());
            throw RiskMapException.of("risk.worked-not-a-name", key, given, known.substring(1, known.length() - 1));
        }

        private static double parsed(String key, String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw new RiskMapException(Message.of("risk.worked-not-a-number", key, text), e);
            }
        }

        /** An input as text. */
        public String text(String key) {
            asked.add(key);
            if (!texts.containsKey(key)) {
                throw RiskMapException.of("risk.worked-no-input", key);
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

    /** The case of this name, or null. */
    Case find(String name) {
        return cases.get(name);
    }

    /** The names of the cases. */
    Set<String> names() {
        return cases.keySet();
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
