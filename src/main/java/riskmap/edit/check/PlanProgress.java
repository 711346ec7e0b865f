package riskmap.edit.check;

import riskmap.data.QualityRule;

/**
 * How far a number of the plan is reached.
 *
 * @param layer the layer that is counted
 * @param rule the rule that knows the number
 * @param reached what is there
 * @param target what is wanted
 * @param unit unit of both, empty for a count
 */
public record PlanProgress(String layer, QualityRule rule, double reached, double target, String unit) {
    public boolean isReached() {
        return reached >= target;
    }
}
