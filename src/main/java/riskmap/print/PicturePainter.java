package riskmap.print;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.map.Box;
import riskmap.map.LayoutItem;

/** Draws a picture file, as large as its box allows, in the middle of it. */
final class PicturePainter {
    private PicturePainter() {}

    static void paint(Sheet sheet, LayoutItem.Picture item, Path folder) {
        Path file = folder.resolve(item.file());
        if (!Files.isRegularFile(file)) {
            throw RiskMapException.of("print.picture-missing", item.id(), file);
        }
        try {
            if (item.file().toLowerCase(Locale.ROOT).endsWith(".svg")) {
                vector(sheet, item, file);
                return;
            }
            BufferedImage image = ImageIO.read(file.toFile());
            if (image == null) {
                throw RiskMapException.of("print.picture-unreadable", item.id(), file);
            }
            Box box = fitted(item.box(), image.getWidth(), image.getHeight());
            AffineTransform placed = AffineTransform.getTranslateInstance(box.x(), box.y());
            placed.scale(box.width() / image.getWidth(), box.height() / image.getHeight());
            sheet.graphics().drawImage(image, placed, null);
        } catch (IOException e) {
            throw new RiskMapException(Message.of("print.picture-unreadable", item.id(), file), e);
        }
    }

    private static void vector(Sheet sheet, LayoutItem.Picture item, Path file) throws IOException {
        SVGDocument document = new SVGLoader().load(file.toUri().toURL());
        if (document == null) {
            throw RiskMapException.of("print.picture-unreadable", item.id(), file);
        }
        Box box = fitted(item.box(), document.size().width, document.size().height);
        Graphics2D graphics = (Graphics2D) sheet.graphics().create();
        document.render(
                (java.awt.Component) null,
                graphics,
                new ViewBox((float) box.x(), (float) box.y(), (float) box.width(), (float) box.height()));
        graphics.dispose();
    }

    private static Box fitted(Box box, double width, double height) {
        double scale = Math.min(box.width() / width, box.height() / height);
        double w = width * scale;
        double h = height * scale;
        return new Box(box.centreX() - w / 2, box.centreY() - h / 2, w, h);
    }
}
