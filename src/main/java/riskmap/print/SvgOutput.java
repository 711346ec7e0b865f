package riskmap.print;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import riskmap.base.Progress;

/** SVG of the page: shapes as paths, text as text, a group per map layer, images inside the file. */
final class SvgOutput implements PrintOutput {
    @Override
    public String extension() {
        return "svg";
    }

    @Override
    public void write(PageComposer page, Path target, PrintOptions options, Progress progress) {
        TargetFile.write(target, stream -> {
            BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
            SvgWriter svg =
                    new SvgWriter(writer, page.layout().page(), page.fields().get("title"));
            SvgGraphics graphics = new SvgGraphics(svg, page.layerTitles(), page.inks(options.palette()));
            graphics.scale(1 / Sheet.POINT, 1 / Sheet.POINT);
            page.paint(graphics, progress);
            svg.close();
            writer.flush();
        });
    }
}
