package riskmap.risk;

import java.util.List;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;
import riskmap.risk.model.AccidentModel;
import riskmap.risk.model.CaseRateModel;
import riskmap.risk.model.CombinationModel;
import riskmap.risk.model.CombinedRiskModel;
import riskmap.risk.model.ComparisonModel;
import riskmap.risk.model.CopingCapacityModel;
import riskmap.risk.model.CrowdModel;
import riskmap.risk.model.DamBreakModel;
import riskmap.risk.model.EnterpriseRiskModel;
import riskmap.risk.model.FireDangerModel;
import riskmap.risk.model.FireFacilitiesModel;
import riskmap.risk.model.FireSpreadModel;
import riskmap.risk.model.FireWeatherModel;
import riskmap.risk.model.GeohazardRunoutModel;
import riskmap.risk.model.GeohazardSusceptibilityModel;
import riskmap.risk.model.GeohazardWarningModel;
import riskmap.risk.model.HazardousSitesModel;
import riskmap.risk.model.ImpactModel;
import riskmap.risk.model.InundationModel;
import riskmap.risk.model.LookoutModel;
import riskmap.risk.model.MonitoringAlarmModel;
import riskmap.risk.model.PeakDischargeModel;
import riskmap.risk.model.RainCapacityModel;
import riskmap.risk.model.RainSignalModel;
import riskmap.risk.model.ReservoirFloodModel;
import riskmap.risk.model.RunoffModel;
import riskmap.risk.model.ShelterAllocationModel;
import riskmap.risk.model.WaterloggingModel;

/** The list of all models: one line each, and it appears in the window and on the command line. */
public final class RiskModels {
    private static final List<RiskModel> ALL = List.of(
            new CombinedRiskModel(),
            // flood
            new RunoffModel(),
            new PeakDischargeModel(),
            new RainSignalModel(),
            new RainCapacityModel(),
            new ReservoirFloodModel(),
            new DamBreakModel(),
            new InundationModel(),
            new WaterloggingModel(),
            new MonitoringAlarmModel(),
            // geohazard
            new GeohazardSusceptibilityModel(),
            new GeohazardRunoutModel(),
            new GeohazardWarningModel(),
            // forest fire
            new FireWeatherModel(),
            new FireDangerModel(),
            new FireSpreadModel(),
            new FireFacilitiesModel(),
            new LookoutModel(),
            // hazardous sites
            new HazardousSitesModel(),
            new AccidentModel(),
            // crowds, public health, enterprises
            new CrowdModel(),
            new CaseRateModel(),
            new EnterpriseRiskModel(),
            // coping capacity
            new CopingCapacityModel(),
            new ShelterAllocationModel(),
            // any layers
            new CombinationModel(),
            new ImpactModel(),
            new ComparisonModel());

    private RiskModels() {}

    /** All models in the order they are listed. */
    public static List<RiskModel> all() {
        return ALL;
    }

    /** The model with this id; says which there are when it does not exist. */
    public static RiskModel byId(String id) {
        return all().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RiskMapException.of(
                        "risk.model-unknown",
                        id,
                        NameList.near(id, all().stream().map(RiskModel::id).toList())));
    }
}
