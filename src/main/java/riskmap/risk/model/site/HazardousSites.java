package riskmap.risk.model.site;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.risk.chemical.Conditions;
import riskmap.risk.chemical.MajorHazard;
import riskmap.risk.chemical.Scenario;
import riskmap.risk.chemical.SiteScenarios;
import riskmap.risk.chemical.Substance;
import riskmap.risk.chemical.Substances;

/** The hazardous sites of a layer with what can happen at each. */
public final class HazardousSites {
    /**
     * A site.
     *
     * @param name what it is called
     * @param x of its centre
     * @param y of its centre
     * @param tonnes greatest amount; NaN where none is given
     * @param critical critical amount of the survey, else of the profile; NaN where neither is known
     * @param people within 500 m by the survey, −1 where none is given
     * @param substance of the profile, or null
     * @param substanceName what the survey calls it
     * @param surveyedLevel major-hazard level of the survey, NaN for none
     * @param scenarios what can happen
     */
    public record Site(
            String name,
            double x,
            double y,
            double tonnes,
            double critical,
            long people,
            Substance substance,
            String substanceName,
            double surveyedLevel,
            List<Scenario> scenarios) {
        /** What the major-hazard rule counts, null where an amount or the critical amount is not known. */
        MajorHazard.Stock stock() {
            if (!(tonnes >= 0) || !(critical > 0)) {
                return null;
            }
            double beta = substance == null ? 1 : substance.beta();
            return new MajorHazard.Stock(Double.isNaN(beta) ? 1 : beta, tonnes, critical);
        }
    }

    /** Sites whose names a note lists. */
    private static final int NAMED = 8;

    private final List<Site> sites = new ArrayList<>();
    private final List<Message> notes = new ArrayList<>();
    private final CoordinateReferenceSystem crs;

    private HazardousSites(CoordinateReferenceSystem crs) {
        this.crs = crs;
    }

    public static HazardousSites of(Inputs inputs, ParameterValues values, Progress progress) {
        if (!inputs.has("hazardous_site")) {
            HazardousSites none = new HazardousSites(
                    inputs.has("town") ? inputs.rows("town", progress).crs() : null);
            none.notes.add(Message.of("risk.note-no-sites"));
            return none;
        }
        LayerRows rows = inputs.rows("hazardous_site", progress);
        HazardousSites result = new HazardousSites(rows.crs());
        result.notes.addAll(rows.notes("hazardous_site"));
        result.read(rows, new SiteScenarios(Conditions.of(values)), progress);
        return result;
    }

    /** One accident that is not of the survey. */
    public static HazardousSites one(CoordinateReferenceSystem crs, Site site) {
        HazardousSites result = new HazardousSites(crs);
        result.sites.add(site);
        return result;
    }

    private void read(LayerRows rows, SiteScenarios scenarios, Progress progress) {
        Substances substances = Substances.standard();
        String[] names = rows.texts("name");
        String[] cas = rows.texts("cas");
        String[] substanceNames = rows.texts("substance");
        String[] classes = rows.texts("hazard_class");
        String[] storage = rows.texts("storage");
        double[] tonnes = rows.numbers("quantity_t");
        double[] critical = rows.numbers("critical_quantity_t");
        double[] pressure = rows.numbers("pressure");
        double[] people = rows.numbers("people_within_500m");
        double[] level = rows.numbers("major_hazard_level");
        int unknown = 0;
        int withoutAmount = 0;
        List<String> acids = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            progress.check();
            Geometry shape = rows.geometry(row);
            if (shape == null) {
                continue;
            }
            Point centre = shape.getCentroid();
            Substance substance =
                    substances.find(cas[row], substanceNames[row], classes[row]).orElse(null);
            unknown += substance == null ? 1 : 0;
            withoutAmount += tonnes[row] >= 0 ? 0 : 1;
            if ("corrosive".equals(classes[row]) && substance != null && substance.isToxic()) {
                acids.add(rows.called(row, names[row]));
            }
            double limit =
                    critical[row] > 0 ? critical[row] : substance == null ? Double.NaN : substance.criticalTonnes();
            SiteScenarios.Site site = new SiteScenarios.Site(
                    classes[row],
                    substance,
                    1000 * tonnes[row],
                    storage[row],
                    pressure[row] > 0 ? 1e6 * pressure[row] : 0);
            sites.add(new Site(
                    rows.called(row, names[row]),
                    centre.getX(),
                    centre.getY(),
                    tonnes[row],
                    limit,
                    people[row] >= 0 ? (long) people[row] : -1,
                    substance,
                    substanceNames[row],
                    level[row],
                    scenarios.of(site)));
        }
        if (unknown > 0) {
            notes.add(Message.of("risk.note-substance-unknown", unknown, sites.size()));
        }
        if (!acids.isEmpty()) {
            notes.add(Message.of("risk.note-corrosive-poison", acids.size(), NameList.of(acids, NAMED)));
        }
        if (withoutAmount > 0) {
            notes.add(Message.of("risk.note-without-amount", withoutAmount, sites.size()));
        }
    }

    List<Site> sites() {
        return sites;
    }

    List<Message> notes() {
        return notes;
    }

    CoordinateReferenceSystem crs() {
        return crs;
    }
}
