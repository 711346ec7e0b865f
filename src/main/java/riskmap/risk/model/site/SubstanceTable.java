package riskmap.risk.model.site;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.risk.Evidence;
import riskmap.risk.chemical.Substance;
import riskmap.risk.chemical.SubstanceValue;

/** The numbers of the substances that a computation used, each with its source, and how many are to be checked. */
final class SubstanceTable {
    private final Set<Substance> used = new LinkedHashSet<>();

    SubstanceTable(HazardousSites sites) {
        for (HazardousSites.Site site : sites.sites()) {
            if (site.substance() != null) {
                used.add(site.substance());
            }
        }
    }

    boolean isEmpty() {
        return used.isEmpty();
    }

    Table table() {
        List<List<Object>> rows = new ArrayList<>();
        for (Substance substance : used) {
            for (SubstanceValue value : substance.values()) {
                rows.add(List.of(
                        substance.names().get(0),
                        value.title(),
                        value.value(),
                        value.unit(),
                        value.shownSource(),
                        value.evidence().title()));
            }
        }
        return new Table(
                "substance-values",
                Message.of("risk.table-substance-values"),
                List.of(
                        column("substance", "", 0),
                        column("quantity", "", 0),
                        column("value", "", 0),
                        column("unit", "", 0),
                        column("source", "", 0),
                        column("evidence", "", 0)),
                rows);
    }

    /** Says how many of the numbers are still to be checked. */
    Message note() {
        long all = used.stream().mapToLong(each -> each.values().size()).sum();
        long open = used.stream()
                .flatMap(each -> each.values().stream())
                .filter(value -> value.evidence() == Evidence.UNVERIFIED)
                .count();
        return Message.of("risk.note-substance-values", all, open);
    }
}
