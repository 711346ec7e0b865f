package riskmap.print;

/**
 * What stands under a bar of a chart: two rows of one name, such as two reservoirs called alike, have a bar each.
 *
 * @param row its place in the table, from 0
 * @param text what is written
 */
public record BarName(int row, String text) implements Comparable<BarName> {
    @Override
    public int compareTo(BarName other) {
        return Integer.compare(row, other.row);
    }

    @Override
    public String toString() {
        return text;
    }
}
