package riskmap.risk.model.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.risk.chemical.Scenario;

/**
 * The risk of dying within a year by an accident at any of the sites, for a person who is always at the place: the sum of
 * frequency × share of people killed. Clouds that drift are averaged over sixteen equally frequent wind directions.
 */
final class IndividualRisk {
    /** Share of deaths that is not followed any farther. */
    private static final double NEGLIGIBLE = 1e-4;

    private static final int DIRECTIONS = 16;
    private static final double FARTHEST = 5000;

    private record Source(double x, double y, Scenario scenario, double frequency, double reach) {}

    private final List<Source> sources = new ArrayList<>();
    private final HazardousSites sites;
    private final Envelope area;
    private final double cellSize;

    /** @param area whose risk is asked for; an empty one stands for the surroundings of the sites */
    IndividualRisk(HazardousSites sites, Envelope area, ParameterValues values) {
        this.sites = sites;
        this.area = area;
        this.cellSize = values.number("cell-size");
        Map<String, Double> frequencies = values.weights("frequencies");
        for (HazardousSites.Site site : sites.sites()) {
            for (Scenario scenario : site.scenarios()) {
                double frequency = frequencies.getOrDefault(scenario.kind().key(), 0.0);
                double reach = reach(scenario);
                if (frequency > 0 && reach > 0) {
                    sources.add(new Source(site.x(), site.y(), scenario, frequency, reach));
                }
            }
        }
    }

    /** Farthest distance downwind at which deaths are not negligible. */
    private double reach(Scenario scenario) {
        double reach = FARTHEST;
        while (reach >= 1 && scenario.lethality().at(reach, 0) < NEGLIGIBLE) {
            reach /= 1.05;
        }
        return reach < 1 ? 0 : Math.min(FARTHEST, reach * 1.05);
    }

    /** Risk per year, null where no site can kill anybody. */
    Grid grid(Progress progress) {
        if (sources.isEmpty()) {
            return null;
        }
        GridGeometry lattice = GridGeometry.covering(extent(), cellSize, sites.crs());
        float[] cells = new float[lattice.cellCount()];
        lattice.bandsOfRows(progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < lattice.width(); column++) {
                    cells[row * lattice.width() + column] = (float) at(lattice.x(column), lattice.y(row));
                }
            }
        });
        return new Grid(lattice, cells);
    }

    /** The towns; without them the surroundings of the sites. */
    private Envelope extent() {
        if (!area.isNull()) {
            return area;
        }
        Envelope extent = new Envelope();
        for (Source source : sources) {
            Envelope around = new Envelope(source.x(), source.x(), source.y(), source.y());
            around.expandBy(source.reach() + cellSize);
            extent.expandToInclude(around);
        }
        return extent;
    }

    private double at(double x, double y) {
        double risk = 0;
        for (Source source : sources) {
            double dx = x - source.x();
            double dy = y - source.y();
            if (dx * dx + dy * dy > source.reach() * source.reach()) {
                continue;
            }
            if (source.scenario().kind().drifts()) {
                double sum = 0;
                for (int i = 0; i < DIRECTIONS; i++) {
                    double angle = 2 * Math.PI * i / DIRECTIONS;
                    double cos = Math.cos(angle);
                    double sin = Math.sin(angle);
                    sum += source.scenario().lethality().at(dx * cos + dy * sin, dy * cos - dx * sin);
                }
                risk += source.frequency() * sum / DIRECTIONS;
            } else {
                risk += source.frequency() * source.scenario().lethality().at(dx, dy);
            }
        }
        return risk;
    }
}
