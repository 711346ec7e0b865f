package riskmap.app.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.report.Block;
import riskmap.report.SectionSpec;

/** The list of all kinds of sections, and their numbering. */
final class Sections {
    private static final Map<String, SectionMaker> MAKERS = new LinkedHashMap<>();
    private static final String DIGITS = "一二三四五六七八九十";

    static {
        MAKERS.put("text", new TextSection());
        MAKERS.put("situation", new SituationSection());
        MAKERS.put("map", new MapSection());
        MAKERS.put("exposure", new ExposureSection());
        MAKERS.put("facilities", new FacilitiesSection());
        MAKERS.put("shelters", new ShelterSection());
        MAKERS.put("supplies", new SupplySection());
        MAKERS.put("tables", new TablesSection());
        MAKERS.put("charts", new ChartsSection());
        MAKERS.put("queries", new QueriesSection());
        MAKERS.put("changes", new ChangesSection());
        MAKERS.put("checklist", new ChecklistSection());
        MAKERS.put("assumptions", new AssumptionsSection());
        MAKERS.put("method", new MethodSection());
        MAKERS.put("quality", new QualitySection());
        MAKERS.put("signature", new SignatureSection());
    }

    private Sections() {}

    /** All sections of the template with numbered headings. */
    static List<Block> blocks(ReportContext context, Progress progress) {
        List<Block> blocks = new ArrayList<>();
        List<SectionSpec> specs = context.template().sections();
        int number = 0;
        for (int i = 0; i < specs.size(); i++) {
            progress.check();
            SectionSpec spec = specs.get(i);
            String title = title(context, spec);
            progress.report((double) i / specs.size());
            List<Block> content = MAKERS.get(spec.type())
                    .make(context, spec, progress.part((double) i / specs.size(), (i + 1.0) / specs.size()));
            if (!title.isEmpty() && !content.isEmpty()) {
                number++;
                blocks.add(new Block.Heading(1, numbered(context.language(), number, title)));
            }
            blocks.addAll(parts(context.language(), number, content));
        }
        return blocks;
    }

    /** The heading of a section: its own, else the usual one; a signature has none. */
    private static String title(ReportContext context, SectionSpec spec) {
        if (!spec.title().isEmpty()) {
            return context.fields().plain(spec.title().text(context.language()), spec.type());
        }
        return spec.type().equals("signature") || spec.type().equals("text")
                ? ""
                : context.text("report.section-" + spec.type());
    }

    private static List<Block> parts(Language language, int section, List<Block> content) {
        List<Block> blocks = new ArrayList<>();
        int part = 0;
        for (Block block : content) {
            if (block instanceof Block.Heading heading) {
                part++;
                String number = language == Language.CHINESE ? "（" + chinese(part) + "）" : section + "." + part + " ";
                blocks.add(new Block.Heading(heading.level(), number + heading.text()));
            } else {
                blocks.add(block);
            }
        }
        return blocks;
    }

    private static String numbered(Language language, int number, String title) {
        return language == Language.CHINESE ? chinese(number) + "、" + title : number + ". " + title;
    }

    /** 一, 二, … 十, 十一, … up to 九十九. */
    static String chinese(int number) {
        if (number <= 10) {
            return DIGITS.substring(number - 1, number);
        }
        String tens = number < 20 ? "十" : DIGITS.charAt(number / 10 - 1) + "十";
        return number % 10 == 0 ? tens : tens + DIGITS.charAt(number % 10 - 1);
    }
}
