package io.coaching.sample;

import io.coaching.internal.random.DeterministicRandom;
import java.util.List;

/** What people, accounts and products are called. All made up; people are ids that can be read. */
final class Names {
    static final List<String> PRODUCTS = List.of("CoreSuite", "FlowDesk", "Guardian", "InsightHub");

    private static final String[] REPS =
            ("ana bo cai dee eli fay gus hana ivo jun kit lea milo noa ola pim quin rae sol tess"
                            + " uma vic wes xia yuri zoe abe bea cleo dov edda finn gia hugo inga jose kaya leon mira nico olga"
                            + " pia rhea sami tara ugo vera walt yara zeno aldo bibi ciro dora emil flor gael hedy ilan jana"
                            + " kofi lina manu nell omar paz rory sven thea ubi vida wynn yan zara")
                    .split(" ");
    private static final String[] MANAGERS =
            "agnes boris carla dmitri esther farid greta henrik irene jorge klara lars marta nadia oscar petra"
                    .split(" ");
    private static final String[] FIRST =
            ("Amber Birch Cedar Delta Ember Falcon Garnet Harbor Indigo Juniper Keystone Lumen Maple"
                            + " Nimbus Orchard Pioneer Quarry Ridge Summit Timber Union Valley Willow Zenith")
                    .split(" ");
    private static final String[] SECOND =
            "Analytics Bakery Clinics Dynamics Energy Foods Gardens Homes Imaging Labs Logistics Mills Motors Optics Partners Rail Studios Textiles Tools Works"
                    .split(" ");

    private Names() {}

    static String rep(int i) {
        return unique(REPS, i);
    }

    static String manager(int i) {
        return unique(MANAGERS, i);
    }

    private static String unique(String[] names, int i) {
        return names[i % names.length] + (i < names.length ? "" : "-" + (i / names.length + 1));
    }

    static String account(DeterministicRandom random) {
        return FIRST[random.nextInt(FIRST.length)] + " " + SECOND[random.nextInt(SECOND.length)];
    }

    static List<String> accounts() {
        return java.util.Arrays.stream(FIRST)
                .flatMap(first -> java.util.Arrays.stream(SECOND).map(second -> first + " " + second))
                .toList();
    }
}
