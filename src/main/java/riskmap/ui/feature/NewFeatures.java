package riskmap.ui.feature;

import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import riskmap.ui.edit.NewFeature;

/** A feature that was drawn, as the form shows it: defaults of the catalogue, and who surveys from what source. */
final class NewFeatures {
    private NewFeatures() {}

    static SimpleFeature of(NewFeature drawn) {
        SimpleFeatureBuilder builder = new SimpleFeatureBuilder(drawn.layer().schema());
        drawn.values().forEach((column, value) -> {
            if (drawn.layer().schema().getDescriptor(column) != null) {
                builder.set(column, value);
            }
        });
        return builder.buildFeature(drawn.layer().table() + "." + drawn.fid());
    }

    static void defaults(FeatureFormViewModel form, LastValues last) {
        for (FieldInput input : form.inputs()) {
            if (!input.text().get().isEmpty()) {
                continue;
            }
            Object usual =
                    input.shown().field().map(field -> field.defaultValue()).orElse(null);
            if (usual != null) {
                input.enter(InputText.of(usual));
            } else if (LastValues.AUTOMATIC.contains(input.key())) {
                input.enter(last.of(form.layer(), input.key()));
            }
        }
    }
}
