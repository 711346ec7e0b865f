package riskmap.print;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;

/** The layers of a PDF that a reader can switch: one per map layer, one for the labels, one for the page around. */
final class PdfLayers {
    private final PDOptionalContentProperties properties;
    private final PDResources resources;
    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Map<String, COSName> names = new LinkedHashMap<>();

    /** The layers of a document. */
    PdfLayers(PDOptionalContentProperties properties, PDResources resources) {
        this.properties = properties;
        this.resources = resources;
    }

    /** Tells what layers are called, by id; a layer that is not told of is called by its id. */
    void titles(Map<String, String> more) {
        titles.putAll(more);
    }

    /** The resource name of a layer, made when first asked for. */
    COSName name(String id) {
        return names.computeIfAbsent(id, key -> {
            PDOptionalContentGroup group = new PDOptionalContentGroup(titles.getOrDefault(key, key));
            properties.addGroup(group);
            return resources.add(group);
        });
    }
}
