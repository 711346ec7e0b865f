package riskmap.report;

import java.util.function.UnaryOperator;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import riskmap.print.Sheet;

/** A table in Word: columns of fixed width, the heading repeated on every page, no row broken over two pages. */
final class DocxTable {
    private static final String GROUND = "E8EEF4";
    private static final String STRONG = "F3F6F9";
    private static final String LINE = "9AA7B3";
    /** Letters of a column of text count up to here: longer ones are broken into lines. */
    private static final double MOST_LETTERS = 22;

    private static final double LEAST_LETTERS = 4;
    private static final double LARGEST = 9;
    /** Letters no smaller than these, in points, are rather taken than that names are broken into lines. */
    private static final double COMFORTABLE = 7.5;
    /** Margins of a cell at both sides, in letters. */
    private static final double MARGIN = 1;

    private DocxTable() {}

    /** Adds a table; {@code shown} gives what a colour {@code RRGGBB} is shown as. */
    static void write(XWPFDocument word, Block.Grid grid, UnaryOperator<String> shown) {
        int columns = grid.columns().size();
        XWPFTable table = word.createTable(grid.rows().size() + 1, columns);
        table.setWidth((int) Math.round(PageFlow.MEASURE * DocxReport.TWIPS));
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        lines(table, shown);
        Fit fit = fit(grid);
        double[] widths = fit.widths();
        CTTblGrid columnGrid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (columnGrid.sizeOfGridColArray() > 0) {
            columnGrid.removeGridCol(0);
        }
        for (double width : widths) {
            columnGrid.addNewGridCol().setW(DocxReport.twips(width));
        }
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int i = 0; i < columns; i++) {
            cell(
                    head.getCell(i),
                    grid.columns().get(i).title(),
                    ParagraphAlignment.CENTER,
                    true,
                    shown.apply(GROUND),
                    widths[i],
                    fit.size());
        }
        for (int i = 0; i < grid.rows().size(); i++) {
            Block.Row row = grid.rows().get(i);
            XWPFTableRow line = table.getRow(i + 1);
            line.setCantSplitRow(true);
            for (int k = 0; k < columns; k++) {
                Object value = row.cells().get(k);
                cell(
                        line.getCell(k),
                        ShownNumber.cell(value, grid.columns().get(k).decimals()),
                        value instanceof Number ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT,
                        row.strong(),
                        row.strong() ? shown.apply(STRONG) : "",
                        widths[k],
                        fit.size());
            }
        }
    }

    private static void lines(XWPFTable table, UnaryOperator<String> shown) {
        String edge = shown.apply("12304A");
        String line = shown.apply(LINE);
        XWPFTable.XWPFBorderType single = XWPFTable.XWPFBorderType.SINGLE;
        table.setTopBorder(single, 8, 0, edge);
        table.setBottomBorder(single, 8, 0, edge);
        table.setLeftBorder(single, 4, 0, line);
        table.setRightBorder(single, 4, 0, line);
        table.setInsideHBorder(single, 4, 0, line);
        table.setInsideVBorder(single, 4, 0, line);
        table.setCellMargins(20, 70, 20, 70);
    }

    private static void cell(
            XWPFTableCell cell,
            String text,
            ParagraphAlignment align,
            boolean bold,
            String ground,
            double width,
            double size) {
        cell.setWidth(DocxReport.twips(width).toString());
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        if (!ground.isEmpty()) {
            cell.setColor(ground);
        }
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        paragraph.setStyle(DocxStyles.CELL);
        paragraph.setAlignment(align);
        XWPFRun run = DocxReport.run(paragraph, text);
        run.setBold(bold);
        run.setFontSize(size);
    }

    /** Widths by the letters of the columns; the table fills the measure, its letters are made smaller where it must. */
    private static Fit fit(Block.Grid grid) {
        int count = grid.columns().size();
        double[] least = new double[count];
        double[] wanted = new double[count];
        for (int i = 0; i < count; i++) {
            Block.Column column = grid.columns().get(i);
            double cells = 0;
            for (Block.Row row : grid.rows()) {
                cells = Math.max(
                        cells, GridParts.em(ShownNumber.cell(row.cells().get(i), column.decimals())));
            }
            double title = GridParts.em(column.title());
            // letters of Western faces are a little wider than the estimate, and cells have margins
            least[i] = 1.15
                            * Math.max(
                                    Math.min(title, LEAST_LETTERS),
                                    column.number() ? cells : Math.min(cells, LEAST_LETTERS))
                    + MARGIN;
            wanted[i] = Math.max(least[i], 1.15 * Math.min(Math.max(title, cells), MOST_LETTERS) + MARGIN);
        }
        double measure = PageFlow.MEASURE / Sheet.POINT;
        double unbroken = Math.max(COMFORTABLE, measure / ColumnWidths.sum(wanted));
        double size = Math.min(Math.min(LARGEST, unbroken), measure / ColumnWidths.sum(least));
        double letter = size * Sheet.POINT;
        for (int i = 0; i < count; i++) {
            least[i] *= letter;
            wanted[i] *= letter;
        }
        return new Fit(ColumnWidths.spread(least, wanted, PageFlow.MEASURE), Math.max(5, Math.floor(2 * size) / 2));
    }

    /** Widths in millimetres and the size of the letters in points. */
    private record Fit(double[] widths, double size) {}
}
