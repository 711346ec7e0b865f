package riskmap.risk.chemical;

import java.util.ArrayList;
import java.util.List;

/**
 * Which accidents can happen at a site, by the class of its substance:
 *
 * <ul>
 *   <li>explosive: explosion of all of it
 *   <li>flammable gas: explosion of its cloud; liquefied in a tank, sphere or cylinder also a fireball
 *   <li>flammable liquid: pool fire; explosion of what evaporates
 *   <li>toxic gas: a cloud that drifts, as light gas (Gauss) or, where the gas set free is heavier than the air by a
 *       twentieth, as dense gas (Britter and McQuaid)
 *   <li>oxidizers, corrosives and others: none of these
 * </ul>
 *
 * A substance that is poisonous by the profile drifts whichever of these classes but corrosive the survey gives it (acids
 * in water bear the name of their gas); one that burns by its class burns too. Where a site names no substance of the profile, its class decides with
 * the values of LPG, petrol and ammonia.
 */
public final class SiteScenarios {
    /** Density from which a gas counts as dense, relative to the air. */
    private static final double DENSE = 1.05;

    /** Heat of combustion of a petrol-like liquid, kJ/kg, and its burning rate, kg/(m² s), where the profile has none. */
    private static final double LIQUID_HEAT = 43_700;

    private static final double LIQUID_RATE = 0.055;
    private static final double GAS_HEAT = 46_000;

    /** Classes under which a poisonous gas may have been surveyed: chlorine as an oxidizer, hydrogen sulphide as burning. */
    private static final List<String> POISON_BESIDE = List.of("flammable_gas", "flammable_liquid", "oxidizer", "other");

    private final Conditions conditions;

    public SiteScenarios(Conditions conditions) {
        this.conditions = conditions;
    }

    /**
     * A site as surveyed.
     *
     * @param hazardClass class of the catalogue, may be null
     * @param substance of the profile, null where it names none
     * @param kilograms greatest amount
     * @param storage way of storage of the catalogue, may be null
     * @param gaugePascal pressure above the atmosphere; 0 where unknown
     */
    public record Site(String hazardClass, Substance substance, double kilograms, String storage, double gaugePascal) {}

    /** The accidents, none for a site without any amount. */
    public List<Scenario> of(Site site) {
        List<Scenario> found = new ArrayList<>();
        if (!(site.kilograms() > 0)) {
            return found;
        }
        String kind = site.hazardClass() != null
                ? site.hazardClass()
                : site.substance() == null ? "other" : site.substance().hazardClass();
        double atOnce = Math.min(site.kilograms(), conditions.vesselKilograms());
        switch (kind) {
            case "explosive" -> found.add(blast(Scenario.Kind.EXPLOSION, site.kilograms(), tntOf(site)));
            case "flammable_gas" -> flammableGas(site, atOnce, found);
            case "flammable_liquid" -> flammableLiquid(site, atOnce, found);
            case "toxic_gas" -> {
                if (site.substance() != null && site.substance().isToxic()) {
                    found.add(toxic(site));
                }
                if (site.substance() != null
                        && site.substance().burns()
                        && site.substance().hazardClass().equals("flammable_gas")) {
                    flammableGas(site, atOnce, found);
                }
            }
            default -> {
                // nothing here that reaches far
            }
        }
        if (POISON_BESIDE.contains(kind)
                && site.substance() != null
                && site.substance().isToxic()) {
            found.add(toxic(site));
        }
        return found;
    }

    private static double tntOf(Site site) {
        double factor = site.substance() == null ? 1 : site.substance().tntFactor();
        return site.kilograms() * (Double.isNaN(factor) ? 1 : factor);
    }

    private void flammableGas(Site site, double atOnce, List<Scenario> found) {
        double heat =
                known(site.substance() == null ? Double.NaN : site.substance().combustion(), GAS_HEAT);
        found.add(blast(Scenario.Kind.VAPOUR_CLOUD, atOnce, Blast.tntOfCloud(atOnce, heat, conditions.yield())));
        boolean vessel =
                site.storage() == null || List.of("tank", "sphere", "cylinder").contains(site.storage());
        if (vessel) {
            Fireball ball = new Fireball(atOnce);
            found.add(new Scenario(
                    Scenario.Kind.FIREBALL,
                    atOnce,
                    conditions.heats(),
                    Scenario.Footprint.circle(ball::distanceMetres),
                    (x, y) -> Probit.HEAT.deaths(dose(
                            ball.flux(Math.max(Math.hypot(x, y), ball.diameterMetres() / Math.sqrt(8))),
                            ball.durationSeconds()))));
        }
    }

    private void flammableLiquid(Site site, double atOnce, List<Scenario> found) {
        Substance substance = site.substance();
        double heat = known(substance == null ? Double.NaN : substance.combustion(), LIQUID_HEAT);
        double rate = known(substance == null ? Double.NaN : substance.burningRate(), LIQUID_RATE);
        double density = known(substance == null ? Double.NaN : substance.liquidDensity(), 800);
        // a pool is a centimetre deep at least: a small amount makes a small pool
        double spread = Math.sqrt(4 * site.kilograms() / density / 0.01 / Math.PI);
        PoolFire fire = new PoolFire(Math.min(spread, conditions.poolMetres()), rate);
        double share = conditions.radiated();
        found.add(new Scenario(
                Scenario.Kind.POOL_FIRE,
                site.kilograms(),
                conditions.heats(),
                Scenario.Footprint.circle(limit -> fire.distanceMetres(limit, 1, share, heat)),
                (x, y) -> {
                    double distance = Math.max(Math.hypot(x, y), fire.diameterMetres() / 2);
                    return Probit.HEAT.deaths(dose(fire.flux(distance, 1, share, heat), Conditions.HEAT_SECONDS));
                }));
        double cloud = conditions.evaporated() * atOnce;
        if (cloud > 0) {
            found.add(blast(Scenario.Kind.VAPOUR_CLOUD, cloud, Blast.tntOfCloud(cloud, heat, conditions.yield())));
        }
    }

    private static double dose(double kilowatts, double seconds) {
        return Math.pow(1000 * kilowatts, 4 / 3.0) * seconds / 1e4;
    }

    private Scenario blast(Scenario.Kind kind, double mass, double tnt) {
        Blast formula = conditions.blast();
        return new Scenario(
                kind,
                mass,
                conditions.pressures(),
                Scenario.Footprint.circle(limit -> formula.distanceMetres(limit, tnt)),
                (x, y) -> Probit.LUNG.deaths(formula.pascal(Math.max(Math.hypot(x, y), 0.05 * Math.cbrt(tnt)), tnt)));
    }

    private Scenario toxic(Site site) {
        Substance substance = site.substance();
        double rate = rate(site);
        double air = DenseGasPlume.airDensity(conditions.airKelvin());
        List<Double> limits = new ArrayList<>();
        conditions
                .toxicShares()
                .forEach(share -> limits.add(share * substance.guideline().get(1)));
        limits.add(substance.guideline().get(2));
        ToxicCloud cloud = substance.gasDensity() > DENSE * air
                ? ToxicCloud.dense(new DenseGasPlume(
                        rate / substance.gasDensity(),
                        conditions.wind(),
                        substance.gasDensity(),
                        air,
                        Math.min(273.15 + substance.boilingCelsius(), conditions.airKelvin()),
                        conditions.airKelvin()))
                : ToxicCloud.light(
                        new GaussianPlume(rate, conditions.wind(), 0, conditions.stability(), conditions.dispersion()),
                        substance.molarMass());
        Probit probit = substance.probit();
        double minutes = conditions.releaseSeconds() / 60;
        return new Scenario(
                Scenario.Kind.TOXIC_CLOUD,
                rate,
                limits,
                cloud,
                (x, y) -> probit == null ? 0 : probit.deaths(cloud.partsPerMillion(x, y), minutes));
    }

    /** What flows out of the hole, kg/s, but not more than all of it until the hole is closed. */
    private double rate(Site site) {
        double all = site.kilograms() / conditions.releaseSeconds();
        double density = site.substance().liquidDensity();
        if (!(site.gaugePascal() > 0) || Double.isNaN(density)) {
            return all;
        }
        double out = ReleaseRate.liquid(
                conditions.discharge(), conditions.holeMetres(), density, site.gaugePascal() + Blast.ATMOSPHERE_PASCAL);
        return Math.min(all, out);
    }

    private static double known(double value, double otherwise) {
        return value > 0 ? value : otherwise;
    }
}
