package riskmap.risk.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import riskmap.base.Progress;

class ShelterAllocationTest {
    @Test
    void coveredPeopleAreStillLeftWithoutAPlaceWhereCapacityEnds() {
        int[] demand = {900, 600, 800, 500};
        double[][] metres = {{300, 900, 1400}, {700, 400, 1100}, {1600, 500, 600}, {450, 1300, 350}};
        ShelterAllocation allocation = new ShelterAllocation(demand, new int[] {1200, 1000, 400});
        for (int point = 0; point < 4; point++) {
            for (int shelter = 0; shelter < 3; shelter++) {
                if (metres[point][shelter] <= 1000) {
                    allocation.way(point, shelter, metres[point][shelter]);
                }
            }
        }
        ShelterAllocation.Result result = allocation.solve(Progress.silent());
        assertThat(result.unserved()).containsExactly(0, 0, 200, 0);
        assertThat(result.personMetres()).isEqualTo(1_035_000);
        assertThat(result.moves())
                .extracting(move -> (move.point() + 1) + "→" + (move.shelter() + 1) + " " + move.people())
                .containsExactly("1→1 900", "2→2 600", "3→2 400", "3→3 200", "4→1 300", "4→3 200");
    }

    /** Nobody is lost, no shelter overflows, and no exchange of two people or one free place makes it better. */
    @Test
    void randomCasesConserveEverybodyAndCannotBeImprovedByAnExchange() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            int points = 8;
            int shelters = 4;
            int[] demand = random.ints(points, 0, 60).toArray();
            int[] capacity = random.ints(shelters, 0, 90).toArray();
            double[][] metres = new double[points][shelters];
            ShelterAllocation allocation = new ShelterAllocation(demand, capacity);
            for (int point = 0; point < points; point++) {
                for (int shelter = 0; shelter < shelters; shelter++) {
                    metres[point][shelter] = random.nextInt(15000) / 10.0;
                    if (metres[point][shelter] <= 1000) {
                        allocation.way(point, shelter, metres[point][shelter]);
                    }
                }
            }
            ShelterAllocation.Result result = allocation.solve(Progress.silent());
            int[][] flow = new int[points][shelters];
            result.moves().forEach(move -> flow[move.point()][move.shelter()] = move.people());
            int[] used = new int[shelters];
            for (int point = 0; point < points; point++) {
                int sum = result.unserved()[point];
                for (int shelter = 0; shelter < shelters; shelter++) {
                    sum += flow[point][shelter];
                    used[shelter] += flow[point][shelter];
                }
                assertThat(sum).isEqualTo(demand[point]);
            }
            for (int shelter = 0; shelter < shelters; shelter++) {
                assertThat(used[shelter]).isLessThanOrEqualTo(capacity[shelter]);
            }
            assertNoBetterExchange(result, flow, used, capacity, metres);
        }
    }

    private static void assertNoBetterExchange(
            ShelterAllocation.Result result, int[][] flow, int[] used, int[] capacity, double[][] metres) {
        for (int a = 0; a < flow.length; a++) {
            for (int s = 0; s < capacity.length; s++) {
                boolean free = used[s] < capacity[s];
                if (metres[a][s] <= 1000 && free) {
                    assertThat(result.unserved()[a]).isZero();
                    for (int t = 0; t < capacity.length; t++) {
                        assertThat(flow[a][t] > 0 && metres[a][t] > metres[a][s])
                                .isFalse();
                    }
                }
                for (int b = 0; b < flow.length; b++) {
                    for (int t = 0; t < capacity.length; t++) {
                        boolean exchange = flow[a][s] > 0
                                && flow[b][t] > 0
                                && metres[a][t] <= 1000
                                && metres[b][s] <= 1000
                                && metres[a][t] + metres[b][s] < metres[a][s] + metres[b][t];
                        assertThat(exchange).isFalse();
                    }
                }
            }
        }
    }
}
