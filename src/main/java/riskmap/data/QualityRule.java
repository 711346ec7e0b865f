package riskmap.data;

/**
 * A condition between fields of one feature, such as 汛限水位 ≤ 设计水位.
 *
 * @param key its name, unique in the layer kind
 * @param holds ECQL condition that is true for good features; where a field it reads is null the rule does not apply
 * @param title what it demands, in words
 * @param error whether a violation is an error; otherwise a warning
 */
public record QualityRule(String key, String holds, Title title, boolean error) {}
