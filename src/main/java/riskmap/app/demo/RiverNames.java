package riskmap.app.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/** Rivers are called after the town or village they pass. */
final class RiverNames {
    private final Scene scene;
    private final Map<Integer, String> names = new HashMap<>();
    private final Set<String> given = new HashSet<>();

    RiverNames(Scene scene) {
        this.scene = scene;
        for (Rivers.River river : scene.ground.rivers.rivers()) {
            names.put(river.number(), name(river));
        }
    }

    String of(Rivers.River river) {
        return names.get(river.number());
    }

    private String name(Rivers.River river) {
        Coordinate middle = river.line()[river.line().length * 2 / 3];
        TownCoverage.Town town = scene.ground.towns.at(middle);
        if (river.catchmentKm2() > 14 && town != null && given.add(Roads.shortName(town) + "河")) {
            return Roads.shortName(town) + "河";
        }
        String root = scene.settlements.nearest(middle).name().replaceAll("村$|社区$", "");
        String ending = river.catchmentKm2() > 6 ? "河" : "沟";
        for (String part : new String[] {"", "东", "西", "南", "北", "上", "下", "小"}) {
            if (given.add(part + root + ending)) {
                return part + root + ending;
            }
        }
        return root + river.number() + ending;
    }
}
