package riskmap.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.zip.CRC32;

/** Whether letters are drawn here as when golden pictures were made: the same face, drawn by the same font library. */
public final class Letters {
    private static final String FACE = "WenQuanYi Micro Hei";
    private static final long DRAWN = 2_735_862_358L;

    private Letters() {}

    /** Letters in golden pictures can be compared. Another release of the font library moves edges a little. */
    public static boolean areThoseOfGoldens() {
        return Fonts.regular().filter(face -> face.family().equals(FACE)).isPresent() && sample() == DRAWN;
    }

    private static long sample() {
        BufferedImage image = new BufferedImage(240, 80, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setColor(Color.WHITE);
        Font font = new Font(FACE, Font.PLAIN, 1);
        int y = 2;
        for (float size : new float[] {5.5f, 9, 13.3f}) {
            y += 16;
            graphics.setFont(font.deriveFont(size));
            graphics.drawString("环翠区风险 Risk 20.5 km²", 3.4f, y);
            graphics.fill(graphics.getFont()
                    .createGlyphVector(graphics.getFontRenderContext(), "图例 g8")
                    .getOutline(160, y));
        }
        graphics.dispose();
        CRC32 sum = new CRC32();
        sum.update(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        return sum.getValue();
    }
}
