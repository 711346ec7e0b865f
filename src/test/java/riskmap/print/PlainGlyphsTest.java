package riskmap.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a face cannot show is written so that it still means the same. */
class PlainGlyphsTest {
    /** A face of Latin and Chinese letters, the minus sign, ¹ ² ³ and spacing accents. */
    private static boolean has(int point) {
        return point < 0x250 && point != 'â' || "ˆ¯˙−水".indexOf(point) >= 0;
    }

    private static String shown(String text) {
        return PlainGlyphs.of(text, PlainGlyphsTest::has);
    }

    @Test
    void aPowerIsNeverReadAsAnotherNumber() {
        assertThat(shown("10⁻⁶ /a")).isEqualTo("10^−6 /a");
        assertThat(shown("10⁶")).isEqualTo("10^6");
        // ¹ is there and ⁰ is not: both are written in one manner
        assertThat(shown("2¹⁰")).isEqualTo("2^10");
        assertThat(shown("m²")).isEqualTo("m²");
    }

    @Test
    void aFractionInOneGlyphIsNeverReadAsAnotherNumber() {
        assertThat(shown("D = 5.8 M^⅓")).isEqualTo("D = 5.8 M^(1/3)");
        assertThat(shown("(g₀²V/u⁵)^⅕")).isEqualTo("(g_0²V/u^5)^(1/5)");
        assertThat(shown("2⅓ h")).isEqualTo("2 1/3 h");
        assertThat(shown("½")).as("a glyph that is there stays").isEqualTo("½");
    }

    @Test
    void indicesAndAccentsKeepTheirMeaning() {
        assertThat(shown("vᵢⱼ = v₀")).isEqualTo("v_ij = v_0");
        assertThat(shown("ẑ")).isEqualTo("zˆ");
        assertThat(shown("x\u0304")).isEqualTo("x¯");
    }

    @Test
    void theRestIsABoxAndTextThatIsThereStays() {
        assertThat(shown("水℃")).isEqualTo("水°C");
        assertThat(shown("水\ud83d\ude92")).isIn("水□", "水?");
        assertThat(shown("水 1")).isEqualTo("水 1");
    }
}
