package riskmap.risk.chemical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import riskmap.data.Profile;

/** The substances of the profile {@code maps/profiles/substances.csv}, each number with its source. */
public final class Substances {
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

    private static String plain(String name) {
        return name.replaceAll("[（(].*", "").strip().toLowerCase(Locale.ROOT);
    }
}
