package riskmap.edit.check;

import java.util.List;
import java.util.Map;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;

/**
 * How the survey verdict (质量核查结论) is reached: how many rows are sampled, what counts as how wrong, and how much may be.
 *
 * <p>With the default weights the error rate is the simple ratio, wrong indicators / checked indicators. The rates that
 * some bureaus printed are not that ratio (48 of 1954 is 2.46 %, printed as 3.28 %): a weighting exists that is not
 * published, so each weight can be set.
 *
 * <p><b>Source:</b> 国灾险普办函〔2021〕50号: self-check 100 %, sample 10 %, rate = wrong / checked; the pass limit of 5 % was not
 * seen in print.
 *
 * @param samplePercent share of the rows of each layer and town that is drawn, at least one row
 * @param seed another seed draws other rows, the same one always the same
 * @param limitPercent the greatest error rate that passes
 * @param error what a broken rule of severity error counts
 * @param warning what a broken rule of severity warning counts: such rules say that somebody should look, not what is wrong
 * @param position weight of the position among the indicators of a row
 * @param required weight of a required field
 * @param other weight of any other field
 */
public record VerdictRule(
        double samplePercent,
        long seed,
        double limitPercent,
        double error,
        double warning,
        double position,
        double required,
        double other) {
    private static final String OWNER = "edit.verdict";

    /** The parameters it is made from. */
    public static final List<Parameter> PARAMETERS = List.of(
            Parameter.number(OWNER, "sample", "%", 100, 0.1, 100),
            Parameter.integer(OWNER, "seed", "", 1, 0, Integer.MAX_VALUE),
            Parameter.number(OWNER, "limit", "%", 5, 0, 100).asUnverified(),
            Parameter.number(OWNER, "error-weight", "", 1, 0, 100),
            Parameter.number(OWNER, "warning-weight", "", 0, 0, 100),
            Parameter.number(OWNER, "position-weight", "", 1, 0, 100),
            Parameter.number(OWNER, "required-weight", "", 1, 0, 100),
            Parameter.number(OWNER, "other-weight", "", 1, 0, 100));

    /**
     * The rule from the values of the {@link #PARAMETERS} that are given; the defaults for the others.
     *
     * @throws riskmap.base.RiskMapException when a value is not known, no number or out of bounds
     */
    public static VerdictRule of(Map<String, String> given) {
        ParameterValues values = ParameterValues.of(PARAMETERS, given);
        return new VerdictRule(
                values.number("sample"),
                values.integer("seed"),
                values.number("limit"),
                values.number("error-weight"),
                values.number("warning-weight"),
                values.number("position-weight"),
                values.number("required-weight"),
                values.number("other-weight"));
    }

    /** Every row, 5 % at most wrong, the simple ratio. */
    public static VerdictRule standard() {
        return of(Map.of());
    }

    /** Whether the error rate is the simple ratio. */
    public boolean isSimple() {
        return error == 1 && warning == 0 && position == 1 && required == 1 && other == 1;
    }
}
