package riskmap.risk.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;

class FireWeatherTest {
    private static final Path PUBLISHED = Path.of("../shared/data/checks/fwi/fwi_01.csv");

    /** Check F1: all seven outputs of 48 days to four figures. */
    @Test
    void theSeriesOfCffdrsComesOutToFourFigures() throws IOException {
        assumeTrue(Files.exists(PUBLISHED));
        FireWeather codes = FireWeather.START;
        List<NamedCsvRecord> days;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(PUBLISHED)) {
            days = csv.stream().toList();
        }
        assertThat(days).hasSize(48);
        for (NamedCsvRecord day : days) {
            double wind = number(day, "WS");
            codes = codes.after(
                    new FireWeather.Noon(
                            Month.of((int) number(day, "MON")),
                            number(day, "TEMP"),
                            number(day, "RH"),
                            wind,
                            number(day, "PREC")),
                    FireWeather.Scale.LATER);
            FireWeather.Indices indices = codes.indices(wind, FireWeather.Scale.LATER);
            compare(day, "FFMC", codes.ffmc());
            compare(day, "DMC", codes.dmc());
            compare(day, "DC", codes.dc());
            compare(day, "ISI", indices.isi());
            compare(day, "BUI", indices.bui());
            compare(day, "FWI", indices.fwi());
            compare(day, "DSR", indices.dsr());
        }
    }

    private static void compare(NamedCsvRecord day, String column, double ours) {
        double published = number(day, column);
        double unit = Math.pow(10, Math.floor(Math.log10(Math.max(1e-30, Math.abs(published)))) - 3);
        assertThat(ours)
                .as(day.getField("MON") + "-" + day.getField("DAY") + " " + column)
                .isCloseTo(published, within(0.51 * unit));
    }

    private static double number(NamedCsvRecord day, String column) {
        return Double.parseDouble(day.getField(column));
    }

    @Test
    void rainNeverMakesTheForestDrier() {
        for (double rain = 0; rain < 40; rain += 0.5) {
            FireWeather dry = new FireWeather(90, 40, 300).after(noon(20, 40, 10, rain), FireWeather.Scale.LATER);
            FireWeather wet = new FireWeather(90, 40, 300).after(noon(20, 40, 10, rain + 0.5), FireWeather.Scale.LATER);
            assertThat(wet.ffmc()).isLessThanOrEqualTo(dry.ffmc() + 1e-9);
            assertThat(wet.dmc()).isLessThanOrEqualTo(dry.dmc() + 1e-9);
            assertThat(wet.dc()).isLessThanOrEqualTo(dry.dc() + 1e-9);
        }
    }

    @Test
    void fogAndFrostStayWithinTheScales() {
        FireWeather codes = FireWeather.START;
        for (int day = 0; day < 60; day++) {
            codes = codes.after(noon(-25, 100, 0, day % 3 == 0 ? 80 : 0), FireWeather.Scale.LATER);
            assertThat(codes.ffmc()).isBetween(0.0, 101.0);
            assertThat(codes.dmc()).isNotNegative();
            assertThat(codes.dc()).isNotNegative();
            assertThat(codes.indices(0, FireWeather.Scale.LATER).fwi()).isNotNegative();
        }
    }

    private static FireWeather.Noon noon(double temperature, double humidity, double wind, double rain) {
        return new FireWeather.Noon(Month.APRIL, temperature, humidity, wind, rain);
    }
}
