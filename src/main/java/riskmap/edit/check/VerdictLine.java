package riskmap.edit.check;

/**
 * The verdict on one layer in one town, or on several together.
 *
 * @param layer the layer, empty for all
 * @param town the town, empty for rows of none; {@link Verdict#ALL} for all
 * @param rows rows that were there
 * @param sampled rows that were drawn
 * @param checked indicators of the drawn rows, weighted
 * @param wrong wrong ones among them, weighted
 * @param errors open findings of severity error in all rows, drawn or not
 * @param warnings open findings of severity warning in all rows
 * @param excused findings that are excused
 */
public record VerdictLine(
        String layer,
        String town,
        long rows,
        long sampled,
        double checked,
        double wrong,
        long errors,
        long warnings,
        long excused) {
    /** Share of wrong indicators in percent; 0 where nothing was checked. */
    public double ratePercent() {
        return checked > 0 ? 100 * wrong / checked : 0;
    }

    /** Whether the rate is within the limit; where there are no rows at all, whether none is missing by an error. */
    public boolean passes(VerdictRule rule) {
        // compared as products: a rate of exactly the limit passes whatever a division rounds
        return rows == 0 ? errors == 0 : wrong * 100 <= checked * rule.limitPercent() * (1 + 1e-12);
    }

    /** Both together. */
    VerdictLine plus(VerdictLine other) {
        return new VerdictLine(
                layer,
                town,
                rows + other.rows,
                sampled + other.sampled,
                checked + other.checked,
                wrong + other.wrong,
                errors + other.errors,
                warnings + other.warnings,
                excused + other.excused);
    }

    static VerdictLine none(String layer, String town) {
        return new VerdictLine(layer, town, 0, 0, 0, 0, 0, 0, 0);
    }
}
