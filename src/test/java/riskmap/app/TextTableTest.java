package riskmap.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import riskmap.base.Message;
import riskmap.data.Table;

class TextTableTest {
    private static final Table TABLE = new Table(
            "people",
            Message.of("app.verdict-column-rows"),
            List.of(
                    new Table.Column("town", Message.of("app.verdict-column-layer"), "", 0),
                    new Table.Column("people", Message.of("app.verdict-column-rows"), "", 0),
                    new Table.Column("area", Message.of("app.verdict-column-errors"), "km²", 2)),
            List.of(Arrays.asList("张村镇", 1234567, 10.005), Arrays.asList("A", null, 2.0)));

    @Test
    void numbersStandRightAndChineseCountsTwoColumns() {
        String[] lines = TextTable.text(TABLE).split("\n");
        assertThat(lines[2]).isEqualTo("张村镇  1,234,567           10.01");
        assertThat(lines[3]).isEqualTo("A               –            2.00");
    }

    @Test
    void factsAreExactAndKeyed() {
        assertThat(TextTable.facts(TABLE).get(0)).containsEntry("town", "张村镇").containsEntry("area", 10.005);
    }

    @Test
    void aTextKeepsToItsLineAndLosesItsMiddleWhenItIsLong() {
        assertThat(TextTable.onLine("一\n二\r\n三\t四\u001b[31m")).isEqualTo("一↵二↵三 四 [31m");
        assertThat(TextTable.onLine("A".repeat(60))).hasSize(60);
        assertThat(TextTable.onLine("A".repeat(5000) + "B"))
                .startsWith("AAA")
                .contains("…")
                .endsWith("B")
                .hasSizeLessThanOrEqualTo(60);
        String wide = TextTable.onLine("很长的类别名称".repeat(1000) + "末");
        assertThat(wide).endsWith("末");
        assertThat(TextTable.width(wide)).isLessThanOrEqualTo(61);
        assertThat(TextTable.onLine("𠀀".repeat(500))).doesNotContain("?").endsWith("𠀀");
    }
}
