package riskmap.edit.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import riskmap.data.Field;
import riskmap.data.QualityRule;

/**
 * A number whose last digit proves the others ({@code field}, {@code by}): {@code cas}, the CAS registry number, or
 * {@code credit_code}, the unified social credit code.
 *
 * <p><b>Source:</b> CAS: digits before the last, weighted 1, 2, 3, … from the right, modulo 10. GB 32100-2015: weights
 * 3^i mod 31 over 31 characters, check character 31 − sum mod 31.
 */
final class CheckDigitCheck implements RowCheck {
    private static final String CREDIT_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int CREDIT_LENGTH = 18;

    private final QualityRule rule;
    private final Field field;
    private final Predicate<String> proves;

    private CheckDigitCheck(QualityRule rule, Field field) {
        this.rule = rule;
        this.field = field;
        this.proves = rule.setting("by").orElse("").equals("cas") ? CheckDigitCheck::cas : CheckDigitCheck::creditCode;
    }

    static Optional<Check> of(Checks.Ground ground) {
        return ground.kind()
                .field(ground.rule().setting("field").orElse(""))
                .filter(field -> ground.has(field.key()))
                .map(field -> new CheckDigitCheck(ground.rule(), field));
    }

    @Override
    public void check(Row row, Found found) {
        String text = row.text(field.key());
        if (!text.isEmpty() && !proves.test(text)) {
            found.in(row, rule)
                    .field(field.key())
                    .evidence(text)
                    .say("edit.check-holds", rule.title(), Said.values(List.of(field), text));
        }
    }

    static boolean cas(String text) {
        if (!text.matches("\\d{2,7}-\\d{2}-\\d")) {
            return false;
        }
        String digits = text.replace("-", "");
        int sum = 0;
        for (int i = 1; i < digits.length(); i++) {
            sum += i * (digits.charAt(digits.length() - 1 - i) - '0');
        }
        return sum % 10 == digits.charAt(digits.length() - 1) - '0';
    }

    static boolean creditCode(String text) {
        if (text.length() != CREDIT_LENGTH) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < CREDIT_LENGTH - 1; i++) {
            int value = CREDIT_CHARACTERS.indexOf(text.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += weight * value;
            weight = weight * 3 % 31;
        }
        return CREDIT_CHARACTERS.indexOf(text.charAt(CREDIT_LENGTH - 1)) == (31 - sum % 31) % 31;
    }
}
