package riskmap.risk.chemical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import riskmap.data.Profile;

/** The substances of the profile {@code maps/profiles/substances.csv}, each number with its source. */
public final class Substances {
    private static final Set<String> GASES = Set.of("toxic_gas", "flammable_gas");

    private final List<Substance> all;

    private Substances(List<Substance> all) {
        this.all = all;
    }

    /** Reads the profile. */
    public static Substances standard() {
        Profile profile = Profile.named("substances");
        SubstanceSources sources = SubstanceSources.standard();
        List<Substance> all = new ArrayList<>();
        for (Map<String, String> row : profile.rows()) {
            all.add(substance(profile, row, sources));
        }
        return new Substances(List.copyOf(all));
    }

    private static Substance substance(Profile profile, Map<String, String> row, SubstanceSources sources) {
        double a = profile.number(row, "probit_a");
        return new Substance(
                row.get("substance"),
                Arrays.asList(row.get("names").split("\\|")),
                row.get("cas"),
                row.get("class"),
                profile.number(row, "molar_mass_g"),
                profile.number(row, "critical_t"),
                profile.number(row, "beta"),
                List.of(
                        profile.number(row, "aegl1_ppm"),
                        profile.number(row, "aegl2_ppm"),
                        profile.number(row, "aegl3_ppm")),
                profile.number(row, "gas_density_kg_m3"),
                profile.number(row, "boiling_c"),
                profile.number(row, "liquid_density_kg_m3"),
                profile.number(row, "combustion_kj_kg"),
                profile.number(row, "burning_rate_kg_m2_s"),
                profile.number(row, "tnt_factor"),
                Double.isNaN(a)
                        ? null
                        : new Probit(a, profile.number(row, "probit_b"), profile.number(row, "probit_n")),
                sources.of(row));
    }

    public List<Substance> all() {
        return all;
    }

    /** The substance of this CAS number, else of this name (as a whole, case and blanks aside). */
    public Optional<Substance> find(String cas, String name) {
        if (cas != null && !cas.isBlank()) {
            Optional<Substance> found =
                    all.stream().filter(one -> one.cas().equals(cas.strip())).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        String wanted = plain(name);
        return all.stream()
                .filter(one ->
                        one.names().stream().anyMatch(known -> plain(known).equals(wanted)))
                .findFirst();
    }

    /**
     * The substance of a row of the survey, found as {@link #find(String, String)} finds it. A gas and its solution in water
     * have the same CAS number: what the survey classes as corrosive is found by its name alone where the number is that of
     * a gas, so that hydrochloric acid does not count as hydrogen chloride.
     *
     * <p><b>Source:</b> GB 18218-2018: a mixture of another hazard class than the pure substance has not its critical quantity
     * (to be checked against the printed standard).
     *
     * @param hazardClass class of the catalogue, may be null
     */
    public Optional<Substance> find(String cas, String name, String hazardClass) {
        Optional<Substance> found = find(cas, name);
        boolean solution = "corrosive".equals(hazardClass)
                && found.map(Substance::hazardClass).filter(GASES::contains).isPresent();
        return solution ? find(null, name) : found;
    }

    private static String plain(String name) {
        return name.replaceAll("[（(].*", "").strip().toLowerCase(Locale.ROOT);
    }
}
