package riskmap.risk;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;
import riskmap.risk.chemical.ChemicalCases;
import riskmap.risk.fire.FireCases;
import riskmap.risk.flood.FloodCases;
import riskmap.risk.model.people.ClassCases;
import riskmap.risk.monitor.MonitorCases;
import riskmap.risk.social.SocialCases;
import riskmap.risk.weighting.WeightingCases;

/**
 * The worked numbers of the models: what their sources print, computed by the same classes that the models use. The tables
 * {@code worked/*.csv} have a line per number: its source, its evidence (V seen in the source, R recomputed, M not
 * verified), the case, its inputs ({@code name=number;…}), the quantity, what is expected and the tolerance. Any case can
 * be computed with other inputs.
 */
public final class WorkedNumbers {
    /** Families and what computes their cases; one line each. */
    private static final Map<String, WorkedCases> FAMILIES = families();

    private WorkedNumbers() {}

    private static Map<String, WorkedCases> families() {
        Map<String, WorkedCases> families = new LinkedHashMap<>();
        families.put("flood", FloodCases.all());
        families.put("fire", FireCases.all());
        families.put("chemical", ChemicalCases.all());
        families.put("weighting", WeightingCases.all());
        families.put("classes", ClassCases.all());
        families.put("social", SocialCases.all());
        families.put("monitor", MonitorCases.all());
        return families;
    }

    /** The names of the families. */
    public static Set<String> familyNames() {
        return Collections.unmodifiableSet(FAMILIES.keySet());
    }

    /** All of them, family by family in the order of the tables. */
    public static List<WorkedNumber> all() {
        List<WorkedNumber> all = new ArrayList<>();
        FAMILIES.keySet().forEach(family -> all.addAll(read(family)));
        return all;
    }

    /** Those of a case. */
    public static List<WorkedNumber> of(String name) {
        cases(name);
        return all().stream().filter(each -> each.name().equals(name)).toList();
    }

    /** All quantities of a case for these inputs; one that is no series has one value. */
    public static Map<String, double[]> compute(String name, Map<String, String> inputs) {
        WorkedCases.Case how = cases(name).find(name);
        WorkedCases.Inputs given = new WorkedCases.Inputs(inputs);
        Map<String, double[]> results;
        try {
            results = how.compute(given);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new RiskMapException(Message.of("risk.worked-unfit", name, String.valueOf(e.getMessage())), e);
        }
        if (!given.unasked().isEmpty()) {
            throw RiskMapException.of(
                    "risk.worked-unknown-input", name, NameList.of(given.unasked()), NameList.of(inputs(name)));
        }
        return results;
    }

    /** Names of the inputs that the numbers of a case give. */
    private static Set<String> inputs(String name) {
        Set<String> inputs = new LinkedHashSet<>();
        of(name).forEach(each -> inputs.addAll(each.inputs().keySet()));
        return inputs;
    }

    private static WorkedCases cases(String name) {
        Set<String> known = new TreeSet<>();
        for (WorkedCases cases : FAMILIES.values()) {
            if (cases.find(name) != null) {
                return cases;
            }
            known.addAll(cases.names());
        }
        throw RiskMapException.of("risk.worked-unknown", name, NameList.of(known));
    }

    private static List<WorkedNumber> read(String family) {
        List<WorkedNumber> result = new ArrayList<>();
        try (InputStream stream = WorkedNumbers.class.getResourceAsStream("/riskmap/risk/worked/" + family + ".csv");
                CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord line : reader) {
                result.add(new WorkedNumber(
                        family,
                        line.getField("source"),
                        Evidence.of(line.getField("tag")),
                        line.getField("case"),
                        inputsOf(line.getField("inputs")),
                        line.getField("quantity"),
                        line.getField("expected"),
                        line.getField("tolerance")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result;
    }

    private static Map<String, String> inputsOf(String text) {
        Map<String, String> inputs = new LinkedHashMap<>();
        for (String part : text.split(";")) {
            if (!part.isBlank()) {
                String[] pair = part.split("=", 2);
                inputs.put(pair[0].trim(), pair[1].trim());
            }
        }
        return Collections.unmodifiableMap(inputs);
    }
}
