package riskmap.app.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Invented but likely names; each is given once. */
final class PlaceNames {
    private final DistrictPlan plan;
    private final Noise noise;
    private final Set<String> given = new HashSet<>();

    PlaceNames(DistrictPlan plan, Noise noise) {
        this.plan = plan;
        this.noise = noise;
    }

    /** Such as 望岛村, 王家疃村. */
    String village(long number) {
        for (long attempt = 0; ; attempt++) {
            long key = number * 1000 + attempt;
            String root = noise.uniform(key, 1) < 0.55
                    ? of(plan.families(), key, 2) + of(plan.villageTails(), key, 3)
                    : of(plan.villageHeads(), key, 4) + of(plan.plainTails(), key, 5);
            if (attempt > 20) {
                root = of(plan.villageHeads(), key, 6) + root;
            }
            if (given.add(root)) {
                return root + "村";
            }
        }
    }

    /** Such as 望海社区. */
    String community(long number) {
        for (long attempt = 0; ; attempt++) {
            long key = number * 1000 + attempt;
            String root = of(plan.communityHeads(), key, 7);
            if (attempt > 30) {
                root = of(plan.villageHeads(), key, 8) + root;
            }
            if (given.add(root)) {
                return root + "社区";
            }
        }
    }

    /** Such as 崮峰水库. */
    String reservoir(int number) {
        List<String> heads = plan.reservoirHeads();
        return heads.get(number % heads.size()) + (number < heads.size() ? "" : "二") + "水库";
    }

    String street(long number) {
        return plan.streets()
                .get((int) Math.floorMod(number, (long) plan.streets().size()));
    }

    /** A person's name, as surveyors and contacts have. */
    String person(long number) {
        String[] given = {"建国", "秀兰", "海涛", "志强", "丽华", "晓东", "明", "静", "伟", "芳", "永军", "文斌", "春燕", "立新"};
        return of(plan.families(), number, 11) + given[noise.below(number, 12, given.length)];
    }

    /** 1 一, 12 十二, 20 二十, 21 二十一. */
    static String chinese(int number) {
        String[] digits = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
        if (number < 10) {
            return digits[number];
        }
        return (number < 20 ? "" : digits[number / 10]) + "十" + digits[number % 10];
    }

    private String of(List<String> words, long key, long purpose) {
        return words.get(noise.below(key, purpose, words.size()));
    }
}
