package riskmap.ui.layers;

import java.util.Optional;
import riskmap.app.check.FindingLayer;
import riskmap.app.project.RasterTitle;
import riskmap.app.run.ResultGroup;
import riskmap.app.run.ResultLayers;
import riskmap.base.Language;
import riskmap.data.Catalogue;
import riskmap.data.Family;
import riskmap.data.LayerKind;
import riskmap.data.Title;
import riskmap.map.MapLayer;

/**
 * What a layer or group is called. A title the user gave stays as it is; one that is the catalogue's or the default map's
 * own is shown in the language in use.
 *
 * @param given the title in the map document
 * @param known the catalogue's title, when the given one is it
 */
public record LayerTitle(String given, Optional<Title> known) {
    /** What a layer of the map is called. */
    public static LayerTitle of(MapLayer layer) {
        String source = layer.source();
        String name = source.substring(source.lastIndexOf('#') + 1);
        Optional<Title> result = ResultLayers.title(layer).or(() -> RasterTitle.of(layer));
        if (result.isPresent()) {
            return new LayerTitle(layer.title(), result);
        }
        Optional<Title> title = Catalogue.standard().find(name).map(LayerKind::title);
        return new LayerTitle(
                layer.title(), title.filter(known -> layer.title().isBlank() || isIn(known, layer.title())));
    }

    static LayerTitle ofGroup(String name) {
        return new LayerTitle(
                name,
                Catalogue.standard().families().stream()
                        .filter(family -> family.key().equals(name) || isIn(family.title(), name))
                        .map(Family::title)
                        .findFirst()
                        .or(() -> Optional.of(FindingLayer.groupTitle()).filter(title -> isIn(title, name)))
                        .or(() -> ResultGroup.brief(name)));
    }

    /** The title in the language in use. */
    public String text() {
        return known.map(Title::text).orElse(given);
    }

    private static boolean isIn(Title title, String text) {
        return title.in(Language.CHINESE).equals(text)
                || title.in(Language.ENGLISH).equals(text);
    }
}
