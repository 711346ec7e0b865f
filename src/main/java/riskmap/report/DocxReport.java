package riskmap.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.print.InkPalette;

/** A report as a Word document: headings, tables, pictures, header, footer and page numbers as Word knows them. */
final class DocxReport implements ReportOutput {
    private static final double DPI = 200;
    /** Twips per millimetre. */
    static final double TWIPS = 1440 / 25.4;

    @Override
    public String extension() {
        return "docx";
    }

    @Override
    public void write(ReportDocument document, OutputStream stream, Progress progress) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument word = new XWPFDocument()) {
            DocxStyles.add(word, document);
            page(word);
            describe(word, document);
            edges(word, document);
            paragraph(word, DocxStyles.NOTE, document.mark());
            paragraph(word, DocxStyles.ISSUER, document.issuer());
            paragraph(word, DocxStyles.ISSUE, document.issue());
            paragraph(word, DocxStyles.TITLE, document.title());
            List<Block> blocks = document.blocks();
            for (int i = 0; i < blocks.size(); i++) {
                progress.check();
                Progress part = progress.part((double) i / blocks.size(), (i + 1.0) / blocks.size());
                block(word, blocks.get(i), document, part);
            }
            word.write(bytes);
        }
        StableZip.write(bytes.toByteArray(), document.created(), stream);
    }

    private static void page(XWPFDocument word) {
        CTSectPr section = word.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(twips(PageFlow.WIDTH));
        size.setH(twips(PageFlow.HEIGHT));
        CTPageMar margins = section.addNewPgMar();
        margins.setLeft(twips(PageFlow.LEFT));
        margins.setRight(twips(PageFlow.RIGHT));
        margins.setTop(twips(PageFlow.TOP));
        margins.setBottom(twips(PageFlow.BOTTOM));
        margins.setHeader(twips(15));
        margins.setFooter(twips(15));
        margins.setGutter(BigInteger.ZERO);
    }

    private static void describe(XWPFDocument word, ReportDocument document) {
        POIXMLProperties.CoreProperties core = word.getProperties().getCoreProperties();
        core.setTitle(document.title());
        core.setCreator(document.issuer());
        Date time = Date.from(document.created().toInstant());
        core.setCreated(Optional.of(time));
        core.setModified(Optional.of(time));
    }

    private static void edges(XWPFDocument word, ReportDocument document) {
        XWPFParagraph head = paragraph(word.createHeader(HeaderFooterType.DEFAULT));
        String mark = document.mark().isEmpty() ? "" : "  " + document.mark();
        run(head, document.title() + mark).setFontSize(8);
        XWPFHeaderFooter footer = word.createFooter(HeaderFooterType.DEFAULT);
        XWPFParagraph line = paragraph(footer);
        run(line, document.footer()).setFontSize(7);
        XWPFParagraph number = footer.createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        run(number, "— ");
        number.getCTP().addNewFldSimple().setInstr("PAGE");
        run(number, " —");
    }

    private static XWPFParagraph paragraph(XWPFHeaderFooter part) {
        XWPFParagraph paragraph = part.createParagraph();
        paragraph.setStyle(DocxStyles.NOTE);
        return paragraph;
    }

    private static void block(XWPFDocument word, Block block, ReportDocument document, Progress progress)
            throws IOException {
        if (block instanceof Block.Heading heading) {
            paragraph(word, DocxStyles.heading(heading.level()), heading.text());
        } else if (block instanceof Block.Paragraph paragraph) {
            String style =
                    switch (paragraph.tone()) {
                        case BODY -> DocxStyles.BODY;
                        case NOTE -> DocxStyles.NOTE;
                        case WARNING -> DocxStyles.WARNING;
                    };
            XWPFParagraph written = paragraph(word, style, paragraph.text());
            if (written != null && document.language() != Language.CHINESE) {
                written.setIndentationFirstLine(0);
                written.getCTP().getPPr().getInd().setFirstLineChars(BigInteger.ZERO);
            }
        } else if (block instanceof Block.Items items) {
            for (int i = 0; i < items.texts().size(); i++) {
                String mark =
                        switch (items.mark()) {
                            case BULLET -> "•";
                            case NUMBER -> i + 1 + ".";
                            case BOX -> "☐";
                        };
                XWPFParagraph line = paragraph(word, DocxStyles.LIST, mark);
                line.getRuns().get(0).addTab();
                run(line, items.texts().get(i));
            }
        } else if (block instanceof Block.Grid grid) {
            for (Block.Grid part : GridParts.of(grid, document.language())) {
                paragraph(word, DocxStyles.CAPTION, part.caption());
                DocxTable.write(word, part, document::shown);
            }
        } else if (block instanceof Block.Figure figure) {
            figure(word, figure, document.inks(), progress);
        } else if (block instanceof Block.Signature signature) {
            signature(word, signature, document.language() == Language.CHINESE ? "：" : ": ");
        }
    }

    private static void figure(XWPFDocument word, Block.Figure figure, InkPalette inks, Progress progress)
            throws IOException {
        Drawing drawing = figure.drawing();
        double scale = Math.min(1, PageFlow.MEASURE / drawing.width());
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setKeepNext(true);
        try {
            paragraph
                    .createRun()
                    .addPicture(
                            new ByteArrayInputStream(drawing.png(DPI, inks, progress)),
                            Document.PICTURE_TYPE_PNG,
                            "figure.png",
                            emu(drawing.width() * scale),
                            emu(drawing.height() * scale))
                    .getCTPicture()
                    .getNvPicPr()
                    .getCNvPr()
                    .setDescr(figure.caption());
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
        paragraph(word, DocxStyles.CAPTION, figure.caption());
    }

    private static void signature(XWPFDocument word, Block.Signature signature, String colon) {
        // signatures stand together, and with the words before them: a page of signatures alone could belong to
        // anything
        List<XWPFParagraph> before = word.getParagraphs();
        if (!before.isEmpty()) {
            before.get(before.size() - 1).setKeepNext(true);
        }
        XWPFParagraph roles = word.createParagraph();
        roles.setSpacingBefore(600);
        roles.setKeepNext(true);
        for (String role : signature.roles()) {
            run(roles, role + colon);
            XWPFRun line = run(roles, "\u2003".repeat(6));
            line.setUnderline(org.apache.poi.xwpf.usermodel.UnderlinePatterns.SINGLE);
            run(roles, "\u2003");
        }
        for (String text : List.of(signature.place(), signature.date())) {
            XWPFParagraph line = word.createParagraph();
            line.setAlignment(ParagraphAlignment.RIGHT);
            line.setKeepNext(text.equals(signature.place()));
            run(line, text);
        }
    }

    /** A paragraph of a style; none for an empty text. */
    private static XWPFParagraph paragraph(XWPFDocument word, String style, String text) {
        if (text.isEmpty()) {
            return null;
        }
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setStyle(style);
        run(paragraph, text);
        return paragraph;
    }

    /** A run with the text, its line feeds as line breaks. */
    static XWPFRun run(XWPFParagraph paragraph, String text) {
        XWPFRun run = paragraph.createRun();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i], i);
        }
        return run;
    }

    static BigInteger twips(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * TWIPS));
    }

    private static int emu(double millimetres) {
        return (int) Math.round(millimetres * Units.EMU_PER_CENTIMETER / 10.0);
    }
}
