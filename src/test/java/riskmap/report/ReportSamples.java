package riskmap.report;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import riskmap.base.Language;
import riskmap.print.InkPalette;

/** A report of rows whose texts are hostile, and its parts. */
final class ReportSamples {
    static final ZonedDateTime NOON = ZonedDateTime.of(2026, 5, 1, 12, 0, 0, 0, ZoneOffset.UTC);
    static final String FORMULA = "=HYPERLINK(\"http://example.invalid\",\"点我\")";
    static final String SCRIPT = "<script>alert('x')</script><img src=x onerror=alert(1)>&amp;";
    static final String LONG = "A".repeat(400);
    static final String CONTROL = "坏\u0000字\u001b[31m符\u202e倒\ufffe";

    private ReportSamples() {}

    static Block.Grid grid(List<Block.Row> rows) {
        return new Block.Grid(
                "hostile",
                "表 1　来自数据的文字",
                List.of(
                        new Block.Column("名称", false, 0),
                        new Block.Column("人数", true, 0),
                        new Block.Column("面积 (km²)", true, 2)),
                rows);
    }

    static Block.Row row(Object... cells) {
        return new Block.Row(Arrays.asList(cells), false);
    }

    static ReportDocument document(List<Block> blocks) {
        return new ReportDocument(
                Language.CHINESE, "试验区应急管理局", "第 1 期", "内部", "试验报告", "计算编号 x", NOON, blocks, InkPalette.SCREEN);
    }

    static ReportDocument hostile() {
        return document(List.of(
                new Block.Heading(1, "一、" + SCRIPT),
                new Block.Paragraph(Block.Tone.BODY, FORMULA + " " + SCRIPT + CONTROL),
                new Block.Paragraph(Block.Tone.WARNING, LONG),
                new Block.Items(Block.Mark.BOX, List.of(SCRIPT, LONG)),
                grid(List.of(
                        row(FORMULA, 1234567L, 0.125),
                        row(SCRIPT, null, Double.NaN),
                        row(LONG, -3L, 1e-9),
                        row(CONTROL, 0L, 12345.675),
                        row("+86 631", 1L, 2.0)))));
    }
}
