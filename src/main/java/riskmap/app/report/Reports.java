package riskmap.app.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import riskmap.app.Answer;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Progress;
import riskmap.print.InkPalette;
import riskmap.print.Sheet;
import riskmap.report.Block;
import riskmap.report.ReportDocument;
import riskmap.report.ReportOutputs;
import riskmap.report.ReportTemplate;
import riskmap.report.ReportTemplates;

/** Reports of a project: a template filled from its runs and layers, as PDF, DOCX, HTML or XLSX. */
public final class Reports {
    private Reports() {}

    /** Writes a report of a project file. */
    public static Answer write(Path project, ReportRequest request, Path target, Progress progress) {
        try (Workspace workspace = Workspace.open(project, true, progress)) {
            return write(workspace, request, target, progress);
        }
    }

    /** Writes a report; the ending of the file says which kind. What is missing in it is part of the answer. */
    public static Answer write(Workspace workspace, ReportRequest request, Path target, Progress progress) {
        ReportOutputs.forFile(target);
        List<String> gaps = new ArrayList<>();
        ReportDocument document = document(workspace, request, gaps, progress.part(0, 0.5));
        ReportOutputs.write(document, target, progress.part(0.5, 1));
        StringBuilder text = new StringBuilder();
        gaps.forEach(gap -> text.append("! ").append(gap).append('\n'));
        String missing = missingGlyphs(document);
        if (!missing.isEmpty() && target.toString().endsWith(".pdf")) {
            text.append(Message.of("report.glyphs-missing", named(missing)).text())
                    .append('\n');
        }
        text.append(
                Message.of("report.written", target, document.grids().size()).text());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("file", target.toString());
        facts.put("template", request.template());
        facts.put("title", document.title());
        facts.put("tables", document.grids().stream().map(Block.Grid::id).toList());
        facts.put("missing", gaps);
        return new Answer(text.toString(), facts);
    }

    /**
     * Makes the document of a report.
     *
     * @param gaps takes what the report could not say
     */
    public static ReportDocument document(
            Workspace workspace, ReportRequest request, List<String> gaps, Progress progress) {
        progress.report(0, Message.of("report.step-reading"));
        ReportTemplate template = ReportTemplates.open(request.template());
        ReportContext context = new ReportContext(workspace, template, request);
        List<Block> blocks = new ArrayList<>();
        String demo = context.fields().plain("{demo}", "demo");
        if (!demo.isEmpty()) {
            blocks.add(new Block.Paragraph(Block.Tone.WARNING, demo));
        }
        blocks.addAll(Sections.blocks(context, progress));
        gaps.addAll(context.gaps());
        return new ReportDocument(
                context.language(),
                context.fields().plain(template.issuer().text(context.language()), "issuer"),
                context.fields().plain(template.issue().text(context.language()), "issue"),
                context.fields().plain("{classification}", "classification"),
                context.fields().plain(template.title().text(context.language()), "title"),
                context.text(
                        context.run().isPresent() ? "report.footer-run" : "report.footer",
                        context.fields().plain("{run}", "footer"),
                        context.fields().plain("{run-time}", "footer"),
                        context.time(request.created().toInstant().toString())),
                request.created(),
                blocks,
                InkPalette.SCREEN.with(context.colours().scheme()));
    }

    /** Characters that the face of pages has no glyph for, and no plain form. */
    private static String missingGlyphs(ReportDocument document) {
        StringBuilder all = new StringBuilder(document.title());
        for (Block block : document.blocks()) {
            if (block instanceof Block.Paragraph paragraph) {
                all.append(paragraph.text());
            } else if (block instanceof Block.Items items) {
                all.append(String.join("", items.texts()));
            } else if (block instanceof Block.Grid grid) {
                grid.rows().forEach(row -> row.cells().forEach(cell -> all.append(cell instanceof String ? cell : "")));
            }
        }
        // what is written in plain letters, as 10^−6, is read as it was meant
        StringBuilder lost = new StringBuilder();
        Sheet.missing(all.toString())
                .codePoints()
                .filter(point -> Sheet.displayable(Character.toString(point)).matches("[□?]"))
                .forEach(lost::appendCodePoint);
        return lost.toString();
    }

    private static NameList named(String characters) {
        TreeSet<String> names = new TreeSet<>();
        characters
                .codePoints()
                .forEach(point -> names.add(Character.toString(point) + String.format(" (U+%04X)", point)));
        return NameList.of(names);
    }
}
