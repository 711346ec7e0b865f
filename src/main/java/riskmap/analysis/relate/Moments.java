package riskmap.analysis.relate;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;

/**
 * When features happened, and which of them happened close together.
 *
 * @param milliseconds by row, NaN where none is known; null where the time does not matter
 * @param within milliseconds
 */
record Moments(double[] milliseconds, double within) {
    /** The time does not matter. */
    static final Moments ANY = new Moments(null, 0);

    private static final String FIELD = "time";
    private static final String WITHIN = "within-time";
    private static final String UNIT = "time-unit";

    static List<Parameter> parameters(String owner) {
        return List.of(
                Parameter.of(owner, FIELD, Parameter.Type.FIELD, null).asOptional(),
                Parameter.number(owner, WITHIN, "", 1, 0, 1e15),
                Parameter.choice(owner, UNIT, "days", "days", "hours", "minutes", "milliseconds"));
    }

    static Moments read(LayerRows rows, ParameterValues values) {
        if (!values.has(FIELD)) {
            return ANY;
        }
        int field = rows.attribute(values.text(FIELD));
        double[] moments = new double[rows.size()];
        Arrays.setAll(moments, row -> moment(rows.value(row, field)));
        double unit =
                switch (values.text(UNIT)) {
                    case "days" -> 86_400_000;
                    case "hours" -> 3_600_000;
                    case "minutes" -> 60_000;
                    default -> 1;
                };
        return new Moments(moments, values.number(WITHIN) * unit);
    }

    /** Days begin at midnight, texts without a zone are taken as they stand. */
    private static double moment(Object value) {
        if (value instanceof Date date) {
            return date.getTime();
        } else if (value instanceof Instant instant) {
            return instant.toEpochMilli();
        } else if (value == null) {
            return Double.NaN;
        }
        String text = value.toString().strip().replace('/', '-').replace(' ', 'T');
        try {
            if (text.length() <= 10) {
                return LocalDate.parse(text)
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC)
                        .toEpochMilli();
            }
            boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
            Instant instant = zoned
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            return instant.toEpochMilli();
        } catch (DateTimeException noTime) {
            return Double.NaN;
        }
    }

    boolean has(int row) {
        return milliseconds == null || !Double.isNaN(milliseconds[row]);
    }

    boolean isNear(int one, int other) {
        return milliseconds == null || Math.abs(milliseconds[one] - milliseconds[other]) <= within;
    }

    /** Those of some rows. */
    Moments of(int[] rows) {
        return milliseconds == null
                ? this
                : new Moments(
                        Arrays.stream(rows)
                                .mapToDouble(row -> milliseconds[row])
                                .toArray(),
                        within);
    }

    /** How many rows have no time, and so are in no group. */
    List<Message> notes(LayerRows rows) {
        long without = milliseconds == null
                ? 0
                : Arrays.stream(milliseconds).filter(Double::isNaN).count();
        return without == 0 ? List.of() : List.of(Message.of("analysis.note-no-time", without, rows.size()));
    }
}
