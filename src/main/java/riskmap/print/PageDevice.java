package riskmap.print;

import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.ColorModel;

/** What a vector page says it draws on: a printer, so that painters hand over shapes and not pixels. */
final class PageDevice extends GraphicsDevice {
    private final GraphicsConfiguration configuration = new Configuration();

    /** The configuration of a page. */
    static GraphicsConfiguration configuration() {
        return new PageDevice().configuration;
    }

    @Override
    public int getType() {
        return TYPE_PRINTER;
    }

    @Override
    public String getIDstring() {
        return "riskmap page";
    }

    @Override
    public GraphicsConfiguration[] getConfigurations() {
        return new GraphicsConfiguration[] {configuration};
    }

    @Override
    public GraphicsConfiguration getDefaultConfiguration() {
        return configuration;
    }

    private final class Configuration extends GraphicsConfiguration {
        @Override
        public GraphicsDevice getDevice() {
            return PageDevice.this;
        }

        @Override
        public ColorModel getColorModel() {
            return ColorModel.getRGBdefault();
        }

        @Override
        public ColorModel getColorModel(int transparency) {
            return ColorModel.getRGBdefault();
        }

        @Override
        public AffineTransform getDefaultTransform() {
            return new AffineTransform();
        }

        @Override
        public AffineTransform getNormalizingTransform() {
            return new AffineTransform();
        }

        @Override
        public Rectangle getBounds() {
            return new Rectangle();
        }
    }
}
