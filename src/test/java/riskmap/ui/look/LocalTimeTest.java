package riskmap.ui.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalTimeTest {
    private TimeZone before;

    @BeforeEach
    void inChina() {
        before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
    }

    @AfterEach
    void back() {
        TimeZone.setDefault(before);
    }

    @Test
    void aTimeIsToldByTheClockOfThePlaceWhateverTheRecordKeeps() {
        assertThat(LocalTime.text("2026-06-14T20:49:05Z")).isEqualTo("2026-06-15 04:49:05");
        // a run at the full minute: the history of all runs stayed empty
        assertThat(LocalTime.text("2026-06-14T20:49Z")).isEqualTo("2026-06-15 04:49:00");
    }
}
