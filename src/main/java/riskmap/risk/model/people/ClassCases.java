package riskmap.risk.model.people;

import static riskmap.risk.WorkedCases.quantities;

import java.util.Arrays;
import java.util.Map;
import riskmap.base.Progress;
import riskmap.geo.raster.FisherJenks;
import riskmap.risk.WorkedCases;
import riskmap.risk.capacity.ShelterAllocation;
import riskmap.risk.model.zone.ClassBreaks;

/** The cases of {@code classes.csv}: breaks of classes, and people to shelters. */
public final class ClassCases {
    private ClassCases() {}

    /** All of them. */
    public static WorkedCases all() {
        return new WorkedCases()
                .add("natural", ClassCases::natural)
                .add("equal", ClassCases::equal)
                .add("equal-limits", ClassCases::equalLimits)
                .add("allocation", ClassCases::allocation);
    }

    private static Map<String, double[]> natural(WorkedCases.Inputs in) {
        double[] x = in.numbers("x");
        double[] limits = FisherJenks.upperLimits(x, (int) in.number("k"));
        double mean = Arrays.stream(x).average().orElseThrow();
        double whole =
                Arrays.stream(x).map(each -> (each - mean) * (each - mean)).sum();
        double[] counts = new double[limits.length];
        double within = 0;
        for (int i = 0; i < limits.length; i++) {
            double from = i == 0 ? Double.NEGATIVE_INFINITY : limits[i - 1];
            double to = limits[i];
            double[] members =
                    Arrays.stream(x).filter(each -> each > from && each <= to).toArray();
            double middle = Arrays.stream(members).average().orElseThrow();
            within += Arrays.stream(members)
                    .map(each -> (each - middle) * (each - middle))
                    .sum();
            counts[i] = members.length;
        }
        return quantities("limits", limits, "counts", counts, "GVF", 1 - within / whole);
    }

    /** Breaks between four classes, with the greatest value as the upper limit of the last. */
    private static Map<String, double[]> equal(WorkedCases.Inputs in) {
        double[] x = in.numbers("x");
        double[] breaks = ClassBreaks.of("equal", new double[0], x);
        return quantities("breaks", breaks);
    }

    /** Upper limits of k classes of equal width and how many values lie in each, (a, b]. */
    private static Map<String, double[]> equalLimits(WorkedCases.Inputs in) {
        double[] x = in.numbers("x");
        int classes = (int) in.number("k");
        double least = Arrays.stream(x).min().orElseThrow();
        double width = (Arrays.stream(x).max().orElseThrow() - least) / classes;
        double[] limits = new double[classes];
        double[] counts = new double[classes];
        for (int i = 0; i < classes; i++) {
            limits[i] = least + width * (i + 1);
        }
        for (double each : x) {
            int i = 0;
            while (i < classes - 1 && each > limits[i]) {
                i++;
            }
            counts[i]++;
        }
        return quantities("limits", limits, "counts", counts);
    }

    private static Map<String, double[]> allocation(WorkedCases.Inputs in) {
        double[] demand = in.numbers("demand");
        double[] capacity = in.numbers("capacity");
        double[] metres = in.numbers("metres");
        ShelterAllocation allocation = new ShelterAllocation(whole(demand), whole(capacity));
        for (int point = 0; point < demand.length; point++) {
            for (int shelter = 0; shelter < capacity.length; shelter++) {
                double way = metres[point * capacity.length + shelter];
                if (way <= in.number("limit")) {
                    allocation.way(point, shelter, way);
                }
            }
        }
        ShelterAllocation.Result result = allocation.solve(Progress.silent());
        double[] people = new double[metres.length];
        result.moves().forEach(move -> people[move.point() * capacity.length + move.shelter()] += move.people());
        return quantities(
                "unserved",
                result.totalUnserved(),
                "person-metres",
                result.personMetres(),
                "people",
                people,
                "unserved-by-place",
                Arrays.stream(result.unserved()).asDoubleStream().toArray());
    }

    private static int[] whole(double[] numbers) {
        return Arrays.stream(numbers).mapToInt(number -> (int) number).toArray();
    }
}
