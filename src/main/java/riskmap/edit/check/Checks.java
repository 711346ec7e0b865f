package riskmap.edit.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.feature.simple.SimpleFeatureType;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;
import riskmap.data.LayerKind;
import riskmap.data.QualityRule;

/** The types of rules there are. */
final class Checks {
    /** What a check is made from. */
    record Ground(QualityRule rule, LayerKind kind, SimpleFeatureType type, Surroundings around) {
        /** Whether the layer has these columns. */
        boolean has(Iterable<String> columns) {
            for (String column : columns) {
                if (type.indexOf(column) < 0) {
                    return false;
                }
            }
            return true;
        }

        boolean has(String column) {
            return type.indexOf(column) >= 0;
        }

        boolean hasShapes() {
            return type.getGeometryDescriptor() != null;
        }
    }

    /** Makes the check of a rule; nothing when the layer or the project has not what it is about. */
    interface Maker {
        Optional<? extends Check> make(Ground ground);
    }

    private static final Map<String, Maker> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("field", FieldCheck::of);
        TYPES.put(QualityRule.HOLDS, HoldsCheck::of);
        TYPES.put("not_future", NotFutureCheck::of);
        TYPES.put("pattern", PatternCheck::of);
        TYPES.put("check_digit", CheckDigitCheck::of);
        TYPES.put("unique", UniqueCheck::of);
        TYPES.put("geometry", GeometryCheck::of);
        TYPES.put("size", SizeCheck::of);
        TYPES.put("measure", MeasureCheck::of);
        TYPES.put("inside", InsideCheck::of);
        TYPES.put("town", TownCheck::of);
        TYPES.put("relation", RelationCheck::of);
        TYPES.put("spikes", SpikeCheck::of);
        TYPES.put("duplicates", DuplicateCheck::of);
        TYPES.put("overlap", OverlapCheck::of);
        TYPES.put("gaps", GapCheck::of);
        TYPES.put("dangles", DangleCheck::of);
        TYPES.put("covers", CoversCheck::of);
        TYPES.put("refers", ReferenceCheck::of);
        TYPES.put("sum", SumCheck::of);
        TYPES.put("each", EachCheck::of);
        TYPES.put("each_of", EachOfCheck::of);
        TYPES.put("plan", PlanCheck::of);
        // asks for the layer itself: see MissingKind
        TYPES.put(MissingKind.PRESENT, ground -> Optional.empty());
    }

    private Checks() {}

    static Optional<? extends Check> make(Ground ground) {
        Maker maker = TYPES.get(ground.rule().type());
        if (maker == null) {
            throw RiskMapException.of(
                    "edit.check-type-unknown",
                    ground.rule().type(),
                    ground.kind().key() + "." + ground.rule().key(),
                    NameList.of(TYPES.keySet()));
        }
        return maker.make(ground);
    }
}
